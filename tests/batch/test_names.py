"""Names of files about businesses: plain, never empty, never a device, never outside the folder."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omniaudit.batch.names import LONGEST, file_name, slug

KEY = hashlib.sha256(b"").hexdigest()
PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAMED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{12}\.pdf")
TEXTS = st.text() | st.text("aA1-_ ./\\:éß日\u0301\u202e\0", max_size=200)

NASTY = {
    "../../etc/cron.d/x": "etc-cron-d-x",
    "/etc/passwd": "etc-passwd",
    "C:\\Windows\\win.ini": "c-windows-win-ini",
    "..": "business",
    ".hidden": "hidden",
    "~root": "root",
    "-rf": "rf",
    "$(reboot)": "reboot",
    "a\0b": "a-b",
    "line\nbreak\r": "line-break",
    "\x1b[31mred": "31mred",
    "gnp\u202efdp.exe": "gnp-fdp-exe",
    "=HYPERLINK(1)": "hyperlink-1",
    "\ud800": "business",
    "": "business",
    " \t ": "business",
    "CON": "business-con",
    "nul": "business-nul",
    "Com1": "business-com1",
    "LPT9": "business-lpt9",
    "con.pdf": "con-pdf",
    "console": "console",
    "%2e%2e%2f": "2e-2e-2f",
}
SPELLED = {
    "Caffè d'Orsì & Figli S.r.l.": "caffe-d-orsi-figli-s-r-l",
    "Ünsal Straße 5": "unsal-strasse-5",
    "Łódź Søvn Æble Þór": "lodz-sovn-aeble-thor",
    "ŞIRKET \u0131s\u0131 İZMİR": "sirket-isi-izmir",
    "București Țară": "bucuresti-tara",
    "\ufb01n \uff21\uff22": "fin-ab",
}


@pytest.mark.parametrize("text", NASTY)
def test_nothing_of_a_nasty_name_gets_in(text: str) -> None:
    assert slug(text) == NASTY[text]


@pytest.mark.parametrize("text", SPELLED)
def test_letters_keep_what_can_be_read_of_them(text: str) -> None:
    assert slug(text) == SPELLED[text]


def test_long_names_are_cut_and_end_in_no_hyphen() -> None:
    assert slug("x" * 300) == "x" * LONGEST
    assert slug("x" * 79 + " y") == "x" * 79


def test_names_that_look_alike_on_some_disk_are_told_apart_by_the_key() -> None:
    alike = ["ACME", "acme", "Açme", "Ac\u0327me", "Ελλάς", "日本", "株式会社", "CON", ""]
    named = [file_name(each, hashlib.sha256(each.encode()).hexdigest(), ".pdf") for each in alike]

    assert len({slug(each) for each in alike}) == 3
    assert len({each.casefold() for each in named}) == len(alike)


def test_a_key_is_a_digest_and_nothing_else() -> None:
    assert file_name("Aurora", KEY.upper(), ".pdf") == f"aurora-{KEY[:12]}.pdf"
    for wrong in ("../../..", "", KEY[:6], "zz" * 8):
        with pytest.raises(ValueError, match=r"digit|hexadecimal"):
            file_name("Aurora", wrong, ".pdf")


@given(TEXTS)
def test_a_slug_is_plain_whatever_it_is_made_of(text: str) -> None:
    found = slug(text)

    assert PLAIN.fullmatch(found)
    assert len(found) <= LONGEST
    assert not PureWindowsPath(found).is_reserved()
    assert slug(found) == found


@given(TEXTS)
def test_a_file_lies_in_the_folder_it_is_meant_for(text: str) -> None:
    name = file_name(text, KEY, ".pdf")

    assert NAMED.fullmatch(name)
    for kind in (PurePosixPath, PureWindowsPath):
        assert (kind("out") / name).parent == kind("out")
    assert len(Path(name).name) < 100
