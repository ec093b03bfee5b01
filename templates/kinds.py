"""The table of the eighteen kinds: readers, length, the right time, and the forms each exists in."""

from __future__ import annotations

from collections.abc import Mapping

from store.frozen_record import record
from store.words import Kind, Promise, Role

OFFICE = (Role.COORDINATOR, Role.DIRECTOR, Role.ASSOCIATE)
"""The coordinator first; the directors where no coordinator is known."""
LEADERS = (Role.DIRECTOR, Role.ASSOCIATE)
TALKED_WITH = (Role.INTERVIEWER, Role.ADVOCATE)
PEERS = (Role.RESIDENT, Role.CHIEF)


@record(frozen=True, slots=True)
class Variant:
    """One form of a kind, kept in a template of its own."""

    name: str
    """Its name, as in the template's file name."""
    title: str
    """A few words for a menu."""
    roles: tuple[Role, ...] = ()
    """Readers it is written for; empty suits every reader of the kind."""


@record(frozen=True, slots=True)
class KindOfLetter:
    """What is fixed about one kind of letter."""

    kind: Kind
    """Which kind."""
    title: str
    """Its name in menus."""
    to: tuple[Role, ...]
    """Roles it goes to, the most fitting first."""
    words: tuple[int, int]
    """Fewest and most words of a good one, greeting and signature aside."""
    when: str
    """The right time for it, in words."""
    variants: tuple[Variant, ...]
    """Its forms, the usual one first; never empty."""
    promise: Promise = Promise.NONE
    """What it says of ranking."""
    unsolicited: bool = False
    """True when nobody asked for it, so that spacing and contact rules weigh more."""
    together: bool = False
    """True when one letter goes to one person of each role at once; otherwise to a single person."""


PLAIN = Variant("plain", "the usual form")

_ROWS = (
    KindOfLetter(
        Kind.INTEREST,
        "interest before an invitation",
        (Role.COORDINATOR, Role.DIRECTOR),
        (120, 220),
        "about a month after programs began to review, and only with a reason",
        (
            Variant("local-tie", "a tie to the place"),
            Variant("rotation", "a rotation there"),
            Variant("advocate", "a doctor who speaks for me"),
            Variant("mission", "what the program stands for"),
            Variant("unknown-school", "a school they may not know"),
        ),
        promise=Promise.INTEREST,
        unsolicited=True,
        together=True,
    ),
    KindOfLetter(
        Kind.ACCEPT,
        "accept an invitation",
        OFFICE,
        (40, 80),
        "the same day, and within 48 hours",
        (
            Variant("confirm", "the date is settled"),
            Variant("choose", "choose among dates offered"),
            Variant("from-waitlist", "a date has come free"),
        ),
    ),
    KindOfLetter(Kind.DECLINE, "decline an invitation", OFFICE, (40, 70), "within 48 hours", (PLAIN,)),
    KindOfLetter(
        Kind.WAITLIST,
        "waiting list for an interview",
        OFFICE,
        (60, 100),
        "at once; again after two or three weeks, twice at most",
        (
            Variant("first", "all dates are taken"),
            Variant("check-in", "ask again after some weeks"),
            Variant("second-check-in", "ask one last time"),
        ),
    ),
    KindOfLetter(
        Kind.RESCHEDULE,
        "ask for another date",
        OFFICE,
        (50, 90),
        "a week or two before the interview",
        (
            Variant("plain", "move a booked interview"),
            Variant("late", "inside two weeks, with an apology"),
            Variant("hour", "the hour falls in my night"),
            Variant("other-dates", "none of the dates offered suits"),
        ),
    ),
    KindOfLetter(
        Kind.CANCEL,
        "cancel or withdraw",
        OFFICE,
        (50, 80),
        "two weeks before the interview or earlier; in an emergency, call first",
        (
            Variant("early", "cancel in good time"),
            Variant("late", "inside two weeks, with an apology"),
            Variant("emergency", "cancel at the last moment"),
            Variant("withdraw", "withdraw the application"),
            Variant("after-interview", "withdraw after the interview"),
        ),
    ),
    KindOfLetter(
        Kind.LOGISTICS,
        "practical question before an interview",
        OFFICE,
        (30, 80),
        "two to seven days before the interview; at once when something fails",
        (
            Variant("details", "link and schedule"),
            Variant("visit", "before an interview in person"),
            Variant("time-zone", "confirm the time zone"),
            Variant("accommodation", "ask for an accommodation"),
            Variant("technical", "something does not work"),
        ),
    ),
    KindOfLetter(
        Kind.THANK_YOU,
        "thank-you",
        (Role.DIRECTOR, Role.ASSOCIATE, Role.INTERVIEWER, Role.CHIEF, Role.RESIDENT, Role.COORDINATOR),
        (60, 120),
        "a day or two after the interview, three at most",
        (
            Variant("director", "to the program director", LEADERS),
            Variant("interviewer", "to an interviewer", TALKED_WITH),
            Variant("second-interviewer", "to a further interviewer", TALKED_WITH),
            Variant("third-interviewer", "to one more interviewer", TALKED_WITH),
            Variant("associate", "to an associate director", LEADERS),
            Variant("coordinator", "to the coordinator", (Role.COORDINATOR,)),
            Variant("resident", "to a resident", PEERS),
            Variant("second-resident", "to a further resident", PEERS),
            Variant("chief", "to a chief resident", (Role.CHIEF,)),
            Variant("everyone", "to everyone, through the coordinator"),
        ),
        unsolicited=True,
    ),
    KindOfLetter(
        Kind.QUESTION,
        "question",
        (Role.COORDINATOR, Role.RESIDENT, Role.CHIEF, Role.DIRECTOR, Role.ASSOCIATE),
        (40, 100),
        "any time, when their site does not answer it",
        (
            Variant("office", "to the program office", (Role.COORDINATOR,)),
            Variant("resident", "to a resident", PEERS),
            Variant("faculty", "to those who teach", (*LEADERS, *TALKED_WITH)),
            Variant("reminder", "a question they have not answered"),
        ),
        unsolicited=True,
    ),
    KindOfLetter(
        Kind.UPDATE,
        "update",
        OFFICE,
        (80, 150),
        "when the news is real, once or twice a season, and before lists are closed",
        (
            Variant("news", "any news"),
            Variant("exam", "an examination passed"),
            Variant("certificate", "a step of ECFMG certification"),
            Variant("publication", "a publication or a talk"),
            Variant("rotation", "a rotation or a new post"),
            Variant("letter", "a new letter of recommendation"),
        ),
        unsolicited=True,
    ),
    KindOfLetter(
        Kind.HIGH_RANK,
        "continued interest, will rank highly",
        LEADERS,
        (80, 150),
        "from the middle of January to the middle of February",
        (
            Variant("plain", "will rank highly"),
            Variant("further", "will rank highly, in other words"),
            Variant("interest", "still interested, and no more"),
        ),
        promise=Promise.HIGH,
        unsolicited=True,
    ),
    KindOfLetter(
        Kind.FIRST_RANK,
        "will rank first",
        LEADERS,
        (120, 250),
        "late January to the middle of February, to a single program",
        (PLAIN, Variant("rotation", "where I have worked before")),
        promise=Promise.FIRST,
        unsolicited=True,
    ),
    KindOfLetter(
        Kind.SECOND_LOOK,
        "answer to a second look",
        OFFICE,
        (50, 90),
        "within 48 hours",
        (
            Variant("decline", "stay away without harm"),
            Variant("accept", "come gladly"),
            Variant("virtual", "take part by video"),
        ),
    ),
    KindOfLetter(
        Kind.IMPROPER_QUESTION,
        "answer to an improper question",
        (Role.DIRECTOR, Role.ASSOCIATE, Role.INTERVIEWER, Role.COORDINATOR, Role.CHIEF, Role.RESIDENT),
        (30, 70),
        "a day or two after the question",
        (
            Variant("plain", "whatever was asked"),
            Variant("elsewhere", "where else I applied or interviewed"),
            Variant("order", "how I will rank"),
            Variant("signals", "where my signals went"),
            Variant("private", "family, age, health or faith"),
            Variant("visa", "visa and work permit"),
        ),
    ),
    KindOfLetter(
        Kind.HINT,
        "answer to a hint of commitment",
        (Role.DIRECTOR, Role.ASSOCIATE, Role.INTERVIEWER, Role.COORDINATOR, Role.CHIEF, Role.RESIDENT),
        (30, 70),
        "within three days",
        (
            Variant("plain", "whatever was hinted"),
            Variant("ranked", "they say they rank me"),
            Variant("would-come", "they ask whether I would come"),
            Variant("offer", "a place outside the Match"),
        ),
    ),
    KindOfLetter(
        Kind.ELIGIBILITY,
        "change of eligibility",
        (Role.COORDINATOR, Role.DIRECTOR),
        (60, 120),
        "as soon as it is certain, whatever the contact rule says",
        (
            PLAIN,
            Variant("delay", "certification comes later"),
            Variant("exam", "an examination result"),
            Variant("leave", "a leave or a later graduation"),
        ),
        together=True,
    ),
    KindOfLetter(
        Kind.ADVOCATE,
        "ask a faculty advocate",
        (Role.ADVOCATE,),
        (60, 140),
        "before the letter of interest",
        (Variant("plain", "ask for a word to a program"), Variant("thanks", "thank them for it")),
        unsolicited=True,
    ),
    KindOfLetter(
        Kind.AFTER_MATCH,
        "after the Match",
        (Role.DIRECTOR, Role.ADVOCATE, Role.COORDINATOR, Role.ASSOCIATE),
        (60, 120),
        "within days of Match Day",
        (
            Variant("matched", "to the program I matched with", LEADERS),
            Variant("matched-office", "to its coordinator", (Role.COORDINATOR,)),
            Variant("soap", "to the program that took me in SOAP"),
            Variant("supporter", "to a doctor who supported me", (Role.ADVOCATE,)),
            Variant("other-program", "to a program that interviewed me"),
            Variant("unmatched", "I did not match: to a supporter", (Role.ADVOCATE,)),
            Variant("unmatched-program", "I did not match: to a program"),
        ),
    ),
)

KINDS: Mapping[Kind, KindOfLetter] = {row.kind: row for row in _ROWS}
"""Every kind a person can write, in the order of a season."""
