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
    """The running result: stage, index and what is still missing."""
    reading = Reading(scene.questionnaire, score(scene.questionnaire, scene.sheet))
    card = reading.card
    if not card.completeness.answered:
        return (Line("There is no result before the first practice is answered."),)
    stage = stages(reading, card.stage.confirmed, card.stage.potential)
    spread = wording.span(card.index.low, card.index.high)
    complete = card.completeness
    return (
        Line(
            f"So far: {stage}; index {spread};"
            f" {complete.answered} of {complete.applicable} practices answered."
        ),
    )


def paused(scene: Scene, file: str) -> tuple[Line, ...]:
    """What is said when an interview is left; `file` is empty when it is not to be seen."""
    said = Line(f"Saved. {wording.capital(progress(scene))}. Nothing is lost.")
    if not file:
        return (said,)
    return (
        said,
        Line(command(f"omniaudit interview {file}"), "Go on:         "),
        Line(command(f"omniaudit score {file}"), "See the score: "),
    )


def finished(scene: Scene, file: str) -> tuple[Line, ...]:
    """The stage, the two or three things that hold it, and the next command."""
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
