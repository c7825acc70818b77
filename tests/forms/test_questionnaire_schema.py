"""The schema of questionnaire files accepts ours, and knows every key that the reader knows."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft202012Validator

from omniaudit.forms.questionnaire_schema import questionnaire_schema
from omniaudit.forms.questionnaire_schema_parts import CONDITIONS, GROUPS
from omniaudit.load import fields
from omniaudit.load.advice import Finding
from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.notebook import Notebook
from omniaudit.load.tree import Node
from omniaudit.model.advice import AdviceKind
from omniaudit.model.answers import Coverage, Evidence, Mode
from omniaudit.model.scorecard import Verdict
from omniaudit.model.terms import Basis, ChannelKind
from omniaudit.resources import shipped_questionnaires
from tests.forms.editors import READINGS, faults
from tests.hostile.cases import FOLDER as HOSTILE
from tests.hostile.cases import patched

SCHEMA: dict[str, Any] = json.loads(json.dumps(questionnaire_schema()))
SHIPPED = sorted(set(shipped_questionnaires().values()))
UNSEEN = {"Q603", "Q604", "Q606", "Q607"}
"""What hangs together over several lines: ids used twice or not at all, circles, and order."""
ALSO_UNSEEN = {
    "S303-range-the-wrong-way-round.yaml": "a schema compares no numbers",
    "S305-fit-item-without-factor.yaml": "the factors stand elsewhere",
    "S305-need-of-no-factor.yaml": "the same",
}


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.dumps(questionnaire_schema()) == json.dumps(SCHEMA)


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("file", SHIPPED, ids=lambda each: each.parts[-3])
def test_what_is_shipped_keeps_to_it(file: Path, reading: str) -> None:
    assert len(SHIPPED) > 1
    assert faults(SCHEMA, READINGS[reading](file.read_bytes())) == []


def wrong() -> list[str]:
    return [path.name for path in sorted((HOSTILE / "questionnaires").iterdir())]


def is_seen(name: str) -> bool:
    return name[:4] not in UNSEEN and name not in ALSO_UNSEEN


@pytest.mark.parametrize("name", wrong())
def test_wrong_questionnaires_are_refused(name: str) -> None:
    patch = yaml.load((HOSTILE / "questionnaires" / name).read_bytes(), Loader=yaml.CBaseLoader)
    value = READINGS["YAML 1.2"](patched(patch["replace"], patch["by"]))

    assert is_seen(name) == (faults(SCHEMA, value) != [])


def test_many_wrong_questionnaires_are_refused() -> None:
    assert set(ALSO_UNSEEN) <= set(wrong())
    assert sum(map(is_seen, wrong())) > 25


def test_a_questionnaire_that_draws_on_another_may_leave_out_what_that_one_says() -> None:
    few = {"questionnaire": "mine", "version": "1.0.0", "language": "en", "draws-on": "omnichannel"}

    assert faults(SCHEMA, few) == []
    assert faults(SCHEMA, {**few, "capabilities": ["data.history"], "fit": {"items": []}}) == []
    extended = [{"id": "data.history", "profiles": {"museum": "core"}}]
    assert faults(SCHEMA, {**few, "capabilities": extended}) == []
    assert faults(SCHEMA, {**few, "capabilities": [{"profiles": {"museum": "core"}}]}) != []
    assert faults(SCHEMA, {**few, "capabilities": [{"id": "data.history", "prifiles": {}}]}) != []
    alone = {key: value for key, value in few.items() if key != "draws-on"}
    assert len(faults(SCHEMA, alone)) > 10


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> set[frozenset[str]]:
    """The keys of every group that the reader meets in the shipped questionnaire."""
    found: set[frozenset[str]] = set()
    start = fields.Fields.__init__

    def noted(
        self: fields.Fields, node: Node, notebook: Notebook, name: str, known: Collection[str]
    ) -> None:
        found.add(frozenset(known))
        start(self, node, notebook, name, known)

    monkeypatch.setattr(fields.Fields, "__init__", noted)
    load_questionnaire(in_language="en")
    return found


def test_every_key_of_the_reader_is_in_it_and_no_other(known: set[frozenset[str]]) -> None:
    ours = {frozenset(keys) for keys in GROUPS.values()}

    assert len(known) > 20
    assert ours == known


def test_every_key_has_a_description() -> None:
    said = [key for group in GROUPS.values() for key in group.values()]
    assert len(said) > 80
    assert all(each.about.endswith(".") for each in said)
    assert set(CONDITIONS) < set(GROUPS["condition"])


CHOICES = {
    ("channel", "kind"): get_args(ChannelKind),
    ("advice", "kind"): get_args(AdviceKind),
    ("source", "basis"): get_args(Basis),
    ("condition", "finding"): get_args(Finding),
    ("coverage", "id"): [each.name.lower() for each in Coverage],
    ("evidence", "id"): [each.name.lower() for each in Evidence],
    ("mode", "id"): get_args(Mode),
    ("verdict", "id"): get_args(Verdict),
}


@pytest.mark.parametrize(("part", "key"), CHOICES)
def test_every_choice_is_named_where_the_key_is_described(part: str, key: str) -> None:
    about = GROUPS[part][key].about.replace("with `at-least`: ", "")

    assert re.findall(r"`([a-z-]+)`", about) == list(CHOICES[part, key])


def test_a_whole_questionnaire_takes_no_part_over() -> None:
    """Without anything to draw on, a part says all that is required of it."""
    own = {"questionnaire": "mine", "version": "1.0.0", "language": "en"}
    said = faults(SCHEMA, {**own, "capabilities": [{"id": "data.history"}]})

    assert any("'levels' is a required property" in each for each in said)
