"""The keys of a questionnaire file that hold it together: what may stand behind each, and why.

Each group of keys has a name, by which the reference in docs/questionnaire-format.md calls it too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, get_args

from omniaudit.forms.schema_pieces import ID, Schema, defined, items, number, text, words, yes_no
from omniaudit.language import mark
from omniaudit.model.answers import Coverage, Evidence, Mode
from omniaudit.model.terms import Basis, ChannelKind


class Key(NamedTuple):
    """What may stand at a key; `about` is marked, to be said in the language in force."""

    value: Schema
    about: str
    is_optional: bool = False


Keys = Mapping[str, Key]

PERCENT = number(0, 100)
ID_TEXT = text(ID)
IDS = items(ID_TEXT)

NAMED = Key(ID_TEXT, mark("What answers and other parts call it by; never changed once it is out."))
NAME = Key(text(), mark("What people call it, in a line."))
ABOUT = Key(text(), mark("What is meant by it."))
CODE = Key(text(), mark("A short name for tables and charts."))


def parts_of(name: str, about: str, *, count: int | None = None, least: int = 0) -> Key:
    """A list of groups of a name."""
    return Key(items(defined(name), count=count, least=least), about)


FRAME: Keys = {
    "questionnaire": Key(ID_TEXT, mark("The id of the questionnaire; answers files name it.")),
    "version": Key(
        text(r"^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$"),
        mark("Three numbers; answers files name the first of them."),
    ),
    "language": Key(ID_TEXT, mark("The language of the texts in this file, such as en.")),
    "translations": Key(
        IDS, mark("The languages of the files of words beside it."), is_optional=True
    ),
    "draws-on": Key(
        text(),
        mark("An installed questionnaire that says whatever this one does not."),
        is_optional=True,
    ),
    "quick": Key(
        text(),
        mark("The questionnaire that `interview --quick` asks in its stead."),
        is_optional=True,
    ),
    "title": Key(text(), mark("What stands above interview and report.")),
    "purpose": Key(text(), mark("What it finds out, and for whom.")),
    "minutes": Key(number(1, 999), mark("About how long an interview takes."), is_optional=True),
    "stages": parts_of("stage", mark("The four stages, the lowest first."), count=4),
    "dimensions": parts_of("dimension", mark("The groups of capabilities."), least=1),
    "profiles": parts_of("profile", mark("The kinds of business that can answer."), least=1),
    "sizes": parts_of("size", mark("The sizes of business; effort depends on them."), least=1),
    "bands": parts_of("band", mark("How much work a step is."), least=1),
    "coverage": parts_of("coverage", mark("In how much of the business a level holds."), count=4),
    "evidence": parts_of("evidence", mark("What an answer can rest on."), count=4),
    "modes": parts_of("mode", mark("How answers can be gathered."), count=3),
    "confidence-grades": Key(
        {"type": "object", "additionalProperties": PERCENT, "propertyNames": {"pattern": ID}},
        mark("Letters of confidence, each with its least percentage, the best first."),
    ),
    "channels": parts_of(
        "channel", mark("The ways in which customers meet the business."), least=1
    ),
    "capabilities": parts_of("capability", mark("The questions, each with its ladder."), least=1),
    "gates": Key(defined("gates"), mark("What a stage demands.")),
    "journeys": parts_of("journey", mark("Walks of a customer that are tried out.")),
    "fit": Key(defined("fit"), mark("What the business needs and can carry.")),
    "handoffs": Key(defined("handoffs"), mark("How customers get from one channel to another.")),
    "advice": parts_of("advice", mark("What is advised, and when.")),
    "glossary": parts_of("term", mark("The words of the trade, explained in the report.")),
    "sources": parts_of("source", mark("The bibliography.")),
}
SCALES: Mapping[str, Keys] = {
    "stage": {
        "id": NAMED,
        "name": NAME,
        "test": Key(text(), mark("By what one knows that a business is there.")),
    },
    "dimension": {
        "id": Key(ID_TEXT, mark("The part before the dot in the ids of its capabilities.")),
        "code": CODE,
        "name": NAME,
        "about": ABOUT,
        "weight": Key(
            number(1, 9), mark("How much it counts in the index; 1 if left out."), is_optional=True
        ),
    },
    "profile": {
        "id": NAMED,
        "code": CODE,
        "name": NAME,
        "about": ABOUT,
        "words": Key(
            yes_no(), mark("Whether it has words of its own under profiles/."), is_optional=True
        ),
    },
    "size": {
        "id": NAMED,
        "name": NAME,
        "about": ABOUT,
        "effort": Key(number(1, 99), mark("Tenths of the effort of a medium business.")),
    },
    "band": {
        "id": NAMED,
        "name": NAME,
        "weeks": Key(items(number(1, 99), count=2), mark("Person-weeks, from and to.")),
        "midpoint": Key(number(1, 99), mark("The person-weeks that plans count with.")),
    },
    "coverage": {
        "id": Key(
            words([each.name.lower() for each in Coverage]),
            mark("One of `none`, `partly`, `largely` and `fully`, each of them once."),
        ),
        "name": NAME,
        "meaning": ABOUT,
    },
    "evidence": {
        "id": Key(
            words([each.name.lower() for each in Evidence]),
            mark("One of `said`, `example`, `seen` and `tested`, each of them once."),
        ),
        "name": NAME,
        "meaning": ABOUT,
        "confidence": Key(PERCENT, mark("How far it is trusted, in per cent.")),
    },
    "mode": {
        "id": Key(
            words(get_args(Mode)),
            mark("One of `self`, `interview` and `audit`, each of them once."),
        ),
        "name": NAME,
        "meaning": ABOUT,
    },
    "channel": {
        "id": NAMED,
        "name": NAME,
        "kind": Key(
            words(get_args(ChannelKind)),
            mark("`physical`, `remote` (such as the phone) or `digital`."),
        ),
        "about": ABOUT._replace(is_optional=True),
    },
    "term": {
        "term": Key(text(), mark("The word.")),
        "meaning": ABOUT,
    },
    "source": {
        "id": NAMED,
        "reference": Key(text(), mark("Who wrote what, when and where.")),
        "basis": Key(
            words(get_args(Basis)),
            mark("How you know it: `seen`, `secondary` (told by others) or from `memory`."),
        ),
    },
    "citation": {
        "ref": Key(ID_TEXT, mark("The id of a source.")),
        "for": Key(text(), mark("What it is cited for."), is_optional=True),
    },
}
