"""What was already written and received in the seasons of the labelled drafts."""

from __future__ import annotations

from datetime import UTC, datetime

from store.moments import Moment
from store.records import Letter
from store.words import Direction, Kind, LetterState, Promise

HOME = "Europe/Dublin"


def _sent(
    short: str, program: str, kind: Kind, at: datetime, body: str, *, to: str = "", promise: Promise = Promise.NONE
) -> Letter:
    return Letter(
        f"l-{short}",
        f"p-{program}",
        kind,
        state=LetterState.SENT,
        contact_ids=(f"c-{to}",) if to else (),
        subject=f"{kind.value.capitalize()} - Noor Velásquez-Byrne",
        body=body,
        promise=promise,
        at=Moment(at, HOME),
    )


def _received(
    short: str,
    program: str,
    kind: Kind,
    at: datetime,
    body: str,
    *,
    by: str,
    improper: bool = False,
    hint: bool = False,
) -> Letter:
    return Letter(
        f"l-{short}",
        f"p-{program}",
        kind,
        direction=Direction.IN,
        state=LetterState.RECEIVED,
        contact_ids=(f"c-{by}",),
        subject="From the program",
        body=body,
        at=Moment(at, HOME),
        improper=improper,
        hint=hint,
    )


WHEELS = """Dear Dr. Pell,

I am writing because your clinic on wheels does what I hope to do all my life: it goes to the children who would not
come. I am a US citizen who studied at Inishmore School of Medicine in Ireland and graduated in June 2026, and I need no
visa sponsorship. In Maine I spent three months on pediatric wards, and on Thursdays I rode with the public health nurse
to the fishing villages, where we weighed babies on kitchen tables and drew their growth curves by hand. It taught me
that a visit on a doorstep tells more than an hour in an office. Your residents take turns on the van from their first
year on, and nowhere else have I found that written down as part of the curriculum rather than as an elective. My
pathway application to ECFMG was submitted on 12 October and I await the decision. Thank you for reading this.

Sincerely,
Noor Velásquez-Byrne, MB BCh BAO
AAMC ID 14725836
"""
LINDQVIST_THANKED = """Dear Dr. Lindqvist,

Thank you for our conversation yesterday. What you said about the bicycle bell you keep in your pocket for toddlers who
will not be examined has stayed with me all day; I told my housemates over supper and we have all been looking for bells
since. I also liked how plainly you described the sleep clinic, and that residents see the same families there for three
years. It reminded me of the two brothers in Maine whose night terrors I first took for seizures, and of how long their
mother had waited for somebody to listen.

With kind regards,
Noor Velásquez-Byrne, MB BCh BAO
AAMC ID 14725836
"""
SENT: tuple[Letter, ...] = (
    _sent("wheels", "harrowfield", Kind.INTEREST, datetime(2026, 11, 14, 10, tzinfo=UTC), WHEELS, to="pell"),
    _sent(
        "greyling-first",
        "greyling",
        Kind.WAITLIST,
        datetime(2026, 11, 4, 17, tzinfo=UTC),
        "Dear Mr. Haddad-Kline,\n\nPlease keep me in mind should a day come free.\n\nNoor Velásquez-Byrne",
        to="haddad",
    ),
    _sent(
        "wexcombe-one",
        "wexcombe",
        Kind.QUESTION,
        datetime(2026, 9, 28, 9, tzinfo=UTC),
        "Dear Ms. Lovelace,\n\nMay I ask whether interns rotate through the burn unit?\n\nNoor Velásquez-Byrne",
        to="lovelace",
    ),
    _sent(
        "wexcombe-two",
        "wexcombe",
        Kind.UPDATE,
        datetime(2026, 10, 25, 9, tzinfo=UTC),
        "Dear Dr. Sato,\n\nMy case report on neonatal lupus has appeared in print.\n\nNoor Velásquez-Byrne",
        to="sato",
    ),
)
RECEIVED: tuple[Letter, ...] = (
    _received(
        "asked-lindqvist",
        "harrowgate",
        Kind.IMPROPER_QUESTION,
        datetime(2026, 11, 23, 21, tzinfo=UTC),
        "It was good to meet you. Out of interest, where else are you interviewing, and where would you put us?",
        by="lindqvist",
        improper=True,
    ),
    _received(
        "asked-sundaram",
        "lantern",
        Kind.IMPROPER_QUESTION,
        datetime(2026, 11, 23, 22, tzinfo=UTC),
        "Before we meet in December: are we your top choice on the coast? Where did your signals go?",
        by="sundaram",
        improper=True,
    ),
    _received(
        "wants-transcript",
        "lantern",
        Kind.REPLY,
        datetime(2026, 11, 23, 22, 30, tzinfo=UTC),
        "Could you send us a copy of your final transcript and a photograph for the badge?",
        by="achterberg",
    ),
    _received(
        "invites-tidewater",
        "tidewater",
        Kind.INVITATION,
        datetime(2026, 11, 23, 15, 12, tzinfo=UTC),
        "We are pleased to invite you. Days: 5 January or 8 January 2027, each from 9:00 AM Eastern.",
        by="abernathy",
    ),
)
IN_WINTER: tuple[Letter, ...] = (
    _received(
        "hint-adebayo",
        "anselm",
        Kind.HINT,
        datetime(2027, 1, 30, 20, tzinfo=UTC),
        "You would be a wonderful fit. You will be ranked to match with us, so do let us know where we stand.",
        by="adebayo",
        hint=True,
    ),
    _received(
        "hint-castellane",
        "coldwater",
        Kind.HINT,
        datetime(2027, 1, 30, 21, tzinfo=UTC),
        "We think very highly of you and hope that you will commit to us soon.",
        by="castellane",
        hint=True,
    ),
    _received(
        "second-look",
        "lantern",
        Kind.REPLY,
        datetime(2027, 1, 31, 18, tzinfo=UTC),
        "We hold an optional second look on 12 February. Please let me know whether you would like to come.",
        by="achterberg",
    ),
    _received(
        "asked-demirel",
        "tidewater",
        Kind.IMPROPER_QUESTION,
        datetime(2027, 1, 31, 19, tzinfo=UTC),
        "How high will you rank us? And are you married, if I may ask?",
        by="demirel",
        improper=True,
    ),
)
THANKED = (
    _sent(
        "thanked",
        "harrowgate",
        Kind.THANK_YOU,
        datetime(2026, 11, 24, 9, tzinfo=UTC),
        LINDQVIST_THANKED,
        to="lindqvist",
    ),
)
TOLD = _sent(
    "told",
    "anselm",
    Kind.FIRST_RANK,
    datetime(2027, 1, 22, 16, tzinfo=UTC),
    "Dear Dr. Adebayo-Finch,\n\nI will rank St. Anselm's first. Nothing is asked in return.\n\nNoor Velásquez-Byrne",
    to="adebayo",
    promise=Promise.FIRST,
)
HIGH_ELSEWHERE = tuple(
    _sent(
        f"high-{program}",
        program,
        Kind.HIGH_RANK,
        datetime(2027, 1, day, 16, tzinfo=UTC),
        f"Dear Dr. {family},\n\n{words}\n\nNoor Velásquez-Byrne",
        promise=Promise.HIGH,
    )
    for program, day, family, words in (
        ("harrowgate", 15, "Ibáñez-Corliss", "I will rank Harrowgate highly, above all for the sleep clinic."),
        ("anselm", 15, "Adebayo-Finch", "St. Anselm's will stand high on my list because of the night teaching."),
        ("coldwater", 16, "Castellane", "Having worked on your wards, I intend to rank Coldwater highly."),
    )
)
_WORDS = {
    "dunmarrow": "the harbor school where your residents teach first aid",
    "ellerby": "your asthma visits at home, which I read of in the annual report",
    "thornaby": "the nursery without walls that your chief resident described on film",
    "quarrington": "having been born in your own delivery ward thirty years ago",
}
BUSY = (
    *(
        _sent(
            f"{kind.value}-{program}",
            program,
            kind,
            datetime(2026, 11, 24, 8 + number, tzinfo=UTC),
            f"Dear Program Director,\n\nI write because of {words}.\n\nNoor Velásquez-Byrne",
        )
        for number, (program, words) in enumerate(_WORDS.items())
        for kind in (Kind.INTEREST, Kind.UPDATE, Kind.THANK_YOU)
    ),
    *(
        _sent(
            f"question-{program}",
            program,
            Kind.QUESTION,
            datetime(2026, 11, 24, 12, tzinfo=UTC),
            f"Dear Program Coordinator,\n\nMay I ask more about {_WORDS[program]}?\n\nNoor Velásquez-Byrne",
        )
        for program in ("dunmarrow", "ellerby", "thornaby")
    ),
)
SOAP_MAIL = _received(
    "soap-sato",
    "wexcombe",
    Kind.REPLY,
    datetime(2027, 3, 16, 14, tzinfo=UTC),
    "We have read your SOAP application. Could you speak with us at 2 PM Eastern today?",
    by="sato",
)
