"""Percentages, cuts and ranges that contradict one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from omniaudit.model.answers import Evidence
from omniaudit.model.flaw import Flaw, Path
from omniaudit.model.questionnaire import Questionnaire

_WHOLE = 100
_HALF = 50


def threshold_flaws(questionnaire: Questionnaire) -> Iterator[Flaw]:
    """Numbers that cannot be meant."""
    yield from _presets(questionnaire)
    yield from _trust(questionnaire)
    for band in questionnaire.bands:
        low, high = band.weeks
        if not low <= band.midpoint <= high:
            details = {"value": band.midpoint, "low": low, "high": high}
            yield Flaw("Q639", ("bands", band.id, "midpoint"), details)
    yield from _handoff_cuts(questionnaire)
    if questionnaire.fit.items:
        yield from _fit(questionnaire)


def _presets(questionnaire: Questionnaire) -> Iterator[Flaw]:
    presets = {str(name): percent for name, percent in questionnaire.gates.presets.items()}
    yield from _not_falling(presets, ("gates", "presets"), least_gap=0)
    for name, percent in presets.items():
        if percent <= _HALF:
            yield Flaw("Q638", ("gates", "presets", name), {"key": name, "value": percent})


def _trust(questionnaire: Questionnaire) -> Iterator[Flaw]:
    yield from _not_falling(questionnaire.confidence_grades, ("confidence-grades",), least_gap=1)
    for weak, strong in pairwise(Evidence):
        trust, limit = (int(questionnaire.confidence[each] * _WHOLE) for each in (weak, strong))
        if trust > limit:
            name, other = weak.name.lower(), strong.name.lower()
            details = {"key": name, "value": trust, "limit": limit, "other": other}
            details["other_value"] = limit
            yield Flaw("Q637", ("evidence", name, "confidence"), details)


def _not_falling(values: Mapping[str, int], where: Path, *, least_gap: int) -> Iterator[Flaw]:
    """What is not lower than the one before, by at least a gap."""
    for (other, before), (name, value) in pairwise(values.items()):
        limit = before - least_gap
        if value > limit:
            details = {"key": name, "value": value, "other": other, "other_value": before}
            yield Flaw("Q637", (*where, name), {**details, "limit": limit})


def _handoff_cuts(questionnaire: Questionnaire) -> Iterator[Flaw]:
    """Shares of traffic must be above their cuts, which nothing is at 100."""
    scale = questionnaire.handoffs
    cuts = {"joined": (2, scale.joined_cut), "full": (3, scale.full_cut)} if scale.levels else {}
    for key, (stage, cut) in cuts.items():
        if cut == _WHOLE:
            details = {"stage": questionnaire.stages[stage].id}
            yield Flaw("Q641", ("handoffs", "stage-cuts", key), details)


def _fit(questionnaire: Questionnaire) -> Iterator[Flaw]:
    fit = questionnaire.fit
    total = sum(fit.need.values())
    if total != _WHOLE:
        yield Flaw("Q640", ("fit", "need"), {"value": total})
    for key, (low, high) in (("need-cuts", fit.need_cuts), ("capacity-cuts", fit.capacity_cuts)):
        if low in {0, high}:
            stage = questionnaire.stages[1 if low == 0 else 2].id
            yield Flaw("Q641", ("fit", key), {"stage": stage})
    for factor in fit.factors:
        if all(item.factor != factor.id for item in fit.items):
            yield Flaw("Q642", ("fit", "factors", factor.id, "id"), {"value": factor.id})
