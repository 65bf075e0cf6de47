"""Reference profiles: listed companies, placed from what is public about them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from boardkit.assessment import Assessment
from boardkit.questionnaire import Questionnaire
from boardkit.scoring import Result, score


@dataclass(frozen=True)
class Reference:
    """One reference company. Its placement is ours, illustrative, and not investment advice."""

    name: str
    as_of: str
    assessment: Assessment
    result: Result
    public: int  # how many of its answers are public
    asked: int
