"""Frozen dataclasses that are declared in a tenth of the usual time.

`dataclass(frozen=True, slots=True)` compiles six methods for each class, 0.4 ms in all, and a start declares
seventy classes. `record` has the same fields, order, defaults, `replace`, `fields` and matching; only `__init__`
is compiled, and that once more than a few records are made, the other methods are closures over the names of the
fields, and what `dataclasses` knows of a class is worked out when it is first asked. To type checkers it is
`dataclass`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, replace
from functools import partial
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from store.late_values import LateField

__all__ = ["altered", "fields_of", "filled", "record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, slots: bool, eq: bool = True):
        """Turn a class into a frozen record; without slots it may have cached properties."""
        if not frozen:
            raise TypeError("a record is frozen")
        return partial(_with_values if eq else _with_identity, slots=slots)


FEW = 8
"""So many records of a class are made before compiling a quicker way is worth its tenth of a millisecond."""
_FIELDS: dict[type, tuple[Field[Any], ...]] = {}
_SETTERS: dict[type, tuple[Callable[[Any, Any], None], ...]] = {}
_SLOTS: dict[type, tuple[tuple[str, Callable[..., Any], Callable[[Any, Any], None]], ...]] = {}

R = TypeVar("R")


def fields_of(cls: type) -> tuple[Field[Any], ...]:
    """The fields of a record class in their order: name, type as it is spelled, default, and what each is left out of.

    Raises KeyError for any other class.
    """
    return _FIELDS[cls]


def filled(cls: type[Any], columns: Iterable[Iterable[Any]], count: int) -> tuple[Any, ...]:
    """So many records of that class, a column of values for each field, past `__init__` and what is checked there.

    Filling the slots directly takes a third of the time of a frozen record's own way in.
    """
    made = tuple(map(object.__new__, repeat(cls, count)))
    for put, column in zip(_setters(cls), columns, strict=True):
        deque(map(put, made, column), maxlen=0)
    return made


def _setters(cls: type[Any]) -> tuple[Callable[[Any, Any], None], ...]:
    if cls not in _SETTERS:
        _SETTERS[cls] = tuple(_setter(cls, one.name) for one in _FIELDS[cls])
    return _SETTERS[cls]


def altered(old: R, **changes: Any) -> R:
    """The record, which has slots, with those fields changed and nothing checked anew.

    Unlike with `replace`, an `Unread` value stays one.
    """
    cls = old.__class__
    made = object.__new__(cls)
    for name, take, put in _slots(cls):
        put(made, changes[name] if name in changes else take(old, cls))
    return made


def _slots(cls: type[Any]) -> tuple[tuple[str, Callable[..., Any], Callable[[Any, Any], None]], ...]:
    if cls not in _SLOTS:
        slots = ((one.name, vars(cls)[one.name]) for one in _FIELDS[cls])
        plain = ((name, slot.slot if isinstance(slot, LateField) else slot) for name, slot in slots)
        _SLOTS[cls] = tuple((name, slot.__get__, slot.__set__) for name, slot in plain)
    return _SLOTS[cls]


def _setter(cls: type, name: str) -> Callable[[Any, Any], None]:
    """What puts a value in that field, past everything that freezes a record."""
    slot: Any = vars(cls).get(name)
    if isinstance(slot, LateField):
        slot = slot.slot
    return slot.__set__ if hasattr(slot, "__set__") else lambda record, value: record.__dict__.update({name: value})


def _with_values(cls: type, *, slots: bool) -> type:
    made: Any = _with_identity(cls, slots=slots, eq=True)
    values = attrgetter(*(one.name for one in _FIELDS[made] if one.compare))

    def equals(self: Any, other: Any) -> Any:
        if other is self:  # most of what is compared has not changed
            return True
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return _given(made, __eq__=equals, __hash__=hashed)


def _with_identity(cls: type, *, slots: bool, eq: bool = False) -> type:
    own = tuple(_field(name, kind, vars(cls).get(name, MISSING)) for name, kind in cls.__annotations__.items())
    _refuse_disorder(own)
    made: Any = _laid_out(cls, own, slots=slots)
    _FIELDS[made] = own
    shown = tuple(one.name for one in own if one.repr)

    def represented(self: Any) -> str:
        return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def reduced(self: Any) -> tuple[Any, ...]:
        return self.__class__, tuple(getattr(self, one.name) for one in own)

    return _given(
        made,
        __init__=_init_until_many(made, own),
        __repr__=represented,
        __reduce__=reduced,
        __setattr__=_refuse_setting,
        __delattr__=_refuse_deleting,
        __match_args__=tuple(one.name for one in own),
        __dataclass_fields__=_ToldOnceAsked("__dataclass_fields__", own, init=False, repr=False, eq=False),
        __dataclass_params__=_ToldOnceAsked("__dataclass_params__", own, frozen=True, eq=eq),
        __replace__=_replaced,
    )


def _field(name: str, kind: Any, given: Any) -> Field[Any]:
    made: Field[Any] = given if isinstance(given, Field) else field(default=given)
    made.name, made.type = name, kind
    return made


def _refuse_disorder(own: tuple[Field[Any], ...]) -> None:
    """Raises what a dataclass raises: for a field that is told behind one that may be left out, for a shared list."""
    may_be_left_out = ""
    for one in own:
        if one.default is not MISSING or one.default_factory is not MISSING:
            may_be_left_out = one.name
        elif may_be_left_out:
            raise TypeError(f"non-default argument {one.name!r} follows default argument {may_be_left_out!r}")
        if one.default.__class__.__hash__ is None:
            raise ValueError(f"mutable default {type(one.default)} for field {one.name} is not allowed")


def _laid_out(cls: type, own: tuple[Field[Any], ...], *, slots: bool) -> type:
    """The class with a slot for each field, or as it is with nothing but their defaults in their places."""
    if not slots:
        for one in own:
            if one.default is not MISSING:
                setattr(cls, one.name, one.default)
            elif one.name in vars(cls):
                delattr(cls, one.name)
        return cls
    names = tuple(one.name for one in own)
    kept = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__", *names)}
    made = type(cls)(cls.__name__, cls.__bases__, {**kept, "__slots__": names})
    made.__qualname__ = cls.__qualname__
    return made


class _ToldOnceAsked:
    """What `dataclasses` keeps of a class under some name; it works that out itself when somebody asks first."""

    def __init__(self, name: str, own: tuple[Field[Any], ...], **how: bool) -> None:
        self._name, self._own, self._how = name, own, how

    def __get__(self, record: Any, cls: Any) -> Any:
        kinds = {one.name: one.type for one in self._own}
        # For a class without a docstring it would work out a signature: more than all the rest.
        alike = {"__module__": cls.__module__, "__doc__": "told", "__annotations__": kinds}
        given = {one.name: one for one in self._own}
        told: Any = dataclass(**self._how)(type(cls.__name__, (), {**alike, **given}))
        setattr(cls, self._name, getattr(told, self._name))
        return getattr(told, self._name)


def _given(cls: type, **methods: Any) -> type:
    for name, method in methods.items():
        if vars(cls).get(name) is None:  # what a class says for itself stands
            setattr(cls, name, method)
    return cls


def _init_until_many(cls: Any, own: tuple[Field[Any], ...]) -> Any:
    """An `__init__` that is compiled once it pays: of most classes a start makes a record or two, or none."""
    made = 0

    def init(self: Any, *values: Any, **named: Any) -> None:
        nonlocal made
        made += 1
        if made > FEW or not _filled_one(self, cls, values, named):
            cls.__init__ = _init_of(cls, own)
            cls.__init__(self, *values, **named)  # which says what is wrong where they did not fit

    init.__annotations__ = {**{one.name: one.type for one in own}, "return": None}
    return init


def _filled_one(record: Any, cls: type, values: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Fill the fields of a new record; False when these values do not fit them, and it is left half filled."""
    own = _FIELDS[cls]
    given = dict(zip((one.name for one in own), values, strict=False))
    if len(given) < len(values) or not given.keys().isdisjoint(named):
        return False
    given.update(named)
    for one, put in zip(own, _setters(cls), strict=True):
        if one.name in given:
            value = given.pop(one.name)
        elif one.default is not MISSING:
            value = one.default
        elif one.default_factory is not MISSING:
            value = one.default_factory()
        else:
            return False
        put(record, value)
    if given:
        return False
    if hasattr(record, "__post_init__"):
        record.__post_init__()
    return True


def _init_of(cls: type, own: tuple[Field[Any], ...]) -> Any:
    """An `__init__` that fills the fields directly, which is also quicker than passing by a frozen `__setattr__`."""
    known: dict[str, Any] = {"_missing": MISSING}
    taken, lines = ["self"], []
    for one in own:
        name = one.name
        known[f"_set_{name}"] = _setter(cls, name)
        if one.default_factory is not MISSING:
            known[f"_make_{name}"] = one.default_factory
            taken.append(f"{name}=_missing")
            lines.append(f" _set_{name}(self, _make_{name}() if {name} is _missing else {name})")
            continue
        known[f"_default_{name}"] = one.default
        taken.append(name if one.default is MISSING else f"{name}=_default_{name}")
        lines.append(f" _set_{name}(self, {name})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    made: dict[str, Any] = {}
    exec(f"def __init__({', '.join(taken)}):\n" + "\n".join(lines or [" pass"]), known, made)  # as dataclasses does
    init = made["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {**{one.name: one.type for one in own}, "return": None}
    return init


def _replaced(self: Any, **changes: Any) -> Any:
    return replace(self, **changes)


def _refuse_setting(self: Any, name: str, value: Any) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(self: Any, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
