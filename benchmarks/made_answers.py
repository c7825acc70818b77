"""Answers files made up for measuring: 24 answers with notes, drawn from a seed.

    .venv/bin/python benchmarks/made_answers.py COUNT FOLDER|FILE.jsonl [mixed]

With `mixed` the businesses are of every kind; otherwise all are retailers, asked everything.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from omniaudit.load.assembly import load_questionnaire

OURS = load_questionnaire()
RETAIL = ("retail",)
MIXED = tuple(each.id for each in OURS.profiles)
_WORDS = (
    "order stock store web shop customer receipts counter service team weekly monthly checked"
    " together in the largest branch status is set by hand since spring nobody could say why"
    " refunds take four days loyalty card newsletter matched every Sunday"
)
UNKNOWN, COVERED, PROVEN = 0.06, 0.3, 0.7
"""Shares of answers that are unknown, say how widely they hold, and how they are known."""

Document = Mapping[str, Any]


def documents(count: int, profiles: tuple[str, ...] = RETAIL, seed: int = 1) -> Iterator[Document]:
    """The answers of so many businesses, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - answers, not secrets
    for number in range(count):
        profile = profiles[number % len(profiles)]
        asked = OURS.capabilities_for(profile)
        yield {
            "format": 1,
            "tool": "omniaudit 1.0.0",
            "questionnaire": "omnichannel@1",
            "business": {
                "name": f"Business {number:06d}",
                "profile": profile,
                "size": "medium",
                "channels": ["store", "web", "phone", "social", "marketplace"],
            },
            "respondent": {"role": "e-commerce manager", "side": "head-office"},
            "date": "2026-11-21",
            "mode": "interview",
            "answers": {each.id: _answer(chance) for each in asked},
            "end": True,
        }


def _answer(chance: random.Random) -> Document:
    answer: dict[str, Any] = {"level": "unknown"}
    if chance.random() >= UNKNOWN:
        answer["level"] = chance.randint(0, 3)
        if chance.random() < COVERED:
            answer["coverage"] = chance.choice(["partly", "largely", "fully"])
        if chance.random() < PROVEN:
            answer["evidence"] = chance.choice(["said", "example", "seen", "tested"])
    note = " ".join(chance.choices(_WORDS.split(), k=chance.randint(8, 22)))
    return {**answer, "note": f"{note.capitalize()}."}


def as_yaml(document: Document) -> str:
    """An answers file as `omniaudit new` lays it out."""
    return "".join(_lines(document, ""))


def _lines(group: Document, indent: str) -> Iterator[str]:
    for key, value in group.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:\n"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{key}: {_word(value)}\n"


def _word(value: str | bool | int | list[str]) -> str:  # noqa: FBT001 - `end: true`
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return "true" if value is True else str(value)


def write_files(count: int, folder: Path, profiles: tuple[str, ...] = RETAIL) -> Path:
    """Write answers files into a folder of their own, which is returned."""
    folder.mkdir(parents=True)
    for number, document in enumerate(documents(count, profiles)):
        (folder / f"b{number:06d}.yaml").write_text(as_yaml(document), "utf-8")
    return folder


def write_lines(count: int, file: Path, profiles: tuple[str, ...] = RETAIL) -> Path:
    """Write the same as JSON, a document a line, into a file, which is returned."""
    with file.open("w", encoding="utf-8") as lines:
        for document in documents(count, profiles):
            lines.write(json.dumps(document) + "\n")
    return file


def main() -> None:
    """Write what is asked for."""
    count, to, *more = sys.argv[1:]
    write = write_lines if to.endswith(".jsonl") else write_files
    write(int(count), Path(to), MIXED if more else RETAIL)


if __name__ == "__main__":
    main()
