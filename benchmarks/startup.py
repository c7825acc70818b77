"""Time how quickly the command line is there, against what Typer and Python themselves need.

    .venv/bin/python benchmarks/startup.py [PAIRS]

In turn, as whole processes with everything compiled: `omniaudit --help` and the help of a Typer app
with one command; `omniaudit score` of one file of 24 answers and `python -c pass`.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import made_answers
from benchmarks.processes import (
    OMNIAUDIT,
    PYTHON,
    Pairs,
    Row,
    compiled,
    counts,
    in_turn,
    ratio,
    run,
    shown,
)

PAIRS = 21
BARE = '''\
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def main(
    path: Annotated[Path, typer.Argument(help="A file.")],
    force: Annotated[bool, typer.Option("--force", help="Replace files that exist.")] = False,
) -> None:
    """Do something with a file."""


app()
'''


def measured(pairs: int = PAIRS) -> Mapping[str, Pairs]:
    """Both comparisons."""
    compiled()
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, "utf-8")
        answers = made_answers.write_files(1, Path(folder) / "answers") / "b000000.yaml"
        return {
            "help": in_turn(
                lambda: run(OMNIAUDIT, "--help"), lambda: run(PYTHON, str(bare), "--help"), pairs
            ),
            "score": in_turn(
                lambda: run(OMNIAUDIT, "score", str(answers)),
                lambda: run(PYTHON, "-c", "pass"),
                pairs,
            ),
        }


def rows(found: Mapping[str, Pairs]) -> list[Row]:
    """The lines of the table."""
    helped, scored = ratio(found["help"]), ratio(found["score"])
    return [
        Row(
            "help of the command line, against a bare Typer app",
            f"{helped:.2f} times",
            "at most 1.15",
        ),
        Row(
            "one file scored, from start to end, against `python -c pass`",
            f"{scored:.1f} times",
            "at most 10",
        ),
    ]


def main() -> None:
    """Print the figures as JSON."""
    found = measured(*counts(PAIRS))
    print(json.dumps({name: shown(pairs) for name, pairs in found.items()}, indent=2))


if __name__ == "__main__":
    main()
