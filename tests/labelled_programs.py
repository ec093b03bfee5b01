"""The invented programs and people of the labelled drafts; each program has a course and a contact rule of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from store.moments import Moment
from store.records import Contact, ContactRule, Program, Reason, StatusChange
from store.words import Channel, ContactRuleName, ReasonKind, Role, Status

EASTERN, CENTRAL = "America/New_York", "America/Chicago"
NO_THANKS = ContactRule(ContactRuleName.NO_THANKS, "Please send no notes of thanks after the day.")
LOGISTICS = ContactRule(ContactRuleName.LOGISTICS_ONLY, "Write to us about scheduling only.")
PORTAL = ContactRule(ContactRuleName.ONE_CHANNEL, "All messages through the portal.", channel=Channel.PORTAL)
UNTIL = ContactRule(ContactRuleName.UPDATES_UNTIL, "We read updates until 15 November.", until=date(2026, 11, 15))
NOT_NEEDED = ContactRule(ContactRuleName.THANKS_NOT_NEEDED, "There is no need to write a thank-you.")


def _program(program_id: str, name: str, place: str, zone: str, *course: tuple[Status, int, int]) -> Program:
    city, state = place.split(", ")
    steps = ((Status.APPLIED, 9, 23), *course)
    statuses = tuple(
        StatusChange(status, Moment(datetime(2026, month, day, 15, 12, tzinfo=UTC), zone), exact=True)
        for status, month, day in steps
    )
    return Program(f"p-{program_id}", name, city=city, state=state, zone=zone, zone_assumed=False, statuses=statuses)


def _booked(month: int, day: int) -> tuple[tuple[Status, int, int], ...]:
    return (Status.INVITED, 10, 20), (Status.BOOKED, 10, 21), (Status.INTERVIEWED, month, day)


PROGRAMS: tuple[Program, ...] = (
    _program("harrowgate", "Harrowgate Children's Hospital Program", "Brinmoor, PA", EASTERN, *_booked(11, 23)),
    _program("anselm", "St. Anselm's Children's Hospital Program", "Corvane, MN", CENTRAL, *_booked(12, 3)[:2]),
    _program(
        "lantern",
        "Lantern Bay University Medical Center Program",
        "Lantern Bay, WA",
        "America/Los_Angeles",
        *_booked(12, 17)[:2],
    ),
    replace(
        _program(
            "coldwater",
            "Coldwater Regional Health System Program",
            "Coldwater, MI",
            "America/Detroit",
            *_booked(12, 14)[:2],
        ),
        reasons=(Reason(ReasonKind.ROTATION, "four weeks on the wards in 2025"),),
    ),
    replace(
        _program(
            "mesquite",
            "University of Mesquite Plains College of Medicine Program",
            "Dry Fork, TX",
            CENTRAL,
            *_booked(11, 23),
        ),
        rule=NO_THANKS,
    ),
    replace(
        _program("copper", "Copper Hollow Pediatric Residency Program", "Copper Hollow, AZ", "America/Phoenix"),
        reasons=(Reason(ReasonKind.ROTATION, "six weeks in the outpatient clinic in spring 2026"),),
    ),
    replace(
        _program("northpike", "Northpike Community Hospital Program", "Northpike, KY", "America/Kentucky/Louisville"),
        rule=LOGISTICS,
        reasons=(Reason(ReasonKind.LOCAL_TIE, "grandparents in the next town"),),
    ),
    _program("tidewater", "Tidewater Valley Children's Program", "Eastham, VA", EASTERN, (Status.INVITED, 11, 23)),
    _program(
        "greyling", "Greyling Memorial Hospital Program", "Greyling, ID", "America/Boise", (Status.WAITLISTED, 11, 4)
    ),
    replace(
        _program("harrowfield", "Harrowfield Medical Center Program", "Harrowfield, OH", EASTERN),
        reasons=(Reason(ReasonKind.MISSION, "their clinic on wheels"),),
    ),
    replace(_program("osprey", "Osprey Point Health Program", "Osprey Point, NC", EASTERN), in_match=False),
    replace(
        _program("larkmoor", "Larkmoor University Hospital Program", "Larkmoor, NY", EASTERN, *_booked(11, 23)),
        rule=PORTAL,
    ),
    replace(
        _program("pinecrest", "Pinecrest Harbor Pediatrics Program", "Pinecrest, ME", EASTERN, *_booked(11, 9)),
        rule=UNTIL,
    ),
    replace(
        _program("wexcombe", "Wexcombe Children's Medical Center Program", "Wexcombe, CT", EASTERN), rule=NOT_NEEDED
    ),
    *(
        _program(name.lower(), f"{name} Hospital Program", f"{name}, MA", EASTERN)
        for name in ("Dunmarrow", "Ellerby", "Thornaby", "Quarrington")
    ),
)
_PEOPLE = (
    ("ibanez", "harrowgate", "Marisol Ibáñez-Corliss", Role.DIRECTOR, "Dr."),
    ("lindqvist", "harrowgate", "Theo Lindqvist", Role.INTERVIEWER, "Dr."),
    ("phan", "harrowgate", "Anh-Thu Phan", Role.RESIDENT, "Dr."),
    ("darrigo", "harrowgate", "Gwen D'Arrigo", Role.COORDINATOR, "Ms."),
    ("adebayo", "anselm", "Oluwaseun Adebayo-Finch", Role.DIRECTOR, "Dr."),
    ("hollander", "anselm", "Piet Hollander", Role.COORDINATOR, "Mr."),
    ("sundaram", "lantern", "Keiko Sundaram", Role.DIRECTOR, "Dr."),
    ("achterberg", "lantern", "Rosalind Achterberg", Role.COORDINATOR, "Ms."),
    ("castellane", "coldwater", "Bram Castellane", Role.DIRECTOR, "Dr."),
    ("okafor", "coldwater", "Judith Okafor", Role.COORDINATOR, "Ms."),
    ("ferrante", "mesquite", "Lucía Ferrante", Role.DIRECTOR, "Dr."),
    ("pruitt", "mesquite", "Dale Pruitt", Role.COORDINATOR, "Mr."),
    ("tsosie", "copper", "Winifred Tsosie-Grant", Role.DIRECTOR, "Dr."),
    ("nevarez", "copper", "Belén Nevárez", Role.COORDINATOR, "Ms."),
    ("renwick", "copper", "Hal Renwick", Role.ADVOCATE, "Dr."),
    ("brandvold", "northpike", "Ines Brandvold", Role.DIRECTOR, "Dr."),
    ("underhill", "northpike", "Faye Underhill", Role.COORDINATOR, "Ms."),
    ("demirel", "tidewater", "Yusuf Demirel", Role.DIRECTOR, "Dr."),
    ("abernathy", "tidewater", "Corinne Abernathy", Role.COORDINATOR, "Ms."),
    ("haddad", "greyling", "Samir Haddad-Kline", Role.COORDINATOR, "Mr."),
    ("pell", "harrowfield", "Augusta Pell", Role.DIRECTOR, "Dr."),
    ("mbeki", "harrowfield", "Lindiwe Mbeki-Stone", Role.COORDINATOR, "Ms."),
    ("rourke", "osprey", "Declan Rourke", Role.DIRECTOR, "Dr."),
    ("ashworth", "larkmoor", "Priscilla Ashworth", Role.DIRECTOR, "Dr."),
    ("oyelaran", "larkmoor", "Tunde Oyelaran", Role.COORDINATOR, "Mr."),
    ("kowalczyk", "pinecrest", "Agnieszka Kowalczyk", Role.DIRECTOR, "Dr."),
    ("bright", "pinecrest", "Sunniva Bright", Role.COORDINATOR, "Ms."),
    ("sato", "wexcombe", "Haruki Sato", Role.DIRECTOR, "Dr."),
    ("lovelace", "wexcombe", "Petra Lovelace", Role.COORDINATOR, "Ms."),
)
CONTACTS: tuple[Contact, ...] = tuple(
    Contact(f"c-{short}", f"p-{program}", name, role, title) for short, program, name, role, title in _PEOPLE
)
