"""What must hold whatever is answered. Each law is shown by a thousand examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise, product
from math import comb, prod
from random import Random
from typing import TypeVar

from hypothesis import assume, given
from hypothesis import strategies as st

from omniaudit.engine.planning import what_if
from omniaudit.engine.scoring import score
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    Coverage,
    Evidence,
    NotApplicable,
    NotAsked,
    Unknown,
)
from omniaudit.model.capability import Requirement
from omniaudit.model.gates import Preset
from omniaudit.model.plan import Plan
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard
from tests.engine.sheets import QUESTIONNAIRE
from tests.laws.strategies import (
    Case,
    completed,
    law,
    plan_law,
    sheets,
)

_Value = TypeVar("_Value")
LEVELS = range(4)


def numbers(card: Scorecard) -> list[Fraction | int | None]:
    """All scores, indices and stages of a scorecard."""
    index, stage = card.index, card.stage
    found: list[Fraction | int | None] = [index.value, index.low, index.high, index.arithmetic]
    found += [stage.confirmed, stage.potential, stage.strict, stage.lenient]
    for each in card.dimensions:
        found += [each.score, each.low, each.high, each.stage, each.potential]
    return found


@st.composite
def raised(draw: st.DrawFn) -> tuple[AnswerSheet, AnswerSheet]:
    """A sheet, and the same with one answer a level up."""
    sheet = draw(sheets())
    low = [
        (name, replace(answer, level=answer.level + 1))
        for name, answer in sheet.answers.items()
        if isinstance(answer, Answered) and answer.level < LEVELS[-1]
    ]
    assume(low)
    name, higher = draw(st.sampled_from(low))
    return sheet, replace(sheet, answers={**sheet.answers, name: higher})


@law
@given(raised())
def test_raising_one_level_never_lowers_a_score_an_index_or_a_stage(
    before_and_after: tuple[AnswerSheet, AnswerSheet],
) -> None:
    before, after = (numbers(score(QUESTIONNAIRE, each)) for each in before_and_after)

    assert len(before) == len(after) == 28
    for low, high in zip(before, after, strict=True):
        assert (low is None) is (high is None)
        assert low is None or high is None or low <= high


@law
@given(sheets())
def test_everything_stays_in_bounds(sheet: AnswerSheet) -> None:
    card = score(QUESTIONNAIRE, sheet)

    for each in card.dimensions:
        assert all(
            value is None or 0 <= value <= 100 for value in (each.score, each.low, each.high)
        )
        assert all(stage is None or 0 <= stage <= 3 for stage in (each.stage, each.potential))
    index = card.index
    known = (index.value, index.low, index.high, index.arithmetic)
    assert all(value is None or 0 <= value <= 100 for value in known)
    for standing in card.standings:
        assert 0 <= standing.worst <= standing.best <= 3
        if standing.counted is not None and standing.thirds is not None:
            assert standing.counted <= (standing.level or 0)
            assert standing.thirds <= 3 * (standing.level or 0)
            assert standing.thirds - 3 < 3 * standing.counted <= standing.thirds + 1
    assert 0 <= card.confidence.value <= 1
    assert card.completeness.applicable == (
        card.completeness.answered + card.completeness.unknown + card.completeness.not_asked
    )


@law
@given(sheets())
def test_the_mean_of_an_uneven_profile_is_never_below_the_geometric_index(
    sheet: AnswerSheet,
) -> None:
    """Save for dimensions below 1, which the index lifts to 1."""
    card = score(QUESTIONNAIRE, sheet)

    if card.index.imbalance is not None:
        floored = any(each.score is not None and each.score < 1 for each in card.dimensions)
        assert floored or card.index.imbalance >= 0


def shuffled(mapping: Mapping[str, _Value], chance: Random) -> dict[str, _Value]:
    keys = list(mapping)
    chance.shuffle(keys)
    return {key: mapping[key] for key in keys}


@law
@given(sheets(whole=True), st.integers(0, 10**6))
def test_the_order_of_answers_does_not_matter(sheet: AnswerSheet, number: int) -> None:
    chance = Random(number)
    pairs = list(sheet.handoffs.items())
    chance.shuffle(pairs)
    other = replace(
        sheet,
        answers=shuffled(sheet.answers, chance),
        fit=shuffled(sheet.fit, chance),
        handoffs=dict(pairs),
        journeys={
            name: shuffled(results, chance)
            for name, results in shuffled(sheet.journeys, chance).items()
        },
    )

    card = score(QUESTIONNAIRE, sheet)

    assert replace(score(QUESTIONNAIRE, other), sheet=sheet) == card


@law
@given(sheets())
def test_confirmed_is_never_above_potential(sheet: AnswerSheet) -> None:
    card = score(QUESTIONNAIRE, sheet)

    assert card.stage.confirmed <= card.stage.potential
    for each in card.dimensions:
        assert (each.stage is None) is (each.potential is None)
        assert (each.stage or 0) <= (each.potential or 0)
        if each.stage is not None:
            assert card.stage.confirmed <= each.stage
    if all(not isinstance(each, Unknown | NotAsked) for each in sheet.answers.values()):
        assert card.stage.confirmed == card.stage.potential


@law
@given(sheets(), st.lists(st.sampled_from(LEVELS), min_size=24, max_size=24))
def test_the_interval_holds_every_completion(sheet: AnswerSheet, levels: list[int]) -> None:
    """In all modes: what a failed journey caps in an audit is capped in the completion too."""
    card = score(QUESTIONNAIRE, sheet)
    names = [each.id for each in QUESTIONNAIRE.capabilities]

    whole = score(QUESTIONNAIRE, completed(sheet, dict(zip(names, levels, strict=True))))

    for bounds, found in zip(card.dimensions, whole.dimensions, strict=True):
        assert found.score == found.low == found.high
        if found.score is not None:
            assert bounds.low is not None
            assert bounds.high is not None
            assert bounds.low <= found.score <= bounds.high
    if whole.index.value is not None:
        assert card.index.low <= whole.index.value <= card.index.high
    assert card.stage.confirmed <= whole.stage.confirmed <= card.stage.potential


@law
@given(sheets())
def test_the_ends_of_the_interval_are_completions(sheet: AnswerSheet) -> None:
    card = score(QUESTIONNAIRE, sheet)
    worst, best = (
        score(QUESTIONNAIRE, completed(sheet, dict.fromkeys(QUESTIONNAIRE.capability, level)))
        for level in (0, 3)
    )

    assert [each.low for each in card.dimensions] == [each.score for each in worst.dimensions]
    assert [each.high for each in card.dimensions] == [each.score for each in best.dimensions]
    assert (card.stage.confirmed, card.stage.potential) == (
        worst.stage.confirmed,
        best.stage.confirmed,
    )
    if worst.index.value is not None:
        assert (card.index.low, card.index.high) == (worst.index.value, best.index.value)


@law
@given(sheets())
def test_a_score_lies_in_its_interval_unless_a_failed_journey_caps_an_unknown(
    sheet: AnswerSheet,
) -> None:
    """Only an audit caps: then an unknown's best may be below the mean of what was answered."""
    card = score(QUESTIONNAIRE, sheet)
    capped = {
        QUESTIONNAIRE.capability[each.capability].dimension
        for each in card.standings
        if each.state in {"unknown", "not-asked"} and each.best < LEVELS[-1]
    }

    assert sheet.mode == "audit" or not capped
    for each in card.dimensions:
        if each.score is not None:
            assert each.low is not None
            assert each.high is not None
            assert each.low <= each.score
            assert each.score <= each.high or each.dimension in capped
    if card.index.value is not None:
        assert card.index.low <= card.index.value
        assert card.index.value <= card.index.high or capped


def claim_of(thirds: int) -> Answered:
    """The claim that scores so many thirds of a level."""
    level = -(-thirds // 3)
    coverage = Coverage(thirds - 3 * (level - 1)) if level else None
    return Answered(level, coverage, Evidence.TESTED)


@st.composite
def at_the_mean(draw: st.DrawFn) -> tuple[AnswerSheet, str]:
    """A sheet and a capability that scores what the others of its dimension score on average."""
    sheet = draw(sheets(walked=False))
    name = draw(st.sampled_from(sorted(sheet.answers)))
    dimension = QUESTIONNAIRE.capability[name].dimension
    others = [
        each
        for each in score(QUESTIONNAIRE, sheet).standings
        if each.thirds is not None and each.capability != name
        if QUESTIONNAIRE.capability[each.capability].dimension == dimension
    ]
    assume(others)
    weight = sum(each.weight for each in others)
    mean = Fraction(sum(each.weight * (each.thirds or 0) for each in others), weight)
    assume(mean.denominator == 1)
    answers: dict[str, Answer] = {**sheet.answers, name: claim_of(int(mean))}
    return replace(sheet, answers=answers), name


@law
@given(at_the_mean())
def test_leaving_out_what_is_at_the_mean_leaves_the_score(
    sheet_and_name: tuple[AnswerSheet, str],
) -> None:
    sheet, name = sheet_and_name
    without = replace(sheet, answers={**sheet.answers, name: NotApplicable("we have none")})

    before, after = score(QUESTIONNAIRE, sheet), score(QUESTIONNAIRE, without)

    assert [each.score for each in before.dimensions] == [each.score for each in after.dimensions]
    assert before.index.value == after.index.value


@law
@given(sheets())
def test_strict_is_never_above_standard_nor_standard_above_lenient(sheet: AnswerSheet) -> None:
    presets: tuple[Preset, ...] = ("strict", "standard", "lenient")
    stages = [score(QUESTIONNAIRE, sheet, preset).stage for preset in presets]

    assert [each.confirmed for each in stages] == sorted(each.confirmed for each in stages)
    assert [each.potential for each in stages] == sorted(each.potential for each in stages)
    for each in stages:
        assert (each.strict, each.lenient) == (stages[0].confirmed, stages[2].confirmed)


@law
@given(sheets(whole=True))
def test_the_cautious_target_is_never_above_the_possible_one(sheet: AnswerSheet) -> None:
    card = score(QUESTIONNAIRE, sheet)

    if card.fit is not None:
        assert 1 <= card.fit.target <= card.fit.target_possible <= card.stage.confirmed + 1
        if not any(isinstance(each, Unknown | NotAsked) for each in sheet.fit.values()):
            assert card.fit.target == card.fit.target_possible


@law
@given(sheets())
def test_what_decides_does_so_alone(sheet: AnswerSheet) -> None:
    """Deciding unknowns and decisive answers, each tried out."""
    card = score(QUESTIONNAIRE, sheet)

    for name in card.deciding_unknowns:
        proved = Answered(LEVELS[-1], Coverage.FULLY, Evidence.TESTED)
        found = score(QUESTIONNAIRE, replace(sheet, answers={**sheet.answers, name: proved}))
        assert found.stage.confirmed > card.stage.confirmed
    for each in card.decisive_answers:
        answer = sheet.answers[each.capability]
        assert isinstance(answer, Answered)
        assert abs(each.other - each.level) == 1
        moved = {**sheet.answers, each.capability: replace(answer, level=each.other)}
        assert score(QUESTIONNAIRE, replace(sheet, answers=moved)).stage.confirmed == each.stage


# Plans: nine in ten of small questionnaires of eight to ten capabilities, one of the shipped one.


def levels_of(case: Case) -> dict[str, int]:
    """Levels held where a plan starts; unknowns at 0, without what does not apply."""
    return {each.capability: each.worst for each in case.card.standings if each.applies}


def stage_after(case: Case, steps: tuple[str, ...] | list[str]) -> int:
    """The stage that the scorer finds when the steps are done and no others."""
    levels = levels_of(case)
    for name in steps:
        capability, _, level = name.partition("@")
        levels[capability] = max(int(level), levels[capability])
    return score(case.questionnaire, what_if(case.sheet, levels)).stage.confirmed


def needed_by(questionnaire: Questionnaire, name: str) -> set[str]:
    """A step's prerequisites, the step below included."""
    step = questionnaire.step[name]
    below = {Requirement(step.capability, step.level - 1).id} if step.level > 1 else set()
    return below | {need.id for need in step.requires}


def is_closed(case: Case, steps: set[str]) -> bool:
    """Whether all prerequisites that are neither held nor inapplicable are among the steps."""
    levels = levels_of(case)
    needs = {need for name in steps for need in needed_by(case.questionnaire, name)} - steps
    named = [need.partition("@") for need in needs]
    return all(int(level) <= levels.get(capability, 3) for capability, _, level in named)


def without(case: Case, steps: set[str], left_out: str) -> set[str]:
    """The largest closed part of the steps that leaves one out."""
    gone = {left_out}
    while True:
        more = {name for name in steps if needed_by(case.questionnaire, name) & gone} | gone
        if more == gone:
            return steps - gone
        gone = more


def names_of(plan: Plan) -> tuple[str, ...]:
    return tuple(each.step.id for each in plan.steps)


@plan_law
def test_a_plan_reaches_its_stage(case: Case) -> None:
    """Unless nothing applies; a sheet without walked journeys has nothing else to bar a stage."""
    if case.plan.effort is None:
        assert not levels_of(case)
    else:
        assert stage_after(case, names_of(case.plan)) == case.plan.reaches >= case.target
        assert is_closed(case, set(names_of(case.plan)))
        assert case.plan.effort == sum(each.effort for each in case.plan.steps)


@plan_law
def test_no_closed_part_of_a_plan_reaches_its_stage(case: Case) -> None:
    """As more levels never lower a stage, the largest parts that leave a step out will do."""
    steps = set(names_of(case.plan))

    for name in steps:
        part = without(case, steps, name)
        assert is_closed(case, part)
        assert stage_after(case, sorted(part)) < case.target


@plan_law
def test_a_higher_stage_is_never_cheaper(case: Case) -> None:
    efforts = [replace(case, target=target).plan.effort for target in (1, 2, 3)]

    for near, far in pairwise(efforts):
        assert (near is None) is (far is None)
        assert near is None or far is None or near <= far
    contrast = case.plan.next_after
    assert contrast is None if case.target == 3 else contrast is not None
    assert contrast is None or contrast.effort == efforts[-1]


@plan_law
def test_finding_out_may_save_effort_and_never_costs_any(case: Case) -> None:
    effort, possible = case.plan.effort, case.plan.effort_possible

    assert (effort is None) is (possible is None)
    assert effort is None or possible is None or possible <= effort
    if Unknown() not in case.answers:
        assert effort == possible


@plan_law
def test_every_step_that_must_be_done_is_in_every_alternative(case: Case) -> None:
    found = case.plan
    plans = found.alternatives or (names_of(found),)

    assert len(plans) == min(found.plans, 20)
    for steps in plans:
        assert set(found.must) <= set(steps)
    if found.plans == len(plans):
        assert set(found.must) == set.intersection(*map(set, plans))
        optional = [name for steps in plans for name in steps if name not in found.must]
        assert {each.step: each.plans for each in found.options} == {
            name: optional.count(name) for name in optional
        }


@plan_law
def test_all_alternatives_cost_the_same_and_reach_the_stage(case: Case) -> None:
    found = case.plan
    effort = {
        name: step.band.midpoint * Fraction(case.questionnaire.size[case.size].effort, 10)
        for name, step in case.questionnaire.step.items()
    }

    assert len(set(found.alternatives)) == len(found.alternatives)
    assert not found.alternatives or found.alternatives[0] == names_of(found)
    for steps in found.alternatives:
        assert sum(effort[name] for name in steps) == found.effort
        assert is_closed(case, set(steps))
        assert stage_after(case, steps) >= case.target


@plan_law
def test_must_and_choices_give_exactly_all_plans(case: Case) -> None:
    found = case.plan
    ways = prod(len(factor.ways) for factor in found.factors)

    assert found.plans == ways
    if found.choices:
        assert prod(comb(len(each.among), each.choose) for each in found.choices) == ways
        picks = product(*(combinations(each.among, each.choose) for each in found.choices))
        told = {frozenset(found.must).union(*pick) for pick in picks}
        listed = {frozenset(steps) for steps in found.alternatives}
        assert listed <= told
        assert len(told) == ways
    else:
        assert found.plans == 1 or any(factor.choice is None for factor in found.factors)


@plan_law
def test_no_step_begins_before_what_it_requires_is_done(case: Case) -> None:
    planned = {each.step.id: each for each in case.plan.steps}

    for name, each in planned.items():
        assert set(each.requires) == needed_by(case.questionnaire, name) & planned.keys()
        assert all(planned[need].end <= each.start for need in each.requires)
        assert each.end - each.start == each.step.horizon[1] - each.step.horizon[0]


def test_the_cases_are_of_all_kinds() -> None:
    """The laws would say little if all plans were alike."""
    seen: dict[str, int] = {}

    @plan_law
    def look(case: Case) -> None:
        kinds = {
            "several plans": case.plan.plans > 1,
            "more than are listed": case.plan.plans > 20,
            "choices": bool(case.plan.choices),
            "no choices": case.plan.plans > 1 and not case.plan.choices,
            "nothing to do": case.plan.effort == 0,
            "no way": case.plan.effort is None,
            "worth finding out": case.plan.effort != case.plan.effort_possible,
        }
        for kind, is_it in kinds.items():
            seen[kind] = seen.get(kind, 0) + is_it

    look()

    assert min(seen.values()) > 0, seen
