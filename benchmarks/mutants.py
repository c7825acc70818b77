"""Change the program a little, many times over, and see whether a test notices.

    .venv/bin/python benchmarks/mutants.py [FILES] [--sample N] [--seed N] [--jobs N] [--keep DIR]

Draws mutants of the engine and the loader (or of the files named), each one change of
`mutations.py`. Each is tried in a copy of the tree: first by the tests that run the changed line,
those of the module's own test file before the others and the quickest first, then by all other
tests, until one fails or `--seconds` of tests, as they take without a mutant, have passed. A test
that computes ten times as long as usual has noticed too. Laws are left out: what they draw by
chance decides nothing here. Survivors are printed as they are found, then the figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import random
import resource
import shutil
import signal
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from coverage import CoverageData

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.mutations import Mutation, mutated, mutations

HOUSE = Path(__file__).resolve().parents[1]
ROOMS = ("omniaudit/engine", "omniaudit/load")
TESTS = tuple(
    f"tests/{room}"
    for room in ("load", "engine", "questionnaires", "migrations", "authoring", "model")
)
FIRST = "first"
"""The copy of the tree from which the others are made."""
LEFT_BEHIND = (".git", ".venv", ".hypothesis", ".*_cache", "__pycache__", "demo", "dist")
PYTEST = (
    *("-q", "-x", "--no-header", "--tb=short", "-p", "no:cacheprovider", "-m", "not hypothesis"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
SLOW_TO_IMPORT = ("highspy", "hypothesis", "jinja2", "jsonschema", "typer", "weasyprint", "yaml")
SLOWER = 10
GRACE = 10
"""Seconds of computing that every test may take besides, for what is loaded once."""
MEMORY = 4 << 30
TRIED_FIRST = 40
"""Tests that are tried before all others are even collected."""
SURVIVED = {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}


@dataclass(frozen=True)
class Mutant:
    """A mutation of a file."""

    file: str
    change: Mutation

    def __str__(self) -> str:
        return f"{self.file}:{self.change}"


@dataclass(eq=False)
class Watch:
    """Times tests as they run, or ends the process at one that takes too long."""

    usual: Mapping[str, float] | None = None
    taken: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Limit a test's computing; waiting for other processes is not counted."""
        if self.usual is not None:
            signal.setitimer(signal.ITIMER_PROF, SLOWER * self.usual.get(nodeid, 0) + GRACE)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up what a test took."""
        self.taken[report.nodeid] += report.duration


@dataclass(frozen=True)
class Map:
    """Which tests run which lines, and how long each test takes."""

    seconds: Mapping[str, float]
    lines: Mapping[str, Mapping[int, frozenset[str]]]

    def tests(self, mutant: Mutant, seconds: float) -> list[str]:
        """The tests of a mutant: of its lines, else of its file; then the others, in time."""
        lines = self.lines.get(mutant.file, {})
        touched = range(mutant.change.line, mutant.change.until + 1)
        near = frozenset().union(*(lines.get(line, ()) for line in touched))
        near = near or frozenset().union(*lines.values())
        own = f"test_{Path(mutant.file).name}::"
        ordered = sorted(
            self.seconds, key=lambda name: (name not in near, own not in name, self.seconds[name])
        )
        chosen: list[str] = []
        for name in ordered:
            seconds -= self.seconds[name]
            if seconds < 0 and chosen:
                break
            chosen.append(name)
        return chosen


def enter(tree: Path) -> None:
    """Work in a copy of the tree, and import from nowhere else."""
    os.chdir(tree)
    sys.path[:] = [str(tree), *(each for each in sys.path if each != str(HOUSE))]
    os.environ["PYTHONPATH"] = str(tree)
    for name in SLOW_TO_IMPORT:
        import_module(name)


def in_a_child(words: Sequence[str], watch: Watch, seconds: float) -> int:
    """Run pytest in a child of this process: its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = int(pytest.ExitCode.INTERNAL_ERROR)
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(int(2 * seconds))  # a test that only waits takes no seconds of its own
        with Path(os.devnull).open("r+b") as nowhere:
            out = nowhere if watch.usual is not None else sys.stderr
            for stream, file in enumerate((nowhere, out, out)):
                os.dup2(file.fileno(), stream)
        code = pytest.main([*PYTEST, *words], plugins=[watch])
        if watch.usual is None:
            Path("seconds.json").write_text(json.dumps(watch.taken), "utf-8")
    finally:
        os._exit(code)


def surveyed(folder: Path) -> Map:
    """Run all tests once, without a mutant."""
    tree = folder / FIRST
    shutil.copytree(HOUSE, tree, ignore=shutil.ignore_patterns(*LEFT_BEHIND))
    enter(tree)
    words = ("--cov", "--cov-report=", "--cov-context=test", *TESTS)
    if code := in_a_child(words, Watch(), 3600):
        raise SystemExit(f"The tests fail without a mutant (pytest's exit code {code}).")
    data = CoverageData(str(tree / ".coverage"))
    data.read()
    lines = {
        str(Path(file).relative_to(tree)): {
            line: frozenset(name.rpartition("|")[0] for name in names if name)
            for line, names in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    return Map(json.loads((tree / "seconds.json").read_text("utf-8")), lines)


@cache
def mapped(folder: Path) -> Map:
    """The map of tests: the one that is kept in the folder, or a new one; read once a process."""
    kept = folder / "map.pickle"
    if not kept.exists():
        with ProcessPoolExecutor(1) as pool:
            kept.write_bytes(pickle.dumps(pool.submit(surveyed, folder).result()))
    found: Map = pickle.loads(kept.read_bytes())  # noqa: S301 - written here
    return found


def tried(mutant: Mutant, *, seconds: float, folder: Path) -> int:
    """What became of a mutant: pytest's exit code or minus a signal, 0 if it survived."""
    found, tree = mapped(folder), folder / str(os.getpid())
    if Path.cwd() != tree:
        shutil.rmtree(tree, ignore_errors=True)
        shutil.copytree(folder / FIRST, tree)
        enter(tree)
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    file = tree / mutant.file
    # Compiled anew from here on: two mutants may be of one second and of one length.
    Path(cache_from_source(str(file))).unlink(missing_ok=True)
    source = file.read_text("utf-8")
    tests = found.tests(mutant, seconds)
    limit = SLOWER * sum(found.seconds[name] for name in tests) + 10 * GRACE
    try:
        file.write_text(mutated(source, mutant.change.number), "utf-8")
        code = in_a_child(tests[:TRIED_FIRST], Watch(found.seconds), limit)
        if code in SURVIVED and tests[TRIED_FIRST:]:
            code = in_a_child(tests[TRIED_FIRST:], Watch(found.seconds), limit)
        if code == pytest.ExitCode.USAGE_ERROR:
            # The mutant gives some tests other names.
            files = dict.fromkeys(name.partition("::")[0] for name in tests)
            code = in_a_child(list(files), Watch(found.seconds), limit)
    finally:
        file.write_text(source, "utf-8")
    return code


def all_mutants(files: Iterable[str]) -> Iterator[Mutant]:
    """Every mutant of some files."""
    for file in files:
        for change in mutations((HOUSE / file).read_text("utf-8")):
            yield Mutant(file, change)


def drawn(options: argparse.Namespace) -> list[Mutant]:
    """The mutants to try: a fair sample, or the survivors of another run."""
    rooms = (file for room in ROOMS for file in sorted((HOUSE / room).glob("*.py")))
    files = options.files or [str(file.relative_to(HOUSE)) for file in rooms]
    mutants = list(all_mutants(files))
    if options.again:
        again = set(json.loads(options.again.read_text("utf-8"))["survivors"])
        return [mutant for mutant in mutants if str(mutant) in again]
    chance = random.Random(options.seed)  # noqa: S311 - nothing is secret
    return chance.sample(mutants, min(options.sample, len(mutants)))


def noticed(
    mutants: Sequence[Mutant], folder: Path, options: argparse.Namespace
) -> dict[Mutant, int]:
    """Try all mutants; print survivors as they are found."""
    codes: dict[Mutant, int] = {}
    mapped(folder)
    with ProcessPoolExecutor(options.jobs) as pool:
        work = partial(tried, seconds=options.seconds, folder=folder)
        running = {pool.submit(work, mutant): mutant for mutant in mutants}
        for done in as_completed(running):
            mutant, codes[mutant] = running[done], done.result()
            if done.result() in SURVIVED:
                print(mutant, file=sys.stderr, flush=True)
    return codes


def figures(codes: Mapping[Mutant, int]) -> dict[str, object]:
    """How many mutants were noticed, in all, by file and by kind, and which were not."""
    survivors = sorted(str(mutant) for mutant, code in codes.items() if code in SURVIVED)
    killed = len(codes) - len(survivors)
    return {
        "mutants": len(codes),
        "killed": killed,
        "percent": round(100 * killed / len(codes), 1) if codes else None,
        "exit_codes": dict(Counter(codes.values())),
        "files": counted(codes, lambda mutant: mutant.file),
        "kinds": counted(codes, lambda mutant: mutant.change.kind),
        "survivors": survivors,
    }


def counted(codes: Mapping[Mutant, int], key: Callable[[Mutant], str]) -> dict[str, str]:
    """How many mutants were noticed, and of how many, by a key."""
    every = Counter(key(mutant) for mutant in codes)
    lived = Counter(key(mutant) for mutant, code in codes.items() if code in SURVIVED)
    return {name: f"{every[name] - lived[name]} of {every[name]}" for name in sorted(every)}


def asked() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description="See whether tests notice small changes.")
    parser.add_argument("files", nargs="*", help="Python files (the engine and the loader)")
    parser.add_argument("--sample", type=int, default=500, help="how many mutants are drawn")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws others")
    parser.add_argument("--jobs", type=int, default=1, help="how many are tried at once")
    parser.add_argument("--seconds", type=float, default=60, help="of tests for each mutant")
    parser.add_argument("--keep", type=Path, help="a folder for the map of tests, made once")
    parser.add_argument("--again", type=Path, help="figures whose survivors are tried again")
    return parser.parse_args()


def main() -> None:
    """Print survivors, then the figures as JSON."""
    options = asked()
    mutants = drawn(options)
    with tempfile.TemporaryDirectory() as folder:
        kept = (options.keep or Path(folder)).resolve()
        kept.mkdir(exist_ok=True)
        print(json.dumps(figures(noticed(mutants, kept, options)), indent=2))


if __name__ == "__main__":
    main()
