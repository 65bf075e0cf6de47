"""The least that would have to change: the smallest set of moves to the next band of the headline.

Fewest questions moved, ties by fewest steps, then by least declared effort. Exact up to six moves: in
each world of side effects (what is asked, which gates are bound) the method is a tree of power means,
which are sums once transformed, so that the best for every cost is a knapsack on each of its nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from boardkit.scoring.aggregation import Node, shown, cover
from boardkit.scoring.engine import Scoring
from boardkit.scoring.entangled import Class, Option, classes_of, gates_of, read_by_gate
from boardkit.scoring.knapsack import Cost, Table, all_of, constant, one_of
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.raising import Raise, raised, raises_of

MOST = 6
STEEPEST = 8  # steps of one move: a question has nine levels at most
HARDEST = 5  # effort of one move; that of a gate without a question of its own
MARGIN = 1e-9  # of a point: a headline nearer to a band's limit than this is scored to be sure
WORLDS = 512  # of side effects that are searched; with more the answer is not called exact
