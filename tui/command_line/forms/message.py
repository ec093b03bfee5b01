"""A message written line by line: its blanks asked one by one, its checks read out, a stop asked about."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from store.clean_text import clean_body, clean_line
from store.errors import RuleBroken, Unclear
from store.find import find_letter
from store.ids import new_id
from store.records import Letter
from store.rules import letters
from store.season import Season
from store.spoken_dates import understand_moment
from store.words import OUTGOING_KINDS, Kind, LetterState
from templates.catalogue import KINDS
from templates.conduct.checking import check_letter
from templates.conduct.findings import Finding, Level
from templates.mail import to_text
from templates.own_templates import own_sources
from templates.render import begin_letter, blanks_in
from tui.command_line.checking import finding_line
from tui.command_line.desk import changing, looking
from tui.command_line.drafting import gone_past, kept_as_handed, through_terminal
from tui.command_line.forms.asking import HOW, Ask, Asking, Ground, Heard
from tui.command_line.forms.opening import give
from tui.command_line.forms.readers import (
    YES,
    a_past_moment,
    a_program,
    exact,
    listed,
    one_of,
    parts,
    people_there,
    some_people,
)
from tui.command_line.hearing import heard
from tui.command_line.running import DONE, REFUSED
from tui.command_line.speaking import counted, data, words

OPEN = (LetterState.DRAFT, LetterState.READY)
KIND_NAMES = {kind.value: KINDS[kind].title for kind in OUTGOING_KINDS}
ASKS = (
    Ask("program", "To which program?", a_program, needed=True),
    Ask("kind", "What is it for?", one_of(KIND_NAMES), needed=True, fits=lambda ground: listed(KIND_NAMES)),
    Ask("people", "To whom, a semicolon between two?", some_people, fits=people_there),
)
WHEN = Ask("at", "When? An empty line means now.", a_past_moment)
WHAT_NOW = "b blanks, r read it, l N WORDS line N anew, t WORDS its subject, c copy, m WHEN it went out, q keep it"
BLANKS = "An empty line leaves a blank as it is, q leaves the rest."


def write_message(options: Namespace) -> int:
    """Begin a message, or go on with a draft that is named, and see it through until it is copied, sent or kept."""
    letter_id = _known_draft(options) or _begun(options)
    if not letter_id:
        return DONE
    writing = Writing(options, letter_id)
    writing.read("")
    writing.fill("")
    writing.hold()
    return DONE


def _known_draft(options: Namespace) -> str:
    with looking(options) as desk:
        found = desk.season.letters_by_id.get(options.about)
    if found is not None and found.state not in OPEN:
        raise RuleBroken("That message has gone out or come in already; only a draft can be written on.")
    return found.id if found else ""


def _begun(options: Namespace) -> str:
    """The id of a fresh draft; empty when the person left."""
    with looking(options) as desk:
        asking = Asking(ASKS, desk.season, desk.now, options.about)
    data(HOW)
    if not asking.all_told():
        return ""
    with changing(options) as desk:
        given = asking.given
        letter = begin_letter(
            desk.season,
            given["program"],
            Kind(given["kind"]),
            letter_id=new_id("l"),
            contact_ids=tuple(parts(given.get("people", ""))),
            now=desk.now,
            own=own_sources(),
            notice=words,
        )
        changed = letters.write_letter(desk.season, letter, now=desk.now)
        name = desk.season.programs_by_id[letter.program_id].name
        desk.change(f"Draft {letter.id}: {letter.kind} to {name}", changed, said=f"Draft {letter.id} is kept")
        return letter.id


class Writing:
    """One draft; every answer is saved at once, so that an end of the input loses nothing."""

    def __init__(self, options: Namespace, letter_id: str) -> None:
        self._options = options
        self._id = letter_id
        self.over = False

    def _seen(self) -> tuple[Season, Letter, tuple[Finding, ...]]:
        with looking(self._options) as desk:
            letter = desk.season.letters_by_id[self._id]
            return desk.season, letter, tuple(check_letter(desk.season, letter, now=desk.now))

    def hold(self) -> None:
        """Ask what next until it is copied and left, sent or kept."""
        self.tell_checks()
        while not self.over:
            data(f"What next? {WHAT_NOW}.")
            line = heard("Answer: ")
            word, _, rest = (line or "q").strip().partition(" ")
            deed = DEEDS.get(word.casefold())
            if deed is None:
                data(f"“{word[:40]}” is no answer here.")
                continue
            try:
                deed(self, rest.strip())
            except Unclear as question:
                data(" ".join((str(question), *(f"{choice}." for choice in question.choices[:6]))))
            except RuleBroken as refusal:
                data(str(refusal))

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
        number, left = 0, {"subject": 0, "body": 0}
        for where in ("subject", "body"):
            while len(blanks := blanks_in(text := getattr(self._seen()[1], where))) > left[where]:
                blank, number = blanks[left[where]], number + 1
                data(f"Blank {number} of {total}: {blank.hint or 'something'}. In: {_around(text, blank.start)}")
                typed = heard("Words: ")
                if typed is None or typed.strip() == "q":
                    return
                if not typed.strip():
                    left[where] += 1
                    continue
                put = clean_line(typed, what="What goes there", limit=10_000)
                left[where] += len(blanks_in(put))
                self._revise(f"Blank filled in {self._id}", **{where: f"{text[: blank.start]}{put}{text[blank.end :]}"})

    def _revise(self, label: str, *, subject: str | None = None, body: str | None = None) -> None:
        with changing(self._options) as desk:
            changed = letters.revise_letter(desk.season, self._id, subject=subject, body=body, now=desk.now)
            desk.change(label, changed, aloud=False)

    def line_anew(self, rest: str) -> None:
        """Other words for one line of the text; none take it out."""
        number, _, put = rest.partition(" ")
        lines = self._seen()[1].body.splitlines()
        if not (number.isascii() and number.isdigit() and 0 < int(number[:6]) <= len(lines)):
            raise RuleBroken(f"Say which line, from 1 to {len(lines)}, and its words: l 3 Thank you for your time.")
        lines[int(number) - 1] = clean_line(put, what="The line", limit=10_000)
        self._revise(f"Line {number} of {self._id}", body=clean_body("\n".join(lines) + "\n", what="The message"))
        self.tell_checks()

    def subject_anew(self, rest: str) -> None:
        """Another subject."""
        self._revise(f"Subject of {self._id}", subject=clean_line(rest, what="The subject"))
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
            letter = desk.season.letters_by_id[self._id]
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
        passed = {(one.check, one.words) for one in letter.accepted}
        stops = [one for one in found if one.level is Level.STOP and (one.hard or (one.check, one.text) not in passed)]
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
    "b": Writing.fill,
    "r": Writing.read,
    "l": Writing.line_anew,
    "t": Writing.subject_anew,
    "c": Writing.copy,
    "m": Writing.went_out,
    "q": Writing.keep,
}


def tell_sent(options: Namespace) -> int:
    """Which draft went out, and when; what stands in its way is asked about."""
    with looking(options) as desk:
        season = desk.season
    following = {one.id for one in season.followed}
    drafts = [one for one in season.letters if one.state in OPEN and not one.trashed and one.program_id in following]
    if not drafts:
        data("No draft waits to be sent.")
        return DONE
    known = {one.id: f"{one.kind} to {season.programs_by_id[one.program_id].name}, {one.subject}" for one in drafts}
    if not options.about:
        data(f"{counted(len(drafts), 'draft')}. {listed(known)}")
    asking = Asking((_which(season, known), WHEN), season, desk.now, options.about)
    if not asking.all_told():
        return DONE
    writing = Writing(options, asking.given["letter"])
    writing.went_out(asking.given.get("at", ""))
    return DONE if writing.over else REFUSED


def _which(season: Season, known: dict[str, str]) -> Ask:
    by_number = one_of(known)

    def read(text: str, ground: Ground) -> Heard:
        return by_number(text if text.isdigit() else find_letter(season, text).id, ground)

    return Ask("letter", "Which one went out?", read, needed=True, fits=lambda ground: listed(known))


def _around(text: str, place: int) -> str:
    """The line in which something stands."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return text[start : end if end >= 0 else len(text)]
