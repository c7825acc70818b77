"""The smallest questionnaire in which every key that may be written is written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import yaml

from omniaudit.load.questionnaire import read_questionnaire
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Problem

Path = Sequence[str | int]

TEXT = """
questionnaire: market-stalls
version: 1.2.3
language: en
translations: []
draws-on: stalls@1
quick: stalls-quick
title: Market stalls
purpose: Shows how far stalls join their channels.
minutes: 12
stages:
  - {id: siloed, name: Siloed, test: Nothing is joined.}
  - {id: multichannel, name: Multichannel, test: There are several.}
  - {id: cross-channel, name: Cross-channel, test: Some are joined.}
  - {id: omnichannel, name: Omnichannel, test: All are joined.}
dimensions: [{id: data, code: DA, name: Data, about: What is known., weight: 3}]
profiles: [{id: stall, code: ST, name: Stall, about: Sells in the open., words: yes}]
sizes: [{id: small, name: Small, about: Few people., effort: 7}]
bands: [{id: S, name: Small, weeks: [1, 3], midpoint: 2}]
coverage:
  - {id: none, name: None, meaning: nowhere}
  - {id: partly, name: Partly, meaning: here and there}
  - {id: largely, name: Largely, meaning: in most places}
  - {id: fully, name: Fully, meaning: everywhere}
evidence:
  - {id: said, name: Said, meaning: somebody says so, confidence: 40}
  - {id: example, name: Example, meaning: somebody tells a case, confidence: 60}
  - {id: seen, name: Seen, meaning: somebody showed it, confidence: 80}
  - {id: tested, name: Tested, meaning: we tried it, confidence: 100}
confidence-grades: {A: 80, B: 60}
modes:
  - {id: self, name: Alone, meaning: by the business}
  - {id: interview, name: Interview, meaning: by somebody who asks}
  - {id: audit, name: Audit, meaning: by somebody who looks}
channels: [{id: market, name: Market, kind: physical, about: Where people meet.}]
capabilities:
  - id: data.regulars
    code: DA1
    name: Regulars
    question: Are regulars known?
    why: They come back.
    who: Whoever sells.
    levels: [Nobody is., Some are., Most are., All are.]
    example: They are greeted by name.
    evidence: [Ask.]
    kpis: [How many come back.]
    profiles: {stall: core}
    always-applies: yes
    sources: [{ref: book, for: That it matters.}]
    steps:
      - {to: 1, title: Ask, action: Ask them., effort: S, horizon: [0, 1], kpi: Asked.}
      - {to: 2, title: Note, action: Note it., effort: S, horizon: [1, 2], kpi: Noted.}
      - to: 3
        title: Use
        action: Use it.
        effort: S
        horizon: [2, 4]
        kpi: Used.
        requires: [data.regulars@2]
gates:
  presets: {strict: 85, standard: 80, lenient: 66}
  keys: [{stage: 1, any-of: [data.regulars]}]
  journeys:
    - {stage: 2, any-passed: [greeting]}
    - {stage: 2, all-passed: [greeting]}
    - {stage: 3, share-passed: 85}
journeys:
  - id: greeting
    code: J1
    name: Greeting
    story: Somebody comes back.
    profiles: [stall]
    default-for: [stall]
    weight: 2
    sources: [{ref: book, for: That people greet.}]
    steps:
      - id: comes
        channel: market
        name: Comes back
        pass: Is greeted.
        critical: yes
        requires: [data.regulars@1]
fit:
  factors: [{id: business, name: Business, about: What it needs.}]
  need: {business: 100}
  need-cuts: [100, 200]
  capacity: business
  capacity-cuts: [50, 250]
  items:
    - id: business.rain
      name: Rain
      question: Does it rain?
      why: Nobody comes then.
      answers: [Never., Seldom., Often., Always.]
      reversed: yes
  verdicts:
    - {id: room-to-grow, name: Room, meaning: More would pay.}
    - {id: fits, name: Fits, meaning: It is right.}
    - {id: ahead-of-need, name: Ahead, meaning: Less would do.}
    - {id: resources-first, name: Resources, meaning: First hire.}
    - {id: multichannel-is-enough, name: Enough, meaning: Leave it.}
handoffs:
  levels: [Broken., By hand., Joined., Seamless.]
  traffic: [None., Some., Much., Most.]
  stage-cuts: {joined: 15, full: 85}
advice:
  - id: greet
    kind: first
    when:
      - {level: data.regulars, at-least: 1, at-most: 2}
      - {any-level-in: data, at-least: 1}
      - {dimension: data, ahead-of: data, by: 20}
      - {target-at-least: 2}
      - {step-advised: data.regulars@2}
      - {finding: over-claim, at-least: 2}
      - {verdict: fits}
    title: Greet
    text: Greet everybody.
    only: {dimensions: [data], capabilities: [data.regulars], up-to: 2}
    sources: [{ref: book, for: That greeting helps.}]
glossary: [{term: stall, meaning: A table with a roof.}]
sources: [{id: book, reference: A book about stalls., basis: seen}]
"""


def tree() -> Any:  # noqa: ANN401 - a tree of any shape
    """The questionnaire as it comes out of YAML, to be changed."""
    return yaml.load(TEXT, Loader=yaml.CBaseLoader)


def part(changed: Any, path: Path) -> Any:  # noqa: ANN401 - a tree of any shape
    """What stands at a path."""
    for key in path:
        changed = changed[key]
    return changed


def with_value(path: Path, value: object) -> Any:  # noqa: ANN401 - a tree of any shape
    """The questionnaire with something else at a path."""
    changed = tree()
    part(changed, path[:-1])[path[-1]] = value
    return changed


def read(changed: object) -> Questionnaire:
    """Read a changed questionnaire."""
    return read_questionnaire(json.dumps(changed).encode(), "some.yaml")


def problems(changed: object) -> tuple[Problem, ...]:
    """What is wrong with a changed questionnaire."""
    with pytest.raises(InputRejected) as rejected:
        read(changed)
    return rejected.value.problems


def keys(place: Any = None, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401
    """The paths of all keys."""
    place = tree() if place is None else place
    for key in place if isinstance(place, dict) else range(len(place)):
        if isinstance(place, dict):
            yield (*path, key)
        if isinstance(place[key], dict | list):
            yield from keys(place[key], (*path, key))
