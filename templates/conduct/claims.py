"""C13: citizenship and certification, left out of a first contact or said otherwise than the profile has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.dates import show_day
from store.moments import Moment
from store.records import Profile
from store.season import Season
from store.told_stage import stage_told
from store.words import Citizenship, EcfmgStage, Kind
from templates.conduct.draft import Draft, at_words
from templates.conduct.findings import Finding, Fix, Level
from templates.conduct.fixes import added, instead
from templates.conduct.frame import greeting_end, signature_start
from templates.conduct.phrases import phrases_of
from templates.conduct.ranking import clause_before
from templates.conduct.sentences import Page, Sentence
from templates.sentences import citizenship_sentence, ecfmg_sentence

FILE = "claims.json"
CHANGE_IT = "If the news is right, change ECFMG in the profile under Season, then write this anew."
"""How to bring the profile up to the news; until then no sentence of the profile's is offered in exchange."""
SHORT = 16
"""Words of a sentence that may be replaced as a whole."""
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_DENIED = re.compile(
    r"\b(?:not|never|neither|nor|n't|without|no longer|if i (?:were|was)|unlike)\b(?: [\w'-]+){0,3} ?$"
)
_NOT = re.compile(r"\b(?:not|never)\b|n't\b")
_AHEAD = re.compile(
    r"\b(?:will|expect\w*|hope|plan|anticipat\w*|pending|once|upon|until|when|before|working|towards?|soon|await\w*|due"
    r"|by the time|eligible|not|never|yet|become|becoming|to be|would|if|in order to|should"
    r"|(?:on|after) (?:my )?graduation)\b|n't\b"
)
_TRIGGER = re.compile(r"citizen|resident|green|visa|sponsor|ecfmg|certif|passport|pathway|j-?1|h-?1|requirement")


def _plain_words_there(draft: Draft) -> bool:
    for page in draft.pages:
        for sentence in page.sentences:
            if any(True for sense in ("citizen", "resident", "no_visa") for _ in _claims(page, sentence, sense)):
                return True
    return False


def _claims(page: Page, sentence: Sentence, sense: str) -> Iterator[tuple[int, int]]:
    """Where the writer claims that of themselves; denied and quoted words claim nothing."""
    if not _TRIGGER.search(sentence.flat):
        return
    for phrase in phrases_of(FILE, sense):
        for match in phrase.found_in(sentence.flat):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            denied = sense != "no_visa" and (
                _DENIED.search(sentence.flat[: match.start()]) or _NOT.search(match.group())
            )
            if not denied and not page.quoted(start, end):
                yield start, end


def _is_first_contact(draft: Draft) -> bool:
    if draft.sent_before or draft.program is None:
        return False
    return draft.letter.kind is Kind.INTEREST


def stated_facts(draft: Draft, now: Moment) -> Iterator[Finding]:
    """A first contact without a plain sentence of citizenship, and claims the profile does not bear out."""
    if _is_first_contact(draft) and not _plain_words_there(draft):
        message = "A first letter says in a plain sentence that you need no visa, and why; this one does not yet."
        yield Finding("C13", Level.WARN, message, where="body", fix=_plain_words_added(draft))
    for page in draft.pages:
        for sentence in page.sentences:
            yield from _untrue(draft.season, page, sentence, now)


def _plain_words_added(draft: Draft) -> Fix | None:
    """The profile's sentence of citizenship at the end of the first paragraph; None while the profile is silent."""
    text, profile = draft.body.own_text, draft.season.profile
    begins = greeting_end(text)
    first = _PARAGRAPH.search(text, begins, signature_start(text))
    if profile.citizenship is None or first is None:
        return None
    words = citizenship_sentence(profile)
    return added(draft.body, first.end(), f" {words}", f"add “{words}”")


def _true_form(profile: Profile, sense: str, page: Page, sentence: Sentence, now: Moment) -> Fix | None:
    """The profile's own sentence in place of a short one that says otherwise."""
    if page.where != "body" or len(sentence.text.split()) > SHORT:
        return None
    of_certificate = sense in {"certified", "met", "pending"}
    words = ecfmg_sentence(profile, now) if of_certificate else citizenship_sentence(profile)
    return instead(page, sentence.start, sentence.end, words)


def _untrue(season: Season, page: Page, sentence: Sentence, now: Moment) -> Iterator[Finding]:
    profile = season.profile
    for sense, message in {**dict(_contradictions(profile)), **_behind_the_news(season)}.items():
        for start, end in _claims(page, sentence, sense):
            if sense == "visa" and _says_no_visa(sentence):
                continue
            place = start - sentence.start
            clause = clause_before(sentence.flat, place)[-60:] + sentence.flat[place : end - sentence.start]
            if sense == "certified" and _AHEAD.search(clause):
                continue
            fix = None if message.endswith(CHANGE_IT) else _true_form(profile, sense, page, sentence, now)
            yield at_words(page, start, end, "C13", Level.WARN, message, fix=fix)
            break


def _says_no_visa(sentence: Sentence) -> bool:
    return any(phrase.pattern.search(sentence.flat) for phrase in phrases_of(FILE, "no_visa"))


def _behind_the_news(season: Season) -> dict[str, str]:
    """Claims on which the news and the profile disagree, each with the reason; none where both say the same."""
    told = stage_told(season)
    if told is None:
        return {}
    stage, news = told
    said = f"Your news of {show_day(news.day)} says “{news.what.strip().rstrip('.')}”; your profile is not as far."
    senses = ("pending", "certified", "met") if stage is EcfmgStage.CERTIFIED else ("pending", "met")
    return dict.fromkeys(senses, f"{said} {CHANGE_IT}")


def _contradictions(profile: Profile) -> Iterator[tuple[str, str]]:
    """What must not be claimed with this profile, each with the reason."""
    if profile.citizenship is Citizenship.CITIZEN:
        yield "resident", "Your profile says US citizen; permanent residence is something else to the Match."
    if profile.citizenship is Citizenship.PERMANENT_RESIDENT:
        yield "citizen", "Your profile says permanent resident; citizenship is something else to the Match."
        yield "img", "Your profile says permanent resident; a US-citizen graduate is something else to the Match."
    if profile.citizenship is not None:
        yield "visa", "Your profile says that you need no visa; this reads as if you did."
    if profile.ecfmg in {EcfmgStage.IN_PROGRESS, EcfmgStage.REQUIREMENTS_MET}:
        yield "certified", "Your profile does not say that you are certified by ECFMG yet; say how far you are."
    if profile.ecfmg is EcfmgStage.IN_PROGRESS:
        yield "met", "Your profile does not say that every ECFMG requirement is met; say how far you are."
    if profile.ecfmg is EcfmgStage.CERTIFIED:
        yield "pending", "Your profile says that you are certified by ECFMG; this reads as if you were not yet."
