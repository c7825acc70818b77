"""The roadmap: must, choices, months, and what is advised against."""

from __future__ import annotations

from omniaudit.model.answers import Answered
from omniaudit.report.charts import Gantt
from omniaudit.report.document import Bullets, Callout, Picture, Table
from tests.engine.sheets import QUESTIONNAIRE, but, sheet
from tests.report.cases import B, Journeys, made, of
from tests.report.texts import blocks, charts, said, section


def roadmap(name: str) -> str:
    return said(section(made(name).document, "roadmap"))


def callouts(name: str, part: str = "roadmap") -> list[str]:
    found = blocks(section(made(name).document, part))
    return [each.title for each in found if isinstance(each, Callout)]


def gantts(name: str) -> list[Gantt]:
    return [each for each in charts(made(name).document) if isinstance(each, Gantt)]


def test_example_b_has_one_must_and_36_plans() -> None:
    found = section(made("example B").document, "roadmap")
    lists = [each.items for each in blocks(found) if isinstance(each, Bullets)]
    (gantt,) = gantts("example B")

    assert found.title == "Seven steps lead to cross-channel: about 42 person-weeks"
    assert found.lead.startswith("No plan takes less effort than this one.")
    assert ("Let staff look up the other main channels (DS2 to level 2)",) in lists
    assert "Any two of these four: Accept returns" in roadmap("example B")
    assert [bar.code for bar in gantt.bars if bar.must] == ["DS2"]
    assert [month for month, _ in gantt.horizons] == [3, 9, 18]


def test_steps_that_end_late_get_a_horizon_of_their_own() -> None:
    gantt = gantts("all three and needed") or gantts("resources far below")

    assert gantt[0].horizons[-1] == (gantt[0].months, "Later")
    assert gantt[0].months > 18


def test_the_owner_column_is_empty() -> None:
    tables = [
        each
        for each in blocks(section(made("example B").document, "roadmap"))
        if isinstance(each, Table) and each.columns[-1].title == "Owner"
    ]

    assert tables
    assert {row.cells[-1] for row in tables[0].rows if not row.group} == {""}


def test_the_stage_after_each_horizon_is_told() -> None:
    tables = [
        each
        for each in blocks(section(made("example A").document, "roadmap"))
        if isinstance(each, Table) and each.columns[0].title == "After month"
    ]

    assert [row.cells for row in tables[0].rows] == [
        ("3", "0 of 1", "Multichannel", "58.9"),
        ("9", "1 of 1", "Cross-channel", "60.7"),
    ]


def test_a_stage_that_journeys_bar_is_not_promised() -> None:
    assert "Cross-channel, if the journeys pass" in roadmap("audit with failed journeys")
    assert "Journeys that must pass besides" in callouts("audit with failed journeys")


def test_a_choice_that_advice_asks_for_is_pointed_out() -> None:
    assert "\u201cAppoint one owner across channels\u201d also follows the advice" in roadmap(
        "sample"
    )


def test_where_multichannel_is_enough_the_roadmap_keeps_house() -> None:
    found = section(made("enough").document, "roadmap")
    (gantt,) = gantts("enough")

    assert found.title == "Libreria Aurora can leave integration aside and keep good order"
    assert "No more integration needed now" in callouts("enough")
    assert {bar.code[:2] for bar in gantt.bars} == {"CO", "DS", "PE"}
    assert {bar.code for bar in gantt.bars if bar.code[:2] in {"DS", "PE"}} == {"DS6", "PE6"}
    assert "Test messages that follow behaviour" not in callouts("enough", "restraint")
    assert "cross-channel" not in found.title


def test_who_is_not_multichannel_yet_gets_the_way_there_first() -> None:
    found = roadmap("enough but siloed")

    assert "steps lead to multichannel" in found
    assert "Good housekeeping besides" in found


def test_a_plan_that_is_not_needed_is_marked() -> None:
    assert "Not advised now" in callouts("it fits")
    assert "More than today\u2019s resources carry" in callouts("resources far below")
    assert callouts("nothing asked") == ["First the answers"]
    assert not gantts("nothing asked")


def test_a_small_budget_is_told_plainly() -> None:
    title = section(made("a small budget").document, "roadmap").title

    assert title.endswith(
        "fit the budget; they lead towards cross-channel, and the stage stays multichannel"
    )


def test_what_is_left_out_is_neither_planned_nor_an_equal_choice() -> None:
    found = said(section(made("sample").document, "restraint"))

    assert "29 possible steps, about" in found
    assert "Ownership, incentives and channel economics (CI6)\n" not in found
    assert "Omnichannel is not everybody\u2019s goal" in found


def test_the_charts_hold_every_bar_of_the_plan() -> None:
    example = made("example B")
    (gantt,) = gantts("example B")

    assert {bar.id for bar in gantt.bars} == {each.step.id for each in example.plan.steps}
    assert [
        each for each in blocks(section(example.document, "roadmap")) if isinstance(each, Picture)
    ]


def test_cautions_come_after_what_not_to_do() -> None:
    told = said(section(made("sample").document, "restraint"))

    assert told.index("Left out on purpose") < told.index("Secure what has been built")


def test_that_omnichannel_is_not_everybodys_goal_is_told_once() -> None:
    words = "not everybody\u2019s goal"

    assert said(made("sample").document).count(words) == 1
    assert words not in said(made("all three and needed").document)


def test_recommended_housekeeping_is_not_left_out() -> None:
    example = made("enough but siloed")
    recommended = said(section(example.document, "roadmap")).partition("besides")[2]

    assert "Keep one central consent register" in recommended
    planned = {each.step.id for each in example.plan.steps}
    planned |= {each.step for each in example.plan.options}
    besides = {
        name
        for name, step in QUESTIONNAIRE.step.items()
        if step.level < 3
        and (
            step.capability.startswith("consistency.")
            or step.capability in {"data.consent", "personalisation.insight"}
        )
    }
    left = len(QUESTIONNAIRE.step) - len(planned | besides)

    assert f"{left} possible steps, about" in said(section(example.document, "restraint"))


def test_the_box_on_journeys_names_what_they_rest_on_and_what_that_takes_besides() -> None:
    journeys: Journeys = {"bought-online-helped-in-store": {"helped-on-the-spot": "fail"}}
    lacking = Answered(1)
    answers = {"integration_after_sales": lacking, "integration_fulfilment": lacking}
    case = of(but(sheet(B, journeys=journeys), **answers))
    told = said(section(case.document, "roadmap"))
    stays = said(section(case.document, "restraint")).partition("What may stay")[2]

    assert case.plan.journeys_to_pass == ("bought-online-helped-in-store",)
    assert "rests on Cross-channel returns and after-sales (CI3) at level 2 or above" in told
    assert "(CI3)\n" not in stays


def test_an_audit_does_not_ask_to_check_again_what_it_has_lowered() -> None:
    told = said(made("audit with failed journeys").document)

    assert "In this audit a failed step lowers what counts." in told
    assert "Check the answers before planning" not in told


def test_of_journeys_of_which_one_is_enough_one_is_asked_for() -> None:
    journeys: Journeys = {
        "bought-online-helped-in-store": {"helped-on-the-spot": "fail"},
        "click-and-collect": {"item-is-there": "fail"},
    }
    told = said(section(of(sheet(B, journeys=journeys)).document, "roadmap"))

    assert "must pass when tried out again. Both broke; any one of them is enough." in told
    assert "the conditions say what has to pass" not in told
