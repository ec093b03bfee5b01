"""One window of a browser: a prematch of its own behind it, which saves and leaves when the window goes."""

from __future__ import annotations

import asyncio
import os
import subprocess
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

DRIVER = "tui.serving.page_driver:PageDriver"
PATIENCE = 15.0
"""Seconds an app has for saving and leaving before it is told to end, and after that before it is ended."""


class Session(AppService):
    """An app on the other end of a socket."""

    def __init__(self, argv: Sequence[str], socket: web.WebSocketResponse, downloads: DownloadManager) -> None:
        super().__init__(
            " ".join(argv),
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self._close_socket,
            download_manager=downloads,
        )
        self.argv = tuple(argv)
        self.socket = socket
        self._stopping: asyncio.Task[None] | None = None

    async def _close_socket(self) -> None:
        await self.socket.close()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        """A browser shows every sign and colour, whatever the terminal that `serve` was started in can do."""
        environment = super()._build_environment(width, height)
        environment |= {"TEXTUAL_DRIVER": DRIVER, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        environment["PYTHONSAFEPATH"] = "1"
        return environment

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the app without a shell, apart from our terminal: ctrl+c there asks us, and we ask the app."""
        apart = {"start_new_session": True} if os.name == "posix" else {"creationflags": _new_group()}
        self._process = await asyncio.create_subprocess_exec(
            *self.argv, stdin=PIPE, stdout=PIPE, env=self._build_environment(width, height), **apart
        )
        self._stdin = self._process.stdin
        self._process.stderr = _nothing_to_read()  # its words go to our terminal at once, and only once
        return self._process

    async def run(self) -> None:
        """Hand on what the app shows until it ends, then let the page know."""
        try:
            await super().run()
        finally:
            await self.socket.close()

    async def stop(self) -> None:
        """Ask the app to save and leave, and wait until it has; asked again, wait for the same."""
        if self._stopping is None:
            self._stopping = asyncio.create_task(self._stop())
        await asyncio.shield(self._stopping)

    async def _stop(self) -> None:
        if self._process is None or self._task is None:
            return
        await self.send_meta({"type": "quit"})
        if not await _has_ended(self._process):
            self._process.terminate()
        if not await _has_ended(self._process):
            self._process.kill()  # what was saved is whole at any moment
            await self._process.wait()
        await self._task


async def _has_ended(process: Process) -> bool:
    """Whether it ends while there is patience left."""
    try:
        async with asyncio.timeout(PATIENCE):
            await process.wait()
    except TimeoutError:
        return False
    return True


def _nothing_to_read() -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    reader.feed_eof()
    return reader


def _new_group() -> int:
    """What Windows calls a process that the console's ctrl+c does not reach."""
    return int(getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0))
