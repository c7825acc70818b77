"""Advice that holds, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.language import say
from omniaudit.model.advice import AdviceRule
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Callout, Prose, Tone


def advised(assessment: Assessment, rule: AdviceRule, tone: Tone) -> Iterator[Block]:
    """One piece of advice as a box, and its sources in small print."""
    yield Callout(rule.title, rule.text, tone)
    references = {each.id: each.reference for each in assessment.questionnaire.sources}
    named = "; ".join(references[each.source] for each in rule.sources)
    if named:
        yield Prose(sources(named), small=True)


def sources(references: str) -> str:
    """Name the sources of an advice."""
    return say("Source: {references}", references=references)
