"""The currencies that one can choose, common ones first."""

from __future__ import annotations

from functools import cache

COMMON = ("USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "INR", "SGD")


def common_currencies(locale: str) -> tuple[str, ...]:
    """The one of the locale, then those that most companies report in."""
    return tuple(dict.fromkeys((local_currency(locale), *COMMON)))


def local_currency(locale: str) -> str:
    """What is paid with where this locale is spoken; the US dollar when it names no country."""
    from babel import Locale
    from babel.numbers import get_territory_currencies

    territory = Locale.parse(locale.replace("-", "_")).territory
    paid = get_territory_currencies(territory) if territory else []
    return str(paid[0]) if paid else "USD"


@cache
def current_currencies() -> tuple[str, ...]:
    """Every currency that is legal tender somewhere today, by its ISO 4217 code."""
    from babel.core import get_global

    known = get_global("territory_currencies").values()
    return tuple(
        sorted({code for paid in known for code, _, end, tender in paid if tender and end is None})
    )


def currency_name(code: str, locale: str) -> str:
    """“EUR  Euro”."""
    from babel.numbers import get_currency_name

    name = str(get_currency_name(code, locale=locale.replace("-", "_")))
    return code if name == code else f"{code}  {name}"
