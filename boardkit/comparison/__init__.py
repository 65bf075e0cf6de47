"""What changed between two states of assessments: pure functions to one frozen result.

``compare`` is the way in. ``sides`` says what can be compared, ``splitting`` makes the parts that sum
to the change, ``wording`` the sentences. See docs/comparison.md.
"""

from boardkit.comparison.comparing import compare
from boardkit.comparison.result import Comparison
from boardkit.comparison.sides import (
    Side,
    milestone_side,
    reference_side,
    side_of,
)

__all__ = [
    "Comparison",
    "Side",
    "compare",
    "milestone_side",
    "reference_side",
    "side_of",
]
