"""Numbers as people write them: 12m, 12,000,000, 1.2e7, 40%; and back, in a person's own locale."""

from __future__ import annotations

import re
from typing import Any

LARGEST = 1e30  # beyond any amount of money; also refuses infinity and what is not a number

_MULTIPLES = {
    "": 1.0,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mio": 1e6,
    "mrd": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "t": 1e12,
}
_PLAIN = re.compile(
    r"(?P<sign>[-+]?)(?P<digits>\d+(?:\.\d*)?|\.\d+)(?P<exponent>e[-+]?\d{1,3})?"
    r"\s*(?P<multiple>k|mio|mrd|mn?|bn?|tn?)?\s*%?",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[\s\u00a0\u202f'’_]")
_SIGNS = "$€£¥₹₩₺₽"
_CURRENCY = re.compile(
    rf"^[A-Z]{{0,3}}[{_SIGNS}]\s*|^[A-Z]{{3}}\s*(?=\d)|\s*[{_SIGNS}]$|\s+[A-Z]{{3}}$"
)


def parse_number(
    raw: Any, *, decimal: str = ".", group: str = ",", percent: bool = True
) -> float | None:
    """The number that a person meant, or None.

    ``decimal`` and ``group`` are the locale's marks. Accepted beside plain digits: grouping, a
    currency sign or code, an exponent, the suffixes k, m, bn and tn, Mio and Mrd,
    and a percent sign unless ``percent`` says that a share is not what is asked for.
    """
    if isinstance(raw, bool) or raw is None:
        return None
    if isinstance(raw, int | float):
        return float(raw) if abs(raw) < LARGEST else None
    if not isinstance(raw, str) or len(raw) > 64 or ("%" in raw and not percent):
        return None
    text = raw.strip().replace("−", "-")
    sign = "-" if text.startswith("-") else ""
    text = _CURRENCY.sub("", text[len(sign) :].strip())
    text = _ungrouped(_BLANKS.sub("", text), decimal, group)
    match = _PLAIN.fullmatch(sign + text)
    if match is None:
        return None
    multiple = _MULTIPLES[(match["multiple"] or "").lower()]
    number = float(match["sign"] + match["digits"] + (match["exponent"] or "")) * multiple
    return number if abs(number) < LARGEST else None


def _ungrouped(text: str, decimal: str, group: str) -> str:
    """Group marks go only where they stand before three digits: 1,5 is not fifteen."""
    whole, mark, rest = text.partition(decimal)
    if group and group in whole:
        head, *groups = whole.split(group)
        sizes_fit = all(len(g) == 3 and g.isdigit() for g in groups[:-1])
        last = re.match(r"\d{3}(?!\d)", groups[-1])
        if not (head.lstrip("+-").isdigit() and sizes_fit and last):
            return "not a number"
        whole = head + "".join(groups)
    return whole + ("." if mark else "") + rest
