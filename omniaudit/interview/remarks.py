"""What a change gives cause to look at again: shown, never forced."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.engine.contradictions import contradictions
from omniaudit.engine.journeys import walk
from omniaudit.engine.relevance import relevant
from omniaudit.interview.agenda import Practice, Question
from omniaudit.interview.particulars import Particular
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import value_of
from omniaudit.language import mark, say, say_count
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Contradiction

_OVER_CLAIM = mark(
    "Look again: {practice} ({code}) stands at {value}, yet “{step}” failed, which takes level"
    " {level}. g {code} goes there."
)
_UNDER_CLAIM = mark(
    "Look again: {practice} ({code}) stands at {value}, yet “{step}” passed, which takes level"
    " {level}. g {code} goes there."
)


def remarks(
    questionnaire: Questionnaire, before: AnswerSheet, after: AnswerSheet, question: Question
) -> tuple[Line, ...]:
    """What a change gives cause to look at again: shown, never forced."""
    if isinstance(question, Particular):
        return tuple(_hidden(questionnaire, before, after))
    return tuple(_refuted(questionnaire, before, after))


def _hidden(
    questionnaire: Questionnaire, before: AnswerSheet, after: AnswerSheet
) -> Iterator[Line]:
    count = hidden(questionnaire, after)
    back = hidden(questionnaire, before) - count
    if back < 0:
        yield Line(
            say_count(
                count,
                "{count} answer is hidden now: kept and not scored.",
                "{count} answers are hidden now: kept and not scored.",
            )
        )
    elif back > 0:
        yield Line(say_count(back, "{count} answer counts again.", "{count} answers count again."))


def hidden(questionnaire: Questionnaire, sheet: AnswerSheet) -> int:
    """How many answers do not concern this profile and these channels."""
    counting = relevant(questionnaire, sheet)
    parts = (
        (sheet.answers, counting.answers),
        (sheet.handoffs, counting.handoffs),
        (sheet.journeys, counting.journeys),
    )
    return sum(len(everything) - len(counted) for everything, counted in parts)


def _refuted(
    questionnaire: Questionnaire, before: AnswerSheet, after: AnswerSheet
) -> Iterator[Line]:
    known = _contradictions(questionnaire, before)
    for each in _contradictions(questionnaire, after):
        if each in known:
            continue
        capability = questionnaire.capability[each.capability]
        journey = questionnaire.journey[each.journey]
        step = next(step for step in journey.steps if step.id == each.step)
        need = next(need.level for need in step.requires if need.capability == each.capability)
        sentence = _OVER_CLAIM if each.kind == "over-claim" else _UNDER_CLAIM
        yield Line(
            say(
                sentence,
                practice=capability.name,
                code=capability.code,
                value=value_of(after, Practice(capability)),
                step=step.name,
                level=need,
            )
        )


def _contradictions(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[Contradiction, ...]:
    counting = relevant(questionnaire, sheet)
    return contradictions(questionnaire, counting, walk(questionnaire, counting))
