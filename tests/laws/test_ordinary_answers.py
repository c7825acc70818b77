"""The short way to an ordinary answer leads where the long way does."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from omniaudit.load import replies
from omniaudit.load.answers import read_answers
from omniaudit.load.writing import quoted
from omniaudit.model.answers import AnswerSheet
from omniaudit.problems import InputRejected, Problem
from tests.engine.sheets import QUESTIONNAIRE

HEAD = "format: 1\nbusiness: {name: A, profile: retail, size: small}\nanswers:\n"
TEXTS = st.text(st.sampled_from("ab é\u0301\u200b\n\t.12"), max_size=100).map(quoted)
WORDS = st.sampled_from(
    [
        "0",
        "1",
        "2",
        "3",
        "4",
        "unknown",
        "not-applicable",
        "yes",
        "no",
        "",
        "fully",
        "none",
        "said",
        "seen",
        "[1]",
        "{a: b}",
        "' '",
    ]
)
KEYS = ["level", "level", "level", "coverage", "evidence", "note", "flag", "not-applicable", "odd"]
GROUPS = st.dictionaries(st.sampled_from(KEYS), WORDS | TEXTS, min_size=1).map(
    lambda group: "".join(f"\n    {key}: {value}" for key, value in group.items())
)
ANSWERS = st.lists(WORDS | TEXTS | GROUPS, min_size=1, max_size=4)
NAMES = [each.id for each in QUESTIONNAIRE.capabilities]


def read(data: bytes) -> AnswerSheet | tuple[Problem, ...]:
    try:
        return read_answers(data, "some.yaml", QUESTIONNAIRE)
    except InputRejected as rejected:
        return rejected.problems


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(answers=ANSWERS)
@example(answers=["\n    level: 2\n    coverage: none\n    note: so"])
@example(answers=["\n    level: unknown\n    evidence: said"])
def test_no_answer_depends_on_the_way(monkeypatch: pytest.MonkeyPatch, answers: list[str]) -> None:
    lines = (f"  {name}: {answer}\n" for name, answer in zip(NAMES, answers, strict=False))
    data = (HEAD + "".join(lines)).encode()

    sooner = read(data)
    with monkeypatch.context() as patch:
        patch.setattr(replies, "_ordinary", lambda _: None)
        later = read(data)

    event(f"read: {isinstance(sooner, AnswerSheet)}")
    assert sooner == later
