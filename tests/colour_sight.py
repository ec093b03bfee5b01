"""How colours look to eyes without red, green or blue cones, and how far apart two of them are."""

from __future__ import annotations

SEEN_AS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB."""
WHITE = (0.95047, 1.0, 1.08883)
"""D65."""


def linear(code: str) -> tuple[float, ...]:
    """Linear RGB of a colour such as `#56B4E9`, 0 to 1."""
    shares = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)


def seen(code: str, eyes: str) -> tuple[float, float, float]:
    """CIELAB of that colour as these eyes see it."""
    rgb = linear(code)
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, rgb, strict=True)))) for row in SEEN_AS[eyes]
    )
    x = 0.4124564 * red + 0.3575761 * green + 0.1804375 * blue
    y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue
    z = 0.0193339 * red + 0.119192 * green + 0.9503041 * blue
    fx, fy, fz = (_root(value / white) for value, white in zip((x, y, z), WHITE, strict=True))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def apart(one: str, other: str, eyes: str) -> float:
    """Distance of two colours (CIE 1976) for these eyes; about 2 is the least that is noticed side by side."""
    return float(sum((a - b) ** 2 for a, b in zip(seen(one, eyes), seen(other, eyes), strict=True)) ** 0.5)
