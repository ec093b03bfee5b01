"""The app's own themes; status colours keep 4.5:1 and stay apart for colour-blind eyes."""

from __future__ import annotations

from textual.theme import Theme

DARK_STATUS = {
    "status-pln": "#A3A3A3",
    "status-app": "#4BBAFF",
    "status-inv": "#EFAA07",
    "status-bkd": "#8C90FF",
    "status-int": "#00FF86",
    "status-wtl": "#FFFF00",
    "status-mat": "#D550BA",
    "status-closed": "#A3A3A3",
    "late": "#FF7A55",
}
LIGHT_STATUS = {
    "status-pln": "#535353",
    "status-app": "#0B62F3",
    "status-inv": "#B04E06",
    "status-bkd": "#39158B",
    "status-int": "#0A733F",
    "status-wtl": "#4B0B08",
    "status-mat": "#83297F",
    "status-closed": "#535353",
    "late": "#990004",
}
TOLD_APART_STATUS = {
    "status-pln": "#A6A6A6",
    "status-app": "#5DB869",
    "status-inv": "#CE9800",
    "status-bkd": "#FF63FF",
    "status-int": "#42FF74",
    "status-wtl": "#C6FFE1",
    "status-mat": "#FFBDFF",
    "status-closed": "#A6A6A6",
    "late": "#ECFF00",
}
"""Hues and steps of brightness that stay apart for eyes without any one of the three kinds of cones."""
TOLD_APART_ON_LIGHT = {
    "status-pln": "#595959",
    "status-app": "#006B92",
    "status-inv": "#A900C8",
    "status-bkd": "#7200F6",
    "status-int": "#11314A",
    "status-wtl": "#720016",
    "status-mat": "#4E007B",
    "status-closed": "#595959",
    "late": "#B7000C",
}
"""The same on a light ground, where nothing pale can be read."""
CONTRAST_STATUS = dict.fromkeys(DARK_STATUS, "#FFFFFF")

SEASON_DARK = Theme(
    name="season-dark",
    primary="#4BBAFF",
    secondary="#8C90FF",
    accent="#EFAA07",
    foreground="#E4E4E4",
    background="#1E1E1E",
    surface="#262626",
    panel="#303030",
    success="#00D070",
    warning="#EFAA07",
    error="#FF7A55",
    dark=True,
    variables={
        **DARK_STATUS,
        "muted": "#A8A8A8",
        "faint": "#6E6E6E",
        "cursor-row": "#3A4450",
        "input-selection-background": "#4BBAFF 35%",
        "block-cursor-background": "#4BBAFF",
        "block-cursor-foreground": "#101014",
    },
)
SEASON_LIGHT = Theme(
    name="season-light",
    primary="#0A5AE0",
    secondary="#39158B",
    accent="#B04E06",
    foreground="#1B1B1B",
    background="#FFFFFF",
    surface="#F4F4F4",
    panel="#E9E9E9",
    success="#0A733F",
    warning="#B04E06",
    error="#990004",
    dark=False,
    variables={
        **LIGHT_STATUS,
        "muted": "#4E4E4E",
        "faint": "#8A8A8A",
        "cursor-row": "#DCE8FA",
        "block-cursor-background": "#0B62F3",
        "block-cursor-foreground": "#FFFFFF",
    },
)
HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#FFFFFF",
    secondary="#FFFFFF",
    accent="#FFFFFF",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#FFFFFF",
    warning="#FFFFFF",
    error="#FFFFFF",
    dark=True,
    variables={
        **CONTRAST_STATUS,
        "muted": "#FFFFFF",
        "faint": "#BFBFBF",
        "cursor-row": "#333333",
        "block-cursor-background": "#FFFFFF",
        "block-cursor-foreground": "#000000",
    },
)
COLOUR_BLIND = Theme(
    name="colour-blind",
    primary="#4EAEFF",
    secondary="#FFBDFF",
    accent="#CE9800",
    foreground="#F0F0F0",
    background="#121212",
    surface="#1C1C1C",
    panel="#262626",
    success="#5DB869",
    warning="#CE9800",
    error="#ECFF00",
    dark=True,
    variables={
        **TOLD_APART_STATUS,
        "muted": "#B8B8B8",
        "faint": "#767676",
        "cursor-row": "#26384A",
        "input-selection-background": "#4EAEFF 35%",
        "block-cursor-background": "#4EAEFF",
        "block-cursor-foreground": "#101014",
    },
)
COLOUR_BLIND_LIGHT = Theme(
    name="colour-blind-light",
    primary="#0B4FC4",
    secondary="#4E007B",
    accent="#A900C8",
    foreground="#1B1B1B",
    background="#FFFFFF",
    surface="#F4F4F4",
    panel="#E9E9E9",
    success="#006B92",
    warning="#A900C8",
    error="#B7000C",
    dark=False,
    variables={
        **TOLD_APART_ON_LIGHT,
        "muted": "#4E4E4E",
        "faint": "#8A8A8A",
        "cursor-row": "#D6E4F5",
        "block-cursor-background": "#0B4FC4",
        "block-cursor-foreground": "#FFFFFF",
    },
)
THEMES: tuple[Theme, ...] = (SEASON_DARK, SEASON_LIGHT, HIGH_CONTRAST, COLOUR_BLIND, COLOUR_BLIND_LIGHT)

FALLBACK_VARIABLES: dict[str, str] = {**DARK_STATUS, "muted": "#A8A8A8", "faint": "#6E6E6E", "cursor-row": "#3A4450"}
"""Variables every theme must have; a theme from elsewhere takes these."""
ANSI_STATUS = {
    "status-pln": "ansi_default",
    "status-app": "ansi_cyan",
    "status-inv": "ansi_yellow",
    "status-bkd": "ansi_bright_blue",
    "status-int": "ansi_green",
    "status-wtl": "ansi_default",
    "status-mat": "ansi_magenta",
    "status-closed": "ansi_default",
    "late": "ansi_bright_red",
    "muted": "ansi_default",
    "faint": "ansi_default",
    "cursor-row": "ansi_default",
}
ANSI_VARIABLES: dict[str, dict[str, str]] = {
    "ansi-dark": ANSI_STATUS,
    "ansi-light": {
        **ANSI_STATUS,
        "status-app": "ansi_blue",
        "status-inv": "ansi_magenta",
        "status-bkd": "ansi_blue",
        "late": "ansi_red",
    },
}
"""For the themes that keep to the terminal's own colours: no others, and none that is faint on their ground."""


def variables_for(theme: str) -> dict[str, str]:
    """The variables that theme takes where it brings none of its own."""
    return ANSI_VARIABLES.get(theme, FALLBACK_VARIABLES)
