"""The charts of a comparison and of a trend, drawn for the width that paper or a screen has."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from boardkit.charts.change_bridge import ROW, ChangeEnd, ChangeStep, change_bridge
from boardkit.charts.on_the_map import Axes, Dot
from boardkit.charts.palette import PAPER, Palette
from boardkit.charts.slopes import Slope, slope_chart
from boardkit.charts.trend import TrendSeries, TrendState, trend_chart
from boardkit.charts.ways_map import ways_map
from boardkit.comparison.grouping import printed
from boardkit.comparison.result import Comparison, Scored
from boardkit.comparison.tags import Tag
from boardkit.comparison.trend import Trend, TrendLine
from boardkit.comparison.wording import ComparisonWords
from boardkit.formats import Formats
from boardkit.methodology import Methodology

SOLID: tuple[Tag | None, ...] = ("done", "differs", "gate")  # more than said or known otherwise


class ComparisonPictures:
    """One comparison's charts; each is an SVG string, or nothing where there is nothing to draw."""

    def __init__(
        self, comparison: Comparison, *, width: float, formats: Formats, palette: Palette = PAPER
    ) -> None:
        self.comparison, self.width = comparison, width
        self.formats, self.palette = formats, palette
        self.method = comparison.questionnaire.methodology
        self.factor = self.method.display.scale / 100

    def bridge(self, row: float = ROW) -> Markup:
        """From one score to the other, part by part, in rows so high."""
        words = ComparisonWords(self.comparison, self.formats)
        if words.printed is None:
            return Markup()
        before, after = self.comparison.before, self.comparison.after
        steps = [
            ChangeStep(
                bar.title, bar.amount, words.tag(bar.tag), bar.tag in SOLID, bar.question or ""
            )
            for bar in words.bars()
        ]
        return Markup(
            change_bridge(
                ChangeEnd(before.name, words.printed.before), steps,
                ChangeEnd(after.name, words.printed.after), self.palette, self.formats,
                width=self.width, falling_is_good=self.comparison.headline.shown == "exposure",
                top=self.method.display.scale, decimals=self.method.display.decimals,
                row=row,
            )
        )  # fmt: skip

    def slopes(self, composite_id: str, height: float = 240, width: float | None = None) -> Markup:
        """The dimensions of one composite, before and after."""
        inside = {member.of for member in self.method.composite(composite_id).members}
        found = [
            Slope(one.title, self._scaled(one.before), self._scaled(one.after))
            for one in self.comparison.dimensions
            if one.id in inside and (one.before is not None or one.after is not None)
        ]
        if not found:
            return Markup()
        composite = self.method.composite(composite_id)
        exposure = composite.shown == "exposure"
        names = self.comparison.before.name, self.comparison.after.name
        return Markup(
            slope_chart(
                composite.title, "down is good" if exposure else "up is good", names, found,
                self.palette, self.formats, width=width or self.width, height=height,
                color=_color(self.method, composite_id, self.palette), falling_is_good=exposure,
                top=self.method.display.scale, decimals=self.method.display.decimals,
            )
        )  # fmt: skip

    def _scaled(self, score: float | None) -> float | None:
        return None if score is None else score * self.factor

    def map(self, height: float = 312) -> Markup:
        """The two ways out, with the way from one side to the other."""
        role = self.comparison.questionnaire.roles.map
        if role is None:
            return Markup()
        dots = [
            _dot(one, role.across, role.up)
            for one in (self.comparison.before, self.comparison.after)
        ]
        if dots[0] is None or dots[1] is None:
            return Markup()
        axes = Axes(
            self.method.composite(role.across).title, self.method.composite(role.up).title,
            role.corners, role.split_at, self.factor,
        )  # fmt: skip
        return Markup(
            ways_map(
                axes, dots[1], None, (), self.palette, self.formats, width=self.width,
                height=height, previous=dots[0],
            )
        )  # fmt: skip


def _dot(one: Scored, across: str, up: str) -> Dot | None:
    scores = {c.id: c.claimed for c in one.result.composites}
    x, y = scores.get(across), scores.get(up)
    return None if x is None or y is None else Dot(one.name, x, y)


def _color(method: Methodology, composite_id: str, palette: Palette) -> str:
    ways = method.headline.covered_by
    if composite_id in ways:
        return palette.of_way(ways.index(composite_id))
    exposure = method.composite(composite_id).shown == "exposure"
    return palette.exposure if exposure else palette.plain


def trend_picture(
    trend: Trend, *, width: float, height: float, formats: Formats, palette: Palette = PAPER
) -> Markup:
    """The headline and the ways out through all states, milestones marked."""
    method = trend.steps[-1].questionnaire.methodology
    display = method.display
    states = [
        TrendState(state.name, state.side.kind == "milestone", moved)
        for state, moved in zip(trend.states, ["", *_moved(trend.steps, formats)], strict=True)
    ]
    series = [_series(line, method, palette, main=not i) for i, line in enumerate(trend.lines)]
    return Markup(
        trend_chart(
            states, series, palette, formats, width=width, height=height, top=display.scale,
            decimals=display.decimals,
        )
    )  # fmt: skip


def _moved(steps: Sequence[Comparison], formats: Formats) -> list[str]:
    found = [printed(step) for step in steps]
    return ["" if one is None else formats.signed(one.change, one.decimals) for one in found]


def _series(line: TrendLine, method: Methodology, palette: Palette, *, main: bool) -> TrendSeries:
    factor = method.display.scale / 100
    color = _color(method, method.headline.composite if main else line.id, palette)
    scores = [None if p.score is None else p.score * factor for p in line.points]
    ranges = [
        (p.interval.p10 * factor, p.interval.p90 * factor) if p.interval is not None else None
        for p in line.points
    ]
    return TrendSeries(line.title, color, scores, ranges, main)
