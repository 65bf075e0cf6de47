"""Searching passes over case and accents."""

import pytest

from ui.searching import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Café MÉLANGE", "cafe melange"),
        ("Straße", "strasse"),
        ("Ørsted", "orsted"),
        ("Łódź", "lodz"),
        ("ﬁne", "fine"),
        ("東京", "東京"),
        ("customers’ seats", "customers' seats"),
    ],
)
def test_folded(text: str, plain: str) -> None:
    assert folded(text) == plain
    assert folded(plain) == plain
