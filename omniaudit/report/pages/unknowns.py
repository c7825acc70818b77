"""What is not known yet, whom to ask, and which answers deserve a second look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omniaudit.model.answers import Answered
from omniaudit.model.scorecard import Contradiction
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Bullets, Column, Heading, Prose, Row, Section, Table
from omniaudit.report.findings import disagreement, doubts, finding_out, notices, on_words
from omniaudit.report.findings.standing_words import level_now
from omniaudit.report.findings.two_up import paired, two_up

SAME = 4
"""Missing answers from which one person to ask for all of them is not named row by row."""


def unknowns_section(assessment: Assessment) -> Section:
    """Everything that a next visit should settle."""
    blocks = tuple(_blocks(assessment))
    return Section(
        id="unknowns",
        label="What we do not know yet",
        title=_title(assessment),
        blocks=blocks or (Prose(nothing_open()),),
        own_page=False,
    )


def _title(assessment: Assessment) -> str:
    card = assessment.card
    if not assessment.missing:
        return all_answered_title()
    if card.stage.potential == card.stage.confirmed:
        return no_difference_title(assessment.missing)
    if not card.deciding_unknowns:
        return together_title(assessment.missing)
    return deciding_title(len(card.deciding_unknowns), assessment.missing)


def _blocks(assessment: Assessment) -> Iterator[Block]:
    yield from _deciding(assessment)
    yield from _others(assessment)
    yield from on_words.on_words(assessment)
    yield from _contradictions(assessment)
    yield from _views(assessment)
    yield from _flagged(assessment)
    yield from _noticed(assessment)


def _deciding(assessment: Assessment) -> Iterator[Block]:
    deciding = assessment.card.deciding_unknowns
    if not deciding:
        if assessment.card.stage.potential > assessment.card.stage.confirmed:
            yield Prose(finding_out.outlook(assessment))
        return
    columns = (Column("Practice", 4), Column("What it decides", 4), Column("Whom to ask", 5))
    rows = tuple(
        Row(
            (
                assessment.called(each),
                finding_out.consequence(assessment, each),
                wording.capital(assessment.whom(each)),
            )
        )
        for each in deciding
    )
    yield Table(deciding_caption(len(rows)), columns, rows, small=True)


def _others(assessment: Assessment) -> Iterator[Block]:
    deciding = set(assessment.card.deciding_unknowns)
    others = [
        each
        for each in assessment.card.standings
        if each.state in {"unknown", "not-asked"} and each.capability not in deciding
    ]
    if not others:
        return
    columns = (Column("Practice", 9), Column("State", 3), Column("Whom to ask", 13))
    rows = tuple(
        (
            assessment.called(each.capability),
            wording.capital(level_now(each)),
            wording.capital(assessment.whom(each.capability)),
        )
        for each in others
    )
    caption = others_caption(decisive=bool(deciding))
    if len(rows) > SAME and len({who for *_, who in rows}) == 1:
        short = paired([(practice, state) for practice, state, _ in rows])
        yield Table(caption, two_up(columns[:2]), short, small=True)
    else:
        yield Table(caption, columns, tuple(map(Row, rows)), small=True)


def _contradictions(assessment: Assessment) -> Iterator[Block]:
    found = assessment.card.contradictions
    if not found:
        return
    columns = (
        Column("Practice", 4),
        Column("Level stated", 2),
        Column("What the journey showed", 6),
    )
    over = [each for each in found if each.kind == "over-claim"]
    under = {each.capability for each in found if each.kind == "under-claim"}
    answers = len({each.capability for each in over})
    failed = len({(each.journey, each.step) for each in over})
    audit = assessment.sheet.mode == "audit"
    yield Heading("Where journeys and answers disagree")
    counts = contradiction_counts(answers, failed, len(under), audit=audit)
    yield Prose(f"{counts} {doubts.doubt(assessment)}".rstrip())
    yield Table("", columns, tuple(_contradicted(assessment, found)), small=True)


def _contradicted(assessment: Assessment, found: Sequence[Contradiction]) -> Iterator[Row]:
    """A row for each practice, with every place where a journey showed otherwise."""
    shown: dict[str, list[str]] = {}
    for each in found:
        journey = assessment.questionnaire.journey[each.journey]
        step = next(step.name for step in journey.steps if step.id == each.step)
        words = failed_there if each.kind == "over-claim" else worked_there
        shown.setdefault(each.capability, []).append(words(assessment.journey(each.journey), step))
    for capability, texts in shown.items():
        answer = assessment.answer(capability)
        level = str(answer.level) if isinstance(answer, Answered) else wording.NOT_KNOWN
        yield Row((assessment.called(capability), level, "; ".join(texts)))


def _views(assessment: Assessment) -> Iterator[Block]:
    panel = assessment.card.panel
    if panel is None:
        return
    yield Heading("Where views differ")
    apart = [each for each in panel.agreements if each.flagged or each.perception_gap]
    yield Prose(agreement_words(panel.alpha, len(panel.roles), len(apart)))
    if apart:
        columns = (
            Column("Practice", 4),
            Column("What was said", 7),
            Column("Agreement", 2, "right"),
        )
        rows = tuple(
            Row(
                (
                    assessment.called(each.capability),
                    disagreement.in_full(each),
                    wording.hundredths(each.rwg),
                )
            )
            for each in apart
        )
        yield Prose(agreement_caption(), small=True)
        yield Table("", columns, rows, small=True)


def _flagged(assessment: Assessment) -> Iterator[Block]:
    names = {item.id: item.name for item in assessment.questionnaire.fit.items}
    answers, fit = assessment.sheet.answers.items(), assessment.sheet.fit.items()
    flagged = [(assessment.called(name), each.note) for name, each in answers if each.flagged]
    flagged += [(names[name], each.note) for name, each in fit if each.flagged]
    if not flagged:
        return
    yield Heading("Answers marked for a second look")
    if not any(note for _, note in flagged):
        yield Bullets(tuple(name for name, _ in flagged))
        return
    rows = [Row((name, wording.one_line(note) or "\u2013")) for name, note in flagged]
    yield Table("", (Column("Question", 4), Column("Note", 7)), tuple(rows), small=True)


def _noticed(assessment: Assessment) -> Iterator[Block]:
    if assessment.sheet.warnings:
        yield Heading("Noticed in the answers file")
        rows = tuple(
            Row((notices.plain(assessment, each.message), notices.plain(assessment, each.remedy)))
            for each in assessment.sheet.warnings
        )
        yield Table("", (Column("Notice", 5), Column("What to do", 5)), rows)


def nothing_open() -> str:
    """Say that nothing is open."""
    return (
        "No answer is missing, none was marked for a second look, and no journey contradicts one."
    )


def all_answered_title() -> str:
    """Title when no answer is missing."""
    return "Every practice that applies has an answer"


def no_difference_title(missing: int) -> str:
    """Title when missing answers change nothing."""
    if missing == 1:
        return "One answer is missing, and it cannot change the stage"
    answers = wording.capital(wording.number(missing))
    return f"{answers} answers are missing, and they cannot change the stage"


def together_title(missing: int) -> str:
    """Title when missing answers decide only together."""
    answers = wording.capital(wording.number(missing))
    return f"{answers} answers are missing, and several together may change the stage"


def deciding_title(deciding: int, missing: int) -> str:
    """Title when single answers decide."""
    if missing == 1:
        return "One answer is missing, and it may change the stage"
    answers = wording.capital(wording.number(missing))
    if deciding == missing:
        return f"{answers} answers are missing, and each may change the stage"
    verb = "may" if deciding == 1 else "may each"
    some = wording.number(deciding)
    return f"{answers} answers are missing, and {some} of them {verb} change the stage"


def deciding_caption(rows: int) -> str:
    """Caption over the deciding unknowns."""
    return "Ask this first" if rows == 1 else "Ask these first"


def others_caption(*, decisive: bool) -> str:
    """Caption over the other unknowns."""
    return "The other missing answers" if decisive else "Missing answers"


def failed_there(journey: str, step: str) -> str:
    """An answer that says more than a journey."""
    return f"Less: {journey} failed at \u201c{step}\u201d"


def worked_there(journey: str, step: str) -> str:
    """An answer that says less than a journey."""
    return f"More: {journey} went through, \u201c{step}\u201d included"


def contradiction_counts(over: int, failed: int, under: int, *, audit: bool) -> str:
    """Count both kinds, and say what they do to the result.

    `over` answers say more than the steps that failed, of which there are `failed`.
    """
    higher = wording.numbered(over, "answer says", "answers say")
    lower = wording.numbered(under, "answer says", "answers say")
    found = []
    if over:
        steps = wording.numbered(failed, "step", "steps")
        found.append(
            f"{wording.capital(higher)} more than the journeys could confirm: {steps} failed."
        )
    if under:
        found.append(f"{wording.capital(lower)} less than a journey showed.")
    if audit:
        found.append("In this audit a failed step lowers what counts.")
    else:
        found.append("The levels stand as stated until they are looked at again.")
    return " ".join(found)


def agreement_words(alpha: float | None, people: int, apart: int) -> str:
    """How far a panel agrees as a whole."""
    practices = wording.numbered(apart, "practice", "practices")
    begin = (
        f"{wording.capital(wording.number(people))} people answered; they are apart on {practices}."
    )
    if alpha is None:
        return f"{begin} A measure for the whole panel needs more answers in common."
    return (
        f"{begin} Krippendorff\u2019s alpha for the whole panel is {wording.signed(alpha)} "
        "(1 is full agreement, 0 is chance); by convention 0.80 is good and 0.67 tentative."
    )


def agreement_caption() -> str:
    """How to read the table of practices on which views differ."""
    return (
        "What counts is the middle answer, or the lower of two in the middle; agreement runs "
        "from 0, opposite ends, to 1, all the same."
    )
