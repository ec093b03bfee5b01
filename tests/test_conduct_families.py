"""Families of words rather than single phrases: what each check understands however it is put."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.records import RankList
from store.words import Kind
from tests.conduct_asking import a_draft, found
from tests.conduct_drafts import IN_FEBRUARY, NOW, OWN, SEASON, SEASONS

LOW = replace(SEASONS["told"], rank_list=RankList(order=("p-marrow", "p-x", "p-y", "p-z", OWN.id)))
SETTINGS = {"C04": SEASONS["told"], "C10": LOW}
FAULTS: tuple[tuple[str, Kind, tuple[str, ...]], ...] = (
    (
        "C05",
        Kind.QUESTION,
        (
            "I was wondering whether you could give me any idea of where I might end up on your list.",
            "Could you let me know if I am a competitive candidate for your list?",
            "Would the committee be willing to tell me how it rated my interview?",
            "I would be grateful for any indication of how my application was received by the committee.",
            "May I ask whether you plan to rank me?",
            "If you were to put me near the top, I would put you first.",
            "Should the committee look kindly on me, I would return the kindness in my own list.",
            "I'd love to hear that I have a spot in your top ten.",
            "Am I someone you are thinking of ranking?",
            "I will move you to the top of my list as soon as I hear that you want me.",
            "I hope you will look favorably on my application when you finalize your rank list.",
            "It would mean the world to me if you ranked me.",
            "Can you share how the ranking meeting went for me?",
            "Please tell me honestly what my odds are.",
            "I only want to rank first a program that wants me too, so a word from you would settle it.",
            "Depending on what I hear from you, I may rank you first.",
            "What are the chances that I will match with you?",
        ),
    ),
    (
        "C08",
        Kind.HINT,
        (
            "I would happily sign with you today.",
            "If a prelim contract could be arranged before March, I would take it.",
            "I accept your offer of a position and will cancel my other interviews.",
            "Is there any chance of a pre-match position?",
            "Could we come to an agreement ahead of the Match?",
            "I would be willing to forgo the Match entirely if you had a place for me.",
            "Yes, I will take the spot you described on the phone.",
            "Please consider me for any off-cycle or outside contract you may have.",
            "I am prepared to commit in writing now.",
            "Would the hospital be able to offer me a position directly?",
        ),
    ),
    (
        "C10",
        Kind.HIGH_RANK,
        (
            "I plan on ranking you very highly.",
            "Fenwick will be among my top choices.",
            "You will find yourself toward the top of my list.",
            "Your program is going to be very high up for me when I certify.",
            "I will be giving Fenwick a high rank.",
            "I expect to rank your program within my first few.",
            "Fenwick is right up there on my list.",
            "Your residency remains one of my favorites and will rank accordingly, near the very top.",
            "I see Fenwick in the top tier of my list.",
        ),
    ),
    (
        "C19",
        Kind.QUESTION,
        (
            "I was hoping for at least an acknowledgement of my earlier message.",
            "This is the third time I am writing.",
            "I have yet to receive the courtesy of a response.",
            "I trust I will hear back within the week.",
            "I need to know by Friday whether you will invite me.",
            "It is frustrating to be left without a word.",
            "I do not think it is right that my application was passed over.",
            "I believe I have earned an interview.",
            "Kindly expedite your decision.",
            "I can't help but feel overlooked.",
            "I am sure you can find a spot for me if you really want to.",
            "My application deserves a second look.",
            "I would think that four months of work with you merits an interview.",
            "You would be hard pressed to find a more dedicated applicant.",
            "I'm at a loss as to why I have not been invited.",
            "Please let me know as soon as possible, as I have other offers to weigh.",
        ),
    ),
    (
        "C20",
        Kind.HIGH_RANK,
        (
            "I will come to Fenwick no matter what.",
            "I give you my word that I will train with you.",
            "You can rest assured I will match with you.",
            "I am fully committed to Fenwick.",
            "Without a doubt I will be at Fenwick in July.",
            "I am certain to come to Fenwick.",
            "I solemnly promise to stay in your state for ten years.",
            "I swear you will not find a harder worker.",
            "I can guarantee that I will be the hardest working intern you have had.",
            "I would never consider going anywhere else.",
            "My loyalty to Fenwick is total.",
        ),
    ),
    (
        "C22",
        Kind.THANK_YOU,
        (
            "I have nine more interviews to go.",
            "I have interviews lined up at twelve programs.",
            "Of all my interviews so far, yours was the warmest.",
            "I have seen fourteen hospitals this winter and none like yours.",
            "A hospital in Boston has already shown interest in me.",
            "I applied to 140 programs this year.",
            "My gold signals went to three programs in the Midwest.",
            "I was fortunate to receive invitations from fifteen programs.",
            "Tomorrow I interview at another program down the road.",
            "Compared to the other programs I have interviewed with, yours is warmer.",
            "I did not signal you because I used my signals on programs in Texas.",
            "Two other residencies have told me I am ranked to match.",
        ),
    ),
    (
        "C24",
        Kind.UPDATE,
        (
            "I have attached my CV.",
            "Please see my updated CV below as a PDF.",
            "My transcript is enclosed.",
            "I am sending my latest score report along with this note.",
            "Attached you will find a new letter.",
            "I took the liberty of including my publication list.",
            "A copy of the certificate accompanies this email.",
            "You can find my CV in the attachment.",
            "I'm enclosing two letters of recommendation.",
            "See attachment.",
        ),
    ),
    (
        "C27",
        Kind.IMPROPER_QUESTION,
        (
            "You are in my top three.",
            "I can tell you that you are near the top.",
            "Fenwick is currently second.",
            "You have nothing to fear from the others.",
            "I like you best of all.",
            "You rank above the other program in your city.",
            "I would put Fenwick somewhere in the middle.",
            "Between us, you are the favorite.",
            "Let me just say that you would be very pleased with my list.",
            "I am planning to rank you quite high.",
            "You will not be disappointed when you see where I placed you.",
            "Fenwick is the program I hope to match with above all.",
        ),
    ),
    (
        "C23",
        Kind.THANK_YOU,
        (
            "I scored 248 on Step 2 CK.",
            "My husband and I are expecting our first child in May.",
            "I am 34 years old and married.",
            "I was treated for depression last year.",
            "We hope to have children soon.",
            "I attend mass every Sunday.",
            "My Step 1 was a pass on the second attempt.",
            "I have type 1 diabetes myself.",
        ),
    ),
    (
        "C15",
        Kind.THANK_YOU,
        (
            "It was awesome to meet you guys.",
            "Thanks a ton for the chat, lol.",
            "I had SO much fun.",
            "Gonna tell everybody about it.",
            "Can't wait 😊",
            "Wow!! What a day.",
            "Just wanna say thanks.",
            "That was super cool tbh.",
        ),
    ),
    (
        "C21",
        Kind.THANK_YOU,
        (
            "I will be ranking you highly.",
            "You have moved to the top of my list.",
            "After Monday, Fenwick is where I want to match most.",
            "I hope to see my name on your rank list.",
            "Monday confirmed that you are among my top programs.",
            "I hope you will consider me favorably when ranking.",
            "I intend to rank your program.",
        ),
    ),
)


@pytest.mark.parametrize(
    ("check", "kind", "words"), [(check, kind, one) for check, kind, many in FAULTS for one in many]
)
def test_a_fault_is_understood_however_it_is_put(check: str, kind: Kind, words: str) -> None:
    season = SETTINGS.get(check, SEASON)
    assert found(check, a_draft(words, kind=kind), season, IN_FEBRUARY if check in SETTINGS else NOW)
