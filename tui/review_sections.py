"""What the review shows: follow-ups in sections by urgency, what the programs owe, what waits, what was cleared."""

from __future__ import annotations

from collections.abc import Iterable

from store.agenda import Agenda, Cleared, FollowUp, Urgency, urgency
from store.course import interviews_ahead
from store.dates import days_until, show_clock, show_day_short, signed_days
from store.filters import Filter, View
from store.frozen_record import record
from store.progress import Progress, progress
from store.waiting import Waiting, waiting_on_them
from tui.list_filter import lets_through
from tui.state import SeasonState

DUE, WEEK, LATER, WAITING, SNOOZED, CLEARED = "due", "week", "later", "waiting", "snoozed", "cleared"
NAMES: dict[str, tuple[str, str]] = {
    DUE: ("Due", "Due"),
    WEEK: ("This week", "Week"),
    LATER: ("Later", "Later"),
    WAITING: ("Waiting on them", "Waiting"),
    SNOOZED: ("Snoozed", "Snoozed"),
    CLEARED: ("Cleared today", "Cleared"),
}
"""Each section with its name, and the name for narrow screens."""
NO_PROGRAMS = (
    "Nothing is due: there are no programs yet.  {everywhere.timeline} goes to the timeline, where {rows.new} adds one."
)
NO_MATCH = "Nothing here matches the filter.  {lists.filter} changes it, {screen.back} clears it."
OPEN_SECTIONS = (DUE, WEEK, LATER)
IN_SECTION = {Urgency.LATE: DUE, Urgency.DUE: DUE, Urgency.SOON: WEEK, Urgency.LATER: LATER}
LATE_HEAD, DUE_HEAD = "Late", "Due"
ASKED_HEAD, APPLIED_HEAD = "Messages without an answer", "Applications without an answer"
NOTHING = {
    WEEK: "Nothing else falls due within seven days.  {review.add} adds a follow-up of your own.",
    LATER: "Nothing is known to fall due later than that.  {review.add} adds a follow-up of your own.",
    WAITING: "No question and no application is without an answer.  What you send waits here.",
    SNOOZED: "Nothing is put off.  {review.snooze} puts a follow-up off.",
    CLEARED: "Nothing was cleared today yet.  "
    "{review.done} clears what is due; here {review.bring-back} brings it back.",
}


@record(frozen=True, slots=True)
class Item:
    """One line of the review; exactly one of the last four fields says what it is."""

    key: str
    """What the cursor stays on."""
    program_id: str
    """The program it is about; empty for the whole season."""
    what: str
    """What it says."""
    head: str = ""
    """The heading it stands under."""
    follow_up: FollowUp | None = None
    """Something to do, now or when its snooze ends."""
    waiting: Waiting | None = None
    """Something that is the program's turn."""
    cleared: Cleared | None = None
    """Something decided today."""
    settled: FollowUp | None = None
    """Something that went by itself today."""


@record(frozen=True, slots=True)
class Review:
    """All sections, and how far the day has come."""

    sections: dict[str, tuple[Item, ...]]
    """The lines of each section, by its name."""
    day: Progress
    """What was due this morning, and what is left of it."""


def review(state: SeasonState, only: Filter) -> Review:
    """Every section of that state, with only what the filter lets through."""
    season, now, agenda = state.season, state.now, state.agenda
    day = progress(season, agenda, now)
    found: dict[str, list[Item]] = {name: [] for name in NAMES}
    for one in agenda.open:
        pressing = urgency(one, now)
        head = {Urgency.LATE: LATE_HEAD, Urgency.DUE: DUE_HEAD}.get(pressing, "")
        found[IN_SECTION[pressing]].append(_to_do(one, head))
    found[DUE].sort(key=lambda item: item.head != LATE_HEAD)
    found[WAITING] = [_awaited(one) for one in waiting_on_them(season, now)]
    found[SNOOZED] = [_to_do(one) for one in agenda.snoozed]
    found[CLEARED] = [_decided(one) for one in reversed(agenda.cleared)]
    found[CLEARED] += [Item(f"settled {one.key}", one.program_id, one.what, settled=one) for one in day.settled]
    view = View(season, agenda, now)
    kept = {
        name: tuple(item for item in items if lets_through(only, view, item.program_id, item.what))
        for name, items in found.items()
    }
    return Review(kept, day)


def _to_do(follow_up: FollowUp, head: str = "") -> Item:
    return Item(follow_up.key, follow_up.program_id, follow_up.what, head, follow_up=follow_up)


def _awaited(waiting: Waiting) -> Item:
    head = ASKED_HEAD if waiting.letter_id else APPLIED_HEAD
    return Item(waiting.letter_id or waiting.program_id, waiting.program_id, waiting.what, head, waiting=waiting)


def _decided(cleared: Cleared) -> Item:
    return Item(cleared.decision.id, cleared.program_id, cleared.follow_up_words, cleared=cleared)


def progress_words(day: Progress, *, ascii_only: bool) -> tuple[str, ...]:
    """How far the day has come and what is left of it, the longest form first; empty when nothing was due.

    The number counts what left the list; the bar is not full while something late is only put off.
    """
    total, left, hidden = day.total, len(day.left), len(day.late_put_off)
    if not total:
        return ()
    long = min(total, 10)
    done = min(day.cleared * long // total, long - 1 if hidden else long)
    full, hollow = ("#", "-") if ascii_only else ("■", "□")
    rest = [f"{left} left"] if left else []
    rest += [f"{hidden} late put off"] if hidden else []
    words = f"{day.cleared} of {total} cleared"
    said, short = (", ".join((first, *rest)) for first in (words, f"{day.cleared} of {total}"))
    return f"{full * done}{hollow * (long - done)} {said}", said, *([short] if rest else []), words


def empty_words(section: str, state: SeasonState, *, filtered: bool) -> str:
    """What stands in a section without lines."""
    if filtered:
        return state.spell(NO_MATCH)
    if section != DUE:
        return state.spell(NOTHING[section])
    if not state.season.followed:
        return state.spell(NO_PROGRAMS)
    return "  ".join(filter(None, ("Nothing is due.", _next_interview(state), _snoozed(state.agenda, state))))


def _next_interview(state: SeasonState) -> str:
    ahead = interviews_ahead(state.season, state.now)
    if not ahead:
        return "No interview is booked."
    first = ahead[0]
    name = state.season.programs_by_id[first.program_id].name
    day = show_day_short(state.home.day_of(first.starts))
    return f"Next interview: {name}, {day} ({signed_days(first.starts, state.now, state.home).strip()})."


def _snoozed(agenda: Agenda, state: SeasonState) -> str:
    if not agenda.snoozed:
        return ""
    first = agenda.snoozed[0].snoozed_until
    back = f", the first until {show_day_short(state.home.day_of(first))}" if first else ""
    return f"{len(agenda.snoozed)} snoozed{back}."


def words_of(items: Iterable[Item], state: SeasonState) -> str:
    """One item in words, or how many there are."""
    items = tuple(items)
    if len(items) != 1:
        return f"{len(items)} follow-ups"
    program = state.season.programs_by_id.get(items[0].program_id)
    return f"{items[0].what}, {program.name}" if program else items[0].what


def back_words(item: Item, state: SeasonState) -> str:
    """When something put off comes back."""
    until = item.follow_up.snoozed_until if item.follow_up else None
    if until is None:
        return ""
    if days_until(until, state.now, state.home) == 0:
        return f"today {show_clock(until.seen_from(state.now.zone))}"
    return show_day_short(state.home.day_of(until))
