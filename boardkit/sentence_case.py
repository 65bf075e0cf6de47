"""Titles inside sentences."""


def in_sentence(title: str) -> str:
    """A title as it stands within a sentence; one that starts with two capitals, as EU does, keeps them."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]
