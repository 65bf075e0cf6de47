"""Where in a tree of models pydantic found a fault, and what belongs there."""

from __future__ import annotations

import types
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag

from boardkit.sources import Loc


@dataclass(frozen=True)
class Spot:
    """A location in terms of the data, and what belongs there."""

    loc: Loc
    annotation: Any = None
    model: type[BaseModel] | None = None
    siblings: tuple[type[BaseModel], ...] = ()  # models that could stand in its place
    union: Loc | None = None  # where alternatives without a name began

    @property
    def name(self) -> str:
        """How a sentence calls what stands there."""
        if not self.loc:
            return "The file"
        if isinstance(self.loc[-1], str):
            return f"“{self.loc[-1]}”"
        last = max((i for i, step in enumerate(self.loc) if isinstance(step, str)), default=-1)
        item = f"Item {int(self.loc[last + 1]) + 1}"
        return item if last < 0 else f"{item} of “{self.loc[last]}”"


def find(model: type[BaseModel], steps: tuple[int | str, ...]) -> Spot:
    """Follows pydantic's location through the models, leaving out the names of a union's members."""
    spot = Spot((), model, model)
    for step in steps:
        annotation = bare_type(spot.annotation)
        if get_origin(annotation) in (Union, types.UnionType):
            spot = _into_member(spot, annotation, str(step))
        else:
            spot = _step_in(spot, annotation, step)
        if spot.annotation is None:
            break
    return spot


def _step_in(spot: Spot, annotation: Any, step: int | str) -> Spot:
    inner = _inside(annotation, step)
    loc = (*spot.loc, step)
    bare = bare_type(inner)
    if is_model(bare):
        return Spot(loc, inner, bare, (), spot.union)
    return replace(spot, loc=loc, annotation=inner)


def _into_member(spot: Spot, union: Any, step: str) -> Spot:
    members = get_args(union)
    member = next((m for m in members if step in _labels(m)), None)
    if member is None:  # such as function-after[check(), Name]
        member = next((m for m in members if any(x in step for x in _labels(m))), None)
    named = all(tags_of(m) for m in members)
    siblings = tuple(bare_type(m) for m in members if is_model(bare_type(m))) if named else ()
    begun = spot.union if named or spot.union is not None else spot.loc
    bare = bare_type(member)
    model = bare if is_model(bare) else spot.model
    return Spot(spot.loc, member, model, siblings, begun)


def bare_type(annotation: Any) -> Any:
    """Without metadata, and without None as an alternative."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        members = [m for m in get_args(annotation) if m is not type(None)]
        if len(members) == 1:
            return bare_type(members[0])
        return Union[tuple(members)]  # noqa: UP007  # built at run time
    return annotation


def is_model(annotation: Any) -> bool:
    """Whether a thing with keys belongs there."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _inside(annotation: Any, step: int | str) -> Any:
    """What belongs under a key or at an index; None where nothing does."""
    if is_model(annotation):
        fields = annotation.model_fields
        found = (f.annotation for name, f in fields.items() if step in (name, f.alias))
        return next(found, None)
    args = get_args(annotation)
    if get_origin(annotation) in (tuple, list) and isinstance(step, int):
        repeated = len(args) == 1 or args[-1] is Ellipsis
        return args[0] if repeated else args[min(step, len(args) - 1)]
    return args[1] if get_origin(annotation) is dict else None


def _labels(member: Any) -> tuple[str, ...]:
    """By what names a location calls a member of a union."""
    bare = bare_type(member)
    return (*tags_of(member), getattr(bare, "__name__", ""))


def tags_of(member: Any) -> tuple[str, ...]:
    """By what names a file calls a member of a union, if it does."""
    if get_origin(member) is Annotated:
        tags = tuple(meta.tag for meta in get_args(member)[1:] if isinstance(meta, Tag))
        if tags:
            return tags
    bare = bare_type(member)
    kinds = kind_key(bare) if is_model(bare) else None
    return kinds[1] if kinds else ()


def kind_key(model: type[BaseModel]) -> tuple[str, tuple[str, ...]] | None:
    """The key that says of which kind a thing is (“type”, “kind”), and its values there."""
    for name in ("type", "kind"):
        field = model.model_fields.get(name)
        if field is not None and get_origin(field.annotation) is Literal and field.is_required():
            return name, get_args(field.annotation)
    return None
