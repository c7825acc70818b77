"""What a questionnaire does not ask is not spoken of, in any document and any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from omniaudit.engine.explaining import explain
from omniaudit.engine.scoring import score, score_panel
from omniaudit.forms.blank import blank_answers
from omniaudit.interview.screens import overviews
from omniaudit.interview.screens.lines import laid_out
from omniaudit.language import SOURCE, speaking
from omniaudit.load.answers import read_answers
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.answers import Answered, AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.report.assessment import Assessment
from omniaudit.report.build import build, planned
from omniaudit.report.document import Document
from omniaudit.report.screens.explained import explained
from omniaudit.report.screens.plan import plan_summary
from omniaudit.report.screens.questions import overview, question
from omniaudit.report.screens.score import score_summary
from omniaudit.report.screens.status import status
from omniaudit.report.workbook.book import workbook
from omniaudit.resources import language
from tests.engine.sheets import QUESTIONNAIRE, SIGNS, sheet
from tests.interview.talk import Talk
from tests.languages.catalogues import LANGUAGES, kept
from tests.report.texts import said, section, strings

CODES = (SOURCE, *LANGUAGES)
LEVELS = (
    "............",
    "????????????",
    "212..1......",
    "000000000000",
    "111222112121",
    "222222222222",
    "2222?2221211",
    "333333333333",
)
"""A sign for each practice of the first look: none, some and all answered, low and high."""
ROOMS = ("report/", "forms/blank", "interview/screens/overviews", "interview/screens/ending")
SPOKEN = re.compile(r"\b(fit|journeys?|handoffs?|from channel to channel)\b", re.IGNORECASE)
IN_GENERAL = re.compile(r"needs upkeep: try the main journeys out")
"""Advice that holds whatever was asked."""
FIELD = re.compile(r"\{\w+\}")
SHORT = 28
"""Letters from which on a text does not stand within another one by chance."""
COUNTED = re.compile(r"\b0 (of|su|din) 0\b|\b0 (questions|domande|întrebări|pairs|journeys)\b")
HINTS = ("Would prove it", "What would prove it", "What to look at", "To look at", "To measure")


@cache
def forbidden(code: str) -> frozenset[str]:
    """What our texts on fit, journeys and handoffs say, the longest piece between their fields."""
    found: set[str] = set()
    for message in kept(LANGUAGES[0] if code == SOURCE else code):
        ours, theirs = forms(message.id), forms(message.string)
        rooms = [place.removeprefix("omniaudit/") for place, _ in message.locations]
        about = SPOKEN.search(FIELD.sub("", ours[0])) and not IN_GENERAL.search(ours[0])
        if about and any(each.startswith(ROOMS) for each in rooms):
            for text in ours if code == SOURCE else theirs:
                piece = max(FIELD.split(text), key=len).strip()
                found |= {piece} if piece == text or len(piece) >= SHORT else set()
    return frozenset(found)


def forms(text: object) -> list[str]:
    """A message, or its forms for one and for several."""
    return [str(each) for each in (text if isinstance(text, list | tuple) else [text])]


def told(code: str, texts: Iterator[str]) -> list[str]:
    """What is said of parts that are not asked, and what is counted of them."""
    every = set(texts)
    whole = "\n".join(every)
    counted = (each.group() for each in COUNTED.finditer(whole))
    return [
        each for each in forbidden(code) if each in every or (len(each) >= SHORT and each in whole)
    ] + [*counted]


def pulse() -> Questionnaire:
    return load_questionnaire("omnichannel-pulse")


def sheets(ours: Questionnaire) -> Iterator[AnswerSheet]:
    for signs in LEVELS:
        answers = dict(zip(ours.capability, map(SIGNS.__getitem__, signs), strict=True))
        yield sheet(answers, channels=("store", "web"))
    yield sheet(channels=("store",), profile="services", mode="audit")


def assessments(ours: Questionnaire) -> Iterator[Assessment]:
    every = tuple(sheets(ours))
    for each in every:
        yield planned(ours, score(ours, each))
    yield planned(ours, score_panel(ours, every[3:5]))


def documents(ours: Questionnaire) -> Iterator[Document]:
    """Reports, also with what changed, and screens."""
    every = tuple(assessments(ours))
    for each in every:
        yield build(each)
        yield build(each, before=every[-1])
        yield build(each, before=each)
        yield status(ours, each.sheet, "shop.yaml")
        yield score_summary(ours, each.card, "shop.yaml")
        yield plan_summary(ours, score(ours, each.sheet), each.card, each.plan)
        yield explained(ours, each.card, explain(ours, each.card))
    yield overview(ours, None)


def printed(value: object) -> Iterator[str]:
    """What people read, but for the glossary, which explains the words of the trade."""
    if isinstance(value, Document):
        value = replace(
            value, sections=tuple(each for each in value.sections if each.id != "glossary")
        )
    for place, text in strings(value):
        if not place.endswith(".id"):
            yield text


def test_what_is_said_of_these_parts_would_be_noticed() -> None:
    ours = QUESTIONNAIRE
    for code in CODES:
        assert len(forbidden(code)) > 60
        with speaking(language(code)):
            assert len(told(code, printed(build(planned(ours, score(ours, sheet())))))) > 5


@pytest.mark.parametrize("code", CODES)
def test_reports_and_screens_of_a_first_look_do_not_speak_of_the_rest(code: str) -> None:
    with speaking(language(code)):
        found = [told(code, printed(each)) for each in documents(pulse())]

    assert len(found) > 60
    assert [each for each in found if each] == []


@pytest.mark.parametrize("code", CODES)
def test_workbooks_of_a_first_look_do_not_speak_of_the_rest(code: str) -> None:
    with speaking(language(code)):
        books = [workbook(each, build(each)) for each in assessments(pulse())]
        found = [told(code, printed(each)) for each in books]

    assert len(found) > 8
    assert [each for each in found if each] == []


@pytest.mark.parametrize("code", CODES)
def test_files_and_interviews_of_a_first_look_do_not_speak_of_the_rest(code: str) -> None:
    with speaking(language(code)):
        blank = blank_answers(pulse(), "retail", "Shop")
        scene = Talk(next(sheets(pulse())), questionnaire=pulse()).now.scene
        opened = laid_out((*overviews.opening(scene, ""), *overviews.tasks(scene)), 80)

    assert told(code, iter([blank, *opened.split("\n")])) == []
    assert not re.search(r"^(fit|handoffs|journeys):", blank, re.MULTILINE)
    assert read_answers(blank.encode(), "shop.yaml", pulse()).warnings == ()


@pytest.mark.parametrize(
    ("code", "neither", "onwards"),
    [
        ("en", "asks neither what Libreria Aurora needs nor", "The full questionnaire goes on"),
        ("it", "né di che cosa ha bisogno Libreria Aurora né", "Il questionario completo riprende"),
        ("ro", "nici de ce are nevoie Libreria Aurora, nici", "Chestionarul complet continuă"),
    ],
)
def test_it_is_said_once_that_nothing_is_recommended(code: str, neither: str, onwards: str) -> None:
    with speaking(language(code)):
        for each in assessments(pulse()):
            document = build(each)
            book = said(workbook(each, document))

            for whole in (said(document), book):
                assert (whole.count(neither), whole.count(onwards)) == (1, 1)
            assert neither in said(section(document, "answer"))


def part(*, fit: bool = True, handoffs: bool = True, journeys: bool = True) -> Questionnaire:
    """The shipped questionnaire, with some parts alone."""
    ours = QUESTIONNAIRE
    if not fit:
        ours = replace(ours, fit=replace(ours.fit, items=()))
    if not handoffs:
        ours = replace(ours, handoffs=replace(ours.handoffs, levels=(), traffic=()))
    if not journeys:
        ours = replace(ours, journeys=(), gates=replace(ours.gates, journeys=()))
    return ours


def report(ours: Questionnaire) -> Document:
    return build(planned(ours, score(ours, sheet(channels=("store", "web")))))


def test_a_questionnaire_of_ones_own_is_no_first_look() -> None:
    ours = part(fit=False, handoffs=False, journeys=False)
    whole = said(report(ours))

    assert "neither what Libreria Aurora needs nor how its customers fare" in whole
    assert "The full questionnaire" not in whole
    assert not ours.is_first_look


def test_where_customers_are_asked_the_need_alone_is_missed() -> None:
    document = report(part(fit=False, handoffs=False))

    assert "does not ask what Libreria Aurora needs" in said(section(document, "answer"))
    assert "No journey was tried out" in said(section(document, "customer"))
    assert "The ways from channel to channel" not in said(document)
    assert "fit" not in [each.id for each in document.sections]


def test_where_the_need_is_asked_the_customers_alone_are_missed() -> None:
    document = report(part(handoffs=False, journeys=False))

    assert "does not ask how customers fare" in said(section(document, "method"))
    assert "customer" not in [each.id for each in document.sections]
    assert "stages named here" not in said(document)


def test_one_channel_alone_is_no_news_where_no_handoff_is_asked() -> None:
    ours = part(handoffs=False)
    document = build(planned(ours, score(ours, sheet(channels=("store",)))))

    assert "was not tried out" in section(document, "customer").title
    assert "one channel" not in said(section(document, "customer"))


@pytest.mark.parametrize("kept_parts", [{}, {"fit": True}, {"handoffs": True}, {"journeys": True}])
def test_the_rule_for_several_people_speaks_of_what_is_asked(kept_parts: dict[str, bool]) -> None:
    parts = {"fit": False, "handoffs": False, "journeys": False, **kept_parts}
    (rule,) = re.findall(r"The middle answer.*", said(section(report(part(**parts)), "method")))

    assert ("A step of a journey" in rule) == parts["journeys"]
    assert ("for practices only" in rule) == (parts["fit"] or parts["handoffs"])


def without_hints() -> Questionnaire:
    """A questionnaire that says neither what to look at nor what to measure."""
    bare = tuple(replace(each, evidence=(), kpis=()) for each in QUESTIONNAIRE.capabilities)
    return replace(QUESTIONNAIRE, capabilities=bare)


def test_a_hint_with_nothing_behind_it_is_left_out() -> None:
    ours = without_hints()
    every = "222222 222222 222222 222222".replace(" ", "")
    answers = {name: Answered(int(sign)) for name, sign in zip(ours.capability, every, strict=True)}
    document = build(planned(ours, score(ours, sheet(answers))))
    talk = Talk(sheet(), only="data", questionnaire=ours).types("h")
    shown = question(ours, "data.identity")
    texts = (said(document), talk.said, said(shown), blank_answers(ours, "retail", "Shop"))

    assert "Answers that nobody has seen proved" in texts[0]
    assert "Why we ask" in texts[1]
    for text in texts:
        assert not any(hint in text for hint in HINTS)
        assert not re.search(r": ?\.(\s|$)", text)


def test_hints_are_given_where_there_are_some() -> None:
    ours = QUESTIONNAIRE
    document = build(planned(ours, score(ours, sheet("222222 222222 222222 222222"))))
    talk = Talk(sheet(), only="data", questionnaire=ours).types("h")
    shown = question(ours, "data.identity")
    text = "\n".join(
        (said(document), talk.said, said(shown), blank_answers(ours, "retail", "Shop"))
    )

    assert all(hint in text for hint in HINTS)
