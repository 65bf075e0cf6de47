"""Numbers as people type them, in their own locale, and said back so that none changes."""

import pytest

from boardkit.errors import AnswerError
from boardkit.formats import Formats
from ui.widgets.number_texts import NumberTexts


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12m", 12e6),
        ("$12,000,000", 12e6),
        (" US$ 12 000 000 ", 12e6),
        ("12m USD", 12e6),
        ("€3.5bn", 3.5e9),
        ("1.2e7", 1.2e7),
        ("(1,250)", -1250.0),
        ("−5", -5.0),
        ("0.99", 0.99),
    ],
)
def test_money_is_read_as_people_write_it(typed: str, number: float) -> None:
    assert NumberTexts("money", Formats()).read(typed) == number


@pytest.mark.parametrize(
    "typed", ["", "twelve", "12 apples", "1,2", "nan", "inf", "1" * 80, "-", "40 %"]
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert NumberTexts("money", Formats()).read(typed) is None


@pytest.mark.parametrize(
    ("locale", "currency", "typed", "number", "shown"),
    [
        ("de", "EUR", "1.250,5", 1250.5, "1.250,50\xa0€"),
        ("fr", "EUR", "12\u202f000", 12e3, "12\u202f000\xa0€"),
        ("en_IN", "INR", "₹1,20,00,000", 12e6, "₹1,20,00,000"),
        ("sv", "SEK", "12 kr", 12.0, "12\xa0kr"),
        ("de_CH", "CHF", "CHF 12’000", 12e3, "CHF\xa012’000"),
        ("en", "USD", "-1250.5", -1250.5, "−$1,250.50"),
        ("en", "USD", "0.0035", 0.0035, "$0.0035"),
    ],
)
def test_each_locale_has_its_own_marks(
    locale: str, currency: str, typed: str, number: float, shown: str
) -> None:
    texts = NumberTexts("money", Formats(locale, currency))
    assert texts.read(typed) == number
    assert texts.shown(number) == shown


@pytest.mark.parametrize("locale", ["en", "de", "fr", "en_IN", "sv", "de_CH", "ar", "ja", "pt_BR"])
@pytest.mark.parametrize("kind", ["number", "percent", "money"])
@pytest.mark.parametrize("number", [0.0, 12e6, -1250000.5, 0.0035, 123456789.0, 27_345_000.0])
def test_what_is_said_back_is_the_same_number(locale: str, kind: str, number: float) -> None:
    texts = NumberTexts(kind, Formats(locale, "EUR"))  # type: ignore[arg-type]
    assert texts.read(texts.shown(number)) == number
    assert texts.read(texts.typed(number)) == number


def test_a_round_amount_is_edited_short_and_another_in_full() -> None:
    texts = NumberTexts("money", Formats())
    assert texts.typed(12e6) == "12m"
    assert texts.typed(1.25e9) == "1.25bn"
    assert texts.typed(140_123_456) == "140123456"
    assert NumberTexts("number", Formats()).typed(12e6) == "12000000"
    assert NumberTexts("money", Formats("de", "EUR")).typed(1_250_000) == "1,25m"


@pytest.mark.parametrize(
    ("locale", "kind", "sign", "example"),
    [("en", "percent", "%", "12.5%"), ("de", "money", "€", "12m"), ("de", "percent", "%", "12,5%"),
     ("en", "number", "", "12.5")],
)  # fmt: skip
def test_an_empty_field_says_what_it_is_for(
    locale: str, kind: str, sign: str, example: str
) -> None:
    texts = NumberTexts(kind, Formats(locale, "EUR"))  # type: ignore[arg-type]
    assert texts.sign == sign
    assert texts.short_example == example
    assert texts.read(texts.short_example) is not None


def test_a_refusal_says_what_to_type_in_the_persons_own_way() -> None:
    german = NumberTexts("percent", Formats("de", "EUR"))
    with pytest.raises(AnswerError, match=r"“viel” cannot be read .* like 12,5 or 12,5%\."):
        german.number("viel")
    assert german.number("  ") is None
    with pytest.raises(AnswerError, match=r"^“x{40}…” cannot"):
        german.number("x" * 500)
