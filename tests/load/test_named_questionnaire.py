"""Which questionnaire a file of answers names is known before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from omniaudit.load.files import questionnaire_named_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("questionnaire: omnichannel@1\n", "omnichannel@1"),
        ("format: 1\nquestionnaire: omnichannel@1.2.3\n", "omnichannel@1"),
        ("questionnaire:\t my-own.one \n", "my-own.one"),
        ("questionnaire:x@9999\n", "x@9999"),
        ("format: 1\n", ""),
        ("questionnaire:\n", ""),
        ('questionnaire: "omnichannel"\n', ""),
        ("business:\n  questionnaire: other\n", ""),
        ("my-questionnaire: other\n", ""),
        (f"questionnaire: {'x' * 80}\n", "x" * 80),
    ],
)
def test_the_name_stands_on_a_line_of_its_own(text: str, name: str, tmp_path: Path) -> None:
    file = tmp_path / "shop.yaml"
    file.write_text(text, "utf-8")

    assert questionnaire_named_in(str(file)) == name


def test_a_file_that_is_not_there_names_none(tmp_path: Path) -> None:
    assert questionnaire_named_in(str(tmp_path / "shop.yaml")) == ""
    assert questionnaire_named_in(str(tmp_path)) == ""
