"""What page one says where not one question has an answer: that there is nothing to judge."""

from __future__ import annotations

from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment


def nothing_to_judge(assessment: Assessment) -> str:
    """Say plainly that there is neither stage nor score nor plan."""
    done = assessment.card.completeness
    lowest, highest = assessment.stage(0), assessment.stage(TOP)
    return f"{why(done.unknown, done.not_asked)} {open_still(lowest, highest)}"


def title() -> str:
    """Heading over it."""
    return "Nothing to judge yet"


def why(unknown: int, not_asked: int) -> str:
    """Why there is no answer."""
    if not unknown:
        questions = wording.counted(not_asked, "question was", "questions were")
        return f"{questions} not asked so far, so there is no stage, no score and no plan."
    if not not_asked:
        questions = wording.counted(unknown, "question was", "questions were")
        return f"{questions} asked and not answered, so there is no stage, no score and no plan."
    return (
        f"{wording.counted(unknown, 'question was', 'questions were')} asked and not answered, "
        f"{not_asked} {'was' if not_asked == 1 else 'were'} not asked so far. There is no stage, "
        "no score and no plan."
    )


def open_still(lowest: str, highest: str) -> str:
    """What may still turn out."""
    return f"Everything from {lowest} to {highest} may still turn out."


def next_title() -> str:
    """Heading over what would help."""
    return "What is needed first"


def what_helps() -> str:
    """From how many answers on there is something to say."""
    return (
        "Any answer gives the score of its dimension. From half of the answers on, this page "
        "names a stage with its interval, what keeps the business there and the first steps. "
        "What nobody knows may stay open: it widens the interval and never counts as a no."
    )
