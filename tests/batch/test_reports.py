"""Reports of a batch: named by what they are made of, the same as alone, and no mistake raised."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from omniaudit.batch import reports
from omniaudit.batch.job import Failed, Item, Job
from omniaudit.batch.reports import Reported, Reports, write_report
from omniaudit.load.assembly import load_questionnaire
from omniaudit.render import pdf
from omniaudit.report.edition import Edition
from tests.cli.runner import SAMPLE, omniaudit, shop, write

ROOT = Path(__file__).resolve().parents[2]
BRAND = str(ROOT / "docs/brand/brand.yaml")
SUMMARY = Edition(summary=True)
OUT = Reports(Job("omnichannel", "en"), "out", SUMMARY)
IN_ITALIAN = replace(OUT, job=replace(OUT.job, language="it"))
FRESH = """
import pickle, sys
from omniaudit.batch.reports import write_report
print(write_report(*pickle.load(sys.stdin.buffer)).name)
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()
    write("aurora.yaml", SAMPLE)
    write("shop.yaml", shop("2" * 24, name="Velomondo Cicli"))


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Nothing is drawn; the subjects of what would be."""
    subjects: list[str] = []

    def render(document: pdf.Printable) -> bytes:
        subjects.append(document.subject)
        return b"%PDF"

    monkeypatch.setattr(pdf, "render", render)
    return subjects


def reported(file: str = "aurora.yaml", how: Reports = OUT) -> Reported:
    outcome = write_report(Item(file), how)
    assert isinstance(outcome, Reported), outcome
    return outcome


def refused(file: str = "aurora.yaml", how: Reports = OUT) -> list[str]:
    outcome = write_report(Item(file), how)
    assert isinstance(outcome, Failed), outcome
    return [each.code for each in outcome.problems]


def printed(file: str = "aurora.yaml", how: Reports = OUT) -> bytes:
    return Path("out", reported(file, how).name).read_bytes()


def in_a_process_of_its_own(file: str, how: Reports) -> bytes:
    Path("fresh").mkdir(exist_ok=True)
    task = (Item(file), replace(how, folder="fresh"))
    run = subprocess.run(
        [sys.executable, "-P", "-c", FRESH],
        input=pickle.dumps(task),
        capture_output=True,
        check=True,
    )
    return Path("fresh", run.stdout.decode().strip()).read_bytes()


def test_it_is_the_report_that_the_command_writes() -> None:
    how = replace(IN_ITALIAN, brand=BRAND, edition=Edition("none", summary=True))
    command = ["report", "aurora.yaml", "-o", "alone.pdf", "--lang", "it", "--brand", BRAND]
    done = omniaudit(*command, "--summary", "--notes", "none")

    assert done.code == 0, done.err
    assert printed(how=how) == Path("alone.pdf").read_bytes()


def test_what_was_printed_before_makes_no_difference() -> None:
    ways = [
        ("aurora.yaml", replace(OUT, edition=Edition())),
        ("shop.yaml", replace(IN_ITALIAN, brand=BRAND)),
        ("aurora.yaml", OUT),
    ]
    alone = [in_a_process_of_its_own(*way) for way in ways]
    again = [(file, replace(how, force=True)) for file, how in ways]

    assert len(set(alone)) == len(ways)
    assert [printed(*way) for way in (*again, *again[:2])] == [*alone, *alone[:2]]


def test_one_that_is_there_is_left(unprinted: list[str]) -> None:
    first = reported()
    Path("out", first.name).write_bytes(b"as it was")

    assert first.fresh
    assert reported() == Reported(first.name, fresh=False)
    assert Path("out", first.name).read_bytes() == b"as it was"
    assert len(unprinted) == 1
    assert reported(how=replace(OUT, force=True)) == first
    assert Path("out", first.name).read_bytes() == b"%PDF"


@pytest.mark.usefixtures("unprinted")
def test_the_name_tells_everything_it_is_made_of() -> None:
    write("later.yaml", SAMPLE + b"# a remark\n")
    own = Path(shutil.copytree(ROOT / "questionnaires/omnichannel/1", "own")).resolve()
    with (own / "questionnaire.yaml").open("a") as questionnaire:
        questionnaire.write("# a remark\n")
    ways = [
        OUT,
        IN_ITALIAN,
        replace(OUT, edition=Edition()),
        replace(OUT, edition=Edition("none", summary=True)),
        replace(OUT, edition=Edition("short", summary=True)),
        replace(OUT, edition=Edition(anonymous=True)),
        replace(OUT, job=replace(OUT.job, preset="strict")),
        replace(OUT, job=replace(OUT.job, questionnaire=str(own))),
        replace(OUT, brand=BRAND),
    ]
    names = [reported(how=way).name for way in ways] + [reported("later.yaml").name]

    assert len(set(names)) == len(names)
    assert names[0].startswith("libreria-aurora-")


@pytest.mark.usefixtures("unprinted")
def test_the_name_changes_with_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    before = reported().name
    monkeypatch.setattr(reports, "__version__", "99.0.0")

    assert reported().name != before


@pytest.mark.usefixtures("unprinted")
def test_an_anonymous_report_is_not_named_after_the_business() -> None:
    assert reported(how=replace(OUT, edition=Edition(anonymous=True))).name.startswith(
        "business-a-"
    )


@pytest.mark.usefixtures("unprinted")
def test_a_name_leads_nowhere_else() -> None:
    write("sly.yaml", shop("1" * 24, name="../../../etc/cron.d/x"))

    assert reported("sly.yaml").name.startswith("etc-cron-d-x-")
    assert [each.name for each in Path("out").iterdir()] == [reported("sly.yaml").name]


@pytest.mark.usefixtures("unprinted")
def test_a_link_is_not_followed() -> None:
    name = reported().name
    Path("out", name).unlink()
    write("precious", b"mine")
    Path("out", name).symlink_to(Path("precious").resolve())

    assert refused() == ["O801"]
    assert reported(how=replace(OUT, force=True)).fresh
    assert not Path("out", name).is_symlink()
    assert Path("precious").read_bytes() == b"mine"


def test_the_same_answers_in_two_workers_are_one_report(
    unprinted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name = reported().name
    looks = iter([False, True])
    monkeypatch.setattr(reports, "_is_there", lambda _: next(looks))

    assert reported() == Reported(name, fresh=False)
    assert len(unprinted) == 2


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize(
    ("content", "codes"), [(b"", ["F106"]), (b"a: &b c\n", ["Y202"]), (b"\xff", ["F105"])]
)
def test_mistakes_in_answers_come_back(content: bytes, codes: list[str]) -> None:
    write("bad.yaml", content)

    assert refused("bad.yaml") == codes
    assert not list(Path("out").iterdir())


@pytest.mark.usefixtures("unprinted")
def test_so_does_all_that_stands_in_the_way() -> None:
    nowhere = replace(OUT, folder="nowhere")
    questionnaire = replace(OUT, job=replace(OUT.job, questionnaire="nothing"))

    assert refused("missing.yaml") == ["F101"]
    assert refused(how=nowhere) == ["O802"]
    assert refused(how=questionnaire) == ["U702"]
    assert refused(how=replace(OUT, brand="missing.yaml")) == ["F101"]


def test_a_brand_is_never_trusted_with_fonts_of_its_own() -> None:
    write("brand.yaml", b"name: A\ntypeface: {name: A, regular: a.ttf, semibold: b.ttf}\n")

    assert refused(how=replace(OUT, brand="brand.yaml")) == ["B913"]


@pytest.mark.parametrize(("fault", "code"), [(MemoryError, "W852"), (pdf.Fault, "W857")])
def test_a_report_that_cannot_be_made_fails_alone(
    fault: type[Exception], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def render(_: pdf.Printable) -> bytes:
        raise fault("Libreria Aurora")

    monkeypatch.setattr(pdf, "render", render)
    outcome = write_report(Item("aurora.yaml"), OUT)

    assert isinstance(outcome, Failed)
    assert [each.code for each in outcome.problems] == [code]
    assert "Libreria" not in str(outcome.problems)
    assert not list(Path("out").iterdir())


@pytest.mark.usefixtures("unprinted")
def test_what_is_the_same_for_all_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []

    def load(name: str, language: str) -> object:
        reads.append(language)
        return load_questionnaire(name, language)

    monkeypatch.setattr(reports, "load_questionnaire", load)
    shutil.copytree(ROOT / "questionnaires/omnichannel/1", "own")
    own = replace(OUT, job=replace(OUT.job, questionnaire=str(Path("own").resolve())))
    for how in (own, replace(own, job=replace(own.job, language="it")), own):
        for file in ("aurora.yaml", "shop.yaml"):
            reported(file, how)

    assert reads == ["en", "it"]


@pytest.mark.usefixtures("unprinted")
def test_a_document_may_be_a_line() -> None:
    line = json.dumps(yaml.load(shop("2" * 24, name="Velomondo"), yaml.BaseLoader)).encode()
    good = write_report(Item("all.jsonl", 7, line), OUT)
    bad = write_report(Item("all.jsonl", 8, b"{"), OUT)

    assert isinstance(good, Reported)
    assert good.name.startswith("velomondo-")
    assert isinstance(bad, Failed)
    assert [str(each.place)[:12] for each in bad.problems] == ["all.jsonl:8:"]


def test_a_task_travels() -> None:
    task = (Item("a.jsonl", 3, b"{}"), replace(OUT, brand=BRAND))

    assert pickle.loads(pickle.dumps(task)) == task


def test_fonts_lie_where_temporary_files_do_and_go(tmp_path: Path) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    task = (Item("aurora.yaml"), OUT)
    watched = FRESH.replace(
        "print(",
        "from omniaudit.render import typesetting; from tempfile import gettempdir; import os\n"
        "before = typesetting.source_of\n"
        "def source_of(*page, **how):\n"
        "    print(len(os.listdir(gettempdir())))\n"
        "    return before(*page, **how)\n"
        "typesetting.source_of = source_of\n"
        "print(",
    )
    run = subprocess.run(
        [sys.executable, "-P", "-c", watched],
        input=pickle.dumps(task),
        env={**os.environ, "TMPDIR": str(place)},
        capture_output=True,
        check=True,
    )

    assert run.stdout.decode().splitlines()[0] == "1"
    assert list(place.iterdir()) == []
