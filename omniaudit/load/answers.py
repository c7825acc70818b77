"""An answers file into an `AnswerSheet`: see docs/answers-file.md for the format."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import cast, get_args

from omniaudit.language import mark
from omniaudit.load import strict_yaml
from omniaudit.load.clean_text import shown
from omniaudit.load.fields import Fields
from omniaudit.load.notebook import Notebook
from omniaudit.load.replies import Replies
from omniaudit.load.tree import Entries
from omniaudit.load.walks import Walks
from omniaudit.model.answers import AnswerSheet, Business, Mode, Respondent, Side
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import Problem

_VERSION = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}", re.ASCII)
_MODES = get_args(Mode)
_SIDES = get_args(Side)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FILE_KEYS = (
    "format",
    "tool",
    "questionnaire",
    "business",
    "respondent",
    "date",
    "mode",
    "answers",
    "fit",
    "handoffs",
    "journeys",
    "end",
)


def read_answers(
    data: bytes, file: str, questionnaire: Questionnaire, *, draft: bool = False
) -> AnswerSheet:
    """Read one answers file; its warnings travel with the sheet.

    In a draft, what describes the business may still be missing; it is then empty.

    Raises:
        InputRejected: with every problem of the file.
    """
    root = strict_yaml.read(data, file)
    return _AnswersReader(root, Notebook(file), questionnaire, data).sheet(draft=draft)


def read_sheet(
    root: Entries,
    notebook: Notebook,
    questionnaire: Questionnaire,
    data: bytes,
    *,
    may_be_cut: bool = True,
) -> AnswerSheet:
    """Read the tree of an answers file; `data` is the file that it stands in.

    What may have been cut short must have its end, if it names its tool.

    Raises:
        InputRejected: with every problem in the notebook.
    """
    reader = _AnswersReader(root, notebook, questionnaire, data)
    reader.may_be_cut = may_be_cut
    return reader.sheet(draft=False)


class _AnswersReader:
    """Reads the frame of one file: what it is, whom it is about, and whether it is whole."""

    def __init__(
        self, root: Entries, notebook: Notebook, questionnaire: Questionnaire, data: bytes
    ) -> None:
        self.root = root
        self.notebook = notebook
        self.questionnaire = questionnaire
        self.data = data
        self.may_be_cut = True
        self.file = Fields(root, notebook, "the file", FILE_KEYS)

    def sheet(self, *, draft: bool) -> AnswerSheet:
        self._check_format()
        named = self._questionnaire()
        business = self._business("" if draft else None)
        replies = Replies(self.file, self.questionnaire)
        walks = Walks(self.file, self.questionnaire, business.profile)
        return AnswerSheet(
            business=business,
            questionnaire=named,
            respondent=self._respondent(),
            date=self._date(),
            mode=cast("Mode", self.file.choice("mode", _MODES, mark("a mode"), default="self")),
            answers=replies.answers(business.profile),
            fit=replies.fit(),
            handoffs=replies.handoffs(business.channels),
            journeys=walks.results,
            step_notes=walks.notes,
            sha256=hashlib.sha256(self.data).hexdigest(),
            warnings=self._warnings(),
        )

    def _warnings(self) -> tuple[Problem, ...]:
        """What was noticed, once all else is read.

        Raises:
            InputRejected: with every problem of the file.
        """
        self._check_end()
        return self.notebook.warnings_or_raise()

    def _check_format(self) -> None:
        text = self.file.text("format")
        if text is not None and text.value != "1":
            self.notebook.note("A401", text, value=shown(text.value))

    def _questionnaire(self) -> str:
        """What the file names; nothing else is read of one to other questions.

        Raises:
            InputRejected: when it answers another questionnaire, or another first number of it.
        """
        text = self.file.text("questionnaire", default="")
        if text is None:
            return ""
        name, _, version = text.value.partition("@")
        ours = self.questionnaire
        major = ours.version.split(".")[0]
        if name == ours.quick:
            return text.value
        if name != ours.id:
            self.notebook.note("A402", text, value=shown(name), wanted=ours.id)
            self.notebook.warnings_or_raise()
        elif version not in {"", major, ours.version} and not _is_read_by(ours.version, version):
            details = {"wanted": ours.version, "id": ours.id, "major": major}
            self.notebook.note("A423", text, value=shown(version), **details)
            if version.partition(".")[0] != major:
                self.notebook.warnings_or_raise()
        return text.value

    def _check_end(self) -> None:
        """A file that names its tool closes with `end: true`, or it was cut short."""
        self.file.text("tool", default="")
        end = self.file.text("end", default="")
        if end is not None and end.value != "true":
            self.notebook.note("A419", end, value=shown(end.value))
        elif self.may_be_cut:
            self._check_last()

    def _check_last(self) -> None:
        for last, _ in [*self.root.entries.values()][-1:]:
            if "end" not in self.file:
                if "tool" in self.file:
                    self.notebook.note("F107", last)
            elif last.value != "end":
                self.notebook.note("A420", last)

    def _business(self, default: str | None) -> Business:
        group = self.file.group("business", ("name", "profile", "size", "channels"))
        ours = self.questionnaire
        return Business(
            name=group.line("name", default=default),
            profile=group.choice("profile", ours.profile, mark("a profile"), default=default),
            size=group.choice("size", ours.size, mark("a size"), default=default),
            channels=group.words("channels", ours.channel, mark("a channel")),
        )

    def _respondent(self) -> Respondent:
        if "respondent" not in self.file:
            return Respondent()
        group = self.file.group("respondent", ("role", "side"))
        side = group.choice("side", _SIDES, mark("a side"), default="")
        return Respondent(group.line("role", default=""), cast("Side", side) if side else None)

    def _date(self) -> dt.date | None:
        text = self.file.text("date", default="")
        if text is None:
            return None
        try:
            return dt.date.fromisoformat(text.value if _DAY.fullmatch(text.value) else "")
        except ValueError:
            self.notebook.note("A418", text, value=shown(text.value))
            return None


def _is_read_by(version: str, pinned: str) -> bool:
    """Whether answers to a version mean the same to this one: not if it is newer or too old."""
    if not _VERSION.fullmatch(pinned):
        return False
    ours, theirs = ([int(part) for part in each.split(".")] for each in (version, pinned))
    return ours[0] == theirs[0] and theirs <= ours
