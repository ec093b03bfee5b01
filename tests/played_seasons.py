"""Three invented applicants whose season is played day by day, and the words in which each noon is written down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from store.agenda import agenda, urgency
from store.dates import home_zone_on, show_day
from store.moments import Moment, noon_of
from store.records import Contact, ContactRule, Debrief, Interview, Letter, News, Profile, Program, Reason, Score, Stay
from store.rules.follow_ups import mark_done, mark_not_needed
from store.rules.interviews import book_interview, debrief
from store.rules.people import edit_contact
from store.rules.profile import add_news, begin_stay, change_profile
from store.rules.programs import add_program, add_reason, invite, set_contact_rule, set_status
from store.rules.ranking import mark_certified, rank_program
from store.rules.rule_settings import set_rule_days, switch_rule
from store.season import Season
from store.words import ContactRuleName, Direction, EcfmgStage, Kind, LetterState, ReasonKind, Role, Status
from tests.examples import CENTRAL, EASTERN, at

FIRST, LAST = date(2026, 9, 1), date(2027, 3, 31)
PHOENIX = "America/Phoenix"
Step = Callable[[Season, Moment], Season]


@dataclass(frozen=True)
class Played:
    """One applicant: where they begin, and what happens when."""

    name: str
    home: str
    steps: tuple[tuple[Moment, Step], ...]
    zone_on: Callable[[date], str]

    def noons(self) -> Iterator[tuple[Season, Moment]]:
        """The season as it stands at every noon at home."""
        season = Season(Profile(name=self.name, home_zone=self.home, ecfmg=EcfmgStage.IN_PROGRESS))
        steps = sorted(self.steps, key=lambda step: step[0].at)
        day = FIRST
        while day <= LAST:
            noon = noon_of(day, self.zone_on(day))
            while steps and steps[0][0].at <= noon.at:
                moment, step = steps.pop(0)
                season = step(season, moment)
            yield season, Moment(noon.at, home_zone_on(season.profile, day, self.home))
            day += timedelta(days=1)
        assert not steps


def written(played: Played) -> str:
    """What came on the agenda, grew late, and went, noon by noon; days on which nothing did are left out."""
    lines = [f"{played.name}, {played.home}"]
    before: dict[str, str] = {}
    said: dict[str, str] = {}
    for season, now in played.noons():
        found = {one.key: one for one in agenda(season, now=now).open}
        state = {key: urgency(one, now).value for key, one in found.items()}
        told: list[str] = []
        for key, one in found.items():
            if (before.get(key) != state[key] and state[key] != "soon") or key not in before:
                name = season.programs_by_id[one.program_id].name + ": " if one.program_id else ""
                due = f", due {show_day(one.due.day_in(now.zone))}" if state[key] in ("soon", "later") else ""
                said[key] = f"{one.rule} {name}{one.what}"
                told.append(f"  {state[key]:<5} {said[key]}{due}")
        told += [f"  gone  {said[key]}" for key in before if key not in state]
        if told:
            lines += [f"{show_day(now.day)}, noon in {now.zone}", *told]
        before = state
    return "\n".join(lines) + "\n"


# What happens

_numbers = count(1)


def follows(key: str, name: str, zone: str, *, on: Moment | None = None) -> Step:
    def step(season: Season, now: Moment) -> Season:
        season = add_program(season, Program(f"p-{key}", name, zone=zone), now=now)
        return set_status(season, (f"p-{key}",), Status.APPLIED, at=now, now=now)

    return step


def reason(key: str, words: str, kind: ReasonKind = ReasonKind.LOCAL_TIE) -> Step:
    return lambda season, now: add_reason(season, f"p-{key}", Reason(kind, words), now=now)


def knows(key: str, person: str, name: str, role: Role, title: str = "Dr.") -> Step:
    contact = Contact(f"c-{person}", f"p-{key}", name, role, title=title)
    return lambda season, now: replace(season, contacts=(*season.contacts, contact))


def promises(person: str, day: date | None) -> Step:
    return lambda season, now: edit_contact(season, f"c-{person}", promised=day, now=now)


def writes(key: str, kind: Kind, *people: str, letter: str = "", answers: str = "", interview: str = "") -> Step:
    return _letter(key, kind, people, Direction.OUT, letter, answers=answers, interview_id=interview)


def hears(key: str, kind: Kind, *people: str, letter: str = "", answers: str = "", hint: bool = False) -> Step:
    return _letter(key, kind, people, Direction.IN, letter, answers=answers, hint=hint)


def _letter(key: str, kind: Kind, people: Iterable[str], way: Direction, name: str, **fields: Any) -> Step:
    state = LetterState.SENT if way is Direction.OUT else LetterState.RECEIVED
    letter = Letter(
        f"l-{name or f'{key}-{kind.value}-{next(_numbers)}'}",
        f"p-{key}",
        kind,
        way,
        state,
        contact_ids=tuple(f"c-{one}" for one in people),
        **fields,
    )
    return lambda season, now: replace(season, letters=(*season.letters, replace(letter, at=now, made=now, edited=now)))


def invited(key: str, *starts: Moment) -> Step:
    return lambda season, now: invite(season, f"p-{key}", at=now, offered=starts, now=now)


def books(key: str, starts: Moment, *people: str, assumed: bool = False) -> Step:
    met = tuple(f"c-{one}" for one in people)
    link = "https://video.example/room"
    interview = Interview(f"i-{key}", f"p-{key}", starts, contact_ids=met, zone_assumed=assumed, link=link)
    return lambda season, now: book_interview(season, interview, now=now)


def is_now(key: str, status: Status) -> Step:
    return lambda season, now: set_status(season, (f"p-{key}",), status, at=now, now=now)


def writes_down(key: str, gut: int) -> Step:
    def step(season: Season, now: Moment) -> Season:
        season = set_status(season, (f"p-{key}",), Status.INTERVIEWED, at=now, now=now)
        return debrief(season, f"i-{key}", Debrief(now, liked="the clinic", gut=gut), now=now)

    return step


def scores(key: str) -> Step:
    return lambda season, now: replace(
        season, scores=(*season.scores, Score(f"s-{key}", f"p-{key}", "mentorship", 4, now))
    )


def rules(key: str, name: ContactRuleName) -> Step:
    return lambda season, now: set_contact_rule(season, f"p-{key}", ContactRule(name, source="their page"), now=now)


def news(number: int, what: str, *, eligibility: bool = False) -> Step:
    return lambda season, now: add_news(season, News(f"w-{number}", now.day, what, eligibility), now=now)


def knows_of_me(**fields: Any) -> Step:
    return lambda season, now: change_profile(season, now=now, **fields)


def goes(zone: str, start: date, until: date | None) -> Step:
    return lambda season, now: begin_stay(season, Stay(start, zone, until), now=now)


def does(*keys: str) -> Step:
    return lambda season, now: mark_done(season, keys, now=now)


def needs_not(*keys: str) -> Step:
    return lambda season, now: mark_not_needed(season, keys, now=now)


def ranks(*keys: str) -> Step:
    def step(season: Season, now: Moment) -> Season:
        for key in keys:
            season = rank_program(season, f"p-{key}", now=now)
        return season

    return step


def certifies() -> Step:
    return lambda season, now: mark_certified(season, now.day, now=now)


def gives_days(rule: str, days: int) -> Step:
    return lambda season, now: set_rule_days(season, rule, days, now=now)


def silences(rule: str) -> Step:
    return lambda season, now: switch_rule(season, rule, off=True, now=now)


def _dublin() -> Played:
    home = "Europe/Dublin"

    def then(wall: str, *steps: Step) -> tuple[tuple[Moment, Step], ...]:
        return tuple((at(f"2026-{wall}" if wall > "09" else f"2027-{wall}", home), step) for step in steps)

    return Played(
        "Aoife Marlowe",
        home,
        (
            *then("09-10 10:00", follows("alder", "Alder Ridge", EASTERN), follows("brine", "Brine Harbor", CENTRAL)),
            *then("09-10 10:01", follows("copse", "Copse Valley", EASTERN), reason("copse", "I rotated there in May.")),
            *then("09-12 10:00", knows("alder", "finch", "Aurelio Finch", Role.DIRECTOR)),
            *then("10-09 15:20", invited("alder", at("2026-11-02 09:00", EASTERN), at("2026-11-12 09:00", EASTERN))),
            *then(
                "10-10 09:00", writes("alder", Kind.ACCEPT), books("alder", at("2026-11-02 09:00", EASTERN), "finch")
            ),
            *then("10-24 10:00", writes("copse", Kind.INTEREST)),
            *then("10-29 10:00", writes("alder", Kind.LOGISTICS, interview="i-alder")),
            *then("11-02 20:00", writes_down("alder", 4)),
            *then("11-03 10:00", scores("alder"), writes("alder", Kind.THANK_YOU, "finch", interview="i-alder")),
            *then("11-05 10:00", is_now("brine", Status.WAITLISTED), writes("brine", Kind.WAITLIST)),
            *then("11-24 10:00", writes("brine", Kind.WAITLIST)),
            *then("12-16 10:00", writes("brine", Kind.WAITLIST)),
            *then("12-01 10:00", writes("alder", Kind.QUESTION, "finch", letter="ask")),
            *then("01-11 10:00", news(1, "Step 2 CK passed.")),
            *then("01-12 10:00", writes("alder", Kind.UPDATE)),
            *then("01-15 10:00", knows_of_me(exams_passed=("Step 1", "Step 2 CK"))),
            *then("02-01 19:00", ranks("alder")),
            *then("02-08 10:00", writes("alder", Kind.FIRST_RANK, "finch")),
            *then("02-12 10:00", knows_of_me(ecfmg=EcfmgStage.REQUIREMENTS_MET)),
            *then("02-20 10:00", certifies()),
            *then("03-19 17:00", is_now("alder", Status.MATCHED)),
        ),
        lambda day: home,
    )


def _warsaw() -> Played:
    home = "Europe/Warsaw"

    def then(wall: str, *steps: Step) -> tuple[tuple[Moment, Step], ...]:
        return tuple((at(f"2026-{wall}" if wall > "09" else f"2027-{wall}", home), step) for step in steps)

    return Played(
        "Bronek Halloway",
        home,
        (
            *then("09-05 10:00", follows("dunes", "Dunes Point", EASTERN), follows("ember", "Ember Falls", CENTRAL)),
            *then("09-05 10:01", follows("fennel", "Fennel Creek", "America/Los_Angeles")),
            *then("09-06 10:00", reason("dunes", "Dr. Valdez trained there.", ReasonKind.ADVOCATE)),
            *then("09-06 10:01", knows("dunes", "valdez", "Imre Valdez", Role.ADVOCATE)),
            *then("10-13 10:00", writes("dunes", Kind.ADVOCATE, "valdez")),
            *then("10-15 10:00", hears("dunes", Kind.REPLY, "valdez"), promises("valdez", date(2026, 10, 28))),
            *then("10-30 10:00", writes("dunes", Kind.ADVOCATE, "valdez"), promises("valdez", date(2026, 11, 6))),
            *then("11-07 10:00", hears("dunes", Kind.REPLY, "valdez"), does("F17:c-valdez:2026-11-06")),
            *then("11-08 10:00", writes("dunes", Kind.INTEREST)),
            *then("10-20 18:00", invited("ember")),
            *then("10-22 10:00", writes("ember", Kind.ACCEPT), books("ember", at("2026-12-08 08:00", CENTRAL))),
            *then("11-18 18:00", invited("fennel")),
            *then("11-19 10:00", writes("fennel", Kind.ACCEPT)),
            *then("11-19 10:01", books("fennel", at("2026-12-08 08:30", "America/Los_Angeles"), assumed=True)),
            *then("11-25 10:00", does("F05:i-ember:i-fennel:20261208T1630")),
            *then("12-02 10:00", writes("fennel", Kind.LOGISTICS, interview="i-fennel")),
            *then("12-08 23:00", writes_down("ember", 3), writes_down("fennel", 5)),
            *then("12-09 10:00", rules("ember", ContactRuleName.NO_THANKS), writes("fennel", Kind.THANK_YOU)),
            *then("12-10 10:00", hears("fennel", Kind.REPLY, hint=True)),
            *then("12-11 10:00", writes("fennel", Kind.HINT)),
            *then("01-20 10:00", news(1, "Permanent residence granted.", eligibility=True)),
            *then("01-21 10:00", writes("dunes", Kind.ELIGIBILITY), writes("ember", Kind.ELIGIBILITY)),
            *then("01-25 10:00", writes("fennel", Kind.ELIGIBILITY)),
            *then("02-05 10:00", ranks("fennel", "ember")),
            *then("02-17 10:00", needs_not("F11:p-fennel")),
            *then("03-03 20:00", certifies()),
        ),
        lambda day: home,
    )


def _grenada() -> Played:
    home = "America/Grenada"
    there = date(2027, 1, 10), date(2027, 2, 6)

    def then(wall: str, *steps: Step) -> tuple[tuple[Moment, Step], ...]:
        return tuple((at(f"2026-{wall}" if wall > "09" else f"2027-{wall}", home), step) for step in steps)

    return Played(
        "Cress Antoine",
        home,
        (
            *then("09-02 09:30", follows("gale", "Gale Mesa", PHOENIX), follows("heath", "Heath Crossing", EASTERN)),
            *then("09-03 10:00", reason("heath", "My aunt lives there."), gives_days("F06", 40), silences("F16")),
            *then("10-30 10:00", needs_not("F06:p-heath")),
            *then("12-14 12:00", goes(PHOENIX, *there)),
            *then("12-15 10:00", invited("gale", at("2027-01-14 08:00", PHOENIX))),
            *then("12-16 08:00", writes("gale", Kind.ACCEPT), books("gale", at("2027-01-14 08:00", PHOENIX))),
            *then("01-12 13:00", does("F04:i-gale:20270114T1500")),
            *then("01-15 09:00", writes_down("gale", 5)),
            *then("02-10 10:00", knows_of_me(ecfmg=EcfmgStage.CERTIFIED)),
        ),
        lambda day: PHOENIX if there[0] <= day <= there[1] else home,
    )


def played_seasons() -> dict[str, Played]:
    """Each by the name of the file in which its noons are written down."""
    return {"dublin": _dublin(), "warsaw": _warsaw(), "grenada": _grenada()}
