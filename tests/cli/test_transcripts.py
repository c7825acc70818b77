"""What every command prints, to the last character, on a terminal of 80 columns."""

from __future__ import annotations

import shlex

import pytest

from omniaudit.load.assembly import load_questionnaire
from tests.cli.runner import Run, omniaudit, shop, write
from tests.goldens import Goldens

TEXTS = {
    "help": "--help",
    "help-demo": "demo --help",
    "help-interview": "interview --help",
    "help-new": "new --help",
    "help-status": "status --help",
    "help-check": "check --help",
    "help-score": "score --help",
    "help-plan": "plan --help",
    "help-report": "report --help",
    "help-batch": "batch --help",
    "help-questions": "questions --help",
    "help-questions-list": "questions list --help",
    "help-questions-show": "questions show --help",
    "help-doctor": "doctor --help",
    "new": "new -",
    "new-local": "new - --profile local",
    "status": "status aurora.yaml",
    "status-of-two": "status bare.yaml aurora.yaml",
    "check": "check aurora.yaml",
    "check-of-several": "check wrong.yaml aurora.yaml odd.yaml nothing.yaml",
    "score": "score aurora.yaml",
    "score-explain": "score aurora.yaml --explain",
    "score-bare": "score bare.yaml",
    "score-bare-explain": "score bare.yaml --explain",
    "status-flagged": "status flagged.yaml",
    "score-panel": "score owner.yaml floor.yaml",
    "score-audit-explain": "score audit.yaml --explain",
    "score-narrow": "score aurora.yaml",
    "plan": "plan aurora.yaml",
    "plan-to-3": "plan aurora.yaml --to 3",
    "plan-to-1": "plan aurora.yaml --to 1",
    "plan-set": "plan aurora.yaml --set integration.continuity=2",
    "plan-budget": "plan aurora.yaml --budget 20",
    "plan-budget-short": "plan aurora.yaml --to omnichannel --budget 20",
    "plan-budget-of-nothing": "plan bare.yaml --budget 0",
    "plan-bare": "plan bare.yaml",
    "plan-in-several-ways": "plan ways.yaml",
    "plan-in-many-ways": "plan many.yaml",
    "plan-narrow": "plan aurora.yaml --to 3",
    "questions-list": "questions list",
    "questions-list-local": "questions list --profile local",
    "questions-list-narrow": "questions list",
    "questions-show-capability": "questions show DS2",
    "questions-show-capability-local": "questions show CO2 --profile local",
    "questions-show-journey": "questions show click-and-collect",
    "questions-show-fit": "questions show expectations.simplicity",
}
DOCUMENTS = {
    "score": "score aurora.yaml --json",
    "score-explain": "score aurora.yaml --explain --json",
    "score-bare": "score bare.yaml --json",
    "score-panel": "score owner.yaml floor.yaml --json",
    "plan": "plan aurora.yaml --json",
    "plan-to-3": "plan aurora.yaml --to 3 --json",
    "plan-budget": "plan aurora.yaml --to 3 --budget 20 --json",
    "check": "check wrong.yaml odd.yaml --json",
}
AUDIT = """\
  integration.coverage: {level: 3, coverage: partly, evidence: seen}
  integration.fulfilment: {level: 3, coverage: largely, evidence: said}
  data.history: {level: 3, evidence: tested}
  consistency.pricing: {level: 2, coverage: none}
  consistency.policy: {not-applicable: no policies}
"""
WALKED = """\
journeys:
  bought-online-helped-in-store: {found-by-staff: fail}
  click-and-collect: {item-is-there: fail}
"""


@pytest.fixture(autouse=True)
def shelf(desk: object) -> None:
    """The answers files that the commands are about."""
    write("bare.yaml", shop("." * 24, profile="local"))
    one = "date: 2026-11-21\nrespondent: {role: owner, side: head-office}"
    other = "date: 2026-11-21\nrespondent: {role: shop assistant, side: frontline}"
    write("owner.yaml", shop("222222 222222 222222 222222", head=one))
    write("floor.yaml", shop("122212 202222 2222?2 222221", head=other))
    write(
        "audit.yaml",
        shop("....?2 2.2222 222222 2.2.22", head="mode: audit", extra=AUDIT, tail=WALKED),
    )
    write("wrong.yaml", shop("2" * 23 + "4").replace("data.history", "data.histroy"))
    write("ways.yaml", shop("221111 212221 211011 212211"))
    write("many.yaml", shop("211111 111111 11111? 111111"))
    flag = "fit:\n  resources.budget: {level: 1, flag: yes, note: to be asked again}"
    answer = "  integration.coverage: {level: 1, flag: yes}"
    write("flagged.yaml", shop("." * 24, extra=answer, tail=flag))
    write("odd.yaml", shop("." * 24, extra="  data.consent: {not-applicable: no data}"))


def run(name: str, command: str) -> Run:
    return omniaudit(*shlex.split(command), columns=40 if name.endswith("narrow") else 80)


@pytest.mark.parametrize("name", TEXTS)
def test_text(name: str, goldens: Goldens) -> None:
    goldens.compare(f"cli/{name}.txt", run(name, TEXTS[name]).transcript)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document(name: str, goldens: Goldens) -> None:
    done = run(name, DOCUMENTS[name])

    assert done.err == ""
    assert done.code == (4 if name == "check" else 0)
    # The hash of the questionnaire changes with every comma in it; test_json.py looks at it.
    goldens.compare(f"cli/{name}.json", done.out.replace(load_questionnaire().sha256, "SHA-256"))


def test_every_golden_is_compared(goldens: Goldens) -> None:
    kept = {name for name in goldens.names() if name.startswith("cli/")}

    assert kept == {f"cli/{name}.txt" for name in TEXTS} | {
        f"cli/{name}.json" for name in DOCUMENTS
    }


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_wider_than_the_terminal(name: str, goldens: Goldens) -> None:
    """But commands and problems, which stay on one line, and the answers file of `new`."""
    text = (goldens.folder / f"cli/{name}.txt").read_text("utf-8").partition("[stderr]")[0]
    lines = [
        line
        for line in text.splitlines()[1:]
        if not any(word in line for word in ("omniaudit ", ": error ", ": warning "))
    ]

    assert lines
    most = {"new": 130, "new-local": 130}.get(name, 40 if name.endswith("narrow") else 80)
    assert [line for line in lines if len(line) > most] == []


def test_the_same_command_prints_the_same_bytes() -> None:
    for command in ("score aurora.yaml --json --explain", "plan aurora.yaml --to 3 --json"):
        assert run("", command) == run("", command)
