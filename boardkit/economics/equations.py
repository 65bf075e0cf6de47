"""The equations of the inference P&L, over years and draws at once.

Time runs over the first axis, t = 0…T, and draws over the last: an input has shape (n,), a path
(T + 1, n), and what differs by strategy (4, T + 1, n), in the order of ``STRATEGIES``. Money is in
whole units of the currency, ARR and gross profit in units a year; shares and rates are fractions.
Equation numbers are those of docs/forecast.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from boardkit.economics.keeping import kept
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
        return self._in(slice(None, None, len(self.volume) - 1))

    @property
    def last(self) -> Projection:
        """Only the last year, without a copy."""
        return self._in(slice(-1, None))

    def _in(self, years: slice) -> Projection:
        paths = (getattr(self, field.name) for field in fields(self))
        return Projection(*(path[..., years, :] for path in paths))


def project(values: Values, years: int) -> Projection:
    """Equations 1 to 8 for years 0 to ``years``."""
    v = values
    s, u, cohort = _coherent(v.s, v.u, v.a, v.c0)
    under_way = started(v.lag, v.ramp, years)
    volume = _volume(v.v_cap, v.v_inf, v.v1, v.lambda_, years)
    spend = _spend(v.I0, v.pi, volume)
    eroded = erosion(v.rho, v.delta, v.tau, years)
    seats, platform = _seats_and_platform(v.A0, s, u, v.g_s, v.g_o, v.kappa, eroded)
    other_usage = _other_usage(v.A0, u, v.a, cohort, v.g_u, years)
    follows = _follows(v.d, v.q, v.c1, v.phi, v.beta, volume)
    today, planned = _ai_usage(v.A0, u, v.a, v.p, v.c0, v.c_star, cohort, under_way, follows)
    routed, profit = _resale(v.w, v.y, v.gm_p, v.principal, v.mu, v.b, v.l, under_way, spend)
    arr = _by_strategy(seats + platform + other_usage, today, planned, routed)
    bundled = _bundled(v.A0, v.e0, v.g_e, years)
    own = v.gm_s * seats + v.gm_o * platform + v.gm_u * other_usage - bundled
    gross_profit = _by_strategy(own, v.gm_f * today, v.gm_f * planned, profit)
    return Projection(
        volume, spend, seats, platform, other_usage, today, planned, routed, profit, arr,
        gross_profit,
    )  # fmt: skip


def _times(years: int) -> Floats:
    return np.arange(years + 1, dtype=float)[:, None]


@kept
def _coherent(s: Floats, u: Floats, a: Floats, c0: Floats) -> tuple[Floats, Floats, Truths]:
    """Shares s and u that sum to one at most, and in which draws there is an AI cohort.

    Draws of s and u may add up to more than the whole; both are then scaled back.
    """
    whole = np.maximum(1.0, s + u)
    s, u = s / whole, u / whole
    return s, u, (u * a > 0) & (c0 > NO_METER)


@kept
def started(lag: Floats, ramp: Floats, years: int) -> Floats:
    """x_t = min(1, max(0, (t − lag)/ramp)): how far a way out is under way, 0–1."""
    return np.clip((_times(years) - lag) / ramp, 0.0, 1.0)


def _compounded(factor: Floats, years: int) -> Floats:
    """factor to the power of 0 to ``years``: products, which are far quicker than powers."""
    index = np.ones((years + 1, *factor.shape))
    for year in range(1, years + 1):
        np.multiply(index[year - 1], factor, out=index[year])
    return index


@kept
def _volume(v_cap: Floats, v_inf: Floats, v1: Floats, lambda_: Floats, years: int) -> Floats:
    """Equation 1: the index of customers' inference volume, V_0 = 1."""
    slowing = _compounded(lambda_, years - 1)
    growth = np.minimum(v_cap, v_inf + (v1 - v_inf) * slowing)
    index = np.ones((years + 1, growth.shape[1]))
    for year in range(years):
        np.multiply(index[year], 1 + growth[year], out=index[year + 1])
    return index


@kept
def _spend(today: Floats, pi: Floats, volume: Floats) -> Floats:
    """Equation 2: what customers spend on inference within reach, by volume and price."""
    return today * volume * _compounded(1 - pi, len(volume) - 1)


@kept
def erosion(rho: Floats, delta: Floats, tau: Floats, years: int) -> Floats:
    """Equation 3: e_t, the share of seat ARR that agents take in year t."""
    return rho * delta * np.minimum(1.0, _times(years) / tau)


@kept
def _seats_and_platform(
    arr: Floats, s: Floats, u: Floats, g_s: Floats, g_o: Floats, kappa: Floats, eroded: Floats
) -> tuple[Floats, Floats]:
    """Equations 3 and 4: seats shrink by e_t, and a part of what is lost comes back as fees."""
    seats, platform = np.empty_like(eroded), np.empty_like(eroded)
    seats[0], platform[0] = s * arr, (1 - s - u) * arr
    for year in range(1, len(eroded)):
        before = seats[year - 1]
        seats[year] = before * (1 + g_s - eroded[year])
        platform[year] = platform[year - 1] * (1 + g_o) + kappa * eroded[year] * before
    return seats, platform


@kept
def _other_usage(
    arr: Floats, u: Floats, a: Floats, cohort: Truths, g_u: Floats, years: int
) -> Floats:
    """Equation 4, its other part: usage that AI did not cause grows by itself."""
    return np.asarray(u * (1 - np.where(cohort, a, 0.0)) * arr * _compounded(1 + g_u, years))


@kept
def _follows(d: Floats, q: Floats, c1: Floats, phi: Floats, beta: Floats, volume: Floats) -> Floats:
    """What AI usage is multiplied by: customers' volume, less what the unit and the top customer lose."""
    left = (1 - d) * (1 - q * c1 * phi)
    return np.asarray(volume**beta * _compounded(left, len(volume) - 1))


@kept
def _ai_usage(
    arr: Floats, u: Floats, a: Floats, p: Floats, c0: Floats, c_star: Floats,
    cohort: Truths, under_way: Floats, follows: Floats,
) -> tuple[Floats, Floats]:  # fmt: skip
    """Equation 5: usage that AI caused, with coverage as today and as planned.

    Without an AI cohort, or without a meter for it, what a plan adds starts from nought.
    """
    planned = c0 + (c_star - c0) * under_way
    grown = u * a * arr
    counted = np.maximum(planned - np.where(cohort, 0.0, c0), 0.0)
    each = np.where(cohort, grown / np.where(cohort, c0, 1.0), p * arr)
    return np.where(cohort, grown, 0.0) * follows, each * counted * follows


@kept
def _resale(
    w: Floats, y: Floats, gm_p: Floats, principal: Floats, mu: Floats, b: Floats, leak: Floats,
    under_way: Floats, spend: Floats,
) -> tuple[Floats, Floats]:  # fmt: skip
    """Equations 6 and 7: revenue and gross profit of the spend that is routed through us."""
    routed = w * under_way * spend
    passed, packed = 1 - y, y / (1 - gm_p)
    booked = np.where(principal > 0.5, 1 + mu, mu + b)
    revenue = routed * (passed * booked + packed)
    profit = routed * (passed * (mu + b - leak) + packed * gm_p)
    return revenue, profit


@kept
def _bundled(arr: Floats, e0: Floats, g_e: Floats, years: int) -> Floats:
    """What inference costs that is given with other products: e0 A0 (1 + g_e)^t."""
    return e0 * arr * _compounded(1 + g_e, years)


def _by_strategy(base: Floats, today: Floats, planned: Floats, resold: Floats) -> Floats:
    """Equation 8: what each strategy adds up to, by the levers that it pulls."""
    total = np.empty((len(STRATEGIES), *base.shape))
    for i, one in enumerate(STRATEGIES):
        np.add(base, planned if one.meters else today, out=total[i])
        if one.resells:
            total[i] += resold
    return total
