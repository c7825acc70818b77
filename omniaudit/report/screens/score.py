"""A score in a screenful: the stage, what keeps it there and what would move it."""

from __future__ import annotations

from omniaudit.language import say, say_count
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import DimensionScore, Scorecard
from omniaudit.report import wording
from omniaudit.report.document import Bullets, Column, Document, Prose, Row, Section, Table
from omniaudit.report.findings.blockers import blockers
from omniaudit.report.findings.disagreement import in_full
from omniaudit.report.reading import Reading
from omniaudit.report.screens.frame import next_commands, no_answers_yet, screen, stages

_FEW = 6


def score_summary(questionnaire: Questionnaire, card: Scorecard, files: str) -> Document:
    """The stage, the scores, what keeps the stage there and what would move it.

    `files` is how the answers files are typed in a command.
    """
    reading = Reading(questionnaire, card)
    return screen(
        questionnaire,
        title=_title(reading),
        sections=(
            Section("scores", "", "", (Prose(_basis(reading)), _scores(reading))),
            *_standing_still(reading),
            *_views(reading),
            *_fit(reading),
            next_commands(f"omniaudit plan {files}", f"omniaudit report {files} -o report.pdf"),
        ),
    )


def _title(reading: Reading) -> str:
    stage, complete = reading.card.stage, reading.card.completeness
    if not complete.answered and complete.applicable:
        return no_answers_yet(reading.name)
    return f"{reading.name}: {stages(reading, stage.confirmed, stage.potential)}"


def _basis(reading: Reading) -> str:
    card, complete = reading.card, reading.card.completeness
    parts = [
        say(
            "{answered} of {applicable} answered",
            answered=complete.answered,
            applicable=complete.applicable,
        )
    ]
    if complete.unknown:
        parts.append(say_count(complete.unknown, "{count} unknown", "{count} unknown"))
    if complete.not_asked:
        parts.append(say_count(complete.not_asked, "{count} not asked", "{count} not asked"))
    if complete.not_applicable:
        parts.append(
            say_count(complete.not_applicable, "{count} not applicable", "{count} not applicable")
        )
    return say(
        "Index {index} ({interval}); {answers}; {mode}, {respondents}; confidence {grade}.",
        index=wording.known(card.index.value),
        interval=wording.span(card.index.low, card.index.high),
        answers=", ".join(parts),
        mode=reading.questionnaire.modes[card.sheet.mode].name.lower(),
        respondents=say_count(card.respondents, "{count} respondent", "{count} respondents"),
        grade=card.confidence.grade,
    )


def _scores(reading: Reading) -> Table:
    return Table(
        "",
        (
            Column(say("Dimension")),
            Column(say("Score"), align="right"),
            Column(say("Interval")),
            Column(say("Stage")),
        ),
        tuple(_score_row(reading, each) for each in reading.card.dimensions),
    )


def _score_row(reading: Reading, score: DimensionScore) -> Row:
    name = reading.questionnaire.dimension[score.dimension].name
    if score.low is None or score.high is None or score.stage is None or score.potential is None:
        return Row((name, "-", "-", say("not applicable")))
    return Row(
        (
            name,
            wording.known(score.score),
            wording.span(score.low, score.high),
            reading.stage(score.stage)
            if score.stage == score.potential
            else say(
                "{stage}, {possible_stage} possible",
                stage=reading.stage(score.stage),
                possible_stage=reading.stage(score.potential),
            ),
        )
    )


def _standing_still(reading: Reading) -> tuple[Section, ...]:
    card = reading.card
    found = []
    if not card.completeness.answered:
        return ()
    if card.blockers:
        title = say(
            "What keeps {business} at {stage}",
            business=reading.name,
            stage=reading.stage(card.stage.confirmed),
        )
        found.append(Section("blockers", "", title, (Bullets(blockers(reading)),)))
    moves = [
        say(
            "{practice} has no answer yet, and that answer alone can change the stage.",
            practice=reading.called(each),
        )
        for each in card.deciding_unknowns
    ]
    moves += [
        say(
            "{practice}: at level {other} instead of {level} the stage would be {stage}.",
            practice=reading.called(answer.capability),
            other=answer.other,
            level=answer.level,
            stage=reading.stage(answer.stage),
        )
        for answer in card.decisive_answers
    ]
    if moves:
        title = say("What would move the stage")
        found.append(Section("moves", "", title, (Bullets(_few(moves)),)))
    return tuple(found)


def _views(reading: Reading) -> tuple[Section, ...]:
    """Where the respondents of a panel are furthest apart."""
    panel = reading.card.panel
    apart = [each for each in panel.agreements if each.flagged] if panel else []
    if not apart:
        return ()
    lines = _few([f"{reading.called(each.capability)}. {in_full(each)}" for each in apart])
    return (Section("views", "", say("Where respondents differ"), (Bullets(lines),)),)


def _few(lines: list[str]) -> tuple[str, ...]:
    """The first lines, and how many more there are."""
    more = len(lines) - _FEW
    return (*lines[:_FEW], say("And {more} more.", more=more)) if more > 1 else tuple(lines)


def _fit(reading: Reading) -> tuple[Section, ...]:
    fit = reading.card.fit
    if fit is None or fit.verdict is None:
        return ()
    verdict = next(each for each in reading.questionnaire.fit.verdicts if each.id == fit.verdict)
    further = fit.target < reading.card.stage.confirmed
    aim = would_do if further else aim_at
    text = Prose(f"{verdict.name}. {aim(reading.stage(fit.target))}")
    return (Section("fit", "", say("Is more integration right for this business?"), (text,)),)


def aim_at(stage: str) -> str:
    """The target, which is to be reached or kept."""
    return say("Target for the next 12 to 18 months: {stage}.", stage=stage)


def would_do(stage: str) -> str:
    """The target of a business that is further already."""
    return say(
        "{stage} would be enough; keep what works, add nothing.", stage=wording.capital(stage)
    )
