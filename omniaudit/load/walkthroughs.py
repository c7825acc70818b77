"""The journeys, fit and handoff scale of a questionnaire file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from omniaudit.language import mark, say
from omniaudit.load.clean_text import shown
from omniaudit.load.fields import Fields, number_of
from omniaudit.load.naming import Naming
from omniaudit.load.tree import Items, Text
from omniaudit.model.scorecard import Verdict
from omniaudit.model.terms import Term
from omniaudit.model.walkthroughs import Fit, FitItem, HandoffScale, Journey, JourneyStep

_JOURNEY_KEYS = (
    "code",
    "name",
    "story",
    "profiles",
    "default-for",
    "weight",
    "sources",
    "steps",
)
_STEP_KEYS = ("channel", "name", "pass", "critical", "requires")
_FIT_KEYS = ("factors", "need", "need-cuts", "capacity", "capacity-cuts", "items", "verdicts")
_ITEM_KEYS = ("name", "question", "why", "answers", "reversed")
_SCALE = 4
_MAX_WEIGHT = 3
_HUNDREDTHS = 300
_PERCENT = 100


def read_journeys(file: Fields, naming: Naming) -> tuple[Journey, ...]:
    """Read all journeys."""
    return tuple(
        Journey(
            id=name.value,
            code=fields.line("code"),
            name=fields.line("name"),
            story=fields.prose("story"),
            profiles=naming.references(fields, "profiles", "profile", required=True),
            default_for=naming.references(fields, "default-for", "profile"),
            weight=fields.number("weight", 0, _MAX_WEIGHT, default=1),
            steps=tuple(_steps(fields, naming)),
            sources=naming.citations(fields),
        )
        for fields, name in naming.parts(file, "journeys", _JOURNEY_KEYS)
    )


def _steps(fields: Fields, naming: Naming) -> Iterator[JourneyStep]:
    for group, name in naming.parts(fields, "steps", _STEP_KEYS, least=1):
        channel = group.node_of("channel")
        step = JourneyStep(
            id=name.value,
            name=group.line("name"),
            criterion=group.prose("pass"),
            channel=None if channel is None else naming.reference(channel, "channel"),
            critical=group.yes_no("critical", default=False),
            requires=naming.requirements(group, "requires"),
        )
        if step.requires and not step.critical:
            fields.notebook.note("Q609", group.node)
        yield step


def read_fit(file: Fields, naming: Naming) -> Fit:
    """Read the section on what the business needs and can carry."""
    fields = file.group("fit", _FIT_KEYS)
    factors = read_terms(fields, "factors", naming, meaning="about", least=1)
    names = [factor.id for factor in factors]
    return Fit(
        factors=factors,
        need=_need(fields, names),
        need_cuts=fields.range("need-cuts", 0, _HUNDREDTHS),
        capacity=fields.choice("capacity", names, mark("a factor")),
        capacity_cuts=fields.range("capacity-cuts", 0, _HUNDREDTHS),
        items=tuple(_fit_items(fields, naming, names)),
        verdicts=_verdicts(fields, naming),
    )


def _need(fields: Fields, factors: list[str]) -> Mapping[str, int]:
    fields.required("need")
    need = {}
    for key, node in fields.pairs("need"):
        if key.value not in factors:
            fields.notebook.note_unknown("S305", key, factors, what=say("a factor"))
        need[key.value] = number_of(node, fields.notebook, key.value, 0, _PERCENT)
    return need


def _fit_items(fields: Fields, naming: Naming, factors: list[str]) -> Iterator[FitItem]:
    for group, name in naming.parts(fields, "items", _ITEM_KEYS):
        factor = Text(name.value.split(".")[0], name.line, name.column)
        if factor.value and factor.value not in factors:
            fields.notebook.note_unknown("S305", factor, factors, what=say("a factor"))
        yield FitItem(
            id=name.value,
            factor=factor.value,
            name=group.line("name"),
            question=group.prose("question"),
            why=group.prose("why"),
            answers=group.lines("answers", count=_SCALE),
            is_reversed=group.yes_no("reversed", default=False),
        )


def _verdicts(fields: Fields, naming: Naming) -> tuple[Term, ...]:
    verdicts = read_terms(fields, "verdicts", naming)
    node = fields.node_of("verdicts")
    if isinstance(node, Items) and {each.id for each in verdicts} != set(get_args(Verdict)):
        wanted = say("the five verdicts {verdicts}", verdicts=", ".join(get_args(Verdict)))
        found = ", ".join(shown(each.id) for each in verdicts)
        fields.notebook.note("S303", node, key="verdicts", wanted=wanted, found=found)
    return verdicts


def read_handoff_scale(file: Fields) -> HandoffScale:
    """Read the levels and traffic classes of handoffs; without levels none are asked."""
    fields = file.group("handoffs", ("levels", "traffic", "stage-cuts"))
    cuts = fields.group("stage-cuts", ("joined", "full"))
    return HandoffScale(
        levels=_scale(fields, "levels"),
        traffic=_scale(fields, "traffic"),
        joined_cut=cuts.number("joined", 0, _PERCENT),
        full_cut=cuts.number("full", 0, _PERCENT),
    )


def _scale(fields: Fields, key: str) -> tuple[str, ...]:
    """Four texts, or none at all."""
    node = fields.node_of(key)
    is_left_out = isinstance(node, Items) and not node.items
    return () if is_left_out else fields.lines(key, count=_SCALE)


def read_terms(
    fields: Fields, key: str, naming: Naming, *, meaning: str = "meaning", least: int = 0
) -> tuple[Term, ...]:
    """Read a list of named terms; `meaning` is the key of their explanation."""
    return tuple(
        Term(name.value, group.line("name"), group.prose(meaning))
        for group, name in naming.parts(fields, key, ("name", meaning), least=least)
    )
