"""The records of a season: frozen values, a sentence for each field, tuples for what is many.

This is the one address for all of them; they stand in a file for each part of the season.
"""

from __future__ import annotations

from store.calendar_records import Decision, KeyDate, RuleSetting, Task
from store.interview_records import LONGEST_INTERVIEW, Debrief, Hook, Interview, Move, Told
from store.letter_records import Accepted, Correction, Letter, Revision
from store.profile_records import News, Profile, Stay
from store.program_records import Contact, ContactRule, Fact, Note, Program, Reason, StatusChange
from store.ranking_records import (
    HEAVIEST,
    SCORES,
    WEIGHTS,
    Answer,
    CloseCall,
    Criterion,
    FitWeight,
    LeftOut,
    Question,
    RankList,
    RankSnapshot,
    Score,
)

__all__ = [
    "HEAVIEST",
    "LONGEST_INTERVIEW",
    "SCORES",
    "WEIGHTS",
    "Accepted",
    "Answer",
    "CloseCall",
    "Contact",
    "ContactRule",
    "Correction",
    "Criterion",
    "Debrief",
    "Decision",
    "Fact",
    "FitWeight",
    "Hook",
    "Interview",
    "KeyDate",
    "LeftOut",
    "Letter",
    "Move",
    "News",
    "Note",
    "Profile",
    "Program",
    "Question",
    "RankList",
    "RankSnapshot",
    "Reason",
    "Revision",
    "RuleSetting",
    "Score",
    "StatusChange",
    "Stay",
    "Task",
    "Told",
]
