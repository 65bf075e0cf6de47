"""Faults: what is wrong in a file, where it stands, and what to do about it, in plain sentences."""

from boardkit.faults.fault import (
    Fault,
    Severity,
    counted,
    in_order,
    in_words,
    nearest,
    shown,
    suggestion,
    with_article,
)
from boardkit.faults.sentences import faults_of_validation

__all__ = [
    "Fault",
    "Severity",
    "counted",
    "faults_of_validation",
    "in_order",
    "in_words",
    "nearest",
    "shown",
    "suggestion",
    "with_article",
]
