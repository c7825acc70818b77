"""Forty escapes, in every text of a file and in its name: no stream and no output obeys one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from omniaudit.load.writing import quoted
from tests.cli.runner import QUESTIONNAIRE, Run, omniaudit, write
from tests.hardening.harmful import ESCAPES, OBEYED, is_plain, named_like

GOOD = (
    "check {}",
    "check {} --json",
    "status {}",
    "score {}",
    "score {} --json",
    "migrate {} --dry-run",
    "batch {} -o out --force --data-only -j 1",
)
"""What reads a file through."""
BAD = (
    "check {}",
    "check {} --json",
    "interview {} --no-input",
    "questions check {}",
    "score aurora.yaml --questionnaire {}",
    "report aurora.yaml --brand {} -o r.html --force",
)
"""What refuses it, for one reason or another."""
NAMED = (
    *BAD,
    "new {}",
    "new x.yaml --profile {}",
    "report {} -o {}.md",
    "report aurora.yaml -o {}",
    "report nothing.yaml -o {}.html --force",
    "batch @{} -o out --force --data-only -j 1",
    "batch {}*.nothing -o {}",
    "plan aurora.yaml --set {}=2",
    "questions show {}",
    "score aurora.yaml --{}",
    "{}",
)
ENDINGS = {0, 2, 3, 4, 6, 8}


def test_there_are_forty() -> None:
    assert len(ESCAPES) == len(set(ESCAPES.values())) == 40
    unprintable = [each for each in ESCAPES.values() if not each.isprintable()]
    assert len(unprintable) == 38


def everywhere(text: str) -> bytes:
    """A file with the text in all its fields that hold words, as an escape that YAML reads."""
    one, two, three = (each.id for each in QUESTIONNAIRE.capabilities[:3])
    walk = QUESTIONNAIRE.journeys[0]
    words = quoted(f"x {text}")
    return (
        f"format: 1\nbusiness: {{name: {words}, profile: retail, size: small,"
        f" channels: [store, web]}}\nrespondent: {{role: {words}}}\nmode: audit\nanswers:\n"
        f"  {one}: {{level: 2, note: {words}}}\n  {two}: {{not-applicable: {words}}}\n"
        f"  {three}: {{level: unknown, note: {words}}}\n"
        f"handoffs:\n  store -> web: {{level: 1, note: {words}}}\n"
        f"journeys:\n  {walk.id}:\n"
        f"    {walk.steps[0].id}: {{result: fail, note: {words}}}\n"
    ).encode()


def in_every_key(text: str) -> bytes:
    """A file with the text wherever only known words may stand."""
    word = quoted(text)
    return (
        f"format: {word}\nquestionnaire: {word}\nbusiness: {{name: a, profile: {word},"
        f" size: {word}, channels: [{word}]}}\nmode: {word}\ndate: {word}\n{word}: 1\n"
        f"answers:\n  {word}: 2\n  data.history: {word}\n  data.consent: {{{word}: 1}}\n"
        f"handoffs:\n  {word}: {word}\njourneys:\n  {word}: {{{word}: {word}}}\n"
        f"fit:\n  {word}: {word}\nend: {word}\n"
    ).encode()


def raw(text: str) -> bytes:
    """A file with the text as it is, most of them no YAML and some not even a text."""
    return f"format: 1\nbusiness: {{name: '{text}'}}\n".encode("utf-8", "surrogatepass")


def runs(commands: tuple[str, ...], file: str) -> Iterator[Run]:
    for command in commands:
        yield omniaudit(*(word.replace("{}", file) for word in command.split()))


def assert_harmless(done: Run) -> None:
    assert done.code in ENDINGS, done.transcript
    assert is_plain(done), done.transcript
    assert "\nfake.yaml" not in done.out + done.err
    if "--json" in done.command:
        assert json.loads(done.out)


@pytest.mark.parametrize("name", ESCAPES)
def test_nothing_in_a_file_reaches_a_terminal(name: str) -> None:
    text = ESCAPES[name]
    write("shop.yaml", everywhere(text))
    for done in runs(GOOD, "shop.yaml"):
        assert_harmless(done)
    for path in Path("out").iterdir():
        assert not OBEYED.search(path.read_text("utf-8"))
    for content in (in_every_key(text), raw(text)):
        write("shop.yaml", content)
        for done in runs(BAD, "shop.yaml"):
            assert_harmless(done)


@pytest.mark.parametrize("name", ESCAPES)
def test_no_name_of_a_file_reaches_a_terminal(name: str) -> None:
    file = write(named_like(ESCAPES[name]), everywhere("x"))
    for done in runs(GOOD, file):
        assert_harmless(done)
    write(file, b"")
    for done in runs(NAMED, file):
        assert_harmless(done)


@pytest.mark.parametrize("ending", ["html", "md", "json"])
def test_no_report_holds_one(ending: str) -> None:
    texts = [text for text in ESCAPES.values() if "\ud83d" not in text]
    write("shop.yaml", everywhere(" ".join(texts)))
    done = omniaudit("report", "shop.yaml", "--notes", "all", "-o", f"report.{ending}")

    assert done.code == 0, done.err
    report = Path(f"report.{ending}").read_text("utf-8")
    assert "bracketed" not in report
    assert report.count("2;owned") >= 3
    assert not OBEYED.search(report)


def test_markup_stays_the_text_that_it_is() -> None:
    text = ESCAPES["markup of rich"]
    write("shop.yaml", everywhere(text))

    assert text in omniaudit("score", "shop.yaml").out
    assert text in json.loads(omniaudit("score", "shop.yaml", "--json").out)["business"]["name"]
