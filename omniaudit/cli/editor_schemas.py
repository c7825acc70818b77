"""Schemas beside the files they are about, by which editors complete and check those."""

from __future__ import annotations

from pathlib import Path

from omniaudit.forms.answers_schema import answers_schema, file_name, made_for
from omniaudit.load.files import read_bytes
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected
from omniaudit.render import json, output

_LARGEST = 4 * 1024 * 1024


class AnswersSchema:
    """The schema of answers files, beside one of them."""

    def __init__(self, answers: Path, questionnaire: Questionnaire, *, force: bool) -> None:
        """Find out whether it can be written; one that we made is made anew.

        Raises:
            CannotWrite: when a file of somebody else has its name.
        """
        self.path = answers.parent / file_name(questionnaire)
        self.force = force or _is_ours(self.path, questionnaire)
        self.questionnaire = questionnaire
        output.check(self.path, force=self.force)

    def write(self) -> None:
        """Write it.

        Raises:
            CannotWrite: when the folder or the disk does not let us.
        """
        text = json.text(answers_schema(self.questionnaire))
        output.write(self.path, f"{text}\n".encode(), force=self.force)


def _is_ours(path: Path, questionnaire: Questionnaire) -> bool:
    try:
        return made_for(questionnaire).encode() in read_bytes(str(path), _LARGEST)
    except InputRejected:
        return False
