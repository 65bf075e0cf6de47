from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkit.formats import Formats
from boardkit.numerals import parse_number

DOLLARS = Formats("en", "USD")


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (200e6, "$200m"), (4.9e6, "$4.9m"), (1.25e9, "$1.25bn"), (950e3, "$950k"), (120, "$120"),
        (0, "$0"), (0.99, "$0.99"), (-12e6, "−$12m"), (999_999, "$1m"), (123_456_789_012_345, "$123tn"),
        (86_666_666, "$86.7m"),
    ],
)  # fmt: skip
def test_money_has_three_figures_at_the_most(amount: float, text: str) -> None:
    assert DOLLARS.money(amount) == text


def test_money_follows_locale_and_currency() -> None:
    assert Formats("de", "EUR").money(4.9e6) == "€4,9m"
    assert Formats("en", "CHF").money(2e6) == "CHF\u00a02m"


def test_numbers_percents_signs_and_days() -> None:
    assert DOLLARS.number(1234.56) == "1,234.6"
    assert DOLLARS.number(3.0) == "3"
    assert DOLLARS.number(3.0, exact=True) == "3.0"
    assert DOLLARS.percent(12.5) == "12.5%"
    assert DOLLARS.signed(1.26) == "+1.3"
    assert DOLLARS.signed(-1.26) == "−1.3"
    assert DOLLARS.signed(-0.01) == "0.0"
    assert DOLLARS.number(-0.01) == "0"
    assert DOLLARS.day(date(2026, 12, 15)) == "15 December 2026"


@given(st.floats(-1e14, 1e14))
def test_printed_money_reads_back_to_three_figures(amount: float) -> None:
    read = parse_number(DOLLARS.money(amount))
    assert read == pytest.approx(amount, rel=0.006, abs=0.006)
