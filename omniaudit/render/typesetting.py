"""WeasyPrint as our pages need it: no styles that none of them uses, no folder that outlives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_NOTES = re.compile(r"^::(?:foot)?note-[a-z]+ \{[^{}]*\}$", re.MULTILINE)
_MARKERS = re.compile(r"^::marker \{", re.MULTILINE)


def source_of(page: str, fetcher: Any, *, ours: bool) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Return a page as WeasyPrint reads it; `ours` if it is made with none but our templates."""
    from weasyprint import HTML  # noqa: PLC0415 - heavy

    class Page(HTML):  # type: ignore[misc]
        """A page of ours, of which is known what is in it."""

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:  # noqa: ARG002, FBT001, FBT002
            return [_fewer_styles()]

    return (Page if ours else HTML)(string=page, base_url="asset:", url_fetcher=fetcher)


@cache
def _fewer_styles() -> Any:  # noqa: ANN401
    """WeasyPrint's own styles without those of footnotes, and of markers for all but items.

    With them every element bears six more, of which nothing is ever seen: a tenth of the work.
    """
    from weasyprint import CSS  # noqa: PLC0415 - heavy
    from weasyprint.html import UA  # noqa: PLC0415 - heavy

    return CSS(string=_MARKERS.sub("li::marker {", _NOTES.sub("", UA)))


@contextmanager
def fonts() -> Iterator[Any]:
    """Fonts for one page, unpacked into a folder that goes with them, whatever happens.

    WeasyPrint's own goes when memory is cleared, and stays when the process is ended before.
    They are never shared: a brand's fonts have the same names as those of another.
    """
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - heavy

    class Fonts(FontConfiguration):  # type: ignore[misc]
        """Fonts in a folder of ours."""

        def __init__(self, folder: str) -> None:
            super().__init__()
            self._folder = Path(folder)

    with TemporaryDirectory(prefix="omniaudit-", ignore_cleanup_errors=True) as folder:
        yield Fonts(folder)
