"""How editors read our YAML: to some of them `2`, `yes` and nothing are no texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import yaml
from jsonschema import Draft202012Validator

_INT, _BOOL, _NULL, _FLOAT = (
    f"tag:yaml.org,2002:{each}" for each in ("int", "bool", "null", "float")
)


class _Core(yaml.SafeLoader):  # type: ignore[misc]
    """YAML 1.2, as most editors read it: `yes` is a text, and so is a day."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML declares it


_Core.add_implicit_resolver(_NULL, re.compile(r"^(?:null|Null|NULL|~|)$"), ["n", "N", "~", ""])
_Core.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), None)
_Core.add_implicit_resolver(_INT, re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), None)
_Core.add_implicit_resolver(_FLOAT, re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), None)


class _Old(yaml.SafeLoader):  # type: ignore[misc]
    """YAML 1.1, as other editors read it: `no` is a truth; a day is a text, since JSON has none."""


_Old.yaml_implicit_resolvers = {
    start: [(tag, pattern) for tag, pattern in rules if not tag.endswith("timestamp")]
    for start, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

Reading = Callable[[bytes], Any]


def _as(loader: type[Any]) -> Reading:
    def read(data: bytes) -> Any:  # noqa: ANN401 - a JSON value
        return json.loads(json.dumps(yaml.load(data, Loader=loader)))

    return read


READINGS: Mapping[str, Reading] = {
    "YAML 1.2": _as(_Core),
    "YAML 1.1": _as(_Old),
    "texts alone": _as(yaml.BaseLoader),
}


def faults(schema: dict[str, Any], value: object) -> list[str]:
    """What a schema says against a value."""
    found = Draft202012Validator(schema).iter_errors(value)
    return [f"{each.json_path}: {each.message[:200]}" for each in found]
