"""A JSON Schema of answers files: what may be answered to a questionnaire, for editors to check.

It accepts what `load.answers` accepts. It cannot see that a key stands twice, that `end` is not
the last line, that a day was never in the calendar, or that a text is invisible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from omniaudit.forms.schema_pieces import (
    DIALECT,
    Schema,
    blank,
    defined,
    either,
    entries,
    group,
    items,
    number,
    or_blank,
    text,
    words,
    written,
    yes_no,
)
from omniaudit.language import say
from omniaudit.model.answers import Side, StepResult
from omniaudit.model.capability import Capability
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.terms import Term
from omniaudit.model.walkthroughs import FitItem, Journey

_DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_LEVELS: tuple[object, ...] = (0, 1, 2, 3)
_COUNTED: Schema = {"anyOf": [{"enum": [*_LEVELS]}, {"type": "string", "pattern": "^[0-3]$"}]}
_LEVEL = either(_COUNTED, {"const": "unknown"})


def answers_schema(questionnaire: Questionnaire) -> Schema:
    """The schema of the answers files of a questionnaire, with its own texts as descriptions."""
    ours = questionnaire
    title = say("Answers to “{questionnaire}”", questionnaire=ours.title)
    closed = {"required": ["end"], "properties": {"end": {"enum": [True, "true"]}}}
    return {
        "$schema": DIALECT,
        "$comment": made_for(ours),
        "title": title,
        "description": ours.purpose,
        **group(_keys(ours), ["format", "business"]),
        "if": written("tool"),
        "then": closed,
        "$defs": _shared(ours),
    }


def made_for(questionnaire: Questionnaire) -> str:
    """By which we know a schema that we made, so that it may be made anew."""
    return f"Made by omniaudit questions schema answers, for {questionnaire.id}."


def file_name(questionnaire: Questionnaire) -> str:
    """The name of the schema beside an answers file."""
    return f"{questionnaire.id}.answers.schema.json"


def editor_line(questionnaire: Questionnaire) -> str:
    """The comment by which editors find the schema beside an answers file."""
    return f"# yaml-language-server: $schema={file_name(questionnaire)}"


def _keys(ours: Questionnaire) -> dict[str, Schema]:
    channels = "|".join(sorted(map(re.escape, ours.channel), key=len, reverse=True))
    return {
        "format": {"enum": [1, "1"], "description": say("Always 1.")},
        "tool": _told(text(), say("The program that wrote the file; it ends in `end: true`.")),
        "questionnaire": or_blank(_named(ours)),
        "business": _business(ours),
        "respondent": _respondent(),
        "date": _told(or_blank(text(_DAY)), say("The day of the assessment, as 2026-11-21.")),
        "mode": or_blank(_terms(ours.modes.values())),
        "answers": or_blank(
            entries(
                {each.id: _question(each) for each in ours.capabilities},
                say("There is no such question."),
            )
        ),
        "fit": or_blank(
            entries(
                {each.id: _fit_item(each) for each in ours.fit.items},
                say("There is no such fit item."),
            )
        ),
        "handoffs": _handoffs(ours, channels),
        "journeys": or_blank(
            entries(
                {each.id: _journey(each) for each in ours.journeys},
                say("There is no such journey."),
            )
        ),
        "end": or_blank({"enum": [True, "true"]}),
    }


def _named(ours: Questionnaire) -> Schema:
    major, _, rest = ours.version.partition(".")
    usual: Schema = {"enum": [f"{ours.id}@{major}", f"{ours.id}@{ours.version}"]}
    pattern = rf"^{re.escape(ours.id)}(@({major}(\.{re.escape(rest)})?)?)?$"
    if ours.quick:
        pattern = rf"{pattern}|^{re.escape(ours.quick)}(@.*)?$"
    return either(usual, {"type": "string", "pattern": pattern})


def _business(ours: Questionnaire) -> Schema:
    channels = {**items(_terms(ours.channels)), "uniqueItems": True}
    keys = {
        "name": text(),
        "profile": _terms(ours.profiles),
        "size": _terms(ours.sizes),
        "channels": or_blank(channels),
    }
    return _told(group(keys, ["name", "profile", "size"]), say("Whom the answers are about."))


def _respondent() -> Schema:
    sides = words(get_args(Side))
    keys = {"role": or_blank(text()), "side": or_blank(sides)}
    return _told(or_blank(group(keys)), say("Who answered; a role is enough."))


def _question(capability: Capability) -> Schema:
    ladder = _ladder(capability.question, capability.levels)
    title = f"{capability.code} {capability.name}"
    return {"title": title, "description": ladder, **defined("answer")}


def _fit_item(item: FitItem) -> Schema:
    ladder = _ladder(item.question, item.answers)
    return {"title": item.name, "description": ladder, **defined("fit")}


def _ladder(question: str, levels: Iterable[str]) -> str:
    return "\n\n".join([question, *(f"{level}: {each}" for level, each in enumerate(levels))])


def _journey(journey: Journey) -> Schema:
    steps: dict[str, Schema] = {
        step.id: {"title": step.name, "description": step.criterion, **defined("step")}
        for step in journey.steps
    }
    title = f"{journey.code} {journey.name}"
    walked = or_blank(entries(steps, say("There is no such step in this journey.")))
    return {"title": title, "description": journey.story, **walked}


def _handoffs(ours: Questionnaire, channels: str) -> Schema:
    arrow = r"\s*(->|→)\s*"
    pair = rf"^\s*(?!({channels}){arrow}\1\s*$)({channels}){arrow}({channels})\s*$"
    unknown = say("Write two different channels, such as `store -> web`.")
    ladder = _ladder(say("How customers get from one channel to another."), ours.handoffs.levels)
    named = {**entries({}, unknown), "patternProperties": {pair: defined("handoff")}}
    return _told(or_blank(named), ladder)


def _shared(ours: Questionnaire) -> Schema:
    note = _told(or_blank(text()), say("What was said or seen."))
    flag = _told(or_blank(yes_no()), say("Whether to come back to it."))
    level = or_blank(_LEVEL)
    traffic = say("How many customers go this way.")
    crowd = _told(or_blank(number(0, 3)), _ladder(traffic, ours.handoffs.traffic))
    results = or_blank(words(get_args(StepResult)))
    fit = _filled({"level": level, "note": note, "flag": flag})
    step = _filled({"result": results, "note": note})
    passing = or_blank(either(_LEVEL, {"const": "not-applicable"}))
    handoff = group({"level": passing, "traffic": crowd, "note": note})
    handoff["anyOf"] = [written("level"), written("note")]
    return {
        "answer": either(level, _details(ours, note, flag)),
        "fit": either(level, fit),
        "handoff": either(passing, handoff),
        "step": either(results, step),
    }


def _details(ours: Questionnaire, note: Schema, flag: Schema) -> Schema:
    """An answer with what belongs to it: coverage and evidence belong to a level alone."""
    reason = say("Why the question does not concern the business; instead of a level.")
    keys = {
        "level": or_blank(_LEVEL),
        "not-applicable": _told(text(), reason),
        "coverage": or_blank(_terms(ours.coverage.values())),
        "evidence": or_blank(_terms(ours.evidence.values())),
        "note": note,
        "flag": flag,
    }
    bare: Schema = {"properties": {"coverage": blank(), "evidence": blank()}}
    levelled: Schema = {"if": written("level", _COUNTED), "else": bare}
    excused: Schema = {
        "if": {"required": ["not-applicable"]},
        "then": {"properties": {**dict.fromkeys(("level", "coverage", "evidence"), blank())}},
    }
    return {**_filled(keys), "allOf": [levelled, excused]}


def _filled(keys: dict[str, Schema]) -> Schema:
    """A group in which something is said."""
    return {**group(keys), "not": {"additionalProperties": blank()}}


def _terms(terms: Iterable[Term]) -> Schema:
    return words({each.id: f"{each.name}: {each.meaning}" for each in terms})


def _told(schema: Schema, description: str) -> Schema:
    return {"description": description, **schema}
