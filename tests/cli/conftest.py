"""A desk to work at: an empty folder with one answers file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import SAMPLE


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OMNIAUDIT_QUESTIONNAIRE", raising=False)
    (tmp_path / "aurora.yaml").write_bytes(SAMPLE)
    return tmp_path
