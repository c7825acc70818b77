"""What was noticed in an answers file, in the words of a report."""

from __future__ import annotations

import re

from omniaudit.language import say
from omniaudit.report.reading import Reading

_QUOTED = re.compile("`([^`]*)`")


def plain(reading: Reading, text: str) -> str:
    """A message without the marks of code, ids as names, and nothing about the report itself."""
    told = text.replace(say("Check the reason; the report shows it."), say("Check the reason."))
    return _QUOTED.sub(lambda found: _named(reading, found[1]), told)


def _named(reading: Reading, word: str) -> str:
    if word in reading.questionnaire.capability:
        return reading.called(word)
    ours = reading.questionnaire
    items = {item.id: item for item in ours.fit.items}
    for named in (items, ours.journey, ours.channel, ours.profile):
        if word in named:
            return named[word].name
    return word
