"""Where we stand: from what is at risk to what is left, the ways out, and the dimensions."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from boardkit.documents.material import Material
from boardkit.documents.what_to_do import WhatToDo, known_on
from boardkit.english import in_sentence
from boardkit.reading import Standing


@dataclass(frozen=True)
class StandingPage:
    """What the page places."""

    title: str
    bridge: Markup
    ranged: bool  # whether the bridge shows the range of what is left
    map: Markup
    open_above: str
    sure: str  # what the cross on the map stands for; nothing without one
    path: str  # why the map shows no path; nothing where it shows one, or there are no moves
    placed: str  # when the reference companies were; nothing without any
    bounds: str  # of what does not apply
    so_what: str


@dataclass(frozen=True)
class DimensionsPage:
    """What the page places."""

    title: str
    dimensions: Markup
    unscored: tuple[str, ...]
    bounds: str  # of what does not apply, where there is no bridge that it could stand below
    position: Markup
    position_title: str
    position_from: str  # the question that it is from
    so_what: str


def standing_page(material: Material) -> StandingPage | None:
    """The bridge and the map; None for a method without either, since the cover says the rest."""
    say, pictures, verdict = material.wording, material.pictures, material.result.verdict
    height = material.sheet.height
    rules = material.method.verdict
    bridge = pictures.bridge(height * 0.225)
    drawn = pictures.map(height * 0.3)
    if verdict is None and not bridge and not drawn:
        return None
    to_do = WhatToDo(material.result, material.method, material.formats)
    return StandingPage(
        title=say.bridge_title(),
        bridge=bridge,
        ranged=bool(say.how_sure.brief(material.result.headline.id)),
        map=drawn,
        open_above=material.formats.number(rules.open_above, 0) if rules else "60",
        sure=_RANGES,
        path=to_do.path(material.analysis.moves),
        placed=material.references[0].as_of if material.references else "",
        bounds=say.how_sure.bounds(material.result.headline.bounds),
        so_what=_so_what(material),
    )


def _so_what(material: Material) -> str:
    """The verdict, never without its chance, and what it does not say."""
    verdict, sure = material.result.verdict, material.wording.how_sure
    if material.result.headline.band is None:
        return f"{sure.conclusion()} No band is named before more is answered.".strip()
    band = sure.band()
    parts = (
        f"The band is {in_sentence(band)}" if band else "", sure.verdict(), sure.ahead() if verdict is not None else "",
        verdict.caveat if verdict is not None else "",
    )  # fmt: skip
    return " ".join(part for part in parts if part)


def dimensions_page(material: Material) -> DimensionsPage:
    """The dimensions, and what recurring revenue moves with."""
    role, head = material.questionnaire.roles.position, material.result.headline
    return DimensionsPage(
        title=material.wording.dimensions_title(),
        dimensions=material.pictures.dimensions(material.previous),
        unscored=tuple(
            material.method.dimension(one).title for one in material.result.unscored_dimensions
        ),
        bounds=material.wording.how_sure.bounds(head.bounds) if head.bridge is None else "",
        position=material.pictures.position(),
        position_title=material.questionnaire.question(role.table).short if role else "",
        position_from=role.table if role else "",
        so_what=_widest(material),
    )


def _widest(material: Material) -> str:
    """The dimension of which least is known."""
    sure = material.wording.how_sure
    ranges = [
        (spread.claimed.interval, spread.id)
        for spread in sure.intervals.dimensions
        if spread.claimed is not None and spread.claimed.interval is not None
    ]
    if not ranges:
        return "The answers leave no doubt about any dimension."
    widest, dimension = max(ranges, key=lambda one: round(one[0].p90 - one[0].p10, 6))
    low, high = sure.figures.ends(widest)
    if low == high:
        return "The answers leave no doubt about any dimension."
    title = material.method.dimension(dimension).title
    said = (
        f"Least is known about “{title}”: eight times out of ten it lies between {low} and {high}."
    )
    return f"{said} {_most_in(material, dimension)}".strip()


def _most_in(material: Material, dimension: str) -> str:
    """Which of a dimension's answers its doubt is mostly in, and how that one is known."""
    drivers = material.analysis.drivers
    inside = {one.id: one for one in material.result.indicators if one.dimension == dimension}
    ranked = [one for one in drivers.indicators if one.id in inside] if drivers else []
    first = max(ranked, key=lambda one: round(one.importance, 6), default=None)
    if first is None or first.importance <= 0:
        return ""
    answer = inside[first.id]
    known = in_sentence(known_on(answer, material.method))
    if answer.standing is Standing.DONT_KNOW:
        known = "answered “don’t know”"
    return f"Most of that doubt is in “{answer.title}” ({answer.question}), {known}."


_RANGES = "The cross is where each score lies eight times out of ten"
