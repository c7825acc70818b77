"""Every wrong questionnaire of the folder `wrong/`, and what `questions check` says about it.

Each is a folder of its own, with an `expected.txt` that holds what is said: file, line, column,
severity, code and message, and below it the remedy. Its name begins with the code that it is about.

Run as a script, this writes every `expected.txt` anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from omniaudit.cli.questions_check import check
from omniaudit.problems import Problem

FOLDER = Path(__file__).parent / "wrong"


@dataclass(frozen=True)
class Wrong:
    """A wrong questionnaire in a folder of its own."""

    folder: Path

    @property
    def code(self) -> str:
        return self.folder.name.split("-")[0]

    @property
    def expected(self) -> Path:
        return self.folder / "expected.txt"

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        return check(str(self.folder))[0].problems

    @property
    def told(self) -> str:
        return "".join(self._told(each) for each in self.problems)

    def _told(self, problem: Problem) -> str:
        file = Path(problem.place.file).relative_to(self.folder).as_posix()
        place = f"{file}:{problem.place.line}:{problem.place.column}"
        what = problem.message.replace(f"{self.folder}/", "")
        return f"{place} {problem.severity} {problem.code} {what}\n    {problem.remedy}\n"


WRONG = {path.name: Wrong(path) for path in sorted(FOLDER.iterdir()) if path.is_dir()}


if __name__ == "__main__":
    for wrong in WRONG.values():
        wrong.expected.write_text(wrong.told, "utf-8")
