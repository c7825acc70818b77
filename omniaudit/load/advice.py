"""The gates and advice rules of a questionnaire file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, cast, get_args

from omniaudit.language import mark
from omniaudit.load.clean_text import shown
from omniaudit.load.fields import Fields
from omniaudit.load.naming import Naming
from omniaudit.load.tree import Text
from omniaudit.model.advice import (
    AdviceKind,
    AdviceRule,
    AnyLevelIn,
    Condition,
    FindingCount,
    LevelIs,
    ScoreAhead,
    StepAdvised,
    StepScope,
    TargetAtLeast,
    VerdictIs,
)
from omniaudit.model.gates import Gates, JourneyCondition, KeyCondition, Preset
from omniaudit.model.scorecard import Verdict

_PERCENT = 100
_TOP = 3
_RULE_KEYS = ("kind", "when", "title", "text", "only", "sources")
_JOURNEY_KEYS = ("stage", "any-passed", "all-passed", "share-passed")
Finding = Literal["fragile-foundation", "perception-gap", "over-claim"]


def read_gates(file: Fields, naming: Naming) -> Gates:
    """Read presets, key conditions and journey conditions."""
    fields = file.group("gates", ("presets", "keys", "journeys"))
    presets = fields.group("presets", get_args(Preset))
    return Gates(
        presets={name: presets.number(name, 0, _PERCENT) for name in get_args(Preset)},
        keys=tuple(
            KeyCondition(
                group.number("stage", 1, _TOP),
                naming.references(group, "any-of", "capability", required=True, least=1),
            )
            for group in fields.groups("keys", ("stage", "any-of"))
        ),
        journeys=tuple(
            _journey_condition(group, naming)
            for group in fields.groups("journeys", _JOURNEY_KEYS, required=False)
        ),
    )


def _journey_condition(fields: Fields, naming: Naming) -> JourneyCondition:
    stage = fields.number("stage", 1, _TOP)
    kinds = _JOURNEY_KEYS[1:]
    if sum(kind in fields for kind in kinds) != 1:
        fields.notebook.note("Q608", fields.node, known=", ".join(kinds))
    share = fields.number("share-passed", 1, _PERCENT) if "share-passed" in fields else None
    return JourneyCondition(
        stage,
        naming.references(fields, "any-passed", "journey", least=1),
        naming.references(fields, "all-passed", "journey", least=1),
        share,
    )


def read_advice(file: Fields, naming: Naming) -> tuple[AdviceRule, ...]:
    """Read the advice rules."""
    return tuple(
        AdviceRule(
            id=name.value,
            kind=cast("AdviceKind", fields.choice("kind", get_args(AdviceKind), mark("a kind"))),
            when=tuple(_conditions(fields, naming)),
            title=fields.line("title"),
            text=fields.prose("text"),
            only=_scope(fields, naming),
            sources=naming.citations(fields),
        )
        for fields, name in naming.parts(file, "advice", _RULE_KEYS)
    )


def _conditions(fields: Fields, naming: Naming) -> list[Condition]:
    known = sorted({key for kind in _CONDITIONS.values() for key in kind[0]})
    conditions = []
    for group in fields.groups("when", known):
        kinds = [kind for kind in _CONDITIONS if kind in group.written]
        if len(kinds) != 1:
            group.notebook.note("Q608", group.node, known=", ".join(_CONDITIONS))
            continue
        keys, build = _CONDITIONS[kinds[0]]
        for key, (text, _) in group.entries.items():
            if key in known and key not in keys:
                group.notebook.note("S301", text, key=key, hint="", known=", ".join(keys))
        conditions.append(build(group, naming))
    return conditions


def _level_is(group: Fields, naming: Naming) -> Condition:
    return LevelIs(
        naming.reference(group.required("level"), "capability"),
        group.number("at-least", 0, _TOP, default=0),
        group.number("at-most", 0, _TOP, default=_TOP),
    )


def _any_level_in(group: Fields, naming: Naming) -> Condition:
    dimension = naming.reference(group.required("any-level-in"), "dimension")
    return AnyLevelIn(dimension, group.number("at-least", 0, _TOP))


def _score_ahead(group: Fields, naming: Naming) -> Condition:
    return ScoreAhead(
        naming.reference(group.required("dimension"), "dimension"),
        naming.reference(group.required("ahead-of"), "dimension"),
        group.number("by", 0, _PERCENT),
    )


def _target_at_least(group: Fields, _: Naming) -> Condition:
    return TargetAtLeast(group.number("target-at-least", 0, _TOP))


def _step_advised(group: Fields, naming: Naming) -> Condition:
    text = group.text("step-advised")
    if text is None:
        return StepAdvised("", None)
    capability, _, level = text.value.partition("@")
    name = naming.reference(Text(capability, text.line, text.column), "capability")
    if level not in {"", "1", "2", "3"}:
        group.notebook.note("Q605", text, value=shown(text.value))
        level = ""
    return StepAdvised(name, int(level) if level else None)


def _finding_count(group: Fields, _: Naming) -> Condition:
    finding = group.choice("finding", get_args(Finding), mark("a finding"))
    return FindingCount(cast("Finding", finding), group.number("at-least", 1, 99, default=1))


def _verdict_is(group: Fields, _: Naming) -> Condition:
    return VerdictIs(group.choice("verdict", get_args(Verdict), mark("a verdict")))


_CONDITIONS: Mapping[str, tuple[tuple[str, ...], Callable[[Fields, Naming], Condition]]] = {
    "level": (("level", "at-least", "at-most"), _level_is),
    "any-level-in": (("any-level-in", "at-least"), _any_level_in),
    "dimension": (("dimension", "ahead-of", "by"), _score_ahead),
    "target-at-least": (("target-at-least",), _target_at_least),
    "step-advised": (("step-advised",), _step_advised),
    "finding": (("finding", "at-least"), _finding_count),
    "verdict": (("verdict",), _verdict_is),
}


def _scope(fields: Fields, naming: Naming) -> StepScope | None:
    if "only" not in fields:
        return None
    group = fields.group("only", ("dimensions", "capabilities", "up-to"))
    return StepScope(
        naming.references(group, "dimensions", "dimension"),
        naming.references(group, "capabilities", "capability"),
        group.number("up-to", 1, _TOP),
    )
