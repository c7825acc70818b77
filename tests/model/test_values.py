"""Our frozen values are dataclasses: whoever uses them sees no difference."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

import pytest

from omniaudit import values
from omniaudit.model.answers import AnswerSheet, Business
from omniaudit.model.capability import Requirement
from omniaudit.model.scorecard import Standing
from omniaudit.model.terms import Dimension, Stage, Term
from omniaudit.problems import Place

LIBRARY: Callable[..., Any] = dataclasses.dataclass
OURS: Callable[..., Any] = values.dataclass


def is_ours(known: type) -> bool:
    module: str = vars(known)["__repr__"].__module__
    return module == values.__name__


def made(decorator: Callable[..., Any], **how: bool) -> Callable[..., Any]:
    """The same class by one of the decorators."""

    @decorator(**how)
    class Sample:
        """A sample."""

        name: str
        levels: tuple[int, ...] = (1, 2)
        notes: dict[str, int] = dataclasses.field(default_factory=dict)
        seen: int = dataclasses.field(default=0, compare=False, repr=False)

    return Sample


KINDS = [{"frozen": True}, {"frozen": True, "slots": True}]
NAMES = ["name", "levels", "notes", "seen"]
KINDS_OF_FIELDS = ["str", "tuple[int, ...]", "dict[str, int]", "int"]
EACH = [*KINDS, {"frozen": True, "slots": True, "order": True}]


@pytest.mark.parametrize("how", EACH)
def test_a_value_is_made_filled_shown_and_compared_as_the_library_does(
    how: dict[str, bool],
) -> None:
    for sample in (made(OURS, **how), made(LIBRARY, **how)):
        one, other = sample("a"), sample("a", (1, 2), {}, seen=3)

        assert (one.name, one.levels, one.notes, one.seen) == ("a", (1, 2), {}, 0)
        assert one.notes is not other.notes
        assert one == other
        assert one != sample("b")
        assert one != ("a", (1, 2), {})
        assert repr(one).endswith(".Sample(name='a', levels=(1, 2), notes={})")
        assert dataclasses.asdict(one) == {"name": "a", "levels": (1, 2), "notes": {}, "seen": 0}
        assert dataclasses.replace(one, name="b") == sample("b")
        assert [each.name for each in dataclasses.fields(one)] == NAMES
        assert [each.type for each in dataclasses.fields(one)] == KINDS_OF_FIELDS
        assert sample.__annotations__ == dict(zip(NAMES, KINDS_OF_FIELDS, strict=True))
        assert hasattr(one, "__dict__") != ("slots" in how)


@pytest.mark.parametrize("how", KINDS)
def test_a_value_cannot_be_changed(how: dict[str, bool]) -> None:
    for sample in (made(OURS, **how), made(LIBRARY, **how)):
        one = sample("a")

        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
            one.name = "b"
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'name'"):
            del one.name
        assert one.name == "a"


@pytest.mark.parametrize("decorator", [OURS, LIBRARY])
def test_a_call_that_does_not_fit_is_refused(decorator: Callable[..., Any]) -> None:
    sample = made(decorator, frozen=True, slots=True)

    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        sample()
    with pytest.raises(TypeError, match="unexpected keyword argument 'nam'"):
        sample(nam="a")


def test_equal_values_are_one_in_a_set_and_in_order() -> None:
    assert {Requirement("a.b", 1), Requirement("a.b", 1), Requirement("a.b", 2)} == {
        Requirement("a.b", 1),
        Requirement("a.b", 2),
    }
    places = [Place("b", 1), Place("a", 2, 5), Place("a", 2, 1), Place("a")]
    assert sorted(places) == [Place("a"), Place("a", 2, 1), Place("a", 2, 5), Place("b", 1)]
    assert Place("a") < Place("b") >= Place("a", 9) > Place("a") <= Place("a")
    with pytest.raises(TypeError, match="not supported"):
        sorted([Place("a"), "a"])  # type: ignore[type-var]


def test_a_value_that_builds_on_another_has_its_fields_and_is_another() -> None:
    dimension = Dimension("data", "Data", "What is shared.", "D", 2)

    assert dimension.name == "Data"
    assert dimension.weight == 2
    assert isinstance(dimension, Term)
    assert Stage("a", "A", "b") != Term("a", "A", "b")
    assert pickle.loads(pickle.dumps(dimension)) == dimension


def test_values_are_pickled_and_copied() -> None:
    sheet = AnswerSheet(Business("Corner Bookshop", "retail", "small", ("store",)))

    for copied in (pickle.loads(pickle.dumps(sheet)), copy.copy(sheet), copy.deepcopy(sheet)):
        assert copied == sheet
        assert copied is not sheet


def test_what_is_worked_out_after_it_was_filled() -> None:
    @values.dataclass(frozen=True)
    class Doubled:
        """A number and its double."""

        number: int

        def __post_init__(self) -> None:
            object.__setattr__(self, "number", self.number * 2)

        @cached_property
        def twice(self) -> int:
            return int(self.number) * 2

    assert (Doubled(2).number, Doubled(2).twice) == (4, 8)


def test_every_value_of_the_model_that_can_be_is_made_here() -> None:
    for known in (Standing, Requirement, Place, Dimension, AnswerSheet):
        assert is_ours(known)


def test_a_class_that_is_more_is_left_to_the_library() -> None:
    @values.dataclass(frozen=True, slots=True)
    class Counted:
        """With something that is no field."""

        name: str
        known: ClassVar[int] = 3

    @values.dataclass(frozen=True, slots=True)
    class Named:
        """With an equality of its own."""

        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Named) and self.name.lower() == other.name.lower()

        __hash__ = None  # type: ignore[assignment]

    @values.dataclass(frozen=True)
    class Keyed:
        """With a field that is only given by its name."""

        name: str = dataclasses.field(default="", kw_only=True)

    @values.dataclass(slots=True)
    class Open:
        """One that may be changed."""

        name: str

    one = Open("a")
    one.name = "b"
    assert not any(is_ours(each) for each in (Counted, Named, Keyed, Open))
    assert (Counted("a").known, Named("A") == Named("a"), Keyed(name="a").name) == (3, True, "a")
    assert one == Open("b")
