"""How words and numbers go together in a plain sentence."""

from __future__ import annotations

from collections.abc import Iterable

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def sentence(text: str) -> str:
    """With a capital at its start."""
    return text[:1].upper() + text[1:]


def in_sentence(title: str) -> str:
    """A title as it stands within a sentence; one that starts with two capitals, as EU does, keeps them."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def listed(texts: Iterable[str], joint: str = "and") -> str:
    """“a”, “a and b”, “a, b and c”; nothing for nothing."""
    *head, last = [*texts] or [""]
    return f"{', '.join(head)} {joint} {last}" if head else last


def with_article(noun: str) -> str:
    """“a score”, “an option”."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def counted(number: int, noun: str) -> str:
    """“1 answer”, “14 answers”, “1,012 answers”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def spelled(number: int) -> str:
    """“two”, “twelve”, “13”."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def spelled_count(number: int, noun: str) -> str:
    """“two changes”, “one step”, “14 steps”."""
    return f"{spelled(number)} {noun}{'' if number == 1 else 's'}"
