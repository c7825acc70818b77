"""How to read the portfolio: what is ours, where the numbers are, and what it does not say."""

from __future__ import annotations

from omniaudit.language import say
from omniaudit.report.document import Bullets, Heading
from omniaudit.report.portfolio.document import Chapter
from omniaudit.report.portfolio.quartiles import LEAST
from omniaudit.report.portfolio.ranking import LISTED


def notes_chapter() -> Chapter:
    """A short page for whoever doubts a number."""
    return Chapter(
        "notes",
        say("How to read it"),
        say("What this is, and what it is not"),
        (
            Heading(say("What is ours")),
            Bullets((_judgement(), _limits())),
            Heading(say("Whom it names")),
            Bullets((_files(), _names(), _care())),
            Heading(say("Where the numbers are")),
            Bullets((_results(), _rounding())),
            Heading(say("What is not said")),
            Bullets((_no_average(), _no_benchmark(), _no_causes())),
        ),
    )


def _judgement() -> str:
    return say(
        "Levels, weights, gates and steps are the judgement of the questionnaire; its version"
        " stands on page one. The report of a business shows how its own result follows."
    )


def _limits() -> str:
    return say(
        "Two limits are our judgement: quartiles, medians and the shares of the heat map are told"
        " of {least} businesses or more, and each business has a row of its own up to {most}. How"
        " many businesses are at a stage or share a step is told of any number.",
        least=LEAST,
        most=LISTED,
    )


def _names() -> str:
    return say(
        "Names stand as the files give them. Long ones are cut and end in \u201c\u2026\u201d."
    )


def _files() -> str:
    return say(
        "Each file, or line of a file of many, counts as one business; several respondents of one"
        " business are several rows."
    )


def _care() -> str:
    return say(
        "A portfolio names single businesses, and in small groups a number can be one of them: pass"
        " it on as carefully as their reports."
    )


def _results() -> str:
    return say(
        "results.jsonl holds the whole result of every business, one a line; results.csv and"
        " results.xlsx hold the same figures as a table. failed.txt lists the files without a"
        " result."
    )


def _rounding() -> str:
    return say(
        "Quartiles are found from figures with four decimals and then printed with one; shares are"
        " printed in whole per cent, so that they may not add up to 100."
    )


def _no_average() -> str:
    return say(
        "There is no average stage. Stages are reached by passing gates; they are an order, not"
        " amounts."
    )


def _no_benchmark() -> str:
    return say(
        "This is no benchmark of a trade. A portfolio is who was asked; other businesses of the"
        " same kind may stand elsewhere."
    )


def _no_causes() -> str:
    return say(
        "Nothing here tells why a business stands where it does, or what that is worth in money."
    )
