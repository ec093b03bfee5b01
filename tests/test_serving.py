"""The season in a browser: one browser of this machine gets in, nothing is asked elsewhere, and leaving saves."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, WSServerHandshakeError
from aiohttp.web import WebSocketResponse
from textual_serve.download_manager import DownloadManager

from store.season_file import SeasonFile
from store.words import Status
from tests.command_shell import Shell
from tests.examples import a_program, a_season
from tui.command_line import serving
from tui.serving.door import LOCKED
from tui.serving.server import PAGE, SeasonServer
from tui.serving.session import Session

ROOT = Path(__file__).parent.parent
NOW = "2026-11-24T14:05+01:00"
PATIENCE = 60.0
EVERYTHING = ("/", "/?key=guessed", "/static/js/textual.js", "/page/page.js", "/download/x", "/ws")


@pytest.fixture
def season(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(a_season(a_program(name="Foxglove Mill")))
    return path


def app_of(path: Path) -> tuple[str, ...]:
    return (sys.executable, "-m", "tui", "--file", str(path), "--now", NOW, "--home", "Europe/Warsaw")


@asynccontextmanager
async def served(path: Path) -> AsyncIterator[SeasonServer]:
    server = SeasonServer(app_of(path))
    opened = asyncio.Event()
    running = asyncio.create_task(server.run(lambda address: opened.set()))
    await opened.wait()
    try:
        yield server
    finally:
        running.cancel()
        await asyncio.wait([running])


@asynccontextmanager
async def guest_of(server: SeasonServer) -> AsyncIterator[ClientSession]:
    """A browser that was given the address."""
    async with ClientSession() as guest:
        async with guest.get(server.door.address) as answer:
            assert answer.status == 200
            cookie = answer.cookies[server.door.cookie]
            assert cookie["httponly"] and cookie["samesite"] == "Strict"
        guest.headers["Cookie"] = f"{cookie.key}={cookie.value}"  # a jar of aiohttp keeps none for an address
        yield guest


def at(server: SeasonServer, path: str) -> str:
    return f"http://127.0.0.1:{server.door.port}{path}"


async def status_of(guest: ClientSession, url: str, **headers: str) -> int:
    async with guest.get(url, headers=headers) as answer:
        return answer.status


@pytest.mark.parametrize("path", EVERYTHING)
async def test_without_the_address_nothing_is_shown(season: Path, path: str) -> None:
    async with served(season) as server, ClientSession() as stranger:
        origin = at(server, "")
        async with stranger.get(at(server, path), headers={"Origin": origin}) as answer:
            assert (answer.status, await answer.text()) == (403, LOCKED)
            assert answer.content_type == "text/plain"


async def test_the_address_lets_in_one_browser_once(season: Path) -> None:
    async with served(season) as server, guest_of(server) as guest, ClientSession() as second:
        assert await status_of(second, server.door.address) == 403
        assert await status_of(guest, at(server, "/")) == 200
        assert await status_of(guest, server.door.address) == 200
        assert await status_of(guest, at(server, "/static/js/textual.js")) == 200
        assert await status_of(guest, at(server, "/static/")) in (403, 404)  # no list of what is there


async def test_another_name_or_another_page_gets_nothing_even_in_that_browser(season: Path) -> None:
    async with served(season) as server, guest_of(server) as guest:
        page, socket, own = at(server, "/"), at(server, "/ws"), at(server, "")
        assert await status_of(guest, page, Host=f"rebound.example:{server.door.port}") == 403
        assert await status_of(guest, page, Host=f"localhost:{server.door.port}") == 403
        assert await status_of(guest, page, Origin="http://127.0.0.1:1") == 403
        assert await status_of(guest, page, Origin="null") == 403
        assert await status_of(guest, socket) == 403
        with pytest.raises(WSServerHandshakeError, match="403"):
            await guest.ws_connect(socket, origin="http://elsewhere.example")
        assert await status_of(guest, page, Origin=own) == 200
        async with guest.post(page) as answer:
            assert answer.status == 403


async def test_every_answer_forbids_the_browser_to_ask_elsewhere(season: Path) -> None:
    async with served(season) as server, guest_of(server) as guest:
        for path in ("/", "/page/page.css", "/static/css/xterm.css", "/no-such-page"):
            async with guest.get(at(server, path)) as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'none';") and "frame-ancestors 'none'" in policy
                assert set(re.findall(r"\w+://[^\s;]+", policy)) == {server.door.socket_address}
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("file", sorted(PAGE.iterdir()), ids=lambda file: file.name)
def test_the_page_names_no_other_machine(file: Path) -> None:
    assert not re.search(r"(?:https?:)?//\w+\.|\bwss?://", file.read_text(encoding="utf-8"))


@asynccontextmanager
async def window(server: SeasonServer, guest: ClientSession) -> AsyncIterator[ClientWebSocketResponse]:
    url = f"{at(server, '/ws')}?width=100&height=30"
    async with guest.ws_connect(url, origin=at(server, "")) as socket:
        yield socket


async def sees(socket: ClientWebSocketResponse, words: bytes) -> None:
    shown = b""
    async with asyncio.timeout(PATIENCE):
        while words not in re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", shown):
            message = await socket.receive()
            assert message.type in (WSMsgType.BINARY, WSMsgType.TEXT), (message, shown[-2000:])
            shown += message.data if message.type == WSMsgType.BINARY else b""


async def types(socket: ClientWebSocketResponse, keys: str) -> None:
    await socket.send_json(["stdin", keys])


async def saved(path: Path, status: Status) -> None:
    async with asyncio.timeout(PATIENCE):
        while saved_status(path) is not status:
            await asyncio.sleep(0.05)


def saved_status(path: Path) -> Status:
    with SeasonFile.open(path, read_only=True) as file:
        return file.season.programs[0].status


async def test_keys_reach_the_app_and_a_closed_window_leaves_the_season_to_the_next(season: Path) -> None:
    async with served(season) as server, guest_of(server) as guest:
        async with window(server, guest) as first:
            await sees(first, b"Foxglove Mill")
            await types(first, "si")
            await saved(season, Status.INVITED)
        async with window(server, guest) as second:
            await sees(second, b"Foxglove Mill")
            await types(second, "sr")
            await saved(season, Status.REJECTED)


async def test_when_the_server_ends_what_is_half_typed_is_kept(season: Path) -> None:
    async with served(season) as server, guest_of(server) as guest, window(server, guest) as socket:
        await sees(socket, b"Foxglove Mill")
        await types(socket, "n")
        await types(socket, "Thimble Rock")
        await sees(socket, b"Rock")
    async with served(season) as server, guest_of(server) as guest, window(server, guest) as socket:
        await sees(socket, b"Foxglove Mill")
        await types(socket, "n")
        await sees(socket, b"Thimble Rock")


async def test_q_ends_the_window_and_the_page_is_told(season: Path) -> None:
    async with served(season) as server, guest_of(server) as guest, window(server, guest) as socket:
        await sees(socket, b"Foxglove Mill")
        await types(socket, "\x11")
        async with asyncio.timeout(PATIENCE):
            async for _ in socket:
                pass
        assert socket.closed


async def test_what_is_no_message_ends_that_window_alone(season: Path) -> None:
    async with served(season) as server, guest_of(server) as guest:
        for nonsense in ("{", "[]", '["stdin"]', '["stdin", 3]', '["resize", {}]', "7"):
            async with window(server, guest) as socket, asyncio.timeout(PATIENCE):
                await socket.send_str(nonsense)
                async for _ in socket:
                    pass
        assert await status_of(guest, at(server, "/")) == 200


def test_a_server_that_is_killed_takes_no_change_along(season: Path) -> None:
    """Its end of the pipes is gone then, and the app saves and leaves by itself."""
    environment = {**os.environ, "TEXTUAL_DRIVER": "tui.serving.page_driver:PageDriver", "TERM": "dumb"}
    app = subprocess.Popen(app_of(season), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    assert app.stdin and app.stdout
    assert app.stdout.readline() == b"__GANGLION__\n"
    seen = b""
    while b"Foxglove" not in seen:
        seen += os.read(app.stdout.fileno(), 65536)
    app.stdout.close()
    for key in b"sr":
        app.stdin.write(b"D" + (1).to_bytes(4, "big") + bytes([key]))
        app.stdin.flush()
    app.stdin.close()
    assert app.wait(PATIENCE) == 0
    with SeasonFile.open(season) as file:  # nobody holds it any more
        assert file.season.programs[0].name == "Foxglove Mill"


def test_without_the_extra_one_sentence_says_how_to_get_it(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "find_spec", lambda name: None)
    said = shell("serve")
    assert said.code == 2 and "pip install 'textual-serve" in said.err and said.out == ""


@pytest.mark.parametrize("port", ["-1", "65536", "99999"])
def test_a_number_that_is_no_port_is_refused(shell: Shell, port: str) -> None:
    said = shell("serve", "--port", port)
    assert said.code == 2 and "not a port" in said.err


async def test_a_port_that_is_taken_is_said_to_be(shell: Shell, season: Path) -> None:
    async with served(season) as server:
        said = await asyncio.to_thread(shell, "serve", "--port", str(server.door.port))
    assert said.code == 2 and f"Port {server.door.port} cannot be used" in said.err


async def test_a_season_that_does_not_open_ends_the_window_and_is_told_in_the_terminal(
    season: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    season.write_text("{", encoding="utf-8")
    async with served(season) as server, guest_of(server) as guest, window(server, guest) as socket:
        async with asyncio.timeout(PATIENCE):
            async for _ in socket:
                pass
        assert socket.closed
    told = "".join(capfd.readouterr())
    assert told.count("is damaged at line 1") == 1 and told.count("\n") == 1, told


async def test_a_second_window_reads_while_the_first_one_writes(season: Path) -> None:
    async with served(season) as server, guest_of(server) as guest, window(server, guest) as first:
        await sees(first, b"Foxglove Mill")
        await types(first, "si")
        await saved(season, Status.INVITED)
        async with window(server, guest) as second:
            await sees(second, b"READ ONLY")


def test_ctrl_c_ends_it_in_good_order(season: Path) -> None:
    command = (sys.executable, "-m", "tui", "--file", str(season), "serve")
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert server.stdout and server.stderr
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?key=[\w-]{43}\n", server.stdout.readline())
    server.send_signal(signal.SIGINT)
    assert server.wait(PATIENCE) == 0
    assert "Saved, and closed." in server.stderr.read()
    server.stdout.close()
    server.stderr.close()


@pytest.mark.skipif(sys.platform == "win32", reason="closed pipes cannot be waited for there")
def test_a_reader_of_the_address_that_leaves_ends_it_in_good_order(season: Path) -> None:
    """As `prematch serve | head -1` does."""
    command = [sys.executable, "-m", "tui", "--file", str(season), "serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout and server.stderr
        assert server.stdout.readline().startswith("http://127.0.0.1:")
        server.stdout.close()
        told = server.stderr.read()
        assert server.wait(PATIENCE) == 0
    assert "has left, so this ends too" in told and told.rstrip().endswith("Saved, and closed.")


async def test_an_app_that_will_not_leave_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    class Page:
        """A browser that takes everything."""

        async def send_bytes(self, content: bytes) -> None: ...

        async def send_str(self, content: str) -> None: ...

        async def close(self) -> None: ...

    monkeypatch.setattr("tui.serving.session.PATIENCE", 0.5)
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(99)"
    session = Session((sys.executable, "-c", deaf), cast("WebSocketResponse", Page()), DownloadManager())
    await session.start(80, 24)
    async with asyncio.timeout(PATIENCE):
        await session.stop()
    assert session._process is not None and session._process.returncode is not None
