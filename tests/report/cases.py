"""Assessments of every kind, by name: the two worked examples and the edges."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from omniaudit.engine.budgeting import plan_within
from omniaudit.engine.planning import plan
from omniaudit.engine.scoring import score, score_panel
from omniaudit.load.answers import read_answers
from omniaudit.model.answers import (
    Answered,
    AnswerSheet,
    Coverage,
    Evidence,
    FitAnswer,
    Handoff,
    NotAsked,
    Respondent,
    StepResult,
    Unknown,
)
from omniaudit.model.plan import Plan
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard
from omniaudit.report.build import assess, build
from omniaudit.report.document import Document
from omniaudit.resources import questionnaire_file
from tests.engine.sheets import QUESTIONNAIRE, THREES, TWOS, ZEROS, but, sheet, smaller

A = "2221?1 223221 222121 222311"
B = "221111 212221 211011 212211"
NOTHING = "...... ...... ...... ......"
UNKNOWN = "?????? ?????? ?????? ??????"
ASIDE = "------ ------ ------ ------"
SAMPLE = questionnaire_file().with_name("sample.yaml")

ITEMS = tuple(item.id for item in QUESTIONNAIRE.fit.items)
Journeys = Mapping[str, Mapping[str, StepResult]]
FAILED: Journeys = {
    "bought-online-helped-in-store": {"found-by-staff": "fail"},
    "click-and-collect": {"item-is-there": "fail"},
    "chat-to-store": {"conversation-opened": "pass", "bought-without-repeating": "fail"},
}
PASSED: Journeys = {
    "bought-online-helped-in-store": {"found-by-staff": "pass", "helped-on-the-spot": "pass"},
    "click-and-collect": {"item-is-there": "pass", "collected-quickly": "fail"},
    "complaint-followed-up": {"status-told": "not-tested"},
    "marketplace-warranty": {"warranty-honoured": "not-applicable"},
}


@dataclass(frozen=True)
class Case:
    """A scorecard with its plans, and the document made of them."""

    questionnaire: Questionnaire
    card: Scorecard
    plan: Plan
    ambition: Plan | None

    @property
    def document(self) -> Document:
        return build(assess(self.questionnaire, self.card, self.plan, self.ambition))


def case(card: Scorecard, questionnaire: Questionnaire = QUESTIONNAIRE) -> Case:
    todo = plan(questionnaire, card)
    return Case(
        questionnaire, card, todo, plan(questionnaire, card, 3) if todo.target < 3 else None
    )


def of(given: AnswerSheet) -> Case:
    return case(score(QUESTIONNAIRE, given))


def fit(*levels: int | None) -> dict[str, FitAnswer]:
    """Answers on fit in order; None is not known."""
    return {
        name: Unknown() if level is None else Answered(level)
        for name, level in zip(ITEMS, levels, strict=True)
    }


def sample() -> Case:
    return of(read_answers(SAMPLE.read_bytes(), str(SAMPLE), QUESTIONNAIRE))


def panel() -> Case:
    one = sheet("222222 222222 222222 222222", mode="interview")
    roles: tuple[Respondent, ...] = (
        Respondent("owner", "head-office"),
        Respondent("store manager", "frontline"),
        Respondent("", "frontline"),
    )
    sheets = (
        one,
        but(one, data_history=0, data_consent=1, integration_continuity=Unknown("ask the agency")),
        but(
            one,
            data_history=1,
            integration_coverage=Answered(3, note="from the third"),
            personalisation_insight=NotAsked("later"),
        ),
    )
    given = [replace(each, respondent=role) for each, role in zip(sheets, roles, strict=True)]
    return case(score_panel(QUESTIONNAIRE, given))


def claimed() -> AnswerSheet:
    """Coverage, evidence and notes of all kinds."""
    return but(
        sheet(TWOS, mode="audit"),
        data_identity=Answered(3, Coverage.FULLY, Evidence.SAID, "not shown\nto us"),
        data_history=Answered(2, Coverage.PARTLY, Evidence.TESTED),
        data_availability=Answered(2, Coverage.LARGELY, Evidence.SEEN, flagged=True),
        consistency_pricing=Answered(3, Coverage.NONE, Evidence.EXAMPLE),
    )


def few() -> Case:
    """A questionnaire of three capabilities, and so of two dimensions."""
    ours = smaller("integration.coverage", "integration.fulfilment", "data.history")
    given = sheet({"integration.coverage": Answered(2), "data.history": Unknown()})
    return case(score(ours, given), ours)


def small_budget() -> Case:
    """Less than the next stage takes."""
    card = score(QUESTIONNAIRE, sheet(B))
    return Case(QUESTIONNAIRE, card, plan_within(QUESTIONNAIRE, card, Fraction(10)), None)


CASES: Mapping[str, Callable[[], Case]] = {
    "sample": sample,
    "example A": lambda: of(sheet(A)),
    "example B": lambda: of(sheet(B)),
    "nothing asked": lambda: of(sheet(NOTHING)),
    "all unknown": lambda: of(sheet(UNKNOWN, fit=dict.fromkeys(ITEMS, Unknown()))),
    "all zero": lambda: of(sheet(ZEROS, fit=fit(0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 0))),
    "all three": lambda: of(sheet(THREES)),
    "all three and needed": lambda: of(sheet(THREES, fit=fit(*[3] * 11, 0))),
    "nothing applies": lambda: of(sheet(ASIDE)),
    "one answer": lambda: of(sheet("2..... ...... ...... ......")),
    "one channel": lambda: of(
        sheet("011111 111111 111111 111111", size="micro", channels=("store",))
    ),
    "a dimension aside": lambda: of(sheet("222222 ------ 222122 22222?")),
    "much aside": lambda: of(sheet("222222 222222 2-1--2 22222?")),
    "several decide together": lambda: of(sheet("221??1 222222 222222 222222")),
    "several decide alone": lambda: of(sheet("2221?? 222222 222222 222222")),
    "cannot decide": lambda: of(sheet("211111 111111 11111? 111111")),
    "local": lambda: of(sheet("211?11 212121 101011 21111?", profile="local", size="small")),
    "enough": lambda: of(sheet(B, fit=fit(1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1, 3))),
    "enough and nothing left": lambda: of(sheet(TWOS, fit=fit(1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1, 3))),
    "enough but siloed": lambda: of(sheet(ZEROS, fit=fit(1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1, 3))),
    "resources first": lambda: of(sheet(A, fit=fit(0, 0, 1, 1, 3, 3, 3, 3, 3, 3, None, 0))),
    "resources far below": lambda: of(sheet(TWOS, fit=fit(1, 1, 0, 0, 2, 2, 1, 1, 1, 1, 1, 1))),
    "ahead of need": lambda: of(sheet(THREES, fit=fit(*[2] * 11, 1))),
    "all but omnichannel": lambda: of(sheet(TWOS, fit=fit(*[3] * 11, 0))),
    "it fits": lambda: of(sheet(TWOS, fit=fit(1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 2, 2))),
    "little on fit": lambda: of(
        sheet(A, fit={ITEMS[0]: Answered(2, note="so much", flagged=True)})
    ),
    "audit with failed journeys": lambda: of(replace(claimed(), journeys=FAILED)),
    "journeys alone": lambda: of(sheet(TWOS, journeys={k: FAILED[k] for k in list(FAILED)[:1]})),
    "third stage walls": lambda: of(
        sheet(THREES, journeys={**FAILED, "click-and-collect": PASSED["click-and-collect"]})
    ),
    "journeys that passed": lambda: of(sheet(TWOS, journeys=PASSED)),
    "handoffs of an island": lambda: of(
        sheet(
            TWOS,
            channels=("store", "web", "phone"),
            handoffs={("store", "web"): Handoff(2, 1, "by email"), ("web", "store"): Handoff(0)},
        )
    ),
    "handoffs without traffic": lambda: of(
        sheet(
            TWOS,
            channels=("store", "web"),
            handoffs={("store", "web"): Handoff(2, 0), ("web", "store"): Handoff(2, 0)},
        )
    ),
    "one whole": lambda: of(
        sheet(
            TWOS,
            channels=("store", "web", "phone"),
            handoffs={
                ("store", "web"): Handoff(3, 3),
                ("web", "store"): Handoff(2, 3),
                ("web", "phone"): Handoff(2, 2),
                ("phone", "web"): Handoff(3, 2),
                ("phone", "store"): Handoff(None, 1),
            },
        )
    ),
    "a panel of three": panel,
    "few capabilities": few,
    "a small budget": small_budget,
}


@cache
def made(name: str) -> Case:
    """A case by name, scored and planned once."""
    return CASES[name]()
