"""Improper questions and hints are proposed from the sender's own words, and nothing else is."""

from __future__ import annotations

import pytest

from store.demo.letters_in import CAME, HINTS, IMPROPER
from templates.conduct.phrases import data_file
from templates.incoming.concerns import FILE, concerns_in, touched_by

CAUGHT_IMPROPER = {
    "elsewhere": (
        "Which other programs have you interviewed with so far?",
        "Where else did you apply this year?",
        "Could you let us know which other places you are interviewing at.",
        "I am curious where else you have applied.",
        "How many other programs did you signal?",
        "Have you applied to any other programs in our state?",
        "Have you interviewed elsewhere in the city?",
        "Please send us a list of the programs you interviewed with.",
        "Tell me about your other interviews.",
        "What programs have you interviewed at?",
        "Why don't you tell us where else you applied?",
        "Which programs got your gold signals?",
    ),
    "ranking": (
        "How do you plan to rank us?",
        "Where will you be ranking our program?",
        "Will you rank us first?",
        "Where do we stand on your rank list?",
        "Are we your first choice?",
        "Is our program in your top three?",
        "What is your top choice?",
        "Please share your rank list with us before Friday.",
        "We would like to know whether you intend to rank us highly.",
    ),
    "commitment": (
        "Can you commit to coming here if we make you an offer?",
        "If you rank us first, we will do the same.",
        "Could you promise to come?",
        "We would need your commitment before the end of January.",
        "Would you sign a contract this month?",
        "If you can assure us that you will come, the place is yours.",
    ),
    "family": (
        "Are you married?",
        "Do you have any children?",
        "Do you plan to start a family during residency?",
        "Are you currently pregnant?",
        "What does your husband do?",
        "Could you tell us your marital status?",
    ),
    "age": ("How old are you?", "May I ask what is your age?"),
    "religion": (
        "What religion do you follow?",
        "Are you religious?",
        "Would your faith keep you from working Saturdays?",
    ),
    "health": ("Do you have any medical conditions?", "Have you ever had depression?"),
    "origin": (
        "Where are you originally from?",
        "What is your native language?",
        "What is your immigration status at present?",
        "Where were you born?",
    ),
}
CAUGHT_HINT = {
    "ranked-to-match": (
        "You are ranked to match with us.",
        "We are prepared to rank you where you match if we can count on you.",
        "You will definitely match here.",
    ),
    "ranked-high": (
        "We will rank you highly.",
        "We plan to rank you very highly on our list.",
        "I have ranked you number one.",
        "You are very high on our rank list.",
        "You will be ranked highly by our committee.",
    ),
    "match-day": (
        "I think you will be very happy with us on Match Day.",
        "You will be pleased come Match Day.",
        "We look forward to working with you in July.",
        "I cannot wait to see you as an intern, and to have you as one of our residents.",
    ),
    "outside": (
        "We can offer you a position outside the Match.",
        "We have a pre-match contract ready for you.",
        "Your spot here is guaranteed.",
        "We would like to hold a spot for you.",
    ),
    "count-on": ("We hope that we can count on you.",),
}
FINE = (
    "Which dates could you interview?",
    "Which other date would work for you?",
    "Where will you be on the day of the interview?",
    "We will never ask where else you have applied.",
    "Please do not tell us how you will rank us.",
    "NRMP rules forbid us to ask which other programs you interviewed with.",
    "You need not tell us where else you applied.",
    "We do not offer positions outside the Match.",
    "We are not able to tell you whether you are ranked to match.",
    "We cannot say how we will rank you.",
    "Our faculty rank every applicant they interview.",
    "Applicants ranked to match learn of it with everybody else.",
    "Rank lists must be certified by 3 March.",
    "Do you need any accommodations on the interview day?",
    "Will you be bringing a guest to dinner?",
    "Will you require visa sponsorship?",
    "Are you authorized to work in the United States?",
    "When did you apply for your ECFMG certificate?",
    "Did you receive our message about the other interview day?",
    "Do you have any other questions for us?",
    "Our residents love having children in the clinic.",
    "Most of our residents have families, and childcare is on site.",
    "You interviewed well, and other faculty said so too.",
    "Best of luck on Match Day!",
    "We hope Match Day brings you good news.",
    "Thank you for applying to our program.",
    "Our interns start in July.",
    "The Match is run by the NRMP.",
    "Registration closes well before the Match.",
    "Could you tell us when your pathway application was submitted? We would like to complete your file.",
    "Three dates are open; please choose within two days.",
    "Are you able to attend on Thursday?",
    "Do you have children's hospital experience?",
    "We are committed to your education.",
    "Where would you like to see yourself in ten years?",
    "Which of the other two tracks are you interested in?",
    "Please rank these three interview dates in the order you prefer.",
    "How did you hear about our program?",
    "What are the most important things in a program for you?",
    "We hold a place for questions at the end of the day.",
    "The committee will commit its decision to paper in March.",
)
MORE_CAUGHT = (
    "So where else are you looking?",
    "Have you heard back from any other programs?",
    "Where do we fall on your list?",
    "Would you be willing to rank us first if we ranked you first?",
    "Are we in your top 3?",
    "Is Fenwick at the top of your list?",
    "What other interviews do you have lined up?",
    "Which of the programs you've visited do you like best?",
    "Do you see yourself matching here?",
    "Are you planning on having children during residency?",
    "Who will watch your kids when you are on call?",
    "Is your spouse also applying?",
    "How does your husband feel about moving?",
    "What is your date of birth?",
    "Do you go to church?",
    "Are you a US citizen by birth?",
    "Do you have a disability we should know of?",
    "We need to know if you would come here.",
    "Please let me know if we are your number one.",
    "We need a verbal commitment.",
    "You'll be ranked to match.",
    "We are ranking you to match.",
    "We intend to rank you at the top.",
    "You can expect good news on Match Day.",
    "You won't be disappointed on Match Day.",
    "We'd love to have you as our intern next year.",
    "You have a spot here.",
    "We want you here; you should not worry about Match Day.",
    "We would be willing to sign you before the Match.",
    "You are our top candidate.",
    "You are among our top applicants.",
    "Consider yourself matched.",
    "See you in July!",
    "Please confirm that you will rank our program number one.",
    "Have you sent us a gold signal, or did your signals go elsewhere?",
    "Out of curiosity, where else have you been invited to interview?",
    "We wondered which other hospitals you are considering.",
    "Could you share how many interviews you have had elsewhere?",
    "Please indicate the number of other programs to which you have applied.",
    "Did you signal any other program in Ohio?",
    "Where are you thinking of ranking us?",
    "Can we expect to be at the top of your list?",
    "We would appreciate knowing where we will be on your rank list.",
    "Would you say we are your top choice?",
    "If we told you that we will rank you first, would you do the same?",
    "Can you assure us that you will come?",
    "We only rank applicants who commit to us.",
    "Do you intend to get married soon?",
    "Do you have family obligations that would keep you from nights?",
    "May I ask your age?",
    "Which faith do you practice?",
    "Have you ever been treated for depression?",
    "What country are you from?",
    "You will match with us, I am sure.",
    "Our committee has placed you very high on our list.",
    "You have been ranked in a position to match.",
    "We hope to celebrate with you on Match Day.",
    "I expect to see you here in July.",
    "You will make a wonderful intern here next year.",
    "We are prepared to give you a contract now.",
    "I can promise you a position.",
    "We rank you highly and hope that you do the same.",
    "We plan on ranking you to match.",
    "Rest assured that your place is secure.",
    "You will be very pleased when you open your letter on Match Day.",
    "Do tell us: which programs are your favorites so far?",
    "How many interviews have you been offered in total?",
    "Have you signaled us or somebody else?",
    "Where does our program rank for you?",
    "Would we be in your top five?",
    "Will you be putting us first?",
    "Could you commit to our program today?",
    "We will rank you first provided that you rank us first.",
    "Are you engaged or in a relationship?",
    "Do you have kids at home?",
    "How old are your children?",
    "Do you observe any religious holidays?",
    "Any health problems we should know about?",
    "What is your ethnic background?",
    "We ranked you very high.",
    "You are on the top of our rank list.",
    "You'll love it here next July.",
    "We consider you one of us already.",
    "You have nothing to worry about on Match Day.",
    "We could arrange a position outside the match.",
    "You are a lock for our program.",
    "I will personally see that you match here.",
    "Could you list the other residencies that have invited you so far?",
    "Did you use a gold signal on us or on somebody else in town?",
    "Roughly where do we fall for you, top three, top five?",
    "I would appreciate it if you told me what your number one is right now.",
    "Is there any program you liked better than ours?",
    "Would you pick us over the university across town?",
    "Please reply with your intended ranking of our program.",
    "We ask each candidate to confirm in writing that they intend to rank our program first.",
    "If you put us first you won't have anything to worry about in March.",
    "I would like to know whether you have a husband or partner who would move too.",
    "Are you planning on starting a family during residency?",
    "I'd like to hear if you are expecting soon.",
    "Any chronic illness that might limit your night work?",
    "I can all but promise there's a spot with your name on it.",
    "There is a seat for you with us, no matter what.",
    "Rest easy: you will be part of our incoming class.",
    "I cannot say it officially, but start looking for an apartment here.",
)
MORE_FINE = (
    "Which program track are you applying to?",
    "How many days will you be in town?",
    "Our top priority is a calm day for you.",
    "Will you put us in touch with your mentor?",
    "Do you need directions to the hospital?",
    "Holidays are shared fairly among residents.",
    "We have openings on other dates.",
    "The match between your interests and our clinic is clear.",
    "July is our busiest month.",
    "Interns begin orientation in June.",
    "Rank order list deadline is near; good luck.",
    "The children's clinic is open on Saturdays.",
    "Is your microphone working?",
    "We would be glad to see you at the second look.",
    "You have an interview here on Friday.",
    "Your application is complete.",
    "We appreciate your interest in our program.",
    "We thought that you asked excellent questions.",
    "We enjoyed meeting you.",
    "It was a pleasure to have you here last week.",
    "We never discuss ranking with applicants.",
    "Have you had a chance to see our website?",
    "Will you be interviewing in person or virtually?",
    "Have you applied for a state license elsewhere?",
    "You may apply for other benefits.",
    "We look forward to working with you on scheduling.",
    "We look forward to welcoming you on interview day.",
    "Have you completed your other application documents?",
    "Please list any other names used in your application.",
    "Did you apply for an interview slot on Thursday?",
    "If you commit to a date, please tell us by Friday.",
    "Can you promise to arrive by 7:30?",
    "Could you guarantee a quiet room for the call?",
    "Would you accept the Thursday slot?",
    "Will you take the position paper with you?",
    "Are you from the Chicago area and familiar with parking?",
    "Please rank your preferred interview dates.",
    "How do you rank the sessions? Fill in the survey.",
    "We cannot discuss rank lists.",
    "Do you have a health insurance question?",
    "Do you have any questions about our health system?",
    "The program is committed to having children vaccinated.",
    "Let us know which other sessions you applied for.",
    "What is your availability before the Match?",
    "Ranking opens 1 February.",
    "Many of our residents say that they were happy on Match Day.",
    "We would like to offer you a position on our waitlist.",
    "We are holding a spot for you on 3 December until Friday.",
    "We will reserve a place in the parking garage for you.",
    "We can offer you an interview.",
    "Thank you for your commitment to pediatrics.",
    "Your commitment before the day to prepare is appreciated.",
    "If you can promise a quiet place, the video works best.",
    "Will your spouse join us for dinner?",
    "We are happy to answer any other questions before the Match.",
    "Please tell us whether you can come in person.",
    "Let us know where you are staying so we can send directions.",
    "Will you be driving or flying?",
    "Please send the list of documents you submitted.",
    "Have you already interviewed with Dr. Osei?",
    "How did your other exam go?",
    "Which of the two dates do you prefer?",
    "Please let us know how you will join the call.",
    "Could you confirm that you received the link?",
    "We will tell you nothing about our list, and you owe us nothing about yours.",
    "Your file has been reviewed by our committee.",
    "We received a high number of applicants this year.",
    "You are invited to our second look; attending does not affect ranking.",
    "Our rank list is final.",
    "Every applicant is ranked on the same criteria.",
    "We wish you well on Match Day.",
    "Have a good Match Day!",
    "Your interview with us is on 3 December.",
    "The contract our residents sign is attached for your information.",
    "NRMP asks us to share our contract before the Match.",
    "How was your flight?",
    "Do you need a letter for your visa?",
    "Please tell us if you need a lactation room.",
    "Please let us know if you need any accommodation for a disability.",
    "We offer maternity leave and childcare.",
    "Many of our residents are married.",
    "Please bring your date of birth and passport for the visitor badge.",
    "Are you still interested in our program?",
    "Would you like to be considered for our research track?",
    "We are sorry that we cannot offer you an interview.",
    "You may withdraw before the rank list deadline.",
    "We ask that you rank the electives you would prefer for the tour.",
    "Do you have a partner hospital letter on file?",
    "What is your favorite part of general pediatrics?",
    "Did you signal your availability on the portal yet?",
    "Where do we stand with your paperwork?",
    "Would you like a morning start better than ours at noon?",
    "Is there anything you would like to know about raising a family here?",
    "There is a spot for you in our garage.",
    "We do not want applicants to rank our program first for our sake.",
    "Other programs that interviewed you may use another portal.",
    "Do you know how our program compares to the other tracks?",
    "If you choose us for a second look, come on the 6th.",
)
"""Found by trying further wordings; the phrases hold for these too."""


def flat(rows: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(sense, words) for sense, several in rows.items() for words in several]


@pytest.mark.parametrize(("sense", "words"), flat(CAUGHT_IMPROPER))
def test_what_a_program_may_not_ask_is_proposed(sense: str, words: str) -> None:
    found = [one for one in concerns_in(f"Dear Noor,\n\nThank you. {words}\n\nInes") if one.flag == "improper"]
    assert sense in {one.sense for one in found}, found
    assert all(one.words == words for one in found)


@pytest.mark.parametrize(("sense", "words"), flat(CAUGHT_HINT))
def test_a_hint_at_a_commitment_is_proposed(sense: str, words: str) -> None:
    assert sense in {one.sense for one in concerns_in(f"Dear Noor,\n\n{words}") if one.flag == "hint"}


@pytest.mark.parametrize("words", MORE_CAUGHT)
def test_other_ways_to_ask_or_to_hint_are_proposed_too(words: str) -> None:
    assert [one.words for one in concerns_in(f"Dear Noor,\n\n{words}\n\nInes Wexley")]


@pytest.mark.parametrize("words", (*FINE, *MORE_FINE))
def test_logistics_courtesy_and_rules_told_raise_nothing(words: str) -> None:
    assert concerns_in(f"Dear Noor,\n\n{words}\n\nInes Wexley") == ()


@pytest.mark.parametrize("words", [words for _, words in (*flat(CAUGHT_IMPROPER), *flat(CAUGHT_HINT))])
def test_the_same_words_as_earlier_mail_raise_nothing(words: str) -> None:
    assert concerns_in(f"Thanks.\n\n> {words}\n") == ()
    assert concerns_in(f"Thanks.\n\nOn Mon, 23 Nov 2026 Noor Halvard wrote:\n\n{words}\n") == ()


def test_words_they_quote_from_me_raise_nothing() -> None:
    assert concerns_in("You wrote “you are ranked to match” in your note; we never said so.") == ()


@pytest.mark.parametrize(("key", "words"), [(row[0], row[6]) for row in CAME])
def test_the_demo_is_proposed_as_it_is_flagged(key: str, words: str) -> None:
    found = {one.flag for one in concerns_in(words)}
    assert ("improper" in found) is (key in IMPROPER)
    assert ("hint" in found) is (key in HINTS)


def test_every_sense_has_a_flag_a_rule_and_a_source() -> None:
    told = {sense for row in data_file(FILE)["rules"] for sense in row["senses"]}
    assert told == {row["sense"] for row in data_file(FILE)["phrases"]}
    assert told == CAUGHT_IMPROPER.keys() | CAUGHT_HINT.keys()
    assert all(row["source"] and row["mark"] == "P" and row["rule"].endswith(".") for row in data_file(FILE)["rules"])


def test_a_flag_names_the_rule_its_words_touch_or_every_rule_of_its_kind() -> None:
    (rule,) = touched_by("Are you married?", improper=True, hint=False)
    assert "family" in rule.rule
    both = touched_by("We will rank you highly if we can count on you.", improper=False, hint=True)
    assert len(both) == 2
    assert len(touched_by("She asked something odd.", improper=True, hint=False)) == 4
    assert touched_by("Are you married?", improper=False, hint=False) == ()


def test_a_very_long_message_is_looked_through_at_once() -> None:
    assert concerns_in("where " * 30_000) == ()
