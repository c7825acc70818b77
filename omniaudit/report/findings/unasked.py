"""What a questionnaire does not ask, where a reader would miss it."""

from __future__ import annotations

from omniaudit.language import say
from omniaudit.report.assessment import Assessment


def need(assessment: Assessment) -> str:
    """Say that nothing is recommended, where what the business needs is not asked."""
    ours = assessment.questionnaire
    if ours.asks_fit:
        return ""
    asks_customers = ours.asks_handoffs or assessment.asks_journeys
    told = (need_alone if asks_customers else need_and_customers)(assessment.business)
    return f"{told} {goes_on()}" if ours.is_first_look else told


def customers(assessment: Assessment) -> tuple[str, ...]:
    """Say that customers' ways are not asked, where that is not said with the need."""
    ours = assessment.questionnaire
    if not ours.asks_fit or ours.asks_handoffs or assessment.asks_journeys:
        return ()
    return (customers_alone(),)


def need_and_customers(business: str) -> str:
    """Neither is asked."""
    return say(
        "This questionnaire asks neither what {business} needs nor how its customers fare between "
        "channels, so the stages named here are no recommendation.",
        business=business,
    )


def need_alone(business: str) -> str:
    """The need is not asked."""
    return say(
        "This questionnaire does not ask what {business} needs, so the stages named here are no "
        "recommendation.",
        business=business,
    )


def customers_alone() -> str:
    """The ways of customers are not asked."""
    return say("This questionnaire does not ask how customers fare between channels.")


def goes_on() -> str:
    """What comes after a first look."""
    return say("The full questionnaire goes on from the same answers.")
