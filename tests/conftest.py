"""What all tests share: the goldens and one way to renew them."""

from __future__ import annotations

import os

import pytest

from tests.goldens import Goldens

# Words are compared with what is kept in English, whatever the locale of the machine.
os.environ["OMNIAUDIT_LANG"] = "en"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-goldens",
        action="store_true",
        help="Write the outputs kept in tests/golden anew instead of comparing them.",
    )


@pytest.fixture
def goldens(request: pytest.FixtureRequest) -> Goldens:
    return Goldens(renew=bool(request.config.getoption("--renew-goldens")))
