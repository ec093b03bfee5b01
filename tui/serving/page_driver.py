"""The app's end of a page in a browser: the window closing, or `serve` ending in any way, saves and leaves."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING, Any, cast

from textual.drivers.web_driver import WebDriver

if TYPE_CHECKING:
    from textual.app import App

    from tui.app import SeasonApp


class PageDriver(WebDriver):
    """Textual's driver for the web, which leaves as the full screen does when its terminal goes."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._loop = asyncio.get_running_loop()
        self._write = self._written  # type: ignore[assignment]  # as Textual's, but a page that is gone is no fault

    def _written(self, packet: bytes) -> int:
        """Send all of it; when nobody takes it any more, leave instead of failing."""
        sent = 0
        try:
            while sent < len(packet):
                sent += os.write(self.fileno, packet[sent:])
        except OSError:
            self._leave()
        return sent

    def start_application_mode(self) -> None:
        """As Textual does, but signals are the app's own matter: Textual would leave without saving."""
        super().start_application_mode()
        if os.name == "posix":
            for number in (signal.SIGINT, signal.SIGTERM):
                self._loop.remove_signal_handler(number)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """The page is gone: what was typed is kept first."""
        if packet_type == "quit":
            self._leave()
        else:
            super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """Take input until there is none any more, which is when whoever served the page has ended."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._leave()

    def _leave(self) -> None:
        if self.exit_event.is_set() or self._loop.is_closed():
            return
        app = cast("SeasonApp", self._app)
        self._loop.call_soon_threadsafe(app.leave_at_once, 0)
