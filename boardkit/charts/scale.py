"""The scale: where the headline stands among its bands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing
from boardkit.formats import Formats
from boardkit.typefaces import text_width

BAR_TOP, BAR_HEIGHT = 30.0, 14.0


@dataclass(frozen=True)
class Segment:
    """One band, from–to."""

    title: str
    low: float
    high: float


def scale_chart(
    title: str,
    claimed: float,
    proven: float | None,
    segments: Sequence[Segment],
    palette: Palette,
    formats: Formats,
    *,
    width: float,
    decimals: int = 1,
    color: str | None = None,
    sure: tuple[float, float] | None = None,
) -> str:
    """A bar from the scale's start to the claimed score, a diamond at the proven one, as SVG.

    ``sure`` is the 80% range of the claimed score, drawn as a line with ends.
    """
    says = f"{title} is {formats.number(claimed, decimals)} of {segments[-1].high:g} as claimed"
    if proven is not None:
        says += f", {formats.number(proven, decimals)} as proven"
    if sure is not None:
        says += f", with an 80% range from {' to '.join(formats.number(x, decimals) for x in sure)}"
    bands = ", ".join(f"{s.title} {s.low:g} to {s.high:g}" for s in segments)
    drawing = Drawing(width, 66, f"{says}. Bands: {bands}.")
    top = segments[-1].high

    def x(value: float) -> float:
        return 1 + (width - 2) * value / top

    for index, segment in enumerate(segments):
        drawing.rect(
            x(segment.low),
            BAR_TOP,
            x(segment.high) - x(segment.low),
            BAR_HEIGHT,
            palette.track,
        )
        if index:
            drawing.line(
                x(segment.low),
                BAR_TOP - 3,
                x(segment.low),
                BAR_TOP + BAR_HEIGHT + 3,
                palette.muted,
            )
        _name(drawing, palette, segment, x(segment.low), x(segment.high))
    drawing.rect(x(0), BAR_TOP + 3, x(claimed) - x(0), BAR_HEIGHT - 6, color or palette.exposure)
    if sure is not None:
        _range(drawing, palette, x(sure[0]), x(sure[1]))
    _marks(drawing, palette, formats, x, claimed, proven, decimals)
    return drawing.svg()


def _range(drawing: Drawing, palette: Palette, left: float, right: float) -> None:
    """On a pale edge, so that it stands out from bar and track alike."""
    y = BAR_TOP + BAR_HEIGHT / 2
    for color, width in ((palette.ground, 2.8), (palette.ink, 1.4)):
        drawing.line(left, y, right, y, color, width=width)
        for end in (left, right):
            drawing.line(end, y - 4, end, y + 4, color, width=width)


def _name(drawing: Drawing, palette: Palette, segment: Segment, left: float, right: float) -> None:
    y = BAR_TOP + BAR_HEIGHT + 15
    drawing.text(left + 3, y, f"{segment.low:g}", palette.muted, size=10.5)
    room = right - left - text_width(f"{segment.low:g}", 10.5) - 12
    if text_width(segment.title, 10.5) <= room:
        middle = (left + right) / 2 + text_width(f"{segment.low:g}", 10.5) / 2
        drawing.text(middle, y, segment.title, palette.muted, size=10.5, anchor="middle")


def _marks(
    drawing: Drawing, palette: Palette, formats: Formats, x: Callable[[float], float],
    claimed: float, proven: float | None, decimals: int,
) -> None:  # fmt: skip
    width = drawing.width
    label = f"claimed {formats.number(claimed, decimals, exact=True)}"
    room = text_width(label, 12, 600)
    at = min(max(x(claimed), room / 2), width - room / 2)
    if proven is None:
        drawing.text(at, BAR_TOP - 10, label, palette.ink, size=12, weight=600, anchor="middle")
        return
    other = f"proven {formats.number(proven, decimals, exact=True)}"
    other_room = text_width(other, 12)
    other_at = min(max(x(proven), other_room / 2), width - other_room / 2)
    gap = (room + other_room) / 2 + 10
    if abs(at - other_at) < gap:  # the two stand too close: part them, in their order
        middle = (at + other_at) / 2
        side = 1 if proven >= claimed else -1
        at, other_at = middle - side * gap / 2, middle + side * gap / 2
        shift = max(0.0, max(at + room / 2, other_at + other_room / 2) - width)
        shift -= max(0.0, -min(at - room / 2, other_at - other_room / 2))
        at, other_at = at - shift, other_at - shift
    drawing.text(at, BAR_TOP - 10, label, palette.ink, size=12, weight=600, anchor="middle")
    drawing.text(other_at, BAR_TOP - 10, other, palette.ink, size=12, anchor="middle")
    middle_y, centre = BAR_TOP + BAR_HEIGHT / 2, x(proven)
    drawing.path(
        f"M{centre - 6:.2f} {middle_y}L{centre:.2f} {middle_y - 6}L{centre + 6:.2f} {middle_y}"
        f"L{centre:.2f} {middle_y + 6}Z",
        palette.ground, stroke=palette.ink, width=1.5,
    )  # fmt: skip
