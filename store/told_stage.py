"""What the news says of ECFMG certification where the profile is behind it."""

from __future__ import annotations

import re

from store.records import News
from store.season import Season
from store.words import EcfmgStage

REACHED = (EcfmgStage.IN_PROGRESS, EcfmgStage.REQUIREMENTS_MET, EcfmgStage.CERTIFIED)
"""The stages in the order in which they are reached."""
ABOUT = re.compile(r"\becfmg\b|\bintealth\b|\bpathways?\b")
"""Words by which news is of certification at all."""
OPEN = re.compile(
    r"\b(?:not|no|never|denied|rejected|refused|declined|pending|await\w*|wait\w*|expect\w*|will|once|when|until|if"
    r"|appl(?:y|ied) for|hope|submitted|delay\w*|withdr\w+|revoked)\b|n[’']t\b"
)
"""Words by which it has not happened yet, or has gone the other way."""
SAYS: tuple[tuple[EcfmgStage, re.Pattern[str]], ...] = (
    (EcfmgStage.CERTIFIED, re.compile(r"\bcertified\b|\bcertificate\b|\bcertification\b")),
    (EcfmgStage.REQUIREMENTS_MET, re.compile(r"\b(?:accepted|approved|requirements?\b.*\b(?:met|complete\w*))\b")),
)
"""By which words news reaches a stage, the furthest first."""


def stage_told(season: Season) -> tuple[EcfmgStage, News] | None:
    """The stage that the newest news of certification speaks of; None unless the profile names an earlier one."""
    said = ((stage, one) for one in season.news if (stage := _stage_in(one.what)) is not None)
    newest = max(said, key=lambda pair: (pair[1].day, REACHED.index(pair[0])), default=None)
    own = season.profile.ecfmg
    if newest is None or own is None or REACHED.index(own) >= REACHED.index(newest[0]):
        return None
    return newest


def _stage_in(words: str) -> EcfmgStage | None:
    said = words.casefold()
    if not ABOUT.search(said) or OPEN.search(said):
        return None
    return next((stage for stage, pattern in SAYS if pattern.search(said)), None)
