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
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Contradiction
from omniaudit.report import wording


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
        counted = wording.counted(count, "answer is", "answers are")
        yield Line(f"{counted} hidden now: kept and not scored.")
    elif back > 0:
        yield Line(f"{wording.counted(back, 'answer counts', 'answers count')} again.")


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
        stands = value_of(after, Practice(capability))
        journey = questionnaire.journey[each.journey]
        step = next(step for step in journey.steps if step.id == each.step)
        need = next(need.level for need in step.requires if need.capability == each.capability)
        ended = "failed" if each.kind == "over-claim" else "passed"
        yield Line(
            f"Look again: {capability.name} ({capability.code}) stands at {stands}, yet"
            f" \u201c{step.name}\u201d {ended}, which takes level {need}. g {capability.code} goes"
            " there."
        )


def _contradictions(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[Contradiction, ...]:
    counting = relevant(questionnaire, sheet)
    return contradictions(questionnaire, counting, walk(questionnaire, counting))
