"""The content of one document of a batch, and the answers in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from omniaudit.batch.job import Failed, Item, Limits
from omniaudit.language import say
from omniaudit.load import strict_yaml
from omniaudit.load.answers import read_answers
from omniaudit.load.files import read_bytes
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, OmniauditError, Place, problem

_Found = TypeVar("_Found")
_STREAMS = ("/dev/", "/proc/self/fd/")


def alone(item: Item, limits: Limits, work: Callable[[], _Found]) -> _Found | Failed:
    """What comes of the work on a document, which fails alone whatever happens to it."""
    try:
        return work()
    except OmniauditError as error:
        return Failed(error.problems)
    except MemoryError:
        return Failed((problem("W852", item.place, limit=limits.megabytes),))
    except Exception as fault:  # noqa: BLE001 - ours, and no reason to lose the others
        why = type(fault).__name__  # its message might have answers in it
        return Failed((problem("W857", item.place, why=why),))


def content_of(item: Item) -> bytes:
    """The bytes of a document.

    Raises:
        InputRejected: when its file cannot be read or is too large.
    """
    if item.content is not None:
        return item.content
    if item.file.startswith(_STREAMS):  # would wait for somebody, or be read by two
        why = say("it is not an ordinary file")
        raise InputRejected([problem("F103", Place(item.file), why=why)])
    return read_bytes(item.file, strict_yaml.MAX_BYTES)


def sheet_of(item: Item, content: bytes, questionnaire: Questionnaire) -> AnswerSheet:
    """The answers in the content of a document.

    Raises:
        InputRejected: with every problem of the document.
    """
    if item.line:
        from omniaudit.load.json_lines import read_answers_line  # noqa: PLC0415 - most are YAML

        return read_answers_line(content, item.file, item.line, questionnaire)
    return read_answers(content, item.file, questionnaire)
