"""What the interview says: lines that any width of terminal can wrap."""

from __future__ import annotations

from collections.abc import Iterable

from omniaudit.render.terminal import cells_wide, wrap
from omniaudit.values import dataclass

_GAP = "  "
_WIDE_GAP = "   "


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; what does not fit goes on under its text, not under its start."""

    text: str = ""
    start: str = ""
    """What stands before the text, such as a level's digit."""
    end: str = ""
    """What stands at the right, where there is room; else on a line of its own."""
    items: tuple[str, ...] = ()
    """Short texts beside one another, in place of `text`; none is broken that fits a line."""

    def text_in(self, width: int) -> str:
        """The text for lines of so many columns."""
        if not self.items:
            return self.text
        room = width - cells_wide(self.start)
        return _WIDE_GAP.join(
            each if cells_wide(each) > room else each.replace(" ", "\u00a0") for each in self.items
        )


def laid_out(lines: Iterable[Line], width: int) -> str:
    """Lines as text of at most `width` columns, as far as words allow."""
    out: list[str] = []
    for line in lines:
        text = line.text_in(width)
        wrapped = wrap(text, width, line.start) if text else [line.start.rstrip()]
        if line.end and len(wrapped) == 1:
            spare = width - cells_wide(wrapped[0]) - cells_wide(line.end)
            if spare >= len(_GAP):
                out.append(wrapped[0] + " " * spare + line.end)
                continue
        out += wrapped
        if line.end:
            out += wrap(line.end, width)
    return "".join(f"{each}\n" for each in out).replace("\u00a0", " ")
