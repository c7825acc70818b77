"""`omniaudit report` with editions and with an earlier assessment, in every format."""

from __future__ import annotations

import importlib
import io
import os
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from omniaudit.cli.formats import FORMATS
from tests.cli.runner import Run, omniaudit, shop, write
from tests.load.brand_files import INTER, picture

pymupdf: Any = importlib.import_module("pymupdf")

PLANTED = tuple(f"zq{letter}vk" for letter in "abcdefghijklmnopqrstuvwxy")
(
    BUSINESS,
    ROLE,
    OTHER_ROLE,
    EARLIER_ROLE,
    NOTE,
    NOTE_ON_UNKNOWN,
    NOTE_ON_REASON,
    NOTE_ON_NOTHING,
    REASON,
    FIT_NOTE,
    HANDOFF_NOTE,
    HANDOFF_NOTE_ALONE,
    STEP_NOTE,
    FLAGGED_NOTE,
    OTHER_NOTE,
    EARLIER_NOTE,
    EARLIER_REASON,
    COMMENT,
    FILE,
    OTHER_FILE,
    EARLIER_FILE,
    OUTPUT,
    BRAND,
    BRAND_LINE,
    BRAND_CONTACT,
) = PLANTED
SHOWN = {
    BUSINESS,
    ROLE,
    OTHER_ROLE,
    NOTE,
    NOTE_ON_UNKNOWN,
    NOTE_ON_REASON,
    NOTE_ON_NOTHING,
    REASON,
    FIT_NOTE,
    HANDOFF_NOTE,
    STEP_NOTE,
    FLAGGED_NOTE,
    OTHER_NOTE,
    BRAND_LINE,
}
"""What a report that is not anonymous prints in any format for people."""

EXTRA = f"""\
  data.identity: {{level: 2, note: word {NOTE} word}}
  data.history: {{level: unknown, note: {NOTE_ON_UNKNOWN}}}
  data.availability: {{not-applicable: "{REASON}", note: {NOTE_ON_REASON}}}
  data.master-data: {{note: {NOTE_ON_NOTHING}}}
  data.consent: {{level: 1, note: {FLAGGED_NOTE}, flag: yes}}  # {COMMENT}
fit: {{resources.budget: {{level: 1, note: {FIT_NOTE}}}}}
handoffs:
  store -> web: {{level: 1, note: {HANDOFF_NOTE}}}
  web -> phone: {{note: {HANDOFF_NOTE_ALONE}}}
  store -> app: 1
journeys:
  click-and-collect: {{item-is-there: {{result: fail, note: {STEP_NOTE}}}}}
"""
LEVELS = "222222 ....2. 222222 222222"
HEXADECIMAL = re.compile(r"<((?:[0-9A-Fa-f]{2})+)>")
APART = re.compile(r"\s|-|\u00ad|\u2010|\\[0-7]{3}")


def head(role: str, side: str, day: str) -> str:
    return f'respondent: {{role: "{role} Rossi", side: {side}}}\ndate: {day}'


@pytest.fixture(autouse=True)
def files(desk: Path) -> Path:
    now = head(ROLE, "head-office", "2026-11-21")
    write(f"{FILE}.yaml", shop(LEVELS, name=BUSINESS, head=now, extra=EXTRA))
    other = head(OTHER_ROLE, "frontline", "2026-11-21")
    note = f"  data.history: {{level: 0, note: {OTHER_NOTE}}}"
    write(
        f"{OTHER_FILE}.yaml",
        shop("111111 2..222 222222 222222", name=BUSINESS, head=other, extra=note),
    )
    then = head(EARLIER_ROLE, "head-office", "2025-03-03")
    asides = f"""  data.history: {{level: 1, note: {EARLIER_NOTE}}}
  data.identity: {{not-applicable: {EARLIER_REASON}}}"""
    write(
        f"{EARLIER_FILE}.yaml",
        shop("111111 ..1111 111111 111111", name=BUSINESS, head=then, extra=asides),
    )
    write(
        "brand.yaml",
        f"name: {BRAND}\nconfidentiality: For {BRAND_LINE} only\ncontact: {BRAND_CONTACT}\n",
    )
    return desk


def report(suffix: str, *options: str) -> Run:
    return omniaudit(
        "report",
        f"{FILE}.yaml",
        f"{OTHER_FILE}.yaml",
        *("--since", f"{EARLIER_FILE}.yaml", "--brand", "brand.yaml"),
        *("-o", f"{OUTPUT}{suffix}", "--force", *options),
    )


def everything(path: Path) -> str:
    """Every text that can be dug out of a file, without spaces and hyphens."""
    raw = path.read_bytes()
    parts = [raw.decode("latin-1" if path.suffix in {".pdf", ".xlsx"} else "utf-8")]
    if path.suffix == ".pdf":
        parts += list(inside_pdf(raw))
    elif path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts += archive.namelist()
            parts += [archive.read(name).decode() for name in archive.namelist()]
    return APART.sub("", "\n".join(parts)).casefold()


def inside_pdf(raw: bytes) -> list[str]:
    """Pages, metadata, outline and every stream and string of a PDF."""
    with pymupdf.open(stream=raw) as opened:
        found = [page.get_text() for page in opened]
        found += [str(opened.metadata), str(opened.get_toc()), opened.get_xml_metadata()]
        for number in range(1, opened.xref_length()):
            found += [decoded(opened.xref_object(number))]
            if opened.xref_is_stream(number):
                found += [(opened.xref_stream(number) or b"").decode("latin-1")]
    return found


def decoded(source: str) -> str:
    """An object of a PDF as written, and its strings in hexadecimal digits as text."""
    strings = [bytes.fromhex(each) for each in HEXADECIMAL.findall(source)]
    return "\n".join([source, *(each.decode("latin-1").replace("\0", "") for each in strings)])


def found(path: Path) -> set[str]:
    text = everything(path)
    return {each for each in PLANTED if each in text}


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_anonymous_report_holds_none_of_what_was_planted(suffix: str) -> None:
    assert len(PLANTED) > 20
    done = report(suffix, "--anonymise")

    assert done.code == 0, done.err
    assert found(Path(f"{OUTPUT}{suffix}")) == set()
    assert "rossi" not in everything(Path(f"{OUTPUT}{suffix}"))
    assert "businessa" in everything(Path(f"{OUTPUT}{suffix}"))


@pytest.mark.parametrize("suffix", FORMATS)
def test_any_other_report_holds_what_it_should(suffix: str) -> None:
    done = report(suffix)

    assert done.code == 0, done.err
    wanted = {BUSINESS, NOTE} if suffix == ".xlsx" else SHOWN
    assert found(Path(f"{OUTPUT}{suffix}")) >= wanted


@pytest.mark.parametrize("suffix", FORMATS)
def test_without_notes_reasons_and_names_are_left(suffix: str) -> None:
    assert report(suffix, "--notes", "none").code == 0
    left = found(Path(f"{OUTPUT}{suffix}"))

    assert BUSINESS in left
    names = {BUSINESS, ROLE, OTHER_ROLE, BRAND, BRAND_LINE, BRAND_CONTACT, FILE, OTHER_FILE}
    assert left <= {REASON, *names}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("more", [[], ["--anonymise"], ["--notes", "short"]])
def test_a_summary_can_be_had_in_any_format(suffix: str, more: list[str]) -> None:
    done = report(suffix, "--summary", *more)
    path = Path(f"{OUTPUT}{suffix}")

    assert done.code == 0, done.err
    if suffix == ".xlsx":
        return
    text = everything(path)
    assert "goal:thelevel" in text or "goal:today\u2019slevel" in text
    assert "everyquestionandeveryanswer" not in text
    if suffix == ".pdf":
        with pymupdf.open(path) as opened:
            labels = [re.findall(r"Page \d+ of \d+", page.get_text()) for page in opened]
        assert labels == [[f"Page {number} of 2"] for number in (1, 2)]


@pytest.mark.parametrize("suffix", [each for each in FORMATS if each != ".xlsx"])
def test_changes_are_told_since_the_day_of_the_earlier_file(suffix: str) -> None:
    assert report(suffix).code == 0
    assert "changessince3march2025" in everything(Path(f"{OUTPUT}{suffix}"))


def test_warnings_name_their_files_also_where_the_report_does_not() -> None:
    done = report(".html", "--anonymise")

    assert f"{FILE}.yaml:" in done.err
    assert "A413" in done.codes


def test_the_same_edition_is_the_same_report() -> None:
    report(".html", "--anonymise")
    first = Path(f"{OUTPUT}.html").read_bytes()
    report(".html", "--anonymise", "--notes", "all")

    assert Path(f"{OUTPUT}.html").read_bytes() == first


@pytest.mark.parametrize(
    ("name", "day", "code", "what", "remedy"),
    [
        ("Other shop", "2025-03-03", "P504", "is about Other shop, this one about", "same"),
        (BUSINESS, "2026-11-21", "P505", "is dated 2026-11-21, this one 2026-11-21.", "another"),
        (BUSINESS, "2027-11-21", "P505", "is dated 2027-11-21, this one 2026-11-21.", "swap"),
        (BUSINESS, "", "P505", "is dated not at all, this one 2026-11-21.", "write `date`"),
    ],
)
def test_what_is_no_earlier_assessment_is_refused(
    name: str, day: str, code: str, what: str, remedy: str
) -> None:
    write("before.yaml", shop(name=name, head=f"date: {day}" if day else ""))
    done = omniaudit("report", f"{FILE}.yaml", "--since", "before.yaml", "-o", "x.html")

    assert (done.code, done.codes[-1]) == (4, code)
    assert what in done.err
    assert remedy in done.err
    assert not Path("x.html").exists()


@pytest.mark.parametrize(
    ("suffix", "options", "told"),
    [
        (".xlsx", [], "A workbook does not tell what changed, so --since has no effect here."),
        (".html", ["--summary"], "A summary does not tell what changed"),
        (".json", ["--summary"], "A summary does not tell what changed"),
        (".html", [], ""),
        (".json", [], ""),
    ],
)
def test_an_earlier_file_that_has_no_effect_is_told(
    suffix: str, options: list[str], told: str
) -> None:
    done = report(suffix, *options)

    assert done.code == 0
    assert ("--since has no effect" in done.err) == bool(told)
    assert told in done.err


@pytest.mark.parametrize("name", ["brand.yaml", "logo.png", "sub/a.woff2"])
def test_nothing_is_written_over_the_brand(name: str) -> None:
    Path("sub").mkdir()
    Path("sub/a.woff2").write_bytes(INTER.read_bytes())
    Path("logo.png").write_bytes(picture("png"))
    fonts = "{name: A, regular: sub/a.woff2, semibold: sub/a.woff2}"
    write("brand.yaml", f"logo: logo.png\ntypeface: {fonts}\n")
    # The same file by a name that a report may have.
    os.link(name, "x.html")
    asked = ("report", f"{FILE}.yaml", "--brand", "brand.yaml", "--trust", "--force", "-o")
    refused, done = omniaudit(*asked, "x.html"), omniaudit(*asked, "y.html")

    assert (refused.code, refused.codes) == (2, ["U701"])
    assert "x.html is one of the brand's files." in refused.err
    assert Path("x.html").read_bytes() == Path(name).read_bytes()
    assert done.code == 0


def test_nothing_is_written_over_the_earlier_file() -> None:
    write("x.html", shop(name=BUSINESS, head="date: 2025-03-03"))
    before = Path("x.html").read_bytes()
    done = omniaudit("report", f"{FILE}.yaml", "--since", "x.html", "-o", "x.html", "--force")

    assert (done.code, done.codes) == (2, ["U701"])
    assert Path("x.html").read_bytes() == before


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ("...... ...... ...... ......", "None of 24 questions is answered"),
        ("?????? ...... ...... ......", "None of 24 questions is answered"),
        ("------ ------ ------ ------", "No question applies, so there is nothing to judge."),
    ],
)
def test_no_answers_are_reported_with_a_word_about_it(levels: str, told: str) -> None:
    write("empty.yaml", shop(levels))
    done = omniaudit("report", "empty.yaml", "-o", "x.html")

    assert done.code == 0
    assert told in done.err
    assert Path("x.html").exists()


def test_a_report_of_answers_has_no_such_word() -> None:
    assert "nothing to judge" not in report(".html").err


@pytest.mark.parametrize("word", ["", "most", "ALL", "none,short"])
def test_notes_are_none_short_or_all(word: str) -> None:
    done = report(".html", "--notes", word)

    assert (done.code, done.codes) == (2, ["U701"])
    assert "Choose one of none, short, all." in done.err
