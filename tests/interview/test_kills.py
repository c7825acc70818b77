"""Sessions that are killed while they save lose nothing that they acknowledged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.interview.person import UNMEASURED

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "kills.py"
KILLS = 200


@pytest.mark.skipif(not hasattr(os, "fork"), reason="sessions are forked, so that they start fast")
def test_200_kills_lose_nothing() -> None:
    run = subprocess.run(
        [sys.executable, "-P", str(BENCHMARK), str(KILLS)],
        env={**os.environ, **UNMEASURED},
        capture_output=True,
        check=True,
    )
    figures = json.loads(run.stdout)

    assert figures["kills"] == KILLS
    assert figures["acknowledged"] > 5 * KILLS
    assert figures["unfinished"] > 0  # kills did come in the middle of a save
    assert (figures["lost"], figures["unreadable"], figures["left_over"]) == (0, 0, 0)
    assert figures["let_in"] == 0
