"""Every declared key fires its command from the bytes that a plain terminal of 80 by 24 sends, without extensions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.key_bytes import bytes_of
from tests.terminal import Terminal
from tui.commands import EVERYWHERE, SCOPES, bindings_of

HARNESS = """
import sys
from pathlib import Path
from textual.app import App
from textual.screen import Screen
from tui.commands import EVERYWHERE, bindings_of
from tui.safe_driver import SafeDriver

fired = Path(sys.argv[2]).open("a", encoding="utf-8", buffering=1)

class Only(Screen):
    BINDINGS = [] if sys.argv[1] == EVERYWHERE else bindings_of(sys.argv[1])

class Told(App):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [one for one in bindings_of(EVERYWHERE) if sys.argv[1] == EVERYWHERE or one.action != "take_over"]

    def on_mount(self):
        self.push_screen(Only())
        self.call_after_refresh(fired.write, "ready\\n")

    async def run_action(self, action, default_namespace=None, namespaces=None):
        fired.write(f"{action}\\n")
        return True

Told(driver_class=SafeDriver).run()
"""


@pytest.mark.parametrize("scope", (EVERYWHERE, *SCOPES))
def test_every_key_arrives_from_its_bytes_and_fires(scope: str, tmp_path: Path) -> None:
    told = tmp_path / "fired"
    told.touch()
    terminal = Terminal(HARNESS, scope, str(told), TEXTUAL_DISABLE_KITTY_KEY="1", ESCDELAY="25")

    def fired() -> list[str]:
        return told.read_text(encoding="utf-8").splitlines()

    wanted = ["ready"]
    try:
        assert terminal.until(lambda: fired() == wanted), terminal.output[-2000:]
        for binding in bindings_of(scope):
            terminal.send(bytes_of(binding.key))
            wanted.append(binding.action)
            assert terminal.until(lambda: len(fired()) >= len(wanted)), (binding.key, binding.action)
            assert fired()[-1] == binding.action, binding.key
    finally:
        terminal.close()
    assert fired() == wanted


def test_no_key_is_declared_that_a_plain_terminal_cannot_send() -> None:
    for scope in (EVERYWHERE, *SCOPES):
        for binding in bindings_of(scope):
            bytes_of(binding.key)
