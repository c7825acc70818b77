"""The sums and checks behind a scorecard, as the `explanation` of its JSON document."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.model.explanation import Explanation, KeyCheck, ShareCheck
from omniaudit.render.json import Document


def explanation(found: Explanation) -> Document:
    """The sums behind a scorecard; exact values as fractions in text, such as `2/3`."""
    return {
        "dimensions": [
            {
                "id": each.dimension,
                "terms": [
                    {
                        "id": summand.standing.capability,
                        "state": summand.standing.state,
                        "weight": summand.standing.weight,
                        "score": _exact(summand.standing.score),
                        "points": _exact(summand.points),
                        "capped_by": list(summand.standing.capped_by),
                    }
                    for summand in each.summands
                ],
                "points": _exact(each.points),
                "possible": each.possible,
                "low_points": _exact(each.low_points),
                "high_points": _exact(each.high_points),
                "possible_with_unknowns": each.possible_with_unknowns,
            }
            for each in found.dimensions
        ],
        "stages": [
            {
                "stage": each.stage,
                "holds": each.holds,
                "checks": [_check(check) for check in each.checks],
                "journeys_failed": [list(wall.journeys) for wall in each.walls],
            }
            for each in found.stages
        ],
        "confidence": [
            {"id": each.capability, "weight": each.weight, "trust": _exact(each.trust)}
            for each in found.trusts
        ],
    }


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _check(check: ShareCheck | KeyCheck) -> Document:
    if isinstance(check, KeyCheck):
        ids = {"any_of": list(check.any_of), "met_by": list(check.met_by)}
        return {"kind": "key", "level": check.stage, **ids, "holds": check.holds}
    return {
        "kind": "share",
        "dimension": check.dimension,
        "level": check.level,
        "have": check.have,
        "need": check.need,
        "of": check.of,
        "holds": check.holds,
    }
