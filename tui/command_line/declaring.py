"""How a command is declared: the parser it joins, and arguments that several commands take in the same way."""

from __future__ import annotations

from argparse import Action, ArgumentParser
from typing import Any

from store.words import Channel, Role

OTHER_ROLE_NAMES = {
    "pd": Role.DIRECTOR.value,
    "director": Role.DIRECTOR.value,
    "apd": Role.ASSOCIATE.value,
    "faculty-advocate": Role.ADVOCATE.value,
}
"""What people write for a role, beside its own name."""


class _Idle(ArgumentParser):
    """Stands for a command that was not asked for: takes its declaration and does nothing with it."""

    def __init__(self) -> None:
        """Nothing of a real parser is made."""

    def add_argument(self, *args: Any, **options: Any) -> Action:
        """Nothing."""
        return Action([], "")

    def add_mutually_exclusive_group(self, **options: Any) -> Any:
        """Itself, which does nothing either."""
        return self


class Commands:
    """Adds commands to the parser; `does` names the function that carries one out."""

    def __init__(self, parser: ArgumentParser, shared: ArgumentParser, words: frozenset[str]) -> None:
        self._shared = shared
        self._words = words
        self._commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
        self.any = False
        """True once one was added that was asked for."""

    def may_hold(self, names: tuple[str, ...]) -> bool:
        """Whether any of these commands is asked for."""
        return not self._words or not self._words.isdisjoint(names)

    def add(self, name: str, does: str, help: str) -> ArgumentParser:
        """A parser for that command, to be given its arguments; an idle one where it was not asked for."""
        if self._words and name not in self._words:
            return _Idle()
        self.any = True
        command = self._commands.add_parser(
            name, help=help, description=f"{help[:1].upper()}{help[1:]}.", parents=[self._shared], allow_abbrev=False
        )
        command.set_defaults(does=does)
        return command


def typed_role(words: str) -> str:
    """The role as it is kept, from the letters or the blanks people write for it."""
    name = words.strip().lower().replace(" ", "-")
    return OTHER_ROLE_NAMES.get(name, name)


def typed_rule(words: str) -> str:
    """The contact rule as it is kept, from the words people write for it."""
    name = words.strip().lower().replace(" ", "-")
    return {"no-thank-yous": "no-thanks", "one-channel-only": "one-channel"}.get(name, name)


def about_a_letter(command: ArgumentParser, whom: str) -> None:
    """What can be told of a message in either direction; `whom` is the option that names its people."""
    people = "whom it went to" if whom == "--to" else "whom it is from"
    command.add_argument(whom, action="append", default=[], metavar="CONTACT", dest="people", help=people)
    command.add_argument("--at", default="", metavar="MOMENT", help="when; now when left out")
    command.add_argument("--subject", default="", metavar="TEXT", help="its subject")
    channels = [each.value for each in Channel]
    command.add_argument("--channel", default="email", choices=channels, help="the way it took; email when left out")
