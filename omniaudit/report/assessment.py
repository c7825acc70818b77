"""What a report is about: a reading of the scorecard, the plans and the advice."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from omniaudit.model.advice import AdviceKind, AdviceRule
from omniaudit.model.capability import Step
from omniaudit.model.plan import Plan
from omniaudit.model.terms import LEVELS
from omniaudit.report import wording
from omniaudit.report.edition import WHOLE, Edition
from omniaudit.report.reading import ENOUGH, Reading

__all__ = ["ENOUGH", "TOP", "Assessment"]

TOP = LEVELS[-1]
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

    def advice(self, *kinds: AdviceKind) -> tuple[AdviceRule, ...]:
        """The advice of some kinds."""
        return tuple(rule for rule in self.rules if rule.kind in kinds)

    def effort(self, step: Step) -> str:
        """The effort band of a step for this size of business."""
        low, high = self._weeks(step)
        return f"{wording.capital(step.band.name)}, {low} to {high} person-weeks"

    def band(self, step: Step) -> str:
        """The same under a heading that names the unit."""
        low, high = self._weeks(step)
        return f"{low} to {high} ({step.band.name})"

    def _weeks(self, step: Step) -> tuple[str, str]:
        factor = Fraction(self.questionnaire.size[self.sheet.business.size].effort, _TENTHS)
        low, high = step.band.weeks
        return wording.weeks(low * factor), wording.weeks(high * factor)

    def lifts(self, step: Step) -> str:
        """What a step lifts and how far."""
        return f"{self.called(step.capability)} to level {step.level}"

    def titled(self, step: str) -> str:
        """A step by title, with the capability and level it reaches."""
        found = self.questionnaire.step[step]
        return f"{found.title} ({self.code(found.capability)} to level {found.level})"
