"""What is meant counts, not how it is put: paraphrases of each fault, and the same words in an innocent sense."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.records import RankList
from store.words import Kind
from templates.conduct.checking import check_letter
from tests.conduct_asking import a_draft, found, said
from tests.conduct_drafts import IN_FEBRUARY, OWN, SEASON, SEASONS

FIRST = [
    "When I open my list at the top, Fenwick is the name I read.",
    "Fenwick occupies line one of the list I certified this morning.",
    "The first name I typed into the ranking system was yours.",
    "I have made up my mind, and your program is the one I put ahead of all the rest.",
    "Every other program comes after yours for me.",
    "No program stands higher with me than Fenwick.",
    "It is Fenwick that I shall name first when I certify.",
    "I want nothing more than to match at Fenwick, above every other place.",
    "My list starts with you.",
    "Of all the programs, I would most like to train at yours.",
    "Fenwick is my no. 1.",
    "You hold the top position on my ROL.",
    "I am ranking you ahead of everyone else.",
    "I have decided that you come first.",
]
NOT_FIRST = [
    "I was the first in my family to finish school.",
    "The first name on your door is a child's, and that stays with me.",
    "On the first evening I read your residents' handbook twice.",
    "I ranked first in my class in anatomy.",
    "Your first-year residents impressed me most of all.",
    "At the top of the ward stands a lighthouse made of paper.",
    "Safety comes first on every ward.",
    "My first choice of elective was neonatology.",
    "I will not say who is first on my list.",
    "The number one reason families return is the nurse at the door.",
    "My first impression was a good one.",
    "I have always placed the child first.",
    "Above all, I remember the bell in the corridor.",
    "We listed fever first among the causes.",
]


@pytest.mark.parametrize("words", FIRST)
def test_first_is_understood_however_it_is_said(words: str) -> None:
    assert found("C04", a_draft(words, kind=Kind.FIRST_RANK), SEASONS["told"], IN_FEBRUARY)


@pytest.mark.parametrize("words", NOT_FIRST)
def test_first_in_another_sense_is_no_promise(words: str) -> None:
    season = replace(SEASONS["told"], rank_list=RankList(order=("p-marrow", OWN.id)))
    checks = [one for one in ("C04", "C09", "C05") if found(one, a_draft(words), season)]
    assert checks == []


ASKED = [
    "Could you give me a sense of where I fall among your candidates?",
    "I would love to hear whether I made your list.",
    "Do you expect me to be ranked to match?",
    "May I know how the committee ranked me?",
    "It would ease my mind to know that I am high on your list.",
    "Is there any hint you could give me about my place on your list?",
    "Would you consider ranking me near the top?",
    "I hope you will place me high on your list.",
    "If you put me first, I will put you first.",
    "I will rank you first as long as you do the same for me.",
    "Should Fenwick rank me to match, it will be my first choice.",
    "I could move you up my list if you can tell me that I am on yours.",
    "Can I count on a place in July?",
    "Please keep me in mind when you make your rank list.",
    "I wonder how likely I am to match with you.",
    "Let us agree to rank one another first.",
]
NOT_ASKED = [
    "How do residents rank the three clinics among themselves?",
    "Where would interns stand during a resuscitation?",
    "I do not ask where I stand, and I hope for no answer.",
    "Thank you for telling me that you will rank me highly; I know that it binds nobody.",
    "How high is the humidity in the incubators set?",
    "Is there a list of apartments that residents recommend?",
    "Could you tell me where the interview day begins?",
    "I hope to be on the list for a cancelled interview date.",
    "May I ask how many of your graduates matched in neonatology?",
    "What are the chances that the clinic day moves to Friday?",
    "Do you know whether my transcript is complete?",
    "Please let me know if you need another document.",
]


@pytest.mark.parametrize("words", ASKED)
def test_a_ranking_is_asked_for_or_traded_in_many_ways(words: str) -> None:
    assert found("C05", a_draft(words, kind=Kind.HIGH_RANK), SEASON, IN_FEBRUARY)


@pytest.mark.parametrize("words", NOT_ASKED)
def test_questions_about_other_things_ask_for_no_ranking(words: str) -> None:
    assert said("C05", words) == []


PLACES = [
    "I would take a contract from you tomorrow and leave the Match to others.",
    "If there is any chance of a place without the Match, please think of me.",
    "I am happy to commit in writing now, before rank lists are due.",
    "Could we settle this between ourselves, without waiting for March?",
    "I accept your kind offer of a first-year post.",
]


@pytest.mark.parametrize("words", PLACES)
def test_a_place_outside_the_match_by_other_words(words: str) -> None:
    assert said("C08", words)


PRESSED = [
    "I have written three times now and still no one has had the decency to reply.",
    "A program that values people would have answered by now.",
    "It hurts to be left waiting like this.",
    "Kindly explain why my application was turned down.",
    "You owe me at least a short answer.",
    "I trust you will correct this mistake and invite me.",
    "I will be devastated if I do not hear from you.",
    "Do not waste this opportunity to get a hardworking resident.",
    "Anything less than an interview would be an insult.",
    "I expect better of a teaching hospital.",
    "Please hurry, as I have to answer the others.",
    "I have no one else to turn to, and you are my last resort.",
]
CALM = [
    "I was sorry to miss the tour and hope for another.",
    "It hurts a child less when the parent holds the mask.",
    "I know how many letters you receive and will wait gladly.",
    "We owe our patients a short answer and a true one.",
    "A boy who had been left waiting for hours drew us a train.",
    "I turned to the nurse, who had no one else to ask.",
    "The last resort in such a winter is the ferry.",
    "I hurry when a child cries and slow down when a parent does.",
]


@pytest.mark.parametrize("words", PRESSED)
def test_pressure_by_other_words(words: str) -> None:
    assert said("C19", words)


@pytest.mark.parametrize("words", CALM)
def test_the_words_of_pressure_in_a_calm_sense(words: str) -> None:
    assert said("C19", words) == []


SWORN = [
    "There is no doubt whatsoever that I will spend my career in Halden.",
    "I swear to be the most loyal intern you have had.",
    "Fenwick will have my full commitment from the first day to the last.",
    "I would turn down any other program for you.",
    "I am yours for the next three years.",
    "Choose me and you will have a resident who never makes a mistake.",
    "I give you my word of honour that I will come.",
    "I will surely match at Fenwick.",
]


@pytest.mark.parametrize("words", SWORN)
def test_overpromising_by_other_words(words: str) -> None:
    assert said("C20", words)


ELSEWHERE = [
    "I have interviews at nine programs and like yours best.",
    "My other signals went to programs in the north.",
    "I applied to about ninety places this autumn.",
    "Marrow Lake has invited me too.",
    "I will interview with Tavistock Regional the day before.",
    "So far I have been to six interviews.",
]


@pytest.mark.parametrize("words", ELSEWHERE)
def test_other_programs_interviews_and_signals_by_other_words(words: str) -> None:
    assert said("C22", words)


INNOCENT = [
    "My first position after graduation was in a refugee clinic.",
    "The residents explained why your interns round at six.",
    "Could you explain why your clinic opens on Saturdays?",
    "My teacher would have told me to listen longer.",
    "We learned to correct the error in the chart before rounds.",
    "The nurse had the grace to laugh, and so did I.",
    "It hurts to see a child wait for a bed.",
    "Sepsis is an insult to every organ.",
    "A boy whose finger was crushed by a door taught me to go slowly.",
    "As a last resort we called the helicopter.",
    "Many mothers have no one else to turn to.",
    "Her complete dedication to the families impressed us.",
    "I cancelled all other appointments for the day.",
    "I met an intern who never complains about the stairs.",
    "My newborn examinations number about ninety.",
    "I have signed the recording agreement you sent.",
    "Do you offer a second look before the Match?",
    "I could arrange a visit before March.",
    "I am glad to leave the Match to do its work.",
    "The lease papers are signed, and I move in June.",
    "Will a late start affect my standing with the state board?",
    "The team reconsidered the decision together with the family.",
    "My son of a gun of a bicycle broke down at your gate.",
    "The unit can guarantee every family a bed for the night.",
    "Nobody in the room was above a question.",
    "I hope to learn from the best, and that begins with listening.",
]


@pytest.mark.parametrize("words", INNOCENT)
def test_innocent_sentences_are_left_alone_by_every_check_of_wording(words: str) -> None:
    graver = ("C02", "C04", "C05", "C08", "C09", "C19", "C20", "C22", "C24")
    assert [one for one in graver if found(one, a_draft(words), SEASONS["told"])] == []


SAID_SO = [
    ("C04", "Fenwick will be the top line of my rank order list."),
    ("C04", "I am certain: Fenwick gets my first vote."),
    ("C04", "I plan to list Fenwick as my number one."),
    ("C04", "Your program sits at number one for me."),
    ("C04", "My heart and my list both say Fenwick first."),
    ("C04", "I would choose Fenwick over every other program I have seen."),
    ("C04", "There is not a program I would put before yours."),
    ("C04", "I have ranked your residency program as #1."),
    ("C04", "Please know that I intend to certify Fenwick as my first choice."),
    ("C05", "Will I be somewhere in your top ten?"),
    ("C05", "I'd be grateful for any indication of how I compare with the others."),
    ("C05", "Can you tell me if the committee liked me enough to rank me?"),
    ("C05", "I hope the feeling is mutual and that you rank me accordingly."),
    ("C05", "Let me know whether you plan to match with me."),
    ("C05", "If you are going to rank me high, I will do likewise."),
    ("C05", "May I expect to match with you?"),
    ("C05", "Do I have a realistic shot at your program?"),
    ("C05", "Could you put in a good word so that I am ranked higher?"),
    ("C08", "I would be happy to accept a spot right now."),
    ("C08", "If you make me an offer today, I will accept it and withdraw from the Match."),
    ("C08", "Could your department give me a contract before the Match?"),
    ("C08", "I hereby accept your pre-Match offer."),
    ("C08", "Is it possible to secure a position with you outside the NRMP Match?"),
    ("C19", "I am still waiting for your response, which is unacceptable."),
    ("C19", "I would like to know why you rejected me."),
    ("C19", "You have not even acknowledged my emails."),
    ("C19", "I really need this interview, so please reply today."),
    ("C19", "It is disheartening to be overlooked again."),
    ("C19", "I do not understand why others with lower scores got invitations."),
    ("C19", "I think I have earned an interview at your program."),
    ("C20", "I will 100% come to your program if matched."),
    ("C20", "I promise to be the hardest worker you have ever seen."),
    ("C20", "You can be absolutely sure that I will stay for fellowship."),
    ("C20", "I am committed to ranking your program."),
    ("C20", "I guarantee you will not regret it."),
    ("C20", "I will definitely be your next great resident."),
    ("C22", "I have also interviewed at Marrow Lake and Tavistock."),
    ("C22", "So far I have received 14 interview invitations."),
    ("C22", "I signaled four other programs."),
    ("C22", "Tavistock offered me an interview too."),
    ("C22", "I have applied to over one hundred programs."),
    ("C23", "I am a 33-year-old mother of two."),
    ("C23", "Being Catholic, I liked the chapel."),
    ("C23", "I take medication for ADHD."),
    ("C23", "My husband is a surgeon."),
    ("C23", "We are planning a baby next year."),
    ("C24", "My CV is attached below."),
    ("C24", "I'm sending my CV as an attachment."),
    ("C24", "Enclosed please find my personal statement."),
    ("C24", "PFA my transcript."),
    ("C21", "I will rank you highly."),
    ("C21", "Fenwick is now at the top of my list."),
    ("C21", "I hope to be high on your list."),
    ("C15", "It was soooo great :)"),
    ("C15", "THANK YOU SO MUCH for everything."),
    ("C15", "You guys rock, it was awesome."),
    ("C15", "Hey there, thanks a ton!!"),
]
WRITTEN_AS = {"C04": Kind.HIGH_RANK, "C05": Kind.HIGH_RANK, "C21": Kind.THANK_YOU, "C15": Kind.THANK_YOU}


@pytest.mark.parametrize(("check", "words"), SAID_SO)
def test_a_fault_is_found_in_one_more_voice(check: str, words: str) -> None:
    letter = a_draft(words, kind=WRITTEN_AS.get(check, Kind.QUESTION))
    assert found(check, letter, SEASONS["told"] if check == "C04" else SEASON, IN_FEBRUARY)


MORE_INNOCENT = [
    "I would be glad to tell you more about the study, which ranked fourth in our regional prize.",
    "Your residents told me that the first choice of clinic goes to the third-years.",
    "The list of questions I brought was too long, and you answered every one before the first coffee.",
    "I chose pediatrics first because of my sister, and later because of everything else.",
    "You asked me what I put first in a hard week, and I said sleep.",
    "When I rank my own strengths, patience comes last and you saw that at once.",
    "My first choice of words was poor, and you were kind about it.",
    "I match my pace to the child's, as your interns do.",
    "I hope to commit the growth charts to memory before July.",
    "Is there a commitment to teach medical students in the second year?",
    "What commitment of time does the advocacy month ask of residents?",
    "The signal from the monitor was lost, and the intern went to look at the child instead.",
    "We signaled the helicopter with a torch.",
    "I interviewed twelve families for the study.",
    "I accepted a post as a research assistant in Cork last year.",
    "The hospital offered me a room while I rotated there.",
    "I have interviews with parents to transcribe this week.",
    "The position of the tube was confirmed before the match of blood arrived.",
    "The clinic matched each family with a volunteer before the first visit.",
    "Please do not hesitate to call me at once if the link fails.",
    "I need the exact address by Thursday, since the taxi has to be ordered.",
    "Could you please confirm the time by Friday, if that is possible?",
    "I was disappointed with my own note, and the attending showed me how to write it.",
    "It would be a mistake to think that I talk this much on rounds.",
    "The chief said that you must always explain why you order a test.",
    "I promised the boy a drawing of a crane.",
    "A guarantee of protected teaching is rare, and yours is kept.",
    "I will definitely bring the recipe if we meet again.",
    "I was born in Madison, where my grandparents keep goats.",
    "My family spoke three languages at table.",
    "My mentor's daughter drew the poster.",
    "A girl of twelve asked for her own chart.",
    "I worked for two years in a church-run clinic.",
    "The prayer room beside the unit was never empty.",
    "My health policy project followed school lunches.",
    "I attached the monitor leads under a nurse's eye.",
    "The paper you attached to your message was a pleasure to read.",
    "Thank you for attaching the schedule.",
    "Would you tell me where I can park, and which door to use?",
    "How do you rank the importance of research for applicants to fellowship?",
    "Where does the clinic stand in the day of an intern?",
    "What are my options if the link does not open?",
    "Do interns have a chance to follow families for three years?",
    "May I ask whether residents list their clinic preferences?",
    "I know the season is long and wish you an easy end of it.",
    "I remain very interested in Fenwick and hope to train there.",
    "I would be honored to train at Fenwick.",
    "I can see myself at Fenwick, in the clinic with the painted door.",
    "Fenwick is a program I would be proud to join.",
    "Nobody asked me to write this, and no answer is needed.",
    "I am sorry that I have to ask for another hour.",
    "The other interviewers were as kind as you.",
    "Another program director once told me to write shorter notes.",
    "I followed a family from another hospital to yours.",
    "I learned at Pell Harbor Children's Hospital to hold a newborn's head.",
]


@pytest.mark.parametrize("kind", [Kind.QUESTION, Kind.HIGH_RANK])
@pytest.mark.parametrize("words", MORE_INNOCENT)
def test_innocent_sentences_are_left_alone_in_one_more_voice(words: str, kind: Kind) -> None:
    about_the_whole = {"C12", "C14", "C16", "C17", "C26"}
    season, letter = SEASONS["told"], a_draft(words, kind=kind)
    assert [one for one in check_letter(season, letter, now=IN_FEBRUARY) if one.check not in about_the_whole] == []
