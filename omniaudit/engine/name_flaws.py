"""Ids and codes that would be taken for one another, or for a word of the interview."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.model.flaw import Flaw, Path
from omniaudit.model.questionnaire import Questionnaire

SECTIONS = ("business", "fit", "handoffs", "journeys", "flagged", "unanswered")
"""What `g` and `--only` mean besides dimensions."""


def name_flaws(questionnaire: Questionnaire) -> Iterator[Flaw]:
    """What is named so that somebody who types the name gets something else."""
    yield from _repeated_ids(questionnaire)
    for codes in _codes(questionnaire):
        yield from _repeated("Q623", codes)
    yield from _taken_words(questionnaire)


def _repeated_ids(questionnaire: Questionnaire) -> Iterator[Flaw]:
    """Questions are found by their ids alone, whatever their kind and in whichever letters."""
    return _repeated("Q603", [(name, (*path, "id")) for name, path in _questions(questionnaire)])


def _questions(questionnaire: Questionnaire) -> list[tuple[str, Path]]:
    return [
        *((each.id, ("capabilities", each.id)) for each in questionnaire.capabilities),
        *((each.id, ("journeys", each.id)) for each in questionnaire.journeys),
        *((each.id, ("fit", "items", each.id)) for each in questionnaire.fit.items),
    ]


def _codes(questionnaire: Questionnaire) -> Iterator[list[tuple[str, Path]]]:
    """The codes that stand side by side: of questions, of dimensions, of profiles."""
    yield [
        *((each.code, ("capabilities", each.id, "code")) for each in questionnaire.capabilities),
        *((each.code, ("journeys", each.id, "code")) for each in questionnaire.journeys),
    ]
    yield [(each.code, ("dimensions", each.id, "code")) for each in questionnaire.dimensions]
    yield [(each.code, ("profiles", each.id, "code")) for each in questionnaire.profiles]


def _repeated(code: str, names: list[tuple[str, Path]]) -> Iterator[Flaw]:
    seen: dict[str, Path] = {}
    for name, path in names:
        if name.lower() in seen:
            yield Flaw(code, path, {"value": name}, first=seen[name.lower()])
        seen.setdefault(name.lower(), path)


def _taken_words(questionnaire: Questionnaire) -> Iterator[Flaw]:
    for dimension in questionnaire.dimensions:
        if dimension.id in SECTIONS:
            yield Flaw("Q624", ("dimensions", dimension.id, "id"), {"value": dimension.id})
    for name, path in _numbered(questionnaire):
        if name.replace(".", "").isdigit():
            yield Flaw("Q625", path, {"value": name})


def _numbered(questionnaire: Questionnaire) -> Iterator[tuple[str, Path]]:
    """What can be typed by its name or by its number."""
    for name, path in _questions(questionnaire):
        yield name, (*path, "id")
    yield from next(_codes(questionnaire))
    for key, parts in (
        ("stages", questionnaire.stages),
        ("profiles", questionnaire.profiles),
        ("sizes", questionnaire.sizes),
        ("channels", questionnaire.channels),
    ):
        yield from ((each.id, (key, each.id, "id")) for each in parts)
