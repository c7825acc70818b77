"""What is not known yet, whom to ask, and which answers deserve a second look."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.language import say, say_as, say_count
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Bullets, Column, Heading, Prose, Row, Section, Table
from omniaudit.report.findings import disagreement, finding_out, notices, on_words
from omniaudit.report.findings.standing_words import level_now
from omniaudit.report.findings.two_up import paired, two_up
from omniaudit.report.pages.contradictions import contradictions

SAME = 4
"""Missing answers from which one person to ask for all of them is not named row by row."""


def unknowns_section(assessment: Assessment) -> Section:
    """Everything that a next visit should settle."""
    blocks = tuple(_blocks(assessment))
    return Section(
        id="unknowns",
        label=say("What we do not know yet"),
        title=_title(assessment),
        blocks=blocks or (Prose(_nothing_open(assessment)),),
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
    yield from contradictions(assessment)
    yield from _views(assessment)
    yield from _flagged(assessment)
    yield from _noticed(assessment)


def _deciding(assessment: Assessment) -> Iterator[Block]:
    deciding = assessment.card.deciding_unknowns
    if not deciding:
        if assessment.card.stage.potential > assessment.card.stage.confirmed:
            yield Prose(finding_out.outlook(assessment))
        return
    columns = (
        Column(say("Practice"), 4),
        Column(say("What it decides"), 4),
        Column(say("Whom to ask"), 5),
    )
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
    columns = (
        Column(say("Practice"), 9),
        Column(say_as("of an answer", "State"), 3),
        Column(say("Whom to ask"), 13),
    )
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


def _views(assessment: Assessment) -> Iterator[Block]:
    panel = assessment.card.panel
    if panel is None:
        return
    yield Heading(say("Where views differ"))
    apart = [each for each in panel.agreements if each.flagged or each.perception_gap]
    yield Prose(agreement_words(panel.alpha, len(panel.roles), len(apart)))
    if apart:
        columns = (
            Column(say("Practice"), 4),
            Column(say("What was said"), 7),
            Column(say("Agreement"), 2, "right"),
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
    yield Heading(say("Answers marked for a second look"))
    if not any(note for _, note in flagged):
        yield Bullets(tuple(name for name, _ in flagged))
        return
    rows = [Row((name, wording.one_line(note) or "\u2013")) for name, note in flagged]
    yield Table("", (Column(say("Question"), 4), Column(say("Note"), 7)), tuple(rows), small=True)


def _noticed(assessment: Assessment) -> Iterator[Block]:
    if assessment.sheet.warnings:
        yield Heading(say("Noticed in the answers file"))
        rows = tuple(
            Row((notices.plain(assessment, each.message), notices.plain(assessment, each.remedy)))
            for each in assessment.sheet.warnings
        )
        yield Table("", (Column(say("Notice"), 5), Column(say("What to do"), 5)), rows)


def _nothing_open(assessment: Assessment) -> str:
    return nothing_open() if assessment.asks_journeys else nothing_missing()


def nothing_missing() -> str:
    """Say that nothing is open where no journey is asked."""
    return say("No answer is missing, and none was marked for a second look.")


def nothing_open() -> str:
    """Say that nothing is open."""
    return say(
        "No answer is missing, none was marked for a second look, and no journey contradicts one."
    )


def all_answered_title() -> str:
    """Title when no answer is missing."""
    return say("Every practice that applies has an answer")


def no_difference_title(missing: int) -> str:
    """Title when missing answers change nothing."""
    told = say_count(
        missing,
        "{number} answer is missing, and it cannot change the stage",
        "{number} answers are missing, and they cannot change the stage",
        number=wording.number(missing),
    )
    return wording.capital(told)


def together_title(missing: int) -> str:
    """Title when missing answers decide only together."""
    told = say_count(
        missing,
        "{number} answers are missing, and several together may change the stage",
        "{number} answers are missing, and several together may change the stage",
        number=wording.number(missing),
    )
    return wording.capital(told)


def deciding_title(deciding: int, missing: int) -> str:
    """Title when single answers decide."""
    if deciding == missing:
        told = say_count(
            missing,
            "{number} answer is missing, and it may change the stage",
            "{number} answers are missing, and each may change the stage",
            number=wording.number(missing),
        )
    else:
        told = say_count(
            deciding,
            "{missing} answers are missing, and {number} of them may change the stage",
            "{missing} answers are missing, and {number} of them may each change the stage",
            missing=wording.number(missing),
            number=wording.number(deciding),
        )
    return wording.capital(told)


def deciding_caption(rows: int) -> str:
    """Caption over the deciding unknowns."""
    return say("Ask this first") if rows == 1 else say("Ask these first")


def others_caption(*, decisive: bool) -> str:
    """Caption over the other unknowns."""
    return say("The other missing answers") if decisive else say("Missing answers")


def agreement_words(alpha: float | None, people: int, apart: int) -> str:
    """How far a panel agrees as a whole."""
    begin = so_many_apart(people, apart)
    if alpha is None:
        measure = say("A measure for the whole panel needs more answers in common.")
    else:
        measure = say(
            "Krippendorff\u2019s alpha for the whole panel is {alpha} (1 is full agreement, 0 is "
            "chance); by convention 0.80 is good and 0.67 tentative.",
            alpha=wording.signed(alpha),
        )
    return f"{begin} {measure}"


def so_many_apart(people: int, practices: int) -> str:
    """How many people answered, and on how much they do not agree."""
    told = say_count(
        people,
        "{number} people answered; they are apart on {practices}.",
        "{number} people answered; they are apart on {practices}.",
        number=wording.number(people),
        practices=some_practices(practices),
    )
    return wording.capital(told)


def some_practices(count: int) -> str:
    """A number of practices."""
    # Translators: stands after "they are apart on"
    return say_count(count, "{number} practice", "{number} practices", number=wording.number(count))


def agreement_caption() -> str:
    """How to read the table of practices on which views differ."""
    return say(
        "What counts is the middle answer, or the lower of two in the middle; agreement runs "
        "from 0, opposite ends, to 1, all the same."
    )
