"""Comments go where their answers go, and what has no place any more becomes one."""

from __future__ import annotations

import pytest

from omniaudit.load.comments import FILE_END, Comments, Margin, Path
from omniaudit.load.kept import taken_over
from omniaudit.model.answers import Answered, Handoff
from omniaudit.model.migration import Ids, Kept, Migration, Move, StepReply, Version

MOVES = (
    Move("renamed", "question", ("data.a",), ("data.b",)),
    Move("split", "question", ("data.c",), ("data.d", "data.e")),
    Move("removed", "question", ("data.f",)),
    Move("renamed", "fit", ("need.a",), ("need.b",)),
    Move("renamed", "channel", ("shop",), ("store",)),
    Move("removed", "channel", ("post",)),
    Move("renamed", "journey", ("go",), ("walk",)),
    Move("renamed", "step", ("go/in",), ("walk/into",)),
    Move("removed", "journey", ("away",)),
)
WAY = [
    Migration(Version(1), Version(2), MOVES, Ids({}, {}, is_whole=False)),
    Migration(
        Version(2),
        Version(3),
        (Move("renamed", "question", ("data.b",), ("data.z",)),),
        Ids({}, {}, is_whole=False),
    ),
]


def at(*paths: Path) -> Comments:
    """A comment at each of some paths, which says where it stood."""
    return Comments({path: Margin(before=(f"# {'/'.join(path)}",)) for path in paths})


def lines(*kept: Kept, end: Margin | None = None) -> tuple[str, ...]:
    """What stands before the end of a file that keeps something."""
    before = Comments({FILE_END: end} if end else {})
    return taken_over(before, WAY, kept, "counter").at(FILE_END).before


@pytest.mark.parametrize(
    ("path", "new"),
    [
        (("answers", "data.a"), ("answers", "data.z")),
        (("answers", "data.c"), ("answers", "data.d")),
        (("answers", "data.f"), ("answers", "data.f")),
        (("answers", "data.x"), ("answers", "data.x")),
        (("answers",), ("answers",)),
        (("fit", "need.a"), ("fit", "need.b")),
        (("fit", "data.a"), ("fit", "data.a")),
        (("fit",), ("fit",)),
        (("handoffs", "shop -> web"), ("handoffs", "store -> web")),
        (("handoffs", "web -> shop"), ("handoffs", "web -> store")),
        (("handoffs", "post -> web"), ("handoffs", "post -> web")),
        (("handoffs", "web -> post"), ("handoffs", "web -> post")),
        (("handoffs",), ("handoffs",)),
        (("journeys", "go"), ("journeys", "walk")),
        (("journeys", "go", "in"), ("journeys", "walk", "into")),
        (("journeys", "go", "on"), ("journeys", "walk", "on")),
        (("journeys", "away", "on"), ("journeys", "away", "on")),
        (("journeys", "away"), ("journeys", "away")),
        (("journeys",), ("journeys",)),
        (("business", "shop"), ("business", "shop")),
        (("format",), ("format",)),
    ],
)
def test_a_comment_goes_with_its_entry(path: Path, new: Path) -> None:
    found = taken_over(at(path), WAY, (), "counter").margins

    assert found == {new: Margin(before=(f"# {'/'.join(path)}",))}


def test_comments_that_meet_stand_one_after_the_other() -> None:
    before = Comments(
        {
            ("answers", "data.d"): Margin(("# one",), "# beside one", ("# end one",)),
            ("answers", "data.c"): Margin(("# two",), "# beside two", ("# end two",)),
            ("fit", "need.a"): Margin((), "# beside a"),
            ("fit", "need.b"): Margin(("# b",)),
        }
    )
    found = taken_over(before, WAY, (), "counter").margins

    assert found == {
        ("answers", "data.d"): Margin(
            ("# one", "# beside one", "# two"), "# beside two", ("# end one", "# end two")
        ),
        ("fit", "need.b"): Margin(("# b",), "# beside a"),
    }


def test_what_is_kept_stands_before_the_end_with_its_reason() -> None:
    assert lines(
        Kept(Version(1), "question", "data.f", Answered(2), "old"),
        Kept(Version(1, 2), "channel", "post -> web", Handoff(1)),
        Kept(Version(2), "channel", "channels: post", None, "gone"),
        Kept(Version(2), "step", "away/on", StepReply("fail", "far")),
        end=Margin(("# the end",), "# beside", ("# after",)),
    ) == (
        "# the end",
        "",
        "# Kept from counter@1: data.f: 2 (old)",
        "# Kept from counter@1.2: post -> web: 1",
        "# Kept from counter@2: channels: post (gone)",
        '# Kept from counter@2: away/on: {result: fail, note: "far"}',
    )
    assert lines() == ()


def test_the_end_keeps_what_else_stands_around_it() -> None:
    end = Margin(("# the end",), "# beside", ("# after",))
    kept = [Kept(Version(1), "question", "data.f", Answered(2))]
    found = taken_over(Comments({FILE_END: end}), WAY, kept, "counter").at(FILE_END)

    assert (found.beside, found.at_end) == ("# beside", ("# after",))
