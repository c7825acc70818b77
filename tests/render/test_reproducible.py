"""The same answers give the same bytes, whoever runs it wherever and whenever, and tell nothing."""

from __future__ import annotations

import io
import os
import pwd
import shutil
import socket
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from omniaudit.cli.formats import FORMATS
from tests.render.printed import Print
from tests.render.shelf import Shelf, answers_file

BUSINESS = "retail"
NAME = "Velomondo Cicli"
COMPRESSED = {".pdf", ".xlsx"}
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Desk:
    """Somebody's machine, as far as a process can tell."""

    folder: str
    answers: str
    report: str
    umask: int
    settings: dict[str, str]

    def write(self, suffix: str, parent: Path) -> Path:
        """The report, written at this desk in a process of its own."""
        here = parent / self.folder
        here.mkdir(exist_ok=True)
        shutil.copy(answers_file(BUSINESS), here / self.answers)
        command = ["report", self.answers, "-o", f"{self.report}{suffix}"]
        subprocess.run(
            [sys.executable, "-P", "-m", "omniaudit", *command],
            cwd=here,
            env={**kept_settings(), **self.settings, "HOME": str(here)},
            umask=self.umask,
            capture_output=True,
            check=True,
        )
        return here / f"{self.report}{suffix}"


HERS = Desk(
    folder="zqplanted",
    answers="answers.yaml",
    report="report",
    umask=0o077,
    settings={
        "PYTHONHASHSEED": "1",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "USER": "zqplanted",
        "LOGNAME": "zqplanted",
    },
)
HIS = Desk(
    folder="Zqplanted, con caff\u00e8",
    answers="le risposte.yml",
    report="..\u00e8 pronto",
    umask=0o000,
    settings={
        "PYTHONHASHSEED": "4242",
        "TZ": "America/Los_Angeles",
        "LANG": "it_IT.UTF-8",
        "LANGUAGE": "it",
        "COLUMNS": "40",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": "86400",
        "USER": "Zqplanted",
        "LOGNAME": "Zqplanted",
    },
)


def kept_settings() -> dict[str, str]:
    """Without the language, the place and the person that the tests run under."""
    ours = ("LC_", "LANG", "TZ", "HOME", "USER", "LOGNAME", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def unpacked(file: Path) -> bytes:
    """All that the bytes of a file hold when nothing in it is compressed."""
    if file.suffix == ".pdf":
        report = Print(file)
        words = "".join(report.text(page.number) for page in report.pages)
        return report.unpacked() + words.encode()
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as book:
            parts = [(each.filename.encode(), book.read(each)) for each in book.infolist()]
        return b"\n".join(part for pair in parts for part in pair)
    return file.read_bytes()


def written_as(word: str) -> set[bytes]:
    """A word as it may stand in a file."""
    return {word.encode(), word.encode("utf-16-be"), word.encode("utf-16-be").hex().encode()}


def private(places: list[Path]) -> set[str]:
    """What no report may tell of the machine or the person."""
    person = pwd.getpwuid(os.getuid())
    words = {
        "zqplanted",
        "Zqplanted",
        "le risposte",
        "answers.yaml",
        f"{person.pw_dir}/",
        str(ROOT),
        sys.prefix,
        socket.gethostname(),
        *(str(place.parent) for place in places),
    }
    # A host may be called `vm`, and a home may be `/`.
    return {word for word in words if len(word) > 4}


@pytest.mark.parametrize("suffix", FORMATS)
def test_two_machines_write_the_same_bytes_and_nothing_of_themselves(
    suffix: str, shelf: Shelf, tmp_path: Path
) -> None:
    """And so does a process like this one, which has written other reports before."""
    hers, his = (desk.write(suffix, tmp_path) for desk in (HERS, HIS))
    shelf.report("local", suffix)
    ours = shelf.report(BUSINESS, suffix)

    assert len(hers.read_bytes()) > 1000
    assert hers.read_bytes() == his.read_bytes()
    assert hers.read_bytes() == ours.read_bytes()
    found = unpacked(hers)
    assert any(form in found for form in written_as(NAME))
    assert suffix not in COMPRESSED or len(found) > 1.5 * len(hers.read_bytes())
    assert not {
        word for word in private([hers, his]) if any(form in found for form in written_as(word))
    }
