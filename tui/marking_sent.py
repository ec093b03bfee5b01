"""Messages that have gone out: which text, when, and what they promise, recorded as one step."""

from __future__ import annotations

from functools import partial

from store.records import Letter
from store.rules.handing_over import Going, as_handed_over, handed_over, mark_all_sent
from tui.handing_over import still_open, without_stops
from tui.requests import Change
from tui.screens.season_screen import SeasonScreen

NOW_TEXT, HANDED_TEXT = "now", "handed"


async def mark_as_sent(screen: SeasonScreen, *letters: Letter) -> bool:
    """Ask when they went out and record it; several of them are one step, without those a stop keeps."""
    if len(letters) == 1:
        return await _mark_one(screen, letters[0])
    from templates.conduct.promises import promise_in
    from templates.own_templates import own_sources
    from templates.told_details import detail_told
    from tui.asking.letters import ask_when_sent

    fine = tuple(one for one in without_stops(screen, letters) if _as_it_left(screen, one))
    at = await ask_when_sent(screen.season_app, f"{len(fine)} messages: sent when?") if fine else None
    if at is None:
        return False
    season, now, own = screen.season, screen.season_app.now(), own_sources()
    going = tuple(
        Going(one.id, promise_in(season, one), detail=detail_told(season, one, now=now, own=own)) for one in fine
    )
    return screen.season_app.change_season(
        Change(f"Sent: {len(fine)} message{'s' if len(fine) > 1 else ''}", partial(mark_all_sent, going=going, at=at))
    )


def _as_it_left(screen: SeasonScreen, letter: Letter) -> bool:
    """True unless it was changed since it was handed over; that has to be asked, so it is left out and said."""
    if as_handed_over(letter) is letter:
        return True
    name = screen.season.programs_by_id[letter.program_id].name
    alone = screen.spell(f"{{{screen.VIEW}.sent}} on it alone asks which.")
    words = f"Left out, {letter.kind.value} to {name}: it was changed since it was handed over. {alone}"
    screen.season_app.tell(words, severity="warning")
    return False


async def _mark_one(screen: SeasonScreen, letter: Letter) -> bool:
    from tui.asking.letters import ask_sent

    meant = await _text_that_went(screen, letter)
    if meant is None:
        return False
    change = await ask_sent(screen.season_app, meant, still_open(screen, meant), handed=meant is not letter)
    return change is not None and screen.season_app.change_season(change)


async def _text_that_went(screen: SeasonScreen, letter: Letter) -> Letter | None:
    """The letter with the words that went out; asked only when they changed since they were handed over."""
    from store.dates import show_moment_short
    from tui.screens.dialogs.menu import Choice, Menu

    handed, as_it_left = handed_over(letter), as_handed_over(letter)
    if handed is None or as_it_left is letter:
        return letter
    when = show_moment_short(handed.at.seen_from(screen.season_app.now().zone))
    choices = (
        Choice("h", f"the text handed over {when}", HANDED_TEXT),
        Choice("n", "the text as it stands now", NOW_TEXT),
    )
    which = await screen.season_app.push_screen_wait(Menu("It was changed since it left. Which went out?", choices))
    return None if which is None else as_it_left if which == HANDED_TEXT else letter
