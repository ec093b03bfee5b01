"""The two weeks of notice that a program counts on before an interview is moved or cancelled."""

from __future__ import annotations

from store.dates import days_until, home_of, show_for
from store.follow_ups.clashing import COURTESY_DAYS
from store.moments import Moment
from store.numbers import in_days
from store.records import Profile


def notice_ends(starts: Moment) -> Moment:
    """The last moment at which two weeks are left."""
    return starts.after(days=-COURTESY_DAYS)


def notice_words(profile: Profile, starts: Moment, now: Moment) -> str:
    """One sentence on the two weeks: until when they can be kept, or that they are over and what is kind then."""
    if starts.at <= now.at:
        return "The interview has begun, so there is no notice left to give: call them now if you cannot come."
    end, home = notice_ends(starts), home_of(profile, now)
    said = show_for(profile, end, now)
    if end.at > now.at:
        return f"Two weeks’ notice ends {said}, {in_days(days_until(end, now, home))}."
    soon = in_days(days_until(starts, now, home))
    return f"Two weeks’ notice ended {said}; it begins {soon}. Write at once, and call them too if it is an emergency."
