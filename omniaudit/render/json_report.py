"""Reports as JSON documents with a versioned schema; keys are only ever added.

What a reader is told stands beside the numbers it is told about. How it is laid out is left out.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import get_args

from omniaudit.render.json import Document, number, score
from omniaudit.render.json_plan import plan
from omniaudit.report import charts, document
from omniaudit.report.assessment import Assessment

SCHEMA = "omniaudit/report@1"

_KINDS = {*get_args(document.Block), *get_args(charts.Chart)}
"""What may stand in one another's place and so says what it is."""

_LAYOUT = {"share", "small", "own_page", "page_of", "brand"}
_WORD = re.compile(r"(?<!^)(?=[A-Z])")


def report(assessment: Assessment, told: document.Document) -> Document:
    """A report as `omniaudit/report@1`: score, plan and document."""
    return {
        "schema": SCHEMA,
        "score": score(assessment.questionnaire, assessment.card),
        "plan": plan(assessment.plan),
        "document": _plain(told),
    }


def _plain(value: object) -> object:
    """A value in the terms of JSON: keys as the fields are called, numbers rounded."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float):
        return number(value)
    if not is_dataclass(value):
        return value
    kind = {"kind": kind_of(type(value))} if type(value) in _KINDS else {}
    kept = [each.name for each in fields(value) if each.name not in _LAYOUT]
    return {**kind, **{name: _plain(getattr(value, name)) for name in kept}}


def kind_of(block: type) -> str:
    """What a kind of block or chart is called: `CapabilityCard` is a `capability-card`."""
    return _WORD.sub("-", block.__name__).lower()
