"""The rules by which every number of the report is found."""

from __future__ import annotations

from omniaudit.language import say, say_as
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Column, Row, Table


def formulas(assessment: Assessment) -> Table:
    """Every number of the report with its rule."""
    columns = (Column(say_as("what is worked out", "Number"), 2), Column(say("How it is found"), 9))
    rules = [
        *score_formulas(*_levels_and_people(assessment)),
        *stage_formulas(_stage(assessment), *_trust(assessment)),
        effort_formula(_values(assessment)),
    ]
    if assessment.card.handoffs is not None:
        scale = assessment.questionnaire.handoffs
        stages = assessment.stage(2), assessment.stage(3)
        rules.append(handoff_formula(scale.joined_cut, scale.full_cut, *stages))
    rows = tuple(Row(each) for each in rules)
    return Table(say("Rules"), columns, rows, small=True)


def _levels_and_people(assessment: Assessment) -> tuple[str, str]:
    """The rules that speak of journeys, fit and handoffs only where those are asked."""
    ours, walked = assessment.questionnaire, assessment.asks_journeys
    level = level_rule() if walked else level_rule_alone()
    if walked and ours.asks_fit and ours.asks_handoffs:
        return level, people_rule()
    parts = [people_rule_alone()]
    if walked:
        parts.append(people_who_walked())
    if ours.asks_fit or ours.asks_handoffs:
        parts.append(people_who_differ())
    return level, " ".join(parts)


def _stage(assessment: Assessment) -> str:
    gates = assessment.questionnaire.gates
    rule = stage_rule if gates.journeys else stage_rule_alone
    return rule(gates.presets[assessment.card.stage.preset])


def _trust(assessment: Assessment) -> tuple[str, str]:
    questionnaire = assessment.questionnaire
    grades = [
        say("{grade} from {least}", grade=letter, least=least)
        for letter, least in questionnaire.confidence_grades.items()
    ]
    trust = [
        f"{term.name.lower()} {wording.hundredths(questionnaire.confidence[evidence])}"
        for evidence, term in questionnaire.evidence.items()
    ]
    return wording.listed(trust), wording.listed(grades)


def _values(assessment: Assessment) -> list[str]:
    """The planning values of the bands."""
    return [str(band.midpoint) for band in assessment.questionnaire.bands]


def level_rule() -> str:
    """Which level counts."""
    return say(
        "The level stated; one less where it holds hardly anywhere or partly. In an audit, level 3 "
        "counts only if seen or tested, and a failed step of a journey takes what it needs down to "
        "the level below."
    )


def level_rule_alone() -> str:
    """The same where no journey is asked."""
    return say(
        "The level stated; one less where it holds hardly anywhere or partly. In an audit, level 3 "
        "counts only if seen or tested."
    )


def people_rule() -> str:
    """What counts where several people answered."""
    return say(
        "Of practices, fit and handoffs the middle answer counts, or the lower of two in the "
        "middle. A step of a journey that failed for anybody failed. Where people differ is shown "
        "for practices only."
    )


def people_rule_alone() -> str:
    """The same where not all of these are asked."""
    return say("The middle answer to a question counts, or the lower of two in the middle.")


def people_who_walked() -> str:
    """What counts of a journey that several people walked."""
    return say("A step of a journey that failed for anybody failed.")


def people_who_differ() -> str:
    """Where it is told that people differ."""
    return say("Where people differ is shown for practices only.")


def stage_rule(percent: int) -> str:
    """When a stage is given."""
    return say(
        "Stage k is given when, in every dimension, more than half of the weight is at level k "
        "and at least {percent}\u00a0% at every level below; when its key practices are at level "
        "k; and when no journey condition fails. The stages are checked from below.",
        percent=percent,
    )


def stage_rule_alone(percent: int) -> str:
    """The same where no stage depends on journeys."""
    return say(
        "Stage k is given when, in every dimension, more than half of the weight is at level k "
        "and at least {percent}\u00a0% at every level below, and when its key practices are at "
        "level k. The stages are checked from below.",
        percent=percent,
    )


def score_formulas(level: str, people: str) -> tuple[tuple[str, str], ...]:
    """The rules of levels, scores and index, in a line or two each."""
    return (
        (
            say("Level that counts"),
            level,
        ),
        (
            say("Score of a dimension"),
            say(
                "100 \u00d7 sum of (weight \u00d7 level) / (3 \u00d7 sum of weights), over what "
                "was answered. Core practices weigh 2, optional ones 1. Where coverage was "
                "asked, the last level counts by 0, 1/3, 2/3 or all of it."
            ),
        ),
        (
            say("Several people"),
            people,
        ),
        (
            say("Interval"),
            say("The same score with every missing answer at 0, and with every one at its best."),
        ),
        (
            say("Index"),
            say(
                "The geometric mean of the dimension scores by weight, each at least 1. It never "
                "decides the stage."
            ),
        ),
    )


def stage_formulas(stage: str, trust: str, grades: str) -> tuple[tuple[str, str], ...]:
    """The rules of stage, confidence and plan, in a line or two each."""
    return (
        (
            say("Stage"),
            stage,
        ),
        (
            say("Confidence"),
            say(
                "Mean trust in what the answers rest on, by weight, out of 100; a missing answer "
                "counts 0. Where several people answered, it is multiplied by their agreement. "
                "Trust: {trust}. Grades: {grades}, otherwise the lowest.",
                trust=trust,
                grades=grades,
            ),
        ),
        (
            say("Plan"),
            say(
                "The set of steps with the least effort that meets all conditions and respects "
                "prerequisites, found exactly. Missing answers count at their worst."
            ),
        ),
    )


def effort_formula(values: list[str]) -> tuple[str, str]:
    """The rule of the effort of a step."""
    return (
        say("Effort"),
        say(
            "A planning value inside the band of each step ({values} person-weeks), times a factor "
            "for the size of the business. From ten person-weeks on, the report rounds to whole "
            "ones.",
            values=wording.listed(values),
        ),
    )


def handoff_formula(joined: int, full: int, second: str, third: str) -> tuple[str, str]:
    """The rule of the handoff index."""
    return (
        say("Handoff index"),
        say(
            "100 \u00d7 sum of (traffic \u00d7 level) / (3 \u00d7 sum of traffic), over the pairs "
            "rated. By handoffs alone a business is {second} when over {joined}\u00a0% of the "
            "traffic is at level 2 or above, and {third} when over {full}\u00a0% is at level 3; "
            "the cuts are our judgement.",
            second=second,
            joined=joined,
            third=third,
            full=full,
        ),
    )
