"""A web server on the loopback address that shows the full screen in one browser, and asks nothing of any other."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import stat
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import Enum
from html import escape
from pathlib import Path
from string import Template

import textual_serve
from aiohttp import web
from textual_serve.server import Server, to_int

from tui.serving.door import HOST, SOCKET, Door
from tui.serving.session import PATIENCE, Session

PAGE = Path(__file__).parent / "page"
STATICS = Path(textual_serve.__file__).parent / "static"
FONT_SIZES = range(8, 49)
"""Pixels; `?fontsize=20` behind the address."""
MOST_CELLS = 500


class Ending(Enum):
    """Why serving ended."""

    TOLD = "the person or the system said so"
    PIPE_CLOSED = "nobody reads the pipe that took the address any more"


class SeasonServer(Server):
    """Textual's server with a door of its own, a page of its own, and apps that save before they leave."""

    def __init__(self, argv: Sequence[str], *, port: int = 0) -> None:
        """`argv` starts the app; with port 0 the system chooses one that is free."""
        super().__init__(" ".join(argv), host=HOST, port=port, title="prematch", statics_path=STATICS)
        self.argv = tuple(argv)
        self.door = Door()
        self._sessions: set[Session] = set()

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self.door.guard])
        app.on_response_prepare.append(self.door.seal)
        app.on_shutdown.append(self.on_shutdown)
        app.add_routes(
            [
                web.get("/", self.show_page),
                web.get(SOCKET, self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", STATICS),
                web.static("/page", PAGE),
            ]
        )
        return app

    def initialize_logging(self) -> None:
        """Nothing is logged: what went wrong the app says itself, in the terminal."""
        logging.getLogger("textual-serve").setLevel(logging.CRITICAL)

    async def on_shutdown(self, app: web.Application) -> None:
        """Every app saves and leaves before the server does."""
        await asyncio.gather(*(one.stop() for one in tuple(self._sessions)))

    async def show_page(self, request: web.Request) -> web.Response:
        """The page around the screen."""
        size = to_int(request.query.get("fontsize", "16"), 16)
        page = Template((PAGE / "page.html").read_text(encoding="utf-8")).substitute(
            socket=escape(self.door.socket_address), font_size=size if size in FONT_SIZES else 16
        )
        return web.Response(text=page, content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """An app for this window, once an earlier one that is leaving has let go of the season."""
        socket = web.WebSocketResponse(heartbeat=15)
        await socket.prepare(request)
        await self._others_have_left()
        session = Session(self.argv, socket, self.download_manager)
        self._sessions.add(session)
        try:
            await session.start(_cells(request, "width", 80), _cells(request, "height", 24))
            with suppress(AssertionError, AttributeError, IndexError, KeyError, TypeError, ValueError):
                await self._process_messages(socket, session)  # what is no message ends the window
        finally:
            await session.stop()
            self._sessions.discard(session)
            await socket.close()
        return socket

    async def _others_have_left(self) -> None:
        leaving = [asyncio.create_task(one.stop()) for one in self._sessions if one.socket.closed]
        if leaving:
            await asyncio.wait(leaving, timeout=PATIENCE)

    async def run(self, opened: Callable[[str], None]) -> Ending:
        """Serve until there is a reason to end, and give that; `opened` is told the address.

        Raises OSError when the port is taken.
        """
        self.initialize_logging()
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=PATIENCE)
        await runner.setup()
        try:
            site = web.TCPSite(runner, HOST, self.port)
            await site.start()
            self.door.port = runner.addresses[0][1]
            ended = _told_to_end()
            opened(self.door.address)
            return await ended
        finally:
            await runner.cleanup()


def _cells(request: web.Request, name: str, default: int) -> int:
    return min(max(to_int(request.query.get(name, ""), default), 1), MOST_CELLS)


def _told_to_end() -> asyncio.Future[Ending]:
    """Done at ctrl+c, an order to end, a closed terminal, or once nobody reads the pipe that took the address.

    Windows breaks the loop off at ctrl+c instead, and cannot see that a pipe is closed.
    """
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[Ending] = loop.create_future()

    def end(why: Ending) -> None:
        if not ended.done():
            ended.set_result(why)

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(NotImplementedError, AttributeError, RuntimeError):
            loop.add_signal_handler(getattr(signal, name), end, Ending.TOLD)
    with suppress(NotImplementedError, AttributeError, OSError, ValueError):
        output = sys.stdout.fileno()
        if stat.S_ISFIFO(os.fstat(output).st_mode):  # the end one writes to has nothing to read but that it is closed
            loop.add_reader(output, end, Ending.PIPE_CLOSED)
    return ended
