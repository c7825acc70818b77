"""How many practices of a dimension are at a level and how many are needed, in sentences."""

from __future__ import annotations

from omniaudit.language import say, say_count


def share_in_practices(  # noqa: PLR0913 - a sentence with six values
    dimension: str, there: str, *, have: int, need: int, of: int, unknown: int
) -> str:
    """Say how many practices are at a level and how many are needed."""
    if of == 1:
        return _the_only_one(dimension, there, known=not unknown)
    if not unknown:
        return _reached(dimension, there, have, of, needed(need))
    asked = say_count(unknown, "1 more has no answer yet", "{count} have no answer yet")
    if have == 0:
        return say(
            "{dimension}: of {of} practices, none is known to be {there}; {needed}, and {asked}.",
            dimension=dimension,
            of=of,
            there=there,
            needed=needed(need),
            asked=asked,
        )
    return _known_to_be(dimension, there, have, of, needed(need), asked)


def share_in_weight(  # noqa: PLR0913 - a sentence with six values
    dimension: str, there: str, *, have: int, more: int, of: int, unknown: int
) -> str:
    """Say how many practices are at a level, and how many more are needed at the least.

    Practices weigh differently here, so that which ones they are makes a difference.
    """
    if not unknown:
        return _reached(dimension, there, have, of, needed_more(more))
    asked = say_count(unknown, "1 has no answer yet", "{count} have no answer yet")
    if have == 0:
        return say(
            "{dimension}: none of {of} practices is known to be {there}; {needed}, and {asked}.",
            dimension=dimension,
            of=of,
            there=there,
            needed=needed_more(more),
            asked=asked,
        )
    return _known_to_be(dimension, there, have, of, needed_more(more), asked)


def _the_only_one(dimension: str, there: str, *, known: bool) -> str:
    """Say that the only practice of a dimension is not at a level, as far as is known."""
    if known:
        return say(
            "{dimension}: the only practice is not {there}.", dimension=dimension, there=there
        )
    return say(
        "{dimension}: the only practice is not known to be {there}.",
        dimension=dimension,
        there=there,
    )


def _reached(dimension: str, there: str, have: int, of: int, needed: str) -> str:
    """Say how many practices are at a level, where every answer is there."""
    if have == 0:
        return say(
            "{dimension}: none of {of} practices is {there}; {needed}.",
            dimension=dimension,
            of=of,
            there=there,
            needed=needed,
        )
    return say_count(
        have,
        "{dimension}: {count} of {of} practices is {there}; {needed}.",
        "{dimension}: {count} of {of} practices are {there}; {needed}.",
        dimension=dimension,
        of=of,
        there=there,
        needed=needed,
    )


def _known_to_be(  # noqa: PLR0913, PLR0917 - a sentence with six values
    dimension: str, there: str, have: int, of: int, needed: str, asked: str
) -> str:
    """Say how many practices are at a level, where answers are missing."""
    return say_count(
        have,
        "{dimension}: {count} of {of} practices is known to be {there}; {needed}, and {asked}.",
        "{dimension}: {count} of {of} practices are known to be {there}; {needed}, and {asked}.",
        dimension=dimension,
        of=of,
        there=there,
        needed=needed,
        asked=asked,
    )


def needed_more(more: int) -> str:
    """Say how many practices are needed besides."""
    # Translators: a clause after "3 of 5 practices are at level 2;" and for {needed}
    return say_count(more, "at least {count} more is needed", "at least {count} more are needed")


def needed(need: int) -> str:
    """Say how many are needed."""
    # Translators: a clause after "3 of 5 practices are at level 2;" and for {needed}
    return say_count(need, "{count} is needed", "{count} are needed")
