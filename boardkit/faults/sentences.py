"""pydantic's errors as sentences that a person who writes no programs can act upon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from boardkit.english import counted, sentence
from boardkit.faults.fault import Fault, shown, suggestion
from boardkit.faults.nouns import noun, this
from boardkit.faults.spots import Spot, bare_type, find, is_model, tags_of
from boardkit.faults.unknown_keys import meant, unknown_key
from boardkit.sources import Loc


def faults_of_validation(error: ValidationError, model: type[BaseModel]) -> Iterator[Fault]:
    """What pydantic found wrong with data for ``model``, each as a sentence that names the key."""
    found = list(_found(error, model))
    misspelt = {
        (*spot.loc[:-1], meant(detail, spot)) for detail, spot in found if _is_extra(detail)
    }
    for detail, spot in found:
        if detail["type"] != "missing" or spot.loc not in misspelt:
            yield _fault(detail, spot)


Found = tuple[ErrorDetails, Spot]


def _found(error: ValidationError, model: type[BaseModel]) -> Iterator[Found]:
    """pydantic's errors with their spots; of alternatives, those that the data came closest to."""
    alternatives: dict[Loc, list[Found]] = {}
    for detail in error.errors(include_url=False):
        spot = _spot(model, detail)
        if spot.union is not None:
            alternatives.setdefault(spot.union, []).append((detail, spot))
        elif not _echoes(detail):
            yield detail, spot
    for loc, found in alternatives.items():
        inside = [one for one in found if one[0]["type"] not in _TAKES]
        yield from inside or [_none_of(loc, found)]


def _spot(model: type[BaseModel], detail: ErrorDetails) -> Spot:
    """Where an error stands; a key that is missing belongs to the thing that lacks it."""
    steps = detail["loc"]
    if detail["type"] != "missing":
        return find(model, steps)
    around = find(model, steps[:-1])
    return replace(around, loc=(*around.loc, steps[-1]))


def _none_of(loc: Loc, found: list[Found]) -> Found:
    """Several alternatives, none of which fits, as one error that names them all."""
    detail, spot = found[-1]
    takes = dict.fromkeys(_takes(*one) for one in found)
    ctx = {"takes": " or ".join(takes)}
    return {**detail, "type": "none_of", "ctx": ctx}, replace(spot, loc=loc)


def _is_extra(detail: ErrorDetails) -> bool:
    return detail["type"] == "extra_forbidden"


def _echoes(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because its items are at fault."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


KEYS_SHOWN = 4  # keys, beyond which a sentence no longer lists them

_TAKES = {
    **dict.fromkeys(("string_type",), "a text"),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), "a number"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "a whole number"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "true or false"),
    **dict.fromkeys(("tuple_type", "list_type"), "a list"),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "a date"),
    **dict.fromkeys(("date_from_datetime_inexact",), "a date"),
    **dict.fromkeys(("datetime_type", "datetime_parsing"), "a date and time"),
    **dict.fromkeys(("datetime_from_date_parsing", "timezone_aware"), "a date and time"),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "keys with values"),
}

_WRITE = {
    "a text": "Write a text.",
    "a number": "Write a number, without quotes or a unit.",
    "a whole number": "Write a whole number, such as 3.",
    "true or false": "Write true or false.",
    "a list": "Write [one, two], or one item a line, each after a dash.",
    "keys with values": "Write one “key: value” a line, indented.",
    "a condition": "Write one, such as {question: A01, above: 0} or {condition: a_shared_one}.",
    "a formula": "Write a number, {question: A01}, or an operation such as {sum: [ … ]}.",
    "a number or a reference": "Write a number, or {question: A01}.",
    "a reference": "Write {question: A01}.",
    "a date": "Write it as 2026-12-15.",
    "a date and time": "Write it as 2026-12-15T09:30:00Z.",
}

_PATTERNS = {
    r"^[A-Za-z][A-Za-z0-9_-]*$": "Start with a letter; then use letters, digits, - and _ only.",
    r"^\d+\.\d+\.\d+$": "Write three numbers, such as 1.0.0.",
    r"^[A-Z]{3}$": "Write three capital letters, such as EUR.",
}

_BOUNDS = {
    "greater_than": ("too small", "Write more than {gt:g}."),
    "greater_than_equal": ("too small", "Write {ge:g} or more."),
    "less_than": ("too large", "Write less than {lt:g}."),
    "less_than_equal": ("too large", "Write {le:g} or less."),
}


def _fault(detail: ErrorDetails, spot: Spot) -> Fault:
    kind = detail["type"]
    if kind in _TAKES or kind == "none_of":
        return _wrong_kind(detail, spot)
    if kind in _BOUNDS:
        size, remedy = _BOUNDS[kind]
        what = f"{spot.name} is {shown(detail['input'])}, which is {size}."
        return Fault(what, remedy.format(**detail["ctx"]), spot.loc)
    if kind in _SENTENCES:
        return _SENTENCES[kind](detail, spot)
    return Fault(f"{spot.name} is not right: {detail['msg']}.", "", spot.loc)


def _takes(detail: ErrorDetails, spot: Spot) -> str:
    takes, model = _TAKES[detail["type"]], spot.model.__name__ if spot.model else ""
    if takes != "keys with values":
        return takes
    if model == "Operand":
        return "a formula" if spot.siblings else "a reference"
    return "a condition" if model == "Compare" else takes


def _wrong_kind(detail: ErrorDetails, spot: Spot) -> Fault:
    value = detail["input"]
    takes = detail["ctx"]["takes"] if detail["type"] == "none_of" else _takes(detail, spot)
    remedy = _how_to_write(takes, value, spot)
    if value is None:
        return Fault(f"{spot.name} is empty.", remedy, spot.loc)
    return Fault(f"{spot.name} takes {takes}, and this is {shown(value)}.", remedy, spot.loc)


def _how_to_write(takes: str, value: Any, spot: Spot) -> str:
    if takes == "a text":
        if (form := _form(spot)) is not None:
            return form
        if isinstance(value, bool | int | float):
            return f'Put it in quotes: "{shown(value)}".'
    if takes == "keys with values" and spot.loc and is_model(bare_type(spot.annotation)):
        return _with_keys(value, bare_type(spot.annotation))
    return _WRITE.get(takes, f"Write {takes}.")


def _form(spot: Spot) -> str | None:
    """How a text that has to be of a certain form is written, if it has to."""
    field = _field(spot.model, spot.loc[-1]) if spot.loc else None
    patterns = (getattr(rule, "pattern", None) for rule in (field.metadata if field else ()))
    return next((_PATTERNS[pattern] for pattern in patterns if pattern in _PATTERNS), None)


def _with_keys(value: Any, model: type[BaseModel]) -> str:
    """The keys that a thing cannot do without, when they are few; a section may be a file."""
    if model.__name__ == "Section" and str(value).endswith((".yaml", ".yml")):
        return f"Write “file: {value}”."
    fields = model.model_fields.items()
    needed = [field.alias or name for name, field in fields if field.is_required()]
    if not 0 < len(needed) <= KEYS_SHOWN:
        return _WRITE["keys with values"]
    return f"Write {{{', '.join(f'{key}: …' for key in needed)}}}."


def _missing(detail: ErrorDetails, spot: Spot) -> Fault:
    if isinstance(spot.loc[-1], int):
        parent = replace(spot, loc=spot.loc[:-1])
        given = len(detail["input"])
        what = f"{parent.name} has {counted(given, 'item')}, which is too few."
        return Fault(what, "Add what is missing.", parent.loc)
    key = str(spot.loc[-1])
    about = _description(spot.model, key)
    meaning = f": {about[0].lower()}{about[1:].rstrip('.')}" if about else ""
    return Fault(f"“{key}” is missing from {noun(spot)}.", f"Add it{meaning}.", spot.loc)


def _description(model: type[BaseModel] | None, key: str) -> str:
    field = _field(model, key)
    return (field.description if field else None) or ""


def _field(model: type[BaseModel] | None, key: int | str) -> FieldInfo | None:
    fields = model.model_fields if model else {}
    return next((field for name, field in fields.items() if key in (name, field.alias)), None)


def _no_tag(detail: ErrorDetails, spot: Spot) -> Fault:
    key = detail["ctx"]["discriminator"].strip("'")
    known = _tags_of_union(spot)
    return Fault(f"“{key}” is missing here.", f"Add it: one of {', '.join(known)}.", spot.loc)


def _wrong_tag(detail: ErrorDetails, spot: Spot) -> Fault:
    key, tag = detail["ctx"]["discriminator"].strip("'"), detail["ctx"]["tag"]
    remedy = suggestion(tag, _tags_of_union(spot), "")
    return Fault(f"“{tag}” is not a {key} that exists.", remedy, (*spot.loc, key))


def _tags_of_union(spot: Spot) -> tuple[str, ...]:
    return tuple(tag for member in get_args(bare_type(spot.annotation)) for tag in tags_of(member))


def _not_listed(detail: ErrorDetails, spot: Spot) -> Fault:
    choices = [str(choice) for choice in get_args(bare_type(spot.annotation))]
    value = detail["input"]
    if value is None:
        return Fault(f"{spot.name} is empty.", f"Write one of: {', '.join(choices)}.", spot.loc)
    remedy = suggestion(str(value), choices, f"Write one of: {', '.join(choices)}.")
    return Fault(f"{spot.name} cannot be {shown(value)}.", remedy, spot.loc)


def _not_of_pattern(detail: ErrorDetails, spot: Spot) -> Fault:
    pattern = detail["ctx"]["pattern"]
    remedy = _PATTERNS.get(pattern, f"It must match {pattern}.")
    return Fault(f"{spot.name} cannot be {shown(detail['input'])}.", remedy, spot.loc)


def _too_few(detail: ErrorDetails, spot: Spot) -> Fault:
    least, given = detail["ctx"]["min_length"], len(detail["input"])
    what = f"{spot.name} has {counted(given, 'item')}, and needs at least {least}."
    return Fault(what, f"Add {least - given} more, or remove the key.", spot.loc)


def _too_many(detail: ErrorDetails, spot: Spot) -> Fault:
    most, given = detail["ctx"]["max_length"], len(detail["input"])
    what = f"{spot.name} has {counted(given, 'item')}, and may have at most {most}."
    return Fault(what, f"Remove {given - most}.", spot.loc)


def _too_short(_detail: ErrorDetails, spot: Spot) -> Fault:
    return Fault(f"{spot.name} is empty.", "Write a text.", spot.loc)


def _too_long(detail: ErrorDetails, spot: Spot) -> Fault:
    most, given = detail["ctx"]["max_length"], len(detail["input"])
    what = f"{spot.name} has {given} characters, and may have at most {most}."
    return Fault(what, f"Shorten it by {given - most}.", spot.loc)


def _not_coherent(detail: ErrorDetails, spot: Spot) -> Fault:
    problem = str(detail["ctx"]["error"])
    return Fault(f"{this(spot)} cannot be used.", f"{sentence(problem)}.", spot.loc)


_SENTENCES: dict[str, Callable[[ErrorDetails, Spot], Fault]] = {
    "missing": _missing,
    "extra_forbidden": unknown_key,
    "union_tag_not_found": _no_tag,
    "union_tag_invalid": _wrong_tag,
    "literal_error": _not_listed,
    "string_pattern_mismatch": _not_of_pattern,
    "too_short": _too_few,
    "too_long": _too_many,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "value_error": _not_coherent,
}
