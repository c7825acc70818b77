"""The schema of answers files accepts what the reader accepts, and refuses what it can see."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from omniaudit.forms.answers_schema import answers_schema, editor_line, file_name
from omniaudit.forms.blank import blank_answers
from omniaudit.load.answers import read_answers
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected
from omniaudit.resources import folder
from tests.cli.runner import QUESTIONNAIRE, SAMPLE
from tests.forms.editors import READINGS, faults
from tests.hostile.cases import FOLDER as HOSTILE

BUSINESSES = {
    path.stem: path.read_bytes()
    for path in sorted((HOSTILE.parent / "render" / "businesses").glob("*.yaml"))
}
UNSEEN = {
    "A418-day-that-never-was.yaml": "a pattern has no calendar",
    "A420-something-after-the-end.yaml": "keys have no order",
    "A405-invisible-reason.yaml": "a pattern does not know what is invisible",
    "S304-name-invisible.yaml": "the same",
    "S307-handoff-twice.yaml": "the same pair, typed in two ways",
}
"""Files that are refused although they keep to the schema."""
TAKEN_OTHERWISE = {
    ("A404-level-padded.yaml", "YAML 1.1"),
    ("A419-end-yes.yaml", "YAML 1.1"),
    ("S301-merge-key-without-alias.yaml", "YAML 1.1"),
}
"""What an editor with the older YAML takes for something right: `02` for 2, `<<` for a merge."""


@cache
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(answers_schema(QUESTIONNAIRE)))
    return found


def answers(text: str) -> bytes:
    head = (
        "format: 1\nbusiness: {name: Aurora, profile: retail, size: small, channels: [web, store]}"
    )
    return f"{head}\n{text}\n".encode()


def is_accepted(data: bytes, questionnaire: Questionnaire = QUESTIONNAIRE) -> bool:
    try:
        read_answers(data, "answers.yaml", questionnaire)
    except InputRejected:
        return False
    return True


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_it_is_always_the_same() -> None:
    again = answers_schema(load_questionnaire())
    assert json.dumps(again) == json.dumps(schema())


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("business", ["sample", *BUSINESSES])
def test_whole_files_keep_to_it(business: str, reading: str) -> None:
    data = SAMPLE if business == "sample" else BUSINESSES[business]
    assert faults(schema(), READINGS[reading](data)) == []


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("profile", QUESTIONNAIRE.profile)
def test_an_empty_file_to_fill_in_keeps_to_it(profile: str, reading: str) -> None:
    data = blank_answers(QUESTIONNAIRE, profile, "Aurora").encode()
    assert faults(schema(), READINGS[reading](data)) == []


ODD_BUT_RIGHT = {
    "nothing anywhere": "answers:\nfit:\nhandoffs:\njourneys:\nrespondent:\ndate:\nmode:\nend:",
    "empty groups": "answers: {}\nfit: {}\nhandoffs: {}\njourneys: {}\nrespondent: {}",
    "every level": "answers: {data.history: 0, data.identity: 3, data.consent: unknown}",
    "levels in quotes": "answers: {data.history: '2', data.identity: {level: \"1\"}}",
    "an unknown with a note": "answers: {data.history: {level: unknown, note: x, flag: yes}}",
    "a note alone": "answers: {data.history: {note: later}, data.identity: {flag: no}}",
    "details": "answers: {data.history: {level: 2, coverage: none, evidence: said, flag: true}}",
    "details left open": "answers: {data.history: {level: 2, coverage: , evidence: , note: }}",
    "a level left open": "answers: {data.history: {level: , coverage: , note: ask}}",
    "a reason": "answers: {data.history: {not-applicable: none, note: 12, level: , coverage: }}",
    "an id without a value": "answers: {data.hystory: , Q7: ''}\nfit: {x: }\njourneys: {y: }",
    "fit": "fit: {resources.budget: {level: 2, note: x}, resources.people: unknown}",
    "handoffs": "handoffs: {store -> web: 2, web→store: {level: not-applicable, traffic: 0}}",
    "a handoff with a note": "handoffs: {store->web: {note: ask}, web -> store: unknown}",
    "a channel not listed": "handoffs: {phone -> web: 2}",
    "a walk": "journeys: {click-and-collect: {order-online: pass, x: , ready: }}",
    "a name that is a number": "respondent: {role: 7, side: frontline}",
    "a name that is a truth": "respondent: {role: no}",
    "a pinned version": f"questionnaire: omnichannel@{QUESTIONNAIRE.version}",
    "a questionnaire by name": "questionnaire: omnichannel",
    "a file of the tool": "tool: omniaudit 1.0.0\nend: true",
}


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("name", ODD_BUT_RIGHT)
def test_what_the_reader_accepts_keeps_to_it(name: str, reading: str) -> None:
    data = answers(ODD_BUT_RIGHT[name])

    assert is_accepted(data)
    assert faults(schema(), READINGS[reading](data)) == []


def refused() -> list[str]:
    """The wrong answers files that are YAML at all, and whose keys are texts that stand once."""
    names = []
    for path in sorted((HOSTILE / "answers").iterdir()):
        outside = path.name[:3] in {"Y20", "F10"} and path.name != "F107-cut-short.yaml"
        if not outside and not is_accepted(path.read_bytes()):
            names.append(path.name)
    return names


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("name", refused())
def test_wrong_files_are_refused(name: str, reading: str) -> None:
    try:
        value = READINGS[reading]((HOSTILE / "answers" / name).read_bytes())
    except (yaml.YAMLError, ValueError):  # the latter for numbers of thousands of digits
        pytest.skip("not what an editor takes for YAML")
    is_unseen = name in UNSEEN or (name, reading) in TAKEN_OTHERWISE
    assert is_unseen == (faults(schema(), value) == [])


def test_many_wrong_files_are_refused() -> None:
    assert set(UNSEEN) <= set(refused())
    assert len(refused()) > 50


def test_everything_that_is_asked_stands_in_it_with_its_words() -> None:
    keys = schema()["properties"]
    for each in QUESTIONNAIRE.capabilities:
        found = keys["answers"]["properties"][each.id]
        for text in (each.question, *each.levels):
            assert text in found["description"]
    assert list(keys["answers"]["properties"]) == list(QUESTIONNAIRE.capability)
    assert list(keys["fit"]["properties"]) == [each.id for each in QUESTIONNAIRE.fit.items]
    for journey in QUESTIONNAIRE.journeys:
        steps = keys["journeys"]["properties"][journey.id]["properties"]
        assert list(steps) == [each.id for each in journey.steps]
    profiles = [each["const"] for each in keys["business"]["properties"]["profile"]["anyOf"]]
    assert profiles == list(QUESTIONNAIRE.profile)


def test_it_speaks_the_language_of_the_questionnaire() -> None:
    italian = load_questionnaire(in_language="it")
    found: Any = answers_schema(italian)

    assert italian.capabilities[0].question != QUESTIONNAIRE.capabilities[0].question
    first = found["properties"]["answers"]["properties"]["integration.coverage"]
    assert italian.capabilities[0].question in first["description"]


def test_the_shipped_file_is_fresh_and_the_samples_name_it() -> None:
    here = folder("questionnaires") / "omnichannel" / "1"
    samples = sorted(here.glob("sample*.yaml"))

    assert json.loads((here / file_name(QUESTIONNAIRE)).read_text("utf-8")) == schema()
    assert len(samples) > 1
    for sample in samples:
        assert sample.read_text("utf-8").startswith(f"{editor_line(QUESTIONNAIRE)}\n")
