"""Whatever language is asked for is spoken, and nothing that a program reads is translated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from omniaudit.resources import languages, sample_file
from tests.cli.runner import Run, omniaudit, process

SPOKEN = {"en": "confirmed", "it": "confermato", "ro": "confirmat,"}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("aurora.yaml").write_bytes(sample_file().read_bytes())
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "OMNIAUDIT_LANG"):
        monkeypatch.delenv(name, raising=False)


def spoken(done: Run) -> str:
    """The language in which a score is told."""
    (found,) = [code for code, word in SPOKEN.items() if word in done.out.split("\n")[0]]
    return found


def test_without_a_word_it_is_english() -> None:
    assert spoken(omniaudit("score", "aurora.yaml")) == "en"


@pytest.mark.parametrize("code", SPOKEN)
def test_the_option_decides_over_all_else(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    monkeypatch.setenv("OMNIAUDIT_LANG", "ro")

    assert tuple(SPOKEN) == languages()
    assert spoken(omniaudit("score", "aurora.yaml", "--lang", code)) == code


@pytest.mark.parametrize(
    ("set_to", "code"),
    [
        ({"OMNIAUDIT_LANG": "it", "LC_ALL": "ro_RO.UTF-8"}, "it"),
        ({"LC_ALL": "ro_RO.UTF-8", "LANG": "it_IT.UTF-8"}, "ro"),
        ({"LC_MESSAGES": "it_IT", "LANG": "ro_RO.UTF-8"}, "it"),
        ({"LANG": "ro"}, "ro"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LC_ALL": "C", "LANG": "it_IT.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "it_IT@euro"}, "it"),
        ({"LANG": "../../etc/passwd"}, "en"),
    ],
)
def test_the_environment_decides_where_nothing_is_said(
    set_to: dict[str, str], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)

    assert spoken(omniaudit("score", "aurora.yaml")) == code


@pytest.mark.parametrize("word", ["de", "klingon", "../it", "it/ro", "i", "\x1b[31m"])
def test_a_language_that_is_none_of_ours_is_refused(word: str) -> None:
    done = omniaudit("score", "aurora.yaml", "--lang", word)

    assert done.code == 2
    assert "there is no language" in done.err
    assert "\x1b" not in done.err


def test_the_variable_may_not_name_another_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMNIAUDIT_LANG", "de")
    done = omniaudit("score", "aurora.yaml")

    assert (done.code, done.out) == (2, "")
    assert "OMNIAUDIT_LANG: there is no language `de`" in done.err


@pytest.mark.parametrize("command", ["score", "plan", "check"])
def test_programs_read_the_same_in_every_language(command: str) -> None:
    english, italian = (
        omniaudit(command, "aurora.yaml", "--json", "--lang", code).document
        for code in ("en", "it")
    )

    assert english == italian


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("status", "aurora.yaml"), "con risposta"),
        (("check", "nowhere.yaml"), "errore F101"),
        (("score", "nowhere.yaml"), "errore F101"),
        (("questions", "list"), "Condivisione dei dati"),
        (("questions", "show", "DS2", "--profile", "hospitality"), "ospite"),
        (("new", "-"), "# "),
        (("plan", "aurora.yaml"), "settiman"),
        (("doctor",), "Terminale"),
    ],
)
def test_every_command_speaks(arguments: tuple[str, ...], word: str) -> None:
    done = omniaudit(*arguments, "--lang", "it")

    assert word in done.out + done.err
    assert done.out + done.err != omniaudit(*arguments).out + omniaudit(*arguments).err


def test_a_form_is_commented_in_the_language_and_read_in_any() -> None:
    assert omniaudit("new", "negozio.yaml", "--lang", "it").code == 0
    text = Path("negozio.yaml").read_text("utf-8")

    assert "questionnaire: omnichannel@1" in text
    assert "Quali canali" in text or "Con quali canali" in text
    assert omniaudit("check", "negozio.yaml", "--lang", "ro").code == 0


def test_a_questionnaire_without_the_language_keeps_its_own_and_says_so() -> None:
    Path("questionnaire.yaml").write_text(
        "questionnaire: same\nversion: 1.0.0\nlanguage: en\ndraws-on: omnichannel@1\n"
        "title: The same\npurpose: Asks the same.\n"
    )
    done = omniaudit("questions", "list", "--questionnaire", ".", "--lang", "it")

    assert done.out.startswith("The same")
    assert "`en`" in done.err


def test_the_demo_is_told_in_the_language() -> None:
    done = omniaudit("demo", "-o", "demo", "--lang", "ro")

    assert done.code == 0
    assert 'lang="ro"' in Path("demo/libreria-aurora.html").read_text("utf-8")
    assert json.loads(omniaudit("score", "demo/libreria-aurora.yaml", "--json").out)


def test_an_encoding_without_the_letters_is_no_fault() -> None:
    done = process("score", "aurora.yaml", "--lang", "ro", PYTHONIOENCODING="ascii", LC_ALL="C")

    assert done.returncode == 0
    assert b"Libreria Aurora" in done.stdout
