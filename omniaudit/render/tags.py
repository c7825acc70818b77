"""The tags of a PDF made complete: what headers head, and what is no content but page furniture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

FURNITURE = "/Artifact"
WITHOUT_CONTENT = {"/Span", "/Div", "/P", "/NonStruct"}
"""Elements that say nothing when they hold nothing; an empty cell of a table says something."""


def complete(_pages: object, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Mend the tag tree that WeasyPrint made, before the file is written."""
    root = next(each for each in pdf.objects if _kind(each) == "/StructTreeRoot")
    _prune(pdf, root)
    reached = {element.number for element in _below(pdf, root)}
    scope_headers(pdf)
    _set_aside(pdf, root, reached)


def scope_headers(pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Say of each table header what it heads.

    A cell's parent is its row, the row's parent the part of the table.
    """
    for cell in pdf.objects:
        if getattr(cell, "get", None) and cell.get("S") == "/TH":
            row = _named(pdf, cell["P"])
            part = _named(pdf, row["P"])
            cell["A"]["Scope"] = "/Column" if part["S"] == "/THead" else "/Row"


def _set_aside(pdf: Any, root: Any, reached: set[int]) -> None:  # noqa: ANN401
    """Mark as furniture what the tree does not reach: running heads, feet and page numbers.

    WeasyPrint makes elements for them that hang nowhere, and tags their text as content.
    """
    places = _named(pdf, root["ParentTree"])["Nums"]
    pages = [each for each in pdf.objects if _kind(each) == "/Page"]
    for page in pages:
        owners = places[places.index(page["StructParents"]) + 1]
        aside = {place for place, owner in enumerate(owners) if number(owner) not in reached}
        _mark(_named(pdf, page["Contents"]).stream, aside)
        owners[:] = ["null" if place in aside else owner for place, owner in enumerate(owners)]
    for each in pdf.objects:
        if _kind(each) == "/StructElem" and each.number not in reached:
            each.clear()  # to mark it as free would shift the places of all that follow


def _mark(stream: list[Any], aside: set[int]) -> None:
    """Turn the marked texts with these numbers into furniture."""
    for place, part in enumerate(stream):
        if getattr(part, "get", None) and part.get("MCID") in aside:
            stream[place - 1] = FURNITURE
            stream[place] = b"<</Type /Pagination>>"


def _prune(pdf: Any, element: Any) -> bool:  # noqa: ANN401 - WeasyPrint has no types
    """Take empty elements out of what hangs below one; say whether it holds anything itself."""
    kids = element.get("K", [])
    kids[:] = [kid for kid in kids if not isinstance(kid, bytes) or _prune(pdf, _named(pdf, kid))]
    return bool(kids) or element.get("S") not in WITHOUT_CONTENT


def _below(pdf: Any, element: Any) -> Iterator[Any]:  # noqa: ANN401 - WeasyPrint has no types
    """An element and all that hang below it."""
    yield element
    for kid in element.get("K", []):
        if isinstance(kid, bytes):
            yield from _below(pdf, _named(pdf, kid))


def _named(pdf: Any, reference: bytes) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    return pdf.objects[number(reference)]


def _kind(value: object) -> object:
    """The type that an object of the file gives itself."""
    get = getattr(value, "get", None)
    return get("Type") if get else None


def number(reference: bytes) -> int:
    """Return the number of the object that a reference such as `b"12 0 R"` names."""
    return int(reference.split()[0])
