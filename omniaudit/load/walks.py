"""The journeys in an answers file: what came of each step, and the notes on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast, get_args

from omniaudit.language import mark
from omniaudit.load.fields import Fields, pairs_of, text_of
from omniaudit.load.replies import note_of
from omniaudit.load.tree import Entries, Node, Text
from omniaudit.model.answers import StepResult
from omniaudit.model.questionnaire import Questionnaire

_STEP_KEYS = ("result", "note")
_RESULTS = get_args(StepResult)
_A_RESULT = mark("pass, fail, not-applicable or not-tested")


class Walks:
    """Reads the journeys of one file; every id in them must be the questionnaire's.

    An empty `profile` was not understood.
    """

    def __init__(self, file: Fields, questionnaire: Questionnaire, profile: str) -> None:
        self.notebook = file.notebook
        self.results: dict[str, Mapping[str, StepResult]] = {}
        self.notes: dict[tuple[str, str], str] = {}
        known = questionnaire.journey
        for key, node in file.pairs("journeys"):
            if key.value not in known:
                self.notebook.note_unknown("A415", key, known)
                continue
            journey = known[key.value]
            if profile and profile not in journey.profiles:
                self.notebook.note("A406", key, question=journey.id, profile=profile)
            pairs = pairs_of(node, self.notebook, key.value)
            results = self._walk(journey.id, pairs, [step.id for step in journey.steps])
            if results:
                self.results[journey.id] = results

    def _walk(
        self, journey: str, pairs: list[tuple[Text, Node]], steps: list[str]
    ) -> Mapping[str, StepResult]:
        results: dict[str, StepResult] = {}
        for key, node in pairs:
            if key.value not in steps:
                self.notebook.note_unknown("A416", key, steps)
                continue
            result, note = self._step(node, key.value)
            if result:
                results[key.value] = result
            if note:
                self.notes[journey, key.value] = note
        return results

    def _step(self, node: Node, name: str) -> tuple[StepResult | None, str]:
        if not isinstance(node, Entries):
            return self._result(node, name), ""
        group = Fields(node, self.notebook, name, _STEP_KEYS)
        if not group.entries:
            self.notebook.note("S302", node, key="result")
        result = group.node_of("result")
        return None if result is None else self._result(result, "result"), note_of(group)

    def _result(self, node: Node, name: str) -> StepResult | None:
        text = text_of(node, self.notebook, name, _A_RESULT)
        if text is None:
            return None
        if text.value in _RESULTS:
            return cast("StepResult", text.value)
        self.notebook.note_unknown("A417", text, _RESULTS)
        return None
