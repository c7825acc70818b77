"""The replies in an answers file: to the questions, on fit and on handoffs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from omniaudit.language import mark, say
from omniaudit.load.clean_text import MAX_NOTE, clean, shown
from omniaudit.load.fields import Fields, prose_of, text_of
from omniaudit.load.tree import Entries, Node, Text
from omniaudit.model.answers import (
    Answer,
    Answered,
    Coverage,
    Evidence,
    FitAnswer,
    Handoff,
    NotApplicable,
    NotAsked,
    Unknown,
)
from omniaudit.model.questionnaire import Questionnaire

_LEVELS = {"0": 0, "1": 1, "2": 2, "3": 3}
_BARE: Mapping[str, Answered | Unknown] = {
    **{word: Answered(level) for word, level in _LEVELS.items()},
    "unknown": Unknown(),
}
_NOT_ASKED = NotAsked()
_ANSWER_KEYS = ("level", "not-applicable", "coverage", "evidence", "note", "flag")
_FIT_KEYS = ("level", "note", "flag")
_HANDOFF_KEYS = ("level", "traffic", "note")
COVERAGE = {each.name.lower(): each for each in Coverage}
EVIDENCE = {each.name.lower(): each for each in Evidence}
_A_LEVEL = mark("0, 1, 2, 3 or `unknown`")


def pair_of(key: str) -> tuple[str, str]:
    """The two channels that the key of a handoff names; empty where one is missing."""
    start, _, end = key.replace("→", "->").partition("->")
    return start.strip(), end.strip()


def note_of(group: Fields) -> str:
    """The note on a reply, all of it, or nothing."""
    node = group.node_of("note")
    return "" if node is None else prose_of(node, group.notebook, "note", limit=MAX_NOTE)


def _ordinary(node: Node) -> Answer | None:
    """An answer that nothing can be said about, as nearly all are; None for any other.

    It is what `Replies` makes of the same, only sooner.
    """
    if isinstance(node, Text):
        return _BARE.get(node.value)
    if not isinstance(node, Entries):
        return None
    level = coverage = evidence = None
    note = ""
    for key, (_, said) in node.entries.items():
        value = said.value if isinstance(said, Text) else ""
        if key == "note" and value and clean(value, limit=MAX_NOTE) == value:
            note = value
        elif key == "level" and value in _BARE:
            level = value
        elif key == "coverage" and value in COVERAGE:
            coverage = COVERAGE[value]
        elif key == "evidence" and value in EVIDENCE:
            evidence = EVIDENCE[value]
        else:
            return None
    if level in _LEVELS:
        return Answered(_LEVELS[level], coverage, evidence or Evidence.SAID, note)
    return Unknown(note) if level and coverage is None and evidence is None else None


class Replies:
    """Reads the replies of one file; every id in them must be the questionnaire's."""

    def __init__(self, file: Fields, questionnaire: Questionnaire) -> None:
        self.file = file
        self.notebook = file.notebook
        self.questionnaire = questionnaire

    def answers(self, profile: str) -> Mapping[str, Answer]:
        """The answers to the questions; an empty `profile` was not understood."""
        answers: dict[str, Answer] = {}
        known = self.questionnaire.capability
        for key, node in self.file.pairs("answers"):
            name = key.value
            asked = known.get(name)
            if asked is None:
                self._note_no_question(key)
                continue
            if profile and profile not in asked.weights:
                self.notebook.note("A406", key, question=name, profile=profile)
            answer = _ordinary(node) or self._answer(node, name)
            if not (isinstance(answer, NotAsked) and answer == _NOT_ASKED):
                answers[name] = answer
        return answers

    def _note_no_question(self, key: Text) -> None:
        known = self.questionnaire.capability
        codes = {each.code.lower(): each.id for each in known.values()}
        if key.value.lower() not in codes:
            self.notebook.note_unknown("A403", key, known)
            return
        code, name = shown(key.value), codes[key.value.lower()]
        hint = " " + say("{code} is `{id}`.", code=code, id=name)
        self.notebook.note("A403", key, value=code, hint=hint)

    def _answer(self, node: Node, name: str) -> Answer:
        if not isinstance(node, Entries):
            return self._level(node, name) or _NOT_ASKED
        group = Fields(node, self.notebook, name, _ANSWER_KEYS)
        note = note_of(group)
        flagged = group.yes_no("flag", default=False)
        _, reason = group.written.get("not-applicable", (None, None))
        if reason is not None:
            return self._not_applicable(group, reason, note, flagged=flagged)
        level = group.node_of("level")
        answer = None if level is None else self._level(level, "level")
        if isinstance(answer, Answered):
            return Answered(
                answer.level, self._coverage(group), self._evidence(group), note, flagged
            )
        if isinstance(answer, Unknown) or level is None:
            self._refuse_details(group)
        if not group.entries:
            self.notebook.note("S302", node, key="level")
        return Unknown(note, flagged) if isinstance(answer, Unknown) else NotAsked(note, flagged)

    def _level(self, node: Node, name: str) -> Answered | Unknown | None:
        text = text_of(node, self.notebook, name, _A_LEVEL)
        if text is None:
            return None
        if text.value in _BARE:
            return _BARE[text.value]
        code = "A405" if text.value == "not-applicable" else "A404"
        self.notebook.note(code, text, value=shown(text.value))
        return None

    def _not_applicable(self, group: Fields, reason: Node, note: str, *, flagged: bool) -> Answer:
        if "level" in group:
            self.notebook.note("A407", group.entries["level"][0])
        self._refuse_details(group)
        if isinstance(reason, Text) and not clean(reason.value):
            self.notebook.note("A405", reason)
            return NotApplicable("", note, flagged)
        if self.questionnaire.capability[group.name].always_applies:
            self.notebook.note("A421", reason, question=group.name)
        told = prose_of(reason, self.notebook, "not-applicable", limit=MAX_NOTE)
        return NotApplicable(told, note, flagged)

    def _refuse_details(self, group: Fields) -> None:
        for key in ("coverage", "evidence"):
            if key in group:
                self.notebook.note("A408", group.entries[key][0], key=key)

    def _coverage(self, group: Fields) -> Coverage | None:
        word = group.choice("coverage", COVERAGE, mark("a coverage"), default="")
        return COVERAGE[word] if word else None

    def _evidence(self, group: Fields) -> Evidence:
        return EVIDENCE[group.choice("evidence", EVIDENCE, mark("evidence"), default="said")]

    def fit(self) -> Mapping[str, FitAnswer]:
        """The answers on what the business needs and can carry."""
        fit: dict[str, FitAnswer] = {}
        pairs = self.file.pairs("fit")
        known = [item.id for item in self.questionnaire.fit.items] if pairs else []
        for key, node in pairs:
            if key.value not in known:
                self.notebook.note_unknown("A409", key, known)
                continue
            answer = self._fit_answer(node, key.value)
            if not (isinstance(answer, NotAsked) and answer == _NOT_ASKED):
                fit[key.value] = answer
        return fit

    def _fit_answer(self, node: Node, name: str) -> FitAnswer:
        if not isinstance(node, Entries):
            return self._fit_level(node, name, "", flagged=False)
        group = Fields(node, self.notebook, name, _FIT_KEYS)
        note = note_of(group)
        flagged = group.yes_no("flag", default=False)
        level = group.node_of("level")
        if level is not None:
            return self._fit_level(level, "level", note, flagged=flagged)
        if not group.entries:
            self.notebook.note("S302", node, key="level")
        return NotAsked(note, flagged)

    def _fit_level(self, node: Node, name: str, note: str, *, flagged: bool) -> FitAnswer:
        text = text_of(node, self.notebook, name, _A_LEVEL)
        if text is not None and text.value in _LEVELS:
            return Answered(_LEVELS[text.value], note=note, flagged=flagged)
        if text is not None and text.value != "unknown":
            self.notebook.note("A410", text, value=shown(text.value))
        return Unknown(note, flagged)

    def handoffs(self, channels: tuple[str, ...]) -> Mapping[tuple[str, str], Handoff]:
        """How customers get from channel to channel."""
        handoffs: dict[tuple[str, str], Handoff] = {}
        for key, node in self.file.pairs("handoffs"):
            pair = self._pair(key, channels)
            if pair is None:
                continue
            if pair in handoffs:
                self.notebook.note("S307", key, value=shown(" -> ".join(pair)))
            handoffs[pair] = self._handoff(node, key.value)
        return handoffs

    def _pair(self, key: Text, channels: tuple[str, ...]) -> tuple[str, str] | None:
        start, end = pair_of(key.value)
        if not start or not end:
            self.notebook.note("A411", key, value=shown(key.value))
            return None
        if start == end:
            self.notebook.note("A412", key, value=shown(key.value))
            return None
        for name in (start, end):
            self._check_channel(Text(name, key.line, key.column), channels)
        return start, end

    def _check_channel(self, name: Text, listed: tuple[str, ...]) -> None:
        known = self.questionnaire.channel
        if name.value not in known:
            self.notebook.note_unknown("S305", name, known, what=say("a channel"))
        elif name.value not in listed:
            self.notebook.note("A413", name, value=name.value)

    def _handoff(self, node: Node, name: str) -> Handoff:
        if not isinstance(node, Entries):
            return self._handoff_level(node, name)
        group = Fields(node, self.notebook, name, _HANDOFF_KEYS)
        note = note_of(group)
        level = group.node_of("level") if note else group.required("level")
        return replace(
            Handoff(None, asked=False) if level is None else self._handoff_level(level, "level"),
            traffic=group.number("traffic", 0, 3, default=1),
            note=note,
        )

    def _handoff_level(self, node: Node, name: str) -> Handoff:
        text = text_of(node, self.notebook, name, _A_LEVEL)
        if text is None or text.value == "unknown":
            return Handoff(None)
        if text.value == "not-applicable":
            return Handoff(None, applies=False)
        if text.value not in _LEVELS:
            self.notebook.note("A414", text, value=shown(text.value))
        return Handoff(_LEVELS.get(text.value))
