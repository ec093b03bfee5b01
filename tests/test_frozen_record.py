"""A record is what a frozen dataclass with slots is; only declaring it is quicker."""

from __future__ import annotations

import copy
import inspect
import pickle
import pprint
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from store.frozen_record import FEW, altered, fields_of, record
from store.late_values import later, with_late


@record(frozen=True, slots=True)
class Told:
    """A thing told."""

    place: str
    count: int = 1
    many: list[str] = field(default_factory=list, repr=False)
    aside: object = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Usual:
    """The same in the usual way."""

    place: str
    count: int = 1
    many: list[str] = field(default_factory=list, repr=False)
    aside: object = field(default=None, compare=False)


@record(frozen=True, slots=True)
class Spoken:
    """A record that has a word to say about itself."""

    words: str

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("no words")

    def __repr__(self) -> str:
        return f"“{self.words}”"

    def __hash__(self) -> int:
        return 7


@with_late("words")
@record(frozen=True, slots=True)
class Late:
    """A record of which a part is worked out when it is read."""

    name: str
    words: str = ""


@record(frozen=True, slots=True, eq=False)
class Single:
    """Equal to itself alone."""

    name: str


def test_it_looks_like_the_dataclass_it_stands_for() -> None:
    assert repr(Told("here", 2)) == repr(Usual("here", 2)).replace("Usual", "Told")
    assert list(map(repr, fields(Told))) == list(map(repr, fields(Usual)))
    assert is_dataclass(Told) and asdict(Told("here")) == asdict(Usual("here"))
    assert Told.__match_args__ == Usual.__match_args__
    assert all(Told("here", count).count == count for count in range(FEW + 1))  # which compiles it
    assert list(inspect.signature(Told).parameters) == list(inspect.signature(Usual).parameters)
    assert Told.__init__.__annotations__ == Usual.__init__.__annotations__
    assert Told.__doc__ == "A thing told." and not hasattr(Told("here"), "__dict__")


def test_what_dataclasses_keep_of_it_is_what_they_would_keep() -> None:
    @record(frozen=True, slots=True)
    class Own:
        name: str = field(repr=False)
        why: str = field(compare=False)

    @dataclass(frozen=True, slots=True)
    class Theirs:
        name: str = field(repr=False)
        why: str = field(compare=False)

    assert list(map(repr, fields(Own))) == list(map(repr, fields(Theirs))) == list(map(repr, fields_of(Own)))
    told: Any = Own
    assert (told.__dataclass_params__.frozen, told.__dataclass_params__.eq) == (True, True)
    pair = [Own("a long name of some kind " * 3, "b"), Own("a long name of some kind " * 3, "c")]
    assert pprint.pformat(pair).count("Own") == 2


def test_what_a_dataclass_refuses_is_refused_when_it_is_declared() -> None:
    with pytest.raises(TypeError, match="follows default argument"):

        @record(frozen=True, slots=True)
        class Disordered:
            count: int = 1
            name: str  # type: ignore[misc]

    with pytest.raises(ValueError, match="mutable default"):

        @record(frozen=True, slots=True)
        class Sharing:
            many: list[str] = []  # noqa: RUF012


def test_fields_may_be_given_by_place_and_by_name_and_have_defaults() -> None:
    told = Told("here", many=["a"])
    assert (told.place, told.count, told.many, told.aside) == ("here", 1, ["a"], None)
    assert Told("x").many == [] and Told("x").many is not Told("x").many


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        (("x",), {"unknown": 1}),
        (("x",), {"place": "y"}),
        (("x", 1, [], None, "one more"), {}),
        ((), {"count": 1}),
    ],
)
@pytest.mark.parametrize("made_before", [0, FEW + 1])
def test_values_that_do_not_fit_are_refused_in_the_usual_words(
    values: tuple[Any, ...], named: dict[str, Any], made_before: int
) -> None:
    @record(frozen=True, slots=True)
    class Fresh:
        place: str
        count: int = 1
        many: list[str] = field(default_factory=list, repr=False)
        aside: object = field(default=None, compare=False)

    for _ in range(made_before):
        Fresh("x")
    with pytest.raises(TypeError) as usual:
        Usual(*values, **named)
    with pytest.raises(TypeError) as own:
        Fresh(*values, **named)
    assert str(own.value).rpartition("__init__")[2] == str(usual.value).rpartition("__init__")[2]


@pytest.mark.parametrize("made_before", [0, FEW + 1])
def test_a_class_may_stand_on_a_record(made_before: int) -> None:
    @record(frozen=True, slots=True)
    class Place:
        name: str
        count: int = 1

    class Town(Place):
        __slots__ = ()

        @property
        def called(self) -> str:
            return f"{self.name} town"

    for _ in range(made_before):
        Place("x")
    town = Town("here", count=2)
    assert (town.called, town.count, type(town), replace(town, name="there").called) == (
        "here town",
        2,
        Town,
        "there town",
    )
    assert town == Town("here", 2) != Place("here", 2)


def test_equal_values_are_equal_and_hash_alike_but_not_across_classes() -> None:
    assert Spoken("a") == Spoken("a") != Spoken("b")
    assert Told("x", aside=1) == Told("x", aside=2) != Told("y", aside=1)
    unlike: Any = Usual("x")
    assert Told("x") != unlike

    @record(frozen=True, slots=True)
    class Pair:
        left: int
        right: str

    assert len({Pair(1, "a"), Pair(1, "a"), Pair(2, "a")}) == 2


def test_without_equality_a_record_is_equal_to_itself_alone() -> None:
    one = Single("a")
    assert one == one and one != Single("a") and len({one, Single("a")}) == 2


@pytest.mark.parametrize("made", [Told("x"), Single("x")])
def test_nothing_can_be_changed_added_or_taken_away(made: Any) -> None:
    name = fields(made)[0].name
    changes: tuple[Callable[[], None], ...] = (
        lambda: setattr(made, name, "y"),
        lambda: setattr(made, "new", 1),
        lambda: delattr(made, name),
    )
    for change in changes:
        with pytest.raises(FrozenInstanceError):
            change()
    assert getattr(made, name) == "x"


def test_replacing_and_copying_make_new_records() -> None:
    told = Told("x", 3, ["a"], aside=9)
    assert replace(told, place="y") == Told("y", 3, ["a"])
    for other in (copy.copy(told), copy.deepcopy(told), pickle.loads(pickle.dumps(told))):
        assert other == told and other is not told and other.aside == 9


def test_altering_leaves_unread_what_nobody_read() -> None:
    read: list[str] = []

    def words() -> str:
        read.append("read")
        return "long ones"

    first = Late("x", later(words))
    other = altered(first, name="y")
    assert (first.name, other.name, read) == ("x", "y", [])
    assert (first.words, other.words, read) == ("long ones", "long ones", ["read", "read"])
    assert altered(other, words="short").words == "short"
    assert altered(Told("x", 3, ["a"], aside=9), count=4) == Told("x", 4, ["a"])


def test_what_a_class_says_for_itself_stands() -> None:
    assert repr(Spoken("yes")) == "“yes”" and hash(Spoken("yes")) == 7
    with pytest.raises(ValueError, match="no words"):
        Spoken("")


def test_a_record_that_could_change_is_refused() -> None:
    with pytest.raises(TypeError):
        record(frozen=False, slots=True)
