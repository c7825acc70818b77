"""The keys of what a questionnaire asks and says: practices, gates, walks, fit and advice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from omniaudit.forms.questionnaire_schema_frame import (
    ABOUT,
    CODE,
    FRAME,
    ID_TEXT,
    IDS,
    NAME,
    NAMED,
    PERCENT,
    SCALES,
    Key,
    Keys,
    parts_of,
)
from omniaudit.forms.schema_pieces import defined, items, number, text, words, yes_no
from omniaudit.language import mark
from omniaudit.model.advice import AdviceKind
from omniaudit.model.gates import Preset
from omniaudit.model.scorecard import Verdict

_LEVEL = number(0, 3)
_STAGE = number(1, 3)
_TEXTS = items(text())
_LADDER = items(text(), count=4)
_HUNDREDTHS = items(number(0, 300), count=2)
_CITED = Key(
    items(defined("citation")),
    mark("What it rests on; without it, your own judgement."),
    is_optional=True,
)
_REQUIRES = Key(
    items(text(r"^\S+@[123]$")),
    mark("What must be there before, as `capability@level`."),
    is_optional=True,
)

_PRACTICES: Mapping[str, Keys] = {
    "capability": {
        "id": Key(ID_TEXT, mark("Its dimension, a dot, and a word of its own.")),
        "code": CODE,
        "name": NAME,
        "question": Key(text(), mark("What is asked.")),
        "why": Key(text(), mark("Why it is asked.")),
        "who": Key(text(), mark("Who will know.")),
        "levels": Key(_LADDER, mark("Levels 0 to 3, each as something one can observe.")),
        "example": Key(text(), mark("What good looks like, in a line."), is_optional=True),
        "evidence": Key(_TEXTS, mark("What to look at before believing it."), is_optional=True),
        "kpis": Key(_TEXTS, mark("What to measure."), is_optional=True),
        "profiles": Key(
            {"type": "object", "additionalProperties": words(("core", "optional"))},
            mark("Whom it is asked, and how it weighs: `core` 2, `optional` 1."),
        ),
        "always-applies": Key(
            yes_no(), mark("Whether `not-applicable` is met with a warning."), is_optional=True
        ),
        "sources": _CITED,
        "steps": parts_of("step", mark("The three steps up the ladder, the first first."), count=3),
    },
    "step": {
        "to": Key(_STAGE, mark("The level it leads to.")),
        "title": NAME,
        "action": Key(text(), mark("What to do.")),
        "effort": Key(ID_TEXT, mark("The id of a band.")),
        "horizon": Key(items(number(0, 60), count=2), mark("First and last month.")),
        "kpi": Key(text(), mark("By what one sees that it is done.")),
        "requires": _REQUIRES,
    },
    "gates": {
        "presets": Key(defined("presets"), mark("How strictly a stage is given.")),
        "keys": parts_of("key-condition", mark("What nothing makes up for.")),
        "journeys": parts_of("journey-condition", mark("What walked journeys must show."))._replace(
            is_optional=True
        ),
    },
    "presets": {
        name: Key(PERCENT, mark("Share of a dimension that must hold the levels below a stage."))
        for name in get_args(Preset)
    },
    "key-condition": {
        "stage": Key(_STAGE, mark("The stage that demands it, by number.")),
        "any-of": Key(
            items(ID_TEXT, least=1), mark("Capabilities, one of which must be at the level.")
        ),
    },
    "journey-condition": {
        "stage": Key(_STAGE, mark("The stage that demands it, by number.")),
        "any-passed": Key(
            items(ID_TEXT, least=1), mark("One of these must have passed."), is_optional=True
        ),
        "all-passed": Key(
            items(ID_TEXT, least=1), mark("All of these must have passed."), is_optional=True
        ),
        "share-passed": Key(
            number(1, 100), mark("So much of the weight must have passed."), is_optional=True
        ),
    },
}
_WALKS: Mapping[str, Keys] = {
    "journey": {
        "id": NAMED,
        "code": CODE,
        "name": NAME,
        "story": Key(text(), mark("What the customer wants and does.")),
        "profiles": Key(IDS, mark("Who can walk it.")),
        "default-for": Key(
            IDS, mark("Whom it is put to without being asked for."), is_optional=True
        ),
        "weight": Key(
            _LEVEL, mark("How much it counts among the journeys; 1 if left out."), is_optional=True
        ),
        "sources": _CITED,
        "steps": parts_of("journey-step", mark("What the customer does, in order."), least=1),
    },
    "journey-step": {
        "id": NAMED,
        "channel": Key(ID_TEXT, mark("Where it happens."), is_optional=True),
        "name": NAME,
        "pass": Key(text(), mark("By what one sees that it went well.")),
        "critical": Key(yes_no(), mark("Whether the journey fails with it."), is_optional=True),
        "requires": _REQUIRES,
    },
    "fit": {
        "factors": parts_of("factor", mark("What the items are about."), least=1),
        "need": Key(
            {"type": "object", "additionalProperties": PERCENT},
            mark("Factors that say what is needed, with percentages that add up to 100."),
        ),
        "need-cuts": Key(_HUNDREDTHS, mark("Hundredths below which the needed stage is 1, and 2.")),
        "capacity": Key(ID_TEXT, mark("The factor that says what the business can carry.")),
        "capacity-cuts": Key(_HUNDREDTHS, mark("The same for the stage that it can carry.")),
        "items": parts_of("fit-item", mark("The questions; none where fit is not asked.")),
        "verdicts": parts_of("verdict", mark("What comes of it."), count=len(get_args(Verdict))),
    },
    "factor": {"id": NAMED, "name": NAME, "about": ABOUT},
    "fit-item": {
        "id": Key(ID_TEXT, mark("Its factor, a dot, and a word of its own.")),
        "name": NAME,
        "question": Key(text(), mark("What is asked.")),
        "why": Key(text(), mark("Why it is asked.")),
        "answers": Key(_LADDER, mark("Answers 0 to 3.")),
        "reversed": Key(
            yes_no(), mark("Whether a high answer speaks against it."), is_optional=True
        ),
    },
    "verdict": {
        "id": Key(
            words(get_args(Verdict)),
            mark(
                "One of `room-to-grow`, `fits`, `ahead-of-need`, `resources-first` and "
                "`multichannel-is-enough`, each of them once."
            ),
        ),
        "name": NAME,
        "meaning": ABOUT,
    },
    "handoffs": {
        "levels": Key(defined("scale"), mark("Levels 0 to 3; empty where none are asked.")),
        "traffic": Key(defined("scale"), mark("How many customers go this way, 0 to 3.")),
        "stage-cuts": Key(
            defined("stage-cuts"), mark("Shares of traffic above which channels are joined.")
        ),
    },
    "stage-cuts": {
        "joined": Key(PERCENT, mark("Share of traffic at level 2, for stage 2.")),
        "full": Key(PERCENT, mark("Share of traffic at level 3, for stage 3.")),
    },
}
_ADVICE: Mapping[str, Keys] = {
    "advice": {
        "id": NAMED,
        "kind": Key(
            words(get_args(AdviceKind)),
            mark(
                "`first` (before all else), `caution`, `opportunity` or `restriction` (less is "
                "enough)."
            ),
        ),
        "when": parts_of("condition", mark("Conditions, all of which must hold.")),
        "title": NAME,
        "text": Key(text(), mark("The advice.")),
        "only": Key(defined("only"), mark("The steps that stay advisable."), is_optional=True),
        "sources": _CITED,
    },
    "condition": {
        "level": Key(
            ID_TEXT,
            mark("The level of this capability, with `at-least` and `at-most`."),
            is_optional=True,
        ),
        "any-level-in": Key(
            ID_TEXT, mark("Any level in this dimension, with `at-least`."), is_optional=True
        ),
        "dimension": Key(
            ID_TEXT,
            mark("The score of this dimension, with `ahead-of` and `by`."),
            is_optional=True,
        ),
        "target-at-least": Key(_LEVEL, mark("The stage that is aimed at."), is_optional=True),
        "step-advised": Key(
            text(r"^[^@\s]+(@[123]?)?$"),
            mark("A capability, or one of its steps, is in the plan."),
            is_optional=True,
        ),
        "finding": Key(
            words(("fragile-foundation", "perception-gap", "over-claim")),
            mark(
                "There are findings of this kind, with `at-least`: `fragile-foundation`, "
                "`perception-gap` or `over-claim`."
            ),
            is_optional=True,
        ),
        "verdict": Key(
            words(get_args(Verdict)),
            mark("This is what fit came to: the id of a verdict."),
            is_optional=True,
        ),
        "at-least": Key(
            number(0, 99), mark("The lowest level, or the least number."), is_optional=True
        ),
        "at-most": Key(_LEVEL, mark("The highest level."), is_optional=True),
        "ahead-of": Key(ID_TEXT, mark("The other dimension."), is_optional=True),
        "by": Key(PERCENT, mark("More than so many points."), is_optional=True),
    },
    "only": {
        "dimensions": Key(IDS, mark("Steps in these dimensions."), is_optional=True),
        "capabilities": Key(IDS, mark("Steps of these capabilities."), is_optional=True),
        "up-to": Key(_STAGE, mark("Up to this level.")),
    },
}
GROUPS: Mapping[str, Keys] = {
    "questionnaire": FRAME,
    **SCALES,
    **_PRACTICES,
    **_WALKS,
    **_ADVICE,
}
"""The groups of a questionnaire file by name; the first is the file itself."""
CONDITIONS: Mapping[str, tuple[str, ...]] = {
    "level": ("at-least", "at-most"),
    "any-level-in": ("at-least",),
    "dimension": ("ahead-of", "by"),
    "target-at-least": (),
    "step-advised": (),
    "finding": ("at-least",),
    "verdict": (),
}
"""The conditions of advice with the keys that go with each."""
