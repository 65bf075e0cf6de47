"""Firm up next: which answer, made certain, would do most for the verdict per minute of effort."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import pi

import numpy as np
from numpy.typing import NDArray

from boardkit.reading import Standing
from boardkit.scoring.distributions import Range
from boardkit.scoring.draws import own_normals
from boardkit.scoring.engine import Scoring
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.sampling import sample
from boardkit.scoring.scheme import Indicator

BINS = 32
LEAST_GAIN = 0.002  # in the chance of the right band: smaller ones are lost in the draws
LEAST_SHARE = 0.005  # of the headline's variance: likewise

_CAN_BE_ASKED = (Standing.ANSWERED, Standing.DONT_KNOW, Standing.OPEN)


@dataclass(frozen=True, slots=True)
class Firming:
    """What knowing one answer for certain would be worth."""

    question: str
    indicator: str
    title: str
    standing: Standing
    minutes: float | None  # that finding out takes; None where nobody said
    gain: float  # expected rise in the chance of naming the right band, 0–1
    variance: float  # the share of the headline's variance that its own doubt makes, 0–1


@dataclass(frozen=True, slots=True)
class FirmUp:
    """The answers to firm up, most worthwhile first."""

    chance: float  # of the likeliest band as things stand
    by: str  # band: gain for the effort; variance: its share for the effort, the band being certain
    answers: tuple[Firming, ...]


def firm_up(scoring: Scoring) -> FirmUp | None:
    """Every answer that could be firmer, by what firming it up is worth; None without a headline.

    The gain is the expected value of partial perfect information, with the chance of naming the
    right band as what is valued: knowing one answer tells of the shared optimism too. The share of
    variance leaves that out, since what a firm answer tells of other people is no doubt of its own.
    The effort counts once every answer that is listed has its minutes declared.
    """
    drawn = sample(scoring)
    heads = drawn.scores.headline
    if heads is None:
        return None
    bands = _bands(scoring, heads)
    own = own_normals(scoring.scheme.draws, scoring.method.draws)
    found = [
        _firming(
            scoring, one, row,
            _ordered(drawn.rows[row], bands, heads), _ordered(own[row], bands, heads),
        )
        for row, one in enumerate(scoring.scheme.indicators)
        if _can_be_firmer(scoring, row)
    ]  # fmt: skip
    return _ranked(_one_a_question(found), float(bands.mean(axis=0).max()))


def _ranked(found: list[Firming], chance: float) -> FirmUp:
    by = "band" if any(one.gain >= LEAST_GAIN for one in found) else "variance"
    declared = all(one.minutes is not None for one in found)

    def worth(one: Firming) -> tuple[float, float, str]:
        minutes = one.minutes if declared and one.minutes is not None else 1.0
        gain = one.gain / minutes if by == "band" and one.gain >= LEAST_GAIN else 0.0
        return (-gain, -one.variance / minutes, one.question)

    return FirmUp(chance, by, tuple(sorted(found, key=worth)))


def _can_be_firmer(scoring: Scoring, row: int) -> bool:
    """Whether anything could still be found out: not where the basis is the firmest that there is."""
    credit = scoring.credits[row]
    if credit.weight <= 0 or credit.standing not in _CAN_BE_ASKED:
        return False
    if credit.basis is None or isinstance(credit.claimed, Range):
        return True
    widths = [basis.half_width for basis in scoring.method.basis if basis.half_width > 0]
    return credit.basis.half_width > min(widths, default=0.0)


def _bands(scoring: Scoring, heads: Floats) -> NDArray[np.float64]:
    """Which band each draw is in: ones and noughts, shape (draws, bands)."""
    limits = [band.ends for band in scoring.method.headline.bands if band.ends is not None]
    return np.eye(len(limits) + 1)[np.searchsorted(limits, heads, side="right")]


@dataclass(frozen=True, eq=False, slots=True)
class _Binned:
    """Draws in bins of one indicator's credit, or of what it has of its own."""

    sizes: Floats  # (bins,)
    bands: Floats  # (bins, bands): the share of each band
    within: float  # the sum of squares of the headline inside bins
    whole: float  # and in all


def _ordered(by: Floats, bands: NDArray[np.float64], heads: Floats) -> _Binned:
    order = np.argsort(by, kind="stable")
    count = min(BINS, len(order) // 8)
    starts = np.linspace(0, len(order), count + 1).astype(int)
    sizes = np.diff(starts).astype(float)
    shares = np.add.reduceat(bands[order], starts[:-1], axis=0) / sizes[:, None]
    means = np.add.reduceat(heads[order], starts[:-1]) / sizes
    whole = float(np.sum((heads - heads.mean()) ** 2))
    between = float(np.sum(sizes * (means - heads.mean()) ** 2))
    return _Binned(sizes, shares, max(whole - between, 0.0), whole)


def _firming(scoring: Scoring, one: Indicator, row: int, known: _Binned, own: _Binned) -> Firming:
    return Firming(
        question=one.question.id,
        indicator=one.id,
        title=one.title,
        standing=scoring.credits[row].standing,
        minutes=one.question.finding_minutes,
        gain=_gain(known),
        variance=_variance_share(own),
    )


def _gain(binned: _Binned) -> float:
    """E[max_b P(b | x)] − max_b P(b), by bins of x (Strong and Oakley, *Medical Decision Making*
    33, 2013).

    The largest of several estimated shares is too large by s·φ(d/s) − d·Φ(−d/s), where d is how far
    the two largest lie apart and s the standard error of that (Clark, *Operations Research* 9,
    1961), which is taken off each bin.
    """
    from scipy.special import ndtr

    ranked = np.sort(binned.bands, axis=1)
    first, second = ranked[:, -1], ranked[:, -2]
    apart = first - second
    error = np.sqrt(np.maximum(first + second - apart**2, 0.0) / binned.sizes)
    z = apart / np.maximum(error, 1e-12)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * pi)
    bias = error * density - apart * ndtr(-z)
    now = np.average(binned.bands, axis=0, weights=binned.sizes).max()
    return max(float(np.average(first - bias, weights=binned.sizes) - now), 0.0)


def _variance_share(binned: _Binned) -> float:
    """Var(E[N | ε]) / Var(N), with what chance alone puts between bins taken off (Kelley 1935)."""
    if binned.whole <= 0:
        return 0.0
    bins, draws = len(binned.sizes), float(binned.sizes.sum())
    noise = binned.within * (draws - 1) / (draws - bins)
    share = min(1 - noise / binned.whole, 1.0)
    return share if share >= LEAST_SHARE else 0.0


def _one_a_question(found: Iterable[Firming]) -> list[Firming]:
    """Of a question with several indicators, the one that is worth most."""
    by_question = groupby(sorted(found, key=lambda one: one.question), key=lambda one: one.question)
    return [max(group, key=lambda one: (one.gain, one.variance)) for _, group in by_question]
