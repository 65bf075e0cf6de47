"""Reading YAML text as plain data that remembers its lines.

Scalars follow YAML 1.2's core schema, so that ``no``, ``12:30`` and ``2026-12-15`` stay texts. Files may
come from anyone: anchors, tags, deep nesting and oversize texts are refused rather than expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from boardkit.errors import ContentError, FileError

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # the pure Python parser reads the same, ten times slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Loc = tuple[str | int, ...]

SIZE_LIMIT = 5_000_000  # bytes
DEPTH_LIMIT = 40
VALUE_LIMIT = 200_000  # keys and values in a file

_INTEGER = re.compile(r"[-+]?\d{1,18}")
_FLOAT = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d{1,3})?", re.IGNORECASE)
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A line of a file, counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Source:
    """Plain data, and where each piece of it stands."""

    data: Any
    places: Mapping[Loc, Place] = field(default_factory=dict)

    def place(self, loc: Iterable[str | int]) -> Place:
        """The line of a location; what the location names beyond the data is passed over."""
        here: Loc = ()
        for step in loc:
            if (*here, step) in self.places:
                here = (*here, step)
        return self.places.get(here, Place("", 0))


def read_source(path: Path, shown_as: str | None = None) -> Source:
    """The YAML file at ``path``; raises FileError or, for bad YAML, ContentError."""
    name = shown_as or path.name
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise FileError(
                f"{name} is larger than {SIZE_LIMIT // 1_000_000} MB, so it was not read."
            )
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise FileError(f"{name} is not a text in UTF-8, so it cannot be read.") from None
    except OSError as fault:
        raise FileError(f"{name} cannot be read: {fault.strerror or fault}.") from None
    return parse_source(text, name)


def parse_source(text: str, name: str) -> Source:
    """YAML text as data with places; raises ContentError, naming the line, for text that is not YAML."""
    try:
        return _Builder(name).build(text)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = mark.line + 1 if mark else 1
        problem = fault.problem or fault.context or "something is not YAML"
        raise ContentError(
            f"this is not YAML: {problem}. Mend the line, or the one above it.",
            file=name,
            line=line,
        ) from None
    except yaml.reader.ReaderError:
        bad = yaml.reader.Reader.NON_PRINTABLE.search(text)
        line = text.count("\n", 0, bad.start()) + 1 if bad else 1
        raise ContentError(
            "this is not YAML: it holds a character that cannot be printed. Remove it.",
            file=name,
            line=line,
        ) from None


class _Builder:
    """Builds data from YAML's events, with a stack instead of recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.places: dict[Loc, Place] = {}
        self.values = 0

    def build(self, text: str) -> Source:
        root: list[Any] = []
        stack: list[_Container] = []
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.DocumentStartEvent) and root:
                raise self._refusal(event, "a second document; keep one document a file")
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise self._refusal(
                    event,
                    "an anchor or alias (& or *), which is not read here; write it out",
                )
            if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                stack.pop()
                continue
            if isinstance(event, yaml.ScalarEvent):
                value: Any = self._scalar(event)
            elif isinstance(event, yaml.MappingStartEvent):
                value = {}
            elif isinstance(event, yaml.SequenceStartEvent):
                value = []
            else:
                continue
            self.values += 1
            if self.values > VALUE_LIMIT:
                raise ContentError(
                    f"{self.name} holds more than {VALUE_LIMIT:,} values, so it was not read."
                )
            self._place(event, value, stack, root)
        return Source(root[0] if root else None, self.places)

    def _place(self, event: Any, value: Any, stack: list[_Container], root: list[Any]) -> None:
        line = event.start_mark.line + 1
        if not stack:
            root.append(value)
            loc: Loc = ()
            self.places[()] = Place(self.name, line)
        else:
            top = stack[-1]
            if top.wants_key:
                self._take_key(event, value, top, line)
                return
            loc = top.put(value)
            self.places.setdefault(loc, Place(self.name, line))
        if isinstance(value, dict | list):
            if len(stack) >= DEPTH_LIMIT:
                raise self._refusal(event, f"more than {DEPTH_LIMIT} levels of nesting")
            stack.append(_Container(value, loc))

    def _take_key(self, event: Any, key: Any, top: _Container, line: int) -> None:
        if isinstance(key, dict | list):
            raise self._refusal(event, "a key that is not a simple word")
        name = str(event.value)
        if name in top.value:
            first = self.places[(*top.loc, name)]
            raise self._refusal(event, f"a second “{name}”; the first is on line {first.line}")
        top.key = name
        self.places[(*top.loc, name)] = Place(self.name, line)

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        if event.tag not in (None, "!"):
            raise self._refusal(event, f"the tag {event.tag}, which is not read here; leave it out")
        if not event.implicit[0]:
            return event.value
        return resolve(event.value)

    def _refusal(self, event: Any, what: str) -> ContentError:
        return ContentError(f"there is {what}.", file=self.name, line=event.start_mark.line + 1)


class _Container:
    """A mapping or a sequence that is being filled."""

    def __init__(self, value: dict[str, Any] | list[Any], loc: Loc) -> None:
        self.value = value
        self.loc = loc
        self.key: str | None = None

    @property
    def wants_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    def put(self, value: Any) -> Loc:
        if isinstance(self.value, list):
            self.value.append(value)
            return (*self.loc, len(self.value) - 1)
        assert self.key is not None
        self.value[self.key] = value
        loc = (*self.loc, self.key)
        self.key = None
        return loc


def resolve(text: str) -> Any:
    """A plain scalar by the YAML 1.2 core schema: null, boolean, integer, float or text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
