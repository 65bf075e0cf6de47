"""The charts of a result, drawn for the width that a sheet of paper or a screen has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from boardkit.assessment import Assessment
from boardkit.charts.bridge import Limit, bridge_chart
from boardkit.charts.dimensions import Group, Row, dimensions_chart
from boardkit.charts.palette import PAPER, Palette
from boardkit.charts.position import Piece, position_chart
from boardkit.charts.scale import Segment, scale_chart
from boardkit.charts.ways_map import Axes, Dot, ways_map
from boardkit.formats import Formats
from boardkit.questionnaire import Questionnaire
from boardkit.references import Reference
from boardkit.scoring.result import CompositeResult, Result


class Pictures:
    """One result's charts; each is an SVG string, or nothing where there is nothing to draw."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        assessment: Assessment,
        result: Result,
        references: Sequence[Reference],
        *,
        width: float,
        formats: Formats,
        palette: Palette = PAPER,
    ) -> None:
        self.questionnaire, self.assessment, self.result = questionnaire, assessment, result
        self.references, self.width, self.formats = references, width, formats
        self.palette = palette
        self.display = questionnaire.methodology.display

    def scale(self, width: float | None = None) -> Markup:
        """Where the headline stands among its bands."""
        head = self.result.headline
        if head.claimed is None:
            return Markup()
        factor = self.display.scale / 100
        segments, low = [], 0.0
        for band in self.questionnaire.methodology.headline.bands:
            high = 100.0 if band.below is None else band.below
            segments.append(Segment(band.title, low * factor, high * factor))
            low = high
        exposure = head.shown == "exposure"
        return Markup(
            scale_chart(
                head.title, head.claimed * factor,
                self._apart(head.claimed, head.proven, factor),
                segments, self.palette, self.formats,
                width=width or self.width, decimals=self.display.decimals,
                color=self.palette.exposure if exposure else self.palette.plain,
            )
        )  # fmt: skip

    def way(self, composite_id: str, width: float | None = None) -> Markup:
        """How far one way out is open."""
        composite, verdict = (
            self.result.composite(composite_id),
            self.questionnaire.methodology.verdict,
        )
        if composite.claimed is None:
            return Markup()
        factor = self.display.scale / 100
        limits = [("", 0.0), ("", 100.0)]
        if verdict is not None:
            limits = [("Far", 0.0), ("Near", verdict.near_from), ("Open", verdict.open_above)]
            limits.append(("", 100.0))
        segments = [
            Segment(title, low * factor, high * factor)
            for (title, low), (_, high) in pairwise(limits)
            if high > low
        ]
        ways = self.questionnaire.methodology.headline.covered_by
        color = self.palette.of_way(ways.index(composite_id)) if composite_id in ways else None
        return Markup(
            scale_chart(
                composite.title, composite.claimed * factor,
                self._apart(composite.claimed, composite.proven, factor),
                segments, self.palette, self.formats,
                width=width or self.width, decimals=self.display.decimals,
                color=color or self.palette.plain,
            )
        )  # fmt: skip

    def _apart(self, claimed: float, proven: float | None, factor: float) -> float | None:
        """The proven score where it is printed otherwise than the claimed one."""
        if proven is None:
            return None
        decimals = self.display.decimals
        same = round(claimed * factor, decimals) == round(proven * factor, decimals)
        return None if same else proven * factor

    def bridge(self, height: float = 250) -> Markup:
        """From what is at risk to what is left."""
        bridge = self.result.headline.bridge
        if bridge is None:
            return Markup()
        bands = self.questionnaire.methodology.headline.bands
        limits = [Limit(band.below, band.title) for band in bands if band.below is not None]
        return Markup(
            bridge_chart(
                bridge, limits, self.palette, self.formats,
                width=self.width, height=height, decimals=self.display.decimals,
            )
        )  # fmt: skip

    def map(self, height: float = 312) -> Markup:
        """The two ways out, with the reference companies."""
        role = self.questionnaire.roles.map
        if role is None:
            return Markup()
        across, up = self.result.composite(role.across), self.result.composite(role.up)
        if across.claimed is None or up.claimed is None:
            return Markup()
        name = self.assessment.details.company
        claimed = Dot(name, across.claimed, up.claimed)
        proven = None
        if across.proven is not None and up.proven is not None:
            far = abs(across.proven - across.claimed) + abs(up.proven - up.claimed) > 2
            proven = Dot("proven", across.proven, up.proven) if far else None
        axes = Axes(across.title, up.title, role.corners, role.split_at)
        return Markup(
            ways_map(
                axes, claimed, proven, self._reference_dots(across, up), self.palette, self.formats,
                width=self.width, height=height,
            )
        )  # fmt: skip

    def _reference_dots(self, across: CompositeResult, up: CompositeResult) -> list[Dot]:
        dots = []
        for reference in self.references:
            scores = reference.result
            x, y = scores.composite(across.id).claimed, scores.composite(up.id).claimed
            if x is not None and y is not None:
                dots.append(Dot(reference.name, x, y, f"{reference.public} of {reference.asked}"))
        return dots

    def dimensions(self) -> Markup:
        """Every dimension, claimed and proven."""
        groups = []
        ways = self.questionnaire.methodology.headline.covered_by
        for composite in self.result.composites:
            own = [d for d in self.result.dimensions if d.composite == composite.id]
            if not own:
                continue
            color = self.palette.plain
            if composite.id in ways:
                color = self.palette.of_way(ways.index(composite.id))
            elif composite.shown == "exposure":
                color = self.palette.exposure
            measure = (
                "long bars are exposure" if composite.shown == "exposure" else "long bars are good"
            )
            rows = [Row(d.title, d.claimed, d.proven, "too little of it applies") for d in own]
            groups.append(Group(composite.title, measure, color, rows))
        weak = self.questionnaire.methodology.weak_basis
        decimals = min(self.display.decimals, 1)
        return Markup(
            dimensions_chart(
                groups,
                self.palette,
                self.formats,
                width=self.width,
                decimals=decimals,
                proven_means=f"proven: {weak} set back to unknown" if weak else "proven",
            )
        )

    def position(self) -> Markup:
        """Recurring revenue by what makes it move."""
        role = self.questionnaire.roles.position
        lines = self.result.position
        if role is None or not lines:
            return Markup()
        colors = [
            self.palette.plain, self.palette.resale, self.palette.first_derivative,
            self.palette.exposure, self.palette.muted, self.palette.faint,
        ]  # fmt: skip
        pieces = []
        for kind, color in zip(role.classes, colors, strict=False):
            own = [line for line in lines if line.kind == kind.id]
            if own:
                names = ", ".join(line.name for line in own)
                unproven = "" if all(line.proven for line in own) else " (unproven)"
                share = sum(line.share for line in own)
                pale = color == self.palette.faint
                pieces.append(Piece(f"{kind.title}{unproven}", share, color, names, pale))
        return Markup(position_chart(pieces, self.palette, self.formats, width=self.width))
