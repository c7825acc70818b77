"""Is omnichannel right for this business? Three factors, a verdict and what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omniaudit.model.answers import Answered, Unknown
from omniaudit.model.scorecard import FitResult
from omniaudit.report import wording
from omniaudit.report.assessment import ENOUGH, TOP, Assessment
from omniaudit.report.document import (
    Block,
    Callout,
    Column,
    Figure,
    Heading,
    KeyFigures,
    Prose,
    Row,
    Section,
    Table,
    Tone,
)
from omniaudit.report.findings import fit_sentences
from omniaudit.report.findings.takes import months

TONES: dict[str, Tone] = {
    "room-to-grow": "good",
    "fits": "good",
    "multichannel-is-enough": "good",
    "ahead-of-need": "caution",
    "resources-first": "caution",
}


def fit_section(assessment: Assessment) -> Section:
    """What the business needs, what it can carry, and what follows."""
    fit = assessment.card.fit
    blocks = _asked(assessment, fit) if fit else _not_asked(assessment)
    return Section(
        id="fit",
        label="Is omnichannel right for you?",
        title=fit_sentences.title(assessment),
        blocks=tuple(blocks),
        lead=lead(assessment.business) if fit else "",
        own_page=fit is not None,
    )


def _not_asked(assessment: Assessment) -> Iterator[Block]:
    yield Prose(how_to_ask(len(assessment.questionnaire.fit.items)))
    yield Prose(not_everybody())


def _asked(assessment: Assessment, fit: FitResult) -> Iterator[Block]:
    yield _figures(assessment, fit)
    yield _callout(assessment, fit)
    yield _factors(assessment, fit)
    yield Prose(_how_judged(assessment, fit))
    if fit.verdict and months(assessment):
        yield Prose(months(assessment))
    yield Heading("What would change this verdict")
    yield from _changes(assessment, fit)
    if fit.verdict != ENOUGH and fit.needed_stage != TOP:
        yield Prose(not_everybody())


def _figures(assessment: Assessment, fit: FitResult) -> KeyFigures:
    return KeyFigures(
        (
            Figure(_stage(assessment, fit.needed_stage), "needed stage", "what customers call for"),
            Figure(
                _stage(assessment, fit.capacity_stage), "what it can carry", "with its resources"
            ),
            Figure(
                assessment.stage_title(fit.target) if fit.verdict else wording.NOT_KNOWN,
                target_label(further=fit.target < assessment.card.stage.confirmed),
                "for the next 12 to 18 months",
            ),
        )
    )


def _stage(assessment: Assessment, number: int | None) -> str:
    return wording.NOT_KNOWN if number is None else assessment.stage_title(number)


def _callout(assessment: Assessment, fit: FitResult) -> Callout:
    for verdict in assessment.questionnaire.fit.verdicts:
        if verdict.id == fit.verdict:
            if fit.verdict == "room-to-grow" and fit.target == TOP:
                text = f"{verdict.meaning.partition('. ')[0].rstrip('.')}. {highest_already()}"
                return Callout(verdict.name, text, TONES[fit.verdict])
            text = fit_sentences.meaning(assessment, verdict)
            return Callout(verdict.name, text, TONES[fit.verdict])
    return Callout(undecided_title(), undecided_text(), "caution")


def _factors(assessment: Assessment, fit: FitResult) -> Table:
    columns = (
        Column("Factor", 3),
        Column("What it covers", 7),
        Column("Mean, 0 to 3", 2, "right"),
        Column("Answered", 2, "right"),
    )
    rows = tuple(
        Row(
            (
                factor.name,
                wording.capital(factor.meaning),
                _mean(fit.means[factor.id]),
                "{} of {}".format(*_answered(assessment, factor.id)),
            )
        )
        for factor in assessment.questionnaire.fit.factors
    )
    return Table(factors_caption(), columns, rows)


def _mean(value: Fraction | None) -> str:
    return wording.NOT_KNOWN if value is None else wording.hundredths(value)


def _answered(assessment: Assessment, factor: str) -> tuple[int, int]:
    items = [item for item in assessment.questionnaire.fit.items if item.factor == factor]
    given = [assessment.sheet.fit.get(item.id) for item in items]
    return sum(isinstance(each, Answered) for each in given), len(items)


def _how_judged(assessment: Assessment, fit: FitResult) -> str:
    scale = assessment.questionnaire.fit
    names = {factor.id: factor.name.lower() for factor in scale.factors}
    weighing = wording.listed([f"{part}\u00a0% {names[each]}" for each, part in scale.need.items()])
    worked = ""
    if fit.need is not None:
        parts = [
            f"{wording.hundredths(Fraction(part, 100))} \u00d7 {_mean(fit.means[each])}"
            for each, part in scale.need.items()
        ]
        worked = need_here(" + ".join(parts), wording.hundredths(fit.need))
    low, high = (wording.hundredths(Fraction(cut, 100)) for cut in scale.need_cuts)
    first, second = (wording.hundredths(Fraction(cut, 100)) for cut in scale.capacity_cuts)
    stages = (assessment.stage(1), assessment.stage(2), assessment.stage(3))
    carried = capacity_rule(names[scale.capacity], first, second)
    return f"{need_rule(weighing, low, high, stages)} {carried} {worked}".strip()


def _changes(assessment: Assessment, fit: FitResult) -> Iterator[Block]:
    items = {item.id: item for item in assessment.questionnaire.fit.items}
    unknown = [
        items[name].name
        for name, answer in assessment.sheet.fit.items()
        if isinstance(answer, Unknown)
    ]
    if unknown:
        yield Prose(open_items(unknown))
    if not fit.decisive:
        yield Prose(steady() if fit.verdict else no_verdict_to_change())
        return
    columns = (
        Column("Question on fit", 3),
        Column("Answer today", 5),
        Column("If it were instead", 5),
        Column("Verdict", 3),
    )
    rows = [
        Row(
            (
                items[each.item].name,
                items[each.item].answers[each.level],
                items[each.item].answers[each.other],
                wording.capital(fit_sentences.verdict_name(assessment, each.verdict)),
            )
        )
        for each in fit.decisive
    ]
    yield Table(changes_caption(len(rows)), columns, tuple(rows), small=True)


def target_label(*, further: bool) -> str:
    """What the third figure says, where a business is further than its target."""
    return "would be enough" if further else "target stage"


def lead(name: str) -> str:
    """What the section is for."""
    return (
        f"How far {name} should go depends on its resources, on its kind of business and on what "
        "its customers expect."
    )


def how_to_ask(items: int) -> str:
    """How to have fit judged."""
    return (
        f"Add the answers to the {items} questions of the part on fit to the answers file, or go "
        "through them in the interview; it takes about ten minutes, best together with whoever "
        "decides on money and people. The report will then name the stage that is needed, the "
        "stage that can be carried and a target."
    )


def factors_caption() -> str:
    """Caption of the table of factors."""
    return "Three factors"


def not_everybody() -> str:
    """Say that stopping early can be right."""
    return (
        "A stage below omnichannel is a sound place to stay when customers are content with it "
        "and the means are better spent elsewhere."
    )


def highest_already() -> str:
    """What to do where the target is the highest stage."""
    return (
        "The target is the highest stage already, so there is none to plan beyond it: take the "
        "steps of the roadmap one after the other, and look again in twelve months."
    )


def undecided_title() -> str:
    """Title of the box when there is no verdict."""
    return "No verdict yet"


def undecided_text() -> str:
    """What is missing for a verdict."""
    return "Each of the three factors needs at least one answer before a verdict can be given."


def need_rule(weighing: str, low: str, high: str, stages: tuple[str, str, str]) -> str:
    """How the needed stage is judged."""
    first, second, third = stages
    return (
        f"Need is the mean of {weighing}; below {low} it calls for {first}, below {high} for "
        f"{second}, from there on for {third}."
    )


def capacity_rule(resources: str, first: str, second: str) -> str:
    """How the stage that can be carried is judged."""
    return (
        f"What can be carried follows from the mean of {resources} with the cuts {first} and "
        f"{second}. Weights and cuts are our judgement."
    )


def need_here(sum_of: str, need: str) -> str:
    """The need of this business, worked out."""
    return f"Here the need is {sum_of} = {need}."


def open_items(names: list[str]) -> str:
    """Name what was not known."""
    return (
        f"Not known so far: {wording.listed(names)}. The target is the cautious one until this is "
        "answered."
    )


def steady() -> str:
    """Say that no single answer changes the verdict."""
    return "No single answer, one level higher or lower, would change the verdict."


def no_verdict_to_change() -> str:
    """Say that there is no verdict yet."""
    return "There is no verdict yet that an answer could change."


def changes_caption(count: int) -> str:
    """Caption of the table of decisive answers."""
    answers = wording.numbered(count, "change of one step", "changes of one step")
    return f"{wording.capital(answers)} that would do so"
