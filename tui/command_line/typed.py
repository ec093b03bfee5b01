"""What was typed for a day, a moment, a zone or a text, understood or refused."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from dataclasses import replace
from datetime import date

from store.clean_text import TEXT_LIMIT, clean_body
from store.errors import FileTrouble, RuleBroken, Unclear
from store.moments import Moment
from store.spoken_dates import Understood, understand_day, understand_moment
from store.typed_path import typed_path
from tui.command_line.speaking import may_ask, words

NAIVE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?", re.ASCII)
"""A day and a time in full that leave only the zone open."""
FOLD_CHOICE = re.compile(r"\d{4}-\d\d-\d\dT[\d:]+[+-]\d\d:\d\d \S+")
GIVE_ONE = "Give one such as America/Chicago."
BYTES_LIMIT = 4 * TEXT_LIMIT


def typed_moment(text: str, options: Namespace, *, now: Moment, zone: str, past: bool = False) -> Understood:
    """The moment that text means, repeated back in full; without a person at the terminal only exact forms count.

    A day and time in full are taken in `zone`. With `--fold` a time that comes twice is settled. Raises Unclear
    for anything that does not have exactly one meaning.
    """
    naive = NAIVE.fullmatch(text.strip()) is not None
    exact = f"{text.strip()} {zone}" if naive else text
    try:
        understood = understand_moment(exact, now=now, zone=zone, strict=not may_ask(options), past=past)
    except Unclear as question:
        understood = understand_moment(_settled(question, options), now=now, zone=zone, strict=True, past=past)
    words(f"Understood: {understood.said}")
    return replace(understood, zone_given=False) if naive else understood


def _settled(question: Unclear, options: Namespace) -> str:
    """The one of two moments that `--fold` chooses; raises the question again when it is about anything else."""
    twice = [choice for choice in question.choices if FOLD_CHOICE.fullmatch(choice)]
    which = getattr(options, "fold", "")
    if len(twice) != 2 or not hasattr(options, "fold"):
        raise question
    if not which:
        raise Unclear(f"{question} Add --fold first or --fold second.", question.choices) from question
    return twice[0 if which == "first" else 1]


def typed_past(text: str, options: Namespace, *, now: Moment) -> Moment:
    """When something happened, home clock unless a zone is typed; now when nothing was typed."""
    return typed_moment(text, options, now=now, zone=now.zone, past=True).moment if text else now


def typed_day(text: str, *, now: Moment, past: bool = False) -> date:
    """The day that text means; raises Unclear when there is not exactly one."""
    return understand_day(text, now=now, past=past)


def typed_zone(text: str) -> str:
    """The zone that text names, exactly or by a place that has only one; raises Unclear with candidates."""
    from store.reference.data_files import data_file
    from store.zones import find_zones, zone_spelled

    if spelled := zone_spelled(text):
        return spelled
    found = find_zones(text) if any(sign in text for sign in "/_ ") or len(text) > 4 else ()
    if len(found) == 1:
        return found[0]
    letters = data_file("zone_words")
    if any(text.strip().upper() in letters[known] for known in ("one_place", "several_places")):
        raise Unclear(f"“{text.strip()}” is no place: such letters are shared, or hold for half a year. {GIVE_ONE}")
    raise Unclear(f"“{text[:60]}” names {'several zones' if found else 'no time zone'}. {GIVE_ONE}", found[:20])


def typed_text(source: str, *, what: str) -> str:
    """The text in that file, or on standard input for `-`.

    Raises FileTrouble when it cannot be read, RuleBroken when it is too long.
    """
    name = "What was piped in" if source == "-" else source
    try:
        raw = piped(what, BYTES_LIMIT) if source == "-" else _in_file(source)
        if len(raw) > BYTES_LIMIT:
            raise RuleBroken(f"{what} has more than {TEXT_LIMIT:,} characters. Nothing was changed.")
        return clean_body(raw.decode("utf-8-sig"), what=what)
    except OSError as trouble:
        raise FileTrouble(f"{name} cannot be read: {trouble.strerror or trouble}.") from trouble
    except UnicodeDecodeError as trouble:
        raise FileTrouble(f"{name} is not UTF-8 text.") from trouble


def piped(what: str, limit: int) -> bytes:
    """What was piped in, one byte beyond the limit at most; raises Unclear when nothing was."""
    if sys.stdin is None or sys.stdin.isatty():
        raise Unclear(f"{what} is missing. Name a file, or pipe it in.")
    return sys.stdin.buffer.read(limit + 1)


def _in_file(source: str) -> bytes:
    with typed_path(source).open("rb") as file:
        return file.read(BYTES_LIMIT + 1)
