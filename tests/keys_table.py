"""The README's table of keys, made from the declared commands: `python -m tests.keys_table` prints it."""

from __future__ import annotations

from tui.commands import all_commands
from tui.spelling import AS_SHIPPED


def keys_table() -> str:
    """One Markdown table for each group of commands."""
    parts: list[str] = []
    for scope in all_commands().values():
        parts += [f"**{scope[0].group}**", "", "| key | does |", "| --- | --- |"]
        parts += [f"| {_keys(command.shown)} | {AS_SHIPPED(command.help)} |" for command in scope]
        parts.append("")
    return "\n".join(parts).strip()


def _keys(shown: str) -> str:
    return " ".join(f"`{key}`" if key != "|" else "`\\|`" for key in shown.split())


if __name__ == "__main__":
    print(keys_table())
