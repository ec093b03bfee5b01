"""A drawing as SVG text: shapes and words are added, and everything a person typed is escaped on the way."""

from __future__ import annotations

import re

INK, SOFT, PALE = "#111", "#555", "#bbb"
"""Letters, what matters less, and lines that only lead the eye."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(text: str) -> str:
    """That text as it may stand in a page or a drawing, in an attribute too; what XML cannot hold is left out."""
    return _NOT_XML.sub("", text).translate(_ESCAPED)


class Drawing:
    """A sheet that grows downwards; all measures are in pixels from the left and from the top."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._parts: list[str] = []

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 10,
        bold: bool = False,
        ink: str = INK,
        anchor: str = "start",
    ) -> None:
        """Text on a line at `y`; `anchor` says whether `x` is its start, middle or end."""
        if text.strip():
            weight = ' font-weight="bold"' if bold else ""
            place = f' text-anchor="{anchor}"' if anchor != "start" else ""
            self._parts.append(
                f'<text x="{_px(x)}" y="{_px(y)}" font-size="{_px(size)}" fill="{ink}"{weight}{place}>'
                f"{escaped(text)}</text>"
            )

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, ink: str = INK, wide: float = 1, dashes: str = ""
    ) -> None:
        """A straight line; `dashes` are lengths drawn and left out in turn."""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._parts.append(
            f'<line x1="{_px(x1)}" y1="{_px(y1)}" x2="{_px(x2)}" y2="{_px(y2)}" stroke="{ink}"'
            f' stroke-width="{_px(wide)}"{dashed}/>'
        )

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str = "none", ink: str = INK, wide: float = 1
    ) -> None:
        """A rectangle."""
        self._parts.append(
            f'<rect x="{_px(x)}" y="{_px(y)}" width="{_px(width)}" height="{_px(height)}" fill="{fill}"'
            f' stroke="{ink}" stroke-width="{_px(wide)}"/>'
        )

    def dot(self, x: float, y: float, radius: float, *, fill: str = "white", wide: float = 1.2) -> None:
        """A circle round that point."""
        self._parts.append(
            f'<circle cx="{_px(x)}" cy="{_px(y)}" r="{_px(radius)}" fill="{fill}" stroke="{INK}"'
            f' stroke-width="{_px(wide)}"/>'
        )

    def shape(self, points: tuple[tuple[float, float], ...], *, fill: str = "white") -> None:
        """A closed outline through those points."""
        corners = " ".join(f"{_px(x)},{_px(y)}" for x, y in points)
        self._parts.append(f'<polygon points="{corners}" fill="{fill}" stroke="{INK}" stroke-width="1.2"/>')

    def finished(self, height: float, title: str) -> str:
        """The whole drawing, that high; its title is read out and shown by a browser."""
        size = f'width="{self.width}" height="{_px(height)}" viewBox="0 0 {self.width} {_px(height)}"'
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="Helvetica, Arial, sans-serif">\n'
            f"<title>{escaped(title)}</title>\n"
            f'<rect width="{self.width}" height="{_px(height)}" fill="white"/>\n'
        )
        return head + "\n".join(self._parts) + "\n</svg>\n"


def _px(number: float) -> str:
    """A measure without needless digits."""
    return f"{number:.1f}".removesuffix(".0")
