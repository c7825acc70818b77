"""The capabilities of a questionnaire file: ladders, weights and steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.fields import Fields
from omniaudit.load.naming import Naming
from omniaudit.load.places import place_of
from omniaudit.load.tree import Node, Text
from omniaudit.model.capability import Capability, Requirement, Step
from omniaudit.model.terms import Band, Dimension

_KEYS = (
    "code",
    "name",
    "question",
    "why",
    "who",
    "levels",
    "example",
    "evidence",
    "kpis",
    "profiles",
    "always-applies",
    "sources",
    "steps",
)
_STEP_KEYS = ("to", "title", "action", "effort", "horizon", "kpi", "requires")
_WEIGHTS = {"core": 2, "optional": 1}
_LADDER = 4
_MONTHS = 60


def read_capabilities(
    file: Fields, naming: Naming, bands: Mapping[str, Band], dimensions: Mapping[str, Dimension]
) -> tuple[Capability, ...]:
    """Read all capabilities; the part of an id before its dot is its dimension."""
    capabilities = tuple(
        _capability(fields, name, naming, bands, dimensions)
        for fields, name in naming.parts(file, "capabilities", _KEYS, least=1)
    )
    _check_circles(file, capabilities)
    return capabilities


def _capability(
    fields: Fields,
    name: Text,
    naming: Naming,
    bands: Mapping[str, Band],
    dimensions: Mapping[str, Dimension],
) -> Capability:
    dimension = name.value.split(".", maxsplit=1)[0]
    if dimension and dimension not in dimensions:
        hint = fields.notebook.hint(dimension, dimensions)
        fields.notebook.note("Q604", name, what=say("dimension"), value=shown(dimension), hint=hint)
    return Capability(
        id=name.value,
        code=fields.line("code"),
        dimension=dimension,
        name=fields.line("name"),
        question=fields.prose("question"),
        why=fields.prose("why"),
        who=fields.prose("who"),
        levels=fields.lines("levels", count=_LADDER),
        example=fields.prose("example", default=""),
        evidence=fields.lines("evidence", required=False),
        kpis=fields.lines("kpis", required=False),
        weights=_weights(fields, naming),
        always_applies=fields.yes_no("always-applies", default=False),
        sources=naming.citations(fields),
        steps=_steps(fields, name.value, naming, bands),
    )


def _weights(fields: Fields, naming: Naming) -> Mapping[str, int]:
    fields.required("profiles")
    weights = {}
    for key, node in fields.pairs("profiles"):
        profile = naming.reference(key, "profile")
        if isinstance(node, Text) and node.value in _WEIGHTS:
            weights[profile] = _WEIGHTS[node.value]
        else:
            text = node if isinstance(node, Text) else Text("", node.line, node.column)
            fields.notebook.note_unknown("S305", text, _WEIGHTS, what=say("a weight"))
    return weights


def _steps(
    fields: Fields, capability: str, naming: Naming, bands: Mapping[str, Band]
) -> tuple[Step, ...]:
    steps = []
    for level, group in enumerate(fields.groups("steps", _STEP_KEYS, count=_LADDER - 1), 1):
        to = group.text("to")
        if to is not None and to.value != str(level):
            fields.notebook.note("Q607", to)
        steps.append(
            Step(
                capability=capability,
                level=level,
                title=group.line("title"),
                action=group.prose("action"),
                band=bands.get(naming.reference(group.required("effort"), "band"), _NO_BAND),
                horizon=group.range("horizon", 0, _MONTHS),
                kpi=group.prose("kpi"),
                requires=naming.requirements(group, "requires"),
            )
        )
    return tuple(steps)


_NO_BAND = Band("", "", (1, 1), 1)


def _check_circles(file: Fields, capabilities: tuple[Capability, ...]) -> None:
    """Every step must be reachable: no step may wait, over others, for itself."""
    needs: TopologicalSorter[str] = TopologicalSorter()
    for capability in capabilities:
        for step in capability.steps:
            needs.add(step.id, *(need.id for need in step.requires))
            if step.level > 1:
                needs.add(step.id, Requirement(step.capability, step.level - 1).id)
    try:
        needs.prepare()
    except CycleError as error:
        circle = error.args[1][::-1]
        told = " → ".join(shown(step) for step in circle)
        file.notebook.note("Q606", _link_of(file.node, circle), circle=told)


def _link_of(root: Node, circle: Sequence[str]) -> Node:
    """A requirement of a circle of steps, best one that is written and not taken over.

    What is taken over stands where its capability stands. A circle has a requirement: steps of
    one ladder alone make none.
    """
    links = []
    for step, need in pairwise(circle):
        name, _, level = step.partition("@")
        way = ("capabilities", name, "steps", int(level) - 1, "requires")
        needs, part = place_of(root, way), place_of(root, way[:2])
        found = place_of(needs, (need,))
        if found is not needs:
            links.append((_at(found) == _at(part), found))
    return min(links, key=lambda each: each[0])[1]


def _at(node: Node) -> tuple[int, int]:
    return node.line, node.column
