"""Every setting with its words: what it is for, what it may be, what holds when nothing is said."""

from __future__ import annotations

from store.frozen_record import record
from tui.settings import COLORS, DATES, GLYPHS, QUIT, THEME_NAMES, Settings


@record(frozen=True, slots=True)
class Setting:
    """One setting."""

    name: str
    """Its name in the file."""
    says: str
    """What it is for, in a few words."""
    values: tuple[str, ...]
    """What it may be, the default first."""
    about: tuple[str, ...]
    """A few words for each of these."""

    @property
    def default(self) -> str:
        """What holds when nothing is said."""
        return self.values[0]


SETTINGS = (
    Setting(
        "theme",
        "colours of the screen",
        THEME_NAMES,
        (
            "light letters on a dark ground",
            "dark letters on a light ground",
            "black and white, nothing faint",
            "for colour-blind eyes, on a dark ground",
            "for colour-blind eyes, on a light ground",
            "your terminal’s colours, on a dark ground",
            "your terminal’s colours, on a light ground",
        ),
    ),
    Setting(
        "glyphs",
        "signs the lanes are drawn with",
        GLYPHS,
        ("what the terminal seems to show", "lines and shapes", "plain ASCII only"),
    ),
    Setting("color", "colour at all", COLORS, ("where the terminal has it", "greys and shapes alone")),
    Setting(
        "dates",
        "how days are written and read",
        DATES,
        ("Thu 3 Dec 2026", "Thu Dec 3, 2026", "Thu 2026-12-03; a typed 12-03 is then 3 December"),
    ),
    Setting("quit", "how a view is left for good", QUIT, ("at the second press", "at the first press")),
)
NAMES = tuple(one.name for one in SETTINGS)


def setting_called(name: str) -> Setting | None:
    """The setting of that name, or none."""
    return next((one for one in SETTINGS if one.name == name), None)


def value_of(settings: Settings, name: str) -> str:
    """The value in force."""
    values = {
        "theme": settings.theme,
        "glyphs": settings.glyphs,
        "color": settings.color,
        "dates": settings.dates.value,
        "quit": QUIT[settings.quit_once],
    }
    return values[name]
