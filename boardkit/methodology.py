"""How a questionnaire's answers are scored, as the file itself declares it.

Every constant of the scoring method stands here, is versioned with the questionnaire and is printed
in the pack: none is hidden in code. Terms follow the OECD/JRC *Handbook on Constructing Composite
Indicators* (2008): indicators are normalised between goalposts, aggregated to dimensions, and those
to composites. Inside, everything is *credit*, 0 to 100, high is good for the company.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from boardkit.conditions import Condition
from boardkit.formulas import Formula
from boardkit.frozen import Frozen
from boardkit.questions import Id, Score


class Basis(Frozen):
    """One answer to “How do you know?”."""

    id: Id
    title: str
    about: str = ""
    half_width: float = Field(ge=0, le=50, description="Of the answer's distribution, in points.")
    proves: bool = Field(True, description="Whether an answer on it counts as proven.")


class Prior(Frozen):
    """What is believed of an indicator before it is answered: a beta distribution on 0–100."""

    id: Id
    alpha: float = Field(gt=0)
    beta: float = Field(gt=0)
    about: str = ""

    @property
    def mean(self) -> float:
        """Expected credit, 0–100."""
        return 100 * self.alpha / (self.alpha + self.beta)


class Unknowns(Frozen):
    """What an unanswered or “don't know” indicator does."""

    treat_as: Literal["prior", "left_out"] = Field(
        description="prior: scored with its dimension's prior; left_out: the rest is renormalised."
    )


class Averaged(Frozen):
    """How the parts of a score are averaged, and how many of them there must be."""

    mean: float = Field(
        1,
        ge=-100,
        le=100,
        description="The power of the mean: 1 arithmetic, 0 geometric, −1 harmonic, 2 quadratic; "
        "−100 comes near the lowest of the parts.",
    )
    floor: float = Field(
        0,
        ge=0,
        lt=100,
        description="With 1, scores run from 1 to 100 before averaging.",
    )
    averaged: Literal["credit", "exposure"] = Field(
        "credit", description="exposure: the mean is taken of 100 less each score."
    )
    raised_to: float = Field(
        1,
        gt=0,
        le=20,
        description="The mean is raised to this, on 0–1: a geometric mean of three raised to 3 is "
        "their product.",
    )
    needs_share: float | None = Field(
        None,
        ge=0,
        le=1,
        description="Share of the weight that must be there for a score; unless given, the method's "
        "applicable_minimum for a dimension, and any for a composite.",
    )
    needs_count: int = Field(
        1, ge=1, description="How many of the parts must be there for a score."
    )


class Dimension(Averaged):
    """A group of indicators."""

    id: Id
    title: str
    about: str = ""
    prior: Id


class Member(Frozen):
    """A dimension, or another composite, inside a composite."""

    of: Id
    weight: float = Field(ge=0)


class Gate(Frozen):
    """Caps a composite, however well the rest scores."""

    id: Id
    cap: float = Field(ge=0, le=100)
    when: Condition
    because: str = Field(description="Completes “capped at 40 because …”.")
    move: str = Field("", description="What would lift it, as an imperative sentence.")


class Composite(Averaged):
    """A weighted power mean of dimensions or other composites."""

    id: Id
    title: str
    short: str = ""
    about: str = ""
    shown: Literal["credit", "exposure"] = Field(
        "credit", description="exposure: printed as 100 less the credit."
    )
    members: tuple[Member, ...] = Field(min_length=1)
    gates: tuple[Gate, ...] = ()


ROUNDING = 1e-9  # of a point: sums in another order differ by less


class Band(Frozen):
    """A range of the headline with a name; bands are listed from low to high."""

    id: Id
    title: str
    phrase: str = Field(description="How a sentence starts: “Critically exposed”.")
    below: float | None = Field(None, description="Its upper limit; the last band has none.")

    @property
    def ends(self) -> float | None:
        """The limit that a headline is held against: what rounding leaves just under it stands on it.

        Else the order in which a score was summed up could decide its band.
        """
        return None if self.below is None else self.below - ROUNDING


class Headline(Frozen):
    """The one number: a composite, less what the ways out cover of it.

    N = S(composite) · Π over covered_by (1 − (S/100)^cover_exponent)
    """

    id: Id
    title: str
    composite: Id
    covered_by: tuple[Id, ...] = ()
    cover_exponent: float = Field(2, gt=0, le=10)
    bands: tuple[Band, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _bands_rise(self) -> Headline:
        limits = [band.below for band in self.bands[:-1]]
        if self.bands[-1].below is not None or None in limits:
            raise ValueError("every band but the last needs “below”, and the last must have none")
        if limits != sorted(limits, key=lambda limit: limit or 0.0) or len(set(limits)) < len(
            limits
        ):
            raise ValueError("bands must be listed from low to high")
        return self


class VerdictWords(Frozen):
    """What each verdict is called. ``{way}`` stands for the way out that is meant."""

    none_needed: str
    all_open: str
    one_open: str
    near: str
    none: str


class Verdict(Frozen):
    """Which way out is open."""

    ways_out: tuple[Id, ...] = Field(min_length=2, description="Preferred first.")
    open_above: float = Field(ge=0, le=100)
    near_from: float = Field(ge=0, le=100)
    none_needed_below: float = Field(
        ge=0,
        le=100,
        description="No way out is needed when the headline's composite is below.",
    )
    titles: VerdictWords
    phrases: VerdictWords = Field(description="The same as the second half of a sentence.")
    caveat: str = Field(description="What is printed beside every verdict.")
    counter_evidence: tuple[Id, ...] = ()

    # The limits that scores are held against: what rounding leaves beside one stands on it.

    @property
    def opens(self) -> float:
        """A way out is open above this."""
        return self.open_above + ROUNDING

    @property
    def nears(self) -> float:
        """A way out is near from here on."""
        return self.near_from - ROUNDING

    @property
    def needs(self) -> float:
        """A way out is needed from here on."""
        return self.none_needed_below - ROUNDING


class Display(Frozen):
    """How scores are written."""

    scale: float = Field(100, gt=0, description="What the best score is written as.")
    decimals: int = Field(1, ge=0, le=4)


QuestionType = Literal[
    "level", "single", "multiple", "number", "percent", "money", "values", "split", "range", "series",
    "table", "text",
]  # fmt: skip
Days = Annotated[int, Field(ge=1, le=3_650)]


class EvidenceDays(Frozen):
    """After how many days what backs an answer is flagged as old; never, where nothing is said."""

    usual: Days | None = Field(None, description="For every type that is not named.")
    by_type: dict[QuestionType, Days] = Field({}, description="For questions of a type.")


class Methodology(Frozen):
    """Everything that turns answers into scores."""

    version: str
    basis: tuple[Basis, ...] = Field(min_length=1, description="Weakest first.")
    priors: tuple[Prior, ...] = Field(min_length=1)
    unknowns: Unknowns
    pert_lambda: float = Field(4, gt=0, description="Weight of the mode in the PERT distribution.")
    correlation: float = Field(0, ge=0, lt=1, description="Shared optimism between answers, ρ.")
    draws: int = Field(4096, ge=256, le=65536)
    applicable_minimum: float = Field(
        0.5,
        ge=0,
        le=1,
        description="Share of a dimension's weight that must apply to score it, unless it says so.",
    )
    answered_minimum: float = Field(
        0.6,
        ge=0,
        le=1,
        description="Share of the asked weight that must be answered to judge.",
    )
    indicators_minimum: int = Field(2, ge=1, description="Core indicators that a dimension needs.")
    evidence_days: EvidenceDays = Field(
        EvidenceDays(usual=None), description="How long evidence holds, in days."
    )
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    composites: tuple[Composite, ...] = Field(min_length=1)
    headline: Headline
    verdict: Verdict | None = None
    display: Display = Display(scale=100, decimals=1)

    @property
    def weak_basis(self) -> str:
        """What the bases that prove nothing are called: “judgement”; nothing when all prove."""
        return " or ".join(basis.title.lower() for basis in self.basis if not basis.proves)

    def basis_of(self, basis: str | None) -> Basis:
        """The basis of that id; the weakest when none was stated."""
        return next((b for b in self.basis if b.id == basis), self.basis[0])

    def composite(self, composite_id: str) -> Composite:
        """The composite of that id."""
        return next(c for c in self.composites if c.id == composite_id)

    def dimension(self, dimension_id: str) -> Dimension:
        """The dimension of that id."""
        return next(d for d in self.dimensions if d.id == dimension_id)

    def prior(self, prior_id: str) -> Prior:
        """The prior of that id."""
        return next(p for p in self.priors if p.id == prior_id)


class Derived(Frozen):
    """A value that follows from answers."""

    id: Id
    title: str
    formula: Formula
    kind: Literal["number", "percent", "money"] = "number"
    unit: str = ""
    shown_with: Id | None = Field(None, description="The question under which it is shown live.")
    shown_as: str = Field("", description="A sentence with {value} in it.")
    score: Score | None = None


class Check(Frozen):
    """Two answers that ought to agree. A check warns; it never blocks."""

    id: Id
    questions: tuple[Id, ...] = Field(min_length=1)
    holds: Condition
    message: str = Field(description="What disagrees; {C02} or {A03.seats} stand for answers.")


class PositionClass(Frozen):
    """One class of product line; the first whose condition holds is taken."""

    id: Id
    title: str
    about: str = ""
    when: Condition = Field(description="Tests on the row's own columns.")
    proven_if: Condition | None = Field(
        None, description="Unless this is true, the class is printed as unproven."
    )


class Position(Frozen):
    """How product lines are classified from the tests they pass."""

    table: Id
    name: Id = Field(description="The column that names the line.")
    share: Id = Field(description="The column with its percent of revenue.")
    classes: tuple[PositionClass, ...] = Field(min_length=2)


class MoneyPart(Frozen):
    """One part of the money line."""

    amount: Formula
    text: str = Field(description="Completes “140m …”.")


class MoneyLine(Frozen):
    """What the scores stand for in money, said before any score."""

    total: Formula
    noun: str = "ARR"
    parts: tuple[MoneyPart, ...] = Field(min_length=1)


class Map(Frozen):
    """Which two composites span the map."""

    across: Id
    up: Id
    corners: tuple[str, str, str, str] = Field(
        description="Names of the corners: low–low, high–low, low–high, high–high."
    )
    split_at: float = Field(50, gt=0, lt=100, description="Where the quadrants part.")


class Concentration(Frozen):
    """Which question holds the shares of the largest customers."""

    question: Id


class Roles(Frozen):
    """What the map, the money line, the position and the forecast read. Each may be absent."""

    map: Map | None = None
    money: MoneyLine | None = None
    position: Position | None = None
    concentration: Concentration | None = None
    prior_view: Id | None = Field(None, description="What the board favoured before any score.")
    archetype: Id | None = None
    forecast: dict[str, Formula] = Field(
        {},
        description="The inference P&L's inputs, by symbol, from answers; “beta_prior” stands in "
        "for “beta” where that is not answered.",
    )
