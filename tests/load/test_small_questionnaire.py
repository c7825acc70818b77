"""A questionnaire is read as it is written, key by key."""

from __future__ import annotations

from fractions import Fraction

import pytest

from omniaudit.model.advice import (
    AdviceRule,
    AnyLevelIn,
    FindingCount,
    LevelIs,
    ScoreAhead,
    StepAdvised,
    StepScope,
    TargetAtLeast,
    VerdictIs,
)
from omniaudit.model.answers import Coverage, Evidence
from omniaudit.model.capability import Capability, Requirement, Step
from omniaudit.model.gates import Gates, JourneyCondition, KeyCondition
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.terms import (
    Band,
    Channel,
    Citation,
    Dimension,
    Profile,
    Size,
    Source,
    Stage,
    Term,
)
from omniaudit.model.walkthroughs import Fit, FitItem, HandoffScale, Journey, JourneyStep
from tests.load.small_questionnaire import read, tree


@pytest.fixture
def small() -> Questionnaire:
    return read(tree())


BAND = Band("S", "Small", (1, 3), 2)


def test_the_frame_is_what_is_written(small: Questionnaire) -> None:
    assert (small.id, small.version, small.language) == ("market-stalls", "1.2.3", "en")
    assert (small.draws_on, small.quick, small.minutes) == ("stalls@1", "stalls-quick", 12)
    assert small.title == "Market stalls"
    assert small.purpose == "Shows how far stalls join their channels."
    assert small.stages[0] == Stage("siloed", "Siloed", "Nothing is joined.")
    assert small.dimensions == (Dimension("data", "Data", "What is known.", "DA", 3),)
    assert small.profiles == (Profile("stall", "Stall", "Sells in the open.", "ST"),)
    assert small.sizes == (Size("small", "Small", "Few people.", 7),)
    assert small.bands == (BAND,)
    assert small.channels == (Channel("market", "Market", "Where people meet.", "physical"),)
    assert small.glossary == (Term("", "stall", "A table with a roof."),)
    assert small.sources == (Source("book", "A book about stalls.", "seen"),)


def test_scales_are_what_is_written(small: Questionnaire) -> None:
    assert small.coverage[Coverage.PARTLY] == Term("partly", "Partly", "here and there")
    assert small.evidence[Evidence.SEEN] == Term("seen", "Seen", "somebody showed it")
    assert small.confidence[Evidence.EXAMPLE] == Fraction(3, 5)
    assert small.confidence_grades == {"A": 80, "B": 60}
    assert small.modes["audit"] == Term("audit", "Audit", "by somebody who looks")


def test_a_capability_is_what_is_written(small: Questionnaire) -> None:
    ask, note, use = (
        Step("data.regulars", 1, "Ask", "Ask them.", BAND, (0, 1), "Asked.", ()),
        Step("data.regulars", 2, "Note", "Note it.", BAND, (1, 2), "Noted.", ()),
        Step(
            "data.regulars",
            3,
            "Use",
            "Use it.",
            BAND,
            (2, 4),
            "Used.",
            (Requirement("data.regulars", 2),),
        ),
    )
    assert small.capabilities == (
        Capability(
            id="data.regulars",
            code="DA1",
            dimension="data",
            name="Regulars",
            question="Are regulars known?",
            why="They come back.",
            who="Whoever sells.",
            levels=("Nobody is.", "Some are.", "Most are.", "All are."),
            example="They are greeted by name.",
            evidence=("Ask.",),
            kpis=("How many come back.",),
            weights={"stall": 2},
            always_applies=True,
            sources=(Citation("book", "That it matters."),),
            steps=(ask, note, use),
        ),
    )


def test_gates_and_advice_are_what_is_written(small: Questionnaire) -> None:
    assert small.gates == Gates(
        {"strict": 85, "standard": 80, "lenient": 66},
        (KeyCondition(1, ("data.regulars",)),),
        (
            JourneyCondition(2, any_passed=("greeting",)),
            JourneyCondition(2, all_passed=("greeting",)),
            JourneyCondition(3, share_passed=85),
        ),
    )
    assert small.advice == (
        AdviceRule(
            "greet",
            "first",
            (
                LevelIs("data.regulars", 1, 2),
                AnyLevelIn("data", 1),
                ScoreAhead("data", "data", 20),
                TargetAtLeast(2),
                StepAdvised("data.regulars", 2),
                FindingCount("over-claim", 2),
                VerdictIs("fits"),
            ),
            "Greet",
            "Greet everybody.",
            StepScope(("data",), ("data.regulars",), 2),
            (Citation("book", "That greeting helps."),),
        ),
    )


def test_what_is_walked_through_is_what_is_written(small: Questionnaire) -> None:
    step = JourneyStep(
        "comes",
        "Comes back",
        "Is greeted.",
        "market",
        critical=True,
        requires=(Requirement("data.regulars", 1),),
    )
    assert small.journeys == (
        Journey(
            id="greeting",
            code="J1",
            name="Greeting",
            story="Somebody comes back.",
            profiles=("stall",),
            default_for=("stall",),
            weight=2,
            steps=(step,),
            sources=(Citation("book", "That people greet."),),
        ),
    )
    item = FitItem(
        "business.rain",
        "business",
        "Rain",
        "Does it rain?",
        "Nobody comes then.",
        ("Never.", "Seldom.", "Often.", "Always."),
        is_reversed=True,
    )
    verdicts = small.fit.verdicts
    business = Term("business", "Business", "What it needs.")
    assert small.fit == Fit(
        (business,), {"business": 100}, (100, 200), "business", (50, 250), (item,), verdicts
    )
    assert verdicts[1] == Term("fits", "Fits", "It is right.")
    assert small.handoffs == HandoffScale(
        ("Broken.", "By hand.", "Joined.", "Seamless."),
        ("None.", "Some.", "Much.", "Most."),
        joined_cut=15,
        full_cut=85,
    )
