"""Regions of the US, as the Census Bureau draws them."""

from __future__ import annotations

from functools import lru_cache

from store.reference.zones_by_place import state_code, states

REGIONS: dict[str, str] = {"NE": "Northeast", "MW": "Midwest", "S": "South", "W": "West"}
"""Region codes as they are shown, each with its name."""


@lru_cache(maxsize=256)
def region_of(state: str) -> str:
    """NE, MW, S or W for a state's two letters or its name; empty for the territories and anything unknown."""
    code = state_code(state)
    return states()[code].region if code else ""
