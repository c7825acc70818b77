"""A stage holds when its shares, its keys and its journeys do."""

from __future__ import annotations

from omniaudit.model.explanation import KeyCheck, ShareCheck, StageCheck
from omniaudit.model.scorecard import JourneyBlocker

ENOUGH = ShareCheck(stage=2, dimension="data", level=2, have=7, need=7, of=12)
TOO_LITTLE = ShareCheck(stage=2, dimension="data", level=2, have=6, need=7, of=12)
MET = KeyCheck(stage=2, any_of=("a.b", "a.c"), met_by=("a.c",))
MISSED = KeyCheck(stage=2, any_of=("a.b", "a.c"), met_by=())


def test_a_share_holds_from_what_it_needs() -> None:
    assert ENOUGH.holds
    assert not TOO_LITTLE.holds


def test_a_key_holds_with_any_capability() -> None:
    assert MET.holds
    assert not MISSED.holds


def test_a_stage_holds_with_all_of_them() -> None:
    assert StageCheck(2, (ENOUGH, MET), ()).holds
    assert not StageCheck(2, (ENOUGH, MISSED), ()).holds
    assert not StageCheck(2, (TOO_LITTLE, MET), ()).holds
    assert not StageCheck(2, (ENOUGH, MET), (JourneyBlocker(2, ("click-and-collect",)),)).holds
