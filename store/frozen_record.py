"""Frozen dataclasses that are declared in a third of the usual time.

`dataclass(frozen=True, slots=True)` compiles six methods for each class, 0.4 ms in all, and a start declares
seventy classes. `record` has the same fields, order, defaults, `replace`, `fields` and matching; only `__init__`
is compiled, and the other methods are closures over the names of the fields. To type checkers it is `dataclass`.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, slots: bool, eq: bool = True):
        """Turn a class into a frozen record with slots; both words must be true, and stand there to be read."""
        if not (frozen and slots):
            raise TypeError("a record is frozen and has slots")
        return _with_values if eq else _with_identity


def _with_values(cls: type) -> type:
    made: Any = _with_identity(cls)
    values = attrgetter(*(field.name for field in fields(made) if field.compare))

    def equals(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return _given(made, __eq__=equals, __hash__=hashed)


def _with_identity(cls: type) -> type:
    if cls.__doc__ is None:
        cls.__doc__ = ""  # for a class without one, dataclass works out a signature: more than all the rest
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    own = fields(made)
    shown = tuple(field.name for field in own if field.repr)

    def represented(self: Any) -> str:
        return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def reduced(self: Any) -> tuple[Any, ...]:
        return self.__class__, tuple(getattr(self, field.name) for field in own)

    return _given(
        made,
        __init__=_init_of(made, own),
        __repr__=represented,
        __reduce__=reduced,
        __setattr__=_refuse_setting,
        __delattr__=_refuse_deleting,
    )


def _given(cls: type, **methods: Any) -> type:
    for name, method in methods.items():
        if vars(cls).get(name) is None:  # what a class says for itself stands
            setattr(cls, name, method)
    return cls


def _init_of(cls: type, own: tuple[Field[Any], ...]) -> Any:
    """An `__init__` that fills the slots directly, which is also quicker than passing by a frozen `__setattr__`."""
    known: dict[str, Any] = {"_missing": MISSING}
    taken, lines = ["self"], []
    for field in own:
        name = field.name
        known[f"_set_{name}"] = vars(cls)[name].__set__
        if field.default_factory is not MISSING:
            known[f"_make_{name}"] = field.default_factory
            taken.append(f"{name}=_missing")
            lines.append(f" _set_{name}(self, _make_{name}() if {name} is _missing else {name})")
            continue
        known[f"_default_{name}"] = field.default
        taken.append(name if field.default is MISSING else f"{name}=_default_{name}")
        lines.append(f" _set_{name}(self, {name})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    made: dict[str, Any] = {}
    exec(f"def __init__({', '.join(taken)}):\n" + "\n".join(lines or [" pass"]), known, made)  # as dataclasses does
    init = made["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {**{field.name: field.type for field in own}, "return": None}
    return init


def _refuse_setting(self: Any, name: str, value: Any) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(self: Any, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
