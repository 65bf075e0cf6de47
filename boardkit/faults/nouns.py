"""What a sentence calls the things that a questionnaire is made of."""

from __future__ import annotations

from pydantic import BaseModel

from boardkit.english import listed, with_article
from boardkit.faults.spots import Spot, kind_key

_NOUNS = {
    "All": "an “all” condition",
    "AnyOf": "an “any” condition",
    "Not": "a “not” condition",
    "Answered": "an “answered” condition",
    "Named": "a shared condition",
    "Compare": "a condition",
    "Operand": "a reference to an answer",
    "Methodology": "the methodology",
    "Headline": "the headline",
    "Verdict": "the verdict",
    "VerdictWords": "the verdict's words",
    "Map": "the map",
    "ForecastSettings": "“forecast”",
    "OwnScenario": "a scenario",
    "Share": "a part of a split",
    **{
        name: f"“{name.lower()}”"
        for name in ("Unknowns", "Roles", "Display", "Details", "Economics", "Plausibility")
    },
    **dict.fromkeys(("Sum", "Difference", "Product", "Ratio", "Clip", "First"), "a formula"),
    **dict.fromkeys(("Power", "Logarithm", "Exponential", "Lowest", "Highest"), "a formula"),
    **dict.fromkeys(("Average", "Choice", "Lookup", "WeightedMean", "ClassShare"), "a formula"),
    **dict.fromkeys(("Median", "Deviation", "Along"), "a formula"),
}


def noun(spot: Spot) -> str:
    """“a section”, “a question of type level”."""
    if spot.model is None:
        return "this file"
    name = spot.model.__name__
    if name == "Operand" and spot.siblings:
        return "a formula"
    if name in _NOUNS:
        return _NOUNS[name]
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in name.strip("_")).split()
    kind = kind_key(spot.model)
    if kind is None:
        return with_article(" ".join(words))
    return f"{with_article(words[-1])} of {kind[0]} {listed(kind[1], 'or')}"


def this(spot: Spot) -> str:
    """“This section”, at the head of a sentence."""
    article, _, rest = noun(spot).partition(" ")
    return f"This {rest}" if article in ("a", "an", "the") else noun(spot)


def keys_of(*models: type[BaseModel]) -> tuple[str, ...]:
    """The keys that some things have in a file."""
    fields = (item for model in models for item in model.model_fields.items())
    return tuple(dict.fromkeys(field.alias or name for name, field in fields))
