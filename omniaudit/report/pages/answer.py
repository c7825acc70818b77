"""Page one: the answer, what keeps it there, and what to do first."""

from __future__ import annotations

from collections.abc import Mapping

from omniaudit.language import say, say_count
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.document import Block, Bullets, Columns, Heading, Picture, Prose, Section
from omniaudit.report.findings import breaks, doubts, finding_out, fit_sentences, nothing_yet
from omniaudit.report.findings.blockers import blockers
from omniaudit.report.findings.headline import headline
from omniaudit.report.findings.moves import moves_table, to_mend
from omniaudit.report.findings.takes import takes
from omniaudit.report.pages.key_figures import key_figures
from omniaudit.report.pages.page_room import fits
from omniaudit.report.pages.stage_strip import stage_strip
from omniaudit.report.pages.terms import particulars

MOST_BLOCKERS = 3
MOST_NOT_ADVISED = 2
"""Conditions that are told of a stage that is not advised."""
CAN_WAIT = ("takes", "apart", "broke", "stages", "doubt", "brief", "fit")
"""What page one says only where it has room for it, what goes first in front."""
NO_VERDICT = ("takes", "apart", "fit", "broke", "stages", "doubt", "brief")
"""The same where a verdict on fit could be told and there is none yet."""
_LINE = 45
"""About so many characters fill a line of a column."""


def answer_section(assessment: Assessment) -> Section:
    """What an owner reads who reads one page."""
    title = headline(assessment)
    strip = Picture(stage_strip(assessment), "")
    return Section(
        id="answer",
        label=say("The answer"),
        title=title,
        blocks=(strip, *_with_room(assessment, title)),
    )


def _with_room(assessment: Assessment, title: str) -> tuple[Block, ...]:
    """What stands under the strip: all there is to say, or as much as the page holds."""
    around = [text for _, text in particulars(assessment)]
    figures, texts = key_figures(assessment), _can_wait(assessment)
    moves = moves_table(assessment) or Prose(nothing_to_do(assessment))
    why = _why_there(assessment)
    told_last = assessment.verdict or not assessment.questionnaire.asks_fit
    order = CAN_WAIT if told_last else NO_VERDICT
    for left_out in range(len(order) + 1):
        told = {name: texts[name] for name in order[left_out:]}
        stages = (Prose(told["stages"], small=True),) if told.get("stages") else ()
        blocks = (figures, _two_columns(assessment, why, told), moves, *stages)
        if fits(title, around, blocks):
            break
    return blocks


def _can_wait(assessment: Assessment) -> dict[str, str]:
    answered = assessment.card.completeness.answered
    return {
        "takes": takes(assessment),
        "apart": finding_out.apart(assessment) if answered else "",
        "broke": breaks.told(assessment, to_mend(assessment)),
        "brief": _broke_in_brief(assessment),
        "stages": _what_stages_mean(assessment) if assessment.edition.summary else "",
        "doubt": doubts.doubt(assessment) if answered else "",
        "fit": fit_sentences.verdict(assessment),
    }


def _what_stages_mean(assessment: Assessment) -> str:
    """The first half of what each stage means, for a reader who has these pages alone."""
    stages = assessment.questionnaire.stages
    return " ".join(stage_in_short(each.name, each.meaning.partition(";")[0]) for each in stages)


def _broke_in_brief(assessment: Assessment) -> str:
    """How many journeys broke, where there is no room to tell where."""
    judged = sum(each.passed is not None for each in assessment.card.journeys)
    broke = len(breaks.broken(assessment))
    return so_many_broke(broke, judged) if broke > len(to_mend(assessment)) else ""


def _two_columns(
    assessment: Assessment, why: tuple[Block, ...], told: Mapping[str, str]
) -> Columns:
    """What is in the way and how sure that is; what else there is to say where there is room."""
    left, right = list(why), list(_how_sure(assessment, told))
    broke = told.get("broke") or told.get("brief")
    left += [Prose(broke)] if broke else []
    for title, text in ((worth_it(), told.get("fit")), (what_it_takes(), told.get("takes"))):
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
    return sum(map(len, texts)) + _LINE * (3 * headings + len(texts))


def _why_there(assessment: Assessment) -> tuple[Block, ...]:
    done = assessment.card.completeness
    if done.applicable and not done.answered:
        return (Heading(nothing_yet.title()), Prose(nothing_yet.nothing_to_judge(assessment)))
    sentences = blockers(assessment)
    most = MOST_NOT_ADVISED if _stays(assessment) else MOST_BLOCKERS
    shown, more = sentences[:most], len(sentences) - most
    stage = assessment.card.stage.confirmed
    if not shown:
        return (Heading(held_title(assessment.stage(stage))), Prose(held_text(stage)))
    items = (*shown, _more(assessment, more)) if more > 0 else shown
    return (Heading(_why_title(assessment)), Bullets(items))


def _stays(assessment: Assessment) -> bool:
    """Whether a higher stage is not advised, so that its conditions are no news."""
    return assessment.content or assessment.only_housekeeping or assessment.beyond_means


def _more(assessment: Assessment, more: int) -> str:
    """How many other conditions there are, and where they are listed."""
    if assessment.edition.summary:
        return more_in_the_report(more)
    return more_blockers(more) if assessment.only_housekeeping else more_in_the_roadmap(more)


def _why_title(assessment: Assessment) -> str:
    stage = assessment.card.stage
    if stage.potential > stage.confirmed == 0:
        return not_shown(assessment.stage(1))
    if assessment.content or assessment.only_housekeeping:
        return short_of(assessment.stage(stage.confirmed + 1))
    return keeps(assessment.stage(stage.confirmed))


def _how_sure(assessment: Assessment, told: Mapping[str, str]) -> tuple[Block, ...]:
    done = assessment.card.completeness
    if done.applicable and not done.answered:
        return (Heading(nothing_yet.next_title()), Prose(nothing_yet.what_helps()))
    sentences = (finding_out.outlook(assessment), told.get("apart"), told.get("doubt"))
    return (Heading(how_sure()), *(Prose(each) for each in sentences if each))


def keeps(stage: str) -> str:
    """Heading over the blockers."""
    return say("What keeps it {stage}", stage=stage)


def short_of(stage: str) -> str:
    """Heading over the blockers where the next stage is not wanted."""
    return say("What {stage} would ask for (not advised)", stage=stage)


def not_shown(stage: str) -> str:
    """Heading over the blockers while answers are missing."""
    return say("What is still to be shown for {stage}", stage=stage)


def held_title(stage: str) -> str:
    """Heading where nothing is in the way."""
    return say("What it takes to stay {stage}", stage=stage)


def held_text(stage: int) -> str:
    """What to say where nothing is in the way."""
    if stage == TOP:
        return say(
            "No condition is open. What was built has to be kept up and checked from time to time."
        )
    return say("No condition can be checked, because no practice applies.")


def more_blockers(more: int) -> str:
    """Count the conditions that found no room."""
    told = say_count(
        more,
        "{number} further condition.",
        "{number} further conditions.",
        number=wording.number(more),
    )
    return wording.capital(told)


def more_in_the_roadmap(more: int) -> str:
    """Point to where the whole report lists conditions."""
    told = say_count(
        more,
        "{number} further condition, listed in the roadmap.",
        "{number} further conditions, listed in the roadmap.",
        number=wording.number(more),
    )
    return wording.capital(told)


def more_in_the_report(more: int) -> str:
    """Send the reader of a summary to the whole report."""
    told = say_count(
        more,
        "{number} further condition; the full report has them.",
        "{number} further conditions; the full report has them.",
        number=wording.number(more),
    )
    return wording.capital(told)


def stage_in_short(name: str, meaning: str) -> str:
    """A stage in a sentence."""
    return f"{wording.capital(name)}: {meaning}."


def so_many_broke(broke: int, tried: int) -> str:
    """Say how many journeys broke."""
    if tried == 1:
        return say("The journey that was tried out broke.")
    if broke == tried == 2:  # noqa: PLR2004 - two are both
        return say("Both journeys that were tried out broke.")
    if broke == tried:
        return say("All {number} journeys that were tried out broke.", number=wording.number(tried))
    some = say_count(
        broke,
        "{broke} of {tried} journeys that were tried out broke.",
        "{broke} of {tried} journeys that were tried out broke.",
        broke=wording.number(broke),
        tried=wording.number(tried),
    )
    return wording.capital(some)


def how_sure() -> str:
    """Heading over what is certain."""
    return say("How sure this is")


def worth_it() -> str:
    """Heading over the fit."""
    return say("Whether more is needed")


def what_it_takes() -> str:
    """Heading over the efforts."""
    return say("What it takes")


def nothing_to_do(assessment: Assessment) -> str:
    """What to say where no move is advised."""
    if assessment.content:
        return say(
            "No step is advised now. {Business} does best to do what it does reliably and in the "
            "same way everywhere, and to look again in twelve months.",
            Business=wording.capital(assessment.business),
        )
    return say(
        "There is no next step to advise {business} from these answers.",
        business=assessment.business,
    )
