"""Faults: what is wrong in a file, where it stands, and what to do about it, in plain sentences."""

from boardkit.faults.fault import (
    Fault,
    Severity,
    in_order,
    nearest,
    shown,
    suggestion,
)
from boardkit.faults.sentences import faults_of_validation

__all__ = [
    "Fault",
    "Severity",
    "faults_of_validation",
    "in_order",
    "nearest",
    "shown",
    "suggestion",
]
