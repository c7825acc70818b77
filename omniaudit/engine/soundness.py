"""Whether a questionnaire that can be read also makes sense: judged from its values alone."""

from __future__ import annotations

from omniaudit.engine.advice_flaws import advice_flaws
from omniaudit.engine.asking_flaws import asking_flaws
from omniaudit.engine.gate_flaws import gate_flaws
from omniaudit.engine.name_flaws import name_flaws
from omniaudit.engine.threshold_flaws import threshold_flaws
from omniaudit.model.flaw import Flaw
from omniaudit.model.questionnaire import Questionnaire


def flaws(questionnaire: Questionnaire) -> tuple[Flaw, ...]:
    """Everything in a questionnaire that cannot be meant, or may not be."""
    return (
        *name_flaws(questionnaire),
        *asking_flaws(questionnaire),
        *gate_flaws(questionnaire),
        *threshold_flaws(questionnaire),
        *advice_flaws(questionnaire),
    )
