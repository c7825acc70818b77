"""How a question is put: its text, its ladder, and what explains it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omniaudit.interview import typed_words
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
from omniaudit.language import SOURCE, code, mark, say
from omniaudit.model.capability import Capability
from omniaudit.model.terms import Term
from omniaudit.model.walkthroughs import Journey
from omniaudit.report.wording import item_by_item

_INDENT = "     "
_ROW_KEYS = mark(
    "d don't know, n nobody goes this way, - leaves one open; 2x3 adds how many customers go, from"
    " 0 nobody to 3 very many."
)


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
    number, total = scene.agenda.number[question.key], scene.agenda.total
    # Translators: the question's number in the whole interview; short
    standing = say("Q{number} of {total}", number=number, total=total)
    if left:
        # Translators: the same with the time left; short
        standing = say(
            "Q{number} of {total}, about {minutes} min left",
            number=number,
            total=total,
            minutes=left,
        )
    title = scene.title_of(section)
    yield Line(
        say("{section}, {place} of {total}", section=title, place=place, total=len(units)),
        end=standing,
    )


def _body(scene: Scene, question: Question) -> Iterator[Line]:
    match question:
        case Particular():
            yield Line(question.question)
            yield from _options(question)
        case Practice():
            capability = question.capability
            yield Line(capability.question, f"{capability.code}  ")
            if example := capability.example:
                yield Line(say("For example: {example}", example=example), _INDENT)
            yield from _ladder(capability.levels)
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
        numbered = enumerate(particular.options, 1)
        yield Line(start="  ", items=tuple(f"{number} {each.name}" for number, each in numbered))
        return
    for number, option in enumerate(particular.options, 1):
        yield Line(_explained(option), f"{number:>3}  ")


def _explained(term: Term) -> str:
    return f"{term.name}: {term.meaning}" if term.meaning else term.name


def _ladder(levels: Sequence[str]) -> Iterator[Line]:
    for level, text in enumerate(levels):
        yield Line(text, f"{_INDENT}{level}  ")


def _row(scene: Scene, row: HandoffRow) -> Iterator[Line]:
    yield Line(
        say(
            "A customer starts in {channel} and goes on elsewhere. How well does that work?",
            channel=scene.channel(row.start),
        )
    )
    yield from _ladder(scene.questionnaire.handoffs.levels)
    numbered = enumerate(row.ends, 1)
    ends = tuple(f"{number}. {scene.channel(end)}" for number, end in numbered)
    # Translators: before the channels that customers go on to
    to = say("To:")
    yield Line(start=f"{to} ".ljust(len(_INDENT)), items=ends)
    yield Line(
        say(
            "One answer for each, in this order, such as {example}. {keys}",
            example=example(row),
            keys=say(_ROW_KEYS),
        )
    )
    if row.start == scene.sheet.business.channels[0]:
        yield Line(
            say("These rows are a second view: they do not move the stage. s leaves one out.")
        )


def _moment(moment: Moment) -> Iterator[Line]:
    steps = moment.journey.steps
    place = steps.index(moment.step)
    if not place:
        yield Line(moment.journey.story, f"{moment.journey.code}  ")
        yield Line()
    standing = {"number": place + 1, "total": len(steps)}
    if moment.step.critical:
        start = say("Step {number} of {total} (critical).", **standing)
    else:
        start = say("Step {number} of {total}.", **standing)
    step = f"{moment.step.name}: {moment.step.criterion}"
    yield Line(f"{moment.journey.code}  {start} {step}")
    yield Line(say("1 passed   0 failed   d not tested   n not applicable"), _INDENT)


def _so_far(scene: Scene, question: Question) -> Iterator[Line]:
    grades = scene.grades(question)
    if grades:
        yield Line(say("So far: {grades}.", grades=", ".join(grades)))
    for end in ends_of(question):
        note = note_of(scene.sheet, question, end)
        if note and not scene.present:
            of_end = say("Note on {channel}: {note}", channel=end, note=note)
            yield Line(of_end if end else say("Note: {note}", note=note))


def prompt(scene: Scene, question: Question) -> str:
    """What stands before the cursor at a question."""
    value = value_of(scene.sheet, question)
    if isinstance(question, Particular):
        if not value:
            return say("Answer> ")
        if question.clears:
            return say("{value}; Enter keeps it, - leaves it out> ", value=value)
        return say("{value}; Enter keeps it> ", value=value)
    known = {"question": called(question), "value": value}
    if state_of(scene.sheet, question) != "open":
        return say("{question} was {value}. Enter keeps it, or a new answer> ", **known)
    return say("{question} is {value} so far. Answer> ", **known) if value else say("Answer> ")


def how_to_answer(question: Question) -> str:
    """What can be typed at a question, in a sentence."""
    match question:
        case Particular():
            return say("Type a number from the list.") if question.options else say("Type a text.")
        case Practice():
            return say(
                "Type 0, 1, 2 or 3, perhaps with a note after it; d don't know, n not applicable,"
                " s skip, b back."
            )
        case FitPoint():
            return say("Type 0, 1, 2 or 3; d don't know, s skip, b back.")
        case HandoffRow():
            return say(
                "Type one answer a channel, 0 to 3. {keys} s skips the row.", keys=say(_ROW_KEYS)
            )
        case Moment():
            return say(
                "Type 1 passed or 0 failed, perhaps with a note; d not tested, n not applicable."
            )


def grades(terms: Sequence[Term]) -> tuple[Line, ...]:
    """The grades to choose from, such as those of evidence."""
    return tuple(
        Line(f"{_typed(term)}: {term.meaning}", f"{_INDENT}{number}  ")
        for number, term in enumerate(terms)
    )


def _typed(grade: Term) -> str:
    """What is typed for a grade: in English its id, which is a short word of it."""
    return grade.id if code() == SOURCE else grade.name


def explained(scene: Scene, question: Question) -> tuple[Line, ...]:
    """Why a question is asked, what to look at, who usually knows."""
    match question:
        case Practice():
            return (
                *_hints(question.capability),
                *_next_level(scene, question),
                Line(how_to_answer(question)),
            )
        case FitPoint():
            why = say("Why we ask: {why}", why=question.item.why)
            return (Line(why), Line(how_to_answer(question)))
        case HandoffRow():
            return (
                Line(
                    say(
                        "Why we ask: customers change channel in the middle of things. Where that"
                        " breaks, channels are islands, however good each of them is."
                    )
                ),
                Line(how_to_answer(question)),
            )
        case Moment():
            return (*_about(question.journey), Line(how_to_answer(question)))
        case Particular():
            return (Line(how_to_answer(question)),)


def _hints(capability: Capability) -> Iterator[Line]:
    yield Line(say("Why we ask: {why}", why=capability.why))
    if evidence := item_by_item(capability.evidence):
        yield Line(say("To look at: {evidence}.", evidence=evidence))
    yield Line(say("Who usually knows: {who}.", who=capability.who))
    if measures := item_by_item(capability.kpis):
        yield Line(say("To measure: {measures}.", measures=measures))


def _next_level(scene: Scene, question: Practice) -> Iterator[Line]:
    value = value_of(scene.sheet, question)
    level = int(value) if value.isdigit() else 0
    for step in question.capability.steps:
        if step.level == level + 1:
            yield Line(
                say("To reach level {level}: {action}", level=step.level, action=step.action)
            )


def _about(journey: Journey) -> Iterator[Line]:
    yield Line(f"{journey.name}: {journey.story}")
    yield Line(
        say(
            "Walk it as a customer would, with somebody who does it every day. A critical step that"
            " fails breaks the journey there."
        )
    )
    for number, step in enumerate(journey.steps, 1):
        yield Line(f"{step.name}: {step.criterion}", f"{number:>4}  ")


def keys(question: Question | None) -> tuple[Line, ...]:
    """Everything that can be typed, and what this question takes."""
    wide = max(len(each.typed) for each in COMMANDS)
    here: tuple[Line, ...] = ()
    if question:
        here = (Line(say("Here: {how_to_answer}", how_to_answer=how_to_answer(question))),)
    return (
        Line(
            say("A digit answers; words after it become its note: 2 only four people have a login")
        ),
        Line(say("2 +seen +largely +flag answers, grades and flags in one line.")),
        Line(say("Notes are printed in the report.")),
        *(Line(say(each.does), f"  {each.typed:<{wide}}  ") for each in COMMANDS),
        Line(say("A word does as well: {words}.", words=_key_words())),
        *here,
    )


def _key_words() -> str:
    """The keys with the words for them, in the language in force."""
    return ", ".join(f"{each.letter}\u00a0{typed_words.shown(each.words)}" for each in COMMANDS)
