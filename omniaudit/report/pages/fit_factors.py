"""The three factors of fit, and how the stages that are needed and carried follow from them."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.language import say, say_as
from omniaudit.model.answers import Answered
from omniaudit.model.scorecard import FitResult
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Column, Row, Table


def factors(assessment: Assessment, fit: FitResult) -> Table:
    """The factors with what they cover and the mean of their answers."""
    columns = (
        Column(say("Factor"), 3),
        Column(say("What it covers"), 7),
        Column(say("Mean, 0 to 3"), 2, "right"),
        Column(say_as("questions", "Answered"), 2, "right"),
    )
    rows = tuple(
        Row(
            (
                factor.name,
                wording.capital(factor.meaning),
                _mean(fit.means[factor.id]),
                _answered(assessment, factor.id),
            )
        )
        for factor in assessment.questionnaire.fit.factors
    )
    return Table(factors_caption(), columns, rows)


def _mean(value: Fraction | None) -> str:
    return say(wording.NOT_KNOWN) if value is None else wording.hundredths(value)


def _answered(assessment: Assessment, factor: str) -> str:
    items = [item for item in assessment.questionnaire.fit.items if item.factor == factor]
    given = [assessment.sheet.fit.get(item.id) for item in items]
    answered = sum(isinstance(each, Answered) for each in given)
    return say("{part} of {whole}", part=answered, whole=len(items))


def how_judged(assessment: Assessment, fit: FitResult) -> str:
    """How both stages follow from the means, worked out for this business."""
    scale = assessment.questionnaire.fit
    names = {factor.id: factor.name.lower() for factor in scale.factors}
    weighing = wording.listed([weighed(part, names[each]) for each, part in scale.need.items()])
    low, high = (wording.hundredths(Fraction(cut, 100)) for cut in scale.need_cuts)
    first, second = (wording.hundredths(Fraction(cut, 100)) for cut in scale.capacity_cuts)
    stages = (assessment.stage(1), assessment.stage(2), assessment.stage(3))
    sentences = [
        need_rule(weighing, low, high, stages),
        capacity_rule(names[scale.capacity], first, second),
    ]
    if fit.need is not None:
        parts = [
            f"{wording.hundredths(Fraction(part, 100))} \u00d7 {_mean(fit.means[each])}"
            for each, part in scale.need.items()
        ]
        sentences.append(need_here(" + ".join(parts), wording.hundredths(fit.need)))
    return " ".join(sentences)


def factors_caption() -> str:
    """Caption of the table of factors."""
    return say("Three factors")


def need_rule(weighing: str, low: str, high: str, stages: tuple[str, str, str]) -> str:
    """How the needed stage is judged."""
    first, second, third = stages
    return say(
        "Need is the mean of {weighing}; below {low} it calls for {first}, below {high} for "
        "{second}, from there on for {third}.",
        weighing=weighing,
        low=low,
        high=high,
        first=first,
        second=second,
        third=third,
    )


def weighed(part: int, factor: str) -> str:
    """A factor with its part in a mean."""
    # Translators: a factor and its part in a mean, such as "40 % expectations"
    return say("{part}\u00a0% {factor}", part=part, factor=factor)


def capacity_rule(resources: str, first: str, second: str) -> str:
    """How the stage that can be carried is judged."""
    return say(
        "What can be carried follows from the mean of {resources} with the cuts {first} and "
        "{second}. Weights and cuts are our judgement.",
        resources=resources,
        first=first,
        second=second,
    )


def need_here(sum_of: str, need: str) -> str:
    """The need of this business, worked out."""
    return say("Here the need is {sum} = {need}.", sum=sum_of, need=need)
