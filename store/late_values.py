"""Values worked out when somebody reads them: the field of a frozen record holds what will make them until then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import Any, TypeVar, cast


class Unread:
    """A value that is worked out when somebody reads the field it was put in."""

    __slots__ = ()

    def read(self) -> Any:
        """The value itself."""
        raise NotImplementedError


class _Later(tuple[Callable[..., Any], tuple[Any, ...]], Unread):  # a tuple is the quickest thing to make
    __slots__ = ()

    def read(self) -> Any:
        make, given = self
        return make(*given)


V = TypeVar("V")
T = TypeVar("T", bound=type)


def later(make: Callable[..., V], *given: Any) -> V:
    """What `make` gives for these, in a field of `with_late`: made when the field is read first, or never."""
    return cast(V, _Later((make, given)))


class LateField:
    """A slot whose value may be `Unread` until somebody looks; what was read takes its place."""

    def __init__(self, slot: Any) -> None:
        self.slot = slot

    def __get__(self, record: Any, owner: Any = None) -> Any:
        if record is None:
            return self
        value = self.slot.__get__(record, owner)
        if isinstance(value, Unread):
            value = value.read()
            self.slot.__set__(record, value)
        return value

    def __set__(self, record: Any, value: Any) -> None:
        raise FrozenInstanceError(f"cannot assign to field {self.slot.__name__!r}")


def with_late(name: str) -> Callable[[T], T]:
    """Let a field of a record hold an `Unread` value; nobody who reads the field can tell."""

    def given(cls: T) -> T:
        setattr(cls, name, LateField(vars(cls)[name]))
        return cls

    return given
