"""Frozen results as plain data, for JSON."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

DIGITS = 9  # enough to compare by, and the same on every machine


def plain(value: Any) -> Any:
    """Dataclasses as objects, numbers rounded to the ninth decimal, standings as words."""
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, float):
        return round(float(value), DIGITS)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value
