"""Few colours with fixed meanings, for white paper and for dark screens."""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """The colours of a chart; contrast of text on ``ground`` is WCAG AA or better."""

    ground: str
    ink: str  # text and solid marks
    muted: str  # secondary text
    faint: str  # gridlines and outlines
    track: str  # what a bar could fill
    exposure: str  # vermilion
    first_derivative: str  # teal
    resale: str  # indigo
    better: str  # green; always with a sign or an arrow
    plain: str  # a composite without a meaning of its own

    def of_way(self, index: int) -> str:
        """The colour of the first, the second and any further way out."""
        return (self.first_derivative, self.resale)[index] if index < 2 else self.plain

    def tint(self, color: str, share: float) -> str:
        """A colour that covers this share of the ground, as one flat colour.

        Qt takes ten times as long over a fill that lets something through.
        """
        pairs = zip(_channels(color), _channels(self.ground), strict=True)
        return "#" + "".join(f"{round(share * a + (1 - share) * b):02x}" for a, b in pairs)


def _channels(color: str) -> bytes:
    return bytes.fromhex(color.removeprefix("#"))


PAPER = Palette(
    ground="#ffffff", ink="#16213a", muted="#5a6478", faint="#d5dae3", track="#eef1f5",
    exposure="#c2410c", first_derivative="#0f766e", resale="#4338ca", better="#15803d", plain="#3d4f73",
)  # fmt: skip

DARK = Palette(
    ground="#14181f", ink="#eef1f6", muted="#a3adbd", faint="#37404d", track="#232a35",
    exposure="#fb8a5c", first_derivative="#3fc1b4", resale="#9b9ff5", better="#55c98a", plain="#9db2d9",
)  # fmt: skip
