"""Where a journey that was tried out shows otherwise than an answer says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omniaudit.language import say, say_count
from omniaudit.model.answers import Answered
from omniaudit.model.scorecard import Contradiction
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Column, Heading, Prose, Row, Table
from omniaudit.report.findings import doubts


def contradictions(assessment: Assessment) -> Iterator[Block]:
    """How often they disagree and where, if they do."""
    found = assessment.card.contradictions
    if not found:
        return
    columns = (
        Column(say("Practice"), 4),
        Column(say("Level stated"), 2),
        Column(say("What the journey showed"), 6),
    )
    over = [each for each in found if each.kind == "over-claim"]
    under = {each.capability for each in found if each.kind == "under-claim"}
    answers = len({each.capability for each in over})
    failed = len({(each.journey, each.step) for each in over})
    audit = assessment.sheet.mode == "audit"
    yield Heading(say("Where journeys and answers disagree"))
    counts = contradiction_counts(answers, failed, len(under), audit=audit)
    yield Prose(f"{counts} {doubts.doubt(assessment)}".rstrip())
    yield Table("", columns, tuple(_contradicted(assessment, found)), small=True)


def _contradicted(assessment: Assessment, found: Sequence[Contradiction]) -> Iterator[Row]:
    """A row for each practice, with every place where a journey showed otherwise."""
    shown: dict[str, list[str]] = {}
    for each in found:
        journey = assessment.questionnaire.journey[each.journey]
        step = next(step.name for step in journey.steps if step.id == each.step)
        words = failed_there if each.kind == "over-claim" else worked_there
        shown.setdefault(each.capability, []).append(words(assessment.journey(each.journey), step))
    for capability, texts in shown.items():
        answer = assessment.answer(capability)
        level = str(answer.level) if isinstance(answer, Answered) else say(wording.NOT_KNOWN)
        yield Row((assessment.called(capability), level, wording.item_by_item(texts)))


def failed_there(journey: str, step: str) -> str:
    """An answer that says more than a journey."""
    return say("Less: {journey} failed at \u201c{step}\u201d", journey=journey, step=step)


def worked_there(journey: str, step: str) -> str:
    """An answer that says less than a journey."""
    return say(
        "More: {journey} went through, \u201c{step}\u201d included", journey=journey, step=step
    )


def contradiction_counts(over: int, failed: int, under: int, *, audit: bool) -> str:
    """Count both kinds, and say what they do to the result.

    `over` answers say more than the steps that failed, of which there are `failed`.
    """
    found = [more_than_confirmed(over, failed)] if over else []
    found += [less_than_shown(under)] if under else []
    if audit:
        found.append(say("In this audit a failed step lowers what counts."))
    else:
        found.append(say("The levels stand as stated until they are looked at again."))
    return " ".join(found)


def more_than_confirmed(answers: int, failed: int) -> str:
    """Count the answers that say more than the steps that failed."""
    told = say_count(
        answers,
        "{number} answer says more than the journeys could confirm: {failed}.",
        "{number} answers say more than the journeys could confirm: {failed}.",
        number=wording.number(answers),
        failed=steps_failed(failed),
    )
    return wording.capital(told)


def steps_failed(count: int) -> str:
    """Count the steps that failed."""
    # Translators: stands after a colon, at the end of a sentence
    return say_count(
        count, "{number} step failed", "{number} steps failed", number=wording.number(count)
    )


def less_than_shown(answers: int) -> str:
    """Count the answers that say less than a journey."""
    told = say_count(
        answers,
        "{number} answer says less than a journey showed.",
        "{number} answers say less than a journey showed.",
        number=wording.number(answers),
    )
    return wording.capital(told)
