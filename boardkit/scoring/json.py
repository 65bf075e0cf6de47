"""A result as JSON, under the names that docs/score-json.md lists."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from boardkit.scoring.result import Result

DIGITS = 9  # enough to compare by, and the same on every machine


def result_json(result: Result) -> dict[str, Any]:
    """Plain data: scores unrounded but for the ninth decimal, standings as words."""
    plain: dict[str, Any] = _plain(result)
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, float):
        return round(value, DIGITS)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
