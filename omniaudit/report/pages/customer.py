"""The customer view: journeys that were tried out, and how channels hand customers over."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.language import say, say_count
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Heading, Prose, Section
from omniaudit.report.pages import handoff_blocks, journey_blocks


def customer_section(assessment: Assessment) -> Section:
    """What customers meet on their way through the channels."""
    return Section(
        id="customer",
        label=say("Customer view"),
        title=_title(assessment),
        blocks=tuple(_blocks(assessment)),
        own_page=bool(assessment.card.journeys or assessment.card.handoffs),
    )


def asked_of_customers(assessment: Assessment) -> bool:
    """Whether the questionnaire asks anything that is told here."""
    return assessment.asks_journeys or assessment.questionnaire.asks_handoffs


def _blocks(assessment: Assessment) -> Iterator[Block]:
    if assessment.card.journeys:
        yield from journey_blocks.journeys(assessment)
    elif assessment.asks_journeys:
        yield Heading(say("Journeys"))
        yield Prose(no_journeys(_suggested(assessment)))
    if assessment.questionnaire.asks_handoffs:
        yield from _between_channels(assessment)


def _between_channels(assessment: Assessment) -> Iterator[Block]:
    rated = assessment.card.handoffs is not None
    yield Heading(say("From channel to channel"), not_in_the_stage() if rated else "")
    channels = assessment.sheet.business.channels
    if len(channels) == 1:
        yield Prose(one_channel(assessment.name, assessment.channel(channels[0])))
    elif assessment.card.handoffs:
        yield from handoff_blocks.handoffs(assessment, assessment.card.handoffs)
    else:
        yield Prose(no_handoffs())


def _title(assessment: Assessment) -> str:
    walked = assessment.card.journeys
    broken = [each for each in walked if each.passed is False]
    passed = [each for each in walked if each.passed]
    if broken:
        return broken_title(len(broken), len(broken) + len(passed))
    if passed:
        return passed_title(len(passed))
    if assessment.card.handoffs:
        pairs = handoff_blocks.pairs_that_apply(assessment)
        rated = sum(each.level is not None for each in assessment.sheet.handoffs.values())
        if 2 * rated < pairs:
            return few_pairs_title(rated, pairs)
        return islands_title(len(assessment.card.handoffs.islands))
    channels = assessment.sheet.business.channels
    if len(channels) == 1 and assessment.questionnaire.asks_handoffs:
        return one_channel_title(assessment.name)
    return nothing_title(assessment.name)


def _suggested(assessment: Assessment) -> list[str]:
    """The journeys to try first, of those that the channels of the business allow."""
    profile = assessment.sheet.business.profile
    journeys = assessment.questionnaire.journeys_for(profile)
    has = set(assessment.sheet.business.channels)
    open_ones = [
        each
        for each in journeys
        if not has or has.issuperset(step.channel for step in each.steps if step.channel)
    ]
    default = [each for each in open_ones if profile in each.default_for]
    return [assessment.journey(each.id) for each in default or open_ones[:1]]


def broken_title(broken: int, walked: int) -> str:
    """Title when journeys broke."""
    if walked == 1:
        return say("The one journey that was tried out breaks on the way")
    if broken == walked:
        if walked == 2:  # noqa: PLR2004 - two are both
            return say("Both journeys break on the way")
        return say("All {number} journeys break on the way", number=wording.number(walked))
    some = say_count(
        broken,
        "{broken} of {walked} journeys breaks on the way",
        "{broken} of {walked} journeys break on the way",
        broken=wording.number(broken),
        walked=wording.number(walked),
    )
    return wording.capital(some)


def passed_title(passed: int) -> str:
    """Title when all journeys with a verdict passed."""
    if passed == 1:
        return say("The one journey with a result went through")
    if passed == 2:  # noqa: PLR2004 - two are both
        return say("Both journeys with a result went through")
    return say("All {number} journeys with a result went through", number=wording.number(passed))


def islands_title(islands: int) -> str:
    """Title when only handoffs were rated."""
    if islands == 1:
        return say("The channels form one whole")
    return say_count(
        islands,
        "The channels fall into {number} groups that do not pass customers on",
        "The channels fall into {number} groups that do not pass customers on",
        number=wording.number(islands),
    )


def few_pairs_title(rated: int, pairs: int) -> str:
    """Title when too few handoffs were rated to say how the channels hang together."""
    return say_count(
        rated,
        "{count} of {ways} ways from channel to channel were rated, too few for a picture",
        "{count} of {ways} ways from channel to channel were rated, too few for a picture",
        ways=pairs,
    )


def nothing_title(name: str) -> str:
    """Title when neither instrument was used."""
    return say("How customers of {name} fare between channels was not tried out", name=name)


def one_channel_title(name: str) -> str:
    """Title where there is nothing between channels."""
    return say("{name} meets its customers through one channel", name=name)


def no_journeys(suggested: list[str]) -> str:
    """What journeys would show, and which to try first."""
    if not suggested:
        return say(
            "No journey was tried out. Walked step by step, as a customer would, a journey shows "
            "where it breaks and whether the answers hold in practice. One takes about an hour "
            "and goes into the part on journeys of the answers file."
        )
    return say(
        "No journey was tried out. Walked step by step, as a customer would, a journey shows "
        "where it breaks and whether the answers hold in practice. Try {journeys} first. One takes "
        "about an hour and goes into the part on journeys of the answers file.",
        journeys=wording.listed(suggested),
    )


def not_in_the_stage() -> str:
    """Say beside the heading what handoffs do not do."""
    return say("a second look, which changes neither stage nor index")


def one_channel(name: str, channel: str) -> str:
    """Say that a single channel hands nobody over."""
    return say(
        "{name} has one channel, {channel}, so there is nothing to hand over and no way between "
        "channels to rate.",
        name=name,
        channel=channel,
    )


def no_handoffs() -> str:
    """What handoffs would show, and how to add them."""
    return say(
        "The ways from channel to channel were not rated. Rating each pair that customers use, "
        "from 0 to 3, shows which channels form an island and where people fall between two of "
        "them. It takes about twenty minutes and goes into the part on handoffs of the answers "
        "file."
    )
