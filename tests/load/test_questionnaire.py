"""The shipped questionnaire is read as it stands; any other is read or refused."""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction
from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from omniaudit.load.questionnaire import read_questionnaire
from omniaudit.model.advice import (
    AnyLevelIn,
    FindingCount,
    LevelIs,
    ScoreAhead,
    StepAdvised,
    StepScope,
    TargetAtLeast,
    VerdictIs,
)
from omniaudit.model.answers import Coverage, Evidence
from omniaudit.model.capability import Requirement
from omniaudit.model.gates import JourneyCondition, KeyCondition
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Problem
from tests.hostile.cases import SHIPPED, patched, questionnaire

TREE = json.dumps(yaml.load(SHIPPED.read_bytes(), Loader=yaml.CBaseLoader))
LINES = SHIPPED.read_bytes().splitlines(keepends=True)


def reread(data: bytes) -> Questionnaire:
    return read_questionnaire(data, "some.yaml")


def problems(data: bytes) -> tuple[Problem, ...]:
    with pytest.raises(InputRejected) as rejected:
        reread(data)
    return rejected.value.problems


def test_the_frame() -> None:
    ours = questionnaire()

    assert (ours.id, ours.version, ours.language) == ("omnichannel", "1.0.0", "en")
    assert ours.sha256 == hashlib.sha256(SHIPPED.read_bytes()).hexdigest()
    assert [each.id for each in ours.stages] == [
        "siloed",
        "multichannel",
        "cross-channel",
        "omnichannel",
    ]
    assert [each.code for each in ours.dimensions] == ["CI", "DS", "PE", "CO"]
    assert list(ours.coverage) == list(Coverage)
    assert list(ours.evidence) == list(Evidence)
    assert [int(100 * each) for each in ours.confidence.values()] == [40, 60, 80, 100]
    assert ours.confidence_grades == {"A": 85, "B": 65, "C": 45}
    assert list(ours.modes) == ["self", "interview", "audit"]
    assert len(ours.capabilities) == 24
    assert len(ours.step) == 72


def test_a_capability() -> None:
    first = questionnaire().capability["integration.coverage"]

    assert (first.code, first.dimension) == ("CI1", "integration")
    assert len(first.levels) == 4
    assert first.weights == dict.fromkeys(questionnaire().profile, 2)
    assert first.steps[0].band.id == "M"
    assert first.steps[2].horizon == (6, 12)
    assert first.sources[0].source == "lee-2019"
    assert questionnaire().capability["data.consent"].always_applies


def test_journeys_fit_and_handoffs() -> None:
    ours = questionnaire()
    first = ours.journeys[0]

    assert [step.channel for step in first.steps] == ["web", "store", "store", "store", "web"]
    assert [step.critical for step in first.steps] == [False, False, True, True, False]
    assert first.steps[2].requires == (Requirement("data.history", 2),)
    assert ours.fit.need == {"business": 40, "expectations": 60}
    assert ours.fit.need_cuts == (100, 225)
    assert [each.id for each in ours.fit.items if each.is_reversed] == ["expectations.simplicity"]
    assert (ours.handoffs.joined_cut, ours.handoffs.full_cut) == (15, 85)


def test_gates_and_advice() -> None:
    ours = questionnaire()
    conditions = {each.id: each.when for each in ours.advice}

    assert ours.gates.presets == {"strict": 85, "standard": 80, "lenient": 66}
    assert ours.gates.keys[0] == KeyCondition(1, ("integration.coverage",))
    assert ours.gates.journeys == (
        JourneyCondition(2, any_passed=("bought-online-helped-in-store", "click-and-collect")),
        JourneyCondition(3, all_passed=("chat-to-store",)),
        JourneyCondition(3, share_passed=85),
    )
    assert conditions["consent-first"] == (
        LevelIs("data.consent", 0, 0),
        AnyLevelIn("personalisation", 1),
    )
    assert conditions["use-the-data"] == (ScoreAhead("data", "personalisation", 25),)
    assert conditions["owner-before-technology"][1] == TargetAtLeast(2)
    assert conditions["judge-on-totals"] == (StepAdvised("integration.fulfilment", 2),)
    assert conditions["test-retargeting"] == (StepAdvised("personalisation.orchestration", None),)
    assert conditions["re-score-first"] == (FindingCount("over-claim", 2),)
    assert conditions["multichannel-is-enough"] == (VerdictIs("multichannel-is-enough"),)
    assert ours.advice[-1].only == StepScope(
        ("consistency",), ("data.consent", "personalisation.insight"), 2
    )


def test_grades_of_evidence_may_stand_in_any_order() -> None:
    said, example = (
        f"  - id: {grade}\n    name: {name}\n    meaning: {meaning}\n    confidence: {percent}\n"
        for grade, name, meaning, percent in [
            ("said", "Said", "somebody says so", 40),
            ("example", "Example", "somebody says so and tells a recent, concrete case", 60),
        ]
    )

    other = reread(patched(said + example, example + said))

    assert other.evidence == questionnaire().evidence
    assert other.confidence == questionnaire().confidence
    assert other.confidence[Evidence.EXAMPLE] == Fraction(60, 100)


@pytest.mark.parametrize(
    "key", ["dimensions", "profiles", "sizes", "bands", "channels", "capabilities"]
)
def test_what_everything_rests_on_is_not_empty(key: str) -> None:
    parts = json.loads(TREE)
    parts[key] = []

    found = problems(json.dumps(parts).encode())

    assert f"`{key}` needs 1 or more entries and has 0." in {each.message for each in found}


@pytest.mark.parametrize("key", ["journeys", "advice", "glossary"])
def test_what_nothing_rests_on_may_be_empty(key: str) -> None:
    parts = json.loads(TREE)
    parts[key] = []
    parts["gates"]["journeys"] = []

    assert reread(json.dumps(parts).encode()).id == "omnichannel"


def test_every_missing_part_is_told_once() -> None:
    found = problems(b"questionnaire: empty\n")

    assert {each.code for each in found} == {"S302"}
    assert len({each.message for each in found}) == len(found) == 22


def test_suggestions_do_not_depend_on_chance() -> None:
    data = b"sources:\n- {id: source-b}\n- {id: source-a}\n- {id: source-c}\njourneys:\n"
    data += b"- {id: j, sources: [{ref: source-x}]}\n"

    hints = [each.message for each in problems(data) if each.code == "Q604"]

    assert hints == ["There is no source `source-x`. Did you mean `source-c`?"]


def test_a_circle_is_shown_from_step_to_requirement() -> None:
    tree = json.loads(TREE)
    needs = {
        f"{capability['id']}@{step['to']}": step["requires"]
        for capability in tree["capabilities"]
        for step in capability["steps"]
    }
    needed = needs["personalisation.orchestration@3"][0]
    needs[needed].append("personalisation.orchestration@3")

    (found,) = problems(json.dumps(tree).encode())

    assert found.code == "Q606"
    circle = found.message.removeprefix("The steps lead in a circle: ").rstrip(".").split(" → ")
    assert circle[0] == circle[-1]
    assert len(circle) == 3
    for step, need in pairwise(circle):
        assert need in needs[step]


@given(st.integers(0, len(LINES) - 1), st.integers(1, 3))
@settings(max_examples=60)
def test_a_questionnaire_with_missing_lines_is_read_or_refused(start: int, many: int) -> None:
    read_or_refused(b"".join(LINES[:start] + LINES[start + many :]))


@given(
    st.integers(0, len(LINES) - 1),
    st.sampled_from([b"  - x\n", b"x: y\n", b"    id: x\n", b"  []\n", b"  {}\n", b"- - -\n"]),
)
@settings(max_examples=60)
def test_a_questionnaire_with_a_strange_line_is_read_or_refused(start: int, line: bytes) -> None:
    read_or_refused(b"".join([*LINES[:start], line, *LINES[start + 1 :]]))


TREE_PATHS = st.lists(st.integers(0, 30), min_size=1, max_size=6)
STRANGERS = st.sampled_from(["", "x", "-1", "\x1b[31m", "é" * 99, [], ["x"], {}, {"x": "y"}, [[]]])


@given(TREE_PATHS, STRANGERS)
@settings(max_examples=60)
def test_a_questionnaire_with_a_strange_part_is_read_or_refused(
    path: list[int], stranger: object
) -> None:
    tree = json.loads(TREE)
    place = tree
    for number in path:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = keys[number % len(keys)]
        if not isinstance(place[key], dict | list) or not place[key] or number is path[-1]:
            place[key] = stranger
            break
        place = place[key]

    read_or_refused(json.dumps(tree).encode())


def read_or_refused(data: bytes) -> None:
    told: tuple[Problem, ...] = ()
    try:
        reread(data)
    except InputRejected as rejected:
        told = rejected.problems
    assert all(str(each).isprintable() for each in told)
    assert len(set(told)) == len(told)
