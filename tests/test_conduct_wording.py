"""Places outside the Match, pressure, overpromising, private matters, attachments: said in many ways, or nearly."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from store.moments import Moment
from store.records import Letter
from store.words import Kind
from tests.conduct_asking import a_draft, found, said
from tests.conduct_drafts import ANSWERED, HOME, OTHERS, OWN, SEASON

# C08: a place outside the Match


@pytest.mark.parametrize(
    "words",
    [
        "Would you be able to offer me a position outside the Match?",
        "I would gladly accept a pre-match offer from you.",
        "If a contract could be signed before Match Day, I would sign it at once.",
        "I accept the residency position you described on the telephone.",
        "I am ready to withdraw from the Match for you.",
        "Is there a way for us to bypass the Match?",
        "Could the department hold a categorical spot for me?",
        "I would be glad to enter a binding agreement with your program now.",
        "I would commit to Fenwick ahead of the Match if you wish.",
        "Please reserve a resident position for me.",
        "I am willing to sign a letter of commitment this week.",
        "Does Fenwick fill any places outside of the Match?",
    ],
)
def test_a_place_outside_the_match_is_neither_asked_for_nor_taken(words: str) -> None:
    (finding, *_) = found("C08", a_draft(words))
    assert (finding.level, finding.hard) == ("STOP", False)


@pytest.mark.parametrize(
    "words",
    [
        "I gladly accept your invitation to interview on 3 December.",
        "I accept the interview slot on 3 December.",
        "Could you hold the interview slot on 3 December for me until Friday?",
        "I understand that places are filled through the Match and cannot be promised outside it.",
        "I cannot accept a position outside the Match, and I hope you understand.",
        "You asked whether I would sign before the Match; I would rather let the Match decide.",
        "You wrote, “we may offer you a pre-match contract,” which surprised me.",
        "The chief described how residents share the call schedule and the signing of orders.",
        "I will not withdraw from the Match.",
        "Matching pulmonary function to symptoms was the heart of the study.",
        "My position at the clinic ended in June, and I signed out to a colleague.",
    ],
)
def test_words_about_places_and_offers_that_ask_for_none_pass(words: str) -> None:
    assert said("C08", words) == []


def test_a_program_outside_the_match_may_be_asked_and_so_may_any_after_match_day() -> None:
    letter = a_draft("I accept the residency position you offered.")
    assert found("C08", letter)
    outside = replace(SEASON, programs=(replace(OWN, in_match=False), *OTHERS))
    assert found("C08", letter, outside) == []
    assert found("C08", letter, now=Moment(datetime(2027, 3, 20, 12, tzinfo=UTC), HOME)) == []


# C19: pressure


@pytest.mark.parametrize(
    "words",
    [
        "I expect a reply by Friday.",
        "I need your decision within two days.",
        "You should reconsider my application.",
        "Why have I not been invited?",
        "Nobody has answered my three earlier messages.",
        "Despite several emails I have had no word from your office.",
        "I am very disappointed by your silence.",
        "It was frustrating to see others invited.",
        "With my record I deserve an interview.",
        "You would regret passing me over.",
        "I am a better candidate than most of your residents.",
        "This is my last chance, and my whole future depends on you.",
        "I beg you to read my file again.",
        "Please give me just one chance.",
        "Two other programs are already pressing me for an answer.",
        "I will keep writing until you reply.",
        "Please respond as to my application immediately.",
        "I demand an explanation.",
        "I feel ignored by your program.",
        "It is not fair that I was passed over.",
        "I am surprised that you have not replied.",
    ],
)
def test_pressure_claims_and_disappointment_are_told(words: str) -> None:
    assert said("C19", words)


@pytest.mark.parametrize(
    "words",
    [
        "I would be grateful for a reply whenever it suits you.",
        "I do not expect an answer.",
        "There is no need to respond.",
        "The parents were disappointed with the first clinic and told us so.",
        "A mother who felt ignored by two hospitals came back to us.",
        "You spoke of how frustrating the night float can be.",
        "I was not disappointed by a single hour of that day.",
        "If you need anything further, I will send it today.",
        "I expect to graduate in June.",
        "I expect my examination result by Friday.",
        "I have learned to be patient.",
        "Families deserve a doctor who listens.",
        "Children must have someone who explains.",
        "Should you have a free date, I would be glad to come.",
        "I need to hear a murmur ten times before I trust myself.",
        "Please let me know if a document is missing.",
    ],
)
def test_calm_requests_and_other_peoples_feelings_are_no_pressure(words: str) -> None:
    assert said("C19", words) == []


# C20: overpromising


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("I will definitely match with you.", "definitely match"),
        ("I would absolutely come to Halden.", "absolutely come"),
        ("I guarantee that I would be your hardest working intern.", ""),
        ("I promise you that I will stay.", ""),
        ("You have my word.", "You have my word"),
        ("I am fully committed to your program.", ""),
        ("I commit to joining you in July.", ""),
        ("You can count on me for the next three years.", ""),
        ("I will come to you no matter what.", ""),
        ("I will be the best resident you ever had.", ""),
        ("I will never let you down.", ""),
        ("Rest assured that I will be there in July.", ""),
        ("I am 100% certain that Fenwick is right.", ""),
        ("I would stay in Halden for the rest of my life.", ""),
    ],
)
def test_more_than_anybody_can_promise_is_told(words: str, marked: str) -> None:
    texts = said("C20", words)
    assert texts and (not marked or marked in texts)


@pytest.mark.parametrize(
    "words",
    [
        "I am committed to the care of underserved children.",
        "Your commitment to your patients shows.",
        "I will certainly attend on Thursday.",
        "I definitely enjoyed the tour.",
        "I cannot promise anything before the Match.",
        "Nobody can guarantee a place.",
        "The promise of the new unit interests me.",
        "The residents said they would definitely choose it again.",
        "A committed team makes long nights short.",
        "I will send the form without fail tomorrow.",
    ],
)
def test_commitment_in_other_senses_and_small_certainties_pass(words: str) -> None:
    assert said("C20", words) == []


def test_a_strong_adverb_can_be_taken_out_alone() -> None:
    (finding,) = found("C20", a_draft("I will definitely match with you."))
    assert finding.fix is not None
    assert (finding.fix.was.strip(), finding.fix.words) == ("definitely", "")


# C23: private matters


@pytest.mark.parametrize(
    "words",
    [
        "I scored 254 on Step 2 CK.",
        "My Step 1 score was above the mean.",
        "I have had epilepsy since childhood.",
        "I was diagnosed with lupus as a student.",
        "My own asthma taught me patience.",
        "I am pregnant and due in May.",
        "My wife and I look for a house.",
        "We hope to start a family soon.",
        "I am getting married in June.",
        "As a practising Muslim I value your prayer room.",
        "My church supports the clinic.",
        "I am 34 years old.",
        "I was born in 1991.",
        "At 41 I bring another career with me.",
        "My two children would go to school there.",
        "What is your maternity leave like, as I plan to have children?",
    ],
)
def test_scores_and_private_facts_are_noted(words: str) -> None:
    (finding, *_) = found("C23", a_draft(words))
    assert finding.level == "NOTE"


@pytest.mark.parametrize(
    "words",
    [
        "Children with asthma come back every winter.",
        "My asthma clinic sees forty families.",
        "A four-year-old with epilepsy taught me patience.",
        "The mother of three waited in the hall.",
        "My surgery rotation ended in May.",
        "I worked in child health for two years.",
        "The Christian hospital in town had one ventilator.",
        "I studied 240 charts of premature infants.",
        "The unit has 34 beds.",
        "You told us that your son plays the cello.",
        "I was raised by my grandmother in Halden.",
        "I am in my second year of practice.",
        "I became engaged in the work of the night clinic.",
    ],
)
def test_patients_work_and_numbers_are_not_private(words: str) -> None:
    assert said("C23", words) == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.UPDATE, "I scored 254 on Step 2 CK."),
        (Kind.LOGISTICS, "I have a hearing disability and would need captions."),
        (Kind.CANCEL, "I am ill and cannot come."),
    ],
)
def test_what_the_kind_calls_for_may_be_said(kind: Kind, words: str) -> None:
    assert said("C23", words, kind=kind) == []


# C24: attachments


@pytest.mark.parametrize(
    "words",
    [
        "I have attached my CV.",
        "Please find my transcript enclosed.",
        "Attached is a copy of my paper.",
        "My personal statement is attached for your convenience.",
        "I took the liberty of attaching a poster.",
        "See the attachment for details.",
    ],
)
def test_an_attachment_nobody_asked_for_is_noted(words: str) -> None:
    assert said("C24", words)


@pytest.mark.parametrize(
    "words",
    [
        "As you requested, I have attached my transcript.",
        "I attach great importance to follow-up.",
        "I have grown attached to the families there.",
        "There is no attachment to this message.",
        "We spoke about secure attachment in infancy.",
        "The clinic attached to the school is open on Saturdays.",
        "I have not attached anything.",
        "Your website asks for a photograph, which is attached.",
    ],
)
def test_other_attachments_and_those_asked_for_pass(words: str) -> None:
    assert said("C24", words) == []


def test_what_their_last_letter_asked_for_may_be_attached_and_nothing_else() -> None:
    asking = replace(ANSWERED, body="Could you please send us a copy of your transcript?")
    season = replace(SEASON, letters=(asking,))
    assert said("C24", "My transcript is attached.", season) == []
    assert said("C24", "I have attached twelve slides.", season)


# C27: a ranking given away


@pytest.mark.parametrize(
    "words",
    [
        "Fenwick is third on my list.",
        "You are my second choice.",
        "I have placed you in the upper half.",
        "Very near the top.",
        "I would put you below one other program.",
        "I did not rank you among the first.",
    ],
)
def test_an_answer_to_an_improper_question_gives_no_place_away(words: str) -> None:
    assert said("C27", words, kind=Kind.IMPROPER_QUESTION)


@pytest.mark.parametrize(
    "words",
    [
        "I prefer not to say where programs stand on my list.",
        "I have not finished my list and would rather keep it to myself.",
        "The first year of the clinic rotation interests me most.",
        "I hope to meet the second-year residents again.",
        "It is too early for me to speak of places on a list.",
    ],
)
def test_keeping_it_to_oneself_gives_nothing_away(words: str) -> None:
    assert said("C27", words, kind=Kind.IMPROPER_QUESTION) == []


def test_every_wording_has_a_reason_and_ends_no_sentence_twice() -> None:
    letter: Letter = a_draft("I deserve this. I guarantee it. I have attached my CV. My wife agrees.")
    for check in ("C19", "C20", "C23", "C24"):
        for finding in found(check, letter):
            assert finding.message.endswith(".") and ".." not in finding.message
