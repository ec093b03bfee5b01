"""The debrief asked in plain lines, for screen readers and quiet terminals: an empty line skips, the end keeps all."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from store.clean_text import LINE_LIMIT
from store.debrief_answers import people_met
from store.frozen_record import record
from store.moments import Moment
from store.question_bank import to_answer
from store.records import Interview
from store.scores import criteria_in_force
from store.season import Season
from store.sentence_ends import ended
from tui.command_line.hearing import heard, settle_input
from tui.command_line.speaking import words

BEGIN = (
    "One answer a line. An empty line leaves it open, < goes back a question, ? says what fits; "
    "q, a full stop alone or the end of input keeps what was said."
)
LEAVE, BACK, HELP = ("q", "."), "<", "?"
MARKS = ("1", "2", "3", "4", "5")
"""What a score or a first feeling may be."""
DETAIL = "What they told you or did, such as: she rides to work along the river. The thank-you is written from it."
NUMBER = "1, 2, 3, 4 or 5; 5 is the best."
ANSWER = "What you heard, in one line. A name and a colon first say who told you, such as Wexley: by interest."


@record(frozen=True, slots=True)
class Asked:
    """One question of the debrief."""

    option: str
    """The option of the command it answers."""
    words: str
    """What is asked."""
    name: str = ""
    """What the option names before the equals sign."""
    fits: str = "One line in your own words."
    """What can be answered, for `?`."""
    number: bool = False
    """True when only 1 to 5 will do."""


@record(frozen=True, slots=True)
class ToldByPerson:
    """The answers given, as the options of the command."""

    given: tuple[tuple[Asked, str], ...]
    """Each question answered, with its answer."""

    def put_into(self, options: Namespace) -> Namespace:
        """Those options with the answers in them."""
        for asked, text in self.given:
            value: object = int(text) if asked.option == "gut" else text
            if asked.name:
                getattr(options, asked.option).append(f"{asked.name}={text}")
            else:
                setattr(options, asked.option, value)
        return options


def ask_all(season: Season, interview: Interview, now: Moment) -> ToldByPerson | None:
    """Ask everything in turn; None when nothing was answered. Breaking off keeps what was said before."""
    words(f"{ended(season.programs_by_id[interview.program_id].name)} {BEGIN}")
    settle_input()
    asked, given, place = tuple(questions(season, interview)), dict[int, str](), 0
    try:
        while place < len(asked):
            text = _answer_to(asked[place], given.get(place, ""))
            if text is None:
                break
            if text == BACK:
                place = max(place - 1, 0)
                continue
            if text:
                given[place] = text
            place += 1
    except KeyboardInterrupt:
        words("")
    return ToldByPerson(tuple((asked[at], text) for at, text in sorted(given.items()))) if given else None


def questions(season: Season, interview: Interview) -> Iterator[Asked]:
    """What is asked, in the order in which it fades: people first."""
    people = people_met(season, interview)
    for person in people:
        yield Asked("hook", f"{person.titled}: one true detail of your talk?", person.id, fits=DETAIL)
    yield Asked("gut", "First feeling, 1 to 5, 5 is the best?", number=True, fits=NUMBER)
    yield Asked("liked", "What drew you?")
    yield Asked("worried", "What gave pause?")
    yield Asked("red_flags", "Any red flag?")
    for question in to_answer(season, interview.program_id, people):
        yield Asked("answer", f"{question.text} (a name and a colon first say who told you)", question.id, fits=ANSWER)
    for criterion in criteria_in_force(season):
        yield Asked("score", f"{criterion.name}, 1 to 5?", criterion.id, number=True, fits=NUMBER)


def _answer_to(asked: Asked, stands: str) -> str | None:
    """The answer, empty when it is left as it stands; None when all is said. What cannot be kept is asked for again."""
    while True:
        words(f"{asked.words}{f' Now: {stands}.' if stands else ''}")
        line = heard("Answer: ")
        text = (line or "").strip()
        if line is None or text.casefold() in LEAVE:
            return None
        if text == HELP:
            words(asked.fits)
        elif asked.number and text and text not in MARKS:
            words(f"“{text[:20]}” is not 1, 2, 3, 4 or 5.")
        elif len(text) > LINE_LIMIT:
            words(f"That is longer than {LINE_LIMIT:,} characters and was not kept. Say it in fewer words.")
        else:
            return text
