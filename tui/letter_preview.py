"""Messages and follow-ups as titled lists of lines, for the pane beside a list; made in a thread, never on a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.agenda import FollowUp
from store.course import booked_interviews
from store.dates import show_both, show_day_short
from store.errors import SeasonError
from store.records import Interview, Letter, Program
from store.season import Season
from store.words import ROLE_WORDS, UNSENT, Direction, Kind, LetterState
from tui.program_story import Part, interview_words, story_of
from tui.promise_table import promise_parts
from tui.review_sections import Item
from tui.sentences import sentences
from tui.shown import line
from tui.state import SeasonState

if TYPE_CHECKING:
    from templates.conduct.findings import Finding
    from templates.own_templates import OwnTemplates

MOST_FINDINGS = 4
UNFILLED = "C01"
WAY_OUT = "{review.copy} copies it, {review.sent} marks it as sent"
"""Under a message that nothing holds back."""
SIGNS = {"STOP": "x", "WARN": "!", "NOTE": "-"}


def letter_parts(state: SeasonState, letter: Letter, title: str = "") -> tuple[Part, ...]:
    """The message with its people, then what the checks say of it in short."""
    season = state.season
    known = season.contacts_by_id
    people = ", ".join(known[one].titled for one in letter.contact_ids if one in known)
    way = "From" if letter.direction is Direction.IN else "To"
    head = [f"{way}: {people or 'nobody yet'}", f"Subject: {letter.subject or 'none yet'}"]
    if letter.at is not None:
        head.append(f"{show_both(letter.at, state.home.zone_at(letter.at))}")
    answered = season.letters_by_id.get(letter.answers)
    if answered is not None and answered.at is not None:
        whose = "yours" if answered.direction is Direction.OUT else "theirs"
        about = f": {answered.subject}" if answered.subject else ""
        head.append(f"Answers {whose} of {show_day_short(state.home.day_of(answered.at))}{about}")
    words = letter.body.split("\n") if letter.body else ["No words yet."]
    said = Part(title or _state_title(letter), (*head, "", *words))
    return (*promise_parts(state, letter), said, *_concerns(state, letter), *checks_part(state, letter))


def _concerns(state: SeasonState, letter: Letter) -> tuple[Part, ...]:
    """What a message that came in may have to be flagged for; nothing once it is."""
    if letter.direction is not Direction.IN or letter.improper or letter.hint:
        return ()
    from templates.incoming.concerns import concerns_in

    lines = [f"“{line(one.words, 200)}”  It {one.why}." for one in concerns_in(letter.body)[:MOST_FINDINGS]]
    return (Part(state.spell("{messages.flag} flags it, if you agree"), tuple(lines), alarm=True),) if lines else ()


def _state_title(letter: Letter) -> str:
    titles = {LetterState.DRAFT: "Draft", LetterState.READY: "Ready to send", LetterState.SENT: "Sent"}
    return "Received" if letter.direction is Direction.IN else titles[letter.state]


def checks_part(state: SeasonState, letter: Letter) -> tuple[Part, ...]:
    """What the checks found, gravest first, and how much is in order; nothing for what has gone out or come in."""
    from templates.conduct.checking import check_letter, passed_checks

    if letter.direction is Direction.IN or letter.state not in UNSENT:
        return ()
    findings = check_letter(state.season, letter, now=state.now)
    blank = sum(one.check == UNFILLED for one in findings)
    told = [one for one in findings if one.check != UNFILLED]
    lines = [f"x STOP  {blank} field{'s' if blank > 1 else ''} to fill in"] if blank else []
    lines += [_finding_words(one) for one in told[:MOST_FINDINGS]]
    if len(told) > MOST_FINDINGS:
        lines.append(f"  and {len(told) - MOST_FINDINGS} more")
    fine = passed_checks(state.season, letter, findings)
    lines.append(f"ok {len(fine)} checks passed" if fine else "")
    return (Part("Checks", tuple(filter(None, lines)), alarm=any(one.level.value == "STOP" for one in findings)),)


def _finding_words(finding: Finding) -> str:
    about = f"“{line(finding.text, 40)}”  " if finding.text else ""
    return f"{SIGNS[finding.level.value]} {finding.level.value}  {about}{finding.message}"


def template_parts(kind: Kind) -> tuple[str, tuple[Part, ...]]:
    """What a kind of message is for, in which forms it comes, and how the first of them reads."""
    from templates.catalogue import KINDS
    from templates.own_templates import own_templates, own_variants
    from templates.render import render

    about = KINDS[kind]
    few, many = about.words
    readers = ", ".join(ROLE_WORDS[role] for role in about.to)
    purpose = (f"Best time: {about.when}", f"To: {readers}", f"Length: {few} to {many} words")
    own = own_templates()
    forms = (*(form.title for form in about.variants), *(form.title for form in own_variants(kind, own.sources)))
    words = render(kind, about.variants[0].name, {}, own=own.sources)
    example = (f"Subject: {words.subject}", "", *words.body.split("\n"))
    wrong, yours = own_parts(kind, own)
    parts = (
        wrong,
        Part("Purpose", purpose),
        Part("Forms", forms if len(forms) > 1 else ()),
        yours,
        Part("How it reads before it is filled in", example),
    )
    return about.title, tuple(part for part in parts if part.lines)


def own_parts(kind: Kind, own: OwnTemplates) -> tuple[Part, Part]:
    """What is wrong with the person's own forms of that kind and which files are passed over; then their names."""
    from templates.template_check import looked_through

    mine = [one for one in own.templates if one.kind is kind]
    wrong = [f"{one.name}: {said}" for one in mine for said in looked_through(one.source, kind).troubles]
    return (
        Part("Cannot be used; the app's own is used meanwhile", (*wrong, *own.troubles), alarm=True),
        Part("Yours", tuple(one.name for one in mine)),
    )


def item_preview(state: SeasonState, item: Item) -> tuple[str, tuple[Part, ...]]:
    """Title and parts for one line of the review."""
    season = state.season
    program = season.programs_by_id.get(item.program_id)
    title = program.name if program else "The whole season"
    letter = season.letters_by_id.get(item.waiting.letter_id) if item.waiting else None
    if letter is not None:
        return title, letter_parts(state, letter)
    follow_up = item.follow_up or item.settled
    if follow_up is None:
        return title, story_of(state, program) if program else ()
    parts = (Part("Why it is here", sentences(follow_up.why)), *_their_words(season, follow_up))
    if program is None:
        return title, parts
    if follow_up.kind is None:
        return title, (*parts, *_interview_parts(state, program, follow_up))
    title = f"{title}  {follow_up.kind.value}"
    return title, (*parts, *_message_parts(state, follow_up), *_notes(season, program, follow_up))


def _message_parts(state: SeasonState, follow_up: FollowUp) -> tuple[Part, ...]:
    from templates.answering import letter_answering

    try:
        letter = letter_answering(state.season, follow_up, now=state.now)
    except SeasonError as trouble:
        return (Part("No message can be begun", (str(trouble),), alarm=True),)
    if letter is None:
        return ()
    title = state.spell("{review.message} begins this message")
    if letter.id in state.season.letters_by_id:
        day = state.home.day_of(letter.edited or letter.made or state.now)
        begun = "Ready to send" if letter.state is LetterState.READY else "Your draft"
        title = f"{begun}, last changed {show_day_short(day)}"
    parts = letter_parts(state, letter, title)
    return parts if any(part.alarm for part in parts) else (*parts, Part(state.spell(WAY_OUT), ()))


def _their_words(season: Season, follow_up: FollowUp) -> tuple[Part, ...]:
    letter = season.letters_by_id.get(follow_up.letter_id)
    if letter is None or letter.direction is not Direction.IN:
        return ()
    return (Part("They wrote", (letter.subject, *letter.body.split("\n"))),)


def _interview_parts(state: SeasonState, program: Program, follow_up: FollowUp) -> tuple[Part, ...]:
    interview = state.season.interviews_by_id.get(follow_up.interview_id)
    if interview is None:
        return ()
    words = (interview_words(interview, state.home.zone_at(interview.starts)),)
    return (Part("Interview", words), *_notes(state.season, program, follow_up))


def _notes(season: Season, program: Program, follow_up: FollowUp) -> tuple[Part, ...]:
    """What was written down after the interview it is about, or after the last one that was told of."""
    own = season.interviews_by_id.get(follow_up.interview_id)
    told = [one for one in (own, *reversed(booked_interviews(season, program.id))) if one and one.debrief]
    return (Part("Your notes", _note_lines(season, told[0])),) if told and _note_lines(season, told[0]) else ()


def _note_lines(season: Season, interview: Interview) -> tuple[str, ...]:
    told, known = interview.debrief, season.contacts_by_id
    if told is None:
        return ()
    whose = {one: person.titled for one, person in known.items()} | {"": "The day"}
    hooks = tuple(f"{whose.get(hook.contact_id, 'Talk')}: {hook.words}" for hook in told.hooks)
    liked = (f"Liked: {told.liked}",) if told.liked else ()
    worried = (f"Gave pause: {told.worried}",) if told.worried else ()
    return (*hooks, *liked, *worried)
