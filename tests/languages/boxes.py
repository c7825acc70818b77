"""The boxes of the report that words stand in, measured in the report's own fonts.

Widths are in points and follow from the style sheets: a page 170 mm wide, `rem` of 9.2 points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from PIL import ImageFont

from omniaudit.resources import folder

REM = 9.2
PAGE = 170 / 25.4 * 72
RADAR = 129 / 440 * (PAGE / 2 - 1.4 * REM)
"""What is left of a radar beside it, for words as large as 13 of its 440 parts."""
RADAR_LETTERS = 13 / 440 * (PAGE / 2 - 1.4 * REM) / REM
_FONTS = {
    400: "Inter-Regular",
    500: "Inter-Medium",
    600: "Inter-SemiBold",
    601: "InterDisplay-SemiBold",
}


@dataclass(frozen=True)
class Box:
    """Room for words: its width in points, the letters' size in rem and weight, and its lines.

    Words of at least `divided` letters may be hyphenated; 0 is never.
    """

    width: float
    size: float
    weight: int = 400
    lines: int = 1
    divided: int = 0

    def refuses(self, texts: Iterable[str]) -> list[str]:
        """The texts that do not fit, each with why."""
        return [f"{text}: {why}" for text in sorted(set(texts)) for why in self._why_not(text)]

    def _why_not(self, text: str) -> Iterator[str]:
        parts = [part for word in text.split() for part in _parts(word)]
        wide = max(parts, key=self.wide, default="")
        if self.wide(wide) > self.width and not 0 < self.divided <= len(wide):
            yield f"`{wide}` is {self.wide(wide):.0f} of {self.width:.0f} points wide"
        elif (lines := self.broken(text)) > self.lines:
            yield f"{lines} lines instead of {self.lines}"

    def wide(self, text: str) -> float:
        """How wide a text is on one line."""
        return float(_font(self.weight).getlength(text)) * self.size * REM / 1000

    def broken(self, text: str) -> int:
        """How many lines a text takes; a line may end at a hyphen, too."""
        lines, line = 1, ""
        for word in text.split():
            for first, part in enumerate(_parts(word)):
                longer = f"{line} {part}".strip() if not first else line + part
                if line and self.wide(longer) > self.width:
                    lines, line = lines + 1, part
                else:
                    line = longer
        return lines


def _parts(word: str) -> list[str]:
    """A word cut behind its hyphens, where a line may end: not beside a part of a few letters."""
    cuts = word.split("-")
    if len(cuts) == 1 or (min(map(len, cuts)) <= 3 and len(word) <= 20):
        return [word]
    return [*(f"{each}-" for each, _ in pairwise(cuts)), cuts[-1]]


@cache
def _font(weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        str(folder("report_templates") / "fonts" / f"{_FONTS[weight]}.woff2"), 1000
    )
