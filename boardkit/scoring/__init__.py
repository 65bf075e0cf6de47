"""Scores: pure functions from a questionnaire and an assessment to a frozen result.

``score`` is the short way. ``Scoring`` is an assessment read and scored once: ``result_of`` makes the
result of it, and ``uncertainty.drawn``, ``drivers``, ``firm_up``, ``smallest_moves`` and the others
start from it. What needs draws stands in modules of its own, imported when it is wanted.
"""

from boardkit.scoring.assembling import result_of, score
from boardkit.scoring.engine import Scoring
from boardkit.scoring.result import Result

__all__ = ["Result", "Scoring", "result_of", "score"]
