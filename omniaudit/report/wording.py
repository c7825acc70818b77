"""Numbers, quantities and lists as words; every rounding of a report happens here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

from omniaudit.language import SOURCE, code, mark, say, say_as, say_count

NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
NOT_KNOWN = mark("not known")
_LONGEST = 2_000


def decimal(value: Fraction) -> str:
    """Return the value with one decimal."""
    return _written(f"{round(value * 10) / 10:.1f}")


def hundredths(value: Fraction) -> str:
    """Return the value with two decimals, for means on a scale of 0 to 3."""
    return _written(f"{round(value * 100) / 100:.2f}")


def ten_thousandths(value: Fraction) -> str:
    """Return the value with four decimals, for sums that somebody works through."""
    return _written(f"{float(value):.4f}")


def quantity(value: Fraction) -> str:
    """Return a whole number plainly, anything else with one decimal."""
    return str(int(value)) if value.denominator == 1 else decimal(value)


def exact(value: Fraction) -> str:
    """Return a number that a calculator can take as it stands: whole, decimal or a fraction."""
    hundred = value * 100
    if value.denominator == 1 or hundred.denominator > 1:
        return str(value)
    return _written(f"{float(value):.2f}".rstrip("0"))


def weeks(effort: Fraction) -> str:
    """Return an effort in whole person-weeks, half up; more than nothing is at least one.

    Efforts are judgements: a decimal would promise more than anybody knows.
    """
    return str(max(floor(effort + Fraction(1, 2)), 1 if effort > 0 else 0))


def weeks_between(low: Fraction, high: Fraction) -> str:
    """Return a span of efforts in whole person-weeks."""
    return _from_to(weeks(low), weeks(high))


def known(value: Fraction | None) -> str:
    """Return the value with one decimal, or say that it is not known."""
    return say(NOT_KNOWN) if value is None else decimal(value)


def span(low: Fraction, high: Fraction) -> str:
    """Return an interval, or the one value it consists of."""
    return _from_to(decimal(low), decimal(high))


def day(date: dt.date) -> str:
    """Return a date in words, in the language in force."""
    from babel.dates import format_date  # noqa: PLC0415 - few commands tell a date

    return format_date(date, "d MMMM y", locale=code())


def person_weeks(effort: Fraction) -> str:
    """Return an effort with its unit."""
    return _in_person_weeks(quantity(effort), effort)


def work(effort: Fraction) -> str:
    """Return a rounded effort with its unit."""
    amount = weeks(effort)
    return _in_person_weeks(amount, Fraction(amount))


def signed(value: float) -> str:
    """Return the value with two decimals and a true minus sign."""
    amount = f"{abs(value):.2f}"
    written = _written(amount)
    return f"\u2212{written}" if value < 0 and float(amount) else written


def number(count: int) -> str:
    """Return a count as a word up to twelve, as figures beyond.

    Words for numbers have a gender in other languages; there it is figures from the first.
    """
    return NUMBERS[count] if code() == SOURCE and count < len(NUMBERS) else figures(count)


def figures(count: int) -> str:
    """Return a count in figures, thousands set apart as the language in force does."""
    return f"{count:,}" if code() == SOURCE else _written(str(count))


def listed(words: Sequence[str]) -> str:
    """Return `a, b and c`."""
    if words and words[-1][:1] in ("e", "E"):
        return _joined(words, lambda **two: say_as("before an e", "{words} and {last}", **two))
    return _joined(words, lambda **two: say("{words} and {last}", **two))


def item_by_item(items: Sequence[str]) -> str:
    """Return items of a list, each of which begins with a capital, one behind the other.

    The full stop after the last is left to the sentence that they stand in.
    """
    return ". ".join(each.removesuffix(".") for each in items)


def either(words: Sequence[str]) -> str:
    """Return `a, b or c`."""
    return _joined(words, lambda **two: say("{words} or {last}", **two))


def yourself() -> str:
    """Whom to ask in a business so small that its owner does most of the work."""
    return say("you, or whoever does this")


def together(text: str) -> str:
    """Return a sentence in which no line ends between a word such as level and its number."""
    # Words that are tied to the number behind them, as a regular expression.
    before = say_as("tied to a number", "level|levels|month|of(?= \\d+\\.)")
    return re.sub(rf"(?<!\w)({before}) (?=\d)", "\\1\u00a0", text)


def capital(text: str) -> str:
    """Return the text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def clipped(text: str, most: int) -> str:
    """Return the text, or as many whole words of it as `most` characters hold, and an ellipsis."""
    if len(text) <= most:
        return text
    kept = text[:most]
    words, space, _ = kept.rpartition(" ")
    return f"{words.rstrip(' ,;:') if space else kept[:-1]}\u2026"


def one_line(text: str) -> str:
    """Return what somebody typed as one line, the first 2,000 characters of it.

    Longer texts, in a cell of a table above all, take a page's renderer very long.
    """
    line = " / ".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}\u2026"


def _joined(words: Sequence[str], say_two: Callable[..., str]) -> str:
    if len(words) < 2:  # noqa: PLR2004 - one word or none needs no conjunction
        return "".join(words)
    return say_two(words=", ".join(words[:-1]), last=words[-1])


def _from_to(first: str, last: str) -> str:
    return first if first == last else say("{first} to {last}", first=first, last=last)


def _in_person_weeks(amount: str, effort: Fraction) -> str:
    """An effort with its unit; the plural of a fraction is that of many."""
    count = int(effort) if effort.denominator == 1 else 2
    return say_count(count, "{amount} person-week", "{amount} person-weeks", amount=amount)


def _written(figures: str) -> str:
    """Figures as English writes them, as the language in force does."""
    if code() == SOURCE:
        return figures
    from babel.numbers import format_decimal  # noqa: PLC0415 - English does without

    decimals = len(figures.partition(".")[2])
    pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return format_decimal(Decimal(figures), pattern, locale=code())
