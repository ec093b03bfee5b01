"""Who may come in: only a browser on this machine that was given the address, and only the page we sent it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from secrets import compare_digest, token_urlsafe

from aiohttp import web

HOST = "127.0.0.1"
"""The loopback address; no other machine reaches it."""
KEY = "key"
SOCKET = "/ws"
LOCKED = (
    "This page opens only with the address that `prematch serve` printed, which works once, in one browser.\n"
    "Nothing was lost. For a new address press ctrl+c in the terminal where it runs, and start it again.\n"
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Door:
    """Knows the address that lets one browser in, and that browser afterwards."""

    def __init__(self) -> None:
        self.port = 0
        """The port that is listened on, once it is known."""
        self._key = token_urlsafe(32)
        self._guest = ""
        """What the browser that came in shows with everything it asks for; empty while none has."""

    @property
    def address(self) -> str:
        """What the person opens; it lets in the first browser that asks with it."""
        return f"http://{HOST}:{self.port}/?{KEY}={self._key}"

    @property
    def socket_address(self) -> str:
        """Where the page finds the app."""
        return f"ws://{HOST}:{self.port}{SOCKET}"

    @property
    def cookie(self) -> str:
        """Cookies know no ports, so the name does."""
        return f"prematch-{self.port}"

    def admits(self, request: web.Request) -> bool:
        """Whether this request comes from our own page, or from the first browser with the address.

        A name of another site that was made to lead here (DNS rebinding) shows in Host, a page of another site in
        Origin. A browser always names the origin of a socket, so one without is none.
        """
        if request.host != f"{HOST}:{self.port}" or request.method not in ("GET", "HEAD"):
            return False
        origin = request.headers.get("Origin", "")
        if origin != f"http://{request.host}" and (origin or request.path == SOCKET):
            return False
        if self._guest and compare_digest(request.cookies.get(self.cookie, "").encode(), self._guest.encode()):
            return True
        return request.path == "/" and self._takes_key(request)

    def _takes_key(self, request: web.Request) -> bool:
        shown = request.query.get(KEY, "")
        if self._guest or request.method != "GET" or not compare_digest(shown.encode(), self._key.encode()):
            return False
        self._guest = token_urlsafe(32)
        return True

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Send away whoever may not come in, with a sentence and nothing else."""
        if not self.admits(request):
            return web.Response(status=403, text=LOCKED)
        response = await handler(request)
        if request.path == "/":
            response.set_cookie(self.cookie, self._guest, httponly=True, samesite="Strict", path="/")
        return response

    async def seal(self, request: web.Request, response: web.StreamResponse) -> None:
        """What every answer says: keep no copy, show it in no frame, and ask nothing of any other machine."""
        own = "'self'"
        response.headers.update(
            {
                "Cache-Control": "no-store",
                "Content-Security-Policy": (
                    f"default-src 'none'; script-src {own}; style-src {own} 'unsafe-inline'; font-src {own}; "
                    f"img-src {own} data:; connect-src {own} {self.socket_address}; "
                    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                ),
                "Cross-Origin-Opener-Policy": "same-origin",
                "Cross-Origin-Resource-Policy": "same-origin",
                "Referrer-Policy": "no-referrer",
                "Server": "prematch",
                "X-Content-Type-Options": "nosniff",
                "X-Frame-Options": "DENY",
            }
        )
