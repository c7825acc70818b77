"""Five thousand damaged answers files, each read by a command: `benchmarks/mutated_files.py`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.mutated_files import COMMANDS, MUTATIONS, mutated, seeds, tried

FILES = 5_000
PARTS = 20
MOST = 30
"""Times what a good file takes, some 6 ms where it was measured: 200 ms at most."""


def test_every_number_is_a_file_of_its_own_and_the_same_every_time() -> None:
    files = [mutated(number) for number in range(300)]

    assert files == [mutated(number) for number in range(300)]
    assert len(set(files)) > 250
    assert not set(files) & set(seeds()[-50:]) or len(set(files) - set(seeds())) > 250
    assert len(MUTATIONS) > 15


@pytest.mark.parametrize("part", range(PARTS))
def test_each_ends_with_0_or_4_in_plain_words_and_soon(part: int, tmp_path: Path) -> None:
    before = Path.cwd()
    try:
        figures = tried(range(part, FILES, PARTS), tmp_path)
    finally:
        os.chdir(before)

    assert figures.wrong == {}
    assert sum(figures.exits.values()) == figures.files == FILES // PARTS
    assert figures.exits[0] > 0
    assert figures.exits[4] > figures.files / 2
    assert len(figures.codes) > len(COMMANDS)
    assert max(figures.times) <= MOST * figures.good_ms, figures.slowest
