"""The Boardkit window: what Qt shows of the library, and how a person edits an assessment."""

import builtins

import PySide6.QtCore  # noqa: F401  (it is what replaces ``__import__``)

# PySide puts an ``__import__`` of its own in place of Python's. It reads the source of every module that is
# imported from then on, numpy's and all, only to learn whether that might want Qt's names in snake_case.
# Nothing here does, so Python's own is put back; that saves a tenth of a second by the first score.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
