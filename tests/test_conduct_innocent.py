"""Innocent letters left alone: words that sound like a fault and are none, and situations that excuse what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.words import Kind
from templates.conduct.checking import check_letter
from tests.conduct_asking import a_draft
from tests.conduct_drafts import NOW, SEASONS
from tests.labelled_drafts import Labelled, labelled_drafts

DRAFTS = {draft.name: draft for draft in labelled_drafts()}
JUDGED = frozenset(["C02", "C04", "C05", "C08", "C09", "C10", "C15", "C19", "C20", "C21", "C22", "C23", "C24", "C27"])
FINE = (
    "I left the interview with more questions than I brought.",
    "The first thing your residents told me was where to eat.",
    "My heart is set on caring for newborns.",
    "She places a child above her own comfort.",
    "The nurse gave me a high stool and a strong coffee.",
    "You gave the child a prominent place in the conversation.",
    "How do your residents see me fitting into the night team is not a question I would ask.",
    "I would like to know how the committee chooses its chief residents.",
    "May I ask how the faculty evaluates interns at the end of the first year?",
    "I am surprised how quiet the ward was at night.",
    "I was surprised to find that nobody raised their voice.",
    "I was astonished that no child on the unit was crying.",
    "I left the ward wondering how you do it.",
    "The parents were kept waiting by the storm, and your nurse brought them soup.",
    "I should have said so on the day.",
    "I should have asked you about the clinic, and I did not.",
    "It is a pity that the tour was so short.",
    "It took courtesy and patience to teach me.",
    "My file arrived late because the post was slow.",
    "I had no choice but to laugh.",
    "The blizzard left me no choice but to walk.",
    "A child has a right to know what is happening.",
    "I have not yet heard from ECFMG.",
    "I have yet to hear from ECFMG about the certificate.",
    "This is the second letter I have written to your nurse, who answered the first.",
    "You need not reply.",
    "I do not expect an answer.",
    "I expect no reply, and wish you a quiet week.",
    "I expect nothing in return.",
    "I hope to hear your thoughts on asthma some day.",
    "Nothing will change my memory of that morning.",
    "I am sure that I will remember the bell.",
    "I am certain the families feel it.",
    "In July I will start a public health course in Galway.",
    "My heart goes to the families of the fire.",
    "I would never go anywhere without that pocket light.",
    "I worked at a hospital in Galway before this.",
    "A hospital in Galway has published the same protocol.",
    "I have seen six children with that rash.",
    "After two interviews that day your residents were still smiling.",
    "We visited two hospitals with the school.",
    "The three hospitals in my city share one ambulance.",
    "You offered me a place by the window.",
    "I have added the second link to my calendar.",
    "Please find me in the waiting room at nine.",
    "The drawing on the wall is of a whale.",
    "I sent the form to your office last week.",
    "I will send my final transcript when my school issues it.",
    "The map in your message was a help.",
    "I read the article that you sent with your letter.",
    "I have included in my notes what the mother said.",
    "The agreement among your residents about the call schedule impressed me.",
    "I appreciate the understanding between nurses and interns there.",
    "I signed the register at the door with the children.",
    "I would be glad to learn how contracts for residents handle leave.",
    "I look forward to the Match with some nerves.",
    "Whatever happens in the Match, I will keep that in mind.",
    "If it suits you, Tuesday or Thursday would be fine.",
    "If that's all right, I will call at nine Eastern.",
    "If I could choose one thing to learn, it would be how to listen.",
    "When you put the child first, the parents follow.",
    "Your program was the first I read about.",
    "My favorite part of the day was the huddle.",
    "My favorite memory is of the garden.",
    "The clinic is well up the hill.",
    "I would rather be exact than flattering.",
    "I was happy to see where I would be working.",
    "I would love to know where things are kept.",
    "You put me at ease with your first question.",
    "I enjoyed the conversation more than any other that week.",
    "I do not think it is fair to judge a mother by her car.",
    "I could not find anyone who knew the answer on your website.",
    "I hope you will remember me to Dr. Phan.",
    "Would you look at the schedule and tell me which link is right?",
    "I am considering a career in neonatology above all.",
    "Is there a realistic chance of a snow day in January?",
    "I would be grateful for any idea of where to stay.",
    "Could you give me an idea of how many residents take the bus?",
    "I have a preference for the morning, if any is open.",
    "I hold the nurses in high regard.",
    "I rate kindness above everything.",
    "The residents rank the cafeteria highly.",
    "My time on your wards was worth every early morning.",
    "Two other residents have told me that they love the city.",
    "Three more interviews with families are planned for the study.",
)


@pytest.mark.parametrize("kind", [Kind.THANK_YOU, Kind.QUESTION, Kind.UPDATE, Kind.IMPROPER_QUESTION])
@pytest.mark.parametrize("words", FINE)
def test_the_same_words_in_an_innocent_sense_are_left_alone(words: str, kind: Kind) -> None:
    findings = check_letter(SEASONS["told"], a_draft(words, kind=kind), now=NOW)
    assert [one for one in findings if one.check in JUDGED] == []


def _checks(draft: Labelled, old: str, new: str) -> set[str]:
    """The checks that speak of that draft with some of its words exchanged."""
    assert old in draft.letter.body
    letter = replace(draft.letter, body=draft.letter.body.replace(old, new))
    return {one.check for one in check_letter(draft.season, letter, now=draft.now)}


def test_after_the_match_the_program_matched_with_may_be_named_to_another() -> None:
    draft = DRAFTS["thanks Harrowgate and congratulates the others on her match"]
    assert "C22" not in _checks(draft, "said Harrowgate", "said Harrowgate Children's Hospital")


def test_a_day_inside_a_blank_is_for_the_one_check_that_asks_to_fill_it() -> None:
    draft = DRAFTS["withdraws in good time"]
    blank = _checks(draft, "on Thursday, December 17,", "on [Friday, December 18, or whichever it was],")
    assert blank == {"C01"}
    assert "C26" in _checks(draft, "on Thursday, December 17,", "on Friday, December 18,")


def test_no_reply_expected_is_no_pressure_and_a_reply_expected_is() -> None:
    draft = DRAFTS["asks a resident something small"]
    assert "C19" not in _checks(draft, "Thank you and good nights.", "I expect no reply.")
    assert "C19" in _checks(draft, "Thank you and good nights.", "I expect a reply by tomorrow.")


def test_papers_left_over_from_the_day_are_asked_about_after_it() -> None:
    draft = DRAFTS["asks a coordinator for the address of a form"]
    assert "C16" not in _checks(draft, "Mine comes", "Mine comes")
    question = draft.letter.body.split("\n\n")[1]
    assert "C16" in _checks(draft, question, "Which of the two links should I open on the morning?")


def test_a_copy_with_much_added_is_still_a_copy() -> None:
    draft = DRAFTS["sends the same thanks down the line"]
    tour = draft.letter.body.split("I should also like")[1].split("\n")[0]
    assert "C11" in _checks(draft, tour, f"{tour} {tour} And one sentence more about something of another day.")


def test_a_nobody_in_another_clause_denies_nothing() -> None:
    draft = DRAFTS["asks a resident something small"]
    assert "C19" in _checks(draft, "Thank you and good nights.", "Nobody told me and I demand an answer today.")
    assert "C19" not in _checks(draft, "Thank you and good nights.", "I would never say that I demand an answer.")
