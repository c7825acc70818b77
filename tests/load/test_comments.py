"""Comments and blank lines stay where they belong when a file is written back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from omniaudit.forms.blank import blank_answers
from omniaudit.load import strict_yaml
from omniaudit.load.answers import read_answers
from omniaudit.load.comments import NO_COMMENTS, comments_of
from omniaudit.load.tree import Items, Node, Text
from omniaudit.load.writing import answers_text
from omniaudit.model.answers import Answered, AnswerSheet
from omniaudit.problems import InputRejected
from tests.hostile.cases import questionnaire
from tests.load.test_answers import FULL, SHORT

SAMPLE = Path(__file__).parents[2] / "questionnaires/omnichannel/1/sample.yaml"
PROFILES = list(questionnaire().profile)
HEAD = """\
format: 1
tool: omniaudit 0.3.0
questionnaire: omnichannel@1.0.0
business:
  name: "Corner Bookshop"
  profile: retail
  size: micro
  channels: []
mode: self
"""


def sheet_of(data: bytes) -> AnswerSheet:
    return read_answers(data, "shop.yaml", questionnaire())


def rewritten(data: bytes) -> str:
    comments = comments_of(data)
    return answers_text(sheet_of(data), questionnaire(), tool="omniaudit 0.3.0", comments=comments)


def kept(data: bytes) -> str:
    """The file written back, after all that must hold of any."""
    text = rewritten(data)
    before, after = sheet_of(data), sheet_of(text.encode())
    assert replace(after, questionnaire="", sha256="", warnings=()) == replace(
        before, questionnaire="", sha256="", warnings=()
    )
    assert rewritten(text.encode()) == text
    return text


def below(text: str) -> str:
    """What a file says below its head, without the line that ends it."""
    written = kept((SHORT + text).encode())
    assert written.startswith(HEAD)
    assert written.endswith("end: true\n")
    return written.removeprefix(HEAD).removesuffix("end: true\n")


def test_a_file_in_its_own_form_stays_as_it_is() -> None:
    text = """\
# Our first attempt.

# Filled in together.
format: 1  # of the file
tool: omniaudit 0.3.0
questionnaire: omnichannel@1.0.0
business:  # as registered

  # by its sign
  name: "Corner # Bookshop"
  profile: retail  # with a café
  size: micro
  channels: [store, web]  # no app
# respondent: not yet

mode: self
answers:
  # CI1
  integration.coverage: 2  # to be seen


  # nobody knew
  integration.continuity:
  data.history: {level: 1, note: "#1"}  # twice
  # that was all

# Fit
fit:
  # not asked so far
handoffs:  # at the counter
  # both ways
  store -> web: 2
  web -> store:  # later
journeys:
  # on Monday
  click-and-collect:  # in the centre
    order-online: pass
    # the site was slow
    choose-store:  # which one?
    # enough
  # no others
# Thank you.
end: true  # really
"""

    assert kept(text.encode()) == text


def test_comments_of_a_file_in_another_order_move_with_their_lines() -> None:
    text = """\
# Ours
fit:
    # money
    resources.budget: 1
business:
    # kind
    profile: retail
    name: Corner Bookshop   # name
    size: micro
# version
format: 1
# The end
"""
    assert (
        kept(text.encode())
        == """\
# Ours
# version
format: 1
tool: omniaudit 0.3.0
questionnaire: omnichannel@1.0.0
business:
  name: "Corner Bookshop"  # name
  # kind
  profile: retail
  size: micro
  channels: []
mode: self
fit:
  # money
  resources.budget: 1
# The end
end: true
"""
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # An answer of several lines comes to stand in one.
        (
            "answers:\n  data.history:  # a\n    level: 2\n",
            "answers:\n  data.history: 2  # a\n",
        ),
        (
            "answers:\n  data.history:  # a\n    # b\n\n    level: 2  # c\n    note: x  # d\n",
            'answers:\n  # a\n  # b\n  # c\n  data.history: {level: 2, note: "x"}  # d\n',
        ),
        (
            "fit: { # a\n resources.budget: {level: 2, # b\n note: x # c\n } # d\n , # e\n # f\n}",
            (
                "fit:  # a\n  # b\n  # c\n  # d\n"
                '  resources.budget: {level: 2, note: "x"}  # e\n  # f\n'
            ),
        ),
        (
            "answers:\n  ? data.history  # a\n  : 2  # b\n",
            "answers:\n  # a\n  data.history: 2  # b\n",
        ),
        # What is no comment, and what is one after all.
        (
            "answers:\n data.history:\n  note: |-  # a\n   # b\n    c # d\n # e\n data.consent: 1",
            'answers:\n  data.history: {note: "# b\\n c # d"}  # a\n  # e\n  data.consent: 1\n',
        ),
        (
            "answers:\n  data.history: {note: 'a # b\n    # c'}\n  data.consent: {note: a#b} # d\n",
            'answers:\n  data.history: {note: "a # b # c"}\n  data.consent: {note: "a#b"}  # d\n',
        ),
        # Ends of sections.
        ("fit:\n  # a\nhandoffs:\n # b\n# c\n", "fit:\n  # a\nhandoffs:\n  # b\n# c\n"),
        (
            "journeys:\n   review-to-visit:\n     read-review: pass\n    # a\n   # b\n# c\n  # d",
            "journeys:\n  review-to-visit:\n    read-review: pass\n    # a\n  # b\n# c\n# d\n",
        ),
        (
            "journeys:\n  click-and-collect:\n    # a\n",
            "journeys:\n  click-and-collect:\n    # a\n",
        ),
        # Empty lines stay only where a comment stands at them.
        ("answers:\n  data.history:\n\n  data.consent: 2\n", "answers:\n\n  data.consent: 2\n"),
        (
            "answers:\n\n  data.history:\nfit:\n\n  resources.budget: 1\n",
            "fit:\n\n  resources.budget: 1\n",
        ),
        # Pairs are written in one way, and names that nobody knows cannot stay.
        (
            "handoffs:\n  web→store: # a\n  # b\n  store->web: 1\n  moon->web: # c\n  web->: # d\n",
            "handoffs:\n  # b\n  store -> web: 1\n  web -> store:  # a\n  # c\n  # d\n",
        ),
        (
            "answers:\n  # a\n  data.histroy:  # b\n  # c\n  data.history: 1\n  # d\n",
            "answers:\n  # c\n  data.history: 1\n  # a\n  # b\n  # d\n",
        ),
        (
            "handoffs:\n  web->store:  # a\n  web -> store: # b\n",
            "handoffs:\n  # a\n  web -> store:  # b\n",
        ),
        # Other line breaks, and none at the end.
        (
            "answers: # a\r\n  # b\r\n\r\n  data.history: 1 # c",
            "answers:  # a\n  # b\n\n  data.history: 1  # c\n",
        ),
        (
            "# a\u2028fit: # b\x85  # c\r  resources.budget: 1",
            "# a\nfit:  # b\n  # c\n  resources.budget: 1\n",
        ),
    ],
)
def test_where_comments_go(before: str, after: str) -> None:
    assert below(before) == after


def test_empty_particulars_stay_where_a_comment_stands() -> None:
    text = "date:  # when?\nrespondent:\n  # a\n  role:  # who?\n  side:\nfit:\n"
    written = kept((SHORT + text).encode())

    assert "\nrespondent:\n  # a\n  role:  # who?\ndate:  # when?\nmode: self\nend:" in written


def test_comments_around_the_marks_of_a_document_stay() -> None:
    text = f"# a\n--- # b\n# c\n{SHORT}# d\n...  # e\n# f\n"
    written = kept(text.encode())

    assert written.startswith("# a\n# b\n# c\nformat: 1\n")
    assert "size: micro  # e\n" in written
    assert written.endswith("mode: self\n# d\n# f\nend: true\n")


def test_a_byte_order_mark_is_no_comment() -> None:
    for marks in ("\ufeff", "\ufeff\ufeff"):
        assert kept(f"{marks}# a\n{SHORT}".encode()).startswith("# a\nformat: 1\n")


def test_an_answer_comes_to_stand_at_its_comments() -> None:
    """As in an interview about a file from `omniaudit new`."""
    text = f"{SHORT}answers:\n  # What do you see?\n  data.history:  # ask\n".encode()
    sheet = replace(sheet_of(text), answers={"data.history": Answered(2)})
    written = answers_text(
        sheet, questionnaire(), tool="omniaudit 0.3.0", comments=comments_of(text)
    )

    assert "answers:\n  # What do you see?\n  data.history: 2  # ask\nend: true\n" in written


@pytest.mark.parametrize("profile", PROFILES)
def test_the_files_of_new_keep_every_line(profile: str) -> None:
    text = blank_answers(questionnaire(), profile, "Corner Bookshop")
    written = kept(text.encode()).splitlines()

    assert len(written) > 400
    assert [line for line in written if line not in {"tool: omniaudit 0.3.0", "end: true"}] == [
        line.replace("omnichannel@1", "omnichannel@1.0.0") for line in text.splitlines()
    ]


def test_the_sample_keeps_its_comments() -> None:
    data = SAMPLE.read_bytes()
    comments = [line for line in data.decode().splitlines() if line.strip().startswith("#")]
    written = kept(data).splitlines()

    assert comments == [line for line in written if line.strip().startswith("#")]


def test_what_is_no_answers_file_has_no_comments() -> None:
    with pytest.raises(InputRejected):
        comments_of(b"a: [")
    for text in ("answers: [a, {b: 1}]  # c", "journeys: {a: {b: {c: [d]}}} # e", "? \n: 1 # f"):
        assert comments_of(text.encode()) != NO_COMMENTS
    assert comments_of(b"a: 1") == NO_COMMENTS


STYLES = (
    FULL,
    FULL.replace("\n", "\r\n"),
    f"""{SHORT}answers:
  data.history:
    level: 2
    note: |
      order # list

      checked
    coverage:
      largely
  integration.continuity:
      level: unknown
      note: 'two

        # lines'
  data.identity:
  data.histroy:
  ? data.consent
  : note: >-
      folded
      twice
handoffs: {{store -> web: 1,
  web->store: , store->phone:
    2, moon -> web: }}
journeys:
    click-and-collect:
        order-online:
            pass
        choose-store: {{result: fail,
          note: "no
          login"}}
    bought-online-helped-in-store:
respondent: {{
  role: owner,
  side: }}
""",
)
PIECES = st.sampled_from(
    ["\n", "\n\n", " ", "    ", "\t", "\ufeff", "\u2028", "'", '"', "{", ", ", ""]
)


@st.composite
def commented(draw: st.DrawFn) -> tuple[str, list[str]]:
    """An answers file with marks strewn into it, most of them comments."""
    lines = draw(st.sampled_from(STYLES)).split("\n")
    marks = [f"# mark-{number}." for number in range(draw(st.integers(1, 8)))]
    for mark in marks:
        number = draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        inside = st.nothing() if "mark" in line else st.integers(0, len(line))
        cut = draw(st.sampled_from([0, len(line)]) | inside)
        lines[number] = f"{line[:cut]}{draw(PIECES)} {mark}\n{draw(PIECES)}{line[cut:]}"
    return "\n".join(lines), marks


def words_of(node: Node) -> str:
    """Everything in a tree that is no comment."""
    if isinstance(node, Text):
        return f"{node.value}\n"
    if isinstance(node, Items):
        return "".join(words_of(each) for each in node.items)
    return "".join(words_of(key) + words_of(value) for key, value in node.entries.values())


def is_accepted(data: bytes) -> bool:
    try:
        sheet_of(data)
    except InputRejected:
        return False
    return True


@given(commented())
@settings(max_examples=200)
def test_no_comment_is_lost_wherever_it_stands(strewn: tuple[str, list[str]]) -> None:
    text, marks = strewn
    data = text.encode()
    assume(is_accepted(data))
    said = words_of(strict_yaml.read(data, ""))
    written = kept(data)

    assert [mark for mark in marks if mark not in said and mark not in written] == []
