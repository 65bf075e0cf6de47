"""Currencies: those in use, common ones first, the person's own before all."""

import pytest

from ui.currencies import common_currencies, currency_name, current_currencies, local_currency


@pytest.mark.parametrize(
    ("locale", "code"),
    [("en_GB", "GBP"), ("de_CH", "CHF"), ("en-US", "USD"), ("en", "USD"), ("da_DK", "DKK")],
)
def test_the_currency_of_a_locale(locale: str, code: str) -> None:
    assert local_currency(locale) == code
    assert common_currencies(locale)[0] == code
    assert len(set(common_currencies(locale))) == len(common_currencies(locale))


def test_only_currencies_that_are_in_use() -> None:
    current = current_currencies()
    assert {"USD", "EUR", "GBP", "SEK", "INR"} <= set(current)
    assert "DEM" not in current
    assert 140 < len(current) < 200


def test_the_name_follows_the_code() -> None:
    assert currency_name("EUR", "en") == "EUR  Euro"
    assert currency_name("XQZ", "en") == "XQZ"
