"""Answers that rest on words alone and matter: what would prove them."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.language import say, say_count
from omniaudit.model.answers import Evidence
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Column, Heading, Row, Table

MOST = 5


def on_words(assessment: Assessment) -> Iterator[Block]:
    """At most five answers that nobody has seen proved: deciding ones first, then planned ones."""
    found = {**_carrying(assessment), **_built_on(assessment)}
    if not found:
        return
    told = [*found.items()][:MOST]
    columns = [Column(say("Practice"), 4), Column(say("Why it matters"), 5)]
    if any(assessment.questionnaire.capability[name].evidence for name, _ in told):
        columns.append(Column(say("What would prove it"), 5))
    rows = tuple(
        Row((assessment.called(name), why, _proof(assessment, name))[: len(columns)])
        for name, why in told
    )
    heading = say("Answers that nobody has seen proved")
    yield Heading(heading, only_the_first(len(rows), len(found)))
    yield Table("", tuple(columns), rows, small=True)


def _carrying(assessment: Assessment) -> dict[str, str]:
    """Answers that would lower the stage if they were one level less, with what would be left."""
    return {
        each.capability: hangs_on_it(each.level, assessment.stage(each.stage))
        for each in assessment.card.decisive_answers
        if each.other < each.level and _unseen(assessment, each.capability)
    }


def _built_on(assessment: Assessment) -> dict[str, str]:
    """Answers that a step of the plan starts from, unless they already carry the stage."""
    if assessment.content or assessment.only_housekeeping or assessment.barely_answered:
        return {}
    carrying = _carrying(assessment)
    needs: dict[str, list[str]] = {}
    for planned in assessment.plan.steps:
        for need in planned.step.requires:
            if need.capability not in carrying and _unseen(assessment, need.capability):
                needs.setdefault(need.capability, []).append(
                    assessment.code(planned.step.capability)
                )
    return {name: starts_from_it(list(dict.fromkeys(codes))) for name, codes in needs.items()}


def _unseen(assessment: Assessment, capability: str) -> bool:
    """Whether an answer is given, holds a level above none, and was not seen to be true."""
    standing = assessment.standing.get(capability)
    if standing is None or standing.evidence is None or not standing.counted:
        return False
    return standing.evidence < Evidence.SEEN


def _proof(assessment: Assessment, capability: str) -> str:
    proofs = assessment.questionnaire.capability[capability].evidence
    return proofs[0] if proofs else "\u2013"


def only_the_first(told: int, found: int) -> str:
    """Say beside the heading that the list is cut short; nothing where it is whole."""
    if told == found:
        return ""
    first, of = wording.number(told), wording.number(found)
    # Translators: answers; stands small beside "Answers that nobody has seen proved"
    return say("the first {told} of {found}", told=first, found=of)


def hangs_on_it(level: int, stage: str) -> str:
    """Say what an answer carries."""
    return say("One level below {level}, the stage would be {stage}", level=level, stage=stage)


def starts_from_it(codes: list[str]) -> str:
    """Say which steps of the plan start from an answer."""
    return say_count(
        len(codes),
        "The step for {practices} in the plan builds on it",
        "The steps for {practices} in the plan build on it",
        practices=wording.listed(codes),
    )
