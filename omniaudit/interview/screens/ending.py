"""What an interview comes to: the result so far, and what is said when it ends."""

from __future__ import annotations

from omniaudit.engine.scoring import score
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.overviews import progress, unanswered
from omniaudit.interview.screens.scene import Scene
from omniaudit.report import wording
from omniaudit.report.findings.blockers import blockers
from omniaudit.report.reading import Reading
from omniaudit.report.screens.frame import command, stages

_FEW = 3


def result(scene: Scene) -> tuple[Line, ...]:
    """The running result: the stage at least and at best, and the index once it says something."""
    reading = Reading(scene.questionnaire, score(scene.questionnaire, scene.sheet))
    card, complete = reading.card, reading.card.completeness
    if not complete.answered:
        return (Line("There is no result before the first practice is answered."),)
    least, best = reading.stage(card.stage.confirmed), reading.stage(card.stage.potential)
    stage = least if least == best else f"at least {least}, at best {best}"
    so_far = f"So far, {complete.answered} of {complete.applicable} practices answered: {stage}"
    if 2 * complete.answered < complete.applicable:
        return (Line(f"{so_far}. It is too early to say more."),)
    return (Line(f"{so_far}; index {wording.span(card.index.low, card.index.high)}."),)


def paused(scene: Scene, file: str, *, is_saved: bool) -> tuple[Line, ...]:
    """What is said when an interview is left; `file` is empty when it is not to be seen."""
    if not is_saved:
        return (Line("Nothing was answered, so nothing was written."),)
    begun = scene.sheet.answers or scene.sheet.fit
    done = f" {wording.capital(progress(scene))}." if begun else ""
    lines = [Line(f"Saved.{done} Nothing is lost.")]
    if file:
        lines.append(Line(command(f"omniaudit interview {file}"), "Go on:         "))
    if file and scene.sheet.answers:
        lines.append(Line(command(f"omniaudit score {file}"), "See the score: "))
    return tuple(lines)


def finished(scene: Scene, file: str) -> tuple[Line, ...]:
    """The stage, the two or three things that hold it, and the next command."""
    if scene.present:
        return (Line(), Line(f"That was all, thank you. {wording.capital(progress(scene))}."))
    reading = Reading(scene.questionnaire, score(scene.questionnaire, scene.sheet))
    card = reading.card
    missing = unanswered(scene)
    lines = [Line()]
    if not card.completeness.answered:
        lines.append(Line("No practice is answered yet, so there is no stage."))
    else:
        stage = stages(reading, card.stage.confirmed, card.stage.potential)
        lines.append(Line(f"{reading.name}: {stage}."))
        held = blockers(reading)[:_FEW]
        if held:
            lines.append(Line("What holds it there:"))
            lines += [Line(each, f"  {number}. ") for number, each in enumerate(held, 1)]
    if missing:
        lines.append(
            Line(f"{wording.capital(missing)}; the result says what that leaves possible.")
        )
    if file:
        lines += [
            Line(),
            Line(command(f"omniaudit report {file} -o report.pdf"), "The report:    "),
            Line(command(f"omniaudit score {file}"), "See the score: "),
        ]
    return tuple(lines)
