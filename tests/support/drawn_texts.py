"""The texts of a chart, with the room that each takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import combinations

from boardkit.typefaces import text_width

_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True)
class DrawnText:
    """One text and the box that it takes, from its baseline up."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def drawn_texts(svg: str) -> list[DrawnText]:
    """Every text of a chart that is not turned."""
    found = []
    for attributes, text in _TEXT.findall(svg):
        told = dict(_ATTRIBUTE.findall(attributes))
        size, weight = float(told["font-size"]), int(told.get("font-weight", 400))
        width = text_width(unescape(text), size, weight)
        x, y = float(told["x"]), float(told["y"])
        left = {"start": x, "middle": x - width / 2, "end": x - width}[
            told.get("text-anchor", "start")
        ]
        found.append(DrawnText(unescape(text), left, y - 0.7 * size, left + width, y))
    return found


def collisions(svg: str) -> list[tuple[str, str]]:
    """The pairs of texts that stand on one another."""
    return [
        (one.text, other.text)
        for one, other in combinations(drawn_texts(svg), 2)
        if one.left < other.right - 0.5
        and other.left < one.right - 0.5
        and one.top < other.bottom - 0.5
        and other.top < one.bottom - 0.5
    ]


def outside(svg: str) -> list[str]:
    """The texts that reach beyond the drawing."""
    box = _BOX.search(svg)
    assert box is not None
    width, height = float(box[1]), float(box[2])
    return [
        one.text
        for one in drawn_texts(svg)
        if one.left < -0.5 or one.right > width + 0.5 or one.top < -0.5 or one.bottom > height + 0.5
    ]
