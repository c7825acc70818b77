"""`omniaudit score`: the stage, what holds it there, and how every number follows."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

import typer

from omniaudit.cli import exits, options, streams
from omniaudit.cli.questionnaires import questionnaire_for, typed_with
from omniaudit.engine.explaining import explain as explain_card
from omniaudit.engine.scoring import score_panel
from omniaudit.language import say
from omniaudit.load.files import load_panel
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard
from omniaudit.render import json, json_sums, terminal
from omniaudit.report.screens.explained import explained
from omniaudit.report.screens.score import score_summary


def command(
    files: options.Panel,
    as_json: options.AsJson = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show how every number follows from the answers.")
    ] = False,
    fail_under: Annotated[
        str | None,
        typer.Option("--fail-under", metavar="STAGE", help="Exit 7 below this stage."),
    ] = None,
    min_completeness: Annotated[
        str | None,
        typer.Option(
            "--min-completeness", metavar="PCT", help="Exit 7 if fewer per cent are answered."
        ),
    ] = None,
    gate: options.Gate = "standard",
    questionnaire: options.QuestionnaireName = "",
    lang: options.Language = "",
) -> int:
    """Score one business, and say why.

    Several files are several respondents about the same business.
    """
    ours = questionnaire_for(files, questionnaire)
    preset = options.preset_of(ours, gate)
    least = None if fail_under is None else options.stage_of(ours, fail_under, "--fail-under")
    share = None if min_completeness is None else options.percentage(min_completeness)
    card = score_panel(ours, load_panel(files, ours), preset)
    if as_json:
        found = json.score(ours, card)
        if explain:
            found["explanation"] = json_sums.explanation(explain_card(ours, card))
        streams.put_document(found)
    else:
        streams.show_problems(card.sheet.warnings, as_json=False)
        document = (
            explained(ours, card, explain_card(ours, card))
            if explain
            else score_summary(ours, card, typed_with(questionnaire, lang, *files))
        )
        streams.put(terminal.render(document, streams.width()))
    return _judge(ours, card, least, share)


def _judge(
    questionnaire: Questionnaire, card: Scorecard, stage: int | None, percent: Fraction | None
) -> int:
    code = exits.DONE
    if stage is not None and card.stage.confirmed < stage:
        names = [each.name.lower() for each in questionnaire.stages]
        found, wanted = names[card.stage.confirmed], names[stage]
        streams.tell(
            say(
                "Below --fail-under: {found} is confirmed, {wanted} is asked for.",
                found=found,
                wanted=wanted,
            )
        )
        code = exits.BELOW_THRESHOLD
    complete = card.completeness
    if percent is not None and 100 * complete.answered < percent * complete.applicable:
        streams.tell(
            say(
                "Below --min-completeness: {answered} of {questions} answered, {percent} % is asked"
                " for.",
                answered=complete.answered,
                questions=complete.applicable,
                percent=f"{float(percent):g}",
            )
        )
        code = exits.BELOW_THRESHOLD
    return code
