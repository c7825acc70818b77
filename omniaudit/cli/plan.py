"""`omniaudit plan`: the least effort to a stage, and what cannot be left out."""

from __future__ import annotations

from typing import Annotated

import typer

from omniaudit.cli import options, streams
from omniaudit.cli.questionnaires import naming, questionnaire_for
from omniaudit.engine.budgeting import plan_within
from omniaudit.engine.planning import plan, what_if
from omniaudit.engine.scoring import score, score_panel
from omniaudit.load.files import load_panel
from omniaudit.render import json_plan, terminal
from omniaudit.report.screens.plan import plan_summary


def command(
    files: options.Panel,
    to: Annotated[
        str | None, typer.Option("--to", metavar="STAGE", help="By default the next stage.")
    ] = None,
    budget: Annotated[
        str | None,
        typer.Option("--budget", metavar="WEEKS", help="Person-weeks at most."),
    ] = None,
    assume: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="ID=LEVEL", help="What if this were so? Repeatable."),
    ] = None,
    gate: options.Gate = "standard",
    as_json: options.AsJson = False,
    questionnaire: options.QuestionnaireName = "",
    lang: options.Language = "",
) -> int:
    """Find the least effort to a stage.

    All plans that cost the same are found, so that `must` and `choose` are true.
    """
    ours = questionnaire_for(files, questionnaire)
    target = None if to is None else options.stage_of(ours, to, "--to")
    levels = options.levels_of(ours, assume or [])
    weeks = None if budget is None else options.person_weeks(budget)
    preset = options.preset_of(ours, gate)
    before = card = score_panel(ours, load_panel(files, ours), preset)
    if levels:
        card = score(ours, what_if(before.sheet, levels), preset)
    ours = ours.in_words_of(card.sheet.business.profile)
    todo = plan(ours, card, target) if weeks is None else plan_within(ours, card, weeks, target)
    if as_json:
        streams.put_document(json_plan.plan(todo))
    else:
        streams.show_problems(card.sheet.warnings, as_json=False)
        document = plan_summary(ours, before, card, todo, naming(questionnaire, lang))
        streams.put(terminal.render(document, streams.width()))
    return 0
