"""The settings read from their file; where there is none, or none that can be read, nothing more is loaded."""

from __future__ import annotations

from pathlib import Path

from tui.settings import Settings, unread


def read_settings(path: Path, before: Settings | None = None) -> Settings:
    """The settings of that TOML file; what is missing takes its default.

    What is wrong is named with its line and stays as it was `before`, or takes its default where there was nothing.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as trouble:
        line = trouble.object.count(b"\n", 0, trouble.start) + 1
        return unread(path, f"line {line} is not UTF-8 text", before)
    except OSError as trouble:
        return unread(path, trouble.strerror or str(trouble), before)
    from tui.settings_reading import settings_in

    return settings_in(text, path, before)
