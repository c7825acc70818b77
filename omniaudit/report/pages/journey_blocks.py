"""Journeys that were tried out, each with its break point."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.model.answers import StepResult
from omniaudit.model.scorecard import JourneyResult
from omniaudit.model.walkthroughs import Journey, JourneyStep
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.charts import JourneyStrip, Moment
from omniaudit.report.document import Block, Bullets, Heading, Picture, Prose
from omniaudit.report.findings.blockers import at_least

RESULTS: dict[StepResult, str] = {
    "pass": "worked",
    "fail": "failed",
    "not-applicable": "does not apply",
    "not-tested": "was not tested",
}


def journeys(assessment: Assessment) -> Iterator[Block]:
    """Every journey as a strip, with what it showed."""
    for number, result in enumerate(assessment.card.journeys):
        journey = assessment.questionnaire.journey[result.journey]
        yield Heading(journey.name, outcome(result))
        yield Prose(journey.story, small=True)
        caption = strip_caption() if number == 0 else ""
        yield Picture(_strip(assessment, journey, result), caption)
        told = _told(assessment, journey, result)
        if told:
            yield Prose(told)
        notes = _notes(assessment, journey)
        if notes:
            yield Bullets(notes)


def outcome(result: JourneyResult) -> str:
    """How a journey ended, beside its name."""
    if result.passed is None:
        return "no result yet"
    return "went through" if result.passed else "broke"


def results(assessment: Assessment, journey: Journey) -> dict[str, StepResult]:
    """The result of every step of a journey, in order."""
    given = assessment.sheet.journeys[journey.id]
    return {step.id: given.get(step.id, "not-tested") for step in journey.steps}


def step_note(assessment: Assessment, journey: Journey, step: JourneyStep) -> str:
    """What was noted at a step, on one line."""
    return wording.one_line(assessment.sheet.step_notes.get((journey.id, step.id), ""))


def _notes(assessment: Assessment, journey: Journey) -> tuple[str, ...]:
    numbered = enumerate(journey.steps, 1)
    noted = ((number, step_note(assessment, journey, step)) for number, step in numbered)
    return tuple(noted_at(number, note) for number, note in noted if note)


def _strip(assessment: Assessment, journey: Journey, result: JourneyResult) -> JourneyStrip:
    found = results(assessment, journey)
    moments = tuple(
        Moment(step.name, found[step.id], step.critical, step.id == result.break_step)
        for step in journey.steps
    )
    told = "; ".join(
        f"{number}. {step.name}: {RESULTS[found[step.id]]}"
        for number, step in enumerate(journey.steps, 1)
    )
    return JourneyStrip(f"{told}.", moments, "breaks here")


def _told(assessment: Assessment, journey: Journey, result: JourneyResult) -> str:
    found = results(assessment, journey)
    steps = {step.id: (number, step) for number, step in enumerate(journey.steps, 1)}
    if result.break_step is not None:
        number, step = steps[result.break_step]
        before = [
            wrong_at(place, each.name)
            for place, each in steps.values()
            if place < number and found[each.id] == "fail"
        ]
        told = broke(number, len(steps), step.criterion, before)
        return f"{told} {_needs(assessment, step)}".strip()
    if result.passed:
        failed = [step.name for step in journey.steps if found[step.id] == "fail"]
        return went_through(failed)
    critical = [step for step in journey.steps if step.critical]
    untested = [step.name for step in critical if found[step.id] == "not-tested"]
    return undecided(untested)


def _needs(assessment: Assessment, step: JourneyStep) -> str:
    needs = [
        f"{assessment.called(each.capability)} {at_least(each.level)}" for each in step.requires
    ]
    return rests_on(wording.listed(needs)) if needs else ""


def strip_caption() -> str:
    """How to read a strip."""
    return "A ring marks a step that has to work for the journey to pass."


def wrong_at(number: int, step: str) -> str:
    """A step that failed before the break, within a sentence."""
    return f"step {number} (\u201c{step}\u201d)"


def broke(number: int, of: int, criterion: str, before: list[str]) -> str:
    """Say where a journey broke, and what failed `before` without stopping the customer."""
    breaks = f"breaks at step {number} of {of}"
    if before:
        breaks = f"goes wrong at {wording.listed(before)} and {breaks}"
    return f"It {breaks}. What should happen there: {criterion}"


def noted_at(number: int, note: str) -> str:
    """What was noted at a step."""
    return f"Noted at step {number}: {note}"


def rests_on(needs: str) -> str:
    """Say what a step rests on."""
    return f"This rests on {needs}."


def went_through(failed: list[str]) -> str:
    """Say what failed beside in a journey that passed; nothing if all went well."""
    if not failed:
        return ""
    names = wording.listed([f"\u201c{name}\u201d" for name in failed])
    return f"Every step that has to work did work; {names} did not, without stopping the customer."


def undecided(untested: list[str]) -> str:
    """Say what is missing for a result."""
    if not untested:
        return "None of the steps that decide applied, so there is no result."
    names = wording.listed([f"\u201c{name}\u201d" for name in untested])
    return f"There is no result before {names} {'is' if len(untested) == 1 else 'are'} tested."
