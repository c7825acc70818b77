"""What a report is about: a reading of the scorecard, the plans and the advice."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.language import say
from omniaudit.model.advice import AdviceKind, AdviceRule, FindingCount
from omniaudit.model.capability import Step
from omniaudit.model.plan import Plan
from omniaudit.report import wording
from omniaudit.report.edition import WHOLE, Edition
from omniaudit.report.reading import ENOUGH, TOP, Reading
from omniaudit.values import dataclass

__all__ = ["ENOUGH", "TOP", "Assessment"]

SMALLEST = "micro"
"""The size of business in which one person does most of the work."""
_TENTHS = 10


@dataclass(frozen=True)
class Assessment(Reading):
    """A reading with the plan to the next stage and the advice that holds.

    `ambition` is the plan to a stage beyond the next one, where the report tells of it.
    """

    plan: Plan
    ambition: Plan | None
    rules: tuple[AdviceRule, ...]
    edition: Edition = WHOLE
    """Which copy of the report it is told for."""

    @property
    def content(self) -> bool:
        """Whether the business is where it should be for now, or further."""
        return self.verdict in {"fits", "ahead-of-need"}

    @property
    def barely_answered(self) -> bool:
        """Whether more than half of the answers are missing, so that a plan would be a guess."""
        return 2 * self.missing > self.card.completeness.applicable

    @property
    def aim(self) -> int:
        """The level that practices are held against: that of the stage to reach, or to keep."""
        stays = self.content or self.only_housekeeping
        return self.card.stage.confirmed if stays else self.plan.target

    @property
    def only_housekeeping(self) -> bool:
        """Whether the roadmap leaves the next stage alone, which more than suffices."""
        return self.enough and self.card.stage.confirmed > 0

    @property
    def beyond_means(self) -> bool:
        """Whether the next stage is more than today's resources are enough for."""
        fit, stage = self.card.fit, self.card.stage.confirmed
        return fit is not None and fit.verdict == "resources-first" and fit.target <= stage

    @property
    def may_rise(self) -> bool:
        """Whether missing answers may lift the stage."""
        return self.card.stage.potential > self.card.stage.confirmed

    def whom(self, capability: str) -> str:
        """Who can answer for a capability, within a sentence; in a tiny business few can."""
        if self.sheet.business.size == SMALLEST:
            return wording.yourself()
        return self.questionnaire.capability[capability].who

    def advice(self, *kinds: AdviceKind) -> tuple[AdviceRule, ...]:
        """The advice of some kinds; an audit has already lowered what journeys refute."""
        return tuple(
            rule
            for rule in self.rules
            if rule.kind in kinds and not (self.sheet.mode == "audit" and _about_claims(rule))
        )

    def band(self, step: Step) -> str:
        """The effort band of a step for this size of business, in person-weeks."""
        factor = Fraction(self.questionnaire.size[self.sheet.business.size].effort, _TENTHS)
        low, high = step.band.weeks
        return f"{wording.weeks_between(low * factor, high * factor)} ({step.band.name})"

    def lifts(self, step: Step) -> str:
        """What a step lifts and how far."""
        return _to_level(self.called(step.capability), step.level)

    def lifts_briefly(self, step: Step) -> str:
        """The same with the capability's code alone."""
        return _to_level(self.code(step.capability), step.level)

    def titled(self, step: str) -> str:
        """A step by title, with the capability and level it reaches."""
        found = self.questionnaire.step[step]
        return f"{found.title} ({self.lifts_briefly(found)})"


def _to_level(practice: str, level: int) -> str:
    return say("{practice} to level {level}", practice=practice, level=level)


def _about_claims(rule: AdviceRule) -> bool:
    return any(
        isinstance(each, FindingCount) and each.finding == "over-claim" for each in rule.when
    )
