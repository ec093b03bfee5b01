"""The review in plain words: one follow-up after the other, answered by a letter on standard input."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from functools import partial

from store.agenda import FollowUp
from store.dates import show_both
from store.errors import Unclear
from store.numbers import counted
from store.rules import follow_ups
from store.season import Season
from tui.command_line.agenda_words import rule_of_the_week
from tui.command_line.conversing import ON_THE_WAY, carry_out
from tui.command_line.hearing import heard, settle_input
from tui.command_line.reviewing import Sitting
from tui.command_line.running import DONE
from tui.command_line.speaking import data

ANSWERS = (
    "d done",
    "s WHEN put off, such as s fri, s 3d, s after interview",
    "n not needed",
    "k keep for now, or an empty line",
    "o read the message that answers it",
    "c copy that message",
    "m WHEN it went out, such as m for now, m yesterday 18:00",
    "w why it is here",
    "u undo",
    "q quit",
)
BEGIN = (
    "No program is followed yet. `prematch form profile` asks about you, `prematch form program` about a program, "
    "`prematch import FILE` takes a spreadsheet, and `prematch --help` lists the rest. Nothing leaves this machine."
)
ENDED = "The input has ended."

Answer = Callable[["Conversation", str], None]


def review(options: Namespace) -> int:
    """Go through what is due, line by line, until it is through, `q` or the end of the input."""
    if options.json:
        raise Unclear("A review is a conversation. `prematch agenda --json` gives the same as data.")
    Conversation(options).hold()
    return DONE


class Conversation:
    """Reads a line for each follow-up and does what it says; every change is one step of undo."""

    def __init__(self, options: Namespace) -> None:
        """Find what there is to go through."""
        self._sitting = Sitting(options)
        self._here: FollowUp | None = None
        self._leaving = ""
        settle_input()

    def hold(self) -> None:
        """From the first follow-up to the last, and at the end what is left."""
        total = len(self._sitting.keys)
        for sentence in rule_of_the_week(self._sitting.season, self._sitting.now):
            data(sentence)
        data(f"{counted(total, 'follow-up')} to go through. {ON_THE_WAY}" if total else "Nothing to go through.")
        if not self._sitting.season.programs:
            data(BEGIN)
        while not self._leaving and (item := self._sitting.present()) is not None:
            if item != self._here:
                self._here = item
                data(f"{self._sitting.at + 1} of {total}. {self._sitting.said_of(item)}.")
            line = heard("Answer: ")
            if line is None:
                self._leaving = ENDED
            else:
                carry_out(line, DEEDS, self)
        if self._leaving:
            data(self._leaving)
        data(self._sitting.what_is_left())

    @property
    def item(self) -> FollowUp:
        """What is being asked about."""
        assert self._here is not None, "an answer is read only after a follow-up was told"
        return self._here

    def done(self, rest: str) -> None:
        """It is done."""
        self._decide("Done", follow_ups.mark_done)

    def not_needed(self, rest: str) -> None:
        """It does not apply."""
        self._decide("Not needed", follow_ups.mark_not_needed)

    def put_off(self, rest: str) -> None:
        """It may wait until then; asked for when the answer does not say."""
        when = rest or heard("Until when? ")
        if when is None:
            self._leaving = ENDED
            return
        until = self._sitting.understood_until(when)
        said = f"Put off until {show_both(until, self._sitting.now.zone)}"
        self._decide(said, partial(follow_ups.snooze, until=until))

    def keep(self, rest: str) -> None:
        """Leave it as it is and go on."""
        self._sitting.go_on()

    def read(self, rest: str) -> None:
        """Print the message that answers it, and what its checks say."""
        for line in self._sitting.message_lines(self.item):
            data(line)

    def copy(self, rest: str) -> None:
        """Copy that message, once nothing in it stands at STOP."""
        from tui.command_line.spoken_sending import copy_message

        data(copy_message(self._sitting, self.item))

    def mark_sent(self, rest: str) -> None:
        """That message has gone out, then or now."""
        from tui.command_line.spoken_sending import WHICH, record_sent

        def which() -> str | None:
            data(WHICH)
            return heard("Which? ")

        data(record_sent(self._sitting, self.item, rest, which))

    def why(self, rest: str) -> None:
        """Say why it is here."""
        data(self.item.why)

    def undo(self, rest: str) -> None:
        """Take back the last change made here and go back to what it was about."""
        data(self._sitting.take_back())
        self._here = None

    def quit(self, rest: str) -> None:
        """Leave the rest as it is."""
        self._leaving = "Left."

    def list_answers(self, rest: str) -> None:
        """Say what can be answered."""
        for answer in ANSWERS:
            data(answer)

    def _decide(self, past: str, rule: Callable[..., Season]) -> None:
        data(self._sitting.decide(self.item, past, rule))


DEEDS: dict[str, Answer] = {
    "": Conversation.keep,
    "d": Conversation.done,
    "done": Conversation.done,
    "s": Conversation.put_off,
    "snooze": Conversation.put_off,
    "n": Conversation.not_needed,
    "not": Conversation.not_needed,
    "k": Conversation.keep,
    "keep": Conversation.keep,
    "o": Conversation.read,
    "open": Conversation.read,
    "c": Conversation.copy,
    "copy": Conversation.copy,
    "m": Conversation.mark_sent,
    "sent": Conversation.mark_sent,
    "w": Conversation.why,
    "why": Conversation.why,
    "u": Conversation.undo,
    "undo": Conversation.undo,
    "q": Conversation.quit,
    "quit": Conversation.quit,
    "?": Conversation.list_answers,
    "help": Conversation.list_answers,
}
