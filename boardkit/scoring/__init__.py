"""Scores: pure functions from a questionnaire and an assessment to a frozen result."""

from boardkit.scoring.assembling import score
from boardkit.scoring.result import Result

__all__ = ["Result", "score"]
