"""What the inputs of the inference P&L are about: how they are grouped for people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """One group of inputs."""

    id: str
    title: str
    symbols: tuple[str, ...]


SUBJECTS = (
    Subject("seats", "Seats and agents", ("rho", "delta", "tau", "kappa")),
    Subject("market", "The market for inference", ("v1", "v_inf", "lambda", "v_cap", "pi")),
    Subject(
        "first_derivative", "First derivative", ("beta", "d", "c0", "c_star", "p", "q", "c1", "phi")
    ),
    Subject("resale", "Reselling", ("I0", "w", "y", "gm_p", "mu", "b", "l", "principal")),
    Subject("pace", "Pace and price of a way out", ("lag", "ramp", "K_r", "K_f", "r")),
    Subject("revenue", "Revenue today", ("A0", "s", "u", "a", "g_s", "g_u", "g_o")),
    Subject("margins", "Margins and cost", ("gm_s", "gm_o", "gm_u", "gm_f", "e0", "g_e")),
)  # fmt: skip
