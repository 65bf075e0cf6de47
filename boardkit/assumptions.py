"""What the inference P&L assumes, as a questionnaire declares it under ``economics:``.

The equations (``boardkit.economics``) know symbols. What a symbol is called, in which unit it counts,
between which bounds it makes sense and what it is worth before anybody answers stands in the file,
with its source, its owner and the day on which it should be looked at again. Shares and rates are
fractions here (0.15 for 15% a year), money is in whole units of the currency.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from boardkit.formulas import Formula
from boardkit.frozen import Frozen
from boardkit.questions import Id

# Every symbol of the equations, in the order of the register. The place of each is its dimension in
# the random draws, so that it draws the same in every assessment: add new ones at the end.
SYMBOLS = (
    "A0", "s", "u", "a", "g_s", "g_u", "g_o", "rho", "delta", "tau", "kappa",
    "v1", "v_inf", "lambda", "v_cap", "pi", "beta", "d", "c0", "c_star", "lag", "ramp",
    "q", "c1", "phi", "p", "I0", "w", "y", "gm_p", "mu", "b", "l", "principal",
    "gm_s", "gm_o", "gm_u", "gm_f", "e0", "g_e", "K_r", "K_f", "r",
)  # fmt: skip
SCALE = "A0"  # what every amount is scaled from: without it there is no forecast
PRIOR = "_prior"  # “beta_prior” under “roles: forecast:” stands in for beta when it is not answered


class Parameter(Frozen):
    """One input of the inference P&L: what it is, and its value before anybody answers."""

    title: str = Field(min_length=1)
    of: Literal["money", "percent", "number", "yes_no"] = Field(
        description="How it is written; a percent is kept as a fraction."
    )
    unit: str = ""
    minimum: float = Field(description="The smallest value that the equations can take.")
    maximum: float = Field(description="The largest value that the equations can take.")
    value: float = Field(description="The prior: what it is worth before anybody answers.")
    low: float | None = Field(None, description="One chance in ten of less; else by “spread”.")
    high: float | None = Field(None, description="One chance in ten of more; else by “spread”.")
    scaled: bool = Field(False, description="Whether the prior is scaled with ARR.")
    optimistic: Literal["high", "low"] | None = Field(
        None, description="Which end is good for the company; none for what is never drawn."
    )
    usual_from: float | None = Field(
        None, gt=0, description="Of money: under it one is asked whether millions were meant."
    )
    source: str = Field(min_length=1, description="Where the prior comes from.")
    facts: tuple[Id, ...] = ()
    owner: Id = Field(description="Who should look after it: one of “people”.")
    expires: date | None = Field(None, description="When to look again; else the common date.")

    def admits(self, value: float) -> bool:
        """Whether the equations can take that value."""
        return self.minimum <= value <= self.maximum

    @model_validator(mode="after")
    def _in_order(self) -> Parameter:
        if not self.admits(self.value):
            raise ValueError("the value lies outside its minimum and maximum")
        low = self.value if self.low is None else self.low
        high = self.value if self.high is None else self.high
        if not self.minimum <= low <= self.value <= high <= self.maximum:
            raise ValueError("minimum, low, value, high and maximum must rise, in this order")
        if self.optimistic is None and self.of != "yes_no":
            raise ValueError("say which end is good for the company: “optimistic: high” or “low”")
        return self


class Scenario(Frozen):
    """Other values for some of the inputs, whatever the answers say."""

    id: Id
    title: str = Field(min_length=1)
    about: str = ""
    values: dict[str, float] = Field({}, description="By symbol.")


class PublishedShare(Frozen):
    """What share of a company's run rate AI is, as published."""

    name: str
    share: float = Field(gt=0, lt=1)
    sum: str = Field("", description="What was divided by what.")
    fact: Id


class Plausibility(Frozen):
    """What a forecast is held against."""

    ai_share_year: int = Field(2, ge=1, description="In which year the AI share is compared.")
    ai_shares: tuple[PublishedShare, ...] = ()
    spend_growth: tuple[float, float] | None = Field(
        None, description="The slowest and the fastest published growth a year of the market."
    )
    spend_facts: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _growth_rises(self) -> Plausibility:
        if self.spend_growth is not None and self.spend_growth[0] > self.spend_growth[1]:
            raise ValueError("the slower growth comes first")
        return self


class Economics(Frozen):
    """Everything that the inference P&L takes from nobody's answer."""

    years: int = Field(ge=1, le=30, description="How many years are forecast.")
    commitment_years: int = Field(ge=1, description="Over how many years commitments are spent.")
    runway_share: float = Field(
        gt=0, lt=1, description="The seat runway ends when so much of opening seat ARR is left."
    )
    spread: tuple[float, float] = Field(
        description="A prior without a range runs from this to that multiple of itself."
    )
    draws: int = Field(2048, ge=256, le=65536, description="A power of two.")
    as_of: date = Field(description="Of which day the priors are.")
    expires: date = Field(description="When the priors should be looked at again.")
    answers_hold: int = Field(12, ge=1, description="For how many months an answer holds.")
    parameters: dict[str, Parameter] = Field(description="By symbol.")
    scenarios: tuple[Scenario, ...] = Field(min_length=1, description="The usual one first.")
    plausibility: Plausibility = Plausibility()
    unit_margin: Formula | None = Field(
        None, description="1 − cost per attempt ÷ (success rate × price), a fraction."
    )

    @model_validator(mode="after")
    def _adds_up(self) -> Economics:
        if not 0 <= self.spread[0] <= 1 <= self.spread[1]:
            raise ValueError("“spread” runs from at most 1 to at least 1, as in [0.5, 1.5]")
        if self.draws & (self.draws - 1):
            raise ValueError("“draws” must be a power of two, such as 2048")
        return self

    def expiry_of(self, parameter: Parameter) -> date:
        """When its prior should be looked at again."""
        return parameter.expires or self.expires
