"""What drives it and what to do: moves and options, what to firm up, and where the doubt comes from."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from boardkit.answer_texts import derived_sentence
from boardkit.documents.material import Material
from boardkit.documents.what_drives import ChoiceRow, WhatDrives
from boardkit.documents.what_to_do import FirmingRow, MoveRow, OptionLine, WhatToDo

FIRST = 5  # answers to firm up, and choices of method, that are printed


@dataclass(frozen=True)
class ToDoPage:
    """What the page on what to do places."""

    title: str
    moves: str
    rows: tuple[MoveRow, ...]
    options: tuple[OptionLine, ...]
    target: str  # the next band
    firm_up: str
    firmings: tuple[FirmingRow, ...]
    would_change: tuple[str, ...]
    so_what: str


@dataclass(frozen=True)
class Measured:
    """A measurement that stands in place of an answer."""

    title: str
    text: str
    question: str  # that it is made from
    replaces: str  # the question whose answer it stands for


@dataclass(frozen=True)
class DrivesPage:
    """What the page on what drives it places."""

    title: str
    drivers: Markup
    optimism: str
    measured: tuple[Measured, ...]
    method: str
    choices: tuple[ChoiceRow, ...]
    tried: int  # how many choices in all
    concentration: str
    largest: str
    concentration_from: str  # the question that it is from
    so_what: str


def to_do_page(material: Material) -> ToDoPage | None:
    """The least that would have to change, the options considered, and what to find out first."""
    found = material.analysis
    if found.firm_up is None:
        return None
    say = WhatToDo(material.result, material.method, material.formats)
    firm_up = found.firm_up
    return ToDoPage(
        title=say.moves_title(found.moves),
        moves=say.moves(found.moves),
        rows=say.move_rows(found.moves),
        options=say.options(found.moves, found.options),
        target=say.target(found.moves),
        firm_up=say.firm_up(firm_up),
        firmings=say.firming_rows(firm_up)[:FIRST],
        would_change=would_change(material),
        so_what=say.to_do_first(found.moves, firm_up),
    )


def would_change(material: Material) -> tuple[str, ...]:
    """What the conclusion and the forecast turn on, a line each; nothing while no band is named."""
    if material.result.headline.band is None:
        return ()
    told = material.would_change.lines()
    if material.forecast is None:
        return told
    line = material.would_change.assumption(material.forecast, material.turning)
    return (*told, line) if line else told


def drives_page(material: Material) -> DrivesPage | None:
    """Where the doubt comes from, how far the method matters, and how concentrated revenue is."""
    found = material.analysis
    if found.drivers is None:
        return None
    say = WhatDrives(material.result, material.method, material.formats)
    concentration = found.concentration
    return DrivesPage(
        title=say.drivers_title(found.drivers),
        drivers=material.pictures.drivers(),
        optimism=say.optimism(found.drivers),
        measured=_measured(material),
        method=f"{say.method_title(found.method_sensitivity)}.",
        choices=say.choice_rows(found.method_sensitivity)[:FIRST],
        tried=2 * len(found.method_sensitivity),
        concentration=say.concentration(concentration) if concentration else "",
        largest=say.largest(concentration) if concentration else "",
        concentration_from=concentration.question if concentration else "",
        so_what=say.what_drives(found.drivers),
    )


def _measured(material: Material) -> tuple[Measured, ...]:
    """What was measured and scored in place of an answer: the top-ten invoice test, where it was made."""
    found = []
    for derived in material.questionnaire.derived:
        value = material.reading.derived(derived.id)
        if value is None or derived.score is None or derived.score.replaces is None:
            continue
        text = derived_sentence(derived, value, material.formats)
        source = derived.shown_with or ""
        found.append(Measured(derived.title, text, source, derived.score.replaces))
    return tuple(found)
