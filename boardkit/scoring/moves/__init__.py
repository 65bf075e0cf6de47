"""The smallest set of moves to the next band.

From the outside in: ``smallest`` states the question and tells the answer, ``fewest`` searches with
``knapsack``, in each of the ``worlds`` that ``entangled`` answers lead to when ``raising`` them.
"""

from boardkit.scoring.moves.options import Option, options
from boardkit.scoring.moves.smallest import Move, Moves, smallest_moves

__all__ = ["Move", "Moves", "Option", "options", "smallest_moves"]
