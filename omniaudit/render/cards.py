"""How wide the columns of the cards are, so that all cards together fill the fewest lines.

What a level or a note takes to say differs with the language, the trade and whoever answered. The
columns are alike on all cards of a document, so that the eye finds them again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from omniaudit.report.document import CapabilityCard, Document

Shares = tuple[int, ...]
"""Hundredths of the width, a column each; 100 in all."""

BESIDE: Shares = (31, 34, 35)
"""Today, the next level, and what both rest on."""
LADDER: Shares = (18, 24, 29, 29)
"""The four levels of a practice that nothing is known about."""
_LEAST = {3: 25, 4: 16}
"""No column is narrower, of so many."""
_PADDING = 5
"""Hundredths that no letter stands in: a gap, and the rest of a line behind its last word."""


def card_columns(document: Document) -> str:
    """The shares of both kinds of card as custom properties of CSS."""
    cards = [
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, CapabilityCard)
    ]
    widths = {
        "beside": fewest_lines(list(_beside(cards)), BESIDE),
        "ladder": fewest_lines(list(_ladders(cards)), LADDER),
    }
    return "; ".join(
        f"--{name}-{place}: {share}%"
        for name, shares in widths.items()
        for place, share in enumerate(shares)
    )


def fewest_lines(cards: Sequence[Shares], shares: Shares) -> Shares:
    """The shares with which cards of so many letters a column are lowest, found from others."""
    while True:
        best = min(_neighbours(shares), key=lambda each: _height(cards, each), default=shares)
        if _height(cards, best) >= _height(cards, shares):
            return shares
        shares = best


def _height(cards: Sequence[Shares], shares: Shares) -> float:
    """Lines of all cards, as far as the letters tell; the longest column makes the card."""
    return sum(
        max(letters / (share - _PADDING) for letters, share in zip(card, shares, strict=True))
        for card in cards
    )


def _neighbours(shares: Shares) -> Iterator[Shares]:
    for wider, narrower in permutations(range(len(shares)), 2):
        if shares[narrower] > _LEAST[len(shares)]:
            moved = list(shares)
            moved[wider] += 1
            moved[narrower] -= 1
            yield tuple(moved)


def _beside(cards: Sequence[CapabilityCard]) -> Iterator[Shares]:
    for card in cards:
        if len(card.rungs) == len(BESIDE) - 1:
            facts = sum(len(label) + len(text) for label, text in card.facts)
            yield (*(len(each.text) for each in card.rungs), facts)


def _ladders(cards: Sequence[CapabilityCard]) -> Iterator[Shares]:
    for card in cards:
        if len(card.rungs) == len(LADDER):
            yield tuple(len(each.text) for each in card.rungs)
