"""A sheet of answers, moved to a newer version of its questionnaire by maps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from omniaudit.engine.conversion import Arrival, arrivals, joined
from omniaudit.model.answers import Answer, AnswerSheet, FitAnswer, Handoff, NotAsked, StepResult
from omniaudit.model.migration import Change, Kept, Kind, Migrated, Migration, Reply, StepReply
from omniaudit.model.questionnaire import Questionnaire


def migrate(
    sheet: AnswerSheet, way: Sequence[Migration], questionnaire: Questionnaire, longest_note: int
) -> Migrated:
    """The sheet after all maps of a way, and what they did to it.

    Nothing that was said is lost: what has no place any more is in `kept`. Notes that are put
    together are at most `longest_note` characters long, or else kept as they were.
    """
    moved = sheet
    changes: list[Change] = []
    kept: list[Kept] = []
    looks: set[tuple[Kind, str]] = set()
    for migration in way:
        passage = _Passage(moved, migration, longest_note)
        heirs = {(kind, new) for kind, old in looks for new in migration.heirs(kind, old)}
        looks = heirs | passage.flagged
        moved = passage.sheet
        changes += passage.changes
        kept += dict.fromkeys(passage.kept)
    version = f"{questionnaire.id}@{questionnaire.version}"
    moved = replace(moved, questionnaire=version, sha256="", warnings=())
    return Migrated(
        sheet=moved,
        changes=tuple(changes),
        second_look=tuple(name for kind, name in _asked(questionnaire) if (kind, name) in looks),
        kept=tuple(kept),
        unchanged=_unchanged(sheet, moved),
        new=_new(moved.business.profile, questionnaire, way),
        open=_open(moved, questionnaire),
    )


class _Passage:
    """One sheet through one map."""

    def __init__(self, old: AnswerSheet, migration: Migration, longest_note: int) -> None:
        self.old = old
        self.migration = migration
        self.longest_note = longest_note
        self.changes: list[Change] = []
        self.kept: list[Kept] = []
        self.flagged: set[tuple[Kind, str]] = set()
        answers = self._answers("question", old.answers)
        fit = self._answers("fit", old.fit)
        journeys, notes = self._journeys()
        business = replace(
            old.business,
            profile=self._renamed("profile", old.business.profile),
            size=self._renamed("size", old.business.size),
            channels=self._channels(),
        )
        self.sheet = replace(
            old,
            business=business,
            answers=answers,
            fit=cast("Mapping[str, FitAnswer]", fit),  # what was none has nothing to become one of
            handoffs=self._handoffs(),
            journeys=journeys,
            step_notes=notes,
        )

    def _answers(self, kind: Kind, given: Mapping[str, Answer]) -> Mapping[str, Answer]:
        """The answers under their new ids; several that meet at one are joined."""
        moves = self.migration.by_old(kind)
        arriving: dict[str, list[Arrival]] = {}
        for name, answer in given.items():
            move = moves.get(name)
            if move is not None and not move.new:
                self._keep(kind, name, answer, move.why)
            for new, arrival in arrivals(name, answer, move):
                arriving.setdefault(new, []).append(arrival)
        found: dict[str, Answer] = {}
        for new, those in arriving.items():
            answer, left = joined(those, self.longest_note)
            found[new] = answer
            for each in left:
                self._keep(kind, each.old, each.reply, each.why)
            if answer.flagged and (len(those) > 1 or those[0].is_doubtful):
                self.flagged.add((kind, new))
        self._tell(kind, given, found)
        return found

    def _tell(self, kind: Kind, given: Mapping[str, Answer], found: Mapping[str, Answer]) -> None:
        for move in self.migration.moves:
            old = tuple(each for each in move.old if each in given)
            if move.kind != kind or not old:
                continue
            before = tuple(given[each] for each in old)
            after = tuple(found.get(each, NotAsked()) for each in move.new)
            if move.how != "rescaled" or before != after:
                change = Change(move.how, kind, old, move.new, before, after, move.why)
                self.changes.append(change)

    def _keep(self, kind: Kind, name: str, reply: Reply | None, why: str) -> None:
        self.kept.append(Kept(self.migration.start, kind, name, reply, why))

    def _renamed(self, kind: Kind, name: str) -> str:
        (new,) = self.migration.heirs(kind, name)
        self._tell_named(kind, [name])
        return new

    def _tell_named(self, kind: Kind, there: Sequence[str]) -> None:
        """Tell of the moves of ids that are in the file."""
        for move in self.migration.moves:
            if move.kind == kind and move.old[0] in there:
                self.changes.append(Change(move.how, kind, move.old, move.new, why=move.why))

    def _why_gone(self, kind: Kind, name: str) -> str | None:
        """Why an id was removed; None when it was not."""
        move = self.migration.by_old(kind).get(name)
        return move.why if move is not None and not move.new else None

    def _channels(self) -> tuple[str, ...]:
        there: list[str] = []
        for name in self.old.business.channels:
            why = self._why_gone("channel", name)
            if why is not None:
                self._keep("channel", f"channels: {name}", None, why)
            there += self.migration.heirs("channel", name)
        pairs = (each for pair in self.old.handoffs for each in pair)
        self._tell_named("channel", [*self.old.business.channels, *pairs])
        return tuple(dict.fromkeys(there))

    def _handoffs(self) -> Mapping[tuple[str, str], Handoff]:
        """The handoffs that are still between two channels, each pair once."""
        found: dict[tuple[str, str], Handoff] = {}
        for pair, handoff in self.old.handoffs.items():
            ends = [new for each in pair for new in self.migration.heirs("channel", each)]
            if len(set(ends)) == len(pair) and (ends[0], ends[1]) not in found:
                found[ends[0], ends[1]] = handoff
                continue
            reasons = (self._why_gone("channel", each) for each in pair)
            why = next((each for each in reasons if each), "")
            self._keep("channel", " -> ".join(pair), handoff, why)
        return found

    def _journeys(
        self,
    ) -> tuple[Mapping[str, Mapping[str, StepResult]], Mapping[tuple[str, str], str]]:
        """The results of steps, and the notes on them, each step once."""
        replies = dict(_steps(self.old))
        results: dict[str, dict[str, StepResult]] = {}
        notes: dict[tuple[str, str], str] = {}
        taken: set[str] = set()
        for name, reply in replies.items():
            heirs = [each for each in self.migration.heirs("step", name) if each not in taken]
            if not heirs:
                journey = name.partition("/")[0]
                why = self._why_gone("step", name) or self._why_gone("journey", journey) or ""
                self._keep("step", name, reply, why)
            for new in heirs:
                taken.add(new)
                at, _, step = new.partition("/")
                if reply.result:
                    results.setdefault(at, {})[step] = reply.result
                if reply.note:
                    notes[at, step] = reply.note
        self._tell_named("journey", [name.partition("/")[0] for name in replies])
        self._tell_named("step", list(replies))
        return results, notes


def _steps(sheet: AnswerSheet) -> Iterator[tuple[str, StepReply]]:
    """What was said about each step, by `journey/step`."""
    ways = [(journey, step) for journey, walk in sheet.journeys.items() for step in walk]
    for journey, step in dict.fromkeys((*ways, *sheet.step_notes)):
        result = sheet.journeys.get(journey, {}).get(step)
        yield f"{journey}/{step}", StepReply(result, sheet.step_notes.get((journey, step), ""))


def _replies(sheet: AnswerSheet) -> Mapping[tuple[str, str], Reply]:
    """Every reply of a sheet by section and id."""
    return {
        **{("answers", name): answer for name, answer in sheet.answers.items()},
        **{("fit", name): answer for name, answer in sheet.fit.items()},
        **{("handoffs", " -> ".join(pair)): each for pair, each in sheet.handoffs.items()},
        **{("journeys", name): reply for name, reply in _steps(sheet)},
    }


def _unchanged(before: AnswerSheet, after: AnswerSheet) -> int:
    now = _replies(after)
    return sum(now.get(key) == reply for key, reply in _replies(before).items())


def _asked(questionnaire: Questionnaire, profile: str | None = None) -> list[tuple[Kind, str]]:
    """The questions and fit items, of one profile or of all."""
    asked = questionnaire.capabilities
    if profile is not None:
        asked = questionnaire.capabilities_for(profile)
    questions: list[tuple[Kind, str]] = [("question", each.id) for each in asked]
    return [*questions, *(("fit", each.id) for each in questionnaire.fit.items)]


def _new(profile: str, questionnaire: Questionnaire, way: Sequence[Migration]) -> tuple[str, ...]:
    """What no id of the older version leads to, if all of those are known."""
    if not way or not way[0].before.is_whole:
        return ()
    kinds: tuple[Kind, ...] = ("question", "fit")
    reached = {(kind, name) for kind in kinds for name in way[0].before.names[kind]}
    for migration in way:
        reached = {(kind, new) for kind, old in reached for new in migration.heirs(kind, old)}
    return tuple(
        name for kind, name in _asked(questionnaire, profile) if (kind, name) not in reached
    )


def _open(sheet: AnswerSheet, questionnaire: Questionnaire) -> int:
    replies = {"question": sheet.answers, "fit": sheet.fit}
    return sum(
        isinstance(replies[kind].get(name, NotAsked()), NotAsked)
        for kind, name in _asked(questionnaire, sheet.business.profile)
    )
