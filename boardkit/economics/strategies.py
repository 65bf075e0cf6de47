"""The four strategies that the inference P&L sets side by side (equation 8)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strategy:
    """What a company does about inference, and which of the two levers it pulls."""

    id: str
    title: str
    resells: bool  # k = 1: inference is routed, and sold on
    meters: bool  # c* > c0: the planned share of AI customers comes onto an AI meter


DO_NOTHING = Strategy("do_nothing", "Do nothing", resells=False, meters=False)
RESELL = Strategy("resell", "Resell", resells=True, meters=False)
FIRST_DERIVATIVE = Strategy("first_derivative", "First derivative", resells=False, meters=True)
BOTH = Strategy("both", "Both", resells=True, meters=True)

STRATEGIES = (DO_NOTHING, RESELL, FIRST_DERIVATIVE, BOTH)
