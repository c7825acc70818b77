"""Is omnichannel right for this business? Three factors, a verdict and what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.language import say, say_count
from omniaudit.model.answers import Unknown
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
from omniaudit.report.pages.fit_factors import factors, how_judged

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
        label=say("Is omnichannel right for you?"),
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
    yield factors(assessment, fit)
    yield Prose(how_judged(assessment, fit))
    if fit.verdict and months(assessment):
        yield Prose(months(assessment))
    yield Heading(say("What would change this verdict"))
    yield from _changes(assessment, fit)
    if fit.verdict != ENOUGH and fit.needed_stage != TOP:
        yield Prose(not_everybody())


def _figures(assessment: Assessment, fit: FitResult) -> KeyFigures:
    return KeyFigures(
        (
            Figure(
                _stage(assessment, fit.needed_stage),
                say("needed stage"),
                say("what customers call for"),
            ),
            Figure(
                _stage(assessment, fit.capacity_stage),
                say("what it can carry"),
                say("with its resources"),
            ),
            Figure(
                _stage(assessment, fit.target if fit.verdict else None),
                target_label(further=fit.target < assessment.card.stage.confirmed),
                say("for the next 12 to 18 months"),
            ),
        )
    )


def _stage(assessment: Assessment, number: int | None) -> str:
    return say(wording.NOT_KNOWN) if number is None else assessment.stage_title(number)


def _callout(assessment: Assessment, fit: FitResult) -> Callout:
    for verdict in assessment.questionnaire.fit.verdicts:
        if verdict.id == fit.verdict:
            if fit.verdict == "room-to-grow" and fit.target == TOP:
                text = f"{verdict.meaning.partition('. ')[0].rstrip('.')}. {highest_already()}"
                return Callout(verdict.name, text, TONES[fit.verdict])
            text = verdict.meaning
            return Callout(verdict.name, text, TONES[fit.verdict])
    return Callout(undecided_title(), undecided_text(), "caution")


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
        Column(say("Question on fit"), 3),
        Column(say("Answer today"), 5),
        Column(say("If it were instead"), 5),
        Column(say("Verdict"), 3),
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
    return say("would be enough") if further else say("target stage")


def lead(name: str) -> str:
    """What the section is for."""
    return say(
        "How far {business} should go depends on its resources, on its kind of business and on "
        "what its customers expect.",
        business=name,
    )


def how_to_ask(items: int) -> str:
    """How to have fit judged."""
    return say_count(
        items,
        "Add the answer to the {count} question of the part on fit to the answers file, or go "
        "through it in the interview; it takes about ten minutes, best together with whoever "
        "decides on money and people. The report will then name the stage that is needed, the "
        "stage that can be carried and a target.",
        "Add the answers to the {count} questions of the part on fit to the answers file, or go "
        "through them in the interview; it takes about ten minutes, best together with whoever "
        "decides on money and people. The report will then name the stage that is needed, the "
        "stage that can be carried and a target.",
    )


def not_everybody() -> str:
    """Say that stopping early can be right."""
    return say(
        "A stage below omnichannel is a sound place to stay when customers are content with it "
        "and the means are better spent elsewhere."
    )


def highest_already() -> str:
    """What to do where the target is the highest stage."""
    return say(
        "The target is the highest stage already, so there is none to plan beyond it: take the "
        "steps of the roadmap one after the other, and look again in twelve months."
    )


def undecided_title() -> str:
    """Title of the box when there is no verdict."""
    return say("No verdict yet")


def undecided_text() -> str:
    """What is missing for a verdict."""
    return say("Each of the three factors needs at least one answer before a verdict can be given.")


def open_items(names: list[str]) -> str:
    """Name what was not known."""
    return say(
        "Not known so far: {questions}. The target is the cautious one until this is answered.",
        questions=wording.listed(names),
    )


def steady() -> str:
    """Say that no single answer changes the verdict."""
    return say("No single answer, one level higher or lower, would change the verdict.")


def no_verdict_to_change() -> str:
    """Say that there is no verdict yet."""
    return say("There is no verdict yet that an answer could change.")


def changes_caption(count: int) -> str:
    """Caption of the table of decisive answers."""
    told = say_count(
        count,
        "{number} change of one step that would do so",
        "{number} changes of one step that would do so",
        number=wording.number(count),
    )
    return wording.capital(told)
