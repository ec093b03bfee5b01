"""Writes seasons of any size for benchmarks: `python tests/big_season.py --programs N --letters M OUT`."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from store.demo.days import DemoDays, demo_id
from store.moments import Moment, moment_at
from store.records import Contact, Interview, Letter, Profile, Program, StatusChange
from store.season import Season
from store.season_file import SeasonFile
from store.words import Channel, Citizenship, Direction, Kind, LetterState, Role, Status

NOW = moment_at(datetime(2026, 11, 24, 14, 5), "Europe/Warsaw")  # noqa: DTZ001 the zone stands beside it
ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix")
STATES = ("OH", "IL", "CO", "OR", "AZ", "NY", "TX", "MN", "GA", "PA")
STARTS = ("Alder", "Birch", "Cedar", "Dun", "Elder", "Fen", "Gorse", "Hazel", "Ivy", "Juniper", "Kestle", "Larch")
ENDS = ("water", "ridge", "mere", "field", "haven", "brook", "moor", "cliff", "ferry", "gate", "well", "strand")
PROSE = (
    "ward clinic morning resident family newborn round teaching question story visit team night call care bedside "
    "listen growth chart county school outreach research calm kind learn practice winter spring city"
)
WORDS_A_LETTER = 150


def big_season(programs: int, letters: int, interviews: int, *, seed: int = 7) -> Season:
    """A season of that size; the same numbers and seed always give the same one."""
    chance = Random(seed)
    days = DemoDays(NOW)
    made = tuple(_program(number, interviews, days, chance) for number in range(programs))
    return Season(
        profile=Profile(
            name="Lena Korvath",
            credentials="MD",
            aamc_id="10099001",
            citizenship=Citizenship.CITIZEN,
            home_zone=NOW.zone,
        ),
        programs=made,
        contacts=tuple(_contact(program, number) for number, program in enumerate(made)),
        interviews=tuple(_interview(made[at % programs], at, days) for at in range(interviews if programs else 0)),
        letters=tuple(_letter(made[at % programs], at, days, chance) for at in range(letters if programs else 0)),
    )


def _program(number: int, interviews: int, days: DemoDays, chance: Random) -> Program:
    zone = chance.choice(ZONES)
    applied = StatusChange(Status.APPLIED, days.at(-61, "09:00", zone))
    course: tuple[StatusChange, ...] = (applied,)
    if number < interviews:
        invited = StatusChange(Status.INVITED, days.at(-40, "09:14", zone), exact=True)
        booked = StatusChange(Status.BOOKED, days.at(-39, "15:00", zone))
        course = (applied, invited, booked)
    elif number % 11 == 5:
        course = (applied, StatusChange(Status.REJECTED, days.at(-chance.randint(5, 30), "11:00", zone)))
    elif number % 17 == 3:
        course = (StatusChange(Status.PLANNED, days.at(-61, "08:00", zone)),)
    start, end = STARTS[number % len(STARTS)], ENDS[number // len(STARTS) % len(ENDS)]
    return Program(
        id=demo_id("p", f"big{number}"),
        name=f"{start}{end} {chance.choice(('Children’s', 'University', 'Medical Center'))} {number + 1}",
        city=f"{start}{end}",
        state=chance.choice(STATES),
        zone=zone,
        zone_assumed=False,
        tier=chance.choice("ABCD"),
        tags=tuple(chance.sample(("nicu", "coast", "small", "research", "friends"), 2)),
        statuses=course,
    )


def _contact(program: Program, number: int) -> Contact:
    name = f"{STARTS[number % len(STARTS)]} {ENDS[number // 7 % len(ENDS)].title()}{number}"
    address = f"office{number}@big.example"
    return Contact(demo_id("c", f"big{number}"), program.id, name, Role.COORDINATOR, title="Ms.", email=address)


def _interview(program: Program, number: int, days: DemoDays) -> Interview:
    starts = days.at(number * 7 % 90 - 20, "09:00", program.zone)
    return Interview(demo_id("i", f"big{number}"), program.id, starts, minutes=180)


def _letter(program: Program, number: int, days: DemoDays, chance: Random) -> Letter:
    incoming, draft = number % 3 == 1, number % 10 == 9
    at: Moment | None = days.at(-(number * 13 % 58) - 1, "12:30", program.zone)
    state = LetterState.RECEIVED if incoming else LetterState.DRAFT if draft else LetterState.SENT
    words = PROSE.split()
    body = " ".join(chance.choice(words) for _ in range(chance.randint(WORDS_A_LETTER - 30, WORDS_A_LETTER + 30)))
    return Letter(
        demo_id("l", f"big{number}"),
        program.id,
        Kind.REPLY if incoming else chance.choice((Kind.QUESTION, Kind.UPDATE, Kind.THANK_YOU)),
        direction=Direction.IN if incoming else Direction.OUT,
        state=state,
        channel=Channel.EMAIL,
        subject=f"About {program.city}, letter {number}",
        body=f"Dear colleague,\n\n{body.capitalize()}.\n\nSincerely,\nLena Korvath, MD\nAAMC ID 10099001",
        made=at,
        at=None if state is LetterState.DRAFT else at,
    )


def main() -> int:
    """Write one season file; 2 when the file is there already."""
    parser = argparse.ArgumentParser(description="Write a season file of any size.")
    parser.add_argument("--programs", type=int, default=217)
    parser.add_argument("--letters", type=int, default=1_000)
    parser.add_argument("--interviews", type=int, default=20)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    if asked.out.exists():
        print(f"{asked.out} is there already.", file=sys.stderr)
        return 2
    with SeasonFile.open(asked.out) as file:
        file.save(big_season(asked.programs, asked.letters, asked.interviews))
    return 0


if __name__ == "__main__":
    sys.exit(main())
