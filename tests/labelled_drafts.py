"""The labelled drafts as they stand in tests/labelled: read, put into their season, and given their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from store.moments import Moment
from store.records import Letter
from store.season import Season
from store.words import Channel, Kind
from tests.labelled_seasons import APPLICANTS, SETTINGS

FOLDER = Path(__file__).parent / "labelled"
SETS: Mapping[str, str] = {
    "labelled": "Labelled drafts",
    "held_out": "Held-out drafts",
    "second_round": "Second round",
    "third_round": "Third round",
    "fourth_round": "Fourth round",
    "fifth_round": "Fifth round",
}
"""Each folder of drafts and its heading; on all but the first the checks were measured before they had seen them."""
LEVELS: Mapping[str, str] = {
    **dict.fromkeys(("C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C26"), "STOP"),
    **dict.fromkeys(("C10", "C11", "C12", "C13", "C15", "C16", "C17", "C18", "C19", "C20"), "WARN"),
    **dict.fromkeys(("C21", "C22", "C25", "C27"), "WARN"),
    **dict.fromkeys(("C14", "C23", "C24", "C28"), "NOTE"),
}
"""The level each check is meant to have."""
KEYS = frozenset({"season", "who", "kind", "to", "at", "about", "answers", "channel", "subject"})
LABELS = frozenset({"finds", "near", "either", "hard", "why"})
_TITLE = re.compile(r"^=== (.+)\n", re.M)
_ID = re.compile(r"C\d\d")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One draft, the situation it is written in, and what a careful reader would say of it."""

    name: str
    """Its name, which no other draft has."""
    folder: str
    """The folder it lies in, one of `SETS`."""
    season: Season
    """The season it stands in."""
    letter: Letter
    """The draft."""
    now: Moment
    """The moment at which it is read."""
    finds: tuple[tuple[str, str], ...] = ()
    """What must be found: the check, and the words its finding has to touch (empty when any place will do)."""
    near: frozenset[str] = frozenset()
    """Checks it comes close to without a fault."""
    either: frozenset[str] = frozenset()
    """Checks on which two careful readers may differ; these are not counted."""
    hard: bool = False
    """True when it has to be found without fail."""

    @property
    def wanted(self) -> frozenset[str]:
        """The checks that must speak."""
        return frozenset(check for check, _ in self.finds)

    @property
    def clean(self) -> bool:
        """Whether it has no fault at all."""
        return not self.finds


def labelled_drafts() -> tuple[Labelled, ...]:
    """Every labelled draft, set by set; raises ValueError that names a draft which is not well formed."""
    files = sorted(FOLDER.rglob("*.txt"), key=lambda path: (list(SETS).index(path.parent.name), path.name))
    return tuple(draft for path in files for draft in _drafts(path))


def _drafts(path: Path) -> Iterator[Labelled]:
    parts = _TITLE.split(path.read_text(encoding="utf-8"))[1:]
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        try:
            yield _draft(name, text, folder=path.parent.name)
        except (KeyError, ValueError) as trouble:
            raise ValueError(f"{path.name}, {name}: {trouble}") from trouble


def _draft(name: str, text: str, *, folder: str) -> Labelled:
    head, _, body = text.partition("\n\n")
    lines = [tuple(part.strip() for part in line.split(":", 1)) for line in head.splitlines()]
    unknown = {key for key, _ in lines} - KEYS - LABELS
    if unknown:
        raise ValueError(f"no such key: {', '.join(sorted(unknown))}")
    told = {key: value for key, value in lines if key != "finds"}
    setting = SETTINGS[told.get("season", "autumn")]
    profile = APPLICANTS[told.get("who", "noor")]
    at = datetime.fromisoformat(told["at"]).replace(tzinfo=UTC) if "at" in told else setting.now
    now = Moment(at, profile.home_zone)
    season = replace(_known_by(setting.season, now), profile=profile)
    return Labelled(
        name,
        folder,
        season,
        _letter(told, body.strip("\n") + "\n", season),
        now,
        finds=tuple(_found(value, told["subject"] + "\n" + body) for key, value in lines if key == "finds"),
        near=frozenset(_ID.findall(told.get("near", ""))),
        either=frozenset(_ID.findall(told.get("either", ""))),
        hard=told.get("hard") == "yes",
    )


def _known_by(season: Season, now: Moment) -> Season:
    """The season as it stood at that moment: without letters and changes of status that came later."""
    letters = tuple(letter for letter in season.letters if letter.at is None or letter.at <= now)
    programs = tuple(
        replace(program, statuses=tuple(step for step in program.statuses if step.at <= now))
        for program in season.programs
    )
    return replace(season, letters=letters, programs=programs)


def _letter(told: Mapping[str, str], body: str, season: Season) -> Letter:
    people = tuple(season.contacts_by_id[f"c-{short.strip()}"] for short in told["to"].split(","))
    interview = f"i-{told['about']}" if "about" in told else ""
    answers = f"l-{told['answers']}" if "answers" in told else ""
    if (interview and interview not in season.interviews_by_id) or (answers and answers not in season.letters_by_id):
        raise ValueError("it is about an interview or answers a letter that is not in its season")
    return Letter(
        "l-labelled",
        people[0].program_id,
        Kind(told["kind"]),
        channel=Channel(told.get("channel", "email")),
        contact_ids=tuple(person.id for person in people),
        subject=told["subject"],
        body=body,
        interview_id=interview,
        answers=answers,
    )


def _found(value: str, text: str) -> tuple[str, str]:
    check, _, words = (part.strip() for part in value.partition("|"))
    if check not in LEVELS or words not in " ".join(text.split()):
        raise ValueError(f"{value!r} is no check with words of this draft")
    return check, words
