"""Opens a form: asks it, gives the command it makes, and asks again when that is refused."""

from __future__ import annotations

import shlex
from argparse import Namespace

from store.errors import FileTrouble, SeasonError, Unclear
from store.season import Season
from tui.command_line.conversing import in_one_line
from tui.command_line.desk import looking
from tui.command_line.forms.asking import HOW, Asking
from tui.command_line.forms.known_forms import FORMS, Form, profile_form
from tui.command_line.hearing import settle_input
from tui.command_line.running import DONE, REFUSED, carried_out, understood
from tui.command_line.speaking import data, words

AGAIN = "Nothing was changed. The questions come again; an empty line keeps your answer."


def form(options: Namespace) -> int:
    """Be asked for one thing, line by line; the exit code of the command that the answers make.

    2 when the input ends before all is answered."""
    if options.json:
        raise Unclear("A form is a conversation. The command it makes takes everything at once.")
    settle_input()
    if options.what == "message":
        from tui.command_line.forms.message import write_message

        return write_message(options)
    if options.what == "sent":
        from tui.command_line.forms.message import tell_sent

        return tell_sent(options)
    if options.what == "rank":
        from tui.command_line.forms.rank import order_list

        return order_list(options)
    return _asked(options)


def _asked(options: Namespace) -> int:
    with looking(options) as desk:
        season, now = desk.season, desk.now
    known = profile_form(season.profile, now) if options.what == "profile" else FORMS[options.what]
    data(HOW)
    asking = Asking(known.asks, season, now, _first(options, season))
    while asking.all_told():
        code = _given(options, known, asking)
        if code is not None:
            return code
        data(AGAIN)
    return REFUSED if asking.broken_off else DONE


def _first(options: Namespace, season: Season) -> str:
    """The answer that was given with the command itself; to a profile there is none."""
    return "" if options.what == "profile" else str(options.about)


def _given(options: Namespace, known: Form, asking: Asking) -> int | None:
    """The exit code of the command; None when it was refused."""
    argv = known.command(asking.given)
    if not argv:
        words("Nothing was changed.")
        return DONE
    return give(options, *argv, tell=True)


def give(options: Namespace, *argv: str, tell: bool = False) -> int | None:
    """Carry out a command on the same season, told in one line first if `tell`; None when it is refused, which is said.

    Raises FileTrouble when the file cannot be read or written.
    """
    if tell:
        data(f"The same in one line: prematch {shlex.join(argv)}")
    try:
        return carried_out(understood((*_everywhere(options), *argv)))
    except FileTrouble:
        raise
    except SeasonError as refusal:
        data(in_one_line(refusal))
    return None


def _everywhere(options: Namespace) -> tuple[str, ...]:
    named = (("--file", options.file), ("--now", options.now), ("--home", options.home))
    return tuple(f"{name}={value}" for name, value in named if value)
