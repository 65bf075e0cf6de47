from itertools import permutations
from math import factorial, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkit.scoring.bridge import covered_parts, rounded_to_sum


def left_after(start: float, covers: dict[str, float]) -> float:
    """What every cover together leaves, from the definition."""
    return start * prod(1 - share for share in covers.values())


SHARES = st.dictionaries(st.sampled_from("abcd"), st.floats(0, 1), min_size=1, max_size=4)


@given(st.floats(0, 100), SHARES)
def test_parts_sum_to_what_is_covered(start: float, covers: dict[str, float]) -> None:
    parts = covered_parts(start, covers)
    assert start - sum(parts.values()) == pytest.approx(left_after(start, covers), abs=1e-9)


@given(st.floats(0, 100), SHARES)
def test_parts_are_shapley_values_by_brute_force(start: float, covers: dict[str, float]) -> None:
    def covered(coalition: tuple[str, ...]) -> float:
        return start - left_after(start, {way: covers[way] for way in coalition})

    parts = covered_parts(start, covers)
    for way in covers:
        gains = [
            covered(order[: order.index(way) + 1]) - covered(order[: order.index(way)])
            for order in permutations(covers)
        ]
        assert parts[way] == pytest.approx(sum(gains) / factorial(len(covers)), abs=1e-9)


def test_two_equal_ways_share_equally() -> None:
    parts = covered_parts(80, {"a": 0.25, "b": 0.25})
    assert parts["a"] == parts["b"] == pytest.approx(80 * (1 - 0.75**2) / 2)


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=9), st.integers(0, 2))
def test_rounded_parts_sum_to_the_rounded_total(parts: list[float], decimals: int) -> None:
    rounded = rounded_to_sum(parts, decimals)
    assert sum(rounded) == pytest.approx(round(sum(parts), decimals), abs=1e-6)
    unit = 10.0**-decimals
    assert all(abs(a - b) <= unit + 1e-9 for a, b in zip(rounded, parts, strict=True))
