"""What page one says where not one question has an answer: that there is nothing to judge."""

from __future__ import annotations

from omniaudit.language import say, say_count
from omniaudit.report.assessment import TOP, Assessment


def nothing_to_judge(assessment: Assessment) -> str:
    """Say plainly that there is neither stage nor score nor plan."""
    done = assessment.card.completeness
    lowest, highest = assessment.stage(0), assessment.stage(TOP)
    return f"{why(done.unknown, done.not_asked)} {open_still(lowest, highest)}"


def title() -> str:
    """Heading over it."""
    return say("Nothing to judge yet")


def why(unknown: int, not_asked: int) -> str:
    """Why there is no answer."""
    if not unknown:
        return say_count(
            not_asked,
            "{count} question was not asked so far, so there is no stage, no score and no plan.",
            "{count} questions were not asked so far, so there is no stage, no score and no plan.",
        )
    if not not_asked:
        return say_count(
            unknown,
            "{count} question was asked and not answered, so there is no stage, no score and no "
            "plan.",
            "{count} questions were asked and not answered, so there is no stage, no score and no "
            "plan.",
        )
    # Translators: questions; stands for {not_asked} in "… asked and not answered, {not_asked}."
    others = say_count(not_asked, "{count} was not asked so far", "{count} were not asked so far")
    return say_count(
        unknown,
        "{count} question was asked and not answered, {not_asked}. There is no stage, no score "
        "and no plan.",
        "{count} questions were asked and not answered, {not_asked}. There is no stage, no score "
        "and no plan.",
        not_asked=others,
    )


def open_still(lowest: str, highest: str) -> str:
    """What may still turn out."""
    return say(
        "Everything from {lowest} to {highest} may still turn out.", lowest=lowest, highest=highest
    )


def next_title() -> str:
    """Heading over what would help."""
    return say("What is needed first")


def what_helps() -> str:
    """From how many answers on there is something to say."""
    return say(
        "Any answer gives the score of its dimension. From half of the answers on, this page "
        "names a stage with its interval, what keeps the business there and the first steps. "
        "What nobody knows may stay open: it widens the interval and never counts as a no."
    )
