"""Everything there is to do at a moment: follow-ups computed by their rules, joined with what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from functools import cached_property

from store.clashes import clashes
from store.follow_ups.clashing import clashes_to_resolve
from store.follow_ups.dated import key_dates_ahead, letters_to_send, tasks_by_hand
from store.follow_ups.debriefs import debriefs_to_write
from store.follow_ups.follow_up import (
    FollowUp,
    HeldBack,
    Urgency,
    days_of,
    held_back,
    soap_silence,
    switched_off,
    urgency,
)
from store.follow_ups.incoming import letters_to_answer
from store.follow_ups.interview_checks import interviews_to_check
from store.follow_ups.invitations import invitations_to_answer
from store.follow_ups.reminders import questions_to_repeat
from store.follow_ups.thank_yous import silenced, thank_yous_to_send
from store.follow_ups.waitlists import waitlists_to_ask
from store.frozen_record import altered, record
from store.key_dates import key_date
from store.moments import Moment
from store.records import Decision, Letter
from store.season import Season
from store.words import UNSENT, Role, Verdict

__all__ = ["Agenda", "Cleared", "FollowUp", "HeldBack", "Urgency", "agenda", "draft_for", "silenced", "urgency"]

RuleFamily = Callable[[Season, Moment], Iterable[FollowUp]]
"""Some rules that look at the same records: all the follow-ups they see at a moment."""

DAYS_OF_CLOSING = 60
"""Before rank lists are certified: no rule about that comes up sooner, unless the applicant gave one more days."""


def _reaching_out(season: Season, now: Moment) -> Iterable[FollowUp]:
    """F06 and F17, read once there is a reason to write or somebody to speak for the applicant."""
    reasons = any(program.reasons for program in season.followed)
    if not reasons and all(one.role is not Role.ADVOCATE for one in season.contacts):
        return ()
    from store.follow_ups.outreach import letters_of_interest, promises_of_advocates

    return (*letters_of_interest(season, now), *promises_of_advocates(season, now))


def _telling(season: Season, now: Moment) -> Iterable[FollowUp]:
    """F08 and F14, read once there is news."""
    if not season.news:
        return ()
    from store.follow_ups.telling import eligibility_to_tell, news_to_tell

    return (*news_to_tell(season, now), *eligibility_to_tell(season, now))


def _closing(season: Season, now: Moment) -> Iterable[FollowUp]:
    """F11 to F13, read in the last weeks before rank lists are certified."""
    days = max(DAYS_OF_CLOSING, days_of(season, "F12", 0), days_of(season, "F13", 0))
    if not timedelta() < key_date(season, "rank-deadline").at - now <= timedelta(days=days):
        return ()
    from store.follow_ups.closing import last_weeks

    return last_weeks(season, now)


def _cancellations(season: Season, now: Moment) -> Iterable[FollowUp]:
    """F18, read once something was cancelled."""
    if all(one.cancelled is None for one in season.interviews):
        return ()
    from store.follow_ups.cancellations import cancellations_to_tell

    return cancellations_to_tell(season, now)


def _after_match(season: Season, now: Moment) -> Iterable[FollowUp]:
    """F19, read from Match Day on where a list was ranked or it is recorded what the Match brought."""
    ranked = season.rank_list.order or season.profile.outcome
    if not ranked or now.at < key_date(season, "match-day").at.at:
        return ()
    from store.follow_ups.after_match import after_the_match

    return after_the_match(season, now)


FAMILIES: tuple[RuleFamily, ...] = (
    invitations_to_answer,
    debriefs_to_write,
    thank_yous_to_send,
    interviews_to_check,
    clashes_to_resolve,
    _cancellations,
    waitlists_to_ask,
    letters_to_answer,
    questions_to_repeat,
    key_dates_ahead,
    letters_to_send,
    tasks_by_hand,
    _reaching_out,
    _telling,
    _closing,
    _after_match,
)
"""Every family of rules; each gives all it can see, whatever was decided about it."""

RULE_WORDS: Mapping[str, str] = {
    "F01": "answer to an invitation",
    "F02": "debrief or scores",
    "F03": "thank-you",
    "F04": "check before an interview",
    "F05": "clash",
    "F06": "letter of interest",
    "F07": "waitlist check-in",
    "F08": "update",
    "F09": "answer to a message",
    "F10": "reminder",
    "F11": "letter that says first",
    "F12": "rank list",
    "F13": "ECFMG certification",
    "F14": "change of eligibility",
    "F15": "key date",
    "F16": "message to send",
    "F17": "promise of an advocate",
    "F18": "telling of a cancellation",
    "F19": "end of the season",
    "TASK": "task",
}
"""What each rule is about, for decisions whose follow-up is no longer there to say it."""


@record(frozen=True, slots=True)
class Cleared:
    """A follow-up decided today."""

    follow_up_words: str
    """What it said to do."""
    decision: Decision
    """What was decided and when."""
    program_id: str = ""
    """The program it was about; empty when the follow-up is no longer there or concerned the season."""


@record(frozen=True, slots=False)
class Agenda:
    """What there is to do at one moment."""

    open: tuple[FollowUp, ...] = ()
    """Everything to do, by due moment and then by key."""
    snoozed: tuple[FollowUp, ...] = ()
    """What is hidden for now, by the moment it comes back."""
    cleared: tuple[Cleared, ...] = ()
    """What was decided today, in the order of the decisions."""
    clashing: frozenset[str] = frozenset()
    """Ids of the programs whose interviews overlap, as long as the overlap is not over."""
    held_back: tuple[HeldBack, ...] = ()
    """What is not proposed because its program has asked not to be written to in this way, by due moment."""

    @cached_property
    def by_program(self) -> Mapping[str, tuple[FollowUp, ...]]:
        """Open follow-ups by program id, a clash under both of its programs."""
        found: dict[str, list[FollowUp]] = {}
        for follow_up in self.open:
            own, other = follow_up.program_id, follow_up.other_program_id
            if own:
                found.setdefault(own, []).append(follow_up if own != other else follow_up.at(own))
            if other and other != own:
                found.setdefault(other, []).append(follow_up.at(other))
        return {program_id: tuple(own) for program_id, own in found.items()}

    @cached_property
    def next_of(self) -> Mapping[str, FollowUp]:
        """The first open follow-up of each program that has any."""
        return {program_id: own[0] for program_id, own in self.by_program.items()}

    def of(self, program_id: str) -> tuple[FollowUp, ...]:
        """The open follow-ups of one program, first due first."""
        return self.by_program.get(program_id, ())


def agenda(season: Season, *, now: Moment) -> Agenda:
    """What there is to do at that moment; days are those of its zone, the home zone."""
    off, silence = switched_off(season), soap_silence(season, now)
    every = tuple(one for family in FAMILIES for one in family(season, now) if one.rule not in off)
    unwanted = tuple(HeldBack(one, why) for one in every if (why := held_back(season, one, now, silence)))
    kept_off = {one.follow_up.key for one in unwanted}
    found = {one.key: one for one in every if one.key not in kept_off}
    decisions = season.decisions_by_id
    to_do: list[FollowUp] = []
    hidden: list[tuple[Moment, FollowUp]] = []
    for key, follow_up in found.items():
        decision = decisions.get(key)
        until = _hidden_until(decision, now)
        if until is not None:
            hidden.append((until, altered(follow_up, snoozed_until=until)))
        elif decision is None or decision.verdict is Verdict.SNOOZED:
            to_do.append(follow_up)
    to_do = _once(season, to_do, [one for _, one in hidden])
    return Agenda(
        open=tuple(sorted(to_do, key=lambda one: (one.due.at, one.key))),
        snoozed=tuple(one for _, one in sorted(hidden, key=lambda pair: (pair[0].at, pair[1].key))),
        cleared=_cleared(season, found, now),
        clashing=_clashing(season, now),
        held_back=tuple(sorted(unwanted, key=lambda one: (one.follow_up.due.at, one.follow_up.key))),
    )


def _once(season: Season, to_do: list[FollowUp], hidden: list[FollowUp]) -> list[FollowUp]:
    """Without the lines that only send a draft with which a clash on the list, or put off, is resolved."""
    clashing = (one for one in (*to_do, *hidden) if one.rule == "F05")
    drafts = {draft.id for one in clashing if (draft := draft_for(season, one)) is not None}
    return [one for one in to_do if one.rule != "F16" or one.letter_id not in drafts]


def draft_for(season: Season, follow_up: FollowUp, program_id: str = "") -> Letter | None:
    """The draft the applicant has begun for a follow-up, the latest first; None when there is none yet.

    A clash concerns two programs; `program_id` says to which of them the draft is to go.
    """
    if follow_up.rule == "F16":
        return season.letters_by_id.get(follow_up.letter_id)
    at_the_other = program_id not in ("", follow_up.program_id)
    for letter in reversed(season.letters_of.get(program_id or follow_up.program_id, ())):
        if letter.state not in UNSENT or letter.trashed is not None:
            continue
        fits_person = at_the_other or not follow_up.contact_id or follow_up.contact_id in letter.contact_ids
        fits_interview = at_the_other or letter.interview_id in ("", follow_up.interview_id)
        fits_letter = letter.answers in ("", follow_up.letter_id)
        if letter.kind is follow_up.kind and fits_person and fits_interview and fits_letter:
            return letter
    return None


def _clashing(season: Season, now: Moment) -> frozenset[str]:
    ahead = (clash for clash in clashes(season) if clash.end.at > now.at)
    return frozenset(one.program_id for clash in ahead for one in (clash.first, clash.second))


def _hidden_until(decision: Decision | None, now: Moment) -> Moment | None:
    if decision is None or decision.verdict is not Verdict.SNOOZED or decision.until is None:
        return None
    return decision.until if decision.until.at > now.at else None


def _cleared(season: Season, found: Mapping[str, FollowUp], now: Moment) -> tuple[Cleared, ...]:
    """What was decided on this day at home; a snooze that is over again does not count."""
    today: list[Cleared] = []
    for decision in season.decisions:
        if decision.at.at > now.at or decision.at.day_in(now.zone) != now.day:
            continue
        if decision.verdict is Verdict.SNOOZED and _hidden_until(decision, now) is None:
            continue
        follow_up = found.get(decision.id)
        if follow_up is None:
            words = RULE_WORDS.get(decision.id.partition(":")[0], "follow-up")
            today.append(Cleared(words, decision))
        else:
            today.append(Cleared(follow_up.what, decision, follow_up.program_id))
    return tuple(sorted(today, key=lambda one: (one.decision.at.at, one.decision.id)))
