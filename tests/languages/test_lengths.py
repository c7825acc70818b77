"""What stands in a box of the report fits it, in every language and in the words of every trade."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain

import pytest

from omniaudit.language import SOURCE, say, say_as, speaking
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.walkthroughs import JourneyStep
from omniaudit.report.assessment import Assessment
from omniaudit.report.build import build, planned
from omniaudit.report.document import Block, CapabilityCard, Columns, Document, Section, Table
from omniaudit.report.wording import capital
from omniaudit.report.workbook.book import workbook
from omniaudit.resources import language
from tests.engine.sheets import QUESTIONNAIRE
from tests.languages.boxes import PAGE, RADAR, RADAR_LETTERS, REM, Box
from tests.languages.catalogues import LANGUAGES
from tests.report.cases import CASES, made

ALL = (SOURCE, *LANGUAGES)
MOST_ACROSS = 8
"""Steps of a journey side by side; there are places for four at the least."""
APPENDIX = {"answers", "method", "glossary", "changes"}


@contextmanager
def words(code: str) -> Iterator[list[Questionnaire]]:
    """A language in force, and the questionnaire in it, in the words of every trade."""
    with speaking(language(code)):
        ours = load_questionnaire()
        yield [ours.in_words_of(each.id) for each in ours.profiles]


def fits(box: Box, texts: Iterable[str], least: int) -> None:
    """Assert that all texts fit, and that there were as many as expected."""
    told = list(texts)
    assert len(told) >= least
    assert box.refuses(told) == []


@pytest.mark.parametrize("code", ALL)
def test_names_of_practices_fit_the_scorecard_the_heat_map_and_their_card(code: str) -> None:
    with words(code) as trades:
        ours = [each for trade in trades for each in trade.capabilities]

    names = {each.name for each in ours}
    fits(Box(0.41 * PAGE - 0.8 * REM, 0.88, lines=2), names, 24)
    fits(Box(0.67 * PAGE - 2.75 * REM, 0.95, 600, lines=2), names, 24)
    heat = Box(0.82 / 6 * PAGE - 0.3 * REM, 0.74, lines=4, divided=16)
    fits(heat, {f"{each.code} {each.name}" for each in ours}, 24)


@pytest.mark.parametrize("code", ALL)
def test_channels_fit_the_matrix(code: str) -> None:
    with words(code) as trades:
        names = {each.name for trade in trades for each in trade.channels}

    fits(Box(0.77 / 6 * PAGE - 0.4 * REM - 2, 0.76, 500, lines=2, divided=16), names, 10)
    fits(Box(0.20 * PAGE - 2.4 * REM, 0.9, lines=2), names, 10)
    # Rows of many channels are set on one line.
    long = [each for each in names if Box(0.24 * PAGE - 2.4 * REM, 0.9).refuses([each])]
    assert len(long) <= len(names) // 4


@pytest.mark.parametrize("code", ALL)
def test_stages_fit_the_strip_the_scorecard_and_the_figures(code: str) -> None:
    with words(code) as trades:
        names = [capital(each.name) for each in trades[0].stages]
        spans = [say("{low} to {high}", low=names[0], high=each.lower()) for each in names[1:]]
        tags = [say(each) for each in ("Today", "Certain today", "At the least", "Possible")]
        tags += [say(each) for each in ("At the most", "Target", "Target: stay here")]
        tags += [say("Enough for now")]
        heads = [say("Today"), say("Target")]

    fits(Box(PAGE / 4 - 0.8 * REM, 0.9, 600), names, 4)
    fits(Box(0.1 * PAGE, 0.72), names, 4)
    fits(Box(PAGE / 6 - 0.7 * REM, 0.8), names, 4)
    fits(Box(PAGE / 3 - 1.1 * REM, 1.35, 601), names, 4)
    fits(Box(PAGE / 4 - 1.1 * REM, 1.15, 601, lines=2), spans, 3)
    fits(Box(PAGE / 4 - 1.75 * REM, 0.8, 500), tags, 8)
    fits(Box(0.065 * PAGE, 0.76, 500), heads, 2)


@pytest.mark.parametrize("code", ALL)
def test_dimensions_fit_the_heat_map_and_the_radar(code: str) -> None:
    with words(code) as trades:
        names = {each.name for trade in trades for each in trade.dimensions}

    fits(Box(0.18 * PAGE - 0.8 * REM, 0.9, 600, lines=2), names, 4)
    rows = {row for each in names for row in textwrap.wrap(each, 17)}
    fits(Box(RADAR, RADAR_LETTERS), rows, 4)


def across(steps: tuple[JourneyStep, ...]) -> int:
    return min(max(len(steps), 4), MOST_ACROSS)


@pytest.mark.parametrize("code", ALL)
def test_steps_of_journeys_stand_under_their_marks(code: str) -> None:
    with words(code) as trades:
        steps = {
            (across(journey.steps), each.name)
            for trade in trades
            for journey in trade.journeys
            for each in journey.steps
        }

    for count in {many for many, _ in steps}:
        box = Box(PAGE / count - 0.7 * REM, 0.8, 500, lines=4, divided=12)
        fits(box, (name for many, name in steps if many == count), 4)


@pytest.mark.parametrize("code", ALL)
def test_titles_of_steps_fit_the_timetable_on_two_lines(code: str) -> None:
    with words(code) as trades:
        practices = [each for trade in trades for each in trade.capabilities]
    titles = {step.title for each in practices for step in each.steps}

    box = Box(0.39 * PAGE - 0.8 * REM, 0.82, lines=2)
    fits(box, titles, 72)
    # The drawing beside a title is as high as the letters make believe.
    assert [each for each in titles if box.broken(each) > -(-len(each) // 46)] == []


@pytest.mark.parametrize("code", ALL)
def test_particulars_and_figures_of_page_one_fit_their_places(code: str) -> None:
    with words(code) as trades:
        ours = trades[0]
        labels = [say_as("date", "Assessed"), say("Kind of business"), say("Answered by")]
        labels += [say_as("of a business", "Size"), say_as("kind of assessment", "How")]
        values = [each.name for each in ours.profiles]
        values += [f"{each.name}, {each.meaning}" for each in ours.sizes]
        values += [each.name for each in ours.modes.values()]
        under = [say("person-weeks to {stage}", stage=each.name) for each in ours.stages]
        under += [say("index, 0 to 100"), say("practices answered"), say("confidence")]
        under += [say("person-weeks to a higher stage"), say("no way to a higher stage")]
        verdicts = {each.name for trade in trades for each in trade.fit.verdicts}

    fits(Box(PAGE / 5 - REM, 0.86), labels, 5)
    fits(Box(PAGE / 5 - REM, 0.86, lines=3), values, 12)
    fits(Box(PAGE / 4 - 1.1 * REM, 0.9, 500, lines=2), under, 9)
    fits(Box(PAGE - 3 * REM, 1.0, 600), verdicts, 5)


@pytest.mark.parametrize("code", ALL)
def test_bands_fit_the_table_of_steps(code: str) -> None:
    with words(code) as trades:
        bands = [f"{each.weeks[0]}\u2013{each.weeks[1]} ({each.name})" for each in trades[0].bands]

    fits(Box(2 / 13 * PAGE, 0.86, lines=2), bands, 4)
    fits(Box(3 / 24 * PAGE - 0.9 * REM, 0.8, lines=2), bands, 4)


@cache
def assessments(code: str) -> tuple[Assessment, ...]:
    """All kinds of assessments of the whole questionnaire, in the words of a language."""
    with speaking(language(code)):
        ours = load_questionnaire()
        cases = [made(name) for name in CASES]
        whole = [each.card for each in cases if each.questionnaire is QUESTIONNAIRE]
        return tuple(planned(ours, card) for card in whole)


@cache
def documents(code: str) -> tuple[Document, ...]:
    with speaking(language(code)):
        return tuple(map(build, assessments(code)))


def tables(blocks: Iterable[Block], width: float) -> Iterator[tuple[float, Table]]:
    """Every table with its width."""
    for each in blocks:
        if isinstance(each, Table):
            yield width, each
        elif isinstance(each, Columns):
            yield from tables(each.left, width / 2 - 1.4 * REM)
            yield from tables(each.right, width / 2)


def heads(section: Section) -> Iterator[tuple[str, Box]]:
    """Every heading of a column with its box; no heading is divided."""
    appendix = section.id in APPENDIX
    for width, table in tables(section.blocks, PAGE):
        total = sum(each.share for each in table.columns)
        size = 0.74 if appendix else 0.76 if table.small else 0.82
        for each in table.columns:
            gap = 0.0 if each is table.columns[-1] else 0.2 if appendix else 0.9
            gap += 0.7 if each.align == "left" and each is not table.columns[0] else 0.0
            yield each.title, Box(width * each.share / total - gap * REM, size, 500, lines=3)


@pytest.mark.parametrize("code", ALL)
def test_headings_of_columns_are_not_divided(code: str) -> None:
    found = {
        each for document in documents(code) for part in document.sections for each in heads(part)
    }

    assert len({title for title, _ in found}) > 40
    assert sorted(set(chain(*(box.refuses([title]) for title, box in found)))) == []


@pytest.mark.parametrize("code", ALL)
def test_labels_fit_the_running_header_and_cards_their_line(code: str) -> None:
    parts = [part for document in documents(code) for part in document.sections]
    cards = [each for part in parts for each in part.blocks if isinstance(each, CapabilityCard)]
    page, of = documents(code)[0].page_of

    fits(Box(PAGE, 7.4 / REM), {part.label for part in parts}, 12)
    fits(Box(0.14 * PAGE, 7.4 / REM), [f"{page} 188 {of} 188"], 1)
    fits(Box(0.33 * PAGE, 0.8), {each.standing for each in cards}, 6)
    names = {rung.name for each in cards for rung in each.rungs}
    fits(Box(0.25 * PAGE - 1.4 * REM, 0.8, 600, lines=2), names, 8)


@pytest.mark.parametrize("code", ALL)
def test_sheets_have_names_that_a_workbook_takes_and_headings_that_fit(code: str) -> None:
    with speaking(language(code)):
        books = list(map(workbook, assessments(code), documents(code)))

    assert len(books) > 30
    for each in books:
        names = [sheet.title for sheet in each.sheets]
        assert len({name.lower() for name in names}) == len(names) > 4
        for name in names:
            assert 0 < len(name) <= 31, name
            assert not set(name) & set("[]:*?/\\"), name
            assert name == name.strip("'"), name
    wide = {
        f"{column.title} ({column.width})"
        for each in books
        for sheet in each.sheets
        for column in sheet.columns
        if max(map(len, column.title.replace("-", " ").split()), default=0) > column.width
    }
    assert wide == set()
