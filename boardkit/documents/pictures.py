"""The charts of a result, drawn for the width that a sheet of paper or a screen has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup

from boardkit.assessment import Assessment
from boardkit.charts.bridge import Limit, bridge_chart
from boardkit.charts.dimensions import Group, Row, dimensions_chart
from boardkit.charts.drivers import DriverBars, drivers_chart
from boardkit.charts.on_the_map import Axes, Cross, Dot
from boardkit.charts.palette import PAPER, Palette
from boardkit.charts.position import Piece, position_chart
from boardkit.charts.scale import Segment, scale_chart
from boardkit.charts.ways_map import ways_map
from boardkit.documents.dimension_groups import color_name, dimension_groups
from boardkit.documents.what_drives import WhatDrives
from boardkit.english import spelled
from boardkit.formats import Formats
from boardkit.questionnaire import Questionnaire
from boardkit.references import Reference
from boardkit.scoring.analysis import Analysis
from boardkit.scoring.result import CompositeResult, Result
from boardkit.scoring.spreads import Interval, Intervals


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
        intervals: Intervals | None = None,
        analysis: Analysis | None = None,
    ) -> None:
        self.questionnaire, self.assessment, self.result = questionnaire, assessment, result
        self.references, self.width, self.formats = references, width, formats
        self.palette = palette
        self.analysis = analysis
        self.intervals = analysis.intervals if analysis is not None else intervals
        self.method = questionnaire.methodology
        self.display = self.method.display
        self.factor = self.display.scale / 100

    def scale(self, width: float | None = None) -> Markup:
        """Where the headline stands among its bands."""
        head = self.result.headline
        if head.claimed is None:
            return Markup()
        segments, low = [], 0.0
        for band in self.questionnaire.methodology.headline.bands:
            high = 100.0 if band.below is None else band.below
            segments.append(Segment(band.title, low * self.factor, high * self.factor))
            low = high
        exposure = head.shown == "exposure"
        return Markup(
            scale_chart(
                head.title, head.claimed * self.factor,
                self._apart(head.claimed, head.proven),
                segments, self.palette, self.formats,
                width=width or self.width, decimals=self.display.decimals,
                color=self.palette.exposure if exposure else self.palette.plain,
                sure=self._ends(head.id, self.factor),
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
        limits = [("", 0.0), ("", 100.0)]
        if verdict is not None:
            limits = [("Closed", 0.0), ("Near", verdict.near_from), ("Open", verdict.open_above)]
            limits.append(("", 100.0))
        segments = [
            Segment(title, low * self.factor, high * self.factor)
            for (title, low), (_, high) in pairwise(limits)
            if high > low
        ]
        return Markup(
            scale_chart(
                composite.title, composite.claimed * self.factor,
                self._apart(composite.claimed, composite.proven),
                segments, self.palette, self.formats,
                width=width or self.width, decimals=self.display.decimals,
                color=self._color(composite_id), sure=self._ends(composite_id, self.factor),
            )
        )  # fmt: skip

    def _apart(self, claimed: float, proven: float | None) -> float | None:
        """The proven score, on the method's scale, where it is printed otherwise than the claimed one."""
        differs = self._differs(claimed, proven)
        return None if differs is None else differs * self.factor

    def _differs(self, claimed: float | None, proven: float | None) -> float | None:
        if claimed is None or proven is None:
            return None
        decimals = self.display.decimals
        same = round(claimed * self.factor, decimals) == round(proven * self.factor, decimals)
        return None if same else proven

    def _interval(self, composite_id: str) -> Interval | None:
        """The 80% range of a score, or of the headline."""
        if self.intervals is None:
            return None
        head = self.intervals.headline
        found = head if composite_id == head.id else self.intervals.composite(composite_id)
        return self._wide(found.claimed.interval if found.claimed is not None else None)

    def _wide(self, interval: Interval | None) -> Interval | None:
        """A range that can be seen: not of published data that is taken as it stands."""
        if interval is None or self._differs(interval.p10, interval.p90) is None:
            return None
        return interval

    def _ends(self, composite_id: str, factor: float = 1) -> tuple[float, float] | None:
        found = self._interval(composite_id)
        return (found.p10 * factor, found.p90 * factor) if found is not None else None

    def bridge(self, height: float = 250) -> Markup:
        """From what is at risk to what is left."""
        bridge = self.result.headline.bridge
        if bridge is None:
            return Markup()
        bands = self.questionnaire.methodology.headline.bands
        limits = [Limit(band.below, band.title) for band in bands if band.below is not None]
        head = self.method.headline
        return Markup(
            bridge_chart(
                bridge, limits, self.palette, self.formats,
                width=self.width, height=height, decimals=self.display.decimals,
                factor=self.factor, left=self._interval(self.result.headline.id),
                keys=[head.composite, *head.covered_by, head.composite],
                shorts=[self._short(step.composite) for step in bridge.steps],
            )
        )  # fmt: skip

    def _short(self, composite_id: str) -> str:
        composite = self.method.composite(composite_id)
        return composite.short or composite.title

    def map(self, height: float = 312) -> Markup:
        """The two ways out, how sure each is, where the moves lead, and the reference companies."""
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
        axes = Axes(across.title, up.title, role.corners, role.split_at, self.factor)
        return Markup(
            ways_map(
                axes, claimed, proven, self._reference_dots(across, up), self.palette, self.formats,
                width=self.width, height=height,
                cross=Cross(self._ends(role.across), self._ends(role.up)),
                path=self._path(claimed, role.across, role.up),
            )
        )  # fmt: skip

    def _path(self, start: Dot, across: str, up: str) -> list[Dot]:
        """Where each of the moves leads in turn; nothing where they lead nowhere on the map."""
        moves = self.analysis.moves.moves if self.analysis is not None else ()
        count = len(moves)
        name = "after one move" if count == 1 else f"after {spelled(count)} moves"
        dots = [
            Dot(name, dict(move.composites)[across], dict(move.composites)[up]) for move in moves
        ]
        far = dots and abs(dots[-1].across - start.across) + abs(dots[-1].up - start.up) > 1
        return dots if far else []

    def _reference_dots(self, across: CompositeResult, up: CompositeResult) -> list[Dot]:
        dots = []
        for reference in self.references:
            scores = reference.result
            x, y = scores.composite(across.id).claimed, scores.composite(up.id).claimed
            if x is not None and y is not None:
                note = f"{reference.public} of {reference.asked}"
                dots.append(Dot(reference.name, x, y, note, key=reference.name))
        return dots

    def dimensions(self, previous: Mapping[str, float] | None = None) -> Markup:
        """Every dimension, claimed and proven, with its 80% range; ``previous``: scores last time."""
        before = previous or {}
        groups = []
        for group in dimension_groups(self.result, self.method, self.intervals):
            rows = [
                Row(
                    one.result.title, one.result.claimed,
                    self._differs(one.result.claimed, one.result.proven),
                    "too little of it applies",
                    low=interval.p10 if interval else None,
                    high=interval.p90 if interval else None,
                    previous=before.get(one.result.id),
                )
                for one in group.dimensions
                for interval in [self._wide(one.interval)]
            ]  # fmt: skip
            composite = group.composite
            groups.append(
                Group(
                    composite.title, group.measure, self._color(composite.id), rows,
                    rising_is_good=composite.shown != "exposure",
                )
            )  # fmt: skip
        weak = self.method.weak_basis
        return Markup(
            dimensions_chart(
                groups, self.palette, self.formats,
                width=self.width, decimals=self.display.decimals, factor=self.factor,
                proven_means=f"proven: {weak} set back to unknown" if weak else "proven",
            )
        )  # fmt: skip

    def drivers(self) -> Markup:
        """The answers that matter most to the headline's doubt: what each carries, and weighs."""
        found = self.analysis.drivers if self.analysis is not None else None
        if found is None:
            return Markup()
        say = WhatDrives(self.result, self.method, self.formats)
        rows = [
            DriverBars(one.title, one.of, self._color(one.composite), one.weight, one.doubt)
            for one in say.driver_rows(found)
        ]
        if not rows:
            return Markup()
        return Markup(drivers_chart(rows, self.palette, self.formats, width=self.width))

    def _color(self, composite_id: str) -> str:
        color: str = getattr(self.palette, color_name(self.method, composite_id))
        return color

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
