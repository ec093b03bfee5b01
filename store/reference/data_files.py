"""Reads the data files that lie in this folder, each once."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=16)
def data_file(name: str) -> dict[str, Any]:
    """The parsed content of `name.json`; shared by all callers, so it is only ever read from."""
    content: dict[str, Any] = json.loads((Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8"))
    return content
