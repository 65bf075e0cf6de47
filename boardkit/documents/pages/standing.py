"""Where we stand: from what is at risk to what is left, the ways out, and the dimensions."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from boardkit.documents.material import Material


@dataclass(frozen=True)
class StandingPage:
    """What the page places."""

    title: str
    bridge: Markup
    map: Markup
    open_above: str
    placed: str  # when the reference companies were; nothing without any
    so_what: str
    standing: str  # in place of the bridge and of the verdict
    scale: Markup


@dataclass(frozen=True)
class DimensionsPage:
    """What the page places."""

    title: str
    dimensions: Markup
    unscored: tuple[str, ...]
    position: Markup
    position_title: str
    position_from: str  # the question that it is from


def standing_page(material: Material) -> StandingPage:
    """The bridge and the map."""
    say, pictures, verdict = material.wording, material.pictures, material.result.verdict
    height = material.sheet.height
    rules = material.method.verdict
    bridge = pictures.bridge(height * 0.26)
    alone = verdict is None and not bridge
    return StandingPage(
        title=say.bridge_title(),
        bridge=bridge,
        map=pictures.map(height * 0.325),
        open_above=material.formats.number(rules.open_above, 0) if rules else "60",
        placed=material.references[0].as_of if material.references else "",
        so_what=f"{verdict.title}. {verdict.caveat}" if verdict is not None else "",
        standing=say.standing() if alone else "",
        scale=pictures.scale() if alone else Markup(),
    )


def dimensions_page(material: Material) -> DimensionsPage:
    """The dimensions, and what recurring revenue moves with."""
    role = material.questionnaire.roles.position
    return DimensionsPage(
        title=material.wording.dimensions_title(),
        dimensions=material.pictures.dimensions(),
        unscored=tuple(
            material.method.dimension(one).title for one in material.result.unscored_dimensions
        ),
        position=material.pictures.position(),
        position_title=material.questionnaire.question(role.table).short if role else "",
        position_from=role.table if role else "",
    )
