"""What a person typed into a record, cleaned field by field before the record joins a season."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from store.clean_text import clean_body, clean_line
from store.errors import RuleBroken
from store.moments import Moment, zone_named

R = TypeVar("R")

LONG_FIELDS = frozenset(
    {"body", "text", "words", "draws", "liked", "worried", "red_flags", "note", "value", "readiness", "strengths"},
)
"""Fields that may hold paragraphs; all others are one line."""
ADDRESS_FIELDS = frozenset({"link", "place", "website", "source", "what", "ties"})
"""Fields of one line that may be longer than a name."""
ADDRESS_LIMIT = 2_000
"""Most characters of such a field."""


def cleaned(record: R) -> R:
    """That record with every text in it made safe, and every zone known; the same object when nothing was wrong.

    Empty entries leave tuples of texts. Raises RuleBroken for what is too long or names no zone.
    """
    changes: dict[str, Any] = {}
    for field in fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        better = _clean_value(field.name, value)
        if better is not value:
            changes[field.name] = better
    return replace(record, **changes) if changes else record  # type: ignore[type-var]


def required(text: str, what: str) -> str:
    """That text, unless there are no words in it: then RuleBroken names `what` is missing."""
    if not text.strip():
        raise RuleBroken(f"{what} is empty. Type something first.")
    return text


def one_address(email: str) -> str:
    """That mail address; raises RuleBroken when a comma, a blank or a second @ would make it hold two."""
    before, at_sign, after = email.partition("@")
    if not (before and at_sign and after) or "@" in after or any(mark in email for mark in ' ,;<>"()'):
        raise RuleBroken(f"“{email[:60]}” is not one mail address.")
    return email


def _clean_value(name: str, value: object) -> object:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else _clean_text(name, value)
    if isinstance(value, Moment):
        zone_named(value.zone)
        return value
    if isinstance(value, tuple):
        return _clean_tuple(name, value)
    return cleaned(value) if is_dataclass(value) else value


def _clean_tuple(name: str, values: tuple[object, ...]) -> tuple[object, ...]:
    better = tuple(_clean_value(name, value) for value in values)
    better = tuple(value for value in better if value != "")
    same = len(better) == len(values) and all(new is old for new, old in zip(better, values, strict=True))
    return values if same else better


def _clean_text(name: str, text: str) -> str:
    what = f"The field “{name.replace('_', ' ')}”"
    if name in LONG_FIELDS:
        better = clean_body(text, what=what)
    elif name in ADDRESS_FIELDS:
        better = clean_line(text, what=what, limit=ADDRESS_LIMIT)
    else:
        better = clean_line(text, what=what)
    if name.endswith("zone") and better:
        zone_named(better)
    return text if better == text else better
