"""Plain words for contact rules and reasons, and the letters that choose them."""

from __future__ import annotations

from store.words import ContactRuleName, ReasonKind

RULE_WORDS: dict[ContactRuleName, str] = {
    ContactRuleName.UNKNOWN: "nothing known",
    ContactRuleName.THANKS_WELCOME: "thank-yous are welcome",
    ContactRuleName.THANKS_NOT_NEEDED: "thank-yous are not needed",
    ContactRuleName.NO_THANKS: "no thank-yous, please",
    ContactRuleName.LOGISTICS_ONLY: "logistics only",
    ContactRuleName.ONE_CHANNEL: "one channel only",
    ContactRuleName.UPDATES_UNTIL: "updates until a day",
}
RULE_KEYS: dict[str, ContactRuleName] = dict(zip("uwnxlcd", ContactRuleName, strict=True))

REASON_KEYS: dict[str, tuple[ReasonKind, str]] = {
    "t": (ReasonKind.LOCAL_TIE, "a tie to the place"),
    "r": (ReasonKind.ROTATION, "a rotation there"),
    "a": (ReasonKind.ADVOCATE, "a faculty advocate"),
    "m": (ReasonKind.MISSION, "their mission and mine"),
    "s": (ReasonKind.UNKNOWN_SCHOOL, "a school they may not know"),
}
