"""Bounds on concentration, against customers made up at random."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkit.assessment import Answer
from boardkit.content import shipped_questionnaire
from boardkit.scoring.concentration import RANKS, Concentration, concentration
from boardkit.scoring.engine import Scoring
from tests.support.made_up_answers import assessment_of
from tests.support.made_up_indices import composite, index, number

QUESTIONNAIRE = shipped_questionnaire()


def of(shares: dict[str, float], **more: Any) -> Concentration | None:
    answers = {"H01": Answer(value=shares, basis="export", **more)}
    return concentration(Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers)))


def found(shares: dict[str, float]) -> Concentration:
    result = of(shares)
    assert result is not None
    return result


CUSTOMERS = st.lists(st.floats(0.001, 1), min_size=1, max_size=60)
GIVEN = st.sets(st.sampled_from([*RANKS, "top_ten"]), min_size=1)


@settings(deadline=None)
@given(CUSTOMERS, st.integers(1, 6), GIVEN)
def test_bounds_hold_for_any_customers_that_agree_with_what_is_given(
    sizes: list[float], skew: int, names: set[str]
) -> None:
    shares = np.sort(np.array(sizes) ** skew)[::-1]
    shares = 100 * shares / shares.sum()
    ten = [*shares[:10].tolist(), *[0.0] * 10][:10]
    known = {**dict(zip(RANKS, ten, strict=True)), "top_ten": min(sum(ten), 100.0)}
    given_ = {name: known[name] for name in known if name in names}
    result = of(given_)
    if result is None:  # only noughts were given
        assert max(given_.values()) < 1e-6
        return
    hhi = float((shares**2).sum()) / 1e4
    assert result.hhi.low - 1e-9 <= hhi <= result.hhi.high + 1e-9
    assert result.effective.low - 1e-6 <= 1 / hhi <= result.effective.high + 1e-6
    for top in result.top:
        held = float(shares[: top.customers].sum())
        assert top.share.low - 1e-6 <= held <= top.share.high + 1e-6


def test_ten_known_shares_are_exact_but_for_the_customers_after_them() -> None:
    ten = [12.0, 10, 8, 6, 5, 4, 3, 3, 3, 2]
    result = found(dict(zip(RANKS, ten, strict=True)) | {"top_ten": 56.0})
    squares = sum(share**2 for share in ten) / 1e4
    assert result.exact
    assert result.basis == "export"
    assert result.hhi.low == pytest.approx(squares)
    assert result.hhi.high == pytest.approx(squares + 22 * 2**2 / 1e4)
    assert [top.share.low for top in result.top] == [12, 30, 41, 56]
    assert [top.share.high for top in result.top] == [12, 30, 41, 56]


def test_with_everybody_known_nothing_is_left_to_bound() -> None:
    result = found({"top_one": 10, "top_ten": 100})
    assert (result.hhi.low, result.hhi.high) == pytest.approx((0.1, 0.1))
    assert (result.effective.low, result.effective.high) == pytest.approx((10, 10))


def test_bounds_are_as_tight_as_the_customers_at_their_ends() -> None:
    result = found({"top_one": 20, "top_ten": 60})
    even = 20**2 + 9 * (40 / 9) ** 2
    assert result.hhi.low * 1e4 == pytest.approx(even)
    assert result.hhi.high * 1e4 == pytest.approx(3 * 20**2)
    assert not result.exact
    (one, three, five, ten) = (top.share for top in result.top)
    assert (one.low, one.high) == (20, 20)
    assert (three.low, three.high) == pytest.approx((20 + 80 / 9, 60))
    assert (five.low, five.high) == pytest.approx((20 + 160 / 9, 60))
    assert (ten.low, ten.high) == pytest.approx((60, 60))


@pytest.mark.parametrize(
    "shares",
    [{"top_one": 30, "top_ten": 20}, {"top_one": 5, "top_ten": 60}, {"top_one": 10, "second": 12},
     {"top_one": 10, "second": 12, "top_ten": 100}],
)  # fmt: skip
def test_shares_that_contradict_each_other_give_no_figure(shares: dict[str, float]) -> None:
    assert of(shares) is None


def test_the_weakest_basis_of_the_parts_is_told() -> None:
    result = of({"top_one": 20, "top_ten": 60}, bases={"top_ten": "judgement"})
    assert result is not None
    assert result.basis == "judgement"


def test_without_an_answer_or_without_the_role_there_is_none() -> None:
    assert concentration(Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, {}))) is None
    other = index([number("a", 1, "d")], [composite("all", ["d"])])
    assert concentration(Scoring(other, assessment_of(other, {}))) is None
