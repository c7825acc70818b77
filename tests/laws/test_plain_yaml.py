"""What the plain reader takes, it reads as libyaml does, to the last column."""

from __future__ import annotations

from functools import partial

from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from omniaudit.load.plain_yaml import read_plain
from omniaudit.load.strict_yaml import read_events
from omniaudit.load.tree import Entries
from omniaudit.problems import InputRejected

FILE = "some.yaml"
DEPTH = 8

SIGNS = st.sampled_from(
    [
        ":",
        "-",
        "?",
        "'",
        '"',
        "\\",
        '\\"',
        "\\n",
        "\\x41",
        "\\N",
        "{",
        "}",
        "[",
        "]",
        ",",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%",
        "@",
        "`",
        "<<",
        "~",
        "#",
        "é",
        "€",
        "---",
        "...",
        "=",
        "x:y",
    ]
)
SPACES = st.sampled_from([" ", "  ", "\t", "\r", "\x85", "\u00a0", "\u2028", "\ufeff", "\x07"])
LINES = st.sampled_from(
    ["\n", "\n\n", "\n  \n", "\n  ", "\n#\n", "\n---\n", "\na: b\n", "\n  a: b\n"]
)
SCRAPS = SIGNS | SIGNS.map(lambda sign: f"{sign} ") | SIGNS.map(lambda sign: f" {sign}")
WORDS = st.sampled_from(["a", "2", "unknown", "b c", "it's", "3:00", "a-b", "é→", "x.", "(so)"])
TEXTS = st.lists(WORDS, max_size=2).map(" ".join)
ODD = st.lists(WORDS | SCRAPS | SPACES, max_size=3).map("".join)
QUOTED = st.builds(str.format, st.sampled_from(['"{}"', "'{}'"]), TEXTS | TEXTS | ODD)
LISTS = st.lists(WORDS, max_size=3).map(lambda words: f"[{', '.join(words)}]")
NAMES = st.sampled_from(["a", "level", "data.history", "web -> phone", "x→y", "1", "b c", "a-"])
ODD_NAMES = st.sampled_from(
    ["é", "<<", "- a", "? a", '"a"', "", "a ", "-", "#a", "a #", "a:b", "..."]
)
PAIRS = st.tuples(NAMES, WORDS | QUOTED).map(": ".join)
GROUPS = st.lists(PAIRS, min_size=1, max_size=3).map(lambda pairs: f"{{{', '.join(pairs)}}}")
VALUES = st.one_of(TEXTS, TEXTS, QUOTED, LISTS, GROUPS, ODD)
ENDINGS = st.sampled_from(["\n", "\n", "\n", "  # said\n", " \n", "\n\n", "\n  # a: b\n"])


def entries(indent: str) -> st.SearchStrategy[str]:
    """Some lines of one indentation, nearly always of different names."""
    names = NAMES | NAMES | NAMES | ODD_NAMES
    lines = st.tuples(st.just(indent), names, st.just(": "), VALUES, ENDINGS)
    groups = st.tuples(st.just(indent), names, st.just(":"), ENDINGS)
    return st.lists(lines | groups, max_size=3, unique_by=lambda line: line[1]).map(
        lambda found: "".join("".join(each) for each in found)
    )


OPENED = st.builds(
    lambda name, ending, inside: f"{name}:{ending}{inside}",
    st.sampled_from(["answers", "business", "fit"]),
    ENDINGS,
    st.sampled_from(["  ", "  ", " ", "    "]).flatmap(entries),
)
TIDY = st.tuples(entries(""), OPENED | st.just(""), st.just("end: true\n")).map("".join)


SAMPLE = """\
format: 1
tool: omniaudit 1.0.0
business:
  name: "Libreria \\"Aurora\\""
  channels: [store, web]
  side:
answers:
  # D1 Is it so?
  data.history: {level: 2, coverage: largely, note: "a, b: c # d"}  # beside
  data.consent: {not-applicable: no shops of our own}

  data.offers: unknown
  data.identity:
    level: 3
    note: it's 3:00 #1 a:b
handoffs:
  store -> web: 3
journeys:
  bought-online:
    helped: {result: fail, note: 'the till'}
end: true
"""
CHANGES = st.tuples(st.integers(0, 999), st.integers(0, 2), SCRAPS | SPACES | LINES | WORDS)


def changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    """A text with some of it replaced."""
    for place, gone, new in changes:
        here = place % (len(text) + 1)
        text = text[:here] + new + text[here + gone :]
    return text


FILES = st.builds(changed, TIDY | st.just(SAMPLE), st.lists(CHANGES, max_size=2))


def refused_or_read(text: str) -> Entries | None:
    try:
        return read_events(text, FILE, DEPTH)
    except InputRejected:
        return None


law = partial(settings, deadline=None)


@law(max_examples=1_000)
@given(FILES)
@example(SAMPLE)
@example("a: 1\n  b: 2\n")
@example("a:\n    b: 1\n  c: 2\n")
def test_what_is_taken_is_read_as_libyaml_reads_it(text: str) -> None:
    """None on the left would be a file that libyaml refuses."""
    tree = read_plain(text)

    event(f"taken: {tree is not None}")
    if tree is not None:
        assert refused_or_read(text) == tree


@law(max_examples=200)
@given(FILES)
@example("a: b: c\n")
def test_a_file_that_libyaml_refuses_is_never_taken(text: str) -> None:
    refused = refused_or_read(text) is None

    event(f"refused: {refused}")
    if refused:
        assert read_plain(text) is None
