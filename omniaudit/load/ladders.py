"""Ladders and scales whose texts say the same twice, so that nobody can choose between them."""

from __future__ import annotations

from omniaudit.load.notebook import Notebook
from omniaudit.load.places import texts_of
from omniaudit.load.tree import Entries
from omniaudit.model.flaw import Path

_LADDERS = frozenset({"levels", "answers", "traffic"})


def check_ladders(root: Entries, notebook: Notebook) -> None:
    """Note every level that reads like one below it, in a questionnaire or a file of words."""
    seen: dict[tuple[Path, str], int] = {}
    for path, key, text in texts_of(root):
        if key in _LADDERS:
            said = path[:-1], " ".join(text.value.lower().split())
            if said in seen:
                notebook.note("Q626", text, key=key, line=seen[said])
            seen.setdefault(said, text.line)
