"""The lock names one hashed release of everything, and no place to fetch it from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / ".ci" / "requirements.txt").read_text("utf-8")
ENTRIES = [line for line in LOCK.replace("\\\n", " ").splitlines() if line.strip()]


def locked() -> dict[str, list[Requirement]]:
    found: dict[str, list[Requirement]] = {}
    for entry in ENTRIES:
        requirement = Requirement(entry.split("--hash=")[0].strip())
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def wanted() -> list[Requirement]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    texts = settings["project"]["dependencies"] + settings["dependency-groups"]["dev"]
    return [Requirement(text) for text in texts]


def test_every_release_has_its_hashes() -> None:
    assert len(ENTRIES) > 20
    hashed = re.compile(r"\S+==\S+ .*--hash=sha256:[0-9a-f]{64}")
    assert not [entry for entry in ENTRIES if not hashed.match(entry)]


def test_no_address_is_written_down() -> None:
    assert LOCK
    assert not re.findall(r"://|--(?:extra-)?index-url|--find-links|--trusted-host", LOCK)


def test_what_pyproject_asks_for_is_locked() -> None:
    releases = locked()

    assert len(wanted()) > 10
    for requirement in wanted():
        pins = releases[canonicalize_name(requirement.name)]
        assert all(pin_fits(pin, requirement) for pin in pins), requirement


def pin_fits(pin: Requirement, requirement: Requirement) -> bool:
    (version,) = [each.version for each in pin.specifier]
    return requirement.specifier.contains(version)


def test_one_release_applies_at_a_time() -> None:
    here = {key: str(value) for key, value in default_environment().items()}

    for name, pins in locked().items():
        applying = [pin for pin in pins if pin.marker is None or pin.marker.evaluate(here)]
        assert len(applying) <= 1, name
