"""The figures of the README are those that were measured, of files that are as they should be."""

from __future__ import annotations

import json
import re
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import made_answers, processes, results
from omniaudit.load.answers import read_answers

BENCHMARKS = Path(results.__file__).parent
PAGE = (BENCHMARKS / "README.md").read_text("utf-8")


def test_the_figures_of_the_readme_are_those_of_the_results() -> None:
    measured = results.RESULTS.read_text("utf-8")
    shown = results.README.read_text("utf-8")

    assert results.between(shown, results.PROMISED) == results.between(measured, results.PROMISED)
    assert results.between(shown, results.PROMISED).count("\n") > 2


def test_figures_are_written_into_both_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("README", "RESULTS"):
        page = getattr(results, name)
        monkeypatch.setattr(results, name, tmp_path / f"{name}.md")
        (tmp_path / f"{name}.md").write_text(page.read_text("utf-8"), "utf-8")

    results.write([processes.Row("one", "1.00 times", "at most 2"), processes.Row("two", "3 ms")])

    readme = results.README.read_text("utf-8")
    measured = results.RESULTS.read_text("utf-8")
    promised = results.between(readme, results.PROMISED).splitlines()
    assert re.fullmatch(r"\| \d{4}-\d\d-\d\d, .+ \| measured \| goal \|", promised[0])
    assert promised[1:] == ["|---|--:|--:|", "| one | 1.00 times | at most 2 |"]
    assert results.between(measured, results.PROMISED).splitlines() == promised
    assert "| two | 3 ms |  |" in results.between(measured, results.FURTHER)


def test_every_benchmark_is_told_of() -> None:
    files = {path.name for path in BENCHMARKS.glob("*.py")}
    measured = {
        f"{name}.py" for name, value in vars(results).items() if isinstance(value, ModuleType)
    }
    told = set(re.findall(r"^## (.+\.py)$", PAGE, re.MULTILINE))

    assert len(measured & files) > 8
    assert measured & files <= told <= files
    assert all(f"benchmarks/{name}" in PAGE for name in told)


def test_the_ratio_is_the_median_of_the_pairs() -> None:
    runs = [processes.Run(cpu, wall, 1) for cpu, wall in ((1, 2), (2, 2), (8, 2), (2, 4))]
    pairs = [(runs[1], runs[0]), (runs[2], runs[0]), (runs[3], runs[0])]

    assert processes.ratio(pairs) == 2
    assert processes.ratio(pairs, "wall") == 1
    assert processes.shown(pairs)["pairs"] == 3


def test_made_up_answers_are_read_without_a_warning() -> None:
    made = [*made_answers.documents(20), *made_answers.documents(20, made_answers.MIXED)]
    sheets = [
        read_answers(made_answers.as_yaml(each).encode(), "made.yaml", made_answers.OURS)
        for each in made
    ]

    assert [each.warnings for each in sheets] == [()] * 40
    assert {len(each.answers) for each in sheets[:20]} == {24}
    assert {each.business.profile for each in sheets[20:]} == set(made_answers.MIXED)
    assert all(answer.note for each in sheets for answer in each.answers.values())


def test_the_same_seed_makes_the_same_answers_in_either_form(tmp_path: Path) -> None:
    folder = made_answers.write_files(3, tmp_path / "answers")
    lines = made_answers.write_lines(3, tmp_path / "answers.jsonl").read_text("utf-8").splitlines()

    assert [path.name for path in sorted(folder.iterdir())] == [f"b00000{n}.yaml" for n in range(3)]
    for number, (path, line) in enumerate(zip(sorted(folder.iterdir()), lines, strict=True)):
        document = next(islice(made_answers.documents(3), number, None))
        assert json.loads(line) == document
        assert path.read_text("utf-8") == made_answers.as_yaml(document)
