"""Plans as JSON documents with a versioned schema; keys are only ever added."""

from __future__ import annotations

from omniaudit.model.plan import Plan
from omniaudit.render.json import Document, number

SCHEMA = "omniaudit/plan@1"
MOST_PLANS = 500


def plan(document: Plan) -> Document:
    """A plan as `omniaudit/plan@1`."""
    contrast = document.next_after
    return {
        "schema": SCHEMA,
        "from": document.origin,
        "to": document.target,
        "reaches": document.reaches,
        "effort_weeks": number(document.effort),
        "effort_weeks_possible": number(document.effort_possible),
        "least_effort_weeks": number(document.least_effort),
        "budget_weeks": number(document.budget),
        "plans": min(document.plans, MOST_PLANS),
        "must": list(document.must),
        "steps": [
            {
                "id": each.step.id,
                "capability": each.step.capability,
                "to_level": each.step.level,
                "effort_weeks": number(each.effort),
                "band": each.step.band.id,
                "horizon_months": list(each.step.horizon),
                "requires": list(each.requires),
                "start_month": each.start,
                "end_month": each.end,
            }
            for each in document.steps
        ],
        "options": [
            {"id": each.step, "plans": min(each.plans, MOST_PLANS)} for each in document.options
        ],
        "choices": [{"choose": each.choose, "of": list(each.among)} for each in document.choices],
        "alternatives": [] if document.choices else [list(each) for each in document.alternatives],
        "journeys_to_pass": list(document.journeys_to_pass),
        "next_after": contrast and {"to": contrast.stage, "effort_weeks": number(contrast.effort)},
    }
