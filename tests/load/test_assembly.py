"""A questionnaire in other languages, in the words of a trade, and drawn from another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.notebook import Notebook
from omniaudit.load.rewording import reworded
from omniaudit.load.strict_yaml import read
from omniaudit.load.tree import Entries, Items, Node, Text
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Problem

OWN = """\
questionnaire: little
version: 1.0.0
language: en
translations: [it]
draws-on: omnichannel@1
title: A little one
purpose: Asks little.
capabilities:
  - integration.coverage
  - data.identity
  - personalisation.orchestration
  - consistency.brand
gates:
  keys:
    - stage: 1
      any-of: [integration.coverage]
  journeys: []
journeys: []
"""
GATES = OWN[OWN.index("gates:") : OWN.index("journeys: []\nj") + len("journeys: []\n")]
ITALIAN = """\
questionnaire: little
language: it
title: Uno piccolo
purpose: Chiede poco.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "questionnaire.yaml").write_text(OWN)
    (tmp_path / "it.yaml").write_text(ITALIAN)
    return tmp_path


def changed(folder: Path, file: str, old: str, new: str) -> Path:
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    return folder


def problems(folder: Path, language: str = "en") -> list[tuple[str, str, int]]:
    with pytest.raises(InputRejected) as rejected:
        load_questionnaire(str(folder), language)
    return [(each.code, Path(each.place.file).name, each.place.line) for each in told(rejected)]


def told(rejected: pytest.ExceptionInfo[InputRejected]) -> tuple[Problem, ...]:
    return rejected.value.problems


def steps(ours: Questionnaire) -> dict[str, list[str]]:
    return {name: [need.id for need in each.requires] for name, each in ours.step.items()}


def test_a_questionnaire_speaks_the_language_asked_for_or_its_own(folder: Path) -> None:
    italian, german = load_questionnaire(str(folder), "it"), load_questionnaire(str(folder), "de")

    assert (italian.language, italian.title) == ("it", "Uno piccolo")
    assert italian.dimensions[0].name == "Integrazione dei canali"
    assert (german.language, german.title) == ("en", "A little one")
    assert italian.sha256 == german.sha256 != load_questionnaire().sha256


def test_what_is_not_said_is_drawn_from_the_other(folder: Path) -> None:
    ours, other = load_questionnaire(str(folder)), load_questionnaire()

    assert ours.draws_on == "omnichannel@1"
    assert ours.quick == ""
    assert ours.gates.presets == other.gates.presets
    assert [each.stage for each in ours.gates.keys] == [1]
    assert ours.fit == other.fit
    assert [each.id for each in ours.capabilities] == [
        "integration.coverage",
        "data.identity",
        "personalisation.orchestration",
        "consistency.brand",
    ]
    assert ours.capability["data.identity"].question == other.capability["data.identity"].question


def test_steps_lead_past_what_is_left_behind(folder: Path) -> None:
    ours, other = steps(load_questionnaire(str(folder))), steps(load_questionnaire())

    # What is needed of a capability left behind stands for what its own steps need.
    assert "data.synchronisation@2" in other["data.identity@3"]
    assert ours["data.identity@3"] == []
    assert "personalisation.segmentation@2" in other["personalisation.orchestration@2"]
    assert ours["personalisation.orchestration@2"] == ["data.identity@2"]
    assert all(need.split("@")[0] in STAYS for needs in ours.values() for need in needs)


STAYS = {
    "integration.coverage",
    "data.identity",
    "personalisation.orchestration",
    "consistency.brand",
}


def test_advice_about_what_is_left_behind_goes_with_it(folder: Path) -> None:
    ours = {each.id: each for each in load_questionnaire(str(folder)).advice}
    other = {each.id: each for each in load_questionnaire().advice}

    assert "consent-first" in other.keys() - ours.keys()
    assert "use-the-data" in ours
    before, after = other["multichannel-is-enough"].only, ours["multichannel-is-enough"].only
    assert before is not None
    assert after is not None
    assert before.capabilities == ("data.consent", "personalisation.insight")
    assert after.capabilities == ()


def test_everything_may_be_taken_over(folder: Path) -> None:
    (folder / "questionnaire.yaml").write_text(
        "questionnaire: same\nversion: 1.0.0\nlanguage: en\ndraws-on: omnichannel@1\n"
        "title: The same\npurpose: Asks the same.\n"
    )

    ours = load_questionnaire(str(folder))

    assert steps(ours) == steps(load_questionnaire())
    assert ours.journeys == load_questionnaire().journeys


def test_journeys_ask_for_nothing_that_is_left_behind(folder: Path) -> None:
    changed(folder, "questionnaire.yaml", "journeys: []\n", "")
    changed(folder, "questionnaire.yaml", "keys:\n", "journeys: []\n  keys:\n")

    ours = load_questionnaire(str(folder))

    assert len(ours.journeys) == len(load_questionnaire().journeys)
    assert {need.capability for each in ours.journeys for need in each.requires} <= STAYS


def test_parts_of_ones_own_stand_beside_those_taken_over(folder: Path) -> None:
    more = "channels: [store, {id: van, name: Van, kind: physical}]\ncapabilities:"
    changed(folder, "questionnaire.yaml", "capabilities:", more)

    assert list(load_questionnaire(str(folder)).channel) == ["store", "van"]


MUSEUM = """\
profiles:
  - {id: museum, code: MU, name: Museum, about: a house with visitors and members}
capabilities:
  - {id: integration.coverage, profiles: {museum: core}}
  - id: data.identity
    question: Do you know your members?
    profiles: {museum: optional}
"""


def asked_of_museums(folder: Path, more: str = "") -> Questionnaire:
    head = OWN[OWN.index("gates:") : -len("journeys: []\n")]
    ours = OWN[: OWN.index("capabilities:")] + MUSEUM + head + more
    (folder / "questionnaire.yaml").write_text(ours)
    return load_questionnaire(str(folder))


def test_a_part_is_taken_over_with_some_keys_said_otherwise(folder: Path) -> None:
    ours, other = asked_of_museums(folder), load_questionnaire()

    coverage, identity = ours.capabilities
    assert coverage == replace(other.capability["integration.coverage"], weights={"museum": 2})
    assert identity.question == "Do you know your members?"
    assert identity.levels == other.capability["data.identity"].levels
    assert identity.weights == {"museum": 1}


def test_journeys_that_nobody_could_walk_are_left_out_unless_they_are_named(folder: Path) -> None:
    named = "journeys: [{id: chat-to-store, profiles: [museum], default-for: [museum]}]\n"
    silent, said = asked_of_museums(folder), asked_of_museums(folder, named)

    assert silent.journeys == ()
    (journey,) = said.journeys
    assert (journey.profiles, journey.default_for) == (("museum",), ("museum",))
    assert journey.steps
    assert journey.name == load_questionnaire().journey["chat-to-store"].name


def test_conditions_on_journeys_that_nobody_could_walk_go_with_them(folder: Path) -> None:
    head = OWN[: OWN.index("capabilities:")]
    (folder / "questionnaire.yaml").write_text(head + MUSEUM + "gates: {keys: []}\n")
    named = load_questionnaire().gates.journeys
    kept = load_questionnaire(str(folder)).gates.journeys

    assert any(each.all_passed or each.any_passed for each in named)
    assert all(each.share_passed for each in kept)


def test_channels_and_advice_are_taken_over_with_some_keys_said_otherwise(folder: Path) -> None:
    more = (
        "channels: [{id: store, name: The house}]\n"
        "advice: [{id: multichannel-is-enough, title: This will do}]\n"
    )
    ours, other = asked_of_museums(folder, more), load_questionnaire()

    assert ours.channels == (replace(other.channel["store"], name="The house"),)
    (told,) = ours.advice
    assert told.title == "This will do"
    assert told.text == next(each.text for each in other.advice if each.id == told.id)


@pytest.mark.parametrize("named", ["consent-first", "{id: consent-first, title: Ask them}"])
def test_advice_that_is_named_tells_what_it_is_about_and_not_there(
    folder: Path, named: str
) -> None:
    with pytest.raises(InputRejected) as rejected:
        asked_of_museums(folder, f"advice: [{named}]\n")

    (found,) = told(rejected)
    assert found.code == "Q645"
    assert "`data.consent`" in found.message


def test_what_is_taken_over_twice_is_told_once_each_time(folder: Path) -> None:
    changed(folder, "questionnaire.yaml", "  - data.identity\n", "  - data.identity\n" * 3)

    found = problems(folder)

    assert [(code, line) for code, _, line in found] == [("S307", 11), ("S307", 12)]


def test_a_reference_to_what_is_not_taken_over_says_where_to_add_it(folder: Path) -> None:
    changed(folder, "questionnaire.yaml", "[integration.coverage]", "[data.history]")

    with pytest.raises(InputRejected) as rejected:
        load_questionnaire(str(folder))

    (found,) = told(rejected)
    assert found.code == "Q645"
    assert found.remedy == "Add it under `capabilities`, or choose one that is there."


def test_the_trades_have_words_of_their_own() -> None:
    english, italian = load_questionnaire(), load_questionnaire("omnichannel", "it")

    assert english.in_words_of("retail") is english
    assert english.in_words_of("nobody") is english
    assert sorted(english.trades) == ["banking", "ecommerce", "hospitality", "local", "services"]
    assert len(english.trades) == 5
    hotel = english.in_words_of("hospitality")
    assert "guest" in hotel.capability["data.history"].question
    assert hotel is english.in_words_of("hospitality")
    assert hotel.in_words_of("hospitality") is hotel
    assert "ospite" in italian.in_words_of("hospitality").capability["data.history"].question
    assert steps(hotel) == steps(english)
    with pytest.raises(KeyError):
        english.trades["retail"]


def test_a_first_look_takes_over_words_and_trades() -> None:
    pulse = load_questionnaire("omnichannel-pulse", "ro")
    whole = load_questionnaire("omnichannel", "ro")

    assert len(pulse.capabilities) == 12
    assert (pulse.fit.items, pulse.journeys, pulse.handoffs.levels) == ((), (), ())
    assert whole.quick == pulse.id
    for profile in pulse.profile:
        ours, theirs = pulse.in_words_of(profile), whole.in_words_of(profile)
        assert [each.question for each in ours.capabilities] == [
            theirs.capability[each.id].question for each in ours.capabilities
        ]


def test_whatever_is_left_out_leaves_no_trace(folder: Path) -> None:
    fewer = """\
profiles: [ecommerce, services]
channels: [web, phone, rep]
sources: [oh-2012]
gates:
  journeys:
    - stage: 3
      all-passed: [chat-to-store]
"""
    changed(folder, "questionnaire.yaml", OWN[OWN.index("capabilities:") :], fewer)

    ours = load_questionnaire(str(folder))

    assert list(ours.profile) == ["ecommerce", "services"]
    assert {name for each in ours.capabilities for name in each.weights} == set(ours.profile)
    assert {name for each in ours.journeys for name in each.profiles} == set(ours.profile)
    assert "click-and-collect" not in ours.journey
    steps = [step for each in ours.journeys for step in each.steps]
    assert {step.channel for step in steps} == {None, "web", "phone", "rep"}
    assert {cited.source for each in ours.capabilities for cited in each.sources} == {"oh-2012"}
    assert ours.in_words_of("services") is not ours


def test_conditions_on_journeys_left_out_go_with_them(folder: Path) -> None:
    ours = OWN[: OWN.index("capabilities:")]
    (folder / "questionnaire.yaml").write_text(f"{ours}journeys: [chat-to-store]\n")

    kept = load_questionnaire(str(folder)).gates.journeys

    assert [(each.stage, each.all_passed, each.share_passed) for each in kept] == [
        (3, ("chat-to-store",), None),
        (3, (), 85),
    ]


@pytest.mark.parametrize("way", ["../it", "/tmp/it", "..", "it/../it", "a\\b"])
def test_no_word_of_a_file_leads_out_of_its_folder(folder: Path, way: str) -> None:
    (folder.parent / "it.yaml").write_text(ITALIAN)
    changed(folder, "questionnaire.yaml", "[it]", f"['{way}']")
    more = f"profiles: [{{id: '{way}', code: X, name: X, about: X, words: yes}}]\ncapabilities:"
    changed(folder, "questionnaire.yaml", "capabilities:", more)

    assert ("Q610", "questionnaire.yaml", 8) in problems(folder, way)
    assert not [each for each in problems(folder, way) if each[0].startswith("F")]


ODD = """\
capabilities:
  - own: too
  - just a word
  - id: data.own
    steps:
      - requires: data.history@2
      - requires: [data.history@two, data.history@2, [data.history@2]]
"""


def test_whatever_stands_where_requirements_belong_is_told_by_the_reader(folder: Path) -> None:
    changed(folder, "questionnaire.yaml", "capabilities:\n", ODD)

    found = problems(folder)

    assert {code for code, _, _ in found} >= {"S301", "S302", "S303", "Q604"}


@pytest.mark.parametrize(
    ("file", "old", "new", "language", "expected"),
    [
        ("it.yaml", "title: Uno piccolo\n", "", "it", ("S302", "it.yaml", 1)),
        ("it.yaml", "title:", "titel: x\ntitle:", "it", ("S301", "it.yaml", 3)),
        ("it.yaml", "Uno piccolo", "", "it", ("S304", "it.yaml", 3)),
        ("it.yaml", "Uno piccolo", "[a]", "it", ("S303", "it.yaml", 3)),
        ("it.yaml", "title:", "version: 2.0.0\ntitle:", "it", ("Q647", "it.yaml", 3)),
        ("it.yaml", "language: it", "language: ro", "it", ("Q612", "it.yaml", 2)),
        ("it.yaml", "language: it\n", "", "it", ("S302", "it.yaml", 1)),
        ("questionnaire.yaml", "[it]", "[it, ro]", "ro", ("F101", "ro.yaml", 0)),
        ("questionnaire.yaml", "@1", "@7", "en", ("Q613", "questionnaire.yaml", 5)),
        ("questionnaire.yaml", "omnichannel@1", "omnichannel-pulse", "en",
         ("Q614", "questionnaire.yaml", 5)),
        ("questionnaire.yaml", "- data.identity", "- data.identify", "en",
         ("Q604", "questionnaire.yaml", 10)),
        ("questionnaire.yaml", GATES, "", "en", ("S302", "questionnaire.yaml", 1)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_the_file_where_it_is(  # noqa: PLR0913, PLR0917 - a row
    folder: Path, file: str, old: str, new: str, language: str, expected: tuple[str, str, int]
) -> None:
    assert expected in problems(changed(folder, file, old, new), language)


ORIGINAL = b"""\
dimensions:
  - {id: data, code: DS, name: Data, about: Is it shared?}
  - {id: integration, code: CI, name: Integration, about: Does it join?}
levels: [low, high]
weeks: [1, 2]
cuts: {joined: 15}
glossary:
  - {term: van, meaning: A shop on wheels.}
"""
ALL = """\
dimensions:
  - {id: integration, name: Integrazione, about: Si unisce?}
  - {id: data, name: Dati, about: Sono condivisi?}
levels: [basso, alto]
glossary:
  - {term: furgone, meaning: Un negozio su ruote.}
"""


def exchanged(words: str, *, whole: bool) -> tuple[Entries, list[tuple[str, int]]]:
    notebook = Notebook("words.yaml")
    tree = reworded(read(ORIGINAL, "q.yaml"), read(words.encode(), "w"), notebook, whole=whole)
    return tree, [(each.code, each.place.line) for each in notebook.problems]


def texts(node: Node) -> list[str]:
    if isinstance(node, Text):
        return [node.value]
    inside = node.items if isinstance(node, Items) else [each for _, each in node.entries.values()]
    return [text for each in inside for text in texts(each)]


def test_only_texts_are_exchanged_and_each_finds_its_part() -> None:
    tree, noted = exchanged(ALL, whole=True)

    assert noted == []
    assert texts(tree) == [
        *("data", "DS", "Dati", "Sono condivisi?"),
        *("integration", "CI", "Integrazione", "Si unisce?"),
        *("basso", "alto", "1", "2", "15", "furgone", "Un negozio su ruote."),
    ]


def test_words_of_a_trade_need_not_say_everything() -> None:
    tree, noted = exchanged("glossary: [{meaning: A stall on wheels.}]", whole=False)

    assert noted == []
    assert texts(tree)[-2:] == ["van", "A stall on wheels."]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  - {id: data, name: Dati, about: Sono condivisi?}\n", "", ("Q611", 2)),
        ("id: data", "id: dota", ("Q604", 3)),
        ("[basso, alto]", "[basso]", ("Q602", 4)),
        ("[basso, alto]", "[basso, [alto]]", ("S303", 4)),
        ("[basso, alto]", "basso", ("S303", 4)),
        ("levels:", "weeks: [3, 4]\nlevels:", ("Q647", 4)),
        ("levels:", "cuts: {joined: 20}\nlevels:", ("Q647", 4)),
        ("levels: [basso, alto]\n", "", ("S302", 1)),
        ("name: Dati, ", "", ("S302", 3)),
        ("name: Dati", "nome: Dati", ("S301", 3)),
        ("name: Dati", "name: ' '", ("S304", 3)),
    ],
)
def test_what_does_not_fit_is_noted(old: str, new: str, expected: tuple[str, int]) -> None:
    assert old in ALL
    assert expected in exchanged(ALL.replace(old, new), whole=True)[1]


def test_a_first_look_is_what_the_other_has_asked_for_one(folder: Path) -> None:
    pulse = load_questionnaire("omnichannel-pulse", "it")

    assert pulse.is_first_look
    assert pulse.in_words_of("hospitality").is_first_look
    assert pulse.in_words_of("hospitality") is not pulse
    assert not load_questionnaire().is_first_look
    assert not load_questionnaire(str(folder)).is_first_look


def test_what_is_left_empty_is_not_asked(folder: Path) -> None:
    path = folder / "questionnaire.yaml"
    path.write_text(f"{OWN}fit: {{items: []}}\nhandoffs: {{levels: [], traffic: []}}\n")
    bare, whole = load_questionnaire(str(folder)), load_questionnaire()

    assert (bare.asks_fit, bare.asks_handoffs) == (False, False)
    assert (whole.asks_fit, whole.asks_handoffs) == (True, True)
