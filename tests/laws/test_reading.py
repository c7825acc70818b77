"""What holds whatever stands in an answers file: it is read, or refused in plain words.

`benchmarks/mutated_files.py` damages good files; these texts are made of what the format knows.
"""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from omniaudit.catalogue import CATALOGUE
from omniaudit.load.answers import FILE_KEYS, read_answers
from omniaudit.problems import MAX_PROBLEMS, InputRejected
from tests.engine.sheets import QUESTIONNAIRE
from tests.laws.strategies import law

FILE = "shop.yaml"
NAMES = st.sampled_from(
    [
        *FILE_KEYS,
        *("name", "profile", "size", "channels", "role", "side", "level", "note", "flag", "reason"),
        *(
            "not-applicable",
            "coverage",
            "evidence",
            "result",
            "traffic",
            "store -> web",
            "<<",
            "? ",
        ),
        *(each.id for each in QUESTIONNAIRE.capabilities[:4]),
        *(each.id for each in QUESTIONNAIRE.fit.items[:2]),
        *(each.id for each in QUESTIONNAIRE.journeys[:2]),
        *(each.id for each in QUESTIONNAIRE.journeys[0].steps[:2]),
    ]
)
VALUES = st.sampled_from(
    [
        *("", "0", "1", "2", "3", "4", "unknown", "yes", "true", "fully", "seen", "pass", "fail"),
        *("retail", "small", "store", "[store, web]", "{level: 2}", "{level: 1, note: a}", "audit"),
        *("{not-applicable: none}", "[", "{", "]", "}", "{}", "[]", "'", '"', "|", ">", "&a", "*a"),
        *("!!int 2", "! x", "%", "@", "`", "2026-11-21", "2026-02-30", "NO", "~", ".nan", "017"),
        *('"\\e[31m"', '"\\ud800"', '"\\0"', "\x1b[2J", "\x9b", "\u202e", "\ufeff", "a\u0301" * 9),
        *("- 2", "- - 2", "# 2", "x" * 90, "---", "...", "omnichannel@1", "omnichannel@9", "1.0.0"),
    ]
)
LINES = st.tuples(
    st.sampled_from(["", "", "  ", "  ", "    ", "\t", "- ", "{"]),
    st.one_of(NAMES, NAMES, NAMES, VALUES, st.text(max_size=8)),
    st.sampled_from([": ", ": ", ": ", ":", "", ": {", " "]),
    st.one_of(VALUES, VALUES, VALUES, NAMES, st.text(max_size=12)),
    st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "\x85", "\n\n", ""]),
).map("".join)
HEAD = (
    "format: 1\nbusiness:\n  name: Corner Bookshop\n  profile: retail\n  size: small\n"
    "  channels: [store, web]\n"
)
TEXTS = st.tuples(
    st.sampled_from(
        [HEAD, HEAD, f"{HEAD}answers:\n", f"{HEAD}handoffs:\n", f"{HEAD}journeys:\n", ""]
    ),
    st.lists(LINES, max_size=12).map("".join),
).map("".join)
FILES = st.one_of(
    TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary(max_size=200),
    st.tuples(TEXTS, st.binary(max_size=3), st.integers(0, 400)).map(
        lambda drawn: drawn[0].encode("utf-8", "surrogatepass")[: drawn[2]] + drawn[1]
    ),
)
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@law
@given(FILES)
def test_a_file_is_read_or_refused_in_plain_words_at_a_place_in_it(data: bytes) -> None:
    try:
        found = read_answers(data, FILE, QUESTIONNAIRE)
    except InputRejected as rejected:
        problems = rejected.problems
        assert any(each.severity == "error" for each in problems)
    else:
        problems = found.warnings
        assert all(each.severity == "warning" for each in problems)
    lines = len(_LINE_BREAK.findall(data.decode("utf-8", "replace"))) + 1

    assert len(problems) <= MAX_PROBLEMS + 1
    for each in problems:
        assert each.code in CATALOGUE
        assert each.place.file == FILE
        assert 0 <= each.place.line <= lines + 1  # right behind the end, where more is missing
        assert (each.place.line == 0) == (each.place.column == 0)
        assert each.message.isprintable()
        assert each.remedy.isprintable()
        assert each.message.strip()
        assert each.remedy.strip()
