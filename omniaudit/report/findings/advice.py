"""Advice that holds, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.language import say, say_count
from omniaudit.model.advice import AdviceRule, FindingCount
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Callout, Prose, Tone


def advised(assessment: Assessment, rule: AdviceRule, tone: Tone) -> Iterator[Block]:
    """One piece of advice as a box, and its sources in small print."""
    yield Callout(rule.title, advice_text(assessment, rule), tone)
    references = {each.id: each.reference for each in assessment.questionnaire.sources}
    named = "; ".join(references[each.source] for each in rule.sources)
    if named:
        yield Prose(sources(named), small=True)


def advice_text(assessment: Assessment, rule: AdviceRule) -> str:
    """The text of an advice, with the number of places where it is known."""
    text = rule.text
    over = sum(each.kind == "over-claim" for each in assessment.card.contradictions)
    for each in rule.when:
        if isinstance(each, FindingCount) and each.finding == "over-claim":
            text = text.replace(places_or_more(each.at_least), places(over))
    return text


def places_or_more(at_least: int) -> str:
    """How an advice names a number of places that it does not know."""
    number = wording.number(at_least)
    # Translators: taken out of an advice of the questionnaire, so say it as its translation does
    return say_count(at_least, "{number} place or more", "{number} places or more", number=number)


def places(count: int) -> str:
    """A number of places."""
    # Translators: put into the advice instead of the number of places "or more"
    return say_count(count, "{number} place", "{number} places", number=wording.number(count))


def sources(references: str) -> str:
    """Name the sources of an advice."""
    return say("Source: {references}", references=references)
