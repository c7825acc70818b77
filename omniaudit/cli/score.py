"""`omniaudit score`: the stage, what holds it there, and how every number follows."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

import typer

from omniaudit.cli import exits, options, streams
from omniaudit.cli.questionnaires import questionnaire_for, typed_with
from omniaudit.engine.scoring import score_panel
from omniaudit.language import say
from omniaudit.load.files import load_panel
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard

if TYPE_CHECKING:
    from omniaudit.render import json


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
        streams.put_document(_document(ours, card, explained=explain))
    else:
        streams.show_problems(card.sheet.warnings, as_json=False)
        typed = typed_with(questionnaire, lang, *files)
        streams.put(_explained(ours, card) if explain else _summary(ours, card, typed))
    return _judge(ours, card, least, share)


def _document(ours: Questionnaire, card: Scorecard, *, explained: bool) -> json.Document:
    from omniaudit.render import json  # noqa: PLC0415 - a score is shown in one of three ways

    found = json.score(ours, card)
    if explained:
        from omniaudit.engine.explaining import explain  # noqa: PLC0415 - the same
        from omniaudit.render import json_sums  # noqa: PLC0415 - the same

        found["explanation"] = json_sums.explanation(explain(ours, card))
    return found


def _explained(ours: Questionnaire, card: Scorecard) -> str:
    from omniaudit.engine.explaining import explain  # noqa: PLC0415 - the same
    from omniaudit.render import terminal  # noqa: PLC0415 - the same
    from omniaudit.report.screens.explained import explained  # noqa: PLC0415 - the same

    return terminal.render(explained(ours, card, explain(ours, card)), streams.width())


def _summary(ours: Questionnaire, card: Scorecard, typed: str) -> str:
    from omniaudit.render import terminal  # noqa: PLC0415 - the same
    from omniaudit.report.screens.score import score_summary  # noqa: PLC0415 - the same

    return terminal.render(score_summary(ours, card, typed), streams.width())


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
