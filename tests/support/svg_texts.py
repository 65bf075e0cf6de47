"""Where the texts of a chart stand, so that tests can ask whether they collide or are clipped."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from boardkit.typefaces import text_width

SVG = "{http://www.w3.org/2000/svg}"
HAIR = "0.75"  # how thick the line from a dot to its name is


@dataclass(frozen=True)
class Text:
    """One line of text, and the box that it fills."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Text) -> bool:
        """Whether the two stand on one another."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.5 and down > 0.5


def texts_of(svg: str) -> list[Text]:
    """Every text that is not turned."""
    found = []
    for one in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        if one.get("transform"):
            continue
        text, size = one.text or "", float(one.get("font-size", "11"))
        room = text_width(text, size, int(one.get("font-weight", "400")))
        x, y = float(one.get("x", "0")), float(one.get("y", "0"))
        left = x - {"start": 0.0, "middle": room / 2, "end": room}[one.get("text-anchor", "start")]
        found.append(Text(text, left, y - size * 0.72, left + room, y + size * 0.22))
    return found


def collisions(svg: str) -> list[tuple[str, str]]:
    """Pairs of texts that stand on one another."""
    return [(a.text, b.text) for a, b in combinations(texts_of(svg), 2) if a.meets(b)]


def clipped(svg: str) -> list[str]:
    """Texts that reach beyond the drawing."""
    root = ElementTree.fromstring(svg)
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    return [
        one.text
        for one in texts_of(svg)
        if one.left < -0.5 or one.right > width + 0.5 or one.top < -0.5 or one.bottom > height + 0.5
    ]


def says(svg: str) -> str:
    """The alternative text."""
    return ElementTree.fromstring(svg).findtext(f"{SVG}title") or ""


def lines_of(svg: str, dashes: str) -> list[tuple[float, float, float, float]]:
    """Dashed lines of one pattern: x1, y1, x2, y2."""
    return [
        tuple(float(one.get(key, "0")) for key in ("x1", "y1", "x2", "y2"))  # type: ignore[misc]
        for one in ElementTree.fromstring(svg).iter(f"{SVG}line")
        if one.get("stroke-dasharray") == dashes
    ]


def leaders_over_names(svg: str) -> list[str]:
    """Texts that the hair line from a dot to some other name strikes through."""
    found = []
    for one in ElementTree.fromstring(svg).iter(f"{SVG}line"):
        if one.get("stroke-width") != HAIR:
            continue
        x1, y1, x2, y2 = (float(one.get(key, "0")) for key in ("x1", "y1", "x2", "y2"))
        for text in texts_of(svg):
            steps = (step / 50 for step in range(49))  # the last leads to the name itself
            if any(
                text.left < x1 + (x2 - x1) * t < text.right
                and text.top < y1 + (y2 - y1) * t < text.bottom
                for t in steps
            ):
                found.append(text.text)
    return found
