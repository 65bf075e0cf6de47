"""The cells of the library's table: colours that can be read, and figures where they belong."""

import math

import pytest
from PySide6.QtGui import QColor

from boardkit.headlines import Headline, Tone
from ui.desk import Desk
from ui.widgets.library_cells import pill_ground, tone_color

TONES: tuple[Tone, ...] = ("better", "plain", "exposure")


def headline(tone: Tone) -> Headline:
    return Headline(
        title="Exposure", score=61, low=55, high=66, band="Exposed", band_chance=0.9,
        tone=tone, verdict="", verdict_chance=None,
        enough=True, given=22, needed=22, done=30, asked=82,
    )  # fmt: skip


def luminance(color: QColor) -> float:
    return (
        0.2126 * linear(color.redF())
        + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF())
    )


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else math.pow((part + 0.055) / 1.055, 2.4)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("tone", TONES)
def test_the_text_of_a_band_can_be_read(desk: Desk, tone: Tone, dark: bool) -> None:
    desk.theme.set_dark(dark)
    color = tone_color(headline(tone))
    one, other = sorted((luminance(color), luminance(pill_ground(color))))
    assert (other + 0.05) / (one + 0.05) >= 4.5


def test_the_tones_differ_and_none_is_plain(desk: Desk) -> None:
    colors = {tone: tone_color(headline(tone)).name() for tone in TONES}
    assert len(set(colors.values())) == 3
    assert tone_color(None).name() == colors["plain"]
