"""What a list of assessments shows of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One assessment as a list shows it: enough to find it and to see how far it is."""

    id: str
    company: str
    period: str
    board_date: date | None
    questionnaire_id: str
    questionnaire_version: str
    answered: int  # questions with a value; “don't know” and “not applicable” are not counted
    created_at: datetime
    changed_at: datetime
