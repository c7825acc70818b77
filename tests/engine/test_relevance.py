"""What is not about the business stays in its file and changes no result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.engine.panel import merge
from omniaudit.engine.relevance import relevant
from omniaudit.engine.scoring import score, score_panel
from omniaudit.model.answers import Answered, AnswerSheet, Business, Handoff, Mode, Respondent
from omniaudit.model.questionnaire import Questionnaire
from tests.engine.sheets import QUESTIONNAIRE, TWOS, but, sheet

SPARED = "data.history"
STRANGE = "rep-quote-to-portal"
LISTED = ("store", "web")


def sparing() -> Questionnaire:
    """The questionnaire, with one question that local businesses are not asked."""
    weights = dict(QUESTIONNAIRE.capability[SPARED].weights)
    del weights["local"]
    capabilities = tuple(
        replace(each, weights=weights) if each.id == SPARED else each
        for each in QUESTIONNAIRE.capabilities
    )
    return replace(QUESTIONNAIRE, capabilities=capabilities)


OURS = sparing()


def test_a_sheet_of_which_all_counts_is_not_copied() -> None:
    given = plain()

    assert given.step_notes
    assert relevant(OURS, given) is given


def plain(mode: Mode = "self") -> AnswerSheet:
    """A local business that answered what it is asked, and nothing else."""
    given = sheet(TWOS, profile="local", mode=mode, channels=LISTED)
    return replace(
        given,
        answers={name: each for name, each in given.answers.items() if name != SPARED},
        handoffs={("store", "web"): Handoff(2, 2), ("web", "store"): Handoff(0)},
        journeys={"chat-to-store": {"conversation-opened": "fail"}},
        step_notes={("chat-to-store", "conversation-opened"): "no login"},
    )


def kept(mode: Mode = "self") -> AnswerSheet:
    """The same with what it answered when it was a larger shop."""
    given = but(plain(mode), data_history=Answered(3, note="before", flagged=True))
    return replace(
        given,
        handoffs={**given.handoffs, ("web", "app"): Handoff(3, 3), ("email", "phone"): Handoff(3)},
        journeys={
            **given.journeys,
            STRANGE: {step.id: "fail" for step in OURS.journey[STRANGE].steps},
        },
        step_notes={**given.step_notes, (STRANGE, "rep-quote"): "lost"},
    )


def test_there_is_something_to_leave_out() -> None:
    assert SPARED in {need.capability for need in OURS.journey["chat-to-store"].requires}
    assert "local" not in OURS.journey[STRANGE].profiles
    assert relevant(OURS, kept()) == plain() != kept()
    assert relevant(OURS, plain()) == plain()


@pytest.mark.parametrize("mode", ["self", "interview", "audit"])
def test_it_changes_no_number(mode: Mode) -> None:
    assert score(OURS, kept(mode)) == score(OURS, plain(mode))


def test_it_changes_no_panel() -> None:
    other = replace(plain(), respondent=Respondent("owner", "frontline"))
    others = replace(kept(), respondent=other.respondent)

    card = score_panel(OURS, [kept(), others])

    assert card == score_panel(OURS, [plain(), other])
    assert card.panel is not None
    assert SPARED not in {each.capability for each in card.panel.agreements}


def test_it_counts_again_once_the_business_is_corrected() -> None:
    larger = replace(kept(), business=Business("A", "services", "small", ("store", "web", "app")))
    found = relevant(OURS, larger)

    assert SPARED in found.answers
    assert STRANGE in found.journeys
    assert set(found.handoffs) == {("store", "web"), ("web", "store"), ("web", "app")}


def test_a_panel_keeps_the_notes_on_steps() -> None:
    way = ("chat-to-store", "conversation-opened")
    notes = ("no login", "", "slow", "no login")
    sheets = [replace(plain(), step_notes={way: note} if note else {}) for note in notes]

    assert merge(OURS, sheets).step_notes == {way: "no login\nslow"}


def test_a_panel_leaves_a_way_out_only_when_nobody_says_it_applies() -> None:
    pair = ("store", "web")
    never, unknown = Handoff(None, applies=False), Handoff(None)

    def merged(*given: Handoff) -> Handoff:
        return merge(OURS, [replace(plain(), handoffs={pair: each}) for each in given]).handoffs[
            pair
        ]

    assert merged(never, never) == never
    assert merged(never, unknown) == unknown
    assert merged(never, Handoff(2)) == Handoff(2)
