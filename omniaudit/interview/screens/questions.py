"""How a question is put: its text, its ladder, and what explains it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omniaudit.interview.agenda import (
    FitPoint,
    HandoffRow,
    Moment,
    Practice,
    Question,
    section_of,
    state_of,
)
from omniaudit.interview.answering import example
from omniaudit.interview.commands import COMMANDS
from omniaudit.interview.particulars import Particular
from omniaudit.interview.recording import ends_of, note_of
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import called, value_of
from omniaudit.interview.screens.scene import Scene
from omniaudit.model.terms import Term
from omniaudit.model.walkthroughs import Journey

_INDENT = "     "
_LEVELS = "0, 1, 2 or 3"
_ROW_KEYS = (
    "d don't know, n nobody goes this way, - leaves one open; 2x3 adds how many customers go, from"
    " 0 nobody to 3 very many."
)
_HOW = {
    Practice: f"Type {_LEVELS}, perhaps with a note after it; d don't know, n not applicable,"
    " s skip, b back.",
    FitPoint: f"Type {_LEVELS}; d don't know, s skip, b back.",
    HandoffRow: f"Type one answer a channel, 0 to 3. {_ROW_KEYS} s skips the row.",
    Moment: "Type 1 passed or 0 failed, perhaps with a note; d not tested, n not applicable.",
}


def asked(scene: Scene, question: Question) -> tuple[Line, ...]:
    """A question as it stands on the screen."""
    return (Line(), *_header(scene, question), Line(), *_body(scene, question))


def _header(scene: Scene, question: Question) -> Iterator[Line]:
    section = section_of(question)
    if isinstance(question, Particular):
        return
    inside = scene.agenda.section(section)
    units = list(dict.fromkeys(scene.agenda.number[each.key] for each in inside))
    place = units.index(scene.agenda.number[question.key]) + 1
    left = scene.minutes_left
    left_words = f", about {left} min left" if left else ""
    number = scene.agenda.number[question.key]
    yield Line(
        f"{scene.title_of(section)}, {place} of {len(units)}",
        end=f"Q{number} of {scene.agenda.total}{left_words}",
    )


def _body(scene: Scene, question: Question) -> Iterator[Line]:
    match question:
        case Particular():
            yield Line(question.question)
            yield from _options(question)
        case Practice():
            profile = scene.sheet.business.profile
            capability = question.capability
            yield Line(capability.question_for(profile), f"{capability.code}  ")
            if example := capability.example_for(profile):
                yield Line(f"For example: {example}", _INDENT)
            yield from _ladder(capability.levels_for(profile))
        case FitPoint():
            yield Line(question.item.question)
            yield from _ladder(question.item.answers)
        case HandoffRow():
            yield from _row(scene, question)
        case Moment():
            yield from _moment(question)
    yield from _so_far(scene, question)


def _options(particular: Particular) -> Iterator[Line]:
    """Options in a line each; channels speak for themselves and stand close together."""
    if particular.many:
        options = [
            f"{number}\u00a0{option.name}".replace(" ", "\u00a0")
            for number, option in enumerate(particular.options, 1)
        ]
        yield Line("   ".join(options), "  ")
        return
    for number, option in enumerate(particular.options, 1):
        yield Line(_explained(option), f"{number:>3}  ")


def _explained(term: Term) -> str:
    return f"{term.name}: {term.meaning}" if term.meaning else term.name


def _ladder(levels: Sequence[str]) -> Iterator[Line]:
    for level, text in enumerate(levels):
        yield Line(text, f"{_INDENT}{level}  ")


def _row(scene: Scene, row: HandoffRow) -> Iterator[Line]:
    start = scene.channel(row.start)
    yield Line(f"A customer starts in {start} and goes on elsewhere. How well does that work?")
    yield from _ladder(scene.questionnaire.handoffs.levels)
    ends = "   ".join(
        f"{number}.\u00a0{scene.channel(end)}".replace(" ", "\u00a0")
        for number, end in enumerate(row.ends, 1)
    )
    yield Line(ends, "To:  ")
    yield Line(f"One answer for each, in this order, such as {example(row)}. {_ROW_KEYS}")
    if row.start == scene.sheet.business.channels[0]:
        yield Line("These rows are a second view: they do not move the stage. s leaves one out.")


def _moment(moment: Moment) -> Iterator[Line]:
    steps = moment.journey.steps
    place = steps.index(moment.step)
    if not place:
        yield Line(moment.journey.story, f"{moment.journey.code}  ")
        yield Line()
    critical = " (critical)" if moment.step.critical else ""
    start = f"{moment.journey.code}  Step {place + 1} of {len(steps)}{critical}. "
    yield Line(f"{start}{moment.step.name}: {moment.step.criterion}")
    yield Line("1 passed   0 failed   d not tested   n not applicable", _INDENT)


def _so_far(scene: Scene, question: Question) -> Iterator[Line]:
    grades = scene.grades(question)
    if grades:
        yield Line(f"So far: {', '.join(grades)}.")
    for end in ends_of(question):
        note = note_of(scene.sheet, question, end)
        if note and not scene.present:
            yield Line(f"Note{f' on {end}' if end else ''}: {note}")


def prompt(scene: Scene, question: Question) -> str:
    """What stands before the cursor at a question."""
    value = value_of(scene.sheet, question)
    if isinstance(question, Particular):
        out = ", - leaves it out" if question.clears else ""
        return f"{value}; Enter keeps it{out}> " if value else "Answer> "
    if state_of(scene.sheet, question) == "open":
        return f"{called(question)} is {value} so far. Answer> " if value else "Answer> "
    return f"{called(question)} was {value}. Enter keeps it, or a new answer> "


def how_to_answer(question: Question) -> str:
    """What can be typed at a question, in a sentence."""
    if isinstance(question, Particular):
        return "Type a number from the list." if question.options else "Type a text."
    return _HOW[type(question)]


def grades(terms: Sequence[Term]) -> tuple[Line, ...]:
    """The grades to choose from, such as those of evidence."""
    return tuple(
        Line(f"{term.id}: {term.meaning}", f"{_INDENT}{number}  ")
        for number, term in enumerate(terms)
    )


def explained(scene: Scene, question: Question) -> tuple[Line, ...]:
    """Why a question is asked, what to look at, who usually knows."""
    match question:
        case Practice():
            capability = question.capability
            return (
                Line(f"Why we ask: {capability.why}"),
                Line(f"To look at: {'; '.join(capability.evidence)}."),
                Line(f"Who usually knows: {capability.who}."),
                Line(f"To measure: {'; '.join(capability.kpis)}."),
                *_next_level(scene, question),
                Line(how_to_answer(question)),
            )
        case FitPoint():
            return (Line(f"Why we ask: {question.item.why}"), Line(how_to_answer(question)))
        case HandoffRow():
            return (
                Line(
                    "Why we ask: customers change channel in the middle of things. Where that"
                    " breaks, channels are islands, however good each of them is."
                ),
                Line(how_to_answer(question)),
            )
        case Moment():
            return (*_about(question.journey), Line(how_to_answer(question)))
        case Particular():
            return (Line(how_to_answer(question)),)


def _next_level(scene: Scene, question: Practice) -> Iterator[Line]:
    value = value_of(scene.sheet, question)
    level = int(value) if value.isdigit() else 0
    for step in question.capability.steps:
        if step.level == level + 1:
            yield Line(f"To reach level {step.level}: {step.action}")


def _about(journey: Journey) -> Iterator[Line]:
    yield Line(f"{journey.name}: {journey.story}")
    yield Line(
        "Walk it as a customer would, with somebody who does it every day. A critical step that"
        " fails breaks the journey there."
    )
    for number, step in enumerate(journey.steps, 1):
        yield Line(f"{step.name}: {step.criterion}", f"{number:>4}  ")


def keys(question: Question | None) -> tuple[Line, ...]:
    """Everything that can be typed, and what this question takes."""
    wide = max(len(each.typed) for each in COMMANDS)
    return (
        Line("A digit answers; words after it become its note: 2 only four people have a login"),
        Line("2 +seen +largely +flag answers, grades and flags in one line."),
        Line("Notes are printed in the report."),
        *(Line(each.does, f"  {each.typed:<{wide}}  ") for each in COMMANDS),
        *((Line(f"Here: {how_to_answer(question)}"),) if question else ()),
    )
