"""Characters that no typeface of this computer has: they are printed as empty boxes, and that is said.

A name may be in any script, and a computer without a typeface for it is no reason to print nothing.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from unicodedata import name

from boardkit.english import listed

NO_GLYPH = ".notdef glyph"  # how WeasyPrint begins to say that there is no typeface for a character
_CODE = re.compile(r"\(U\+([0-9A-F]+)\)")
NAMED = 3  # scripts

# How Unicode's names of characters begin → the script in plain words, and a free typeface that has it.
_SCRIPTS = {
    "CJK": ("Chinese characters", "Noto Sans CJK SC"),
    "HIRAGANA": ("Japanese characters", "Noto Sans CJK JP"),
    "KATAKANA": ("Japanese characters", "Noto Sans CJK JP"),
    "HANGUL": ("Korean characters", "Noto Sans CJK KR"),
    "ARABIC": ("Arabic letters", "Noto Sans Arabic"),
    "HEBREW": ("Hebrew letters", "Noto Sans Hebrew"),
    "DEVANAGARI": ("Devanagari letters", "Noto Sans Devanagari"),
    "BENGALI": ("Bengali letters", "Noto Sans Bengali"),
    "TAMIL": ("Tamil letters", "Noto Sans Tamil"),
    "THAI": ("Thai letters", "Noto Sans Thai"),
}
_OTHER = ("some characters", "Noto Sans")


class Unprintable(logging.Handler):
    """Hears which characters WeasyPrint finds no typeface for, while it is in a ``with`` statement."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._codes: set[int] = set()

    def __enter__(self) -> Unprintable:
        logging.getLogger("weasyprint").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("weasyprint").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Note the character, if the message is about one."""
        text = record.getMessage()
        if text.startswith(NO_GLYPH):
            self._codes.update(int(code, 16) for code in _CODE.findall(text))

    def sentence(self) -> str:
        """What is printed as boxes, and what to do about it; nothing where all of it is printed."""
        return unprintable_sentence(self._codes)


def unprintable_sentence(codes: Iterable[int]) -> str:
    """“This computer has no typeface for Chinese characters, so …”."""
    scripts = dict.fromkeys(map(_script, sorted(codes)))
    if not scripts:
        return ""
    which = listed(list(dict.fromkeys(script for script, _ in scripts))[:NAMED])
    faces = listed([f"“{face}”" for face in dict.fromkeys(face for _, face in scripts)][:NAMED])
    return (
        f"This computer has no typeface for {which}, so they are printed as empty boxes. "
        f"Install {faces}, which is free, start Boardkit again, and make the document anew."
    )


def _script(code: int) -> tuple[str, str]:
    begins = name(chr(code), "").partition(" ")[0]
    return _SCRIPTS.get(begins, _OTHER)
