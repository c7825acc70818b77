"""`new --questionnaire PATH`: a questionnaire of one's own that runs as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from omniaudit.cli.questions_check import check
from omniaudit.forms.new_questionnaire import id_from, starter
from omniaudit.language import SOURCE, speaking
from omniaudit.load.assembly import load_questionnaire
from omniaudit.problems import CannotWrite, Place, problem
from omniaudit.render import output
from omniaudit.resources import language, languages
from tests.cli.runner import omniaudit
from tests.forms.editors import READINGS, faults

FILES = {"questionnaire.yaml", "questionnaire.schema.json", "cases/first-case.yaml"}


def made(folder: str) -> set[str]:
    here = Path(folder)
    return {path.relative_to(here).as_posix() for path in here.rglob("*") if path.is_file()}


@pytest.mark.parametrize("spoken", languages())
def test_it_passes_the_check_in_every_language(spoken: str) -> None:
    done = omniaudit("new", "--questionnaire", "a/b/mine", "--lang", spoken)
    found, cases = check("a/b/mine")

    assert (done.code, done.out) == (0, "")
    assert made("a/b/mine") == FILES
    assert found.problems == ()
    assert found.questionnaire is not None
    assert found.questionnaire.language == spoken
    assert len(found.questionnaire.capabilities) == 5
    assert len(cases) == 1
    assert omniaudit("questions", "check", "a/b/mine").code == 0


@pytest.mark.parametrize("reading", READINGS)
def test_it_names_a_schema_beside_it_and_keeps_to_it(reading: str) -> None:
    omniaudit("new", "--questionnaire", "mine")
    text = Path("mine/questionnaire.yaml").read_bytes()
    schema = json.loads(Path("mine/questionnaire.schema.json").read_text("utf-8"))

    assert text.startswith(b"# yaml-language-server: $schema=questionnaire.schema.json\n")
    assert faults(schema, READINGS[reading](text)) == []


def test_it_can_be_answered_at_once() -> None:
    omniaudit("new", "--questionnaire", "mine")

    assert omniaudit("new", "shop.yaml", "--questionnaire", "mine").code == 0
    checked = omniaudit("check", "shop.yaml", "--questionnaire", "mine")
    assert checked.out == "shop.yaml: can be scored, 0 of 5 answered.\n"
    listed = omniaudit("questions", "list", "--questionnaire", "mine")
    assert "consistency.replies" in listed.out


def test_every_line_that_may_go_can_go() -> None:
    omniaudit("new", "--questionnaire", "mine")
    path = Path("mine/questionnaire.yaml")
    whole = path.read_text("utf-8")
    spare = ("journeys: []", "fit: {items: []}", "handoffs: {levels: [], traffic: []}")

    for line in spare:
        assert f"\n{line}\n" in whole
        path.write_text(whole.replace(f"\n{line}\n", "\n"), "utf-8")
        assert check("mine")[0].problems == (), line


def test_its_comments_are_in_the_language_in_force() -> None:
    with speaking(language(SOURCE)):
        english = starter("mine")
    with speaking(language("it")):
        italian = starter("mine")

    assert english.keys() == italian.keys()
    for name, text in english.items():
        lines = text.splitlines()
        comments = [each for each in lines if each.lstrip().startswith("# ") and "$" not in each]
        assert comments
        assert not set(comments) & set(italian[name].splitlines())


def test_nothing_is_written_over() -> None:
    omniaudit("new", "--questionnaire", "mine")
    before = {name: (Path("mine") / name).read_bytes() for name in FILES}
    again = omniaudit("new", "--questionnaire", "mine")

    assert (again.code, again.codes) == (2, ["U701"])
    assert "omniaudit new FILE --questionnaire mine" in again.err
    assert "--force" in again.err
    assert {name: (Path("mine") / name).read_bytes() for name in FILES} == before


def test_other_files_of_the_folder_are_not_written_over_either() -> None:
    Path("mine/cases").mkdir(parents=True)
    Path("mine/cases/first-case.yaml").write_text("mine", "utf-8")
    done = omniaudit("new", "--questionnaire", "mine")

    assert (done.code, done.codes) == (6, ["O801"])
    assert made("mine") == {"cases/first-case.yaml"}


def test_it_is_begun_again_when_forced() -> None:
    omniaudit("new", "--questionnaire", "mine")
    Path("mine/questionnaire.yaml").write_text("mine", "utf-8")

    assert omniaudit("new", "--questionnaire", "mine", "--force").code == 0
    assert check("mine")[0].problems == ()


WRONG = {
    (): "Name an answers file",
    ("--questionnaire", "omnichannel"): "./omnichannel",
    ("--questionnaire", "omnichannel@1"): "omniaudit new FILE --questionnaire omnichannel@1",
    ("--questionnaire", "mine.yaml"): "Name the folder",
    ("--questionnaire", "aurora.yaml"): "Name the folder",
}


@pytest.mark.parametrize("words", WRONG)
def test_what_else_may_be_meant_is_told(words: tuple[str, ...]) -> None:
    before = made(".")
    done = omniaudit("new", *words)

    assert (done.code, done.codes, done.out) == (2, ["U701"], "")
    assert " ".join(WRONG[words].split()) in " ".join(done.err.split())
    assert made(".") == before


IDS = {
    "Corner Shops": "corner-shops",
    "a/b/shop_2026/": "shop-2026",
    ".": "my-questionnaire",
    "渋谷": "my-questionnaire",
    "x" * 200: "x" * 60,
    "-- a -- b": "a-b",
}


@pytest.mark.parametrize("folder", IDS)
def test_the_id_comes_from_the_folder(folder: str) -> None:
    assert id_from(folder) == IDS[folder]


@pytest.mark.parametrize("folder", ["it's: {odd} # \x1b[31m", "a\nb", "- x"])
def test_a_folder_may_have_any_name(folder: str) -> None:
    assert omniaudit("new", "--questionnaire", folder).code == 0
    assert load_questionnaire(folder).title


def test_a_name_that_is_too_long_is_told() -> None:
    done = omniaudit("new", "--questionnaire", "x" * 300)

    assert (done.code, done.codes) == (6, ["O802"])


def test_a_folder_in_it_that_leads_elsewhere_is_refused() -> None:
    Path("mine").mkdir()
    Path("elsewhere").mkdir()
    Path("mine/cases").symlink_to("../elsewhere")

    for force in ([], ["--force"]):
        done = omniaudit("new", "--questionnaire", "mine", *force)
        assert (done.code, done.codes) == (6, ["O802"])
    assert made("mine") == made("elsewhere") == set()
    assert Path("mine/cases").is_symlink()


@pytest.mark.parametrize("fails", range(1, 4))
def test_of_half_a_questionnaire_nothing_is_left(
    fails: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, tried = output.write, list[str]()

    def full(path: Path, data: bytes, *, force: bool) -> None:
        tried.append(path.name)
        if len(tried) == fails:
            details = {"file": path, "why": "No space left on device"}
            raise CannotWrite([problem("O802", Place(str(path)), **details)])
        write(path, data, force=force)

    before = made(".")
    monkeypatch.setattr(output, "write", full)
    done = omniaudit("new", "--questionnaire", "a/mine")

    assert (done.code, done.codes, len(tried)) == (6, ["O802"], fails)
    assert made(".") == before
    assert not Path("a").exists()
    if fails == len(FILES):
        assert tried[-1] == "questionnaire.yaml"
