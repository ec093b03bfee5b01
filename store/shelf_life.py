"""How long what is known of a program stays true, and where two sources disagree about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from store.dates import show_day
from store.folding import folded
from store.frozen_record import record
from store.records import Fact
from store.reference.data_files import data_file


@record(frozen=True, slots=True)
class FactLabel:
    """Something worth knowing of every program."""

    label: str
    """What it is called."""
    days: int
    """For how many days it may be trusted once it was checked."""
    also: tuple[str, ...]
    """What people call it too."""
    hint: str
    """What to look for."""


@lru_cache(maxsize=1)
def shipped_labels() -> tuple[FactLabel, ...]:
    """What the app asks about by itself, in the order of the file; any other label may be used beside it."""
    return tuple(
        FactLabel(row["label"], row["days"], tuple(row["also"]), row["hint"])
        for row in data_file("fact_labels")["labels"]
    )


def label_called(text: str) -> str:
    """The label as it is kept: a shipped one under whatever name it is called, or the words themselves."""
    return _names().get(_comparable(text), " ".join(text.split()))


def same_label(one: str, other: str) -> bool:
    """Whether two labels are about the same thing."""
    return _comparable(label_called(one)) == _comparable(label_called(other))


def shelf_days(label: str) -> int:
    """For how many days what is known under that label may be trusted."""
    wanted = _comparable(label_called(label))
    own = (one.days for one in shipped_labels() if _comparable(one.label) == wanted)
    days: int = next(own, data_file("fact_labels")["other_days"])
    return days


def is_stale(fact: Fact, today: date) -> bool:
    """Whether it ought to be looked up again: checked too long ago, or nobody knows when."""
    return fact.checked is None or (today - fact.checked).days > shelf_days(fact.label)


def origin_words(fact: Fact, today: date) -> str:
    """Where it comes from, the day it was checked, and a mark when that is too long ago."""
    checked = f"checked {show_day(fact.checked)}" if fact.checked else "never checked"
    stale = "stale" if is_stale(fact, today) and fact.checked else ""
    return ", ".join(filter(None, (fact.source or "no source", checked, stale)))


def disagreeing(facts: Iterable[Fact]) -> tuple[tuple[Fact, ...], ...]:
    """Facts of one program about the same thing whose values differ, each group newest check first."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(_comparable(label_called(fact.label)), []).append(fact)
    return tuple(
        tuple(sorted(group, key=lambda one: one.checked or date.min, reverse=True))
        for group in groups.values()
        if len({_comparable(one.value) for one in group}) > 1
    )


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {_comparable(name): one.label for one in shipped_labels() for name in (one.label, *one.also)}


def _comparable(text: str) -> str:
    return " ".join(folded(text).replace("-", " ").split())
