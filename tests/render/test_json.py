"""Documents as text: one text for one document, harmless on a terminal, exact to four places."""

from __future__ import annotations

import json as standard
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omniaudit.engine.explaining import explain
from omniaudit.render import json, json_plan, json_sums
from tests.report.cases import CASES


@pytest.mark.parametrize(
    ("exact", "printed"),
    [
        (Fraction(2, 3), 0.6667),
        (Fraction(1, 3), 0.3333),
        (Fraction(100005, 1000000), 0.1),
        (Fraction(5, 100000), 0.0),
        (Fraction(15, 100000), 0.0002),
        (Fraction(25, 100000), 0.0002),
        (Fraction(-1, 3), -0.3333),
        (Fraction(7), 7.0),
        (0.25, 0.25),
        (None, None),
    ],
)
def test_numbers_are_rounded_half_even_from_exact_values(
    exact: Fraction | float | None, printed: float | None
) -> None:
    assert json.number(exact) == printed
    assert exact is None or isinstance(json.number(exact), float)


@given(st.fractions() | st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_is_what_the_library_rounds_it_to(exact: Fraction | float) -> None:
    found = json.number(exact)

    assert repr(found) == repr(float(round(Fraction(exact), 4)))


@given(st.dictionaries(st.text(), st.text() | st.lists(st.text()), min_size=1), st.booleans())
def test_any_text_comes_back_as_it_was(document: json.Document, ascii_only: bool) -> None:  # noqa: FBT001
    text = json.text(document, ascii_only=ascii_only)

    assert standard.loads(text) == document
    assert text.replace("\n", "").isprintable()
    assert text.isascii() or not ascii_only
    text.encode()


def test_letters_of_any_language_stay_readable() -> None:
    assert json.text({"name": "Café 渋谷 😀"}, indent=None) == '{"name": "Café 渋谷 😀"}'
    assert json.text({"name": "a\x1b\x9b\u00a0\udcff\U000e0001"}, indent=None) == (
        r'{"name": "a\u001b\u009b\u00a0\udcff\udb40\udc01"}'
    )
    assert json.text({"name": "a\x7f\x00"}, indent=None) == r'{"name": "a\u007f\u0000"}'


def test_what_is_no_number_is_no_document() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json.text({"a": float("nan")})


@pytest.mark.parametrize("name", CASES)
def test_every_kind_of_assessment_is_a_document(name: str) -> None:
    case = CASES[name]()
    explanation = json_sums.explanation(explain(case.questionnaire, case.card))
    documents = [
        json.score(case.questionnaire, case.card),
        json_plan.plan(case.plan),
        {"explanation": explanation},
    ]

    for document in documents:
        assert standard.loads(json.text(document)) == document


@pytest.mark.parametrize("name", CASES)
def test_a_plan_says_of_its_steps_what_is_in_it(name: str) -> None:
    document = json_plan.plan(CASES[name]().plan)
    steps = [each["id"] for each in document["steps"]]
    optional = [each["id"] for each in document["options"]]

    if name != "a small budget":
        assert set(document["must"]) <= set(steps) <= {*document["must"], *optional}
    assert all(set(each["requires"]) <= set(steps) for each in document["steps"])
    assert document["plans"] <= 500
    assert len(document["alternatives"]) <= 20
    assert not (document["choices"] and document["alternatives"])
    assert bool(document["choices"] or document["alternatives"]) == (document["plans"] > 1)


@pytest.mark.parametrize("name", CASES)
def test_a_line_is_the_document_whatever_the_texts_in_it(name: str) -> None:
    case = CASES[name]()
    document = {"file": '"capabilities": []\x1b.yaml', **json.score(case.questionnaire, case.card)}
    document["business"]["name"] = '\\"capabilities\\": [], "capabilities": [] è'

    assert json.line(document) == json.text(document, indent=None)
    assert standard.loads(json.line(document)) == document
