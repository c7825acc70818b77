"""A map is written by others: each mistake in it has its code and its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from omniaudit.catalogue import CATALOGUE
from omniaudit.load import migrations
from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.migrations import read_migrations
from omniaudit.model.migration import Migration, Move, Version, way
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Problem
from tests.migrations.counters import COUNTER, copied, counter, maps, with_version_three

HEAD = "from: 1\nto: 2\n"
GOOD = (COUNTER / "2" / "migrations" / "from-1.yaml").read_text("utf-8")


@dataclass(frozen=True)
class Wrong:
    """A wrong map: its text, or what is exchanged in the right one; `# here` marks its lines."""

    code: str
    replaced: str
    by: str
    also: frozenset[str] = frozenset()
    with_older: bool = True
    name: str = "from-1.yaml"


WRONG = {
    "a version in words": Wrong("M961", "from: 1", "from: first  # here"),
    "a version of three numbers": Wrong("M961", "to: 2", "to: 2.0.0  # here"),
    "a circle": Wrong("M962", "to: 2", "to: 1  # here", frozenset({"M966", "M971"})),
    "a circle inside a major version": Wrong("M962", "to: 2", "to: 1.9  # here"),
    "back by a minor version": Wrong(
        "M962", "from: 1\nto: 2", "from: 2.1\nto: 2  # here", name="from-2.1.yaml"
    ),
    "a version to come": Wrong("M963", "to: 2", "to: 2.1  # here"),
    "another name": Wrong("M964", "from: 1", "from: 1  # here", name="from-one.yaml"),
    "an old question misspelt": Wrong(
        "M965",
        "question: personalisation.recognition",
        "question: personalisation.recogniton  # here",
        frozenset({"M972"}),
    ),
    "an old step misspelt": Wrong(
        "M965",
        "step: fetch-the-order/ring",
        "step: fetch-the-order/rong  # here",
        frozenset({"M972"}),
    ),
    "a step of a journey that never was": Wrong(
        "M965",
        "step: fetch-the-order/ring",
        "step: bring-the-order/ring  # here",
        frozenset({"M972"}),
    ),
    "a new question misspelt": Wrong("M966", "to: data.history", "to: data.histroy  # here"),
    "a new step misspelt": Wrong(
        "M966", "to: order-and-collect/pick-up", "to: order-and-collect/pickup  # here"
    ),
    "two ways for one question": Wrong(
        "M967",
        "removed:",
        "removed:\n  - question: data.availability  # here\n    why: no",
        frozenset({"M971"}),
    ),
    "two entries for one new question": Wrong(
        "M968", "into: consistency.service", "into: data.history  # here"
    ),
    "a level left out": Wrong("M969", "{0: 0, 1: 1, 2: 1, 3: 2}", "{0: 0, 1: 1, 3: 2}  # here"),
    "an entry about two things": Wrong(
        "M970",
        "  - channel: phone",
        "  - channel: phone  # here\n    size: small",
        frozenset({"M972"}),
    ),
    "an entry about nothing": Wrong("M970", "renamed:", "renamed:\n  - to: data.history  # here"),
    "something that is still asked": Wrong(
        "M971", "removed:", "removed:\n  - question: consistency.pricing  # here\n    why: no"
    ),
    "something forgotten": Wrong(
        "M972", "  - channel: post\n    why: nobody writes letters any more\n", ""
    ),
    "a step without its journey": Wrong(
        "M973", "step: fetch-the-order/ring", "step: ring  # here", frozenset({"M972"})
    ),
    "an unknown list": Wrong("S301", "rescaled:", "scaled:  # here"),
    "levels of a channel": Wrong(
        "S301",
        "    to: telephone",
        "    to: telephone\n    levels: {0: 0, 1: 1, 2: 2, 3: 3}  # here",
    ),
    "a reason left out": Wrong(
        "S302", "  - channel: post\n    why: nobody writes letters any more", "  - channel: post"
    ),
    "no version": Wrong("S302", "from: 1\n", ""),
    "an entry that is a word": Wrong("S303", "renamed:", "renamed:\n  - phone  # here"),
    "levels in a list": Wrong("S303", "{0: 0, 1: 1, 2: 1, 3: 2}", "[0, 1, 1, 2]  # here"),
    "joined from one text": Wrong(
        "S303",
        "questions: [consistency.policy, consistency.service]",
        "questions: consistency.policy  # here",
        frozenset({"M972"}),
    ),
    "a name left out": Wrong(
        "S304", "  - channel: phone", "  - channel:  # here", frozenset({"M972"})
    ),
    "joined names left out": Wrong(
        "S304",
        "questions: [consistency.policy, consistency.service]",
        "questions:  # here",
        frozenset({"M972"}),
    ),
    "a level of the new ladder that is none": Wrong(
        "S305", "{0: 0, 1: 0, 2: 2, 3: unknown}", "{0: 0, 1: 0, 2: 2, 3: many}  # here"
    ),
    "a level that is a list": Wrong("S303", "3: unknown}", "3: [2]}  # here"),
    "a place for notes that is none": Wrong("S305", "notes: first", "notes: last  # here"),
    "a level of the old ladder that is none": Wrong(
        "S306", "2: 1, 3: 2}", "2: 1, 3: 2, 4: 2}  # here"
    ),
    "a doubtful level that is none": Wrong("S306", "doubtful: [2]", "doubtful: [4]  # here"),
    "split into one": Wrong(
        "Q602",
        "into: [integration.fulfilment, integration.after-sales]",
        "into: [integration.fulfilment]  # here",
    ),
    "no YAML": Wrong("Y201", "from: 1", "from: {1"),
}


def written(tmp_path: Path, wrong: Wrong) -> tuple[Path, str]:
    assert wrong.replaced in GOOD
    text = GOOD.replace(wrong.replaced, wrong.by, 1)
    newer = copied(tmp_path, with_older=wrong.with_older)
    (newer / "migrations" / "from-1.yaml").unlink()
    (newer / "migrations" / wrong.name).write_text(text, "utf-8")
    return newer, text


def problems_of(newer: Path) -> tuple[Problem, ...]:
    with pytest.raises(InputRejected) as rejected:
        read_migrations(newer, counter(2))
    return rejected.value.problems


@pytest.mark.parametrize("name", WRONG)
def test_each_mistake_is_told_at_its_line(name: str, tmp_path: Path) -> None:
    wrong = WRONG[name]
    newer, text = written(tmp_path, wrong)
    marked = {at for at, line in enumerate(text.split("\n"), 1) if "# here" in line}

    problems = problems_of(newer)

    told = {each.code for each in problems}
    assert wrong.code in told
    assert told - {wrong.code} <= wrong.also, problems
    if marked:
        assert {each.place.line for each in problems if each.code == wrong.code} == marked
    assert {Path(each.place.file).name for each in problems} == {wrong.name}
    assert all(each.place.line and each.place.column for each in problems)


def test_every_code_about_a_map_is_caused() -> None:
    about_files = {"M974", "M975", "M976"}
    caused = {each.code for each in WRONG.values() if each.code.startswith("M")}

    assert len(caused) > 10
    assert caused | about_files == {code for code in CATALOGUE if code.startswith("M")}


def test_what_is_wrong_is_said_with_the_nearest_id(tmp_path: Path) -> None:
    newer, _ = written(tmp_path, WRONG["a new question misspelt"])

    (found,) = problems_of(newer)

    assert found.message == (
        "Version 2 has no question `data.histroy`. Did you mean `data.history`?"
    )


def test_what_is_said_twice_is_told_with_the_line_that_said_it_first(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    (newer / "migrations" / "from-1.yaml").write_text(
        f"{HEAD}renamed:\n"
        "  - {question: data.old, to: data.history}\n"
        "  - {question: data.odd, to: data.history}\n"
        "  - {fit: data.old, to: data.history}\n"
        "  - {question: data.old, to: consistency.pricing}\n",
        "utf-8",
    )
    twice = {
        (each.code, each.place.line): each.message
        for each in problems_of(newer)
        if each.code in {"M967", "M968"}
    }

    assert twice == {
        ("M968", 5): "`data.history` already gets answers by line 4.",
        ("M967", 7): "Line 4 already says what becomes of `data.old`.",
    }


def test_the_mistakes_of_all_maps_are_told_together(tmp_path: Path) -> None:
    newer, _ = written(tmp_path, WRONG["a new question misspelt"])
    (newer / "migrations" / "from-2.0.yaml").write_text("from: 2.0\nto: 2\n", "utf-8")
    (newer / "migrations" / "from-0.yaml").write_text("from: {\n", "utf-8")

    assert [each.code for each in problems_of(newer)] == ["Y201", "M966", "M962"]


def test_more_mistakes_than_anybody_reads_are_cut_off(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    many = "".join(f"  - {{question: data.no-{number}, why: no}}\n" for number in range(50))
    (newer / "migrations" / "from-1.yaml").write_text(f"{HEAD}removed:\n{many}", "utf-8")

    assert [each.code for each in problems_of(newer)].count("F108") == 1


def test_the_map_is_read_with_what_the_older_version_asked() -> None:
    (found,) = maps()

    assert (found.start, found.end) == (Version(1), Version(2))
    assert found.before.is_whole
    assert found.before.has("question", "personalisation.lifecycle")
    assert not found.before.has("question", "data.history")
    assert found.before.has("step", "fetch-the-order/ring")


def test_without_the_older_version_the_map_says_what_was_asked(tmp_path: Path) -> None:
    (found,) = read_migrations(copied(tmp_path, with_older=False), counter(2))

    assert not found.before.is_whole
    assert found.before.has("question", "personalisation.lifecycle")
    assert found.before.has("question", "consistency.pricing")
    assert found.before.has("channel", "post")
    assert found.before.steps["fetch-the-order"] == frozenset(
        {"order", "ring", "collect", "pick-up"}
    )
    assert found.before.steps["order-and-collect"] == frozenset({"order", "pick-up"})


def test_the_steps_of_a_journey_that_is_gone_are_anybodys_guess(tmp_path: Path) -> None:
    newer = copied(tmp_path, with_older=False)
    (newer / "migrations" / "from-1.yaml").write_text(
        f"{HEAD}removed:\n  - {{journey: by-bicycle, why: too far}}\n"
        "  - {step: by-bicycle/pump, why: no}\n  - {step: on-foot/start, why: no}\n",
        "utf-8",
    )

    (found,) = read_migrations(newer, counter(2))

    assert found.before.steps["by-bicycle"] is None
    assert found.before.steps["on-foot"] == frozenset({"start"})
    assert found.before.has("step", "by-bicycle/ring-the-bell")


def test_a_journey_that_was_removed_takes_its_steps_along(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    renamed = (
        "  - journey: fetch-the-order\n    to: order-and-collect\n"
        "  - step: fetch-the-order/collect\n    to: order-and-collect/pick-up\n"
    )
    ring = "  - step: fetch-the-order/ring\n    why: no customer wants to be called\n"
    assert renamed in GOOD
    text = GOOD.replace(renamed, "").replace(ring, "  - {journey: fetch-the-order, why: no}\n")
    (newer / "migrations" / "from-1.yaml").write_text(text, "utf-8")

    (found,) = read_migrations(newer, counter(2))

    assert found.heirs("step", "fetch-the-order/order") == ()


def test_a_forgotten_journey_is_told_once_and_not_for_each_step(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    (newer / "migrations" / "from-1.yaml").write_text(HEAD, "utf-8")

    lines = [each.message for each in problems_of(newer)]

    assert "Nothing says what becomes of the journey `fetch-the-order` of version 1." in lines
    assert not [each for each in lines if "fetch-the-order/" in each]


def test_a_forgotten_step_of_a_journey_that_goes_on_is_told(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    ring = "  - step: fetch-the-order/ring\n    why: no customer wants to be called\n"
    assert ring in GOOD
    (newer / "migrations" / "from-1.yaml").write_text(GOOD.replace(ring, ""), "utf-8")

    assert [each.message for each in problems_of(newer)] == [
        "Nothing says what becomes of the step of a journey `fetch-the-order/ring` of version 1."
    ]


def test_a_journey_that_is_gone_takes_no_steps_of_another_along(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    older = newer.parent / "1" / "questionnaire.yaml"
    start, journey, rest = re.split(
        r"(?s)(?<=\njourneys:\n)(.*?)(?=\nfit:)", older.read_text("utf-8")
    )
    second = journey.replace("fetch-the-order", "by-bicycle").replace("J01", "J02")
    older.write_text(f"{start}{second}\n{journey}{rest}", "utf-8")
    ring = "  - step: fetch-the-order/ring\n    why: no customer wants to be called\n"
    others, removed = GOOD.removeprefix(HEAD).replace(ring, "").split("removed:\n")
    gone = "  - {journey: by-bicycle, why: too far}\n"
    (newer / "migrations" / "from-1.yaml").write_text(
        f"{HEAD}removed:\n{gone}{removed}{others}", "utf-8"
    )

    assert [each.message for each in problems_of(newer)] == [
        "Nothing says what becomes of the step of a journey `fetch-the-order/ring` of version 1."
    ]


def test_the_older_versions_own_maps_lead_on(tmp_path: Path) -> None:
    third = with_version_three(copied(tmp_path))

    found = read_migrations(third, load_questionnaire(str(third)))

    assert [each.start for each in found] == [Version(2), Version(1)]
    assert [each.end for each in way(found, Version(1, 2))] == [Version(2), Version(3)]


def test_a_map_of_its_own_stands_for_the_older_versions_one(tmp_path: Path) -> None:
    third = with_version_three(copied(tmp_path))
    text = GOOD.replace("to: 2", "to: 3").replace("data.history", "data.identity")
    (third / "migrations" / "from-1.yaml").write_text(text, "utf-8")

    found = read_migrations(third, load_questionnaire(str(third)))

    assert [each.end for each in way(found, Version(1))] == [Version(3)]


def test_maps_of_one_folder_lead_on_whatever_their_names(tmp_path: Path) -> None:
    newer = copied(tmp_path, with_older=False)
    (newer / "migrations" / "from-1.yaml").unlink()
    for start, end, old, new in (
        ("1.0", "1.5", "data.old", "data.middle"),
        ("1.5", "2", "data.middle", "data.history"),
    ):
        (newer / "migrations" / f"from-{start}.yaml").write_text(
            f"from: {start}\nto: {end}\nrenamed: [{{question: {old}, to: {new}}}]\n", "utf-8"
        )

    found = read_migrations(newer, counter(2))

    assert [each.start for each in found] == [Version(1, 5), Version(1, 0)]
    assert [each.end for each in way(found, Version(1))] == [Version(1, 5), Version(2)]
    assert found[1].before.has("question", "data.old")


def test_a_broken_map_of_the_older_version_is_told(tmp_path: Path) -> None:
    third = with_version_three(copied(tmp_path))
    (third.parent / "2" / "migrations" / "from-1.yaml").write_text("from: {\n", "utf-8")

    with pytest.raises(InputRejected) as rejected:
        read_migrations(third, load_questionnaire(str(third)))

    assert [each.code for each in rejected.value.problems] == ["Y201"]


def test_another_questionnaire_beside_is_no_older_version(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    older = newer.parent / "1" / "questionnaire.yaml"
    text = older.read_text("utf-8").replace("questionnaire: counter\n", "questionnaire: till\n")
    older.write_text(text, "utf-8")

    (found,) = read_migrations(newer, counter(2))

    assert not found.before.is_whole


def test_a_gap_between_the_versions_is_stepped_over(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    third = with_version_three(newer)
    (third / "migrations" / "from-2.yaml").unlink()
    text = GOOD.replace("to: 2", "to: 3").replace("data.history", "data.identity")
    (third / "migrations" / "from-1.yaml").write_text(text, "utf-8")
    (newer / "questionnaire.yaml").unlink()

    (found,) = read_migrations(third, load_questionnaire(str(third)))

    assert found.before.is_whole


def test_a_questionnaire_outside_such_a_folder_has_its_own_maps_alone(tmp_path: Path) -> None:
    newer = copied(tmp_path).rename(tmp_path / "ours")

    (found,) = read_migrations(newer, counter(2))

    assert not found.before.is_whole


def test_no_maps_are_no_mistake(tmp_path: Path) -> None:
    assert read_migrations(COUNTER / "1", counter(1)) == ()
    assert read_migrations(tmp_path, counter(2)) == ()


def test_a_way_goes_by_the_nearest_minor_version() -> None:
    (whole,) = maps()
    ends = {Version(1, 2): Version(1, 3), Version(1, 4): Version(1, 5), Version(1): Version(2)}
    those = [Migration(start, end, (), whole.before) for start, end in ends.items()]

    def walked(start: Version) -> list[str]:
        return [f"{each.start} to {each.end}" for each in way(those, start)]

    assert walked(Version(1, 0)) == ["1.2 to 1.3", "1.4 to 1.5", "1 to 2"]
    assert walked(Version(1)) == walked(Version(1, 2)) == walked(Version(1, 0))
    assert walked(Version(1, 3)) == ["1.4 to 1.5", "1 to 2"]
    assert walked(Version(1, 5)) == ["1 to 2"]
    assert walked(Version(2, 0)) == []


def test_no_version_is_read_that_no_map_leads_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = copied(tmp_path)
    third = with_version_three(newer)
    ours = load_questionnaire(str(third))
    read: list[str] = []

    def noted(path: str, language: str) -> Questionnaire:
        read.append(Path(path).parent.name)
        return load_questionnaire(path, language)

    monkeypatch.setattr(migrations, "load_questionnaire", noted)
    for oldest, versions in {None: ["2"], 0: ["2", "1"], 1: ["2", "1"], 2: ["2"], 3: []}.items():
        read.clear()
        found = read_migrations(third, ours, oldest)
        assert read == versions, oldest
        assert Version(2) in [each.start for each in found]
    (third / "migrations" / "from-2.yaml").unlink()
    read.clear()
    assert read_migrations(third, ours, 0) == ()
    assert read == []


def test_a_long_chain_of_maps_is_no_recursion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = counter(2)
    for major in range(1, 1500):
        folder = tmp_path / str(major) / "migrations"
        folder.mkdir(parents=True)
        (folder.parent / "questionnaire.yaml").touch()
        (folder / f"from-{major - 1}.yaml").write_text(f"from: {major - 1}\nto: {major}\n", "utf-8")

    def made(path: str, language: str) -> Questionnaire:
        return replace(ours, version=f"{Path(path).parent.name}.0.0", language=language)

    monkeypatch.setattr(migrations, "load_questionnaire", made)
    found = read_migrations(tmp_path / "1499", replace(ours, version="1499.0.0"), 1400)

    assert [each.start.major for each in found] == [*range(1498, 1398, -1)]


def test_the_moves_of_a_map_are_looked_up_once() -> None:
    (whole,) = maps()
    moves = tuple(Move("renamed", "question", (f"a.q{n}",), (f"b.q{n}",)) for n in range(4000))
    large = Migration(Version(1), Version(2), moves, whole.before)

    assert large.by_old("question") is large.by_old("question")
    assert large.heirs("question", "a.q3999") == ("b.q3999",)
    assert large.by_old("fit") == {}
