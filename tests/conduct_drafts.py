"""Invented drafts with what a careful reader would say of them: caught, near-miss or fine, for each conduct check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from store.moments import Moment
from store.records import (
    Contact,
    ContactRule,
    Interview,
    Letter,
    Move,
    Profile,
    Program,
    RankList,
    Reason,
    StatusChange,
)
from store.season import Season
from store.words import (
    Channel,
    Citizenship,
    ContactRuleName,
    Direction,
    EcfmgStage,
    Kind,
    LetterState,
    Promise,
    ReasonKind,
    Role,
    Status,
)

HOME = "Europe/Dublin"
NOW = Moment(datetime(2026, 11, 24, 14, 7, tzinfo=UTC), HOME)
AFTER_IT = Moment(datetime(2026, 12, 4, 9, 0, tzinfo=UTC), HOME)
IN_FEBRUARY = Moment(datetime(2027, 2, 1, 10, 0, tzinfo=UTC), HOME)
IN_SOAP = Moment(datetime(2027, 3, 16, 15, 0, tzinfo=UTC), HOME)
PROFILE = Profile(
    name="Tamsin Hale",
    credentials="MD",
    aamc_id="13572468",
    school="Corrib School of Medicine",
    school_country="Ireland",
    citizenship=Citizenship.CITIZEN,
    ecfmg=EcfmgStage.IN_PROGRESS,
    usce_places=("Pell Harbor Children's Hospital, Maine",),
    home_zone=HOME,
)


def _program(program_id: str, name: str, city: str, state: str, zone: str, **more: object) -> Program:
    applied = StatusChange(Status.APPLIED, Moment(datetime(2026, 9, 23, 13, tzinfo=UTC), zone))
    program = Program(program_id, name, city=city, state=state, zone=zone, zone_assumed=False, statuses=(applied,))
    return replace(program, **more)  # type: ignore[arg-type]


OWN = _program("p-fenwic", "Fenwick Children's Hospital Program", "Halden", "WI", "America/Chicago")
OTHERS = (
    _program("p-marrow", "Marrow Lake University Hospital Program", "Kettering Falls", "MI", "America/Detroit"),
    _program(
        "p-aldrid", "University of Alder Ridge College of Medicine Program", "Alder Ridge", "OH", "America/New_York"
    ),
    _program("p-tavist", "Tavistock Regional Medical Center (TRMC) Program", "Tavistock", "PA", "America/New_York"),
    _program("p-clevel", "Cleveland Heights Clinic Foundation Program", "Cleveland", "OH", "America/New_York"),
    _program(
        "p-quill", "Quillmere/Sandpiper University School of Medicine Program", "Sandpiper", "FL", "America/New_York"
    ),
    _program(
        "p-orrin",
        "Orrin Valley Children's Program",
        "Orrin",
        "VT",
        "America/New_York",
        reasons=(Reason(ReasonKind.ROTATION, "six weeks on the wards"),),
    ),
    _program("p-fenwi2", "Fenwick Children's Hospital at Lower Cape Program", "Lower Cape", "SC", "America/New_York"),
)
CONTACTS = (
    Contact("c-ostrow", OWN.id, "Maren Ostrow", Role.DIRECTOR, "Dr."),
    Contact("c-vance0", OWN.id, "Ruth Vance", Role.COORDINATOR, "Ms."),
    Contact("c-priya0", OWN.id, "Priya Nandakumar", Role.RESIDENT, "Dr."),
    Contact("c-bellow", "p-marrow", "Idris Bellow", Role.DIRECTOR, "Dr."),
    Contact("c-advoca", "p-tavist", "Lena Marchetti", Role.ADVOCATE, "Dr."),
)
BOOKED = Interview(
    "i-fenwic", OWN.id, Moment(datetime(2026, 12, 3, 14, 0, tzinfo=UTC), "America/Chicago"), contact_ids=("c-ostrow",)
)
SEASON = Season(profile=PROFILE, programs=(OWN, *OTHERS), contacts=CONTACTS, interviews=(BOOKED,))


def _sent(letter_id: str, program_id: str, kind: Kind, body: str = "", promise: Promise = Promise.NONE) -> Letter:
    at = Moment(datetime(2026, 11, 9, 15, tzinfo=UTC), HOME)
    return Letter(
        letter_id, program_id, kind, state=LetterState.SENT, subject="A letter", body=body, promise=promise, at=at
    )


def _received(letter_id: str, at: Moment) -> Letter:
    return Letter(
        letter_id, OWN.id, Kind.REPLY, direction=Direction.IN, state=LetterState.RECEIVED, body="A reply.", at=at
    )


TOLD = _sent(
    "l-told00",
    "p-marrow",
    Kind.FIRST_RANK,
    "Dear Dr. Bellow,\n\nI will rank Marrow Lake first. Thank you.\n\nTamsin Hale",
    Promise.FIRST,
)
ANSWERED = _received("l-answer", Moment(datetime(2026, 11, 20, 15, tzinfo=UTC), "America/Chicago"))
SOAP_MAIL = _received("l-soap00", Moment(datetime(2027, 3, 16, 14, 0, tzinfo=UTC), "America/Chicago"))


def _ruled(name: ContactRuleName, **more: object) -> Season:
    ruled = replace(OWN, rule=replace(ContactRule(name), **more))  # type: ignore[arg-type]
    return replace(SEASON, programs=(ruled, *OTHERS), letters=(ANSWERED,))


def _with_profile(**more: object) -> Season:
    return replace(SEASON, profile=replace(PROFILE, **more))  # type: ignore[arg-type]


SEASONS: dict[str, Season] = {
    "plain": SEASON,
    "told": replace(SEASON, letters=(TOLD,)),
    "listed": replace(SEASON, rank_list=RankList(order=("p-marrow", OWN.id))),
    "listed first": replace(SEASON, rank_list=RankList(order=(OWN.id, "p-marrow"))),
    "no thanks": _ruled(ContactRuleName.NO_THANKS, words="Please send no thank-you notes."),
    "thanks not needed": _ruled(ContactRuleName.THANKS_NOT_NEEDED),
    "logistics only": _ruled(ContactRuleName.LOGISTICS_ONLY),
    "portal only": _ruled(ContactRuleName.ONE_CHANNEL, channel=Channel.PORTAL),
    "updates until": _ruled(ContactRuleName.UPDATES_UNTIL, until=date(2027, 1, 15)),
    "resident": _with_profile(citizenship=Citizenship.PERMANENT_RESIDENT),
    "certified": _with_profile(ecfmg=EcfmgStage.CERTIFIED),
    "written before": replace(SEASON, letters=(_sent("l-before", OWN.id, Kind.INTEREST),)),
    "soap heard": replace(SEASON, letters=(SOAP_MAIL,)),
    "moved": replace(
        SEASON,
        interviews=(
            replace(BOOKED, moves=(Move(Moment(datetime(2026, 11, 30, 14, 0, tzinfo=UTC), "America/Chicago"), NOW),)),
        ),
    ),
}

SIGNED = "\n\nSincerely,\nTamsin Hale, MD\nAAMC ID 13572468"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One draft and what the check should say of it."""

    check: str
    """The check it is about."""
    label: str
    """`caught`, `near` (close to a fault, yet none) or `fine`."""
    words: str
    """The middle of the letter, or the whole body when it begins with a greeting."""
    kind: Kind = Kind.QUESTION
    season: str = "plain"
    """Which of SEASONS it stands in."""
    to: tuple[str, ...] = ("c-ostrow",)
    subject: str = "Question about continuity clinic - Tamsin Hale"
    now: Moment = NOW
    channel: Channel = Channel.EMAIL
    answers: str = ""
    finds: str = ""
    """The words the finding must stand on; empty when any place will do."""
    whole: bool = False
    """True when `words` is the whole body."""

    @property
    def letter(self) -> Letter:
        """The draft as a letter of its season."""
        greeting = {"c-vance0": "Dear Ms. Vance,", "c-priya0": "Dear Dr. Nandakumar,"}.get(
            self.to[0] if self.to else "", "Dear Dr. Ostrow,"
        )
        body = self.words if self.whole else f"{greeting}\n\n{self.words}{SIGNED}"
        return Letter(
            "l-draft0",
            OWN.id,
            self.kind,
            channel=self.channel,
            contact_ids=self.to,
            subject=self.subject,
            body=body,
            answers=self.answers,
        )


def _all(check: str, label: str, *drafts: tuple[str, str] | str, **more: object) -> tuple[Labelled, ...]:
    """Drafts that differ in their words only; a pair gives the words the finding stands on too."""
    pairs = [(words, "") if isinstance(words, str) else words for words in drafts]
    return tuple(Labelled(check, label, words, finds=finds, **more) for words, finds in pairs)  # type: ignore[arg-type]


THANKS = {
    "kind": Kind.THANK_YOU,
    "subject": "Thank you for the interview - Tamsin Hale",
    "now": AFTER_IT,
}
VAN = " Your asthma van and the Saturday radiology breakfasts stay with me."
LATE = {"kind": Kind.FIRST_RANK, "subject": "My rank list - Tamsin Hale", "now": IN_FEBRUARY}

DRAFTS: tuple[Labelled, ...] = (
    # C01: unfilled fields
    *_all(
        "C01",
        "caught",
        ("I keep thinking about [one specific topic] since then.", "[one specific topic]"),
        ("My AAMC ID is {aamc_id} as always.", "{aamc_id}"),
        ("I met Dr. <name> that day.", "<name>"),
        ("Your XXX curriculum appeals to me.", "XXX"),
        ("The date is TBD as far as I know.", "TBD"),
        ("I liked INSERT DETAIL HERE very much.", "INSERT DETAIL HERE"),
        ("Here is {{ program.name }} again.", "{{ program.name }}"),
        ("It was good to hear of [the clinic\nyou run] in town.", "[the clinic\nyou run]"),
    ),
    *_all(
        "C01",
        "near",
        "We followed infants <1500 g and < 32 weeks in a cohort.",
        "Two of the papers [1] and [2, 3] come from your unit.",
        "Please write to Tamsin Hale <tamsin@example.org> for it.",
        "The link is <https://example.org/clinic> in case it helps.",
        "In our cohort p<0.05 and n>30 held for both arms.",
        "I have read about the clinic (in the annual report) with care.",
    ),
    *_all("C01", "fine", "What does a week in the continuity clinic look like for interns?"),
    # C02: other programs, their people, wrong forms of the name
    *_all(
        "C02",
        "caught",
        ("I would be glad to train at Marrow Lake and to live nearby.", "Marrow Lake"),
        (
            "The residents at the University of Alder Ridge College of Medicine were kind.",
            "University of Alder Ridge College of Medicine",
        ),
        ("The simulation lab of TRMC impressed me.", "TRMC"),
        ("Sandpiper University has the clinic I hope for.", "Sandpiper University"),
        ("I liked learning how Tavistock residents choose their research afternoons.", "Tavistock"),
        ("Nothing would please me more than to train at Marrow Lake.", "Marrow Lake"),
        ("It was good to hear where Tavistock's interns studied.", "Tavistock"),
        ("Tavistock's residents were open about call.", "Tavistock"),
        ("My interest in Orrin Valley Children's has only grown.", "Orrin Valley Children's"),
        ("It was a pleasure to meet Idris Bellow and the chiefs.", "Idris Bellow"),
        ("Please greet Dr. Bellow from me.", "Dr. Bellow"),
        ("I enjoyed reading about Fenwik Children's and its clinic.", "Fenwik"),
        ("Fennwick is where I see myself learning.", "Fennwick"),
        ("I have long admired Fenwick University for its teaching.", "Fenwick University"),
        (
            "The ward at Fenwick Children's Hospital at Lower Cape is well known.",
            "Fenwick Children's Hospital at Lower Cape",
        ),
    ),
    *_all(
        "C02",
        "near",
        "My family lives in Cleveland, and my sister in Alder Ridge.",
        "I rotated at Marrow Lake University Hospital in 2025 and learned a great deal.",
        "My six weeks at Orrin Valley Children's taught me to listen.",
        "In the spring I worked with the Marrow Lake residents on a study of sleep.",
        "At Pell Harbor Children's Hospital I saw newborns every day.",
        "Dr. Lena Marchetti of Tavistock Regional Medical Center, my mentor there, encouraged me to write.",
        "The Fenwick Children's Hospital Residency Program has a clinic I admire.",
        "What does Fenwick offer in global health?",
        "Is there a children's hospital at the university nearby?",
        "You wrote, “our graduates often go to Marrow Lake for fellowship,” and I wondered why.",
        "The lake and the valley are beautiful in winter, and Children's is at the heart of it.",
    ),
    *_all("C02", "fine", "How do residents at Fenwick Children's choose their clinic site?"),
    # C03: greeting and recipient
    *_all(
        "C03",
        "caught",
        ("Dear Dr. Bellow,\n\nThank you." + SIGNED, "Dr. Bellow"),
        ("Dear Dr. Ostrov,\n\nThank you." + SIGNED, "Dr. Ostrov"),
        ("Dear Ms. Ostrow,\n\nThank you." + SIGNED, "Ms. Ostrow"),
        ("Dear Maren,\n\nThank you." + SIGNED, "Maren"),
        ("Dear Dr. Maren,\n\nThank you." + SIGNED, "Dr. Maren"),
        ("Dear Dr. Ingrid Ostrow,\n\nThank you." + SIGNED, "Dr. Ingrid Ostrow"),
        ("Good morning Mr. Ostrow,\n\nThank you." + SIGNED, "Mr. Ostrow"),
        whole=True,
    ),
    *_all("C03", "caught", ("Dear Dr. Vance,\n\nThank you." + SIGNED, "Dr. Vance"), to=("c-vance0",), whole=True),
    *_all("C03", "caught", ("Dear Dr. Ostrow,\n\nThank you." + SIGNED, "Dr. Ostrow"), to=(), whole=True),
    *_all(
        "C03",
        "caught",
        ("Dear Dr. Ostrow and Mr. Vance,\n\nThank you." + SIGNED, "Mr. Vance"),
        to=("c-ostrow", "c-vance0"),
        whole=True,
    ),
    *_all(
        "C03",
        "near",
        "Dear Dr. Ostrow and Ms. Vance,\n\nThank you." + SIGNED,
        "Dear Dr. Maren Ostrow and Ruth Vance:\n\nThank you." + SIGNED,
        "Dear Drs. Ostrow,\n\nThank you." + SIGNED,
        "Hello Dr. Ostrow, Ms. Vance, and the whole team,\n\nThank you." + SIGNED,
        to=("c-ostrow", "c-vance0"),
        whole=True,
    ),
    *_all(
        "C03",
        "near",
        "Dear Program Coordinator,\n\nThank you." + SIGNED,
        "Dear Fenwick Children's Hospital Team,\n\nThank you." + SIGNED,
        "Dear Members of the Selection Committee,\n\nThank you." + SIGNED,
        to=(),
        whole=True,
    ),
    *_all("C03", "near", "Dear Priya,\n\nThank you." + SIGNED, to=("c-priya0",), whole=True),
    *_all("C03", "near", "Dear R. Vance,\n\nThank you." + SIGNED, to=("c-vance0",), whole=True),
    *_all(
        "C03",
        "fine",
        "Dear Dr. Ostrow,\n\nThank you." + SIGNED,
        "Dear Professor Ostrow,\n\nThank you." + SIGNED,
        whole=True,
    ),
    # C04: a second first
    *_all(
        "C04",
        "caught",
        ("I will rank Fenwick Children's Hospital first.", "I will rank Fenwick Children's Hospital first"),
        "Fenwick is my first choice.",
        "You are at the top of my list.",
        "I intend to rank you #1.",
        "Fenwick stands in first place for me, and it will stay there.",
        "Your program is number one on my rank order list.",
        "I have no hesitation in telling you that Fenwick is my top choice for residency.",
        "There is nowhere I would rather train.",
        "I want to match at Fenwick more than at any other program.",
        "I am certifying my list with your program in first place.",
        "After a long winter of visits, I have decided that I will be ranking your program at the very top of my list.",
        season="told",
        **LATE,
    ),
    *_all(
        "C04",
        "near",
        "I will rank you highly.",
        "Fenwick is among my top choices.",
        "The sleeping parent was at the top of my list of surprises.",
        "It is not my place to say that you are my first choice.",
        "My first interview was with you, and I was the first author of the abstract.",
        "The two weeks in your clinic rank among the best of my training.",
        "Pediatrics was my first choice from the beginning, and your hospital is a top hospital for it.",
        "You asked whether you are my first choice.",
        "Your message said, “you are our first choice and we rank you first,” which was kind.",
        "Tuesday would be my first choice for a call.",
        season="told",
        **LATE,
    ),
    *_all("C04", "fine", "I will rank Fenwick Children's Hospital first." + VAN, season="plain", **LATE),
    # C05: asking, conditioning, trading
    *_all(
        "C05",
        "caught",
        "Could you tell me where I am on your list?",
        "I would be grateful to know where I stand.",
        "Would you be willing to tell me roughly how I placed with your committee?",
        "Is it fair to assume that I will be among those you rank?",
        "I hope that you will rank me highly.",
        "Please rank me to match.",
        "If you rank me first, I will rank you first.",
        "I will rank you first if I hear the same from you.",
        "I will rank you first. I would be glad if you did the same for me.",
        "Will I be ranked at your program?",
        "What are my chances of matching with you?",
        "I hope the feeling is mutual.",
        "Can you promise me a position before the Match?",
        "I would rank you highly in return for a place near the top of your list.",
        "Do you plan to rank me this year?",
        season="told",
        **LATE,
    ),
    *_all(
        "C05",
        "near",
        "I will not ask where I rank, and you owe me no answer.",
        "I am not asking for anything in return; this is only to tell you that I liked the day.",
        "Thank you for telling me that you will rank me highly.",
        "If I match with you, I will move in June.",
        "I saw where my notes were placed by your desk, and how calm it was.",
        "If you have questions, I am glad to answer them.",
        "I know that you cannot tell me where I stand, and I do not ask.",
        "Where do residents stand on wellness, and how are the clinics ranked by them?",
        season="plain",
        **LATE,
    ),
    *_all("C05", "near", "Could you tell me where I stand on the waiting list?", kind=Kind.WAITLIST),
    *_all(
        "C05", "near", "> Where will you rank us?\n\nThank you for writing; I remain very interested.", kind=Kind.HINT
    ),
    *_all("C05", "fine", "I will rank your program first." + VAN, **LATE),
    # C06: contact rules
    *_all("C06", "caught", "Thank you for the day.", season="no thanks", **THANKS),
    *_all("C06", "caught", "Thank you for the day.", season="logistics only", **THANKS),
    *_all("C06", "caught", "I passed Step 2 CK.", season="logistics only", kind=Kind.UPDATE),
    *_all("C06", "caught", "I will rank you highly.", season="logistics only", kind=Kind.HIGH_RANK),
    *_all("C06", "caught", "What does call look like?", season="portal only"),
    *_all("C06", "caught", "I passed Step 2 CK.", season="updates until", kind=Kind.UPDATE, now=IN_FEBRUARY),
    *_all("C06", "near", "Thank you for the day.", season="thanks not needed", **THANKS),
    *_all("C06", "near", "Thank you for your note.", season="no thanks", answers="l-answer", **THANKS),
    *_all("C06", "near", "May I move my interview?", season="logistics only", kind=Kind.RESCHEDULE),
    *_all("C06", "near", "My certification is complete.", season="logistics only", kind=Kind.ELIGIBILITY),
    *_all("C06", "near", "I withdraw my application.", season="portal only", kind=Kind.CANCEL),
    *_all("C06", "near", "I passed Step 2 CK.", season="updates until", kind=Kind.UPDATE),
    *_all("C06", "near", "What does call look like?", season="portal only", channel=Channel.PORTAL),
    *_all("C06", "fine", "What does call look like for interns?", season="no thanks"),
    # C07: the silence of SOAP
    *_all("C07", "caught", "I would be glad to join you.", now=IN_SOAP),
    *_all("C07", "near", "Thank you for writing to me today.", season="soap heard", now=IN_SOAP),
    *_all("C07", "fine", "I would be glad to hear about call."),
    # C09: not first on the own list
    *_all("C09", "caught", "Fenwick is my first choice.", season="listed", **LATE),
    *_all("C09", "near", "Fenwick is high on my list.", season="listed", **LATE),
    *_all("C09", "near", "I will rank you first if you rank me first.", season="listed", **LATE),
    *_all("C09", "fine", "Fenwick is my first choice." + VAN, season="listed first", **LATE),
    *_all("C09", "fine", "Fenwick is my first choice." + VAN, **LATE),
    # C13: first contact and claims
    *_all("C13", "caught", "I grew up nearby and admire your clinic.", kind=Kind.INTEREST),
    *_all("C13", "caught", "I am a US-citizen IMG who grew up nearby.", kind=Kind.INTEREST),
    *_all(
        "C13",
        "caught",
        ("I am a permanent resident and need no visa.", "I am a permanent resident"),
        ("I am ECFMG certified.", "ECFMG certified"),
        ("I will require a J-1 visa.", "I will require a J-1 visa"),
        ("I hold an ECFMG certificate and passed both steps.", "I hold an ECFMG certificate"),
    ),
    *_all("C13", "caught", ("I am a US citizen.", "I am a US citizen"), season="resident"),
    *_all("C13", "caught", "My ECFMG certification is still pending.", season="certified"),
    *_all(
        "C13",
        "near",
        "As a U.S. citizen I grew up nearby.",
        "I am a citizen of the United States and grew up nearby.",
        "I grew up nearby, and no visa sponsorship is needed.",
        "I do not require visa sponsorship.",
        kind=Kind.INTEREST,
    ),
    *_all("C13", "near", "I grew up nearby and admire your clinic.", kind=Kind.INTEREST, season="written before"),
    *_all(
        "C13",
        "near",
        "I am not a permanent resident, but a US citizen.",
        "I expect to be ECFMG certified in June.",
        "Many of my patients were permanent residents without insurance.",
        "Do your residents need an ECFMG certificate before orientation?",
    ),
    *_all("C13", "fine", "I am a US citizen and need no visa sponsorship." + VAN, kind=Kind.INTEREST),
    # C14: length
    *_all("C14", "caught", "What does call look like?", " ".join(["How do interns learn?"] * 40)),
    *_all(
        "C14",
        "near",
        " ".join(["How do interns learn here?"] * 19),
        " ".join(["How do interns learn here?"] * 7),
    ),
    *_all("C14", "fine", " ".join(["How do interns learn to speak with families?"] * 8)),
    # C15: tone
    *_all(
        "C15",
        "caught",
        ("I had a great time 😊 with you.", "😊"),
        ("I am gonna read more about it.", "gonna"),
        ("I REALLY enjoyed the day.", "REALLY"),
        ("What a day! I loved it! Thank you.", "!"),
        ("It was awesome to meet the chiefs.", "awesome"),
        ("I look forward to it :)", ":)"),
        ("THANK YOU SO MUCH for the day.", "THANK YOU SO MUCH"),
    ),
    *_all("C15", "caught", ("Hey Dr. Ostrow,\n\nThank you." + SIGNED, "Hey"), whole=True),
    *_all("C15", "caught", ("Hi there,\n\nThank you." + SIGNED, "Hi"), whole=True),
    *_all(
        "C15",
        "near",
        "I worked in the NICU and the PICU, and I passed USMLE Step 1.",
        "Thank you for the warm welcome!",
        "In weight bands <3 kg the curve differs; see the note (a).",
        "The cool climate suits me, and my guide was a fellow.",
        "You wrote, “We loved meeting you!! See you soon!” and that was kind.",
        "TAMSIN HALE is my name in MyERAS.",
    ),
    *_all("C15", "fine", "I look forward to hearing from you."),
    # C21, C22, C27: ranking talk and other programs
    *_all("C21", "caught", "I will rank you highly.", "Fenwick is my first choice.", **THANKS),
    *_all("C21", "near", "I thought of the first patient of the day for a long time.", **THANKS),
    *_all("C21", "fine", "I remain very interested in your program." + VAN, **THANKS),
    *_all(
        "C22",
        "caught",
        ("I also interviewed at Marrow Lake last week.", "Marrow Lake"),
        "I have interviewed at eleven other programs so far.",
        "I sent my gold signal to another program.",
        "I applied to 90 programs this year.",
    ),
    *_all(
        "C22",
        "near",
        "I have a previously scheduled interview that morning.",
        "I sent your program a signal in September.",
        "I rotated at Marrow Lake University Hospital.",
    ),
    *_all("C22", "fine", "How do residents find their mentors?"),
    *_all("C27", "caught", "You are my first choice.", "You are among my top three.", kind=Kind.IMPROPER_QUESTION),
    *_all("C27", "near", "I would rather keep my rank list to myself.", kind=Kind.IMPROPER_QUESTION),
    *_all("C27", "fine", "I remain very interested in your program.", kind=Kind.IMPROPER_QUESTION),
    # C25: subject and signature
    *_all("C25", "caught", "What does call look like?", subject=""),
    *_all("C25", "caught", "What does call look like?", subject="Hello"),
    *_all("C25", "caught", "What does call look like?", subject="Tamsin Hale, MD"),
    *_all(
        "C25",
        "caught",
        "Dear Dr. Ostrow,\n\nThank you.\n\nSincerely,\nTamsin Hale",
        "Dear Dr. Ostrow,\n\nThank you.\n\nAAMC ID 13572468",
        ("Dear Dr. Ostrow,\n\nThank you.\n\nTamsin Hale\nAAMC ID 13572469", "13572469"),
        whole=True,
    ),
    *_all(
        "C25",
        "near",
        "Dear Dr. Ostrow,\n\nThank you.\n\nTamsin R. Hale, MD · AAMC 1357 2468",
        "Dear Dr. Ostrow,\n\nThank you.\n\nBest regards,\nTamsin Hale (AAMC ID: 13572468)\n+353 1 555 0100",
        whole=True,
    ),
    *_all("C25", "near", "What does call look like?", subject="Question about call"),
    *_all("C25", "near", "I keep my plans to myself.", subject="Your message", kind=Kind.IMPROPER_QUESTION),
    *_all("C25", "caught", "What does call look like?", subject="Your message"),
    *_all("C25", "fine", "What does call look like?"),
)


def _times(label: str, *drafts: tuple[str, str] | str, **more: object) -> tuple[Labelled, ...]:
    values: dict[str, object] = {
        "kind": Kind.LOGISTICS,
        "to": ("c-vance0",),
        "subject": "Interview - Tamsin Hale",
        **more,
    }
    return _all("C26", label, *drafts, **values)


DRAFTS += (
    *_times(
        "caught",
        ("I look forward to the interview on Friday 4 December.", "Friday 4 December"),
        ("My interview is on December 13, 2026.", "December 13, 2026"),
        ("I look forward to the interview on Friday, December 3.", "Friday"),
        ("The interview on Thursday 3 December begins at 9:00 CST.", "9:00"),
        ("The interview on Thursday 3 December begins at 8:00.", "8:00"),
        ("Could you confirm that my interview on 3 December starts at 15:00 in Dublin?", "15:00"),
        ("I look forward to our interview on Wednesday.", "Wednesday"),
    ),
    *_times("caught", ("Thank you for the conversation on 2 December.", "2 December"), **THANKS),
    *_times("caught", ("I accept the interview on 5 December at 8:00 CST.", "5 December"), kind=Kind.ACCEPT),
    *_times(
        "caught",
        ("May I ask to move my interview on Thursday 10 December to another day?", "Thursday 10 December"),
        kind=Kind.RESCHEDULE,
    ),
    *_times("caught", ("I look forward to the interview on 30 November.", "30 November"), season="moved"),
    *_times(
        "near",
        "I look forward to the interview on Thursday 3 December at 08:00 CST (14:00 in Dublin).",
        "I look forward to the interview on December 3rd at 8 a.m. Central, which is 2 p.m. here.",
        "The interview is on 2026-12-03 at 14:00 my time.",
        "In our interview on Thursday you spoke of the clinic on Tuesdays.",
        "I received your message on Monday and look forward to the interview.",
        "May I visit for the second look on 15 January?",
        "I will arrive on 1 December for the interview.",
    ),
    *_times(
        "near",
        "May I move my interview on Thursday 3 December? I could do Friday 4 December or Monday 7 December.",
        "Could we move the interview to Friday 4 December or Monday 7 December?",
        "Would Friday 4 December at 9:00 CST be possible instead?",
        kind=Kind.RESCHEDULE,
    ),
    *_times("near", "My interview was moved from 30 November to 3 December.", season="moved"),
    *_times("near", "The 7:00 sign-out and the noon conference on Tuesday stayed with me.", **THANKS),
    *_times("fine", "Could you send the link for the interview on Thursday 3 December at 08:00 CST?"),
)
