"""Keys that do not exist, and what was probably meant by them."""

from __future__ import annotations

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from boardkit.english import listed
from boardkit.faults.fault import Fault, nearest, suggestion
from boardkit.faults.nouns import keys_of, noun
from boardkit.faults.spots import Spot, kind_key, tags_of

OTHER_WORDS = {  # for the keys of formulas and conditions, as people know them from elsewhere
    **dict.fromkeys(("quotient", "divide", "divided_by", "division"), "ratio"),
    **dict.fromkeys(("minus", "subtract", "less"), "difference"),
    **dict.fromkeys(("times", "multiply", "multiplied_by"), "product"),
    **dict.fromkeys(("add", "plus", "total"), "sum"),
    **dict.fromkeys(("clamp", "limit", "bound"), "clip"),
    **dict.fromkeys(("mean", "avg"), "average"),
    "weighted_average": "weighted_mean",
    **dict.fromkeys(("std", "stdev", "sd", "standard_deviation"), "deviation"),
    **dict.fromkeys(("interpolate", "piecewise", "minmax", "rescale", "normalise"), "along"),
    **dict.fromkeys(("sqrt", "root", "pow", "exponent"), "power"),
    **dict.fromkeys(("log", "logarithm"), "ln"),
    **dict.fromkeys(("largest", "greatest"), "highest"),
    **dict.fromkeys(("smallest", "least"), "lowest"),
    **dict.fromkeys(("map", "switch", "case"), "lookup"),
    "coalesce": "first",
    "if": "when",
    "else": "otherwise",
    "and": "all",
    "or": "any",
    **dict.fromkeys(("equals", "equal", "eq"), "is"),
    **dict.fromkeys(("contains", "has", "in"), "includes"),
    **dict.fromkeys(("more_than", "greater_than", "over", "gt"), "above"),
    **dict.fromkeys(("less_than", "lower_than", "under", "lt"), "below"),
    **dict.fromkeys(("minimum", "min", "gte"), "at_least"),
    **dict.fromkeys(("maximum", "max", "lte"), "at_most"),
}


def unknown_key(detail: ErrorDetails, spot: Spot) -> Fault:
    """A key that nothing there has, and what to do about it."""
    key = str(spot.loc[-1])
    what = f"“{key}” is not a key of {noun(spot)}."
    owners = [model for model in spot.siblings if key in keys_of(model)]
    if key.isdigit():
        remedy = "Remove it; a decimal is written with a point, as in 1.5."
        return Fault(what, remedy, spot.loc)
    if not owners:
        return Fault(what, _instead(detail, spot), spot.loc)
    kind = kind_key(owners[0])
    if kind is None:
        goes_with = _leading(owners[0]) if _is_bare_formula(spot) else key
        remedy = "Remove it." if goes_with == key else f"It goes with “{goes_with}”."
        return Fault(what, remedy, spot.loc)
    tags = list(dict.fromkeys(tag for model in owners for tag in tags_of(model)))
    have = f"{listed(tags)} {'has' if len(tags) == 1 else 'have'} it"
    return Fault(what, f"Remove it, or change the {kind[0]}: {have}.", spot.loc)


def meant(detail: ErrorDetails, spot: Spot) -> str | None:
    """The key that a key which does not exist was probably meant to be."""
    key = str(spot.loc[-1])
    candidates = _candidates(spot)
    word = OTHER_WORDS.get(key.lower())
    if word in candidates:
        return word
    if _is_bare_formula(spot) and not _is_scalar(detail):
        candidates = _operations(spot)
    return nearest(key, candidates)


def _instead(detail: ErrorDetails, spot: Spot) -> str:
    """What to write in place of a key that nothing there has."""
    known = meant(detail, spot)
    if known is not None:
        return f"Did you mean “{known}”?"
    if _is_bare_formula(spot) and not _is_scalar(detail):
        return f"Write one of: {', '.join(_operations(spot))}."
    if spot.model is not None and spot.model.__name__ == "Compare":
        return "Compare with one of is, includes, above, at_least, below and at_most."
    return suggestion(str(spot.loc[-1]), _candidates(spot), "Remove it.")


def _is_bare_formula(spot: Spot) -> bool:
    """Whether it is a formula of which no key says what it does."""
    return spot.model is not None and spot.model.__name__ == "Operand" and bool(spot.siblings)


def _is_scalar(detail: ErrorDetails) -> bool:
    return not isinstance(detail["input"], list | dict)


def _operations(spot: Spot) -> tuple[str, ...]:
    """The keys by which formulas are told apart, but for those that name an answer."""
    return tuple(_leading(model) for model in spot.siblings if model is not spot.model)


def _leading(model: type[BaseModel]) -> str:
    return keys_of(model)[0]


def _candidates(spot: Spot) -> tuple[str, ...]:
    """The keys that could stand there; of a condition or formula, those of every kind of it."""
    if spot.model is None:
        return ()
    alike = () if kind_key(spot.model) else spot.siblings
    return keys_of(spot.model, *alike)
