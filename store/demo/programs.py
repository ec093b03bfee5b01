"""The invented programs of the demo season, and how things have gone with each."""

from __future__ import annotations

from store.demo.days import DemoDays, demo_id
from store.moments import Moment
from store.records import ContactRule, Fact, Program, Reason, StatusChange
from store.words import Channel, ContactRuleName, ReasonKind, Status

ZONES = {
    "E": "America/New_York",
    "C": "America/Chicago",
    "M": "America/Denver",
    "P": "America/Los_Angeles",
    "A": "America/Phoenix",
    "H": "Pacific/Honolulu",
    "K": "America/Anchorage",
    "I": "America/Indiana/Indianapolis",
}
"""The zone behind each letter of the table."""

PROGRAMS = """
Pellam Harbor Children's Hospital | Pellam | MA | E | A | nicu coast | APP-61 INV-0
Lantern Bluff University | Lantern Bluff | WI | C | B | global-health | APP-61 INV-2
Kettle Creek Medical Center | Kettle Creek | CO | M | C | small | APP-61 INV-4
Marrow Lake Pediatrics | Marrow | MN | C | A | nicu friends-near | APP-61 INV-22 BKD-22
Fenwick Children's | Fenwick | OH | E | B | primary-care | APP-61 INV-19 BKD-18
Brightwater Children's Hospital | Brightwater | PA | E | A | family-near | APP-61 INV-26 BKD-25
Orrin Falls University | Orrin Falls | IN | I | B | research | APP-61 INV-21 BKD-20
Tamsin Bay Children's | Tamsin | OR | P | B | coast | APP-61 INV-15 BKD-14
Larkspur Mesa Medical Center | Larkspur | AZ | A | C | primary-care sun | APP-61 INV-12 BKD-11
Windlass Cove Pediatrics | Windlass | CA | P | C | coast | APP-61 INV-11 BKD-10
Kelder Rapids University | Kelder Rapids | MI | E | B | hospital-medicine | APP-61 INV-8 BKD-7
Quillmere University Children's | Quillmere | NY | E | A | nicu research | APP-61 INV-38 BKD-37 INT-1
Dunmarrow Children's Center | Dunmarrow | TX | C | B | global-health | APP-61 INV-36 BKD-35 INT-1
Rookery Hill Medical Center | Rookery Hill | VT | E | B | small | APP-61 INV-34 BKD-33 INT-5
Sedgewater Children's | Sedgewater | GA | E | A | primary-care | APP-61 INV-33 BKD-32 INT-9
Thistledown University | Thistledown | IL | C | A | nicu family-near | APP-61 INV-40 BKD-39 INT-14
Vesper Valley Pediatrics | Vesper | UT | M | C | mountains | APP-61 INV-35 BKD-34 INT-17
Heronsgate Children's Hospital | Heronsgate | MO | C | B | hospital-medicine | APP-61 INV-41 BKD-40 INT-20
Nettlecombe University | Nettlecombe | VA | E | B | global-health | APP-61 INV-39 BKD-38 INT-24
Osprey Narrows Medical Center | Osprey | WA | P | B | coast | APP-61 WTL-19
Ravensford Children's | Ravensford | CT | E | A | nicu | APP-61 INV-16 WTL-15
Umber Hollow Pediatrics | Umber Hollow | KY | E | C | small | APP-61 REJ-30
Zephyr Plains University | Zephyr | KS | C | B | research | APP-61 REJ-24
Saltmarsh Children's Center | Saltmarsh | SC | E | C | coast | APP-61 REJ-12
Inkwell Prairie Medical Center | Inkwell | NE | C | C | small | APP-61 INV-29 WDN-28
Pinnacle Wash Pediatrics | Pinnacle | NV | P | D | sun | APP-61 INV-31 BKD-30 WDN-13
Sable Point Children's | Sable Point | ME | E | A | example | APP-61 INV-45 BKD-44 INT-30 MAT-1
Amberley Forge University | Amberley | PA | E | A | nicu | APP-61
Bracken Heights Children's | Bracken Heights | NY | E | A | research family-near | APP-61
Cinder Butte Medical Center | Cinder Butte | ID | M | C | mountains small | APP-61
Driftwood Shoals Pediatrics | Driftwood | FL | E | B | coast sun | APP-61
Eldermoor Children's | Eldermoor | OH | E | B | primary-care | APP-61
Fallow Springs University | Fallow Springs | AR | C | C | primary-care | APP-61
Gorse Point Children's Hospital | Gorse Point | RI | E | B | coast | APP-61
Hollin Fields Medical Center | Hollin | IA | C | C | small | APP-61
Juniper Flats Pediatrics | Juniper | NM | M | C | sun global-health | APP-61
Lowen Strand Children's | Lowen | HI | H | D | coast | APP-58
Mossbank University | Mossbank | TN | C | B | hospital-medicine | APP-58
Northmere Pines Children's | Northmere | AK | K | D | mountains | APP-58
Quarry Ledge Medical Center | Quarry Ledge | WV | E | C | small | APP-58
Tolland Weir Pediatrics | Tolland | LA | C | C | global-health | APP-58
Underhill Forks University | Underhill | NC | E | B | research | APP-58
Willet Sound Children's | Willet | WA | P | B | coast nicu | APP-58
Yewdale Children's Center | Yewdale | NJ | E | A | family-near | APP-58
Ashcombe Ferry University | Ashcombe | MD | E | A | nicu research | APP-55
Birchmere Pediatrics | Birchmere | MI | E | B | primary-care | APP-55
Dovecote Run Medical Center | Dovecote | OK | C | C | small | APP-55
Elkmoor Terrace Children's | Elkmoor | MT | M | D | mountains | APP-55
Foxhollow Landing University | Foxhollow | AL | C | C | primary-care | APP-55
Greywater Junction Children's | Greywater | TX | C | B | global-health | APP-55
Haverling Gap Pediatrics | Haverling | CA | P | C | sun | PLN-60
Islewood Children's | Islewood | DE | E | C | coast small | PLN-60
Jorrick Vale University | Jorrick | MS | C | D | primary-care | PLN-60
Kestle Brook Medical Center | Kestle Brook | NH | E | C | small mountains | PLN-60
"""
"""Name, city, state, zone letter, tier, tags, and each status with its day from today."""

CLOCKS = {"PLN": "08:00", "APP": "09:05", "INV": "09:14", "BKD": "15:40", "INT": "17:00", "MAT": "17:30"}
"""When on its day a status began, on the clock of the program; 11:20 where none is named."""
FRESH_HOURS = {"pellam": 0.6, "lantern": 44.0, "kettle": 75.0}
"""Hours since the three invitations nobody has answered: fresh, near its limit, past it."""

RULES = {
    "quillmere": (ContactRuleName.THANKS_WELCOME, "We enjoy hearing from candidates afterwards."),
    "dunmarrow": (ContactRuleName.THANKS_NOT_NEEDED, "Notes of thanks are kind and not expected."),
    "sedgewater": (ContactRuleName.NO_THANKS, "Please send no thank-you notes to our faculty."),
    "vesper": (ContactRuleName.LOGISTICS_ONLY, "Write to us about scheduling only."),
    "heronsgate": (ContactRuleName.ONE_CHANNEL, "All messages go through the coordinator."),
    "nettlecombe": (ContactRuleName.UPDATES_UNTIL, "Updates are read until our lists close."),
}
"""Program key, then what the program has said about being written to."""

REASONS = {
    "amberley": (ReasonKind.LOCAL_TIE, "My aunt and two cousins live twenty minutes from the hospital."),
    "bracken": (ReasonKind.ROTATION, "I spent eight weeks on its general pediatrics service."),
    "juniper": (ReasonKind.MISSION, "Its clinics along the border are the work I have done as a volunteer."),
    "eldermoor": (ReasonKind.ADVOCATE, "Dr. Imre Valdez trained there and offered to speak for me."),
}
"""Program key, then why a letter before an invitation is warranted."""

DRAWS = {
    "pellam": "the newborn follow-up clinic that residents run themselves",
    "marrow": "the exchange with a district hospital in Malawi",
    "fenwick": "a continuity clinic inside a public school",
    "brightwater": "the neonatal transport team on which second-years fly",
    "quillmere": "protected research afternoons from the first year",
    "dunmarrow": "interpreter training for every intern",
    "thistledown": "the breadth of its neonatal unit and the calm of its rounds",
    "tamsin": "outreach to fishing towns along the coast",
    "orrin": "the simulation lab that is open at night",
}
"""Program key, then what draws the applicant there."""

PLANNED_FACTS = {
    "haverling": (
        ("graduation-year limit", "within 5 years", "their page", -20),
        ("visa", "J-1", "their page", -20),
        ("US experience asked", "6 months, hands-on", "a forum of applicants", -34),
    ),
    "islewood": (
        ("residents trained abroad", "none at present", "their list of residents", -20),
        ("ECFMG timing", "certificate before they invite", "their page", -140),
    ),
    "jorrick": (
        ("visa", "J-1", "a list kept by former applicants", -70),
        ("visa", "no visas this year", "their page", -12),
        ("residents trained abroad", "four, two of them from Europe", "a resident, by telephone", -12),
    ),
    "kestle": (
        ("graduation-year limit", "none", "their page", -9),
        ("US experience asked", "3 months", "their page", -9),
        ("mission", "newborn outreach to mountain towns", "their page", -9),
    ),
}
"""Program key, then facts with label, value, source and the day they were checked, for programs not yet applied to."""


def demo_programs(days: DemoDays) -> tuple[Program, ...]:
    """Every program of the demo, in the order of the table."""
    rows = PROGRAMS.strip().splitlines()
    return tuple(
        _program([cell.strip() for cell in row.split("|")], number, days) for number, row in enumerate(rows, 1)
    )


def program_key(name: str) -> str:
    """The short key of a demo program: the first word of its name."""
    return name.split()[0].lower()


def zone_of(key: str) -> str:
    """The zone of the demo program with that key."""
    row = next(row for row in PROGRAMS.strip().splitlines() if program_key(row) == key)
    return ZONES[row.split("|")[3].strip()]


def _program(cells: list[str], number: int, days: DemoDays) -> Program:
    name, city, state, letter, tier, tags, course = cells
    key, zone = program_key(name), ZONES[letter]
    return Program(
        id=demo_id("p", key),
        name=name,
        city=city,
        state=state,
        zone=zone,
        zone_assumed=key == "tamsin",
        tier=tier,
        tags=tuple(tags.split()),
        statuses=tuple(_status_change(each, key, zone, days) for each in course.split()),
        rule=_rule(key, days),
        reasons=(Reason(*REASONS[key]),) if key in REASONS else (),
        offered=_offered(key, zone, days),
        draws=DRAWS.get(key, ""),
        type="university" if "University" in name else "community" if "Pediatrics" in name else "children's hospital",
        website=f"https://{key}.example/residency",
        acgme_code=f"{3_209_900_000 + number}",
        nrmp_code=f"{9_000 + number}320C0",
        signaled=tier == "A" and number % 3 == 0 and number % 5 > 0,
        facts=_facts(key, days),
    )


def _status_change(words: str, key: str, zone: str, days: DemoDays) -> StatusChange:
    """The change that a word such as `INV-12` stands for."""
    code, offset = words[:3], int(words[3:])
    if code == Status.INVITED and key in FRESH_HOURS:
        return StatusChange(Status.INVITED, days.ago(zone, hours=FRESH_HOURS[key]), exact=True)
    return StatusChange(Status(code), days.at(offset, CLOCKS.get(code, "11:20"), zone), exact=code == Status.INVITED)


def _rule(key: str, days: DemoDays) -> ContactRule:
    if key not in RULES:
        return ContactRule()
    name, words = RULES[key]
    return ContactRule(
        name,
        words=words,
        source="their page for applicants",
        seen=days.day(-45),
        channel=Channel.EMAIL if name is ContactRuleName.ONE_CHANNEL else None,
        until=days.day(60) if name is ContactRuleName.UPDATES_UNTIL else None,
    )


def _offered(key: str, zone: str, days: DemoDays) -> tuple[Moment, ...]:
    """Starts that an unanswered invitation offers; one of Pellam Harbor's clashes on purpose."""
    offsets = {"pellam": (9, 15, 23), "lantern": (17, 24), "kettle": (18,)}.get(key, ())
    return tuple(days.meeting(offset, "09:00", zone) for offset in offsets)


def _facts(key: str, days: DemoDays) -> tuple[Fact, ...]:
    if key in PLANNED_FACTS:
        return tuple(Fact(label, value, source, days.day(at)) for label, value, source, at in PLANNED_FACTS[key])
    if key not in DRAWS:
        return ()
    told = (Fact("residents trained abroad", "three, one from Poland", "a resident, on the day", days.day(-14)),)
    old = (Fact("ECFMG timing", "certificate before the list is certified", "their page", days.day(-120)),)
    return (
        Fact("residents a year", str(8 + len(DRAWS[key]) % 17), "their page", days.day(-50)),
        Fact("residents trained abroad", "some in every class", "their list of residents", days.day(-50)),
        *(told if key == "thistledown" else old if key == "nettlecombe" else ()),
    )
