"""A questionnaire of one's own to begin with: small, ready to run, and explained in comments.

It takes a few questions over from the shipped questionnaire and asks one that is its own, so that
everything that can be written stands in it once.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from omniaudit.language import code, say
from omniaudit.load.writing import quoted

QUESTIONNAIRE = "questionnaire.yaml"
CASE = "cases/first-case.yaml"
SCHEMA = "questionnaire.schema.json"
_DRAWN = "omnichannel@1"
_TAKEN = ("integration.coverage", "data.history", "personalisation.offers", "consistency.service")
_OWN = "consistency.replies"
_PROFILES = ("retail", "ecommerce", "services", "hospitality", "banking", "local")
_WIDTH = 96


def starter(folder: str) -> Mapping[str, str]:
    """The files of a new questionnaire in a folder, by their names in it."""
    name = id_from(folder)
    return {
        QUESTIONNAIRE: "\n".join(_questionnaire(name, folder)) + "\n",
        CASE: "\n".join(_case()) + "\n",
    }


def id_from(folder: str) -> str:
    """An id made of a folder's name, to be corrected by whoever goes on writing."""
    words = re.findall(r"[A-Za-z0-9]+", PurePath(folder).name)
    return "-".join(words).lower()[:60].strip("-") or "my-questionnaire"


def _questionnaire(name: str, folder: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={SCHEMA}"
    yield from _comment(
        say(
            "A questionnaire of your own: some questions of `{drawn}`, and one that is yours."
            " `omniaudit questions check {folder}` says what is wrong with it.",
            drawn=_DRAWN,
            folder=folder,
        )
    )
    yield f"questionnaire: {name}"
    yield from _comment(
        say("Raise the first number when an id goes or changes its meaning; answers name it.")
    )
    yield "version: 0.1.0"
    yield f"language: {code()}"
    yield from _comment(
        say("What this file does not say, such as stages and channels, is taken from there.")
    )
    yield f"draws-on: {_DRAWN}"
    yield _line("title", say("A questionnaire of our own"))
    yield from _prose(
        "purpose", say("Finds out how well customers are served across channels, in few questions.")
    )
    yield "capabilities:"
    yield from _comment(
        say(
            "An id alone takes a question over, with its ladder and its steps;"
            " `omniaudit questions list` shows all ids."
        ),
        "  ",
    )
    yield from (f"  - {each}" for each in _TAKEN)
    yield from _own_question()
    yield from _gates()
    yield from _comment(
        say("Nothing else is asked. Without these lines, all of `{drawn}` is.", drawn=_DRAWN)
    )
    yield from ("journeys: []", "fit: {items: []}", "handoffs: {levels: [], traffic: []}")


def _own_question() -> Iterator[str]:
    yield from _comment(
        say("Your own question. Before the dot stands the dimension in which it counts."), "  "
    )
    yield from (f"  - id: {_OWN}", "    code: OWN1")
    yield _line("name", say("Answers in time"), "    ")
    ask = say("How soon do customers get an answer, in whichever channel they ask?")
    why = say("Whoever waits too long in one channel asks again in another.")
    yield from _prose("question", ask, "    ")
    yield from _prose("why", why, "    ")
    yield from _prose("who", say("whoever answers messages and calls"), "    ")
    yield from _comment(say("Levels 0 to 3, each as something one can see."), "    ")
    yield from _texts("levels", _levels())
    yield from _texts("evidence", [say("The five newest messages of each channel, with answers")])
    yield from _comment(say("Who is asked; `core` weighs twice as much as `optional`."), "    ")
    yield "    profiles:"
    yield from (f"      {each}: core" for each in _PROFILES)
    yield from _comment(
        say("The steps to levels 1, 2 and 3. S, M, L and X are bands of person-weeks."), "    "
    )
    yield "    steps:"
    yield from _steps()


def _levels() -> tuple[str, ...]:
    return (
        say("Messages in some channels get no answer, or only by chance."),
        say("Every channel is answered, but nobody has said within what time."),
        say("There is a promised time for every channel, and most answers keep it."),
        say("One promised time holds for all channels, is published, and is measured each month."),
    )


def _steps() -> Iterator[str]:
    yield from _step(
        1,
        say("Answer every channel"),
        say("Name one person for each channel, and one who stands in."),
        say("No message waits longer than a week"),
        effort="S",
    )
    yield from _step(
        2,
        say("Promise a time"),
        say("Agree on a time for each channel that you can keep, and tell customers."),
        say("Nine answers out of ten keep the promise"),
        requires="integration.coverage@1",
    )
    yield from _step(
        3,
        say("One promise for all channels"),
        say("Publish one time for all channels, and count each month how often you keep it."),
        say("The count of the last month is known"),
        requires="integration.coverage@2",
    )


def _step(  # noqa: PLR0913 - one for each key
    to: int, title: str, action: str, kpi: str, *, effort: str = "M", requires: str = ""
) -> Iterator[str]:
    yield f"      - to: {to}"
    yield _line("title", title, "        ")
    yield from _prose("action", action, "        ")
    yield from (f"        effort: {effort}", f"        horizon: [{3 * to - 3}, {3 * to}]")
    yield _line("kpi", kpi, "        ")
    if requires:
        yield f"        requires: [{requires}]"


def _gates() -> Iterator[str]:
    yield from _comment(
        say(
            "What a stage demands, whatever else is good: one of the questions at the level of the"
            " stage. The presets say which share of a dimension must be at the levels below."
        )
    )
    yield from ("gates:", "  presets: {strict: 85, standard: 80, lenient: 66}", "  keys:")
    for stage, name in ((1, _TAKEN[0]), (2, _TAKEN[1]), (3, _OWN)):
        yield from (f"    - stage: {stage}", f"      any-of: [{name}]")
    yield "  journeys: []"


def _case() -> Iterator[str]:
    yield from _comment(
        say("A case: what must come of these answers. `omniaudit questions check` tries it out.")
    )
    yield _line("case", say("Good service does not make up for a customer who is a stranger"))
    yield from _prose(
        "story",
        say(
            "A shop answers within the hour and looks after all its channels, but nobody there can"
            " see what the customer bought online."
        ),
    )
    yield from ("business:", "  profile: retail", "  size: small")
    yield _line("name", say("Corner shop"), "  ")
    yield from ("answers:", "  rest: 2", "  data.history: 1")
    yield from ("expect:", "  confirmed: multichannel")


def _comment(text: str, indent: str = "") -> list[str]:
    return _wrapped(text, f"{indent}# ")


def _line(key: str, text: str, indent: str = "") -> str:
    return f"{indent}{key}: {quoted(text)}"


def _prose(key: str, text: str, indent: str = "") -> Iterator[str]:
    yield f"{indent}{key}: >-"
    yield from _wrapped(text, f"{indent}  ")


def _texts(key: str, texts: Iterable[str]) -> Iterator[str]:
    yield f"    {key}:"
    yield from (f"      - {quoted(each)}" for each in texts)


def _wrapped(text: str, start: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=start,
        subsequent_indent=start,
        break_long_words=False,
        break_on_hyphens=False,
    )
