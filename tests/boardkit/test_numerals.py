import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkit.numerals import parse_number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12m", 12e6), ("12M", 12e6), ("12,000,000", 12e6), ("1.2e7", 12e6), ("12 000 000", 12e6),
        ("$12m", 12e6), ("€1.25bn", 1.25e9), ("12m USD", 12e6), ("CHF 950k", 950e3), ("12 mn", 12e6),
        ("40%", 40), ("12.5 %", 12.5), ("-3", -3), ("−3", -3), ("+4", 4), (".5", 0.5), ("5.", 5),
        ("-$2m", -2e6), ("0", 0), (7, 7), (2.5, 2.5), ("1’000", 1000), ("2tn", 2e12),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(typed: object, meant: float) -> None:
    assert parse_number(typed) == pytest.approx(meant)


@pytest.mark.parametrize(
    "typed",
    ["", "twelve", "1,5", "12,34,567", "1.2.3", "--3", "12x", "e7", "%", "US7x", "$", 10**400, -(10**31), None, True, [], "1" * 65,
     "1e999", float("nan"), float("inf"), "nan", "inf", "12m3", "1,000,00"],
)  # fmt: skip
def test_what_is_not_a_number_is_not_guessed(typed: object) -> None:
    assert parse_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.234,5", 1234.5),
        ("12,5", 12.5),
        ("1.000.000", 1e6),
        ("12,5m", 12.5e6),
        ("12,5 Mio", 12.5e6),
        ("1,2 Mrd", 1.2e9),
    ],
)
def test_a_locale_with_a_decimal_comma(typed: str, meant: float) -> None:
    assert parse_number(typed, decimal=",", group=".") == pytest.approx(meant)


def test_a_percentage_is_no_amount() -> None:
    assert parse_number("40 %", percent=False) is None
    assert parse_number("12m", percent=False) == 12e6


@given(st.floats(-1e12, 1e12))
def test_a_printed_number_reads_back(number: float) -> None:
    assert parse_number(f"{number:,.2f}") == pytest.approx(number, abs=0.00501)
