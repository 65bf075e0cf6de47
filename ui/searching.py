"""Words as people look for them."""

from __future__ import annotations

import unicodedata

_WHOLE = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})


def folded(text: str) -> str:
    """A text without case and accents, and with the apostrophe that a keyboard has."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return bare.casefold().translate(_WHOLE)
