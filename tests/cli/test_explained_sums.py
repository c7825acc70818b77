"""`score --explain` adds up: every number follows from the lines, as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import prod
from typing import Any

import pytest

from tests.cli.runner import QUESTIONNAIRE, SAMPLE, omniaudit, shop, write

NAMES = {each.name: each for each in QUESTIONNAIRE.dimensions}
STAGES = [each.name for each in QUESTIONNAIRE.stages]
AUDIT = """\
  integration.coverage: {level: 3, coverage: partly, evidence: seen}
  integration.fulfilment: {level: 3, coverage: largely, evidence: said}
  data.history: {level: 3, evidence: tested}
  consistency.pricing: {level: 2, coverage: none}
  consistency.policy: {not-applicable: no policies}
"""
WALKED = """\
journeys:
  bought-online-helped-in-store: {found-by-staff: fail}
  click-and-collect: {item-is-there: fail}
"""
CASES: dict[str, list[str | bytes]] = {
    "the sample": [SAMPLE],
    "nothing asked": [shop("." * 24)],
    "all at 3": [shop("3" * 24)],
    "all at 0": [shop("0" * 24)],
    "weights of a local business": [shop("211?11 212121 101011 21111?", profile="local")],
    "a dimension set aside": [shop("222222 ------ 222122 22222?")],
    "nothing applies": [shop("-" * 24)],
    "an audit with caps": [
        shop("....?2 2.2222 222222 2.2.22", head="mode: audit", extra=AUDIT, tail=WALKED)
    ],
    "a panel": [
        shop("222222 222222 222222 222222"),
        shop("122212 202222 2222?2 222221"),
        shop("3-2212 302222 222212 .22221"),
    ],
}


@pytest.fixture(params=CASES)
def files(request: pytest.FixtureRequest) -> list[str]:
    return [write(f"{number}.yaml", text) for number, text in enumerate(CASES[request.param])]


def sections(files: list[str]) -> dict[str, list[str]]:
    """The lines of each section under its title; what was wrapped is one line again."""
    done = omniaudit("score", *files, "--explain")
    text = re.sub(r"\n {4}", " ", done.out)
    parts = [part.split("\n  ") for part in text.strip().split("\n\n")[1:]]
    assert done.code == 0
    return {title: [line.strip() for line in lines] for title, *lines in parts}


def value(text: str) -> Fraction:
    """`2 1/3` as a number."""
    return sum((Fraction(part) for part in text.split()), Fraction(0))


def close(found: Fraction | float, printed: str) -> bool:
    """Whether a number rounds to what is printed."""
    places = len(printed.partition(".")[2])
    return abs(float(found) - float(printed)) <= 0.5 / 10.0**places + 1e-9


def terms(lines: list[str]) -> Iterator[tuple[int, Fraction, Fraction]]:
    for line in lines:
        if found := re.search(r"weight (\d+) x score ([\d /]+) = ([\d /]+)$", line):
            yield int(found[1]), value(found[2]), value(found[3])


def test_every_line_of_a_dimension_multiplies_and_their_sum_is_the_score(files: list[str]) -> None:
    document = omniaudit("score", *files, "--json").document
    found = sections(files)
    for dimension in document["dimensions"]:
        name = next(name for name, each in NAMES.items() if each.id == dimension["id"])
        points, weight = Fraction(0), 0
        for each, score, product in terms(found[name]):
            assert each * score == product
            points, weight = points + product, weight + each
        printed = [line for line in found[name] if line.startswith("Score: ")]
        if weight == 0:
            assert printed == []
            assert dimension["score"] is None
            continue
        (line,) = printed
        top, bottom, result = re.findall(r"100 x ([\d /]+) / (\d+) = ([\d.]+)", line)[0]
        assert (value(top), int(bottom)) == (points, 3 * weight)
        assert close(100 * points / (3 * weight), result)
        assert close(dimension["score"], result)


def test_the_interval_of_a_dimension_follows_too(files: list[str]) -> None:
    document = omniaudit("score", *files, "--json").document
    found = sections(files)
    for dimension in document["dimensions"]:
        name = next(name for name, each in NAMES.items() if each.id == dimension["id"])
        for word, key in (("Lowest", "low"), ("Highest", "high")):
            for line in found[name]:
                if line.startswith(f"{word}, "):
                    top, bottom, result = re.findall(r"100 x ([\d /]+) / (\d+) = ([\d.]+)", line)[0]
                    assert close(100 * value(top) / int(bottom), result)
                    assert close(dimension[key], result)


def test_the_means_follow_from_the_scores(files: list[str]) -> None:
    index = omniaudit("score", *files, "--json").document["index"]
    lines = sections(files)["Index"]
    if index["value"] is None:
        assert lines[0].startswith("No value")
        return
    geometric, scores, degree, result = re.findall(
        r"^(.+): \((.+)\) \^ \(1/(\d+)\) = ([\d.]+)$", lines[0]
    )[0]
    factors = [max(1.0, float(each)) for each in scores.split(" x ")]
    assert geometric == "Geometric mean, each score at least 1"
    assert len(factors) == int(degree)
    assert close(prod(factors) ** (1 / len(factors)), result)
    assert close(index["value"], result)
    scores, degree, result = re.findall(r"\((.+)\) / (\d+) = ([\d.]+)$", lines[1])[0]
    assert close(sum(map(float, scores.split(" + "))) / int(degree), result)
    assert close(index["arithmetic"], result)


def holding(lines: list[str]) -> Iterator[bool]:
    for line in lines:
        told = line.endswith(": holds")
        assert told != line.endswith(": FAILS")
        if found := re.search(r"weight (\d+) of \d+ at level \d, (\d+) needed", line):
            assert told == (int(found[1]) >= int(found[2]))
        else:
            assert line.startswith(("Key: ", "Journeys: "))
        yield told


def test_the_stage_follows_from_the_conditions(files: list[str]) -> None:
    document = omniaudit("score", *files, "--json").document
    stages = []
    for title, lines in sections(files).items():
        if found := re.match(r"Conditions of stage (\d), (.+): (holds|FAILS)$", title):
            held = all(list(holding(lines)))
            assert held == (found[3] == "holds")
            assert STAGES[int(found[1])] == found[2]
            stages.append(held)
    confirmed = stages.index(False) if False in stages else len(stages)

    assert len(stages) == (0 if all_set_aside(document) else 3)
    assert confirmed == document["stage"]["confirmed"]
    assert sections(files)["Stage"][0].endswith(f": {STAGES[confirmed]}")


def all_set_aside(document: dict[str, Any]) -> bool:
    return bool(document["completeness"]["applicable"] == 0)


def test_confidence_follows_from_weights_and_trust(files: list[str]) -> None:
    confidence = omniaudit("score", *files, "--json").document["confidence"]
    lines = sections(files).get("Confidence", [])
    total, weight = Fraction(0), 0
    for line in lines:
        if found := re.search(r"weight (\d+) x trust ([\d /]+) = ([\d /]+)$", line):
            assert int(found[1]) * value(found[2]) == value(found[3])
            total, weight = total + value(found[3]), weight + int(found[1])
    if weight == 0:
        assert confidence["value"] == 0
        return
    top, bottom, result, grade = re.findall(
        r"^Confidence: 100 x ([\d /]+) / (\d+) = ([\d.]+), grade (.)$", lines[-2]
    )[0]
    assert (value(top), int(bottom)) == (total, weight)
    assert close(100 * total / weight, result)
    assert close(100 * confidence["value"], result)
    assert grade == confidence["grade"]
    least = {name: int(number) for name, number in re.findall(r"(.) from (\d+)", lines[-1])}
    held = [name for name, number in least.items() if 100 * total / weight >= number]
    assert grade == (held[0] if held else "D")


def test_the_json_explanation_adds_up_exactly(files: list[str]) -> None:
    document = omniaudit("score", *files, "--json", "--explain").document
    explanation = document["explanation"]
    for told, dimension in zip(explanation["dimensions"], document["dimensions"], strict=True):
        inside = [each for each in told["terms"] if each["points"] is not None]
        points = sum((Fraction(each["points"]) for each in inside), Fraction(0))
        for each in inside:
            assert Fraction(each["points"]) == each["weight"] * Fraction(each["score"])
        assert Fraction(told["points"]) == points
        assert told["possible"] == 3 * sum(each["weight"] for each in inside)
        for key, part, whole in (
            ("score", "points", "possible"),
            ("low", "low_points", "possible_with_unknowns"),
            ("high", "high_points", "possible_with_unknowns"),
        ):
            if told[whole]:
                exact = 100 * Fraction(told[part]) / told[whole]
                assert dimension[key] == float(round(exact, 4))
            else:
                assert dimension[key] is None
    for stage in explanation["stages"]:
        for check in stage["checks"]:
            is_key = check["kind"] == "key"
            assert check["holds"] == (
                bool(check["met_by"]) if is_key else check["have"] >= check["need"]
            )
        held = all(each["holds"] for each in stage["checks"]) and not stage["journeys_failed"]
        assert stage["holds"] == held
    trust = sum(
        (each["weight"] * Fraction(each["trust"]) for each in explanation["confidence"]),
        Fraction(0),
    )
    weight = sum(each["weight"] for each in explanation["confidence"])
    assert document["confidence"]["value"] == float(round(trust / weight if weight else trust, 4))
