"""Case files: an answers file with a name, a story and what must come of it; see docs/cases.md."""

from __future__ import annotations

from pathlib import Path

from omniaudit.language import mark
from omniaudit.load import strict_yaml
from omniaudit.load.answers import FILE_KEYS, read_sheet
from omniaudit.load.expectations import read_expectations
from omniaudit.load.fields import Fields
from omniaudit.load.files import read_bytes
from omniaudit.load.folders import files_in, not_too_many
from omniaudit.load.shorthand import ShorthandNotebook, spelled_out
from omniaudit.load.tree import Entries, Node, Text
from omniaudit.model.answers import Business
from omniaudit.model.cases import Case
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import MAX_PROBLEMS, InputRejected, Place, Problem, problem

_KEYS = ("case", "story", *FILE_KEYS, "expect")
_ENDINGS = (".yaml", ".yml")


def read_cases(folder: Path, questionnaire: Questionnaire) -> tuple[Case, ...]:
    """The cases of a folder, by the names of their files; none where there is no such folder.

    Raises:
        InputRejected: with the problems of all files, as far as anybody reads them.
    """
    cases: list[Case] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in files_in(folder, _ENDINGS):
        if len(problems) > MAX_PROBLEMS:
            break
        try:
            case = read_case(read_bytes(str(path), strict_yaml.MAX_BYTES), str(path), questionnaire)
        except InputRejected as rejected:
            problems.extend(rejected.problems)
            continue
        cases.append(case)
        if case.name in seen:
            problems.append(problem("C554", case.place, first=seen[case.name]))
        seen.setdefault(case.name, path.name)
    if problems:
        raise InputRejected(not_too_many(problems, Place(str(folder))))
    return tuple(cases)


def read_case(data: bytes, file: str, questionnaire: Questionnaire) -> Case:
    """Read one case.

    Raises:
        InputRejected: with every problem of the file.
    """
    return _CaseReader(strict_yaml.read(data, file), file, questionnaire).case(data)


class _CaseReader:
    def __init__(self, root: Entries, file: str, questionnaire: Questionnaire) -> None:
        self.root = root
        self.notebook = ShorthandNotebook(file)
        self.questionnaire = questionnaire
        self.file = Fields(root, self.notebook, "the file", _KEYS)

    def case(self, data: bytes) -> Case:
        name, story = self.file.line("case"), self.file.prose("story")
        expectations = read_expectations(self.file, self.questionnaire)
        sheet = read_sheet(self._answers(), self.notebook, self.questionnaire, data)
        place, _ = self.root.entries["case"]
        where = Place(self.notebook.file, place.line, place.column)
        return Case(name, story, sheet, expectations, where)

    def _answers(self) -> Entries:
        """The answers file in the case, with all that it says in few words written out."""
        spelled = spelled_out(self.file, self.notebook, self.questionnaire, self._business())
        head = Text("format", self.root.line, self.root.column)
        entries: dict[str, tuple[Text, Node]] = {
            "format": (head, Text("1", head.line, head.column)),
            **{key: each for key, each in spelled.items() if key in FILE_KEYS},
        }
        return Entries(entries, self.root.line, self.root.column)

    def _business(self) -> Business:
        """Whom the case is about, as far as shorthand depends on it."""
        ours = self.questionnaire
        group = self.file.group("business", ("name", "profile", "size", "channels"))
        return Business(
            name="",
            profile=group.choice("profile", ours.profile, mark("a profile")),
            size="",
            channels=group.words("channels", ours.channel, mark("a channel")),
        )
