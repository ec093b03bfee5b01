"""Questions about the rank list: which place, why one is left out, and whether to unlock what was certified."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from store.calendar_days import as_typed
from store.dates import show_day
from store.errors import RuleBroken
from store.rules import ranking
from tui.program_story import named
from tui.requests import Change
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.fields import understand_number

if TYPE_CHECKING:
    from tui.app import SeasonApp


async def ask_place(app: SeasonApp, program_ids: tuple[str, ...]) -> Change | None:
    """The place the first of these ranked programs should take; the others follow it."""
    season = app.state.season
    order, name = season.rank_list.order, named(season, program_ids)
    last = len(order)

    def understand(text: str) -> tuple[int, str]:
        place, _ = understand_number(text)
        if place is None or not 1 <= place <= last:
            raise RuleBroken(f"The list has places 1 to {last}.")
        if order[place - 1] == program_ids[0]:
            return place, "where it stands now"
        return place, f"the place of {season.programs_by_id[order[place - 1]].name}"

    now = f", now number {order.index(program_ids[0]) + 1}" if len(program_ids) == 1 else ""
    question = Ask(f"{name}{now}", f"Place, 1 to {last}", understand=understand, about=" ".join(program_ids))
    place: int | None = await app.push_screen_wait(question)
    if place is None:
        return None
    rule = partial(ranking.move_programs, program_ids=program_ids, place=place)
    return Change(f"Moved: {name} to place {place}", rule)


async def ask_leaving_out(app: SeasonApp, program_ids: tuple[str, ...]) -> Change | None:
    """Why these programs are left off the list; an empty line leaves them off without a reason."""
    name = named(app.state.season, program_ids)
    question = Ask(
        f"Leave out {name}",
        "Why, in a few words",
        help=app.spell("enter without words leaves it out too; {everywhere.undo} brings it back"),
        allow_empty=True,
        about=" ".join(program_ids),
    )
    reason: str | None = await app.push_screen_wait(question)
    if reason is None:
        return None
    rule = partial(ranking.leave_out_all, program_ids=program_ids, reason=reason)
    return Change(f"Off the list: {name}", rule)


async def ask_unlocking(app: SeasonApp) -> Change | None:
    """Whether to unlock the list; asked only when it was seen certified as it stands."""
    certified = app.state.season.rank_list.certified
    if certified is not None:
        sure = await app.push_screen_wait(
            Confirm(
                "Unlock the list?",
                f"You saw this order certified on {show_day(certified)}. A change here changes nothing at NRMP:\n"
                "what counts is the list you certified there.",
                title="Rank list",
            )
        )
        if not sure:
            return None
    return Change("Rank list unlocked", ranking.unlock_list)


async def ask_certified(app: SeasonApp, unticked: int) -> Change | None:
    """On which day the official list was seen certified; asked twice while something is left to look at."""
    from store.spoken_dates import understand_day

    if left := _left_to_look_at(app, unticked):
        question = f"{left}. Have you seen the official list certified all the same?"
        if not await app.push_screen_wait(Confirm(question, "esc goes back to the sheet.", title="Certified")):
            return None
    now = app.now()

    def understand(text: str) -> tuple[date, str]:
        day = understand_day(text, now=now, past=True) if text.strip() else now.day
        if day > now.day:
            raise RuleBroken("That day is still to come.")
        return day, show_day(day)

    question_ = Ask(
        "Seen certified",
        "On which day; enter for today",
        understand=understand,
        help=f"fri, {as_typed(3, 2)}",
        allow_empty=True,
    )
    day: date | None = await app.push_screen_wait(question_)
    if day is None:
        return None
    return Change(f"Seen certified on {show_day(day)}", partial(ranking.mark_certified, day=day))


def _left_to_look_at(app: SeasonApp, unticked: int) -> str:
    """What is not ticked off and what speaks against the list, in words; empty when nothing is left."""
    from store.ranking.problems import rank_problems

    problems = len(rank_problems(app.state.season, app.now()))
    parts = []
    if unticked:
        parts.append("1 place is not ticked off" if unticked == 1 else f"{unticked} places are not ticked off")
    if problems:
        parts.append("1 check is open" if problems == 1 else f"{problems} checks are open")
    return " and ".join(parts)


async def write_sheet(app: SeasonApp, text: str) -> None:
    """Ask for a file and write the certify sheet to it; only its owner may read it."""
    from tui.asking.new_file import write_new_file

    await write_new_file(app, "The certify sheet", f"rank-list-{app.now().day}.txt", lambda: text)


async def read_checks(app: SeasonApp) -> None:
    """Show everything that speaks against the list, until it is closed."""
    from tui.rank_words import check_parts
    from tui.screens.dialogs.reading import Reading

    await app.push_screen_wait(Reading("What speaks against the list", check_parts(app.state)))
