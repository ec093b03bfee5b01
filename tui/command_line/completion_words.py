"""What could stand next on a command line, told from how the commands are declared and from the season."""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterable, Mapping
from dataclasses import field

from store.folding import folded
from store.frozen_record import record
from tui.command_line.candidate import Candidate
from tui.command_line.parser import command_parser
from tui.command_line.typed_so_far import TypedSoFar

SEVERAL = ("+", "*")


@record(frozen=True, slots=True)
class Place:
    """Where the cursor is: what may come, and what was said before."""

    options: Mapping[str, Action]
    """The options that may stand here, by each of their names."""
    asked: Action | None = None
    """What is being typed; None where only a command or an option can stand."""
    commands: Mapping[str, str] = field(default_factory=dict)
    """The commands that may stand here with what they do; empty once there is one."""
    said: Mapping[str, str] = field(default_factory=dict)
    """The last value of each argument, by what it is called in the help."""


def candidates(typed: TypedSoFar, options: Namespace) -> tuple[Candidate, ...]:
    """Everything that fits what was typed, each once, in its order."""
    reading = _Reading()
    for word in typed.words:
        reading.take(word)
    place = reading.place()
    name, equals, value = typed.current.partition("=")
    if equals and name in place.options:
        found = _fitting(_values(place.options[name], place, value, options), value)
        return tuple(Candidate(f"{name}={one.word}", one.about) for one in found)
    if typed.current.startswith("-") and place.asked not in place.options.values():
        return _fitting(_named_options(place.options), typed.current)
    if place.commands:
        return _fitting((Candidate(*pair) for pair in place.commands.items()), typed.current)
    if place.asked is None:
        return ()
    return _fitting(_values(place.asked, place, typed.current, options), typed.current)


def called(action: Action) -> str:
    """What an argument is called in the help: `PROGRAM`, `WHEN`."""
    return action.metavar if isinstance(action.metavar, str) else action.dest.upper()


class _Reading:
    """Reads the words before the cursor, one after the other, as the parser would."""

    def __init__(self) -> None:
        parser = command_parser()
        (self._commands,) = (one for one in parser._actions if isinstance(one, _SubParsersAction))
        self._options = _options_of(parser)
        self._inside: ArgumentParser | None = None
        self._waiting: Action | None = None
        """The option whose value comes next."""
        self._said: dict[str, str] = {}
        self._given = 0
        """How many arguments without a name there were."""
        self._is_lost = False
        """True after a word in the place of a command that is none."""

    def take(self, word: str) -> None:
        """That word was typed next."""
        if self._waiting is not None and not word.startswith("-"):
            self._said[called(self._waiting)] = word
            self._waiting = self._waiting if self._waiting.nargs in SEVERAL else None
        elif word.startswith("-") and word != "-":
            self._take_option(*word.partition("="))
        elif self._inside is None:
            self._inside = self._commands.choices.get(word)
            self._is_lost = self._is_lost or self._inside is None
            self._options = _options_of(self._inside) if self._inside else {}
        elif positional := _positional(self._inside, self._given):
            self._given += 1
            self._said[called(positional)] = word

    def _take_option(self, name: str, equals: str, value: str) -> None:
        option = self._options.get(name)
        self._waiting = option if not equals and _takes_a_value(option) else None
        if equals and option is not None:
            self._said[called(option)] = value

    def place(self) -> Place:
        """Where that led to."""
        if self._is_lost:
            return Place({})
        if self._inside is None and self._waiting is None:
            helps = {one.dest: one.help or "" for one in self._commands._choices_actions}
            return Place(self._options, commands=helps, said=self._said)
        asked = self._waiting or (_positional(self._inside, self._given) if self._inside else None)
        return Place(self._options, asked, said=self._said)


def _options_of(parser: ArgumentParser) -> dict[str, Action]:
    return {name: one for one in parser._actions for name in one.option_strings if one.help != SUPPRESS}


def _takes_a_value(action: Action | None) -> bool:
    return action is not None and action.nargs != 0


def _positional(parser: ArgumentParser, number: int) -> Action | None:
    """The argument without a name that stands at that place; the last one may take the rest."""
    positionals = [one for one in parser._actions if not one.option_strings]
    if number < len(positionals):
        return positionals[number]
    return positionals[-1] if positionals and positionals[-1].nargs in SEVERAL else None


def _named_options(options: Mapping[str, Action]) -> Iterable[Candidate]:
    return (Candidate(name, one.help or "") for name, one in options.items() if name.startswith("--"))


def _values(action: Action, place: Place, typed: str, options: Namespace) -> Iterable[Candidate]:
    if action.choices is not None:
        return (Candidate(str(choice)) for choice in action.choices if choice)
    from tui.command_line.season_words import words_called

    return words_called(called(action), place.said, typed, options)


def _fitting(found: Iterable[Candidate], typed: str) -> tuple[Candidate, ...]:
    """Those that begin with what was typed, whatever its case and accents."""
    wanted = folded(typed)
    return tuple({one.word: one for one in found if folded(one.word).startswith(wanted)}.values())
