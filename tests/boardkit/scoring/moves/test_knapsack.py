"""Tables of what each cost can buy, against trying everything."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkit.scoring.moves.knapsack import Cost, all_of, combined, constant, one_of

LIMITS = (3, 4)
OPTIONS = st.lists(
    st.tuples(st.tuples(st.integers(0, 2), st.integers(0, 3)), st.floats(-5, 5)), min_size=1, max_size=4
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(OPTIONS, min_size=1, max_size=4))
def test_each_cost_buys_the_most_that_any_choice_does(
    groups: list[list[tuple[Cost, float]]],
) -> None:
    tables = [
        one_of(LIMITS, [(cost, value, (i, j)) for j, (cost, value) in enumerate(group)])
        for i, group in enumerate(groups)
    ]
    table = all_of(LIMITS, tables)
    best: dict[Cost, float] = {}
    for choice in product(*groups):
        cost = tuple(sum(parts) for parts in zip(*(c for c, _ in choice), strict=True))
        best[cost] = max(best.get(cost, -np.inf), sum(value for _, value in choice))
    cheapest: dict[Cost, float] = {}
    for cost in np.ndindex(4, 5):
        within = [v for c, v in best.items() if all(a <= b for a, b in zip(c, cost, strict=True))]
        cheapest[cost] = max(within, default=-np.inf)
        known = [
            float(table.values[c])
            for c in np.ndindex(*(part + 1 for part in cost))
            if not np.isnan(table.values[c])
        ]
        assert np.isclose(max(known, default=-np.inf), cheapest[cost])


def test_what_is_chosen_costs_what_it_says_and_has_the_value() -> None:
    first = one_of((4, 9), [((0, 0), 0.0, None), ((1, 2), 5.0, "a"), ((1, 4), 6.0, "b")])
    second = one_of((4, 9), [((0, 0), 0.0, None), ((1, 1), 2.0, "c")])
    table = combined(combined(constant((4, 9), 10.0), first), second)
    assert table.chosen((0, 0)) == ()
    assert table.chosen((2, 3)) == ("a", "c")
    assert float(table.values[2, 3]) == 17
    assert np.isnan(table.values[3, 3])


def test_the_logarithm_of_nought_is_a_value_too() -> None:
    nothing = one_of((2,), [((0,), -np.inf, None), ((1,), 1.0, "up")])
    table = combined(nothing, nothing)
    assert float(table.values[0]) == -np.inf
    assert table.chosen((2,)) == ("up", "up")
    assert float(table.mapped(np.exp).values[0]) == 0


def test_options_past_the_limit_are_left_out() -> None:
    table = one_of((1, 1), [((0, 0), 0.0, None), ((1, 3), 9.0, "far")])
    assert np.nanmax(table.values) == 0
