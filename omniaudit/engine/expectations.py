"""Whether what a case expects comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cached_property

from omniaudit.engine.planning import plan
from omniaudit.engine.scoring import score
from omniaudit.model.cases import Case, Expectation, Result, Unmet
from omniaudit.model.plan import Plan
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Blocker, KeyBlocker, Scorecard, ShareBlocker

_DECIMALS = 4


def unmet(case: Case, questionnaire: Questionnaire) -> tuple[Unmet, ...]:
    """The expectations of a case that do not hold, with what came out instead."""
    outcome = _Outcome(questionnaire, score(questionnaire, case.sheet))
    found = ((each, outcome.found(each)) for each in case.expectations)
    return tuple(Unmet(each, words) for each, words in found if not outcome.holds(each, words))


class _Outcome:
    """What came out of a case, in ids."""

    def __init__(self, questionnaire: Questionnaire, card: Scorecard) -> None:
        self.questionnaire = questionnaire
        self.card = card

    def found(self, expectation: Expectation) -> tuple[str, ...]:
        """What came out where something is expected."""
        if expectation.result == "dimensions":
            return self._dimension(expectation.part)
        if expectation.result == "counted":
            return self._counted(expectation.part)
        return _RESULTS[expectation.result](self)

    def holds(self, expectation: Expectation, found: tuple[str, ...]) -> bool:
        """Whether what came out is what was expected."""
        wanted = expectation.wanted
        match expectation.result:
            case "index":
                value = self.card.index.value
                return value is not None and int(wanted[0]) <= value <= int(wanted[1])
            case "blockers":
                named = [_names(each).intersection(wanted) for each in self.card.blockers]
                return all(named) and set(wanted) == set().union(*named)
            case _:
                return set(found) == set(wanted)

    @cached_property
    def plan(self) -> Plan:
        """The least effort to the next stage; to find it takes a while."""
        return plan(self.questionnaire, self.card)

    def stage(self, number: int | None) -> tuple[str, ...]:
        """A stage by its number, or nothing."""
        return () if number is None else (self.questionnaire.stages[number].id,)

    def index(self) -> tuple[str, ...]:
        """The index to four decimals, or nothing."""
        value = self.card.index.value
        return () if value is None else (f"{float(round(Fraction(value), _DECIMALS)):g}",)

    def target(self) -> tuple[str, ...]:
        """The stage to aim for, where fit was asked for."""
        return self.stage(self.card.fit.target if self.card.fit else None)

    def verdict(self) -> tuple[str, ...]:
        """The verdict of fit, where there is one."""
        fit = self.card.fit
        return (fit.verdict,) if fit and fit.verdict else ()

    def islands(self) -> tuple[str, ...]:
        """The channels between which a case moves both ways, each group in one word."""
        handoffs = self.card.handoffs
        return tuple(" + ".join(each) for each in handoffs.islands) if handoffs else ()

    def _dimension(self, part: str) -> tuple[str, ...]:
        (score_of_it,) = (each for each in self.card.dimensions if each.dimension == part)
        return self.stage(score_of_it.stage)

    def _counted(self, part: str) -> tuple[str, ...]:
        return tuple(
            str(each.counted)
            for each in self.card.standings
            if each.capability == part and each.counted is not None
        )


def _names(blocker: Blocker) -> set[str]:
    """The ids by which a blocker can be called."""
    if isinstance(blocker, ShareBlocker):
        return {blocker.dimension}
    return set(blocker.any_of if isinstance(blocker, KeyBlocker) else blocker.journeys)


_RESULTS: Mapping[Result, Callable[[_Outcome], tuple[str, ...]]] = {
    "confirmed": lambda it: it.stage(it.card.stage.confirmed),
    "potential": lambda it: it.stage(it.card.stage.potential),
    "strict": lambda it: it.stage(it.card.stage.strict),
    "lenient": lambda it: it.stage(it.card.stage.lenient),
    "target": _Outcome.target,
    "fit": _Outcome.verdict,
    "index": _Outcome.index,
    "islands": _Outcome.islands,
    "blockers": lambda it: tuple(" / ".join(sorted(_names(each))) for each in it.card.blockers),
    "decisive": lambda it: tuple(
        dict.fromkeys(each.capability for each in it.card.decisive_answers)
    ),
    "deciding-unknowns": lambda it: it.card.deciding_unknowns,
    "over-claims": lambda it: tuple(
        dict.fromkeys(
            each.capability for each in it.card.contradictions if each.kind == "over-claim"
        )
    ),
    "must": lambda it: it.plan.must,
    "steps": lambda it: tuple(each.step.id for each in it.plan.steps),
}
