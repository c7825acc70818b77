"""SECURITY.md promises what the code keeps, and points to the tests that show it."""

from __future__ import annotations

import re
from pathlib import Path

from omniaudit.batch.job import LIMITS
from omniaudit.load import logos, questionnaire, strict_yaml, tree
from tests.hostile.costs import MEGABYTES
from tests.load.test_hostile import MOST

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "SECURITY.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([A-Z].+) \| (`tests/.+`) \|$", PAGE, re.MULTILINE)


def test_every_promise_points_to_tests_that_are_there() -> None:
    named = re.findall(r"`((?:tests|benchmarks|\.ci)/[^` ]*)`", PAGE)

    assert len(ROWS) > 10
    assert len(ROWS) == PAGE.count("\n| ") - 1  # the head of the table
    assert len(named) > 15
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_figures_are_those_of_the_code() -> None:
    kilobytes = (strict_yaml.MAX_BYTES // 1024, questionnaire.MAX_BYTES // 1024)
    limits = (tree.MAX_NODES, tree.MAX_TEXT, LIMITS.megabytes, kilobytes[1])
    words = [f"{kilobytes[0]} kB", f"{LIMITS.seconds:.0f} seconds", f"{MEGABYTES} MB of memory"]
    words += [f"{each:,}" for each in limits]
    words += [f"{logos.MAX_PIXELS // 1_000_000} million", f"{logos.MAX_BYTES // 1024**2} MB"]

    assert [word for word in words if word not in PAGE] == []
    assert (MOST == 1.5) == ("one and a half times" in PAGE)


def test_the_targets_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")

    for target in ("test", "audit"):
        assert f"`make {target}`" in PAGE
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_nobody_is_named_and_no_address() -> None:
    assert not re.search(r"[\w.]+@[\w.]+|https?://", PAGE)
