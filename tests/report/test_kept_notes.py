"""Notes are printed where they belong and no longer than a page can take; the rest stays away."""

from __future__ import annotations

from dataclasses import replace

from omniaudit.engine.planning import plan
from omniaudit.engine.scoring import score
from omniaudit.load.answers import read_answers
from omniaudit.load.clean_text import MAX_NOTE
from omniaudit.model.answers import Answered, AnswerSheet, Handoff, NotApplicable, Unknown
from omniaudit.report import wording
from omniaudit.report.build import assess, build
from omniaudit.report.document import Document
from omniaudit.report.screens.status import status
from tests.engine.sheets import QUESTIONNAIRE, TWOS, sheet
from tests.engine.test_relevance import OURS, kept, plain
from tests.report.texts import said, section, strings

LONG = ("word " * (MAX_NOTE // 5)).strip()
WALKED: AnswerSheet = replace(
    sheet(TWOS, channels=("store", "web")),
    journeys={"click-and-collect": {"order-online": "pass", "choose-store": "fail"}},
    step_notes={("click-and-collect", "choose-store"): "no login\nat the till"},
)


def document(given: AnswerSheet) -> Document:
    card = score(QUESTIONNAIRE, given)
    return build(assess(QUESTIONNAIRE, card, plan(QUESTIONNAIRE, card)))


def test_a_note_on_a_step_stands_with_its_journey_and_in_the_appendix() -> None:
    found = document(WALKED)

    assert "Noted at step 2: no login / at the till" in said(section(found, "customer"))
    assert "no login / at the till" in said(section(found, "answers"))


def test_without_notes_on_steps_there_is_no_column_for_them() -> None:
    found = document(replace(WALKED, step_notes={}))

    assert "Noted at step" not in said(found)
    assert len(said(section(found, "answers"))) < len(said(section(document(WALKED), "answers")))


def test_a_way_that_does_not_apply_is_told_from_one_that_is_not_known() -> None:
    handoffs = {("store", "web"): Handoff(None, applies=False), ("web", "store"): Handoff(1)}
    found = document(replace(WALKED, handoffs=handoffs))
    unknown = document(replace(WALKED, handoffs={**handoffs, ("store", "web"): Handoff(None)}))

    assert "to Website: does not apply" in said(section(found, "customer"))
    assert "Does not apply" in said(section(found, "answers"))
    assert "to Website: not rated" in said(section(unknown, "customer"))
    assert "Does not apply" not in said(section(unknown, "answers"))


def test_no_note_is_printed_longer_than_a_page_can_take() -> None:
    notes = dict.fromkeys(WALKED.step_notes, LONG)
    names = list(QUESTIONNAIRE.capability)
    answers = {name: Answered(1, note=LONG, flagged=True) for name in names}
    given = replace(
        WALKED,
        answers={
            **answers,
            names[0]: NotApplicable(LONG, LONG, flagged=True),
            names[1]: Unknown(LONG, flagged=True),
        },
        fit={item.id: Answered(1, note=LONG, flagged=True) for item in QUESTIONNAIRE.fit.items},
        handoffs={("store", "web"): Handoff(1, 1, LONG)},
        step_notes=notes,
    )
    printed = [*strings(document(given)), *strings(status(QUESTIONNAIRE, given, "shop.yaml"))]
    lengths = [len(text) for _, text in printed if "word word" in text]

    assert len(lengths) > 100
    assert 2_000 <= max(lengths) <= 2_100


def test_what_is_too_long_to_print_ends_with_an_ellipsis() -> None:
    assert wording.one_line(LONG) == ("word " * 400).strip() + "\u2026"
    assert wording.one_line("x" * 2_001) == "x" * 1_999 + "\u2026"
    assert wording.one_line("x" * 2_000) == "x" * 2_000


def test_what_does_not_count_is_in_no_document() -> None:
    documents = []
    for given in (kept(), plain()):
        card = score(OURS, given)
        documents.append(build(assess(OURS, card, plan(OURS, card))))

    assert documents[0] == documents[1]
    assert status(OURS, kept(), "shop.yaml") == status(OURS, plain(), "shop.yaml")


def test_the_report_tells_what_was_left_out_by_its_name() -> None:
    text = """format: 1
business: {name: A, profile: local, size: small, channels: [store]}
handoffs: {store -> app: 2}
journeys: {rep-quote-to-portal: {ticket: pass}}
"""
    found = said(
        section(document(read_answers(text.encode(), "a.yaml", QUESTIONNAIRE)), "unknowns")
    )
    journey = QUESTIONNAIRE.journey["rep-quote-to-portal"].name
    profile = QUESTIONNAIRE.profile["local"].name

    assert f"{journey} is not asked of the profile {profile}; it is kept and not scored." in found
    assert f"list the channel {QUESTIONNAIRE.channel['app'].name}; the handoff is kept" in found
