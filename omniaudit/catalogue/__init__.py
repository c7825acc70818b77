"""What can be wrong: every kind of problem under its number, with what to do about it."""

from __future__ import annotations

from omniaudit.catalogue.answers import ANSWERS
from omniaudit.catalogue.batches import BATCHES
from omniaudit.catalogue.brands import BRANDS
from omniaudit.catalogue.cases import CASES
from omniaudit.catalogue.commands import COMMANDS
from omniaudit.catalogue.files import FILES
from omniaudit.catalogue.kind import Kind, Severity
from omniaudit.catalogue.migrations import MIGRATIONS
from omniaudit.catalogue.questionnaires import QUESTIONNAIRES
from omniaudit.catalogue.templates import TEMPLATES

__all__ = ["CATALOGUE", "Kind", "Severity"]

CATALOGUE: dict[str, Kind] = {
    **FILES,
    **ANSWERS,
    **CASES,
    **QUESTIONNAIRES,
    **MIGRATIONS,
    **BRANDS,
    **TEMPLATES,
    **COMMANDS,
    **BATCHES,
}
"""Every kind by its code, in the order of docs/messages.md."""
