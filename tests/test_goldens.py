"""The comparer of goldens sees every difference, and only a renewal writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.goldens import SHOWN, Goldens

KEPT = "Café\n\n  two lines\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kept.txt").write_bytes(KEPT.encode())
    return tmp_path


def test_the_same_text_passes(folder: Path) -> None:
    Goldens(folder).compare("kept.txt", KEPT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        KEPT.rstrip(),
        KEPT + "\n",
        KEPT + " ",
        KEPT.replace("\n", "\r\n"),
        KEPT.replace("  two", "\ttwo"),
        KEPT.replace("é", "e\u0301"),
        KEPT.upper(),
    ],
)
def test_any_difference_fails_and_what_is_kept_stays(folder: Path, text: str) -> None:
    with pytest.raises(AssertionError, match="--renew-goldens"):
        Goldens(folder).compare("kept.txt", text)

    assert (folder / "kept.txt").read_bytes() == KEPT.encode()
    assert (folder / "kept.txt.actual").read_bytes() == text.encode()
    assert Goldens(folder).names() == {"kept.txt"}


def test_a_difference_is_shown_and_laid_beside_until_it_is_gone(folder: Path) -> None:
    with pytest.raises(AssertionError, match=r"(?s)-  two lines.*\+  three lines"):
        Goldens(folder).compare("kept.txt", KEPT.replace("two", "three"))
    assert (folder / "kept.txt.actual").exists()

    Goldens(folder).compare("kept.txt", KEPT)
    assert not (folder / "kept.txt.actual").exists()


def test_of_a_long_difference_the_beginning_is_shown(folder: Path) -> None:
    with pytest.raises(AssertionError) as failure:
        Goldens(folder).compare("kept.txt", KEPT + "more\n" * 2 * SHOWN)

    assert SHOWN < len(str(failure.value).splitlines()) < SHOWN + 5


def test_a_golden_that_is_missing_fails(folder: Path) -> None:
    with pytest.raises(AssertionError, match=r"new\.txt is not kept yet"):
        Goldens(folder).compare("new.txt", KEPT)

    assert Goldens(folder).names() == {"kept.txt"}
    assert (folder / "new.txt.actual").read_bytes() == KEPT.encode()


def test_a_renewal_writes_what_then_passes(folder: Path) -> None:
    for name in ("kept.txt", "inner/new.txt"):
        Goldens(folder, renew=True).compare(name, "new\r\n")
        Goldens(folder).compare(name, "new\r\n")

    assert Goldens(folder).names() == {"kept.txt", "inner/new.txt"}
    assert Goldens(folder).names("inner") == {"inner/new.txt"}
