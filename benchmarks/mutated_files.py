"""Damage answers files in every way, give each to a command, and see how the command ends.

    .venv/bin/python benchmarks/mutated_files.py [COUNT [FIRST]]

The files are numbered: the same number is the same file, on every computer. Each goes the way that
a user's file goes, through the door of the command line, with one of four commands in turn.
`tests/hardening/test_mutated_files.py` runs this with fewer files.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.cli.runner import SAMPLE, Run, omniaudit, shop

ANSWERS = Path(__file__).resolve().parents[1] / "tests" / "hostile" / "answers"
COMMANDS = (("check",), ("score",), ("check", "--json"), ("score", "--json"))
MOST = 6
"""So many mutations are made in one file, at most; few are likelier."""
LONGEST = 4_000
"""Bytes of the longest piece that is cut, doubled or moved."""
_MEASURED = 9
"""A good file's time is the middle one of so many runs."""
_SLOW = 4
"""What takes so many times a good file's time is measured again: it may have been somebody else."""

NASTY = tuple(
    each.encode("utf-8", "surrogatepass")
    for each in (
        *("&a", "*a", "&a [*a]", "<<: *a", "<<: [*a, *a]", "&a &b", "!", "!!", "!<x>", "!!str"),
        *("!!int ''", "!!int x", "!!float x", "!!bool x", "!!timestamp x", "!!binary x", "!!set"),
        *("!!python/object/apply:os.system [id]", "!!python/name:os.system", "!a!b c"),
        *("%TAG !a! tag:x:", "\n%YAML 1.1\n", "\n%", "\n---\n", "\n...\n", "---", "..."),
        *("? ", "?", ": ", ":", "- ", "-", ", ", "| ", "|", ">", ">-", ">+9", "|2-", "|0", "#"),
        *("{", "}", "[", "]", "{}", "[]", "[[[[[[[[[[", "{a: {a: {a: {a: {", "- - - - - - - - -"),
        *("'", '"', "''", '""', "\\", "`", "@", "\t", "\n\t", "\r", "\r\n", "\n\n", " ", "  "),
        *('"\\x1b[31m"', '"\\0"', '"\\ud800"', '"\\UFFFFFFFF"', '"\\u20"', '"\\e]0;x\\a"'),
        *("\0", "\x1b[2J", "\x1b]52;c;aGk=\x07", "\x9b31m", "\x7f", "\x08", "\x0b", "\x0c"),
        *("\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\ud800", "\U0010ffff", "\u00ad"),
        *("\u202e", "\u2066", "\u200b", "e\u0301", "\u0300" * 50, "\u0661", "\uff12", "\U0001f4a5"),
        *("NO", "yes", "on", "~", "null", "Null", "true", ".nan", ".inf", "-.inf", "1e999", "1.0"),
        *("017", "0o17", "0x1F", "1_000", "3:00", "-1", "4", "2.5", "9" * 400, "2026-02-30"),
        *("2026-11-21T10:00:00Z", "=", "=1+1", "@SUM(1)", "<script>", "{{7*7}}", "%s", "{0}"),
        *("[/etc/passwd]", "[link=x]", ":boom:", "x" * 400, "w " * 400, "../../x", "con", "$(id)"),
        *("level", "note", "not-applicable", "unknown", "coverage", "evidence", "flag", "result"),
        *("level: 2", "note: x", "\nend: true\n", "\ntool: x\n", "\nformat: 2\n", "\nformat: 1\n"),
        *("\nanswers:\n", "\nbusiness:\n", "\nfit:\n", "\nhandoffs:\n", "\njourneys:\n"),
        *("\nquestionnaire: omnichannel@1\n", "\nquestionnaire: ../x\n", "store -> web", "->"),
    )
)

Mutation = Callable[[bytes, random.Random], bytes]


@cache
def seeds() -> tuple[bytes, ...]:
    """The files that are damaged: good ones four times as often as wrong ones."""
    wrong = [path.read_bytes() for path in sorted(ANSWERS.iterdir())]
    good = (SAMPLE, shop().encode(), shop("3?-. " * 6, tail="mode: audit").encode())
    return (*good * (4 * len(wrong) // len(good)), *wrong)


def _piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    """Where a piece of a file begins and ends; short ones are likelier."""
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(LONGEST ** chance.random()))


def _flip(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 4, 16))):
        if found:
            found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _piece(data, chance)
    return data[:start] + data[end:]


def _end(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _double(data: bytes, chance: random.Random) -> bytes:
    start, end = _piece(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 9)) + data[end:]


def _move(data: bytes, chance: random.Random) -> bytes:
    start, end = _piece(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def _splice(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(seeds())
    start, end = _piece(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(NASTY) + data[at:]


def _letter(data: bytes, chance: random.Random) -> bytes:
    code = chance.randrange(*chance.choice(((0, 0x100), (0x100, 0x3000), (0x3000, 0x110000))))
    at = chance.randrange(len(data) + 1)
    return data[:at] + chr(code).encode("utf-8", "surrogatepass") + data[at:]


def _word(data: bytes, chance: random.Random) -> bytes:
    words = [*re.finditer(rb"[\w.-]+", data)]
    if not words:
        return data
    found, other = chance.choice(words), chance.choice(words)[0]
    by = chance.choice((chance.choice(NASTY), other, b""))
    return data[: found.start()] + by + data[found.end() :]


def _lines(change: Callable[[list[bytes], int, random.Random], None]) -> Mutation:
    def mutation(data: bytes, chance: random.Random) -> bytes:
        lines = data.split(b"\n")
        change(lines, chance.randrange(len(lines)), chance)
        return b"\n".join(lines)

    return mutation


def _repeat(lines: list[bytes], at: int, chance: random.Random) -> None:
    lines[at:at] = [lines[at]] * chance.choice((1, 1, 1, 3, 60))


def _drop(lines: list[bytes], at: int, _chance: random.Random) -> None:
    del lines[at]


def _indent(lines: list[bytes], at: int, chance: random.Random) -> None:
    for number in range(at, min(len(lines), at + chance.choice((1, 1, 5)))):
        by = chance.choice((b" ", b"  ", b"\t", b"-", b"- ", b"? ", b"# ", b""))
        lines[number] = by + lines[number] if by else lines[number].lstrip()


def _swap(lines: list[bytes], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


MUTATIONS: tuple[Mutation, ...] = (
    *(_flip, _cut, _end, _double, _move, _splice, _letter),
    *(_insert,) * 4,
    *(_word,) * 4,
    *(_lines(each) for each in (_repeat, _repeat, _drop, _indent, _indent, _swap)),
)


def mutated(number: int) -> bytes:
    """The file of that number."""
    chance = random.Random(number)  # noqa: S311 - the same files in every run
    data = chance.choice(seeds())
    for _ in range(int((MOST + 1) ** chance.random())):
        data = chance.choice(MUTATIONS)(data, chance)
    return data


@dataclass
class Figures:
    """What came of all files; times are milliseconds of this process's computing."""

    good_ms: float
    """What a good file takes with the slowest of the commands."""
    files: int = 0
    exits: Counter[int] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    """How often each problem was the first that was told."""
    wrong: dict[int, str] = field(default_factory=dict)
    """Numbers of files that did not end as they must, with what was told."""
    times: list[float] = field(default_factory=list)
    slowest: int = -1
    """The number of the file that took longest."""

    def note(self, number: int, done: Run, took: float) -> None:
        """Count a file."""
        self.files += 1
        self.exits[done.code] += 1
        if done.code:
            self.codes.update(done.codes[:1])
        if not ends_well(done):
            self.wrong[number] = done.transcript[:2_000]
        if took > max(self.times, default=0.0):
            self.slowest = number
        self.times.append(took)

    def shown(self) -> dict[str, object]:
        """The figures as they are printed."""
        return {
            "files": self.files,
            "exits": {str(code): count for code, count in sorted(self.exits.items())},
            "tracebacks": sum("Traceback" in told for told in self.wrong.values()),
            "ended_wrong": sorted(self.wrong),
            "kinds_of_problems": len(self.codes),
            "good_ms": round(self.good_ms, 1),
            "median_ms": round(median(self.times), 1),
            "slowest_ms": round(max(self.times), 1),
            "slowest_file": self.slowest,
        }


def ends_well(done: Run) -> bool:
    """Whether a command ended with 0 or 4, in words that no terminal obeys, 4 with a problem."""
    told = done.out + done.err
    is_plain = told.replace("\n", "").isprintable() and "Traceback" not in told
    return is_plain and (done.code == 0 or (done.code == 4 and bool(done.codes)))  # noqa: PLR2004


def timed(command: Iterable[str], file: Path) -> tuple[Run, float]:
    """Run a command on a file; the milliseconds of computing go with it."""
    first, *options = command
    started = time.process_time()
    done = omniaudit(first, file.name, *options)
    return done, 1000 * (time.process_time() - started)


def measured_good(file: Path) -> float:
    """What the largest good file takes: the middle of some runs, of the slowest command."""
    file.write_bytes(SAMPLE)
    return max(median(timed(each, file)[1] for _ in range(_MEASURED)) for each in COMMANDS)


def tried(numbers: Iterable[int], folder: Path) -> Figures:
    """Give the files of these numbers to the commands in turn."""
    os.chdir(folder)
    file = folder / "mutated.yaml"
    measured_good(file)  # imports what the commands import
    figures = Figures(measured_good(file))
    for number in numbers:
        file.write_bytes(mutated(number))
        command = COMMANDS[number % len(COMMANDS)]
        done, took = timed(command, file)
        if took > _SLOW * figures.good_ms:
            took = min(took, *(timed(command, file)[1] for _ in range(2)))
        figures.note(number, done, took)
    return figures


def main() -> None:
    """Print the figures as JSON."""
    count, first, *_ = (*map(int, sys.argv[1:]), *(100_000, 0)[len(sys.argv[1:3]) :])
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(tried(range(first, first + count), Path(folder)).shown(), indent=2))
        os.chdir("/")


if __name__ == "__main__":
    main()
