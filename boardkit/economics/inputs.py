"""The inputs of the inference P&L: every symbol with its value, its range and where it is from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, model_validator

from boardkit.assumptions import Economics
from boardkit.economics.scenarios import ScenarioChoice, value_faults
from boardkit.errors import ForecastError
from boardkit.frozen import Frozen

State = Literal["answered", "archetype", "assumed", "scenario", "what_if"]


class Input(Frozen):
    """One input. Shares and rates are fractions, money is in whole units of the currency.

    *answered* follows from answers; *archetype* is a prior for the kind of product; *assumed* is the
    documented prior; *scenario* and *what_if* were set on top of either.
    """

    symbol: str
    title: str
    of: Literal["money", "percent", "number", "yes_no"]
    unit: str
    minimum: float
    maximum: float
    optimistic: Literal["high", "low"] | None = Field(description="Good for the company.")
    value: float = Field(description="The likeliest value.")
    low: float = Field(description="One chance in ten of less.")
    high: float = Field(description="One chance in ten of more.")
    prior: tuple[float, float, float] = Field(description="What it is before anybody answers.")
    state: State
    questions: tuple[str, ...] = Field((), description="The questions that it comes from.")
    missing: tuple[str, ...] = Field(
        (), description="Those among them that could still be answered, where a prior stands in."
    )
    basis: str = Field("", description="How they know, of an answered one.")
    held: bool = Field(False, description="Whether the answer was past a bound, and is held there.")
    usual_from: float | None = Field(None, description="The amount under which one is asked.")
    source: str = ""
    facts: tuple[str, ...] = ()
    owner: str = ""
    set_on: date | None = None
    expires: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Input:
        if not self.minimum <= self.low <= self.value <= self.high <= self.maximum:
            raise ValueError(f"{self.symbol}: minimum, low, value, high and maximum must rise")
        return self

    @property
    def is_certain(self) -> bool:
        """Whether it has no range."""
        return self.low >= self.high

    @property
    def is_unusual(self) -> bool:
        """Whether somebody gave an amount that may lack its thousands or millions."""
        if self.usual_from is None or self.is_prior:
            return False
        return 0 < self.value < self.usual_from

    @property
    def is_prior(self) -> bool:
        """Whether a prior stands in for an answer, or nobody could answer it."""
        return self.state in ("archetype", "assumed")

    @property
    def is_asked(self) -> bool:
        """Whether an answer gave it, or could still give it."""
        return self.state == "answered" or bool(self.missing)


class Inputs(Frozen):
    """Everything that a forecast is computed from."""

    economics: Economics
    scenario: ScenarioChoice
    items: tuple[Input, ...]
    pert_lambda: float
    correlation: float
    answered_minimum: float = Field(description="Weight that must be answered to be worth reading.")
    unit_margin: float | None = None

    @cached_property
    def _by_symbol(self) -> dict[str, Input]:
        return {item.symbol: item for item in self.items}

    def __getitem__(self, symbol: str) -> Input:
        return self._by_symbol[symbol]

    @property
    def values(self) -> dict[str, float]:
        """The likeliest value of each, by symbol."""
        return {item.symbol: item.value for item in self.items}

    @property
    def overrides(self) -> dict[str, float]:
        """What a scenario or a hand has set: the values of a scenario of one's own."""
        return {i.symbol: i.value for i in self.items if i.state in ("scenario", "what_if")}

    def changed(self, values: Mapping[str, float]) -> Inputs:
        """The same with some set by hand, and certain; raises ForecastError when one does not fit."""
        faults = value_faults(self.economics, values)
        if faults:
            raise ForecastError(" ".join(faults))
        items = tuple(_what_if(item, values.get(item.symbol)) for item in self.items)
        return Inputs(**{**dict(self), "items": items})


def _what_if(item: Input, value: float | None) -> Input:
    if value is None:
        return item
    return set_to(item, value, state="what_if", source="Set by hand.")


def set_to(item: Input, value: float, *, state: State, source: str, **told: Any) -> Input:
    """The input at a value that was set on top of what is known, and so is certain."""
    cleared = {"missing": (), "basis": "", "held": False, "facts": ()}
    fixed = {"value": value, "low": value, "high": value, "state": state, "source": source}
    return item.model_copy(update={**cleared, **fixed, **told})
