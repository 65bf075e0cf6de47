"""What is asked of the process that makes documents, as plain values that go from process to process."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from boardkit import __version__
from boardkit.assessment import Assessment
from boardkit.documents.bundle import bundle_digest
from boardkit.pack_options import PackOptions, Paper
from boardkit.questionnaire import Questionnaire

if TYPE_CHECKING:
    from boardkit.comparison.sides import Kind, Side


@dataclass(frozen=True)
class PlainSide:
    """One side of a comparison."""

    name: str
    kind: Kind
    at: datetime | None
    assessment: str  # as JSON
    questionnaire: str  # as JSON
    digest: str  # of the questionnaire

    @classmethod
    def of(cls, side: Side) -> PlainSide:
        """A side as plain values."""
        content = side.questionnaire
        return cls(
            side.name, side.kind, side.at, _plain(side.assessment), content.to_json().decode(),
            content.digest,
        )  # fmt: skip

    def without(self, known: Collection[str]) -> PlainSide:
        """The same without content that the process has been sent already."""
        return replace(self, questionnaire="") if self.digest in known else self

    @property
    def parts(self) -> tuple[str, ...]:
        """What tells it from any other."""
        return self.name, self.kind, str(self.at), self.assessment, self.digest


@dataclass(frozen=True)
class PackRequest:
    """Which document of one assessment is wanted."""

    assessment: str  # as JSON
    questionnaire: str  # as JSON
    digest: str  # of the questionnaire
    locale: str = "en"
    logo: bytes = b""  # a picture's file, PNG or JPEG
    revised: tuple[str, ...] = ()  # questions whose answers changed after the scores were seen
    before: PlainSide | None = None  # what was last time, for what changed since

    @classmethod
    def of(
        cls,
        questionnaire: Questionnaire,
        assessment: Assessment,
        options: PackOptions | None = None,
        *,
        locale: str = "en",
        logo: bytes = b"",
        revised: tuple[str, ...] = (),
        before: Side | None = None,
    ) -> PackRequest:
        """The document of this assessment that it has chosen itself, or that ``options`` say."""
        if options is not None:
            assessment = assessment.with_details(pack=options)
        return cls(
            _plain(assessment),
            questionnaire.to_json().decode(),
            questionnaire.digest,
            locale,
            logo,
            revised,
            PlainSide.of(before) if before is not None else None,
        )

    def without(self, known: Collection[str]) -> PackRequest:
        """The same without content that the process has been sent already."""
        before = self.before.without(known) if self.before is not None else None
        content = "" if self.digest in known else self.questionnaire
        return replace(self, questionnaire=content, before=before)

    @property
    def digests(self) -> tuple[str, ...]:
        """Of the questionnaires that it is about."""
        return (self.digest, *((self.before.digest,) if self.before is not None else ()))

    @property
    def key(self) -> str:
        """The same for the same pack, so that one that was made already is known again."""
        logo = hashlib.sha256(self.logo).hexdigest()
        before = self.before.parts if self.before is not None else ()
        return _key(self.assessment, self.digest, self.locale, logo, *self.revised, "|", *before)


@dataclass(frozen=True)
class ComparisonRequest:
    """The report of one comparison."""

    before: PlainSide
    after: PlainSide
    locale: str = "en"
    paper: Paper = "a4"
    attach: bool = True  # whether both assessments go with it as files

    @classmethod
    def of(
        cls, before: Side, after: Side, *, locale: str = "en", paper: Paper = "a4",
        attach: bool = True,
    ) -> ComparisonRequest:  # fmt: skip
        """The report of what changed from one side to the other."""
        return cls(PlainSide.of(before), PlainSide.of(after), locale, paper, attach)

    def without(self, known: Collection[str]) -> ComparisonRequest:
        """The same without content that the process has been sent already."""
        after = self.after.without((*known, self.before.digest))
        return replace(self, before=self.before.without(known), after=after)

    @property
    def digests(self) -> tuple[str, ...]:
        """Of the questionnaires that it is about."""
        return self.before.digest, self.after.digest

    @property
    def key(self) -> str:
        """The same for the same report."""
        attach = "attached" if self.attach else ""
        return _key(self.locale, self.paper, attach, *self.before.parts, *self.after.parts)


Request: TypeAlias = PackRequest | ComparisonRequest


def _plain(assessment: Assessment) -> str:
    told = assessment.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join((*parts, __version__, bundle_digest())).encode()).hexdigest()
