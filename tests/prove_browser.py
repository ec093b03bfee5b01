"""The full screen in a real browser without a window: it draws, keys reach it, nothing is asked of another machine.

.venv/bin/pip install playwright && .venv/bin/python -m tests.prove_browser --chromium /usr/bin/chromium
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from shutil import which
from typing import Any

NOW = "2026-11-24T14:05+01:00"
PATIENCE = 30.0
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FROM_ELSEWHERE = """async (url) => {
  const refused = await new Promise((done) => {
    const socket = new WebSocket(url);
    socket.onopen = () => done("open");
    socket.onerror = () => done("refused");
  });
  return refused;
}"""
ASK_ELSEWHERE = """async () => {
  const told = new Promise((done) => document.addEventListener("securitypolicyviolation", (e) => done(e.blockedURI)));
  fetch("http://192.0.2.1/").catch(() => null);
  return await told;
}"""


class Watched:
    """A page and everything it asked for, showed and complained about."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.shown = b""
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("websocket", self._listen)

    def _listen(self, socket: Any) -> None:
        self.asked.append(socket.url)
        socket.on("framereceived", self._show)

    def _show(self, frame: Any) -> None:
        self.shown += frame if isinstance(frame, bytes) else b""

    def sees(self, words: str) -> bool:
        """Whether the app has sent those words, waiting for them."""
        return self._until(
            lambda: words in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.shown.decode("utf-8", "replace"))
        )

    def _until(self, true: Callable[[], bool]) -> bool:
        deadline = time.monotonic() + PATIENCE
        while not true() and time.monotonic() < deadline:
            self.page.wait_for_timeout(50)
        return true()


@contextmanager
def served(home: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The made-up season, served; its address and its process."""
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), home)
    command = [sys.executable, "-m", "tui", "serve", "--demo", "--now", NOW]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **places})
    assert process.stdout
    try:
        yield process.stdout.readline().strip(), process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def prove(
    browser: Any, address: str, process: subprocess.Popen[str], picture: Path | None
) -> Iterator[tuple[str, bool]]:
    """Each promise and whether it held."""
    origin = address.partition("/?")[0]
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    stranger = browser.new_context().new_page()
    yield "without the key the page is refused", stranger.goto(origin + "/").status == 403
    watched = Watched(page)
    yield "with the key it opens", page.goto(address).status == 200
    yield "the screen is drawn", watched.sees("Timeline")
    page.wait_for_timeout(1500)
    yield "the key is gone from the address line", page.url == origin + "/"
    yield "the address opens no second browser", stranger.goto(address).status == 403
    before = page.screenshot()
    page.keyboard.press("3")
    yield "keys reach it", watched.sees("cleared")
    page.wait_for_timeout(500)
    yield "what they change is seen", page.screenshot(path=str(picture) if picture else None) != before
    outside = [
        url for url in watched.asked if not url.startswith((origin + "/", origin.replace("http", "ws", 1) + "/"))
    ]
    yield f"nothing else is asked for ({len(watched.asked)} requests, {len(outside)} elsewhere)", not outside
    yield "the page has no fault of its own", not watched.complaints
    yield "it may ask nobody else", str(page.evaluate(ASK_ELSEWHERE)).startswith("http://192.0.2.1")
    socket = origin.replace("http", "ws", 1) + "/ws?width=80&height=24"
    yield "no other page reaches the app", stranger.evaluate(FROM_ELSEWHERE, socket) == "refused"
    page.reload()
    watched.shown = b""
    yield "the page can be loaded again", watched.sees("Timeline")
    yield "and may still write", "read only" not in watched.shown.decode("utf-8", "replace").lower()
    process.send_signal(signal.SIGINT)
    yield "ctrl+c ends it in good order", process.wait(PATIENCE) == 0


def main() -> None:
    """Prove and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chromium", default=next(filter(None, map(which, CHROMIUMS)), ""))
    parser.add_argument("--picture", type=Path, default=None, help="keep what is on screen as this PNG")
    options = parser.parse_args()
    start = import_module("playwright.sync_api").sync_playwright
    broken = []
    with tempfile.TemporaryDirectory() as home, served(home) as (address, process), start() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium or None, args=["--no-sandbox"])
        for promise, held in prove(browser, address, process, options.picture):
            print(f"{'ok' if held else 'BROKEN'}: {promise}")
            broken += [] if held else [promise]
        browser.close()
    if broken:
        raise SystemExit(f"{len(broken)} broken")


if __name__ == "__main__":
    main()
