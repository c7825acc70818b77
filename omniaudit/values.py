"""Frozen values: dataclasses like any other, but made and filled faster.

The library writes and compiles six methods or more for each class, which was a third of the time
in which `omniaudit score` starts. Here only `__init__` is written, and it fills the slots without
looking for them; the other methods are shared. A class that is more than fields, defaults and
methods of its own is left to the library, and to a type checker all of them are the library's.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["dataclass"]

_Class = TypeVar("_Class")
_Method = Callable[..., Any]
_Field = dataclasses.Field[Any]
_OPTIONS = {"frozen", "slots", "order"}
_SPECIAL = ("__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__")
_ORDER = (operator.lt, operator.le, operator.gt, operator.ge)
_made: set[type] = {object}
"""The classes that were made here, on which others may build."""


def _dataclass(**how: bool) -> Callable[[type[_Class]], type[_Class]]:
    """The decorator, with the options of the library."""

    def made(plain: type[_Class]) -> type[_Class]:
        if "frozen" in how and set(how) <= _OPTIONS and all(how.values()) and _is_simple(plain):
            found = _value(plain, how)
            _made.add(found)
            return found
        return dataclasses.dataclass(**how)(plain)

    return made


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def _is_simple(plain: type) -> bool:
    """Whether a class is but fields, defaults and methods of its own."""
    own = vars(plain)
    kinds = own.get("__annotations__", {})
    return (
        _made.issuperset(plain.__mro__[1:])
        and bool(kinds or len(plain.__mro__) > len((plain, object)))
        and not any(name in own for name in _SPECIAL)
        and not any("ClassVar" in str(kind) or "InitVar" in str(kind) for kind in kinds.values())
        and not any(isinstance(each, dataclasses.Field) and _is_odd(each) for each in own.values())
    )


def _is_odd(each: _Field) -> bool:
    return not each.init or each.kw_only is True or each.hash is not None


def _value(plain: type[_Class], how: dict[str, bool]) -> type[_Class]:
    slots, kinds = "slots" in how, vars(plain).get("__annotations__", {})
    plain.__annotations__ = dict.fromkeys(kinds, object)  # words would be searched for `ClassVar`
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
    made.__annotations__ = kinds
    fields = dataclasses.fields(made)
    for each in fields:
        each.type = kinds.get(each.name, each.type)
    made.__init__ = _init(made, fields, slots=slots)
    compared = operator.attrgetter(*(each.name for each in fields if each.compare))
    for method in _comparing(compared, order="order" in how):
        setattr(made, method.__name__, method)
    made.__repr__, made.__setattr__, made.__delattr__ = _repr, _set, _delete
    if slots:
        made.__getstate__, made.__setstate__ = _state, _restore
    found: type[_Class] = made
    return found


def _init(made: Any, fields: Sequence[_Field], *, slots: bool) -> _Method:  # noqa: ANN401
    known: dict[str, Any] = {"unsaid": dataclasses.MISSING}
    wanted, lines = ["self"], [] if slots else ["own = self.__dict__"]
    for name, default, new in ((each.name, each.default, each.default_factory) for each in fields):
        known |= {f"of_{name}": default, f"new_{name}": new}
        if slots:
            known[f"set_{name}"] = getattr(made, name).__set__
        given = name
        if new is not dataclasses.MISSING:
            given = f"new_{name}() if {name} is unsaid else {name}"
            wanted.append(f"{name}=unsaid")
        else:
            wanted.append(name if default is dataclasses.MISSING else f"{name}=of_{name}")
        lines.append(f"set_{name}(self, {given})" if slots else f"own[{name!r}] = {given}")
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(wanted)}): {'; '.join(lines)}", known)  # noqa: S102 - names of ours
    found: _Method = known["__init__"]
    return found


def _comparing(content: Callable[[object], object], *, order: bool) -> list[_Method]:
    def __eq__(self: object, other: object) -> Any:  # noqa: ANN401, N807 - as traces call it
        if other.__class__ is not self.__class__:
            return NotImplemented
        return content(self) == content(other)

    def __hash__(self: object) -> int:  # noqa: N807 - the same
        return hash(content(self))

    return [__eq__, __hash__, *(_ordering(each, content) for each in _ORDER if order)]


def _ordering(compared: _Method, content: Callable[[object], object]) -> _Method:
    def method(self: object, other: object) -> Any:  # noqa: ANN401 - NotImplemented is no bool
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compared(content(self), content(other))

    method.__name__ = f"__{compared.__name__}__"
    return method


def _repr(self: Any) -> str:  # noqa: ANN401 - a value of any class, here and below
    shown = ", ".join(
        f"{each.name}={getattr(self, each.name)!r}"
        for each in dataclasses.fields(self)
        if each.repr
    )
    return f"{self.__class__.__qualname__}({shown})"


def _set(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:  # noqa: ANN401
    return [getattr(self, name) for name in self.__match_args__]


def _restore(self: Any, state: list[object]) -> None:  # noqa: ANN401
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)
