"""Where the interview stands: task list, list of questions, check list, section summaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from omniaudit.engine.journeys import judge
from omniaudit.interview.agenda import (
    Moment,
    Practice,
    Question,
    answered_count,
    is_flagged,
    minutes_in_all,
    section_of,
    state_of,
)
from omniaudit.interview.particulars import Particular
from omniaudit.interview.recording import notes_of
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import called, title_of, value_of
from omniaudit.interview.screens.scene import Scene
from omniaudit.interview.screens.second_looks import second_looks
from omniaudit.language import say, say_as, say_count
from omniaudit.model.walkthroughs import Journey
from omniaudit.report import wording

_MOST_FOUND = 15


def opening(scene: Scene, file: str) -> tuple[Line, ...]:
    """What a new interview says first; `file` is empty when its name is not to be seen."""
    ours = scene.questionnaire
    practices = len(ours.capabilities_for(ours.profiles[0].id))
    points = len(ours.fit.items)
    journeys = sum(ours.profiles[0].id in each.default_for for each in ours.journeys)
    version = ".".join(ours.version.split(".")[:2])
    parts = (
        (practices, say_count(practices, "{count} practice", "{count} practices")),
        (points, say_count(points, "{count} question of fit", "{count} questions of fit")),
        (journeys, say_count(journeys, "{count} journey", "{count} journeys")),
    )
    new = say(
        "New interview, questionnaire {questionnaire} ({parts}; about {minutes} minutes).",
        questionnaire=f"{ours.id} {version}",
        parts=", ".join(words for count, words in parts if count),
        minutes=minutes_in_all(ours),
    )
    saved = say("Every answer is saved as you go.")
    if file:
        saved = say("Every answer is saved to {file} as you go.", file=file)
    leaving = say(
        "Leave at any time with q; run the same command to continue. ? shows all keys. Notes are"
        " printed in the report."
    )
    return (Line(new), Line(f"{saved} {leaving}"))


def resumed(scene: Scene) -> tuple[Line, ...]:
    """What an interview says when it goes on: how far it has got, by section."""
    name = scene.sheet.business.name or say("Interview")
    left = scene.minutes_left
    so_far = progress(scene)
    if left:
        so_far = say("{progress}; about {minutes} min left", progress=so_far, minutes=left)
    return (
        Line(f"{name}: {so_far}."),
        *tasks(scene),
        *_to_follow_up(scene),
        Line(say("? shows all keys, l lists all questions.")),
    )


def _to_follow_up(scene: Scene) -> Iterator[Line]:
    """What was left to find out, for those who may see it."""
    for label, questions in (_all_flagged(scene), _all_unknown(scene)):
        if questions and not scene.present:
            names = wording.listed([called(each) for each in questions])
            yield Line(f"{names}.", f"  {label}: ")


def _all_unknown(scene: Scene) -> tuple[str, Sequence[Question]]:
    """The questions that nobody could answer, under a label."""
    found = [each for each in scene.agenda.questions if state_of(scene.sheet, each) == "unknown"]
    return say_as("label of a list of questions", "Don't know"), found


def _all_flagged(scene: Scene) -> tuple[str, Sequence[Question]]:
    """The questions that are flagged, under a label."""
    found = [each for each in scene.agenda.questions if is_flagged(scene.sheet, each)]
    return say_as("label of a list of questions", "Flagged"), found


def progress(scene: Scene) -> str:
    """How many questions are answered and how many are flagged."""
    flagged = sum(is_flagged(scene.sheet, each) for each in scene.agenda.questions)
    done = say(
        "{answered} of {total} answered",
        answered=answered_count(scene.sheet, scene.agenda),
        total=scene.agenda.total,
    )
    return f"{done}, {_flagged(flagged)}" if flagged and not scene.present else done


def _flagged(count: int) -> str:
    # Translators: of the questions
    return say_count(count, "{count} flagged", "{count} flagged")


def tasks(scene: Scene) -> tuple[Line, ...]:
    """A line for every section: done, 4 of 6, not started; and what is flagged."""
    sections = [each for each in scene.agenda.sections if each != "business"]
    wide = max((len(scene.title_of(each)) for each in sections), default=0)
    return tuple(
        Line(_standing(scene, each), f"  {scene.title_of(each):<{wide}}  ") for each in sections
    )


def _standing(scene: Scene, section: str) -> str:
    questions = scene.agenda.section(section)
    states = Counter(state_of(scene.sheet, each) for each in questions)
    done = len(questions) - states["open"]
    if not done:
        words = [say_as("of a section of questions", "not started")]
    elif done == len(questions):
        words = [say_as("of a section of questions", "done")]
    else:
        words = [say("{done} of {total}", done=done, total=len(questions))]
    if unknown := states["unknown"]:
        # Translators: so many questions were answered so
        words.append(say_count(unknown, "{count} don't know", "{count} don't know"))
    flagged = 0 if scene.present else sum(is_flagged(scene.sheet, each) for each in questions)
    return ", ".join([*words, _flagged(flagged)] if flagged else words)


def section_summary(scene: Scene, section: str) -> tuple[Line, ...]:
    """What was answered in a section, when it is left behind."""
    questions = scene.agenda.section(section)
    if section == "business" or not questions:
        return ()
    return (Line(), *_in_short(scene, section), *second_looks(scene, section))


def _in_short(scene: Scene, section: str) -> Iterator[Line]:
    """A section's answers in a few words each; a journey by how it ended."""
    questions = scene.agenda.section(section)
    answers = [
        f"{called(each)} {_value(scene, each)}"
        for each in questions
        if not isinstance(each, Moment)
    ]
    walked = {each.journey.id: each.journey for each in questions if isinstance(each, Moment)}
    answers += [f"{each.code} {_end(scene, each)}" for each in walked.values()]
    yield Line(f"{scene.title_of(section)}: {_standing(scene, section)}.")
    yield Line(start="  ", items=tuple(answers))


def _value(scene: Scene, question: Question) -> str:
    return value_of(scene.sheet, question) or say_as("of a question without answer", "open")


def _end(scene: Scene, journey: Journey) -> str:
    results = scene.sheet.journeys.get(journey.id, {})
    result = judge(journey, results)
    if result.break_step is not None:
        steps = [step.id for step in journey.steps]
        place = steps.index(result.break_step) + 1
        return say("breaks at step {number}", number=place)
    if result.passed:
        return say("passed")
    return say("not decided") if results else say("not walked")


def listed(scene: Scene) -> tuple[Line, ...]:
    """All questions with their state, by section."""
    lines: list[Line] = []
    for section in scene.agenda.sections:
        lines += [Line(), Line(scene.title_of(section))]
        lines += _rows(scene, scene.agenda.section(section))
    return (*lines, Line(), Line(say("g and a code, a number or a name goes to a question.")))


def _rows(scene: Scene, questions: Sequence[Question]) -> Iterator[Line]:
    """A line for every question; one for a journey with all its steps."""
    journeys: set[str] = set()
    for each in questions:
        number = scene.number(each)
        if isinstance(each, Moment):
            journey = each.journey
            if journey.id not in journeys:
                journeys.add(journey.id)
                end = f"{journey.code} {journey.name}: {_end(scene, journey)}"
                yield Line(end, f"{number.partition('.')[0]:>5}  ")
            continue
        state = ", ".join([_value(scene, each), *scene.grades(each)])
        name = each.name if isinstance(each, Particular) else title_of(each)
        code = f"{called(each)} " if isinstance(each, Practice) else ""
        yield Line(f"{code}{name}: {state}", f"{number:>5}  ")


def found(scene: Scene, word: str) -> tuple[Line, ...]:
    """The questions, and the notes on them, in which a word stands."""
    wanted = word.lower()
    if not wanted:
        return (Line(say("Type a word after /, such as /stock.")),)
    hits: list[Line] = []
    for each in scene.agenda.questions:
        notes = [] if scene.present else notes_of(scene.sheet, each)
        told = [wording.one_line(note) for note in notes if wanted in note.lower()]
        if told or wanted in _text(each).lower():
            hits += _rows(scene, [each])
            hits += [Line(say("Note: {note}", note=note), "       ") for note in told]
    if not hits:
        nowhere = say("“{word}” stands in no question and no note; l lists all.", word=word)
        return (Line(nowhere),)
    shown = hits[:_MOST_FOUND]
    if more := len(hits) - len(shown):
        rest = say_count(
            more,
            "And {count} more line: type a longer word.",
            "And {count} more lines: type a longer word.",
        )
        shown.append(Line(rest))
    return (*shown, Line(say("g and a number goes there.")))


def _text(question: Question) -> str:
    if isinstance(question, Practice):
        capability = question.capability
        texts = (capability.question, *capability.levels)
        return " ".join((capability.id, capability.code, capability.name, *texts))
    return f"{question.key} {title_of(question)}"


def check_list(scene: Scene) -> tuple[Line, ...]:
    """All answers before the end, the open ones first."""
    still_open = [each for each in scene.agenda.questions if state_of(scene.sheet, each) == "open"]
    kinds = ((say("Still open"), still_open), _all_unknown(scene), _all_flagged(scene))
    heading = say("Check your answers: {progress}.", progress=progress(scene))
    lines = [Line(), Line(heading)]
    shown: set[str] = set()
    for label, questions in kinds:
        fresh = [each for each in questions if each.key not in shown]
        if fresh:
            lines += [Line(), Line(label), *_rows(scene, fresh)]
        shown |= {each.key for each in fresh}
    lines.append(Line())
    for section in scene.agenda.sections:
        lines += _in_short(scene, section) if section != "business" else ()
    return (*lines, Line())


def open_count(scene: Scene) -> int:
    """How many questions are still open, those about the business aside."""
    return sum(
        state_of(scene.sheet, each) == "open" and section_of(each) != "business"
        for each in scene.agenda.questions
    )
