"""What boards read off the projection. Shapes are those of ``boardkit.economics.equations``.

Where an output has no value (nothing was added, nothing ever pays back) it is ``nan``.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from boardkit.economics.equations import Floats, Projection, Truths, Values
from boardkit.economics.strategies import STRATEGIES

NOUGHT = 1e-10  # of opening ARR: a sum of money below it is what rounding leaves


def ratio(above: Floats, below: Floats) -> Floats:
    """One divided by the other; ``nan`` where that cannot be."""
    above, below = np.broadcast_arrays(above, below)
    result = np.full(below.shape, np.nan)
    np.divide(above, below, out=result, where=np.abs(below) > 0)
    return result


def nought(projection: Projection) -> Floats:
    """The sum of money below which there is none; shape (n,)."""
    return np.asarray(NOUGHT * np.abs(projection.arr[0, 0]))


def ai_share(projection: Projection) -> Floats:
    """(D_t + k R_t) / ARR_t: the part of ARR that is AI's, 0–1; shape (4, T + 1, n)."""
    return ratio(projection.ai_usage + projection.resale, projection.arr)


def inference_beta(values: Values, projection: Projection) -> Floats:
    """B_t = (β D_t + k R_t) / ARR_t: % change of ARR for 1% more volume; shape (4, T + 1, n)."""
    moved = values.beta * projection.ai_usage + projection.resale
    return ratio(moved, projection.arr)


def margin(projection: Projection) -> Floats:
    """GP_t / ARR_t, a fraction; shape (4, T + 1, n)."""
    return ratio(projection.gross_profit, projection.arr)


def dilution(projection: Projection) -> Floats:
    """GP_t / ARR_t − GP_0 / ARR_0 in points of a hundred; shape (4, T + 1, n)."""
    margins = margin(projection)
    return 100 * (margins - margins[:, :1])


def revenue_at_risk(values: Values, projection: Projection) -> Floats:
    """c_1 φ D_t: what goes if the top AI customer cuts; shape (4, T + 1, n)."""
    return values.c1 * values.phi * projection.ai_usage


def commitments(values: Values) -> Floats:
    """K: what each strategy spends on its ways in each year of commitment; shape (4, n)."""
    return np.stack([one.resells * values.K_r + one.meters * values.K_f for one in STRATEGIES])


def gains(projection: Projection, spent: Floats, commitment_years: int) -> Floats:
    """GP_t − GP_t of doing nothing − K_t; shape (4, T + 1, n). K falls in years 1 to that many."""
    profit = projection.gross_profit
    gain = profit - profit[:1]
    gain[:, 1 : commitment_years + 1] -= spent[:, None]
    return gain


def net_present_value(gain: Floats, rate: Floats) -> Floats:
    """The gains of years 1 to T, discounted to today; shape (4, n)."""
    discount = 1 / (1 + rate)
    value = np.zeros_like(gain[:, 0])
    for year in range(gain.shape[1] - 1, 0, -1):  # Horner's scheme
        value += gain[:, year]
        value *= discount
    return value


def gains_so_far(gain: Floats) -> Floats:
    """The gains of years 1 to t, added up without discounting; shape (4, T + 1, n)."""
    total = np.zeros_like(gain)
    for year in range(1, gain.shape[1]):
        np.add(total[:, year - 1], gain[:, year], out=total[:, year])
    return total


def break_even(gain: Floats, lag: Floats, nothing: Floats) -> Floats:
    """First year after the lag in which the gains so far are not below nought; shape (4, n).

    Doing nothing spends nothing, so it has none. ``nothing`` is what ``nought`` gives.
    """
    first = np.full((len(gain), *lag.shape), np.nan)
    for year, paid in _paid_back(gain, lag, nothing):
        np.copyto(first[1:], year, where=paid & np.isnan(first[1:]))
    return first


def pays_back(gain: Floats, lag: Floats, nothing: Floats) -> Truths:
    """Whether there is such a year; shape (4, n)."""
    ever = np.full((len(gain), *lag.shape), False)
    for _, paid in _paid_back(gain, lag, nothing):
        ever[1:] |= paid
    return ever


def _paid_back(gain: Floats, lag: Floats, nothing: Floats) -> Iterator[tuple[int, Truths]]:
    """Of each year after the first, whether what was spent is back by then; not of doing nothing."""
    so_far, least = np.zeros_like(gain[1:, 0]), -nothing
    for year in range(1, gain.shape[1]):
        so_far += gain[1:, year]
        yield year, (so_far >= least) & (lag < year)


def new_margin(projection: Projection) -> Floats:
    """gm_new: the last year's change of GP over its change of ARR; shape (4, n)."""
    arr, profit = projection.arr[:, -1], projection.gross_profit[:, -1]
    added = arr - arr[:1]
    return ratio(profit - profit[:1], np.where(np.abs(added) < nought(projection), 0.0, added))


def replacement_multiple(old_margin: Floats, new: Floats) -> Floats:
    """gm_s / gm_new: new revenue that earns what a unit of seat revenue did.

    ``nan`` where new revenue earns nothing, so that no amount of it would do.
    """
    return ratio(old_margin, np.where(new > 0, new, 0.0))


def seat_worth(old_margin: Floats, new: Floats) -> Floats:
    """gm_new / gm_s: what a unit of new revenue earns, in units of seat revenue; 0 where none is added.

    It is one over the replacement multiple, and unlike that has a middle and ends in any draws.
    """
    return np.nan_to_num(ratio(new, old_margin))


def seat_runway(seats: Floats, share: float) -> Floats:
    """First year with seat ARR below that share of today's; ``nan`` for beyond; shape (n,)."""
    found = np.full(seats.shape[1:], np.nan)
    for year in range(len(seats) - 1, 0, -1):
        np.copyto(found, year, where=seats[year] < share * seats[0])
    return found


def constant_runway(values: Values, share: float) -> Floats:
    """Years to that share if seats went on as in the last year: ln share / ln(1 + g_s − e).

    With erosion in full, e = ρ δ. Infinite where seats do not shrink; shape (n,).
    """
    full = values.rho * values.delta
    kept = np.clip(1 + values.g_s - full, 1e-12, None)
    shrinking = kept < 1
    years = np.full(kept.shape, np.inf)
    np.divide(np.log(share), np.log(kept), out=years, where=shrinking)
    return years


def yearly_growth(start: Floats, end: Floats, years: float) -> Floats:
    """The constant growth a year, a fraction, that leads from one to the other."""
    return np.asarray(np.maximum(ratio(end, start), 0.0) ** (1 / years) - 1)
