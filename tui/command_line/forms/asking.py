"""Questions asked one by one, each answer understood or asked again, until all are there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from store.errors import RuleBroken, Unclear
from store.frozen_record import record
from store.moments import Moment
from store.season import Season
from store.sentence_ends import ended
from store.whole_number import whole_number
from tui.command_line.hearing import heard
from tui.command_line.speaking import data

LEAVE, BACK, HELP = "q", "<", "?"
HOW = "One answer a line. An empty line leaves it open, < goes back a question, ? says what fits, q leaves."
ENDED = "The input has ended."
LEFT = "Left. Nothing was changed."
IDENTITY = re.compile(r"^[a-z]-\w+")
"""How a choice begins that names a record by its id."""

Given = Mapping[str, str]


@record(frozen=True, slots=True)
class Ground:
    """What an answer is understood from."""

    season: Season
    """The season as it stands."""
    now: Moment
    """The present moment, at home."""
    given: Given
    """The answers before it."""


@record(frozen=True, slots=True)
class Heard:
    """An answer as it was understood."""

    value: str
    """What the command takes."""
    said: str = ""
    """How it is repeated back; empty when it stands as it was typed."""


Reader = Callable[[str, Ground], Heard]


def as_typed(text: str, ground: Ground) -> Heard:
    """Whatever it is, on one line."""
    return Heard(" ".join(text.split()))


def always(ground: Ground) -> bool:
    """Asked whatever was answered before."""
    return True


def nothing(ground: Ground) -> str:
    """Nothing to say, or nothing there yet."""
    return ""


@record(frozen=True, slots=True)
class Ask:
    """One question of a form."""

    name: str
    """What its answer is kept under."""
    words: str
    """The question."""
    read: Reader = as_typed
    """How the answer is understood; raises Unclear or RuleBroken when it is not."""
    needed: bool = False
    """True when the command cannot do without it."""
    fits: Callable[[Ground], str] = nothing
    """What can be answered, for `?`."""
    stands: Callable[[Ground], str] = nothing
    """What stands there already and an empty line keeps."""
    when: Callable[[Ground], bool] = always
    """Whether it is asked at all."""
    rests_on: str = ""
    """The question whose answer this one is about: another answer there takes this one away."""


class Asking:
    """Holds the answers while the questions are gone through; they can be gone through again."""

    def __init__(self, asks: Sequence[Ask], season: Season, now: Moment, first: str = "") -> None:
        """`first` answers the first question."""
        self._asks = asks
        self._season = season
        self._now = now
        self._first = first
        self._listed: tuple[str, ...] = ()
        self.given: dict[str, str] = {}
        self.broken_off = False
        """True when the input ended before the person was through."""

    @property
    def _ground(self) -> Ground:
        return Ground(self._season, self._now, self.given)

    def all_told(self) -> bool:
        """Ask everything; False when the person left or the input ended, which is said."""
        place, way = 0, 1
        while place < len(self._asks):
            if place < 0:
                place, way = 0, 1
            if self._asks[place].when(self._ground):
                answered = self._one(place)
                if answered is None:
                    return False
                way = answered
            place += way
        return True

    def _one(self, place: int) -> int | None:
        """1 once that question is settled, -1 to go back to the one before, None to leave."""
        ask, tell = self._asks[place], True
        while True:
            if tell and not self._first:
                data(self._question(place))
            line = self._first or heard("Answer: ")
            self._first = ""
            if line is None or line.strip() == LEAVE:
                self.broken_off = line is None
                data(LEFT if line is not None else f"{ENDED} {LEFT.removeprefix('Left. ')}")
                return None
            text, tell = line.strip(), False
            if text == BACK:
                return -1
            if text == HELP:
                for one in (ask.fits(self._ground) or HOW).splitlines():
                    data(one)
            elif self._settled(ask, text):
                return 1

    def _question(self, place: int) -> str:
        ask = self._asks[place]
        stands = self.given.get(ask.name) or ask.stands(self._ground)
        return f"{ask.words}{f' Now: {ended(stands)}' if stands else ''}"

    def _settled(self, ask: Ask, text: str) -> bool:
        if not text:
            if ask.needed and not self.given.get(ask.name):
                data("This one is needed. q leaves without a change.")
                return False
            return True
        try:
            answer = ask.read(self._meant(text), self._ground)
        except Unclear as question:
            self._listed = question.choices
            data(str(question))
            for number, choice in enumerate(question.choices, 1):
                data(f"{number} {IDENTITY.sub('', choice, count=1).strip() or choice}")
            return False
        except RuleBroken as refusal:
            data(str(refusal))
            return False
        self._listed = ()
        if self.given.get(ask.name) not in (None, answer.value):
            self._forget_what_rests_on(ask.name)
        self.given[ask.name] = answer.value
        if answer.said:
            data(answer.said)
        return True

    def _forget_what_rests_on(self, name: str) -> None:
        for ask in self._asks:
            if ask.rests_on == name:
                self.given.pop(ask.name, None)
                self._forget_what_rests_on(ask.name)

    def _meant(self, text: str) -> str:
        """The choice of that number, where some were just listed."""
        number = whole_number(text, most=len(self._listed))
        if not number:
            return text
        choice = self._listed[number - 1]
        found = IDENTITY.match(choice)
        return found[0] if found else choice
