"""pydantic's errors as sentences that a person who writes no programs can act upon."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from boardkit.faults.fault import Fault, in_words, suggestion
from boardkit.faults.spots import Spot, bare_type, find, kind_key, tags_of
from boardkit.sources import Loc


def faults_of_validation(error: ValidationError, model: type[BaseModel]) -> Iterator[Fault]:
    """What pydantic found wrong with data for ``model``, each as a sentence that names the key."""
    alternatives: dict[Loc, list[tuple[ErrorDetails, Spot]]] = {}
    for detail in error.errors(include_url=False):
        spot = find(model, detail["loc"])
        if spot.union is not None:
            alternatives.setdefault(spot.union, []).append((detail, spot))
        elif not _echoes(detail):
            yield _fault(detail, spot)
    for loc, found in alternatives.items():
        inside = [(d, s) for d, s in found if d["type"] not in _TAKES]
        if inside:
            yield from (_fault(detail, spot) for detail, spot in inside)
        else:
            kinds = dict.fromkeys(_TAKES[detail["type"]] for detail, _ in found)
            yield _wrong_kind(loc, " or ".join(kinds), found[-1])


def _echoes(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because its items are at fault."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


_NOUNS = {
    "All": "an “all” condition",
    "AnyOf": "an “any” condition",
    "Not": "a “not” condition",
    "Answered": "an “answered” condition",
    "Named": "a shared condition",
    "Compare": "a condition",
    "Operand": "a reference to an answer",
    "Unknowns": "“unknowns”",
    "Roles": "“roles”",
    "Display": "“display”",
    "Methodology": "the methodology",
    "Headline": "the headline",
    "Verdict": "the verdict",
    "Map": "the map",
    "Choice": "a formula",
    **dict.fromkeys(("Sum", "Difference", "Product", "Ratio", "Clip", "First"), "a formula"),
    **dict.fromkeys(("Lookup", "WeightedMean", "ClassShare"), "a formula"),
}

_EXAMPLES = {
    "Compare": "Write a condition, such as {question: A01, above: 0} or {condition: a_shared_one}.",
    "Operand": "Write a number, a reference such as {question: A01}, or an operation on such.",
}


def _noun(spot: Spot) -> str:
    model = spot.model
    if model is None:
        return "this file"
    if model.__name__ == "Operand" and spot.siblings:
        return "a formula"
    if model.__name__ in _NOUNS:
        return _NOUNS[model.__name__]
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in model.__name__).strip()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _keys(*models: type[BaseModel]) -> tuple[str, ...]:
    fields = (item for model in models for item in model.model_fields.items())
    return tuple(dict.fromkeys(field.alias or name for name, field in fields))


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f"“{value if len(value) <= 40 else value[:39] + '…'}”"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}"
    return "a set of keys" if isinstance(value, Mapping) else "a list"


_TAKES = {
    **dict.fromkeys(("string_type",), "a text"),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), "a number"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "a whole number"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "true or false"),
    **dict.fromkeys(("tuple_type", "list_type"), "a list"),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "keys with values"),
}

_WRITE = {
    "a text": "Write a text.",
    "a number": "Write a number, without quotes or a unit.",
    "a whole number": "Write a whole number, such as 3.",
    "true or false": "Write true or false.",
    "a list": "Write [one, two], or one item a line, each after a dash.",
    "keys with values": "Write one “key: value” a line, indented.",
}

_PATTERNS = {
    r"^[A-Za-z][A-Za-z0-9_-]*$": "Start with a letter; then use letters, digits, - and _ only.",
    r"^\d+\.\d+\.\d+$": "Write three numbers, such as 1.0.0.",
}

_BOUNDS = {
    "greater_than": ("too small", "Write more than {gt:g}."),
    "greater_than_equal": ("too small", "Write {ge:g} or more."),
    "less_than": ("too large", "Write less than {lt:g}."),
    "less_than_equal": ("too large", "Write {le:g} or less."),
}


def _fault(detail: ErrorDetails, spot: Spot) -> Fault:
    kind = detail["type"]
    if kind in _TAKES:
        return _wrong_kind(spot.loc, _TAKES[kind], (detail, spot))
    if kind in _BOUNDS:
        size, remedy = _BOUNDS[kind]
        what = f"{spot.name} is {_shown(detail['input'])}, which is {size}."
        return Fault(what, remedy.format(**detail["ctx"]), spot.loc)
    if kind in _SENTENCES:
        return _SENTENCES[kind](detail, spot)
    return Fault(f"{spot.name} is not right: {detail['msg']}.", "", spot.loc)


def _wrong_kind(loc: Loc, takes: str, found: tuple[ErrorDetails, Spot]) -> Fault:
    detail, spot = found
    value, name = detail["input"], replace(spot, loc=loc).name
    remedy = _WRITE.get(takes, f"Write {takes}.")
    if takes == "keys with values" and spot.model is not None:
        remedy = _EXAMPLES.get(spot.model.__name__, remedy)
    if value is None:
        return Fault(f"{name} is empty.", remedy, loc)
    if takes == "a text" and isinstance(value, bool | int | float):
        remedy = f'Put it in quotes: "{_shown(value)}".'
    return Fault(f"{name} takes {takes}, and this is {_shown(value)}.", remedy, loc)


def _missing(detail: ErrorDetails, spot: Spot) -> Fault:
    if isinstance(spot.loc[-1], int):
        parent = replace(spot, loc=spot.loc[:-1])
        given = len(detail["input"])
        what = f"{parent.name} has {_counted(given, 'item')}, which is too few."
        return Fault(what, "Add what is missing.", parent.loc)
    key = str(spot.loc[-1])
    about = _description(spot.model, key)
    meaning = f": {about[0].lower()}{about[1:].rstrip('.')}" if about else ""
    return Fault(f"“{key}” is missing from {_noun(spot)}.", f"Add it{meaning}.", spot.loc)


def _description(model: type[BaseModel] | None, key: str) -> str:
    fields = model.model_fields if model else {}
    found = (f.description for name, f in fields.items() if key in (name, f.alias))
    return next(found, None) or ""


def _unknown_key(_detail: ErrorDetails, spot: Spot) -> Fault:
    key = str(spot.loc[-1])
    assert spot.model is not None
    what = f"“{key}” is not a key of {_noun(spot)}."
    kind = kind_key(spot.model)
    if kind is not None:
        owners = [m for m in spot.siblings if key in _keys(m)]
        tags = dict.fromkeys(tag for m in owners for tag in tags_of(m))
        if tags:
            remedy = f"Remove it, or change the {kind[0]}: {in_words(tags)} has it."
            return Fault(what, remedy, spot.loc)
        return Fault(what, suggestion(key, _keys(spot.model), "Remove it."), spot.loc)
    known = _keys(spot.model, *spot.siblings)
    remedy = "Remove it." if key in known else suggestion(key, known, "Remove it.")
    return Fault(what, remedy, spot.loc)


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
    return Fault(f"{spot.name} cannot be {_shown(value)}.", remedy, spot.loc)


def _not_of_pattern(detail: ErrorDetails, spot: Spot) -> Fault:
    pattern = detail["ctx"]["pattern"]
    remedy = _PATTERNS.get(pattern, f"It must match {pattern}.")
    return Fault(f"{spot.name} cannot be {_shown(detail['input'])}.", remedy, spot.loc)


def _too_few(detail: ErrorDetails, spot: Spot) -> Fault:
    least, given = detail["ctx"]["min_length"], len(detail["input"])
    what = f"{spot.name} has {_counted(given, 'item')}, and needs at least {least}."
    return Fault(what, f"Add {least - given} more, or remove the key.", spot.loc)


def _too_many(detail: ErrorDetails, spot: Spot) -> Fault:
    most, given = detail["ctx"]["max_length"], len(detail["input"])
    what = f"{spot.name} has {_counted(given, 'item')}, and may have at most {most}."
    return Fault(what, f"Remove {given - most}.", spot.loc)


def _too_short(_detail: ErrorDetails, spot: Spot) -> Fault:
    return Fault(f"{spot.name} is empty.", "Write a text.", spot.loc)


def _too_long(detail: ErrorDetails, spot: Spot) -> Fault:
    most, given = detail["ctx"]["max_length"], len(detail["input"])
    what = f"{spot.name} has {given} characters, and may have at most {most}."
    return Fault(what, f"Shorten it by {given - most}.", spot.loc)


def _not_coherent(detail: ErrorDetails, spot: Spot) -> Fault:
    problem = str(detail["ctx"]["error"])
    noun = _noun(spot).partition(" ")[2]
    return Fault(f"This {noun} cannot be used.", f"{problem[:1].upper()}{problem[1:]}.", spot.loc)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


_SENTENCES: dict[str, Callable[[ErrorDetails, Spot], Fault]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
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
