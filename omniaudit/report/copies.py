"""A copy of a report: of the answers, what its edition shows, scored, planned and worded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from omniaudit.engine.scoring import score, score_panel
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.brand import OWN, Brand
from omniaudit.model.gates import Preset
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.report.assessment import Assessment
from omniaudit.report.build import build, planned
from omniaudit.report.document import Document
from omniaudit.report.edition import WHOLE, Edition, branded, edited, shortened
from omniaudit.report.reading import Reading


def copy_of(  # noqa: PLR0913 - what a report depends on
    questionnaire: Questionnaire,
    sheets: Sequence[AnswerSheet],
    preset: Preset,
    *,
    edition: Edition = WHOLE,
    brand: Brand = OWN,
    earlier: AnswerSheet | None = None,
) -> tuple[Assessment, Document]:
    """What the report on one business is about, and the report itself, without any format yet.

    Several sheets are several respondents; with an `earlier` one it says what changed since.
    """
    shown = tuple(edited(sheet, edition) for sheet in sheets)
    assessment = planned(questionnaire, score_panel(questionnaire, shown, preset))
    assessment = replace(assessment, edition=edition)
    before = None
    if earlier:
        then = edited(earlier, edition)
        before = Reading(questionnaire, score(questionnaire, then, preset))
    document = build(assessment, branded(brand, edition), before)
    return assessment, shortened(document, edition)
