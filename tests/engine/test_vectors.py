"""The worked examples of the model, number by number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from omniaudit.engine.fit import fit
from omniaudit.engine.handoffs import handoffs
from omniaudit.engine.panel import agreement, ordinal_alpha
from omniaudit.engine.planning import plan
from omniaudit.engine.scoring import score
from omniaudit.model.answers import Answered, Handoff
from omniaudit.model.plan import Choice
from omniaudit.model.scorecard import DecisiveAnswer, KeyBlocker, ShareBlocker
from tests.engine.sheets import ONES, QUESTIONNAIRE, THREES, TWOS, ZEROS, but, sheet

A = "2221?1 223221 222121 222311"
B = "221111 212221 211011 212211"

EXAMPLES = {"A": A, "B": B, "zeros": ZEROS, "ones": ONES, "twos": TWOS, "threes": THREES}
CARDS = {name: score(QUESTIONNAIRE, sheet(levels)) for name, levels in EXAMPLES.items()}
PLANS = {
    (name, target): plan(QUESTIONNAIRE, CARDS[name], target)
    for name, targets in (("A", (2, 3)), ("B", (2, 3)), ("zeros", (1, 2, 3)))
    for target in targets
}


def rounded(value: Fraction | None, decimals: int = 1) -> str:
    assert value is not None
    return f"{float(value):.{decimals}f}"


@pytest.mark.parametrize(
    ("example", "dimension", "told"),
    [
        ("A", "integration", "53.3 [44.4, 61.1], stage 1, potential 2"),
        ("A", "data", "66.7 [66.7, 66.7], stage 2, potential 2"),
        ("A", "personalisation", "55.6 [55.6, 55.6], stage 2, potential 2"),
        ("A", "consistency", "61.1 [61.1, 61.1], stage 2, potential 2"),
        ("B", "integration", "44.4 [44.4, 44.4], stage 1, potential 1"),
        ("B", "data", "55.6 [55.6, 55.6], stage 2, potential 2"),
        ("B", "personalisation", "33.3 [33.3, 33.3], stage 1, potential 1"),
        ("B", "consistency", "50.0 [50.0, 50.0], stage 1, potential 1"),
    ],
)
def test_the_dimensions(example: str, dimension: str, told: str) -> None:
    (found,) = (each for each in CARDS[example].dimensions if each.dimension == dimension)

    interval = f"{rounded(found.score)} [{rounded(found.low)}, {rounded(found.high)}]"
    assert f"{interval}, stage {found.stage}, potential {found.potential}" == told


@pytest.mark.parametrize(
    ("example", "told"),
    [
        ("A", "58.9 [56.3, 61.0], arithmetic 59.2, stage 1, potential 2"),
        ("B", "45.0 [45.0, 45.0], arithmetic 45.8, stage 1, potential 1"),
        ("zeros", "1.0 [1.0, 1.0], arithmetic 0.0, stage 0, potential 0"),
        ("ones", "33.3 [33.3, 33.3], arithmetic 33.3, stage 1, potential 1"),
        ("twos", "66.7 [66.7, 66.7], arithmetic 66.7, stage 2, potential 2"),
        ("threes", "100.0 [100.0, 100.0], arithmetic 100.0, stage 3, potential 3"),
    ],
)
def test_index_and_stage(example: str, told: str) -> None:
    index, stage = CARDS[example].index, CARDS[example].stage

    interval = f"{rounded(index.value)} [{rounded(index.low)}, {rounded(index.high)}]"
    stages = f"stage {stage.confirmed}, potential {stage.potential}"
    assert f"{interval}, arithmetic {rounded(index.arithmetic)}, {stages}" == told


def test_what_holds_example_a_at_stage_1() -> None:
    card = CARDS["A"]

    assert card.blockers == (ShareBlocker(2, "integration", level=2, have=6, need=7, of=12),)
    assert card.deciding_unknowns == ("integration.continuity",)
    assert score(QUESTIONNAIRE, but(sheet(A), integration_continuity=2)).stage.confirmed == 2
    assert card.decisive_answers == (
        DecisiveAnswer("integration.assisted-selling", level=1, other=2, stage=2),
        DecisiveAnswer("integration.ownership", level=1, other=2, stage=2),
    )


def test_what_holds_example_b_at_stage_1() -> None:
    card = CARDS["B"]

    assert card.blockers == (
        ShareBlocker(2, "integration", level=2, have=4, need=7, of=12),
        ShareBlocker(2, "personalisation", level=2, have=2, need=7, of=12),
        ShareBlocker(2, "consistency", level=2, have=6, need=7, of=12),
        KeyBlocker(2, ("data.history",), level=2),
    )
    assert card.deciding_unknowns == ()
    assert card.decisive_answers == ()


@pytest.mark.parametrize(
    ("example", "target", "weeks", "plans"),
    [
        ("A", 2, 6, 2),
        ("A", 3, 194, 2),
        ("B", 2, 42, 36),
        ("B", 3, 236, 8),
        ("zeros", 1, 36, 4500),
        ("zeros", 2, 144, 121),
        ("zeros", 3, 358, 13),
    ],
)
def test_least_effort_and_how_many_plans_share_it(
    example: str, target: int, weeks: int, plans: int
) -> None:
    found = PLANS[example, target]

    assert found.effort == weeks
    assert found.plans == plans
    assert found.reaches == target


def test_the_way_out_of_example_a() -> None:
    found = PLANS["A", 2]

    assert found.must == ()
    assert found.factors[0].ways == (
        ("integration.assisted-selling@2",),
        ("integration.ownership@2",),
    )
    assert found.next_after is not None
    assert found.next_after.effort == 194
    assert found.effort_possible == 0


def test_the_36_plans_of_example_b() -> None:
    found = PLANS["B", 2]

    assert found.must == ("data.history@2",)
    assert {each.step: each.plans for each in found.options} == {
        "integration.after-sales@2": 18,
        "integration.assisted-selling@2": 18,
        "integration.continuity@2": 18,
        "integration.ownership@2": 18,
        "personalisation.offers@2": 18,
        "personalisation.orchestration@2": 30,
        "personalisation.lifecycle@2": 30,
        "personalisation.insight@2": 30,
        "consistency.pricing@2": 24,
        "consistency.service@2": 6,
        "consistency.frontline@2": 6,
    }
    two_of_four, pricing_before_offers = found.factors
    assert two_of_four.choice == Choice(2, two_of_four.steps)
    assert len(two_of_four.steps) == 4
    assert len(pricing_before_offers.ways) == 6
    assert pricing_before_offers.choice is None
    offers = [way for way in pricing_before_offers.ways if "personalisation.offers@2" in way]
    assert all("consistency.pricing@2" in way for way in offers)
    assert found.choices == ()
    assert len(found.alternatives) == 20


@pytest.mark.parametrize(
    ("stage", "levels", "index"),
    [(1, "111100", "22.2"), (2, "222210", "50.0"), (3, "333320", "77.8")],
)
def test_a_stage_cannot_occur_below_an_index(stage: int, levels: str, index: str) -> None:
    """The levels of a dimension that meet its shares to the point, and nothing more."""
    card = score(QUESTIONNAIRE, sheet(" ".join([levels] * 4)))

    assert rounded(card.index.arithmetic) == index
    assert [each.stage for each in card.dimensions] == [stage] * 4
    for place, level in enumerate(levels):
        if level != "0":
            lower = levels[:place] + str(int(level) - 1) + levels[place + 1 :]
            less = score(QUESTIONNAIRE, sheet(" ".join([lower] * 4)))
            assert [each.stage for each in less.dimensions] == [stage - 1] * 4


MATRIX = {
    ("store", "web"): Handoff(2, 3),
    ("web", "store"): Handoff(3, 3),
    ("store", "phone"): Handoff(1, 1),
    ("phone", "store"): Handoff(1, 2),
    ("web", "phone"): Handoff(2, 2),
    ("phone", "web"): Handoff(2, 1),
    ("social", "web"): Handoff(1, 3),
    ("web", "social"): Handoff(0, 1),
    ("social", "phone"): Handoff(1, 1),
    ("phone", "social"): Handoff(0, 1),
    ("marketplace", "web"): Handoff(0, 1),
    ("web", "marketplace"): Handoff(0, 1),
    ("marketplace", "store"): Handoff(0, 2),
    ("marketplace", "phone"): Handoff(1, 1),
    ("social", "store"): Handoff(1, 2),
    ("store", "social"): Handoff(1, 1),
}


def test_the_handoff_matrix() -> None:
    channels = ("store", "web", "phone", "social", "marketplace")
    found = handoffs(QUESTIONNAIRE.handoffs, sheet(channels=channels, handoffs=MATRIX))

    assert found is not None
    percentages = (found.index, found.density_2, found.density_3)
    assert [rounded(each) for each in percentages] == ["41.0", "34.6", "11.5"]
    assert found.stage == 2
    assert found.islands == (("phone", "store", "web"), ("marketplace",), ("social",))
    detours = {(each.start, each.end): each for each in found.detours}
    detour = detours["marketplace", "store"]
    assert (detour.direct, detour.widest) == (0, 1)
    assert detour.route == ("marketplace", "phone", "store")


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ([2, 2, 0, 1], "median 1, variance 0.6875, r*wg 0.694, deviation 0.750, flagged"),
        ([2, 2, 2, 1], "median 2, variance 0.1875, r*wg 0.917, deviation 0.375"),
        ([0, 3], "median 0, variance 2.2500, r*wg 0.000, deviation 1.500, flagged"),
        ([1, 2, 2, 2, 3], "median 2, variance 0.4000, r*wg 0.822, deviation 0.400, flagged"),
    ],
)
def test_agreement_of_a_panel(levels: list[int], told: str) -> None:
    found = agreement("data.history", levels)

    numbers = f"variance {rounded(found.variance, 4)}, r*wg {rounded(found.rwg, 3)}"
    deviation = f"deviation {rounded(found.deviation, 3)}{', flagged' * found.flagged}"
    assert f"median {found.median}, {numbers}, {deviation}" == told


def test_alpha_of_the_c_data_in_the_help_of_irr() -> None:
    coders = {
        "A": "1 2 3 3 2 1 4 1 2 . . .",
        "B": "1 2 3 3 2 2 4 1 2 5 . 3",
        "C": ". 3 3 3 2 3 4 2 2 5 1 .",
        "D": "1 2 3 3 2 4 4 1 2 5 1 .",
    }
    rows = [[None if sign == "." else int(sign) for sign in row.split()] for row in coders.values()]

    alpha = ordinal_alpha(rows)

    assert alpha is not None
    assert f"{alpha:.3f}" == "0.815"


def test_fit() -> None:
    given = {
        "resources.budget": 1,
        "resources.people": 1,
        "resources.openness": 2,
        "resources.sponsor": 1,
        "business.contact-frequency": 2,
        "business.channels-per-purchase": 2,
        "business.advice-need": 3,
        "business.reach": 1,
        "expectations.switching": 2,
        "expectations.recognition": 2,
        "expectations.competitors": 2,
        "expectations.simplicity": 2,  # reversed: counts as 1
    }
    filled = sheet(fit={item: Answered(level) for item, level in given.items()})

    found = fit(QUESTIONNAIRE.fit, filled, stage=1)

    assert found is not None
    means = {factor: rounded(mean, 2) for factor, mean in found.means.items()}
    assert means == {"resources": "1.25", "business": "2.00", "expectations": "1.75"}
    assert rounded(found.need, 2) == "1.85"
    assert (found.needed_stage, found.capacity_stage) == (2, 2)
    assert (found.target, found.target_possible) == (2, 2)
    assert found.verdict == "room-to-grow"
