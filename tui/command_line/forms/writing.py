"""One draft worked on line by line: read, filled, changed, checked, copied, marked as sent."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable

from store.clean_text import clean_body, clean_line
from store.errors import RuleBroken
from store.find import find_contact
from store.numbers import counted
from store.records import Letter
from store.rules import letters
from store.season import Season
from store.spoken_dates import understand_moment
from store.whole_number import whole_number
from templates.conduct.checking import check_letter
from templates.conduct.findings import Finding
from templates.conduct.gone_past import open_stops
from templates.mail import to_text
from templates.render import Blank, blanks_in
from tui.command_line.checking import finding_line
from tui.command_line.conversing import ON_THE_WAY, carry_out
from tui.command_line.desk import changing, looking
from tui.command_line.drafting import gone_past, kept_as_handed, through_terminal
from tui.command_line.forms.opening import give
from tui.command_line.forms.readers import YES, exact, parts
from tui.command_line.hearing import heard
from tui.command_line.running import DONE
from tui.command_line.speaking import data

SENTENCE_END = r"(?<=[.!?]) |\n"
WHAT_NOW = (
    "b ask the blanks again",
    "r read it, with the number of each line",
    "l N WORDS line N in other words; without words it is left out",
    "t WORDS another subject",
    "p PERSON whom it goes to, a semicolon between two",
    "c copy it",
    "m WHEN it went out, such as m for now, m yesterday 18:00",
    "q keep it as a draft",
)
BLANKS = "An empty line leaves a blank as it is, q leaves the rest."
PUT = f"Type the words that belong there; the sentence then reads with them in its place. {BLANKS}"
NO_WAY_BACK = "What was filled in is changed with its line: q here, then r reads the lines and l gives one other words."

NO_WORDS = {"?": PUT, "<": NO_WAY_BACK}
"""Answers to a blank that are no words for it, and what is said then."""


class Writing:
    """One draft; every answer is saved at once, so that an end of the input loses nothing."""

    def __init__(self, options: Namespace, letter_id: str) -> None:
        self._options = options
        self._id = letter_id
        self.over = False

    def _seen(self) -> tuple[Season, Letter, tuple[Finding, ...]]:
        """The season, the draft, and what the checks say of it now; raises RuleBroken once it is gone."""
        with looking(self._options) as desk:
            letter = self._draft(desk.season)
            return desk.season, letter, check_letter(desk.season, letter, now=desk.now)

    def _draft(self, season: Season) -> Letter:
        letter = season.letters_by_id.get(self._id)
        if letter is None:
            raise RuleBroken("This draft is gone: it was taken back or removed elsewhere. `prematch history` tells.")
        return letter

    def hold(self) -> None:
        """Ask what next until it is copied and left, sent or kept."""
        self.tell_checks()
        self.list_answers("")
        while not self.over:
            data(f"What next? {ON_THE_WAY}")
            line = heard("Answer: ")
            carry_out("q" if line is None else line, DEEDS, self)

    def list_answers(self, rest: str) -> None:
        """Say what can be answered."""
        for one in WHAT_NOW:
            data(one)

    def read(self, rest: str) -> None:
        """Read it, each line of the text with its number."""
        season, letter, _ = self._seen()
        head, _, _ = to_text(season, letter).partition("\n\n")
        for line in head.splitlines():
            data(line)
        for number, line in enumerate(letter.body.splitlines(), 1):
            if line.strip():
                data(f"{number}: {line}")

    def fill(self, rest: str) -> None:
        """Ask for each blank in turn."""
        _, letter, _ = self._seen()
        total = len(blanks_in(letter.subject)) + len(blanks_in(letter.body))
        if not total:
            data("No blank is open.")
            return
        data(f"{counted(total, 'blank')}. {BLANKS}")
        number, where, left = 0, "subject", 0
        while True:
            text = str(getattr(self._seen()[1], where))
            blanks = blanks_in(text)[left:]
            if not blanks and where == "body":
                return
            if not blanks:
                where, left = "body", 0
                continue
            number += 1
            data(f"Blank {number} of {total}: {blanks[0].hint or 'something'}. In: {_around(text, blanks[0])}")
            while (typed := heard("Words: ")) is not None and typed.strip() in NO_WORDS:
                data(NO_WORDS[typed.strip()])
            if typed is None or typed.strip() == "q":
                return
            left += self._filled(where, text, blanks[0], typed)

    def _filled(self, where: str, text: str, blank: Blank, typed: str) -> int:
        """Put these words in place of a blank, none leave it; how many blanks then stand open up to there."""
        put = clean_line(typed, what="What goes there", limit=10_000)
        if not put:
            return 1
        changed = f"{text[: blank.start]}{put}{text[blank.end :]}"
        self._revise(f"Blank filled in {self._id}", **{where: changed})
        return len(blanks_in(put))

    def _revise(self, label: str, *, subject: str | None = None, body: str | None = None) -> None:
        with changing(self._options) as desk:
            changed = letters.revise_letter(desk.season, self._id, subject=subject, body=body, now=desk.now)
            desk.change(label, changed, aloud=False)

    def line_anew(self, rest: str) -> None:
        """Other words for one line of the text; none take it out."""
        typed, _, put = rest.partition(" ")
        lines = self._seen()[1].body.splitlines()
        number = whole_number(typed, most=len(lines))
        if not number:
            raise RuleBroken(f"Say which line, from 1 to {len(lines)}, and its words: l 3 Thank you for your time.")
        lines[number - 1] = clean_line(put, what="The line", limit=10_000)
        self._revise(f"Line {number} of {self._id}", body=clean_body("\n".join(lines) + "\n", what="The message"))
        self.tell_checks()

    def subject_anew(self, rest: str) -> None:
        """Another subject."""
        self._revise(f"Subject of {self._id}", subject=clean_line(rest, what="The subject"))
        self.tell_checks()

    def people_anew(self, rest: str) -> None:
        """Other people whom it goes to."""
        with changing(self._options) as desk:
            program_id = self._draft(desk.season).program_id
            people = tuple(find_contact(desk.season, program_id, name).id for name in parts(rest))
            changed = letters.revise_letter(desk.season, self._id, contact_ids=people, now=desk.now)
            desk.change(f"Readers of {self._id}", changed, aloud=False)
        self.tell_checks()

    def tell_checks(self) -> None:
        """Read out what the checks find."""
        _, letter, found = self._seen()
        data(f"Checks: {counted(len(found), 'finding')}." if found else "Checks: nothing was found.")
        for finding in found:
            data(finding_line(finding, letter))

    def copy(self, rest: str) -> None:
        """Copy it, once every stop is mended or gone past."""
        from store.places import state_folder
        from tui.clipboard import copy

        if not self._may_leave():
            return
        with changing(self._options) as desk:
            letter = self._draft(desk.season)
            data(f"{copy(letter.body, through_terminal, state_folder())}.")
            kept_as_handed(desk, letter, "copied")

    def went_out(self, rest: str) -> None:
        """It has gone out, then or now."""
        with looking(self._options) as desk:
            now = desk.now
        at = understand_moment(rest, now=now, zone=now.zone, past=True).moment if rest else now
        if self._may_leave() and give(self._options, "sent", self._id, f"--at={exact(at)}") == DONE:
            data("Marked as sent.")
            self.over = True

    def _may_leave(self) -> bool:
        """True when no stop stands in the way any more; one that can be accepted is asked about and kept."""
        _, letter, found = self._seen()
        stops = open_stops(letter, found)
        for finding in stops:
            data(finding_line(finding, letter))
        if any(one.hard for one in stops):
            data("It stays here until that is mended: b asks the blanks, l gives a line other words.")
            return False
        if not stops:
            return True
        data(f"{counted(len(stops), 'stop')}. Have you read this and mean it all the same? y or n.")
        if (heard("Answer: ") or "").strip().casefold() not in YES:
            data("It stays here.")
            return False
        with changing(self._options) as desk:
            gone_past(desk, letter, stops)
        return True

    def keep(self, rest: str) -> None:
        """Leave it as a draft."""
        data(f"Kept as a draft. `prematch form message {self._id}` goes on with it.")
        self.over = True


DEEDS: dict[str, Callable[[Writing, str], None]] = {
    "?": Writing.list_answers,
    "b": Writing.fill,
    "r": Writing.read,
    "l": Writing.line_anew,
    "t": Writing.subject_anew,
    "p": Writing.people_anew,
    "c": Writing.copy,
    "m": Writing.went_out,
    "q": Writing.keep,
}


def _around(text: str, blank: Blank) -> str:
    """The sentence in which a blank stands, with a dash in its place."""
    before = re.split(SENTENCE_END, text[: blank.start])[-1]
    after = re.split(SENTENCE_END, text[blank.end :])[0]
    return f"{before}–{after}".strip()
