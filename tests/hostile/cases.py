"""Every wrong file of this folder, and what the reader says about it.

`answers/` holds answers files as they are. `questionnaires/` holds patches to the shipped
questionnaire: the first occurrence of `replace` becomes `by`. `bombs.py` makes the files that are
too large or too strange to be stored, and `line_bombs.py` lines of NDJSON. A name begins with the
code that the file must give; when others must come with it, the first line names them:
`# also: S302`. A line that a problem points at says `# here`.

Run as a script, this prints what stands in `expected.txt`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from omniaudit.load.answers import read_answers
from omniaudit.load.json_lines import read_answers_line
from omniaudit.load.questionnaire import read_questionnaire
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Problem
from tests.hostile.bombs import ANSWER_BOMBS, QUESTIONNAIRE_BOMBS
from tests.hostile.line_bombs import LINE_BOMBS

FOLDER = Path(__file__).parent
MANY = 20
LINE = 7
"""Where the lines stand in the file that they are taken from."""
EXPECTED = FOLDER / "expected.txt"
SHIPPED = Path(__file__).parents[2] / "questionnaires/omnichannel/1/questionnaire.yaml"
# No question of the shipped questionnaire is spared any profile; for one case, one is.

WITHOUT_LOCAL_FULFILMENT = ("      local: optional\n", "")


@dataclass(frozen=True)
class Case:
    """A wrong file by its name in this folder; it is about a questionnaire or answers to one."""

    name: str
    data: bytes
    is_questionnaire: bool
    is_line: bool = False

    @property
    def code(self) -> str:
        return Path(self.name).name.split("-")[0]

    @property
    def codes(self) -> set[str]:
        also = re.match(rb"# also: (.+)\n", self.data)
        return {self.code, *(also[1].decode().split() if also else [])}

    @property
    def marked_lines(self) -> set[int]:
        lines = self.data.decode("utf-8", "replace").split("\n")
        return {number for number, line in enumerate(lines, 1) if "# here" in line}

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        try:
            if self.is_questionnaire:
                read_questionnaire(self.data, self.name)
                return ()
            if self.is_line:
                return read_answers_line(self.data, self.name, LINE, questionnaire()).warnings
            return read_answers(self.data, self.name, questionnaire(self.code == "A406")).warnings
        except InputRejected as rejected:
            return rejected.problems


def patched(old: str, new: str) -> bytes:
    """The shipped questionnaire with the first occurrence of a text replaced."""
    text = SHIPPED.read_text("utf-8")
    assert old in text, old
    return text.replace(old, new, 1).encode()


@cache
def questionnaire(is_sparing: bool = False) -> Questionnaire:  # noqa: FBT001, FBT002 - a switch
    data = patched(*WITHOUT_LOCAL_FULFILMENT) if is_sparing else SHIPPED.read_bytes()
    return read_questionnaire(data, SHIPPED.name)


def cases() -> Iterator[Case]:
    for path in sorted((FOLDER / "answers").iterdir()):
        yield Case(f"answers/{path.name}", path.read_bytes(), is_questionnaire=False)
    for name, data in ANSWER_BOMBS.items():
        yield Case(f"bombs/{name}", data, is_questionnaire=False)
    for path in sorted((FOLDER / "questionnaires").iterdir()):
        text = path.read_bytes()
        also = text.split(b"\n")[0] + b"\n" if text.startswith(b"# also") else b""
        patch = yaml.load(text, Loader=yaml.CBaseLoader)
        data = also + patched(patch["replace"], patch["by"])
        yield Case(f"questionnaires/{path.name}", data, is_questionnaire=True)
    for name, data in QUESTIONNAIRE_BOMBS.items():
        yield Case(f"bombs/{name}", data, is_questionnaire=True)
    for name, data in LINE_BOMBS.items():
        yield Case(f"lines/{name}", data, is_questionnaire=False, is_line=True)


def told(case: Case) -> str:
    """The name of a case, and below it what is said about it: all, unless it is very much."""
    lines = [
        f"  {each.place.line}:{each.place.column} {each.code} {each.message}\n      {each.remedy}\n"
        for each in case.problems
    ]
    if len(lines) > MANY:
        lines[2:-2] = [f"  ... {len(lines) - 4} more\n"]
    return f"{case.name}\n{''.join(lines)}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(told(case) for case in cases()))
