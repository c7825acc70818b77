"""What an interview comes to: the result so far, and what is said when it ends."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.engine.scoring import score
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.overviews import open_count, progress
from omniaudit.interview.screens.scene import Scene
from omniaudit.language import mark, say, say_count
from omniaudit.report import wording
from omniaudit.report.findings.blockers import blockers
from omniaudit.report.reading import Reading
from omniaudit.report.screens.frame import command, stages

_FEW = 3
# Translators: these three stand under one another, each with a command behind it; short
_GO_ON = mark("Go on:")
# Translators: with a command behind it
_SCORE = mark("See the score:")
# Translators: with a command behind it
_REPORT = mark("The report:")
# Translators: with a command behind it; asks what the first look left out
_IN_FULL = mark("All questions:")


def result(scene: Scene) -> tuple[Line, ...]:
    """The running result: the stage at least and at best, and the index once it says something."""
    reading = Reading(scene.questionnaire, score(scene.questionnaire, scene.sheet))
    card, complete = reading.card, reading.card.completeness
    if not complete.answered:
        return (Line(say("There is no result before the first practice is answered.")),)
    least, best = reading.stage(card.stage.confirmed), reading.stage(card.stage.potential)
    stage = least
    if least != best:
        stage = say("at least {stage}, at best {possible_stage}", stage=least, possible_stage=best)
    practices = say_count(complete.applicable, "{count} practice", "{count} practices")
    known = {"answered": complete.answered, "practices": practices, "stage": stage}
    if 2 * complete.answered < complete.applicable:
        early = say(
            "So far, {answered} of {practices} answered: {stage}. It is too early to say more.",
            **known,
        )
        return (Line(early),)
    index = wording.span(card.index.low, card.index.high)
    found = say(
        "So far, {answered} of {practices} answered: {stage}; index {index}.", index=index, **known
    )
    return (Line(found),)


def paused(scene: Scene, file: str, *, only: str = "", is_saved: bool) -> tuple[Line, ...]:
    """What is said when an interview is left; `file` is empty when it is not to be seen.

    `only` is the option, with a blank before it, that goes on with some questions alone.
    """
    if not is_saved:
        return (Line(say("Nothing was answered, so nothing was written.")),)
    saved = say("Saved. Nothing is lost.")
    if scene.sheet.answers or scene.sheet.fit:
        saved = say(
            "Saved. {progress}. Nothing is lost.", progress=wording.capital(progress(scene))
        )
    lines = [Line(saved)]
    if file:
        again = f"omniaudit interview {file}{only}"
        lines.append(_next(_GO_ON, f"{again} --quick" if scene.quick else again))
    if file and scene.sheet.answers:
        lines.append(_next(_SCORE, f"omniaudit score {file}"))
    return tuple(lines)


def finished(scene: Scene, file: str) -> tuple[Line, ...]:
    """The stage, the two or three things that hold it, and the next command."""
    if scene.present:
        done = wording.capital(progress(scene))
        return (Line(), Line(say("That was all, thank you. {progress}.", progress=done)))
    reading = Reading(scene.questionnaire, score(scene.questionnaire, scene.sheet))
    lines = [Line(), *_stage(reading)]
    if missing := open_count(scene):
        lines.append(
            Line(
                say_count(
                    missing,
                    "{count} question is open; the result says what that leaves possible.",
                    "{count} questions are open; the result says what that leaves possible.",
                )
            )
        )
    if file:
        lines += [
            Line(),
            _next(_REPORT, f"omniaudit report {file} -o report.pdf"),
            _next(_SCORE, f"omniaudit score {file}"),
        ]
    if file and scene.quick:
        lines.append(_next(_IN_FULL, f"omniaudit interview {file}"))
    return tuple(lines)


def _stage(reading: Reading) -> Iterator[Line]:
    """The stage, and what holds it."""
    card = reading.card
    if not card.completeness.answered:
        yield Line(say("No practice is answered yet, so there is no stage."))
        return
    stage = stages(reading, card.stage.confirmed, card.stage.potential)
    yield Line(f"{reading.name}: {stage}.")
    if held := blockers(reading)[:_FEW]:
        yield Line(say("What holds it there:"))
        yield from (Line(each, f"  {number}. ") for number, each in enumerate(held, 1))


def _next(label: str, typed: str) -> Line:
    """A command after what it is for; all labels are as wide as the widest."""
    wide = max(len(say(each)) for each in (_GO_ON, _SCORE, _REPORT, _IN_FULL))
    return Line(command(typed), f"{say(label):<{wide}} ")
