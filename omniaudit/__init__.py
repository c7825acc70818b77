"""Assess how well a business joins its channels.

    import omniaudit

    questionnaire = omniaudit.load_questionnaire()
    sheet = omniaudit.load_answers("aurora.yaml", questionnaire)
    card = omniaudit.score(questionnaire, sheet)
    print(card.stage.confirmed, card.stage.potential)
    todo = omniaudit.plan(questionnaire, card)
    report = omniaudit.build_report(questionnaire, card)
    pathlib.Path("aurora.pdf").write_bytes(omniaudit.render_pdf(report))

This is the whole public interface: what is not named here may change without notice. Every
name is loaded when it is first used, so that importing the package costs nothing.
"""

from importlib import import_module

__version__ = "1.0.0.dev0"

TYPE_CHECKING = False
"""As in `typing`, which takes long to import: until then Ctrl-C would end in a traceback."""

if TYPE_CHECKING:
    from omniaudit.engine.advice import advice
    from omniaudit.engine.budgeting import plan_within
    from omniaudit.engine.explaining import explain
    from omniaudit.engine.planning import plan, what_if
    from omniaudit.engine.scoring import score, score_panel
    from omniaudit.load.answers import read_answers
    from omniaudit.load.assembly import load_questionnaire
    from omniaudit.load.files import load_answers, load_panel
    from omniaudit.load.questionnaire import read_questionnaire
    from omniaudit.model.answers import (
        Answered,
        AnswerSheet,
        Business,
        Coverage,
        Evidence,
        Handoff,
        NotApplicable,
        NotAsked,
        Respondent,
        Unknown,
    )
    from omniaudit.model.plan import Plan
    from omniaudit.model.questionnaire import Questionnaire
    from omniaudit.model.scorecard import Scorecard
    from omniaudit.problems import (
        CannotWrite,
        InputRejected,
        OmniauditError,
        Place,
        Problem,
        Unavailable,
        UsageError,
    )
    from omniaudit.render.html import render as render_html
    from omniaudit.render.pdf import render as render_pdf
    from omniaudit.report.build import build_report
    from omniaudit.report.document import Document
    from omniaudit.resources import speaking

_ROOMS = {
    "advice": "engine.advice",
    "plan_within": "engine.budgeting",
    "explain": "engine.explaining",
    "plan": "engine.planning",
    "what_if": "engine.planning",
    "score": "engine.scoring",
    "score_panel": "engine.scoring",
    "read_answers": "load.answers",
    "load_answers": "load.files",
    "load_panel": "load.files",
    "load_questionnaire": "load.assembly",
    "read_questionnaire": "load.questionnaire",
    "Answered": "model.answers",
    "AnswerSheet": "model.answers",
    "Business": "model.answers",
    "Coverage": "model.answers",
    "Evidence": "model.answers",
    "Handoff": "model.answers",
    "NotApplicable": "model.answers",
    "NotAsked": "model.answers",
    "Respondent": "model.answers",
    "Unknown": "model.answers",
    "Plan": "model.plan",
    "Questionnaire": "model.questionnaire",
    "Scorecard": "model.scorecard",
    "CannotWrite": "problems",
    "InputRejected": "problems",
    "OmniauditError": "problems",
    "Place": "problems",
    "Problem": "problems",
    "Unavailable": "problems",
    "UsageError": "problems",
    "speaking": "resources",
    "render_html": "render.html:render",
    "render_pdf": "render.pdf:render",
    "build_report": "report.build",
    "Document": "report.document",
}

__all__ = [
    "AnswerSheet",
    "Answered",
    "Business",
    "CannotWrite",
    "Coverage",
    "Document",
    "Evidence",
    "Handoff",
    "InputRejected",
    "NotApplicable",
    "NotAsked",
    "OmniauditError",
    "Place",
    "Plan",
    "Problem",
    "Questionnaire",
    "Respondent",
    "Scorecard",
    "Unavailable",
    "Unknown",
    "UsageError",
    "__version__",
    "advice",
    "build_report",
    "explain",
    "load_answers",
    "load_panel",
    "load_questionnaire",
    "plan",
    "plan_within",
    "read_answers",
    "read_questionnaire",
    "render_html",
    "render_pdf",
    "score",
    "score_panel",
    "speaking",
    "what_if",
]


def __getattr__(name: str) -> object:
    """Load a public name from its room when it is first used."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'omniaudit' has no attribute {name!r}")
    room, _, other = _ROOMS[name].partition(":")
    value = getattr(import_module(f"omniaudit.{room}"), other or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
