"""A JSON Schema of questionnaire files, for editors to complete and check.

It knows the keys and what may stand behind them. Whether an id that is named is defined, whether
steps lead in a circle, and whether the whole makes sense, `questions check` tells.
"""

from __future__ import annotations

from omniaudit.forms.questionnaire_schema_frame import Keys
from omniaudit.forms.questionnaire_schema_parts import CONDITIONS, GROUPS
from omniaudit.forms.schema_pieces import (
    DIALECT,
    ID,
    Schema,
    defined,
    either,
    group,
    items,
    or_blank,
    text,
    written,
)
from omniaudit.language import say

_FILE = "questionnaire"
_PICKED = {
    "profiles": "profile",
    "sizes": "size",
    "channels": "channel",
    "capabilities": "capability",
    "journeys": "journey",
    "advice": "advice",
    "sources": "source",
}
"""Lists in which an id, alone or with some keys, is a part of the questionnaire drawn on."""
_JOINED = ("gates", "fit", "handoffs")
_NEVER_DRAWN = ("questionnaire", "version", "language")
_PASSED = ("any-passed", "all-passed", "share-passed")
_FREE = ("level", "finding")
"""The conditions that need nothing beside them."""
_ONLY_WHERE_CRITICAL: Schema = {
    "if": written("requires", {"type": "array", "minItems": 1}),
    "then": written("critical", {"enum": ["yes", "true", True]}),
}


def questionnaire_schema() -> Schema:
    """The schema of a questionnaire file."""
    parts = {name: _group(keys) for name, keys in GROUPS.items() if name != _FILE}
    for name in _JOINED:
        parts[name].pop("required")
    for name in _PICKED.values():
        parts[name]["required"] = ["id"]
    parts["condition"] = {"anyOf": [_condition(kind) for kind in CONDITIONS]}
    parts["journey-condition"]["oneOf"] = [written(each) for each in _PASSED]
    parts["journey-step"] |= _ONLY_WHERE_CRITICAL
    parts["scale"] = {"anyOf": [items(text(), count=4), items(text(), count=0)]}
    return {
        "$schema": DIALECT,
        "title": say("A questionnaire of omniaudit"),
        **_file(),
        "if": {"not": written("draws-on")},
        "then": _alone(),
        "$defs": parts,
    }


def _file() -> Schema:
    """All keys of the file, of which one that draws on another needs a few."""
    keys = dict(GROUPS[_FILE])
    for name, part in _PICKED.items():
        picked = items(either(defined(part), text(ID)))
        keys[name] = keys[name]._replace(value={**keys[name].value, **picked})
    return {**_group(keys), "required": [*_NEVER_DRAWN]}


def _alone() -> Schema:
    """What holds besides for a file that draws on no other: nothing may be missing."""
    picked: dict[str, Schema] = {
        key: {"items": {"type": "object", "required": _required(GROUPS[part])}}
        for key, part in _PICKED.items()
    }
    whole: dict[str, Schema] = {name: {"required": _required(GROUPS[name])} for name in _JOINED}
    return {"required": _required(GROUPS[_FILE]), "properties": {**picked, **whole}}


def _condition(kind: str) -> Schema:
    needed = [kind] if kind in _FREE else [kind, *CONDITIONS[kind]]
    every = GROUPS["condition"]
    keys = (kind, *CONDITIONS[kind])
    return _group({name: every[name]._replace(is_optional=name not in needed) for name in keys})


def _group(keys: Keys) -> Schema:
    properties = {}
    for name, key in keys.items():
        value = or_blank(key.value) if key.is_optional else key.value
        properties[name] = {"description": say(key.about), **value}
    return group(properties, _required(keys))


def _required(keys: Keys) -> list[str]:
    return [name for name, key in keys.items() if not key.is_optional]
