"""The look: it follows the system, and everything can be read in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from ui.desk import Desk
from ui.theme import DARK_TONES, LIGHT_TONES, Tones

READ = [  # a text, and what it stands on
    *((ink, ground) for ink in ("ink", "muted") for ground in ("page", "panel", "sunken")),
    *(("accent", ground) for ground in ("page", "panel", "accent_soft")),
    *(("danger", ground) for ground in ("page", "panel")),
    ("ink", "warn_soft"), ("ink", "accent_soft"), ("on_main", "main"), ("on_accent", "accent"),
    ("on_banner", "banner"), ("on_banner_muted", "banner"),
]  # fmt: skip
SEEN = [(edge, ground) for edge in ("edge", "accent") for ground in ("page", "panel")]


def light(color: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tones", [LIGHT_TONES, DARK_TONES], ids=["light", "dark"])
def test_every_text_and_every_outline_stands_out(tones: Tones) -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    faint = [pair for pair in READ if contrast(*(getattr(tones, name) for name in pair)) < 4.5]
    assert not faint
    unseen = [pair for pair in SEEN if contrast(*(getattr(tones, name) for name in pair)) < 3]
    assert not unseen


def test_light_and_dark_follow_the_system(desk: Desk) -> None:
    hints = QGuiApplication.styleHints()
    told: list[Tones] = []
    desk.theme.changed.connect(lambda: told.append(desk.theme.tones))
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert desk.theme.tones is DARK_TONES
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert told == [DARK_TONES, LIGHT_TONES]
