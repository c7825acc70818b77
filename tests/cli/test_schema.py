"""`questions schema`, and the line by which editors find it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from omniaudit.load.assembly import load_questionnaire
from tests.cli.runner import SAMPLE, omniaudit, write
from tests.forms.editors import READINGS, faults

LINE = "# yaml-language-server: $schema=omnichannel.answers.schema.json\n"
SCHEMA = Path("omnichannel.answers.schema.json")


@pytest.mark.parametrize("words", [[], ["answers"], ["questionnaire"], ["--lang", "it"]])
def test_a_schema_is_printed_and_nothing_else(words: list[str]) -> None:
    done = omniaudit("questions", "schema", *words)

    assert (done.code, done.err) == (0, "")
    Draft202012Validator.check_schema(done.document)
    assert omniaudit("questions", "schema", *words).out == done.out


def test_the_answers_are_what_is_meant_when_nothing_is_said() -> None:
    assert omniaudit("questions", "schema").out == omniaudit("questions", "schema", "answers").out


def test_its_ids_are_those_of_the_questionnaire_that_is_chosen() -> None:
    short = omniaudit("questions", "schema", "--questionnaire", "omnichannel-pulse").document
    asked = list(short["properties"]["answers"]["properties"])

    assert asked == list(load_questionnaire("omnichannel-pulse").capability)
    assert 0 < len(asked) < 24


def test_its_texts_are_in_the_language_in_force() -> None:
    italian = omniaudit("questions", "schema", "--lang", "it").out
    first = load_questionnaire(in_language="it").capabilities[0].question

    assert json.dumps(first, ensure_ascii=False)[1:-1] in italian


def test_another_word_is_told() -> None:
    done = omniaudit("questions", "schema", "anwsers")

    assert (done.code, done.codes, done.out) == (2, ["U701"], "")
    assert "Did you mean `answers`?" in done.err


@pytest.mark.parametrize("reading", READINGS)
def test_what_new_writes_names_a_schema_beside_it_and_keeps_to_it(reading: str) -> None:
    done = omniaudit("new", "shop.yaml", "--profile", "local")
    data = Path("shop.yaml").read_bytes()

    assert done.code == 0
    assert data.decode().startswith(LINE)
    assert str(SCHEMA) in done.err
    assert faults(json.loads(SCHEMA.read_text("utf-8")), READINGS[reading](data)) == []


def test_a_schema_that_we_made_is_made_anew() -> None:
    omniaudit("new", "shop.yaml")
    fresh = SCHEMA.read_text("utf-8")
    write(str(SCHEMA), fresh.replace("data.history", "data.hystory"))

    assert omniaudit("new", "salon.yaml").code == 0
    assert SCHEMA.read_text("utf-8") == fresh


def test_a_file_of_somebody_else_stays_and_nothing_is_written() -> None:
    write(str(SCHEMA), "{}")
    done = omniaudit("new", "shop.yaml")

    assert (done.code, done.codes) == (6, ["O801"])
    assert SCHEMA.read_text("utf-8") == "{}"
    assert not Path("shop.yaml").exists()


def test_whoever_wants_no_schema_gets_none() -> None:
    assert omniaudit("new", "shop.yaml", "--no-schema").code == 0
    assert not SCHEMA.exists()
    assert "$schema" not in Path("shop.yaml").read_text("utf-8")
    assert "$schema" not in omniaudit("new", "-").out


def test_the_demo_brings_its_schema_along() -> None:
    assert omniaudit("demo", "-o", "out").code == 0
    answers = Path("out/libreria-aurora.yaml").read_bytes()

    assert answers == SAMPLE
    assert answers.decode().startswith(LINE)
    schema = json.loads((Path("out") / SCHEMA).read_text("utf-8"))
    assert faults(schema, READINGS["YAML 1.2"](answers)) == []
