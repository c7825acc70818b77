"""What a case expects, from under its `expect`; every id in it must be the questionnaire's."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import cast, get_args

from omniaudit.language import mark, say
from omniaudit.load.clean_text import shown
from omniaudit.load.fields import Fields, items_of, number_of, text_of
from omniaudit.load.tree import Items, Node, Text
from omniaudit.model.cases import Expectation, Listed, Part, Result, StageResult
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.terms import LEVELS
from omniaudit.problems import Place

_STAGES = get_args(StageResult)
_LISTS = get_args(Listed)
_PARTS = get_args(Part)
KEYS = (*_STAGES, "fit", "index", *_PARTS, *_LISTS)
_WHOLE = 100


def read_expectations(file: Fields, questionnaire: Questionnaire) -> tuple[Expectation, ...]:
    """What must come out of a case, in the order of the file."""
    return tuple(_Reader(file, questionnaire).all())


class _Reader:
    def __init__(self, file: Fields, questionnaire: Questionnaire) -> None:
        self.group = file.group("expect", KEYS)
        self.notebook = file.notebook
        self.questionnaire = questionnaire
        self.stages = [each.id for each in questionnaire.stages]

    def all(self) -> Iterator[Expectation]:
        group = self.group
        if group.is_there and not group.entries:
            self.notebook.note("C551", group.node)
        for key, (place, node) in group.entries.items():
            if key in _STAGES:
                wanted = group.choice(key, self.stages, mark("a stage"), default="")
                yield self._expectation(key, place, (wanted,))
            elif key == "fit":
                verdicts = [each.id for each in self.questionnaire.fit.verdicts]
                wanted = group.choice(key, verdicts, mark("a verdict"), default="")
                yield self._expectation(key, place, (wanted,))
            elif key == "index":
                low, high = group.range(key, 0, _WHOLE)
                yield self._expectation(key, place, (str(low), str(high)))
            elif key in _PARTS:
                yield from self._parts(key)
            elif key in _LISTS:
                yield self._expectation(key, place, tuple(self._words(key, node)))

    def _parts(self, key: str) -> Iterator[Expectation]:
        for part, node in self.group.pairs(key):
            if key == "dimensions":
                self._check(part, self.questionnaire.dimension, key)
                text = text_of(node, self.notebook, part.value)
                if text is not None and text.value not in self.stages:
                    what = say("a stage")
                    self.notebook.note_unknown("S305", text, self.stages, what=what)
                wanted = text.value if text else ""
            else:
                self._check(part, self.questionnaire.capability, key)
                level = number_of(node, self.notebook, part.value, LEVELS[0], LEVELS[-1])
                wanted = str(level)
            yield self._expectation(key, part, (wanted,), part.value)

    def _words(self, key: str, node: Node) -> Iterator[str]:
        known = self._known(key)
        for item in items_of(node, self.notebook, key):
            if key == "islands" and isinstance(item, Items):
                texts = [text_of(each, self.notebook, key) for each in item.items]
            else:
                texts = [text_of(item, self.notebook, key)]
            for text in texts:
                if text is not None:
                    self._check(text, known, key)
            yield " + ".join(sorted(text.value for text in texts if text is not None))

    def _known(self, key: str) -> Collection[str]:
        ours = self.questionnaire
        known: Mapping[str, Collection[str]] = {
            "blockers": (*ours.dimension, *ours.capability, *ours.journey),
            "islands": ours.channel,
            "must": ours.step,
            "steps": ours.step,
        }
        return known.get(key, ours.capability)

    def _check(self, text: Text, known: Collection[str], key: str) -> None:
        if text.value not in known:
            hint = self.notebook.hint(text.value, known)
            self.notebook.note("C552", text, value=shown(text.value), key=key, hint=hint)

    def _expectation(
        self, key: str, place: Text, wanted: tuple[str, ...], part: str = ""
    ) -> Expectation:
        where = Place(self.notebook.file, place.line, place.column)
        return Expectation(cast("Result", key), wanted, where, part)
