"""What a board is asked to decide, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from boardkit.frozen import Frozen
from boardkit.lines import Line

Ask = Literal["approve", "discuss", "note"]
Fate = Literal["open", "done", "late", "dropped"]


class Decision(Frozen):
    """One row of the decisions table."""

    decision: Line = Field(min_length=1, description="What to do, as an imperative sentence.")
    because: Line = ""
    owner: Line = ""
    by: date | None = None
    cost: float | None = Field(None, ge=0, le=1e15, description="In whole units of the currency.")
    ask: Ask = "approve"
    fate: Fate = "open"
