"""Follow-ups done, put off, or not needed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from store.agenda import Agenda, FollowUp, agenda
from store.course import next_interview
from store.dates import show_both
from store.errors import Unclear
from store.folding import folded
from store.moments import Moment
from store.rules import follow_ups
from store.season import Season
from tui.command_line.desk import Desk, changing
from tui.command_line.running import DONE

MOST_LISTED = 20


def mark_done(options: Namespace) -> int:
    """These follow-ups are done."""
    with changing(options) as desk:
        items = _items(desk, options.items)
        changed = follow_ups.mark_done(desk.season, [item.key for item in items], now=desk.now)
        desk.change(f"Done: {_names(desk.season, items)}", changed)
    return DONE


def skip(options: Namespace) -> int:
    """These follow-ups are not needed."""
    with changing(options) as desk:
        items = _items(desk, options.items)
        changed = follow_ups.mark_not_needed(desk.season, [item.key for item in items], now=desk.now)
        desk.change(f"Not needed: {_names(desk.season, items)}", changed)
    return DONE


def snooze(options: Namespace) -> int:
    """This follow-up is put off until a moment, which is said in full."""
    from store.spoken_dates import understand_until

    with changing(options) as desk:
        items = _items(desk, [options.item])
        until = understand_until(
            " ".join(options.until), now=desk.now, next_interview=_next_start(desk.season, desk.now)
        )
        changed = follow_ups.snooze(desk.season, [item.key for item in items], until, now=desk.now)
        desk.change(f"Put off until {show_both(until, desk.now.zone)}: {_names(desk.season, items)}", changed)
    return DONE


def item_named(season: Season, found: Agenda, text: str) -> FollowUp:
    """The follow-up that text names: by id, the beginning of one, or words of its program and task.

    Raises Unclear, listing candidates, when none or several fit.
    """
    items = (*found.open, *found.snoozed)
    wanted = folded(text)
    steps = (
        [item for item in items if item.key == text],
        [item for item in items if item.key.casefold().startswith(text.casefold())],
        [item for item in items if all(word in folded(_line(season, item)) for word in wanted.split())],
    )
    for fitting in steps:
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise Unclear(f"“{text[:60]}” fits {len(fitting)} follow-ups. Say which one.", _listed(season, fitting))
    raise Unclear(f"No follow-up fits “{text[:60]}”.", _listed(season, items))


def _items(desk: Desk, texts: Iterable[str]) -> tuple[FollowUp, ...]:
    found = agenda(desk.season, now=desk.now)
    return tuple({item.key: item for item in (item_named(desk.season, found, text) for text in texts)}.values())


def _listed(season: Season, items: Iterable[FollowUp]) -> tuple[str, ...]:
    return tuple(f"{item.key}  {_line(season, item)}" for item in items)[:MOST_LISTED]


def _line(season: Season, item: FollowUp) -> str:
    program = season.programs_by_id.get(item.program_id)
    return f"{program.name}: {item.what}" if program else item.what


def _names(season: Season, items: tuple[FollowUp, ...]) -> str:
    return "; ".join(_line(season, item) for item in items)


def _next_start(season: Season, now: Moment) -> Moment | None:
    found = [next_interview(season, program.id, now) for program in season.followed]
    return min((one.starts for one in found if one is not None and one.starts > now), default=None)
