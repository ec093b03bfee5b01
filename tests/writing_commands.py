"""Every plain command that changes the season, in words that the demo season allows."""

from __future__ import annotations

from pathlib import Path

from store.exchange.archive import as_json
from store.record_json import season_to_tables
from tests.sample_season import sample_season

SHEET = "Program,City,State,Tags\nAlder Ridge,Marrow,MN,new\nRookery,,,seen\n"

WRITING: dict[str, tuple[str, ...]] = {
    "done": ("done", "{follow-up}"),
    "snooze": ("snooze", "{follow-up}", "2026-12-20"),
    "skip": ("skip", "{follow-up}"),
    "task": ("task", "add", "Renew the passport", "--due", "2026-12-02T09:00+01:00"),
    "add": ("add", "Alder Ridge", "--city", "Marrow", "--state", "MN", "--tag", "new"),
    "import": ("import", "{folder}/programs.csv", "--leave-out-rejected"),
    "status": ("status", "rookery", "WDN"),
    "rule": ("rule", "rookery", "thanks-welcome", "--words", "Notes are welcome."),
    "contact": ("contact", "rookery", "Nils Ode", "--role", "interviewer", "--email", "nils@ode.example"),
    "invite": ("invite", "{applied}", "--offer", "2026-12-10T09:00-05:00"),
    "book": ("book", "{applied}", "2026-12-10T09:00", "--zone", "America/Chicago"),
    "offer": ("offer", "{applied}", "2026-12-10T09:00-05:00"),
    "confirm": ("confirm", "tamsin"),
    "told": ("told", "pinnacle", "portal", "eras"),
    "debrief": ("debrief", "dunmarrow", "--gut", "4", "--score", "culture=5"),
    "question": ("question", "add", "Who teaches on nights?", "--theme", "nights", "--role", "resident"),
    "answer": ("answer", "rookery", "q-boards-plan", "A course in the third year.", "--by", "bellweather"),
    "fact": ("fact", "rookery", "visa", "none", "--source", "their page", "--on", "2026-11-20"),
    "reason": ("reason", "rookery", "A rural clinic like the one I grew up beside.", "--kind", "mission"),
    "cancel": ("cancel", "{booked}", "--withdraw"),
    "draft": ("draft", "rookery", "--kind", "thank-you", "--to", "bellweather"),
    "thanks": ("thanks", "rookery"),
    "sent": ("sent", "rookery", "--kind", "thank-you", "--text", "{folder}/letter.txt", "--accept-stops"),
    "promise": ("promise", "thistledown", "--withdraw", "--words", "By telephone, to the office."),
    "rank": ("rank", "move", "rookery", "1"),
    "score": ("score", "rookery", "culture=5", "mission=3"),
    "weigh": ("weigh", "culture=2"),
    "fit": ("fit", "weigh", "ties=5"),
    "received": ("received", "rookery", "--kind", "reply", "--text", "{folder}/letter.txt"),
    "flag": ("flag", "Your interview at Lantern Bluff", "--hint"),
    "trash": ("trash", "put", "rookery"),
    "restore": ("restore", "{folder}/older.json", "--yes"),
    "merge": ("merge", "{folder}/older.json", "--theirs", "--same-person"),
    "rules": ("rules", "F07", "days", "21"),
    "where": ("where", "America/Phoenix", "--from", "2027-01-10", "--until", "2027-01-20"),
    "news": ("news", "I passed Step 3.", "--on", "2026-11-20"),
    "outcome": ("outcome", "matched", "--now", "2027-03-16T14:00+00:00"),
    "profile": ("profile", "phone=+48 22 555 99 99", "usce_months=7"),
}
"""By the name of the command; `{...}` stands for what only the season or the test can name."""

LOOKING = frozenset(
    {
        "agenda",
        "help",
        "list",
        "show",
        "ledger",
        "compare",
        "revisions",
        "check",
        "outbox",
        "templates",
        "export",
        "archive",
        "new-season",
        "soap",
        "history",
        "path",
        "timeline",
        "backups",
        "prep",
        "record",
        "rights",
        "why",
        "facts",
        "completion",
    }
)
"""Commands that change nothing."""
ASKING = frozenset({"form", "review", "serve"})
"""Commands whose every change follows an answer; their own tests take each of these back."""
ABOUT_STEPS = frozenset({"undo", "redo"})
MAKING_FILES = frozenset({"demo", "backup", "doctor", "ics", "settings"})
"""Commands that write a file of their own, or put one right that does not open; never into a season that is well."""


def spelled(argv: tuple[str, ...], folder: Path, **names: str) -> tuple[str, ...]:
    """That command with the names put in; the files it reads are made in the folder."""
    (folder / "programs.csv").write_text(SHEET, encoding="utf-8")
    (folder / "letter.txt").write_text("Dear Dr. Bellweather,\n\nthank you.\n\nLena Korvath\n", encoding="utf-8")
    (folder / "older.json").write_bytes(as_json(season_to_tables(sample_season())))
    return tuple(word.format(folder=folder, **names) if "{folder}" in word else _named(word, names) for word in argv)


def _named(word: str, names: dict[str, str]) -> str:
    return names.get(word.strip("{}"), word) if word.startswith("{") else word
