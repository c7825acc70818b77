"""Page one: the answer, what keeps it there, and what to do first."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.model.plan import Plan
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.document import (
    Block,
    Bullets,
    Columns,
    Figure,
    Heading,
    KeyFigures,
    Picture,
    Prose,
    Section,
)
from omniaudit.report.findings import breaks, confidence, doubts, finding_out, fit_sentences
from omniaudit.report.findings.blockers import blockers
from omniaudit.report.findings.headline import headline
from omniaudit.report.findings.moves import housekeeping, moves_table, to_mend
from omniaudit.report.findings.takes import takes
from omniaudit.report.pages.stage_strip import stage_strip

MOST_BLOCKERS = 3
LINE = 45
"""About so many characters fill a line of a column."""


def answer_section(assessment: Assessment) -> Section:
    """What an owner reads who reads one page."""
    moves = moves_table(assessment)
    return Section(
        id="answer",
        label="The answer",
        title=headline(assessment),
        blocks=(
            Picture(stage_strip(assessment), ""),
            _key_figures(assessment),
            _two_columns(assessment),
            moves or Prose(nothing_to_do(assessment)),
        ),
    )


def _key_figures(assessment: Assessment) -> KeyFigures:
    card = assessment.card
    done = card.completeness
    return KeyFigures(
        (
            Figure(
                wording.known(card.index.value),
                "index, 0 to 100",
                index_note(card.index.low, card.index.high, assessment.missing),
            ),
            Figure(
                f"{done.answered} of {done.applicable}",
                "practices answered",
                answered_note(done.unknown, done.not_asked, done.not_applicable),
            ),
            Figure(card.confidence.grade, "confidence", confidence.in_short(assessment)),
            _effort_figure(assessment),
        )
    )


def _effort_figure(assessment: Assessment) -> Figure:
    plan = assessment.plan
    if assessment.only_housekeeping:
        steps = housekeeping(assessment)
        effort = sum((each.effort for each in steps), Fraction(0))
        return Figure(wording.weeks(effort), housekeeping_label(), housekeeping_note(len(steps)))
    if assessment.card.stage.confirmed == TOP:
        return Figure("0", "person-weeks to a higher stage", "there is none")
    if plan.effort is None:
        return Figure("\u2013", "no way to a higher stage", "no practice applies")
    return Figure(
        effort_range(plan.effort_possible, plan.effort),
        f"person-weeks to {assessment.stage(plan.target)}",
        effort_note(assessment, plan),
    )


def effort_range(possible: Fraction | None, effort: Fraction) -> str:
    """The effort, from the best to the worst that missing answers allow."""
    if possible is None or possible == effort:
        return wording.weeks(effort)
    return f"{wording.weeks(possible)} to {wording.weeks(effort)}"


def effort_note(assessment: Assessment, plan: Plan) -> str:
    """The note under the effort: the highest stage, beside the next one."""
    if assessment.content:
        return "not advised now"
    if plan.journeys_to_pass:
        return "and journeys that must pass"
    if assessment.barely_answered or assessment.enough:
        return "our judgement"
    if plan.next_after is None or plan.next_after.effort is None:
        return "our judgement"
    effort = wording.weeks(plan.next_after.effort)
    return f"{effort} to {assessment.stage(plan.next_after.stage)}"


def _why_there(assessment: Assessment) -> tuple[Block, ...]:
    sentences = blockers(assessment)
    shown, more = sentences[:MOST_BLOCKERS], len(sentences) - MOST_BLOCKERS
    stage = assessment.card.stage.confirmed
    if not shown:
        return (Heading(held_title(assessment.stage(stage))), Prose(held_text(stage)))
    listed = not assessment.only_housekeeping
    items = (*shown, more_blockers(more, listed=listed)) if more > 0 else shown
    title = (
        short_of(assessment.stage(stage + 1))
        if assessment.only_housekeeping
        else keeps(assessment.stage(stage))
    )
    if assessment.card.stage.potential > stage == 0:
        title = not_shown(assessment.stage(1))
    return (Heading(title), Bullets(items))


def _two_columns(assessment: Assessment) -> Columns:
    """What is in the way and how sure that is; what else there is to say where there is room."""
    left, right = list(_why_there(assessment)), list(_how_sure(assessment))
    broke = breaks.told(assessment, to_mend(assessment))
    left += [Prose(broke)] if broke else []
    for title, text in (
        (worth_it(), fit_sentences.verdict(assessment)),
        (what_it_takes(), takes(assessment)),
    ):
        if not text:
            continue
        shorter = left if _length(left) < _length(right) else right
        shorter += [Heading(title), Prose(text)]
    return Columns(tuple(left), tuple(right))


def _length(blocks: list[Block]) -> int:
    """Characters of a column, to see which one has more room; a heading stands for three lines."""
    texts = [each.text for each in blocks if isinstance(each, Prose)]
    texts += [item for each in blocks if isinstance(each, Bullets) for item in each.items]
    headings = sum(isinstance(each, Heading) for each in blocks)
    return sum(map(len, texts)) + LINE * (3 * headings + len(texts))


def _how_sure(assessment: Assessment) -> tuple[Block, ...]:
    sentences = (
        finding_out.outlook(assessment),
        finding_out.apart(assessment),
        doubts.doubt(assessment),
    )
    return (Heading(how_sure()), *(Prose(each) for each in sentences if each))


def index_note(low: Fraction, high: Fraction, missing: int) -> str:
    """The interval and why there is one."""
    if not missing:
        return "no answer is missing"
    answers = wording.numbered(missing, "answer is", "answers are")
    return f"{wording.span(low, high)}, as {answers} missing"


def answered_note(unknown: int, not_asked: int, not_applicable: int) -> str:
    """What happened to the other questions."""
    parts = [
        *([f"{unknown} not known"] if unknown else []),
        *([f"{not_asked} not asked"] if not_asked else []),
        *([f"{not_applicable} not applicable"] if not_applicable else []),
    ]
    return wording.listed(parts) or "none left open"


def housekeeping_label() -> str:
    """What the effort is for where multichannel is enough."""
    return "person-weeks of housekeeping"


def housekeeping_note(steps: int) -> str:
    """How many steps of housekeeping there are."""
    return (
        f"{wording.counted(steps, 'step', 'steps')}, none of them urgent"
        if steps
        else "nothing is left to do"
    )


def keeps(stage: str) -> str:
    """Heading over the blockers."""
    return f"What keeps it {stage}"


def short_of(stage: str) -> str:
    """Heading over the blockers where the next stage is not wanted."""
    return f"What {stage} would ask for besides"


def not_shown(stage: str) -> str:
    """Heading over the blockers while answers are missing."""
    return f"What is still to be shown for {stage}"


def held_title(stage: str) -> str:
    """Heading where nothing is in the way."""
    return f"What it takes to stay {stage}"


def held_text(stage: int) -> str:
    """What to say where nothing is in the way."""
    if stage == TOP:
        return (
            "No condition is open. What was built has to be kept up and checked from time to time."
        )
    return "No condition can be checked, because no practice applies."


def more_blockers(more: int, *, listed: bool) -> str:
    """Point to the conditions that found no room."""
    begin = wording.capital(wording.numbered(more, "further condition", "further conditions"))
    return f"{begin}, listed in the roadmap." if listed else f"{begin}."


def how_sure() -> str:
    """Heading over what is certain."""
    return "How sure this is"


def worth_it() -> str:
    """Heading over the fit."""
    return "Whether more is needed"


def what_it_takes() -> str:
    """Heading over the efforts."""
    return "What it takes"


def nothing_to_do(assessment: Assessment) -> str:
    """What to say where no move is advised."""
    if assessment.content:
        return (
            f"No step is advised now. {assessment.name} does best to do what it does reliably and "
            "in the same way everywhere, and to look again in twelve months."
        )
    return f"There is no next step to advise {assessment.name} from these answers."
