"""The equations of the inference P&L, over years and draws at once.

Time runs over the first axis, t = 0…T, and draws over the last: an input has shape (n,), a path
(T + 1, n), and what differs by strategy (4, T + 1, n), in the order of ``STRATEGIES``. Money is in
whole units of the currency, ARR and gross profit in units a year; shares and rates are fractions.
Equation numbers are those of docs/forecast.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from boardkit.economics.strategies import STRATEGIES

Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]

NO_METER = 1e-6  # one customer in a million is on no meter: dividing by less would only overflow


@dataclass(frozen=True, slots=True)
class Values:
    """Every symbol of the equations, each of shape (n,). ``lambda`` is called ``lambda_``."""

    A0: Floats
    s: Floats
    u: Floats
    a: Floats
    g_s: Floats
    g_u: Floats
    g_o: Floats
    rho: Floats
    delta: Floats
    tau: Floats
    kappa: Floats
    v1: Floats
    v_inf: Floats
    lambda_: Floats
    v_cap: Floats
    pi: Floats
    beta: Floats
    d: Floats
    c0: Floats
    c_star: Floats
    lag: Floats
    ramp: Floats
    q: Floats
    c1: Floats
    phi: Floats
    p: Floats
    I0: Floats
    w: Floats
    y: Floats
    gm_p: Floats
    mu: Floats
    b: Floats
    l: Floats  # noqa: E741  # the symbol of leakage
    principal: Floats
    gm_s: Floats
    gm_o: Floats
    gm_u: Floats
    gm_f: Floats
    e0: Floats
    g_e: Floats
    K_r: Floats
    K_f: Floats
    r: Floats

    @classmethod
    def of(cls, by_symbol: Mapping[str, Floats]) -> Values:
        """From arrays by symbol; what is not one of the equations' is left out."""
        names = (field.name for field in fields(cls))
        return cls(**{name: by_symbol[name.removesuffix("_")] for name in names})


@dataclass(frozen=True)
class Projection:
    """What the equations give, a year; shapes as at the head of this module."""

    volume: Floats  # V_t, 1 at t = 0
    spend: Floats  # I_t, what customers spend on inference within reach
    seats: Floats  # S_t
    platform: Floats  # O_t, with what is kept of lost seats
    other_usage: Floats  # N_t, usage that AI did not cause
    usage_today: Floats  # D_t, with coverage as it is
    usage_planned: Floats  # D_t, with coverage as it is planned
    routed: Floats  # R_t
    routed_profit: Floats  # G_t
    arr: Floats  # by strategy
    gross_profit: Floats  # by strategy

    @cached_property
    def ai_usage(self) -> Floats:
        """D_t, by strategy."""
        today, planned = self.usage_today, self.usage_planned
        return np.stack([planned if one.meters else today for one in STRATEGIES])

    @cached_property
    def resale(self) -> Floats:
        """k R_t, by strategy."""
        return np.stack([one.resells * self.routed for one in STRATEGIES])

    @property
    def ends(self) -> Projection:
        """Only today and the last year, without a copy."""
        step = len(self.volume) - 1
        paths = (getattr(self, field.name) for field in fields(self))
        return Projection(*(path[..., ::step, :] for path in paths))


def project(values: Values, years: int) -> Projection:
    """Equations 1 to 8 for years 0 to ``years``."""
    t = np.arange(years + 1, dtype=float)[:, None]
    v, cohort = _coherent(values)
    under_way = started(v, t)
    volume = _volume(v, years)
    spend = v.I0 * volume * _compounded(1 - v.pi, years)
    seats, platform = _seats_and_platform(v, t)
    other_usage = v.u * (1 - np.where(cohort, v.a, 0.0)) * v.A0 * _compounded(1 + v.g_u, years)
    today, planned = _ai_usage(v, cohort, volume, under_way)
    routed, profit = _resale(v, v.w * under_way * spend)
    arr = _by_strategy(seats + platform + other_usage, today, planned, routed)
    own = v.gm_s * seats + v.gm_o * platform + v.gm_u * other_usage - _bundled(v, years)
    gross_profit = _by_strategy(own, v.gm_f * today, v.gm_f * planned, profit)
    return Projection(
        volume, spend, seats, platform, other_usage, today, planned, routed, profit, arr,
        gross_profit,
    )  # fmt: skip


def _coherent(v: Values) -> tuple[Values, Truths]:
    """The inputs with shares that sum to one at most, and in which draws there is an AI cohort.

    Draws of s and u may add up to more than the whole; both are then scaled back.
    """
    whole = np.maximum(1.0, v.s + v.u)
    kept = replace(v, s=v.s / whole, u=v.u / whole)
    return kept, (kept.u * kept.a > 0) & (kept.c0 > NO_METER)


def started(v: Values, t: Floats) -> Floats:
    """x_t = min(1, max(0, (t − lag)/ramp)): how far a way out is under way, 0–1."""
    return np.clip((t - v.lag) / v.ramp, 0.0, 1.0)


def _compounded(factor: Floats, years: int) -> Floats:
    """factor to the power of 0 to ``years``: products, which are far quicker than powers."""
    index = np.ones((years + 1, *factor.shape))
    for year in range(1, years + 1):
        np.multiply(index[year - 1], factor, out=index[year])
    return index


def _volume(v: Values, years: int) -> Floats:
    """Equation 1: the index of customers' inference volume, V_0 = 1."""
    slowing = _compounded(v.lambda_, years - 1)
    growth = np.minimum(v.v_cap, v.v_inf + (v.v1 - v.v_inf) * slowing)
    index = np.ones((years + 1, growth.shape[1]))
    for year in range(years):
        np.multiply(index[year], 1 + growth[year], out=index[year + 1])
    return index


def erosion(v: Values, t: Floats) -> Floats:
    """Equation 3: e_t, the share of seat ARR that agents take in year t."""
    return v.rho * v.delta * np.minimum(1.0, t / v.tau)


def _seats_and_platform(v: Values, t: Floats) -> tuple[Floats, Floats]:
    """Equations 3 and 4: seats shrink by e_t, and a part of what is lost comes back as fees."""
    lost = erosion(v, t)
    seats, platform = np.empty_like(lost), np.empty_like(lost)
    seats[0], platform[0] = v.s * v.A0, (1 - v.s - v.u) * v.A0
    for year in range(1, len(t)):
        before = seats[year - 1]
        seats[year] = before * (1 + v.g_s - lost[year])
        platform[year] = platform[year - 1] * (1 + v.g_o) + v.kappa * lost[year] * before
    return seats, platform


def _ai_usage(
    v: Values, cohort: Truths, volume: Floats, under_way: Floats
) -> tuple[Floats, Floats]:
    """Equation 5: usage that AI caused, with coverage as today and as planned.

    Without an AI cohort, or without a meter for it, what a plan adds starts from nought.
    """
    kept = (1 - v.d) * (1 - v.q * v.c1 * v.phi)
    follows = volume**v.beta * _compounded(kept, len(volume) - 1)
    planned = v.c0 + (v.c_star - v.c0) * under_way
    grown = v.u * v.a * v.A0
    counted = np.maximum(planned - np.where(cohort, 0.0, v.c0), 0.0)
    each = np.where(cohort, grown / np.where(cohort, v.c0, 1.0), v.p * v.A0)
    return np.where(cohort, grown, 0.0) * follows, each * counted * follows


def _resale(v: Values, routed: Floats) -> tuple[Floats, Floats]:
    """Equations 6 and 7: revenue and gross profit of the spend that is routed through us."""
    passed, packed = 1 - v.y, v.y / (1 - v.gm_p)
    booked = np.where(v.principal > 0.5, 1 + v.mu, v.mu + v.b)
    revenue = routed * (passed * booked + packed)
    profit = routed * (passed * (v.mu + v.b - v.l) + packed * v.gm_p)
    return revenue, profit


def _bundled(v: Values, years: int) -> Floats:
    """What inference costs that is given with other products: e0 A0 (1 + g_e)^t."""
    return v.e0 * v.A0 * _compounded(1 + v.g_e, years)


def _by_strategy(base: Floats, today: Floats, planned: Floats, resold: Floats) -> Floats:
    """Equation 8: what each strategy adds up to, by the levers that it pulls."""
    total = np.empty((len(STRATEGIES), *base.shape))
    for i, one in enumerate(STRATEGIES):
        np.add(base, planned if one.meters else today, out=total[i])
        if one.resells:
            total[i] += resold
    return total
