"""Two documents side by side: the words of their pages, and how these look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from boardkit.documents.viewing import PdfPages
from boardkit.errors import FileError
from boardkit.verification.verdict import Difference, Kind

PAGES_LIMIT = 200
WORDS_LIMIT = 5_000  # a page
DETAIL = 1.5  # pixels a point, at which pages are looked at
BEFORE = 6  # words that say where on a page something is
SIZE = 0.5  # points, by which pages of one size may differ

_NUMBER = re.compile(r"[^\w]*\d")

Words = tuple[str, ...]


def words_of(pages: PdfPages, name: str) -> tuple[Words, ...]:
    """The words of each page, as a reader finds them; raises FileError when there are too many."""
    if pages.count > PAGES_LIMIT:
        raise FileError(f"{name} has {pages.count} pages, more than any document of Boardkit's.")
    found = tuple(tuple(pages.text(page).split()) for page in range(pages.count))
    for number, words in enumerate(found, 1):
        if len(words) > WORDS_LIMIT:
            raise FileError(
                f"{name} has {len(words)} words on page {number}, more than any of ours."
            )
    return found


def is_number(word: str) -> bool:
    """“42.0”, “−9.5”, “$140m”, “(57%)”: what begins with a digit, marks and signs aside."""
    return _NUMBER.match(word) is not None


def differences(printed: Sequence[Words], given: Sequence[Words]) -> Iterator[Difference]:
    """Every word that is printed otherwise than it is given, in the order of the pages."""
    for first, second in paired(printed, given):
        if second is None:
            assert first is not None
            yield Difference("other page", first + 1, "", _start(printed[first]), "")
        elif first is None:
            yield Difference("missing page", 0, "", "", _start(given[second]))
        else:
            yield from _on_page(first + 1, printed[first], given[second])


def paired(
    printed: Sequence[Words], given: Sequence[Words]
) -> Iterator[tuple[int | None, int | None]]:
    """Which page stands for which; None for a page that has no counterpart."""
    matcher = SequenceMatcher(None, printed, given, autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        both = min(b - a, d - c)
        yield from zip(range(a, a + both), range(c, c + both), strict=True)
        yield from ((page, None) for page in range(a + both, b))
        yield from ((None, page) for page in range(c + both, d))


def look_otherwise(
    printed: PdfPages, given: PdfPages, pairs: Sequence[tuple[int, int]]
) -> Iterator[Difference]:
    """The pages that say what they should and yet are drawn otherwise."""
    for first, second in pairs:
        if not _look_alike(printed, first, given, second):
            yield Difference("look", first + 1, "", "", "")


def _look_alike(printed: PdfPages, first: int, given: PdfPages, second: int) -> bool:
    ours, theirs = given.sizes[second], printed.sizes[first]
    if any(abs(a - b) > SIZE for a, b in zip(ours, theirs, strict=True)):
        return False
    width = round(ours[0] * DETAIL)
    return printed.picture(first, width) == given.picture(second, width)


def _on_page(number: int, printed: Words, given: Words) -> Iterator[Difference]:
    if printed == given:
        return
    for tag, a, b, c, d in SequenceMatcher(None, printed, given, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        both = b - a if b - a == d - c else 0  # as many words: each has its own counterpart
        for place in range(both):
            here = a + place
            pair = (printed[here],), (given[c + place],)
            yield _difference(number, printed[max(0, here - BEFORE) : here], *pair)
        if not both:
            yield _difference(number, printed[max(0, a - BEFORE) : a], printed[a:b], given[c:d])


def _difference(page: int, before: Words, printed: Words, given: Words) -> Difference:
    kind: Kind = "number" if any(map(is_number, (*printed, *given))) else "words"
    return Difference(kind, page, " ".join(before), " ".join(printed), " ".join(given))


def _start(words: Words) -> str:
    return " ".join(words[:12])
