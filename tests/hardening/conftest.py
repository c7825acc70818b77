"""A desk to work at, as the tests of the commands have it, and nothing else in reach."""

from __future__ import annotations

from tests.cli.conftest import desk

__all__ = ["desk"]
