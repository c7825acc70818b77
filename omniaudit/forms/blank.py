"""An answers file with every question as a comment and every answer still empty."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from omniaudit.language import say
from omniaudit.load.clean_text import clean_line
from omniaudit.load.writing import quoted
from omniaudit.model.capability import Capability
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.terms import Term
from omniaudit.model.usual_channels import usual_channels
from omniaudit.model.walkthroughs import FitItem, HandoffScale, Journey
from omniaudit.report.wording import item_by_item

_WIDTH = 96


def name_from(file: str) -> str:
    """A business's name guessed from a file's name, to be corrected by whoever fills it in."""
    words = clean_line(PurePath(file).stem).replace("-", " ").replace("_", " ").split()
    return " ".join(words).title() or say("Name of the business")


def blank_answers(questionnaire: Questionnaire, profile: str, name: str) -> str:
    """The text of an answers file for a profile; it passes the checks as it is."""
    return "\n".join(_lines(questionnaire.in_words_of(profile), profile, name)) + "\n"


def _lines(questionnaire: Questionnaire, profile: str, name: str) -> Iterator[str]:
    how = say(
        "Write a level 0 to 3 after the colon, `unknown`, or `{not-applicable: the reason}`. Leave"
        " empty what you were not asked. Details go in braces: `{level: 2, coverage: largely,"
        ' evidence: seen, note: "two examples checked"}`.'
    )
    yield from _comment(f"{questionnaire.title}. {how}")
    yield from _comment(_scale("coverage", questionnaire.coverage.values()))
    yield from _comment(_scale("evidence", questionnaire.evidence.values()))
    yield from _particulars(questionnaire, profile, name)
    yield from ("", "answers:")
    for capability in questionnaire.capabilities_for(profile):
        yield from _question(capability)
    if questionnaire.asks_fit:
        yield from _fit(questionnaire)
    if questionnaire.asks_handoffs:
        usual = usual_channels(questionnaire, profile)
        yield from ("", *_handoffs(questionnaire.handoffs, usual), "handoffs:")
    if questionnaire.journeys_for(profile):
        yield from _journeys(questionnaire, profile)


def _fit(questionnaire: Questionnaire) -> Iterator[str]:
    yield ""
    yield from _comment(say("Is omnichannel right for this business? Levels 0 to 3, or unknown."))
    yield "fit:"
    for item in questionnaire.fit.items:
        yield from _fit_item(item)


def _journeys(questionnaire: Questionnaire, profile: str) -> Iterator[str]:
    yield ""
    yield from _comment(say("Journeys walked: pass, fail, not-applicable or not-tested."))
    yield "journeys:"
    for journey in questionnaire.journeys:
        if profile in journey.default_for:
            yield from _journey(journey)


def _particulars(questionnaire: Questionnaire, profile: str, name: str) -> Iterator[str]:
    yield from ("format: 1", f"questionnaire: {questionnaire.id}@{_major(questionnaire)}")
    yield "business:"
    usual = f"[{', '.join(usual_channels(questionnaire, profile))}]"
    yield f"  name: {quoted(name)}"
    yield f"  profile: {profile}  # {', '.join(questionnaire.profile)}"
    sizes = ", ".join(f"{each.id} ({each.meaning})" for each in questionnaire.sizes)
    yield from _comment(say("Sizes: {sizes}", sizes=sizes), "  ")
    yield "  size: small"
    first = say("Channels, the main one first, such as {example}:", example=usual)
    yield from _comment(first, "  ")
    yield from _channels(questionnaire)
    yield "  channels: []"
    # Translators: the keys and the words frontline and head-office stay as they are
    yield "# " + say("respondent: {role: sales manager, side: frontline}  # or head-office")
    yield "# date: 2026-11-21"
    yield "mode: self  # " + ", ".join(questionnaire.modes)


def _channels(questionnaire: Questionnaire) -> Iterator[str]:
    """A line for each channel: its id, and what it is called in this trade."""
    wide = max(map(len, questionnaire.channel))
    for each in questionnaire.channels:
        meaning = f": {each.meaning}" if each.meaning else ""
        yield from _comment(f"{each.name}{meaning}", "  ", f"  {each.id:<{wide}}  ")


def _major(questionnaire: Questionnaire) -> str:
    return questionnaire.version.partition(".")[0]


def _question(capability: Capability) -> Iterator[str]:
    yield ""
    yield from _comment(f"{capability.code} {capability.name}", "  ")
    yield from _comment(capability.question, "  ")
    for level, text in enumerate(capability.levels):
        yield from _comment(text, "  ", f"  {level}  ")
    if example := capability.example:
        yield from _comment(say("In this trade: {example}", example=example), "  ")
    if evidence := item_by_item(capability.evidence):
        yield from _comment(say("To look at: {evidence}.", evidence=evidence), "  ")
    yield f"  {capability.id}:"


def _fit_item(item: FitItem) -> Iterator[str]:
    yield ""
    yield from _comment(item.question, "  ")
    for level, text in enumerate(item.answers):
        yield from _comment(text, "  ", f"  {level}  ")
    yield f"  {item.id}:"


def _journey(journey: Journey) -> Iterator[str]:
    yield ""
    yield from _comment(f"{journey.name}: {journey.story}", "  ")
    yield f"  {journey.id}:"
    for step in journey.steps:
        # Translators: behind what a step of a journey takes
        critical = say("(critical)") if step.critical else ""
        yield from _comment(f"{step.criterion} {critical}", "    ")
        yield f"    {step.id}:"


def _handoffs(scale: HandoffScale, usual: Sequence[str]) -> Iterator[str]:
    yield from _comment(
        say(
            "A customer starts in one channel and goes on in another. Write a line for each pair of"
            " the channels above:"
        )
    )
    if len(usual) > 1:
        start, end, *_ = usual
        yield from (f"#   {start} -> {end}: 2", f"#   {end} -> {start}: {{level: 2, traffic: 3}}")
    for title, texts in ((say("Levels"), scale.levels), (say("Traffic"), scale.traffic)):
        yield f"# {title}:"
        for number, text in enumerate(texts):
            yield from _comment(text, "", f"  {number}  ")


def _scale(name: str, terms: Iterable[Term]) -> str:
    return f"{name}: " + "; ".join(f"{each.id} ({each.meaning})" for each in terms)


def _comment(text: str, indent: str = "", mark: str = "") -> list[str]:
    start = f"{indent}# {mark}"
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=start,
        subsequent_indent=f"{indent}# {' ' * len(mark)}",
        break_long_words=False,
        break_on_hyphens=False,
    )
