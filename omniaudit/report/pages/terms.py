"""The words of the report, how to read it, and what was assessed."""

from __future__ import annotations

from omniaudit.language import say, say_as, say_count
from omniaudit.model.answers import Respondent
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Bullets, Column, Heading, Row, Section, Table
from omniaudit.report.findings import confidence, fit_sentences

_SHORT = 64
"""Characters of a particular that stand on page one in three lines at most."""


def terms_section(assessment: Assessment) -> Section:
    """What the words mean, and what stands behind the result."""
    questionnaire = assessment.questionnaire
    return Section(
        id="terms",
        label=say("Terms"),
        title=say("What the words mean, and what was assessed"),
        blocks=(
            Heading(say("Terms in five lines")),
            Bullets(_terms(questionnaire)),
            Heading(say("How to read this report")),
            Bullets((*how_to_read(), *_weights(assessment))),
            Heading(say("What was assessed")),
            _particulars_in_full(assessment),
        ),
    )


def _particulars_in_full(assessment: Assessment) -> Table:
    columns = (Column("", 2), Column(say("This assessment"), 8))
    return Table("", columns, _rows(assessment), small=True)


def _terms(questionnaire: Questionnaire) -> tuple[str, ...]:
    stages = [f"{wording.capital(each.name)}: {each.meaning}." for each in questionnaire.stages]
    lowest = questionnaire.stages[0].name.lower()
    highest = questionnaire.stages[-1].name.lower()
    return (*stages, level_and_stage(lowest, highest))


def _weights(assessment: Assessment) -> tuple[str, ...]:
    """What points are, where practices weigh differently."""
    differ = len({each.weight for each in assessment.card.standings}) > 1
    return (weights_differ(),) if differ else ()


def _rows(assessment: Assessment) -> tuple[Row, ...]:
    questionnaire, sheet = assessment.questionnaire, assessment.sheet
    mode = questionnaire.modes[sheet.mode]
    channels = [assessment.channel(each) for each in sheet.business.channels]
    known = (
        (
            say("Business"),
            f"{questionnaire.profile[sheet.business.profile].name}; {_size(assessment).lower()}",
        ),
        (say("Channels"), listed_channels(channels)),
        (say_as("date", "Assessed"), f"{_day(assessment)}. {mode.name}: {mode.meaning}"),
        (say("Answered by"), _who(assessment)),
    )
    return tuple(Row(each) for each in (*known, *_extent(assessment)))


def particulars(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    """What is known about the assessment as such, each in a line or two."""
    questionnaire, sheet = assessment.questionnaire, assessment.sheet
    given = (
        (say_as("date", "Assessed"), _day(assessment)),
        (say("Kind of business"), questionnaire.profile[sheet.business.profile].name),
        (say_as("of a business", "Size"), _size(assessment)),
        (say_as("kind of assessment", "How"), questionnaire.modes[sheet.mode].name),
        (say("Answered by"), _who_in_short(assessment)),
    )
    return tuple((label, wording.clipped(text, _SHORT)) for label, text in given)


def _day(assessment: Assessment) -> str:
    date = assessment.sheet.date
    return wording.day(date) if date else say("not dated")


def _size(assessment: Assessment) -> str:
    size = assessment.questionnaire.size[assessment.sheet.business.size]
    return f"{size.name}, {size.meaning}"


def _who_in_short(assessment: Assessment) -> str:
    """Who answered; of many or of roles that take long to tell, only how many."""
    told = _who(assessment)
    if assessment.card.panel is None or len(told) <= _SHORT:
        return told
    return wording.capital(people(len(assessment.card.panel.roles)))


def _who(assessment: Assessment) -> str:
    if assessment.card.panel is None:
        return wording.capital(one_role(assessment.sheet.respondent))
    roles = assessment.card.panel.roles
    named = [role for role in roles if role]
    return wording.capital(panel_of(len(roles), named, len(roles) - len(named)))


def _extent(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    ours = assessment.questionnaire
    walked = ((say_as("journeys", "Tried out"), _journeys(assessment)),)
    rated = ((say("Handoffs rated"), _handoffs(assessment)),)
    return (
        (say_as("questions", "Answered"), _answered(assessment)),
        *(walked if assessment.asks_journeys else ()),
        *(rated if ours.asks_handoffs else ()),
        (say("Confidence"), confidence.in_full(assessment)),
        (say("Questionnaire"), f"{ours.id} {ours.version}: {ours.title}"),
    )


def _answered(assessment: Assessment) -> str:
    done = assessment.card.completeness
    practices = answered_of(done.answered, done.applicable, done.not_applicable)
    if not assessment.questionnaire.asks_fit:
        return on_practices(practices)
    answered, unknown, not_asked = fit_sentences.answers(assessment)
    on_fit = answered_of(answered, answered + unknown + not_asked, 0)
    return practices_and_fit(practices, on_fit)


def _journeys(assessment: Assessment) -> str:
    walked = [assessment.journey(each.journey) for each in assessment.card.journeys]
    return wording.listed(walked) or say_as("journeys", "none")


def _handoffs(assessment: Assessment) -> str:
    rated = sum(each.level is not None for each in assessment.sheet.handoffs.values())
    return pairs(rated) if rated else say_as("handoffs", "none")


def level_and_stage(lowest: str, highest: str) -> str:
    """The difference between a level and a stage."""
    return say(
        "Level and stage: a level, from 0 to 3, says how far one practice has come. The stage, "
        "from {lowest} to {highest}, says how far the business as a whole has come; it is decided "
        "by the weakest dimension and by a few practices without which it is not given.",
        lowest=lowest,
        highest=highest,
    )


def how_to_read() -> tuple[str, ...]:
    """How to read the result."""
    return (
        say(
            "The stage is the result. It is given only when all its conditions are met, so a "
            "strong side cannot hide a weak one. The index, from 0 to 100, sums the four "
            "dimensions up and decides nothing."
        ),
        say(
            "What is certain holds even if every missing answer turned out worst; what is possible "
            "holds if every one turned out best. An answer that is not known never counts as a no: "
            "it widens the interval."
        ),
        say(
            "Confidence, from A to D, says what the answers rest on. It is a guide, not a "
            "statistic."
        ),
        say(
            "Efforts are bands of person-weeks, the work of one person in one week. They are our "
            "judgement for a business of this size, and no money figures are given."
        ),
        say(
            "On the pages about dimensions, a tick marks the level that counts today and an arrow "
            "the next one. A note that ends in \u201c\u2026\u201d is longer in appendix A."
        ),
    )


def one_role(respondent: Respondent) -> str:
    """A respondent by role, and by side if that is known."""
    role = respondent.role or role_unknown()
    if respondent.side is None:
        return role
    if respondent.side == "head-office":
        return say("{role} (head office)", role=role)
    return say("{role} (frontline)", role=role)


def weights_differ() -> str:
    """What points are."""
    return say(
        "Practices that are core to this kind of business are worth 2 points, the others 1 point."
    )


def role_unknown() -> str:
    """A respondent whose role is not given."""
    return say("role not given")


def panel_of(count: int, roles: list[str], unknown: int) -> str:
    """Several respondents by their roles."""
    others = [without_a_role(unknown)] if unknown else []
    return f"{people(count)}: {wording.listed([*roles, *others])}"


def without_a_role(count: int) -> str:
    """How many respondents did not state their role."""
    # Translators: people, in a list of roles
    return say_count(
        count,
        "{number} without a stated role",
        "{number} without a stated role",
        number=wording.number(count),
    )


def listed_channels(channels: list[str]) -> str:
    """The channels by name."""
    return ", ".join(channels) or say_as("channels", "not given")


def answered_of(answered: int, of: int, not_applicable: int) -> str:
    """How much was answered."""
    if not not_applicable:
        return say("{part} of {whole}", part=answered, whole=of)
    return say_count(
        not_applicable,
        "{part} of {whole} ({count} not applicable)",
        "{part} of {whole} ({count} not applicable)",
        part=answered,
        whole=of,
    )


def practices_and_fit(practices: str, on_fit: str) -> str:
    """How much was answered of either part."""
    # Translators: both counts are such as "18 of 24"
    return say(
        "{practices} questions on practices, {on_fit} on fit", practices=practices, on_fit=on_fit
    )


def on_practices(practices: str) -> str:
    """How much was answered where nothing is asked about fit."""
    # Translators: the count is such as "18 of 24"
    return say("{practices} questions on practices", practices=practices)


def people(count: int) -> str:
    """How many respondents there were."""
    return say_count(count, "{number} person", "{number} people", number=wording.number(count))


def pairs(count: int) -> str:
    """How many pairs of channels were rated."""
    return say_count(count, "{count} pair of channels", "{count} pairs of channels")
