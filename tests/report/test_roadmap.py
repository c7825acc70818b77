"""The roadmap: must, choices, months, and what is advised against."""

from __future__ import annotations

from omniaudit.report.charts import Gantt
from omniaudit.report.document import Bullets, Callout, Picture, Table
from tests.engine.sheets import QUESTIONNAIRE
from tests.report.cases import made
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
    assert found.lead.startswith("36 plans take the same least effort.")
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

    assert "29 possible steps are left out on purpose" in found
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

    assert told.index("Left out on purpose") < told.index("Take care")
    assert told.index("Take care") < told.index("Secure what has been built")


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

    assert section(example.document, "restraint").title.startswith(f"{left} possible steps")
