"""The base of every value that Boardkit reads from a file."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that never changes and accepts no key it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        allow_inf_nan=False,
        defer_build=True,  # the first window must not wait for validators it does not use
    )
