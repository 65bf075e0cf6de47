"""What became of the questions of an earlier version, as a questionnaire's ``migrations:`` says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from pydantic import Field

from boardkit.frozen import Frozen
from boardkit.questions import Id

Fate: TypeAlias = Literal["kept", "reworded", "split", "merged", "retired", "new"]


class Kept(Frozen):
    """A question that means what it meant; its answer carries over."""

    id: Id
    was: Id | None = Field(None, description="Its id in the earlier version, if that was another.")
    note: str = ""


class Reworded(Kept):
    """A question that is asked otherwise; its answer carries over, to be confirmed."""

    comparable: bool = Field(
        False, description="Whether an old answer still says the same, once it is confirmed."
    )


class Divided(Frozen):
    """One question that became several; they are answered anew."""

    was: Id
    into: tuple[Id, ...] = Field(min_length=2)
    note: str = ""


class Merged(Frozen):
    """Several questions that became one; it is answered anew."""

    was: tuple[Id, ...] = Field(min_length=2)
    into: Id
    note: str = ""


class Retired(Frozen):
    """A question that is no longer asked."""

    was: Id
    note: str = ""


class New(Frozen):
    """A question that was not asked before."""

    id: Id
    note: str = ""


class Migration(Frozen):
    """What became of the questions of one earlier version.

    A question that is not listed is kept if both versions have its id, and else retired or new.
    """

    earlier: str = Field(
        alias="from", pattern=r"^\d+\.\d+\.\d+$", description="The version that it leads from."
    )
    about: str = Field("", description="What changed and why, in a sentence or two.")
    kept: tuple[Kept, ...] = Field((), description="Only those whose id changed need be listed.")
    reworded: tuple[Reworded, ...] = ()
    split: tuple[Divided, ...] = ()
    merged: tuple[Merged, ...] = ()
    retired: tuple[Retired, ...] = ()
    new: tuple[New, ...] = ()

    def old_ids(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every id of the earlier version that is listed, with where it stands."""
        for key in ("kept", "reworded"):
            for i, one in enumerate(getattr(self, key)):
                yield (key, i, "was" if one.was else "id"), one.was or one.id
        for i, divided in enumerate(self.split):
            yield ("split", i, "was"), divided.was
        for i, merged in enumerate(self.merged):
            yield from ((("merged", i, "was", j), old) for j, old in enumerate(merged.was))
        for i, retired in enumerate(self.retired):
            yield ("retired", i, "was"), retired.was

    def new_ids(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every id of this version that is listed, with where it stands."""
        for key in ("kept", "reworded"):
            yield from (((key, i, "id"), one.id) for i, one in enumerate(getattr(self, key)))
        for i, divided in enumerate(self.split):
            yield from ((("split", i, "into", j), new) for j, new in enumerate(divided.into))
        for i, merged in enumerate(self.merged):
            yield ("merged", i, "into"), merged.into
        yield from ((("new", i, "id"), one.id) for i, one in enumerate(self.new))
