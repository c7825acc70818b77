"""A scorecard with the names that its ids stand for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from omniaudit.engine.gates import Conditions, conditions, worst_levels
from omniaudit.language import say
from omniaudit.model.answers import Answer, AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import DimensionScore, Scorecard, Standing
from omniaudit.model.terms import LEVELS
from omniaudit.values import dataclass

ENOUGH = "multichannel-is-enough"
TOP = LEVELS[-1]
LONGEST_NAME = 48
"""Characters of a name that sentences repeat; a longer one would fill their first line."""


@dataclass(frozen=True)
class Reading:
    """A questionnaire and a scorecard, read together."""

    questionnaire: Questionnaire
    """In the words of the kind of business that was assessed, whichever it is made with."""
    card: Scorecard

    def __post_init__(self) -> None:
        """Let everything be told in the words of the business."""
        words = self.questionnaire.in_words_of(self.sheet.business.profile)
        object.__setattr__(self, "questionnaire", words)

    @property
    def sheet(self) -> AnswerSheet:
        """The answers; of a panel, what its members said together."""
        return self.card.sheet

    @property
    def name(self) -> str:
        """The business by name."""
        return self.sheet.business.name

    @property
    def business(self) -> str:
        """The business inside a sentence: by name, or called that where the name is long."""
        # Translators: stands for the name of the business, within sentences and at their beginning
        return self.name if len(self.name) <= LONGEST_NAME else say("the business")

    @property
    def verdict(self) -> str | None:
        """The verdict on fit, if there is one."""
        return self.card.fit.verdict if self.card.fit else None

    @property
    def asks_journeys(self) -> bool:
        """Whether there is a journey that this kind of business is asked to try out."""
        return bool(self.questionnaire.journeys_for(self.sheet.business.profile))

    @property
    def enough(self) -> bool:
        """Whether multichannel is enough for this business."""
        return self.verdict == ENOUGH

    @property
    def missing(self) -> int:
        """How many answers are missing, not known or not asked."""
        return self.card.completeness.unknown + self.card.completeness.not_asked

    @cached_property
    def standing(self) -> Mapping[str, Standing]:
        """Standings by capability."""
        return {each.capability: each for each in self.card.standings}

    @cached_property
    def score(self) -> Mapping[str, DimensionScore]:
        """Dimension scores by dimension."""
        return {each.dimension: each for each in self.card.dimensions}

    @cached_property
    def gates(self) -> Conditions:
        """The conditions of the stages for this business."""
        return conditions(
            self.questionnaire, self.card.standings, self.card.stage.preset, self.card.walls
        )

    def stage_if(self, capability: str, level: int) -> int:
        """The stage if one capability were at a level and other unknowns at their worst."""
        return self.gates.stage({**worst_levels(self.card.standings), capability: level})

    def stage(self, number: int) -> str:
        """A stage's name as used inside a sentence."""
        return self.questionnaire.stages[number].name.lower()

    def stage_title(self, number: int) -> str:
        """A stage's name as used in a title or a chart."""
        return self.questionnaire.stages[number].name

    @property
    def stage_titles(self) -> tuple[str, str, str, str]:
        """The names of the four stages, for charts."""
        first, second, third, fourth = (each.name for each in self.questionnaire.stages)
        return first, second, third, fourth

    def code(self, capability: str) -> str:
        """A capability's short code."""
        return self.questionnaire.capability[capability].code

    def called(self, capability: str) -> str:
        """A capability by name and code."""
        found = self.questionnaire.capability[capability]
        return f"{found.name} ({found.code})"

    def journey(self, journey: str) -> str:
        """A journey by name, in quotation marks."""
        return say("\u201c{name}\u201d", name=self.questionnaire.journey[journey].name)

    def channel(self, channel: str) -> str:
        """A channel by name."""
        return self.questionnaire.channel[channel].name

    def answer(self, capability: str) -> Answer:
        """The answer about a capability."""
        return self.sheet.answer(capability)

    def inside(self, dimension: str) -> tuple[Standing, ...]:
        """The standings of a dimension's capabilities."""
        return tuple(
            each
            for each in self.card.standings
            if self.questionnaire.capability[each.capability].dimension == dimension
        )
