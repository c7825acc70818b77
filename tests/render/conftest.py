"""What the tests of rendered files share: the shelf on which reports stand that are made once."""

from __future__ import annotations

import pytest

from tests.render.shelf import BUSINESSES, Shelf


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Shelf:
    """One folder for all workers of a session."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if hasattr(request.config, "workerinput") else base) / "shelf"
    folder.mkdir(exist_ok=True)
    return Shelf(folder)


@pytest.fixture(scope="session", params=BUSINESSES)
def business(request: pytest.FixtureRequest) -> str:
    """One business after the other, named by its profile."""
    name: str = request.param
    return name
