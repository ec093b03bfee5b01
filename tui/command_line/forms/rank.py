"""The rank list put in order line by line, each move read back and taken back on request."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from store.errors import RuleBroken
from store.numbers import counted
from store.season import Season
from tui.command_line.conversing import ON_THE_WAY, carry_out
from tui.command_line.desk import looking
from tui.command_line.forms.opening import give
from tui.command_line.hearing import heard
from tui.command_line.running import DONE
from tui.command_line.speaking import data

ANSWERS = (
    "a PROGRAM onto the list",
    "m PROGRAM N to place N",
    "o PROGRAM off the list, with the reason asked",
    "l read the list",
    "k what speaks against it",
    "lock, unlock",
    "certified DAY, such as certified today, once you have seen it certified",
    "u take the last one back",
    "q leave",
)


def order_list(options: Namespace) -> int:
    """Hear moves until the person leaves; each is one step of undo."""
    Ordering(options).hold()
    return DONE


class Ordering:
    """Reads a line for each move of the rank list; every change is saved at once."""

    def __init__(self, options: Namespace) -> None:
        self._options = options
        self._made: list[str] = []
        """The id of each step made here."""
        self._over = False

    def hold(self) -> None:
        """Read the list, then hear what is to be done with it until the person leaves or the input ends."""
        data(f"Your rank list. {ON_THE_WAY}")
        self.read("")
        while not self._over:
            line = heard("Answer: ")
            carry_out("q" if line is None else line, DEEDS, self)
        data(f"{counted(len(self._made), 'change')} kept.")

    def add(self, rest: str) -> None:
        """Put a program at the end of the list."""
        self._give("add", rest)

    def move(self, rest: str) -> None:
        """Put a program at another place."""
        name, _, place = rest.rpartition(" ")
        self._give("move", name.strip(), place)

    def leave_out(self, rest: str) -> None:
        """Take a program off the list, with the reason that is asked for; without any answer it stays."""
        reason = heard("Why? ") if rest else ""
        if reason is None:
            self._over = True
            raise RuleBroken("The input has ended. The list stays as it is.")
        self._give("out", rest, f"--reason={reason.strip()}")

    def check(self, rest: str) -> None:
        """Say what speaks against the list."""
        self._give("check")

    def lock(self, rest: str) -> None:
        """Let nothing on it move."""
        self._give("lock")

    def unlock(self, rest: str) -> None:
        """Let it move again."""
        self._give("unlock")

    def certified(self, rest: str) -> None:
        """The official list was seen certified, today or on that day."""
        self._give("certified", *((rest,) if rest else ()))

    def read(self, rest: str) -> None:
        """The list, a place a line."""
        season, _ = self._seen()
        order = season.rank_list.order
        for place, program_id in enumerate(order, 1):
            data(f"number {place}: {season.programs_by_id[program_id].name}")
        if not order:
            data("The list is empty.")
        if season.rank_list.locked:
            data("It is locked.")

    def take_back(self, rest: str) -> None:
        """Take back the last change made here; raises RuleBroken when something else was changed since."""
        if not self._made:
            raise RuleBroken("Nothing was changed here.")
        if self._seen()[1] != self._made[-1]:
            raise RuleBroken("Something else was changed since; `prematch history` lists it. Nothing was taken back.")
        give(self._options, "undo")
        self._made.pop()
        self.read("")

    def leave(self, rest: str) -> None:
        """That is all."""
        self._over = True

    def list_answers(self, rest: str) -> None:
        """Say what can be answered."""
        for one in ANSWERS:
            data(one)

    def _give(self, act: str, *words: str) -> None:
        """Carry out that act of `prematch rank`, and read the list where its order is another one now."""
        before, _ = self._seen()
        give(self._options, "rank", act, *words)
        after, newest = self._seen()
        if after != before:
            self._made.append(newest)
        if after.rank_list.order != before.rank_list.order:
            self.read("")

    def _seen(self) -> tuple[Season, str]:
        """The season as it stands, and the id of the step that led to it; empty when none is kept."""
        with looking(self._options) as desk:
            newest = desk.file.history.undo_step()
            return desk.season, newest.id if newest else ""


DEEDS: dict[str, Callable[[Ordering, str], None]] = {
    "a": Ordering.add,
    "m": Ordering.move,
    "o": Ordering.leave_out,
    "l": Ordering.read,
    "k": Ordering.check,
    "lock": Ordering.lock,
    "unlock": Ordering.unlock,
    "certified": Ordering.certified,
    "u": Ordering.take_back,
    "q": Ordering.leave,
    "?": Ordering.list_answers,
}
