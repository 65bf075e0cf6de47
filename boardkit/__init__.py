"""Boardkit's library: questionnaires, answers, scores and board packs. It knows no window."""

__version__ = "0.1.0"
