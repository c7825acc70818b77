"""A file of answers becomes a sheet that says what the file says."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omniaudit.load.answers import read_answers
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    Business,
    Coverage,
    Evidence,
    FitAnswer,
    Handoff,
    NotApplicable,
    NotAsked,
    Respondent,
    Unknown,
)
from omniaudit.problems import InputRejected
from tests.hostile.cases import questionnaire
from tests.load.sheets import sheets

FULL = """\
format: 1
tool: omniaudit 1.0.0
questionnaire: omnichannel@1
business:
  name: Corner Bookshop
  profile: retail
  size: medium
  channels: [store, web, phone]
respondent: {role: shop assistant, side: frontline}
date: 2026-11-21
mode: interview
answers:
  integration.coverage: 2
  integration.fulfilment:
    {level: 2, coverage: largely, evidence: seen, note: "order list checked", flag: yes}
  integration.continuity: unknown
  integration.after-sales: {level: unknown, note: ask the owner}
  integration.assisted-selling: {not-applicable: no shops of our own}
  integration.ownership: {note: later, flag: yes}
  data.consent: {not-applicable: nothing is kept}
fit:
  resources.budget: 1
  resources.people: unknown
  resources.openness: {level: 3, note: keen, flag: yes}
  resources.sponsor: {note: later}
  business.reach: {level: unknown}
handoffs:
  store -> web: {level: 2, traffic: 3, note: by phone}
  web->store: 0
  phone → web: unknown
  web -> phone: {level: not-applicable}
journeys:
  bought-online-helped-in-store: {found-by-staff: pass, helped-on-the-spot: fail}
  click-and-collect:
    order-online: {result: fail, note: no login}
    choose-store: {result: not-applicable}
    item-is-there: {note: next week}
end: true
"""
SHORT = "format: 1\nbusiness: {name: Corner Bookshop, profile: retail, size: micro}\n"


def sheet(text: str) -> AnswerSheet:
    return read_answers(text.encode(), "some.yaml", questionnaire())


def codes(text: str) -> list[str]:
    with pytest.raises(InputRejected) as rejected:
        sheet(text)
    return [each.code for each in rejected.value.problems]


def test_a_file_of_nothing_but_brackets_misses_what_must_be_there() -> None:
    with pytest.raises(InputRejected) as rejected:
        read_answers(b"{}", "empty.yaml", questionnaire())

    assert [each.code for each in rejected.value.problems] == ["S302", "S302"]


def test_everything_a_file_can_say() -> None:
    full = sheet(FULL)

    assert full.business == Business(
        "Corner Bookshop", "retail", "medium", ("store", "web", "phone")
    )
    assert full.questionnaire == "omnichannel@1"
    assert full.respondent == Respondent("shop assistant", "frontline")
    assert full.date == dt.date(2026, 11, 21)
    assert full.mode == "interview"
    assert full.sha256 == hashlib.sha256(FULL.encode()).hexdigest()
    assert full.answers == {
        "integration.coverage": Answered(2),
        "integration.fulfilment": Answered(
            2, Coverage.LARGELY, Evidence.SEEN, "order list checked", flagged=True
        ),
        "integration.continuity": Unknown(),
        "integration.after-sales": Unknown("ask the owner"),
        "integration.assisted-selling": NotApplicable("no shops of our own"),
        "integration.ownership": NotAsked("later", flagged=True),
        "data.consent": NotApplicable("nothing is kept"),
    }
    assert full.fit == {
        "resources.budget": Answered(1),
        "resources.people": Unknown(),
        "resources.openness": Answered(3, note="keen", flagged=True),
        "resources.sponsor": NotAsked("later"),
        "business.reach": Unknown(),
    }
    assert full.handoffs == {
        ("store", "web"): Handoff(2, 3, "by phone"),
        ("web", "store"): Handoff(0),
        ("phone", "web"): Handoff(None),
        ("web", "phone"): Handoff(None, applies=False),
    }
    assert full.journeys == {
        "bought-online-helped-in-store": {"found-by-staff": "pass", "helped-on-the-spot": "fail"},
        "click-and-collect": {"order-online": "fail", "choose-store": "not-applicable"},
    }
    assert full.step_notes == {
        ("click-and-collect", "order-online"): "no login",
        ("click-and-collect", "item-is-there"): "next week",
    }
    assert [(each.code, each.place.line) for each in full.warnings] == [("A421", 20)]


def test_a_short_file_leaves_the_rest_open() -> None:
    assert sheet(SHORT) == AnswerSheet(
        Business("Corner Bookshop", "retail", "micro"),
        sha256=hashlib.sha256(SHORT.encode()).hexdigest(),
    )


def test_a_question_without_an_entry_was_not_asked() -> None:
    full = sheet(FULL)

    assert full.answer("integration.coverage") == Answered(2)
    assert full.answer("data.history") == NotAsked()


@pytest.mark.parametrize("version", ["", "@", "@1", "@1.0.0"])
def test_a_file_may_pin_the_version_it_answers(version: str) -> None:
    assert sheet(f"{SHORT}questionnaire: omnichannel{version}\n").warnings == ()


def test_a_file_that_names_its_tool_is_refused_wherever_it_was_cut() -> None:
    for length in range(len(FULL) - 1):
        assert codes(FULL[:length]), length

    assert sheet(FULL[:-1]).answers == sheet(FULL).answers


def test_a_file_by_hand_may_end_where_it_likes() -> None:
    assert sheet(f"{SHORT}end: true\n").warnings == ()
    assert sheet(SHORT).warnings == ()


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("tool: x\nend: \n", ["F107"]),
        ("tool: [x]\nend: true\n", ["S303"]),
        ("tool: x\n", ["F107"]),
        ("date: 0000-01-01\n", ["A418"]),
        ("respondent: nobody\n", ["S303"]),
        ("fit: {resources.budget: {level: 9}}\n", ["A410"]),
        ("fit: {resources.budget: [1]}\n", ["S303"]),
        ("handoffs: {store -> web: 9}\n", ["A413", "A413", "A414"]),
        ("handoffs: {store -> moon: 1}\n", ["A413", "S305"]),
        ("journeys: {click-and-collect: {order-online: {result: pass, by: me}}}\n", ["S301"]),
        ("journeys: {click-and-collect: {order-online: {result: maybe}}}\n", ["A417"]),
        ("journeys: {click-and-collect: {order-online: {note: [x]}}}\n", ["S303"]),
        ("answers: {integration.coverage: {foo: 1}}\n", ["S301"]),
        ("answers: {integration.coverage: {level: 5, note: [x]}}\n", ["A404", "S303"]),
        ("answers: {integration.coverage: {not-applicable: [x]}}\n", ["S303"]),
    ],
)
def test_every_part_is_checked(wrong: str, expected: list[str]) -> None:
    assert codes(SHORT + wrong) == expected


def test_nothing_after_the_colon_is_the_same_as_no_line() -> None:
    blanks = """questionnaire:
respondent:
date:
mode:
answers:
  integration.coverage:
  data.history: ""
  data.identity: {level: 2, note: , coverage: }
fit:
  resources.budget:
handoffs:
journeys:
  click-and-collect:
    order-on-site:
end:
"""
    read = sheet(SHORT + blanks)
    assert read.answers == {"data.identity": Answered(2)}
    assert (read.date, read.fit, read.handoffs) == (None, {}, {})
    assert read.journeys == {}


def test_saying_nothing_in_braces_is_no_answer() -> None:
    read = sheet(
        f"{SHORT}answers: {{data.history: {{flag: no}}}}\nfit: {{resources.budget: {{flag: no}}}}\n"
    )

    assert (read.answers, read.fit) == ({}, {})


def test_what_another_profile_is_asked_is_kept_with_a_warning() -> None:
    text = SHORT.replace("retail", "local") + (
        "answers: {integration.fulfilment: 2, data.history: 1}\n"
        "journeys: {rep-quote-to-portal: {rep-quote: {result: pass, note: quick}}}\n"
    )
    read = read_answers(text.encode(), "some.yaml", questionnaire(is_sparing=True))

    assert [(each.code, each.place.line) for each in read.warnings] == [("A406", 3), ("A406", 4)]
    assert read.answers == {"integration.fulfilment": Answered(2), "data.history": Answered(1)}
    assert read.journeys == {"rep-quote-to-portal": {"rep-quote": "pass"}}
    assert read.step_notes == {("rep-quote-to-portal", "rep-quote"): "quick"}


def test_handoffs_of_channels_that_are_not_listed_are_kept_with_a_warning() -> None:
    text = SHORT.replace("size: micro", "size: micro, channels: [store]")
    read = sheet(f"{text}handoffs: {{store -> web: 2, web -> app: {{level: 1}}}}\n")

    assert [each.code for each in read.warnings] == ["A413"] * 3
    assert read.handoffs == {("store", "web"): Handoff(2), ("web", "app"): Handoff(1)}


def test_a_handoff_may_have_a_note_before_it_has_an_answer() -> None:
    text = SHORT.replace("size: micro", "size: micro, channels: [store, web]")
    read = sheet(f"{text}handoffs: {{store -> web: {{note: ask Anna}}}}\n")

    assert read.warnings == ()
    assert read.handoffs == {("store", "web"): Handoff(None, note="ask Anna", asked=False)}


@pytest.mark.parametrize("key", ["note", "not-applicable"])
def test_notes_and_reasons_are_kept_as_long_as_they_are_read(key: str) -> None:
    long = ("word " * 2_000).strip()
    answer = sheet(f"{SHORT}answers: {{data.history: {{{key}: {long}}}}}\n").answer("data.history")

    assert long in (answer.note, getattr(answer, "reason", ""))


def test_a_code_in_the_place_of_an_id_is_told_its_id() -> None:
    with pytest.raises(InputRejected, match=r"CI5 is `integration\.continuity`"):
        sheet(f"{SHORT}answers: {{CI5: 2}}\n")


# How a careful writer would put sheets down.


def typed(value: object) -> str:
    """A value in one line of YAML: JSON, in which every text has its quotes."""
    return json.dumps(value, ensure_ascii=False)


def extras(note: str, flagged: bool) -> dict[str, str]:  # noqa: FBT001 - a field
    return ({"note": note} if note else {}) | ({"flag": "yes"} if flagged else {})


def answer_fields(answer: Answer) -> dict[str, str]:
    fields = extras(answer.note, answer.flagged)
    if isinstance(answer, NotApplicable):
        return fields | {"not-applicable": answer.reason}
    if isinstance(answer, Unknown):
        return fields | {"level": "unknown"}
    if isinstance(answer, NotAsked):
        return fields
    fields |= {"level": str(answer.level), "evidence": answer.evidence.name.lower()}
    return fields | ({} if answer.coverage is None else {"coverage": answer.coverage.name.lower()})


def fit_fields(answer: FitAnswer) -> dict[str, str]:
    fields = answer_fields(answer)
    fields.pop("evidence", None)
    return fields


def handoff_fields(handoff: Handoff) -> dict[str, str]:
    level = "unknown" if handoff.level is None else str(handoff.level)
    level = level if handoff.applies else "not-applicable"
    return {"level": level, "traffic": str(handoff.traffic)} | extras(handoff.note, flagged=False)


def walked(said: AnswerSheet) -> dict[str, dict[str, object]]:
    journeys: dict[str, dict[str, object]] = {
        name: dict(results) for name, results in said.journeys.items()
    }
    for (journey, step), note in said.step_notes.items():
        results = journeys.setdefault(journey, {})
        results[step] = {"result": results.get(step, ""), "note": note}
    return journeys


def written(said: AnswerSheet) -> str:
    def lines() -> Iterator[str]:
        yield "format: 1"
        yield "tool: a test"
        yield f"questionnaire: {said.questionnaire}"
        business = {"name": said.business.name, "profile": said.business.profile}
        business_rest = {"size": said.business.size, "channels": said.business.channels}
        yield f"business: {typed(business | business_rest)}"
        role = {"role": said.respondent.role} if said.respondent.role else {}
        side = {"side": said.respondent.side} if said.respondent.side else {}
        yield f"respondent: {typed(role | side)}"
        if said.date:
            yield f"date: {said.date.isoformat()}"
        yield f"mode: {said.mode}"
        answers = {key: answer_fields(each) for key, each in said.answers.items()}
        yield f"answers: {typed(answers)}"
        yield f"fit: {typed({key: fit_fields(each) for key, each in said.fit.items()})}"
        handoffs = {f"{a} -> {b}": handoff_fields(each) for (a, b), each in said.handoffs.items()}
        yield f"handoffs: {typed(handoffs)}"
        yield f"journeys: {typed(walked(said))}"
        yield "end: true"

    return "\n".join(lines()) + "\n"


@given(sheets())
@settings(max_examples=50)
def test_a_written_sheet_reads_back(said: AnswerSheet) -> None:
    read_back = sheet(written(said))

    assert {each.code for each in read_back.warnings} <= {"A406", "A413", "A421"}
    assert read_back.business == said.business
    assert read_back.respondent == said.respondent
    assert (read_back.date, read_back.mode) == (said.date, said.mode)
    assert read_back.questionnaire == said.questionnaire
    assert read_back.answers == said.answers
    assert read_back.fit == said.fit
    assert read_back.handoffs == said.handoffs
    assert read_back.journeys == said.journeys
    assert read_back.step_notes == said.step_notes


MUTATIONS = st.lists(
    st.tuples(
        st.integers(0, len(FULL)),
        st.integers(0, 12),
        st.binary(max_size=4) | st.sampled_from([b": ", b"\n", b"  ", b"[", b"{", b'"', b"\xc3"]),
    ),
    min_size=1,
    max_size=4,
)


@given(MUTATIONS)
@settings(max_examples=300)
def test_a_damaged_file_is_read_or_refused(mutations: list[tuple[int, int, bytes]]) -> None:
    data = FULL.encode()
    for start, length, new in mutations:
        data = data[:start] + new + data[start + length :]

    try:
        read = read_answers(data, "some.yaml", questionnaire())
    except InputRejected as rejected:
        told = rejected.problems
    else:
        told = read.warnings
        assert read.business.profile in questionnaire().profile
        assert all(each.severity == "warning" for each in told)
    assert all(str(each).isprintable() for each in told)
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("pinned", "is_read"),
    [
        ("1", True),
        ("1.0.0", True),
        ("1.2.3", True),
        ("1.2.4", False),
        ("1.3.0", False),
        ("2.0.0", False),
        ("0.9.9", False),
        ("1.2", False),
        ("1.x.3", False),
        ("१.0.0", False),
    ],
)
def test_an_older_version_of_the_same_first_number_means_the_same(
    pinned: str,
    is_read: bool,  # noqa: FBT001 - a row
) -> None:
    ours = replace(questionnaire(), version="1.2.3")
    data = FULL.replace("questionnaire: omnichannel@1\n", f"questionnaire: omnichannel@{pinned}\n")
    if is_read:
        assert read_answers(data.encode(), "some.yaml", ours).questionnaire.endswith(f"@{pinned}")
        return
    with pytest.raises(InputRejected) as rejected:
        read_answers(data.encode(), "some.yaml", ours)
    assert rejected.value.problems[0].code == "A423"


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("digital-readiness@1", ["A402"]),
        ("omnichannel@2", ["A423"]),
        ("omnichannel@1.999", ["A423", "A403"]),
        ("omnichannel@1", ["A403"]),
    ],
)
def test_of_a_file_to_other_questions_that_alone_is_told(named: str, expected: list[str]) -> None:
    old = "questionnaire: omnichannel@1\n"
    assert old in FULL
    text = FULL.replace(old, f"questionnaire: {named}\n")
    text = text.replace("answers:\n", "answers:\n  data.nothing-of-ours: 2\n")

    with pytest.raises(InputRejected) as rejected:
        sheet(text)

    errors = [each for each in rejected.value.problems if each.severity == "error"]
    assert [each.code for each in errors] == expected


def test_the_answers_of_a_first_look_are_read_by_the_whole_questionnaire() -> None:
    data = FULL.replace(
        "questionnaire: omnichannel@1\n", "questionnaire: omnichannel-pulse@1.0.0\n"
    )

    sheet = read_answers(data.encode(), "some.yaml", questionnaire())

    assert sheet.questionnaire == "omnichannel-pulse@1.0.0"
    assert sheet.answer("integration.coverage") == Answered(2)
