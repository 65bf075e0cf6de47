"""Texts as people type them, with the room that they have."""

from typing import Annotated

from pydantic import StringConstraints

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]
Note = Annotated[str, StringConstraints(max_length=100_000)]
