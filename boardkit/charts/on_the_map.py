"""What stands on the map of two ways out, and how it is said to those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.english import in_sentence
from boardkit.formats import Formats


@dataclass(frozen=True)
class Dot:
    """One company; a reference says how many of its answers are public."""

    name: str
    across: float
    up: float
    note: str = ""
    key: str = ""  # where it leads on a screen


@dataclass(frozen=True)
class Axes:
    """What the map's axes and corners are called, and where the quadrants part."""

    across: str
    up: str
    corners: tuple[str, str, str, str]  # low–low, high–low, low–high, high–high
    split_at: float
    factor: float = 1  # what one point of 100 is printed as


@dataclass(frozen=True)
class Cross:
    """The 80% range of each of the two scores; None where there is no range."""

    across: tuple[float, float] | None
    up: tuple[float, float] | None


def said(
    axes: Axes, claimed: Dot, proven: Dot | None, references: Sequence[Dot], formats: Formats,
    cross: Cross | None, path: Sequence[Dot], previous: Dot | None,
) -> str:  # fmt: skip
    """The map in sentences, for those who cannot see it."""
    across, up = in_sentence(axes.across), in_sentence(axes.up)

    def figure(value: float) -> str:
        return formats.number(value * axes.factor, 1 if axes.factor >= 1 else 3)

    def place(dot: Dot) -> str:
        return f"{across} {figure(dot.across)}, {up} {figure(dot.up)}"

    text = f"{claimed.name} stands at {place(claimed)} as claimed"
    text += f", {place(proven)} as proven." if proven else "."
    ranges = [(across, cross.across), (up, cross.up)] if cross else []
    said = " and ".join(
        f"{name} between {figure(found[0])} and {figure(found[1])}"
        for name, found in ranges
        if found
    )
    if said:
        text += f" Eight times out of ten it has {said}."
    if previous is not None:
        text += f" {previous.name} stands at {place(previous)}."
    if path:
        text += f" The moves lead to {place(path[-1])}."
    if references:
        others = "; ".join(f"{dot.name} {place(dot)}" for dot in references)
        text += f" Reference companies, placed from public answers only: {others}."
    return text
