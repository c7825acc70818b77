"""Journeys that were tried out, each with its break point."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.language import mark, say, say_count
from omniaudit.model.answers import StepResult
from omniaudit.model.scorecard import JourneyResult
from omniaudit.model.walkthroughs import Journey, JourneyStep
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.charts import JourneyStrip, Moment
from omniaudit.report.document import Block, Bullets, Heading, Picture, Prose

RESULTS: dict[StepResult, str] = {
    "pass": mark("worked"),
    "fail": mark("failed"),
    "not-applicable": mark("does not apply"),
    "not-tested": mark("was not tested"),
}
"""How a step turned out, said later."""


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
        return say("no result yet")
    return say("went through") if result.passed else say("broke")


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
        f"{number}. {step.name}: {say(RESULTS[found[step.id]])}"
        for number, step in enumerate(journey.steps, 1)
    )
    return JourneyStrip(f"{told}.", moments, say("breaks here"))


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
        practice_at_least(assessment.called(each.capability), each.level) for each in step.requires
    ]
    return rests_on(wording.listed(needs)) if needs else ""


def strip_caption() -> str:
    """How to read a strip."""
    return say("A ring marks a step that has to work for the journey to pass.")


def wrong_at(number: int, step: str) -> str:
    """A step that failed before the break, within a sentence."""
    # Translators: stands after "It goes wrong at"
    return say("step {number} (\u201c{step}\u201d)", number=number, step=step)


def broke(number: int, of: int, criterion: str, before: list[str]) -> str:
    """Say where a journey broke, and what failed `before` without stopping the customer."""
    if not before:
        return say(
            "It breaks at step {number} of {of}. What should happen there: {criterion}",
            number=number,
            of=of,
            criterion=criterion,
        )
    return say(
        "It goes wrong at {steps} and breaks at step {number} of {of}. What should happen there: "
        "{criterion}",
        steps=wording.listed(before),
        number=number,
        of=of,
        criterion=criterion,
    )


def noted_at(number: int, note: str) -> str:
    """What was noted at a step."""
    return say("Noted at step {number}: {note}", number=number, note=note)


def practice_at_least(practice: str, level: int) -> str:
    """A practice with the level that a step rests on."""
    # Translators: a practice that is needed, in a list
    if level == TOP:
        return say("{practice} at level {level}", practice=practice, level=level)
    return say("{practice} at level {level} or above", practice=practice, level=level)


def rests_on(needs: str) -> str:
    """Say what a step rests on."""
    return say("This rests on {practices}.", practices=needs)


def went_through(failed: list[str]) -> str:
    """Say what failed beside in a journey that passed; nothing if all went well."""
    if not failed:
        return ""
    return say_count(
        len(failed),
        "Every step that has to work did work; {steps} did not, without stopping the customer.",
        "Every step that has to work did work; {steps} did not, without stopping the customer.",
        steps=wording.listed([quoted(name) for name in failed]),
    )


def undecided(untested: list[str]) -> str:
    """Say what is missing for a result."""
    if not untested:
        return say("None of the steps that decide applied, so there is no result.")
    return say_count(
        len(untested),
        "There is no result before {steps} is tested.",
        "There is no result before {steps} are tested.",
        steps=wording.listed([quoted(name) for name in untested]),
    )


def quoted(step: str) -> str:
    """The name of a step within a sentence."""
    return say("\u201c{name}\u201d", name=step)
