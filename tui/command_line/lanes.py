"""The timeline, printed: lanes as text, one fact a line, or as data."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from shutil import get_terminal_size

from store.agenda import agenda
from store.dates import show_day_short, show_for
from store.folds import Fold
from store.lanes import Event, EventKind, Lane, NextStep
from store.records import Profile
from store.timeline import Timeline, timeline
from store.words import STATUS_WORDS
from tui.command_line.as_on_screen import wanted_arrangement, wanted_filter
from tui.command_line.desk import Desk, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, moment_values, words
from tui.command_line.typed import typed_day
from tui.glyphs import ASCII, UNICODE
from tui.settings import Settings
from tui.timeline_text import LEAST, text_lines

UNSEEN_WIDTH = 100
"""Columns when nobody says how wide the paper or the pipe is."""


def show_timeline(options: Namespace) -> int:
    """Print the season's lanes: as on the screen, folded as it starts, or everything a filter lets through."""
    with looking(options) as desk:
        found, profile = _found(desk, options), desk.season.profile
    if options.json:
        as_json(_values(found))
    elif is_plain(options):
        for line in _facts(found, profile):
            data(line)
    else:
        opened = bool(options.filter) or options.all
        folds = {group.key: Fold.OPEN for group in found.groups} if opened else {}
        glyphs = ASCII if options.ascii or _must_be_ascii() else UNICODE
        width = options.width or get_terminal_size((UNSEEN_WIDTH, 0)).columns
        if width < LEAST:
            words(f"Printed {LEAST} columns wide: with fewer no lane has room.")
        around = typed_day(options.around, now=found.now) if options.around else None
        for line in text_lines(found, width=width, zoom=options.zoom, glyphs=glyphs, folds=folds, around=around):
            data(line)
    if not found.groups:
        words("No program matches." if options.filter else "No programs yet. `prematch add NAME` brings one in.")
    return DONE


def _found(desk: Desk, options: Namespace) -> Timeline:
    season, now = desk.season, desk.now
    lets_through, arrangement = wanted_filter(options.filter), wanted_arrangement(options)
    due = agenda(season, now=now)
    only = None
    if lets_through.terms:
        only = {one.id for one in season.followed if lets_through.matches(season, due, one, now)}
    return timeline(season, due, now=now, only=only, arrangement=arrangement)


def _must_be_ascii() -> bool:
    """True where a terminal cannot show more; a pipe or a file takes what its encoding can spell."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    seen = sys.stdout is not None and sys.stdout.isatty()
    return "utf" not in encoding.lower() or (seen and Settings().ascii_only)


def _events(lane: Lane) -> tuple[Event, ...]:
    return tuple(sorted((*lane.events, *lane.messages), key=lambda event: (event.at, event.kind)))


def _facts(found: Timeline, profile: Profile) -> Iterator[str]:
    """Each lane in words, what comes next first; a moment also on the clock where the applicant is by then."""
    for lane in found.lanes:
        status = STATUS_WORDS[lane.status]
        if lane.next:
            yield f"{status}: {lane.name}, next, {_when_next(lane.next)}: {lane.next.words}"
        else:
            yield f"{status}: {lane.name}, nothing due"
        for event in _events(lane):
            yield f"{lane.name}: {event.words}, {show_for(profile, event.at, found.now)}"


def _when_next(step: NextStep) -> str:
    """An interview is on its day, what is to be done has until then."""
    day = show_day_short(step.day)
    if step.interview:
        return day
    return f"{'late, ' if step.late else ''}{'put off until' if step.snoozed else 'due'} {day}"


def _values(found: Timeline) -> dict[str, object]:
    return {
        **moment_values("now", found.now),
        "today": found.today.isoformat(),
        "lanes": [_lane_values(lane) for lane in found.lanes],
        "interviews_by_day": {day.isoformat(): count for day, count in sorted(found.load.items())},
        "clash_days": [day.isoformat() for day in sorted(found.clash_days)],
        "key_dates": [{"what": one.name, "day": one.day.isoformat(), "letter": one.letter} for one in found.key_days],
    }


def _lane_values(lane: Lane) -> dict[str, object]:
    return {
        "program": lane.name,
        "program_id": lane.program_id,
        "status": lane.code,
        "clash": lane.clashing,
        "events": [
            {
                "kind": EventKind(event.kind).name.lower().replace("_", "-"),
                "day": event.day.isoformat(),
                **moment_values("at", event.at),
                "what": event.words,
                "id": event.record_id,
            }
            for event in _events(lane)
        ],
        "lines": [
            {"kind": span.kind.value, "first": span.first.isoformat(), "last": span.last.isoformat()}
            for span in lane.spans
        ],
        "next": _next_values(lane),
    }


def _next_values(lane: Lane) -> dict[str, object] | None:
    step = lane.next
    if step is None:
        return None
    return {
        "what": step.words,
        "day": step.day.isoformat(),
        "late": step.late,
        "put_off": step.snoozed,
        "id": step.key,
    }
