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
    section_of,
    state_of,
)
from omniaudit.interview.particulars import Particular
from omniaudit.interview.recording import notes_of
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import called, title_of, value_of
from omniaudit.interview.screens.scene import Scene
from omniaudit.interview.screens.second_looks import second_looks
from omniaudit.model.walkthroughs import Journey
from omniaudit.report import wording

_MOST_FOUND = 15


def opening(scene: Scene, file: str) -> tuple[Line, ...]:
    """What a new interview says first; `file` is empty when its name is not to be seen."""
    ours = scene.questionnaire
    practices = len(ours.capabilities_for(ours.profiles[0].id))
    journeys = sum(ours.profiles[0].id in each.default_for for each in ours.journeys)
    version = ".".join(ours.version.split(".")[:2])
    return (
        Line(
            f"New interview, questionnaire {ours.id} {version} ({practices} practices,"
            f" {len(ours.fit.items)} questions of fit, {journeys} journeys; about 45 minutes)."
        ),
        Line(
            f"Every answer is saved{f' to {file}' if file else ''} as you go. Leave at any time"
            " with q; run the same command to continue. ? shows all keys. Notes are printed in the"
            " report."
        ),
    )


def resumed(scene: Scene) -> tuple[Line, ...]:
    """What an interview says when it goes on: how far it has got, by section."""
    left = scene.minutes_left
    time = f"; about {left} min left" if left else ""
    return (
        Line(f"{scene.sheet.business.name or 'Interview'}: {progress(scene)}{time}."),
        *tasks(scene),
        *_to_follow_up(scene),
        Line("? shows all keys, l lists all questions."),
    )


def _to_follow_up(scene: Scene) -> Iterator[Line]:
    """What was left to find out, for those who may see it."""
    unknown = [each for each in scene.agenda.questions if state_of(scene.sheet, each) == "unknown"]
    flagged = [each for each in scene.agenda.questions if is_flagged(scene.sheet, each)]
    for name, questions in (("Flagged", flagged), ("Don't know", unknown)):
        if questions and not scene.present:
            yield Line(f"{wording.listed([called(each) for each in questions])}.", f"  {name}: ")


def progress(scene: Scene) -> str:
    """How many questions are answered and how many are flagged."""
    flagged = sum(is_flagged(scene.sheet, each) for each in scene.agenda.questions)
    done = f"{answered_count(scene.sheet, scene.agenda)} of {scene.agenda.total} answered"
    return f"{done}, {flagged} flagged" if flagged and not scene.present else done


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
        words = "not started"
    else:
        words = "done" if done == len(questions) else f"{done} of {len(questions)}"
    extras = [f"{states['unknown']} don't know"] if states["unknown"] else []
    flagged = 0 if scene.present else sum(is_flagged(scene.sheet, each) for each in questions)
    extras += [f"{flagged} flagged"] if flagged else []
    return ", ".join([words, *extras])


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
        f"{called(each)} {value_of(scene.sheet, each) or 'open'}"
        for each in questions
        if not isinstance(each, Moment)
    ]
    walked = {each.journey.id: each.journey for each in questions if isinstance(each, Moment)}
    answers += [f"{each.code} {_end(scene, each)}" for each in walked.values()]
    yield Line(f"{scene.title_of(section)}: {_standing(scene, section)}.")
    yield Line("   ".join(each.replace(" ", "\u00a0") for each in answers), "  ")


def _end(scene: Scene, journey: Journey) -> str:
    results = scene.sheet.journeys.get(journey.id, {})
    result = judge(journey, results)
    if result.break_step is not None:
        steps = [step.id for step in journey.steps]
        return f"breaks at step {steps.index(result.break_step) + 1}"
    if result.passed:
        return "passed"
    return "not decided" if results else "not walked"


def listed(scene: Scene) -> tuple[Line, ...]:
    """All questions with their state, by section."""
    lines: list[Line] = []
    for section in scene.agenda.sections:
        lines += [Line(), Line(scene.title_of(section))]
        lines += _rows(scene, scene.agenda.section(section))
    return (*lines, Line(), Line("g and a code, a number or a name goes to a question."))


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
        state = ", ".join([value_of(scene.sheet, each) or "open", *scene.grades(each)])
        name = each.name if isinstance(each, Particular) else title_of(each)
        code = f"{called(each)} " if isinstance(each, Practice) else ""
        yield Line(f"{code}{name}: {state}", f"{number:>5}  ")


def found(scene: Scene, word: str) -> tuple[Line, ...]:
    """The questions, and the notes on them, in which a word stands."""
    wanted = word.lower()
    if not wanted:
        return (Line("Type a word after /, such as /stock."),)
    hits: list[Line] = []
    for each in scene.agenda.questions:
        notes = [] if scene.present else notes_of(scene.sheet, each)
        told = [wording.one_line(note) for note in notes if wanted in note.lower()]
        if told or wanted in _text(each, scene.sheet.business.profile).lower():
            hits += [*_rows(scene, [each]), *(Line(f"Note: {note}", "       ") for note in told)]
    if not hits:
        return (Line(f"\u201c{word}\u201d stands in no question and no note; l lists all."),)
    more = len(hits) - _MOST_FOUND
    rest = (Line(f"And {more} more lines: type a longer word."),) if more > 0 else ()
    return (*hits[:_MOST_FOUND], *rest, Line("g and a number goes there."))


def _text(question: Question, profile: str) -> str:
    if isinstance(question, Practice):
        capability = question.capability
        texts = (capability.question_for(profile), *capability.levels_for(profile))
        return " ".join((capability.id, capability.code, capability.name, *texts))
    return f"{question.key} {title_of(question)}"


def check_list(scene: Scene) -> tuple[Line, ...]:
    """All answers before the end, the open ones first."""
    asked = scene.agenda.questions
    kinds = (
        ("Still open", [each for each in asked if state_of(scene.sheet, each) == "open"]),
        ("Don't know", [each for each in asked if state_of(scene.sheet, each) == "unknown"]),
        ("Flagged", [each for each in asked if is_flagged(scene.sheet, each)]),
    )
    lines = [Line(), Line(f"Check your answers: {progress(scene)}.")]
    shown: set[str] = set()
    for title, questions in kinds:
        fresh = [each for each in questions if each.key not in shown]
        if fresh:
            lines += [Line(), Line(title), *_rows(scene, fresh)]
        shown |= {each.key for each in fresh}
    lines.append(Line())
    for section in scene.agenda.sections:
        lines += _in_short(scene, section) if section != "business" else ()
    return (*lines, Line())


def unanswered(scene: Scene) -> str:
    """How many questions are still open, in words; empty when none is."""
    count = sum(
        state_of(scene.sheet, each) == "open" and section_of(each) != "business"
        for each in scene.agenda.questions
    )
    return wording.counted(count, "question is open", "questions are open") if count else ""
