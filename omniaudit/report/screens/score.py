"""A score in a screenful: the stage, what keeps it there and what would move it."""

from __future__ import annotations

from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import DimensionScore, Scorecard
from omniaudit.report import wording
from omniaudit.report.document import Bullets, Column, Document, Prose, Row, Section, Table
from omniaudit.report.findings.blockers import blockers
from omniaudit.report.findings.disagreement import in_full
from omniaudit.report.reading import Reading
from omniaudit.report.screens.frame import next_commands, screen, stages

_FEW = 6


def score_summary(questionnaire: Questionnaire, card: Scorecard, files: str) -> Document:
    """The stage, the scores, what keeps the stage there and what would move it.

    `files` is how the answers files are typed in a command.
    """
    reading = Reading(questionnaire, card)
    return screen(
        questionnaire,
        title=f"{reading.name}: {_headline(reading)}",
        sections=(
            Section("scores", "", "", (Prose(_basis(reading)), _scores(reading))),
            *_standing_still(reading),
            *_views(reading),
            *_fit(reading),
            next_commands(f"omniaudit plan {files}", f"omniaudit report {files} -o report.pdf"),
        ),
    )


def _headline(reading: Reading) -> str:
    stage, complete = reading.card.stage, reading.card.completeness
    if not complete.answered and complete.applicable:
        return "no answers yet"
    return stages(reading, stage.confirmed, stage.potential)


def _basis(reading: Reading) -> str:
    card, complete = reading.card, reading.card.completeness
    missing = [
        wording.counted(count, one, many)
        for count, one, many in (
            (complete.unknown, "unknown", "unknown"),
            (complete.not_asked, "not asked", "not asked"),
            (complete.not_applicable, "not applicable", "not applicable"),
        )
        if count
    ]
    answered = f"{complete.answered} of {complete.applicable} answered"
    mode = reading.questionnaire.modes[card.sheet.mode].name
    respondents = wording.counted(card.respondents, "respondent", "respondents")
    return (
        f"Index {wording.known(card.index.value)}"
        f" ({wording.span(card.index.low, card.index.high)});"
        f" {', '.join([answered, *missing])}; {mode.lower()}, {respondents};"
        f" confidence {card.confidence.grade}."
    )


def _scores(reading: Reading) -> Table:
    return Table(
        "",
        (Column("Dimension"), Column("Score", align="right"), Column("Interval"), Column("Stage")),
        tuple(_score_row(reading, each) for each in reading.card.dimensions),
    )


def _score_row(reading: Reading, score: DimensionScore) -> Row:
    name = reading.questionnaire.dimension[score.dimension].name
    if score.low is None or score.high is None or score.stage is None or score.potential is None:
        return Row((name, "-", "-", "not applicable"))
    return Row(
        (
            name,
            wording.known(score.score),
            wording.span(score.low, score.high),
            reading.stage(score.stage)
            if score.stage == score.potential
            else f"{reading.stage(score.stage)}, {reading.stage(score.potential)} possible",
        )
    )


def _standing_still(reading: Reading) -> tuple[Section, ...]:
    card = reading.card
    found = []
    if not card.completeness.answered:
        return ()
    if card.blockers:
        title = f"What keeps {reading.name} at {reading.stage(card.stage.confirmed)}"
        found.append(Section("blockers", "", title, (Bullets(blockers(reading)),)))
    moves = [
        f"{reading.called(each)} has no answer yet, and that answer alone can change the stage."
        for each in card.deciding_unknowns
    ]
    moves += [
        f"{reading.called(answer.capability)}: at level {answer.other} instead of"
        f" {answer.level} the stage would be {reading.stage(answer.stage)}."
        for answer in card.decisive_answers
    ]
    if moves:
        title = "What would move the stage"
        found.append(Section("moves", "", title, (Bullets(_few(moves)),)))
    return tuple(found)


def _views(reading: Reading) -> tuple[Section, ...]:
    """Where the respondents of a panel are furthest apart."""
    panel = reading.card.panel
    apart = [each for each in panel.agreements if each.flagged] if panel else []
    if not apart:
        return ()
    lines = _few([f"{reading.called(each.capability)}. {in_full(each)}" for each in apart])
    return (Section("views", "", "Where respondents differ", (Bullets(lines),)),)


def _few(lines: list[str]) -> tuple[str, ...]:
    """The first lines, and how many more there are."""
    more = len(lines) - _FEW
    return (*lines[:_FEW], f"And {more} more.") if more > 1 else tuple(lines)


def _fit(reading: Reading) -> tuple[Section, ...]:
    fit = reading.card.fit
    if fit is None or fit.verdict is None:
        return ()
    verdict = next(each for each in reading.questionnaire.fit.verdicts if each.id == fit.verdict)
    further = fit.target < reading.card.stage.confirmed
    aim = would_do if further else aim_at
    text = Prose(f"{verdict.name}. {aim(reading.stage(fit.target))}")
    return (Section("fit", "", "Is more integration right for this business?", (text,)),)


def aim_at(stage: str) -> str:
    """The target, which is to be reached or kept."""
    return f"Target for the next 12 to 18 months: {stage}."


def would_do(stage: str) -> str:
    """The target of a business that is further already."""
    return f"{wording.capital(stage)} would be enough; keep what works, add nothing."
