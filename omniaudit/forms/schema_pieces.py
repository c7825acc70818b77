"""The pieces that JSON Schemas of our files are built from.

To our reader every value is a text; an editor reads `2`, `yes` or nothing at all as a number, a
truth or null. A piece accepts each as either. Only keywords are used that mean the same in draft
2020-12 and in the older drafts that editors know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Schema = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = r"^(?=.{1,80}$)[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$"
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_DIGIT = 9
_TRUTHS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


def blank() -> Schema:
    """Nothing after the colon, which is the same as no line at all."""
    return {"type": ["null", "string"], "pattern": r"^\s*$"}


def text(pattern: str = r"\S") -> Schema:
    """A text that says something; what an editor takes for a number is one too."""
    return {"type": ["string", "number", "boolean"], "pattern": pattern}


def yes_no() -> Schema:
    """`yes` or `no`."""
    return {"enum": ["yes", "no", True, False, "true", "false"]}


def words(known: Mapping[str, str] | Iterable[str]) -> Schema:
    """One of the known words; a mapping says what each one means."""
    meanings = known if isinstance(known, Mapping) else dict.fromkeys(known, "")
    choices: list[Schema] = []
    for word, meaning in meanings.items():
        told: Schema = {"description": meaning} if meaning else {}
        choices += [{"const": each, **told} for each in (word, *_otherwise(word))]
    return {"anyOf": choices}


def number(low: int, high: int) -> Schema:
    """A whole number in a range."""
    pattern = "^[0-9]{1,4}$" if high > _DIGIT else f"^0{{0,3}}[{low}-{high}]$"
    digits: Schema = {"type": "string", "pattern": pattern}
    return {"anyOf": [{"type": "integer", "minimum": low, "maximum": high}, digits]}


def items(each: Schema, *, least: int = 0, count: int | None = None) -> Schema:
    """A list, of at `least` so many entries or of `count`."""
    if count is not None:
        return {"type": "array", "items": each, "minItems": count, "maxItems": count}
    return {"type": "array", "items": each, **({"minItems": least} if least else {})}


def group(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """A group with these keys and no others."""
    found: Schema = {"type": "object", "properties": dict(properties)}
    needed = list(required)
    return {**found, **({"required": needed} if needed else {}), "additionalProperties": False}


def entries(properties: Mapping[str, Schema], unknown: str) -> Schema:
    """A group whose keys are ids; `unknown` is what to tell of one that has a value and is none."""
    refused = {**blank(), "errorMessage": unknown}
    return {"type": "object", "properties": dict(properties), "additionalProperties": refused}


def either(*schemas: Schema) -> Schema:
    """What any of the schemas accepts."""
    flat: list[object] = []
    for each in schemas:
        choices = each.get("anyOf")
        is_choice = isinstance(choices, list) and len(each) == 1
        flat += choices if is_choice and isinstance(choices, list) else [each]
    return {"anyOf": flat}


def or_blank(schema: Schema) -> Schema:
    """The same, or nothing; what holds for groups and lists does not touch a text."""
    if schema.get("type") in ("object", "array"):
        return {**schema, **blank(), "type": [schema["type"], "null", "string"]}
    return either(schema, blank())


def written(key: str, value: Schema | None = None) -> Schema:
    """Groups in which something stands at a key, of a kind where one is given."""
    return {"required": [key], "properties": {key: value or {"not": blank()}}}


def defined(name: str) -> Schema:
    """What stands under a name in `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


def _otherwise(word: str) -> tuple[object, ...]:
    """What an editor takes a word for if it is no text to it."""
    if word in _TRUTHS:
        return (_TRUTHS[word],)
    if word == "null":
        return (None,)
    if not _NUMBER.fullmatch(word):
        return ()
    return (float(word) if "." in word else int(word),)
