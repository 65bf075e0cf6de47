"""Text in charts, laid out whole.

WeasyPrint lays out each letter of an SVG text by itself, which parts the letters of Arabic, turns the
order of Hebrew round, and takes most of the time of a chart. Here a text is one line of Pango's, with
its ligatures, its direction and its fallback typefaces, as everywhere else on the page.
"""

from __future__ import annotations

from typing import Any


def whole_texts() -> None:
    """Have WeasyPrint draw texts of charts this way from here on, in this process."""
    from weasyprint.svg import TAGS

    TAGS["text"] = _text


def _text(svg: Any, node: Any, font_size: float) -> None:
    from weasyprint.draw.text import draw_emojis, draw_first_line
    from weasyprint.matrix import Matrix
    from weasyprint.svg.text import TextBox
    from weasyprint.text.ffi import FROM_UNITS, pango
    from weasyprint.text.line_break import create_layout, line_size

    if not node.text:
        return
    style = _style(svg, node, font_size)
    layout = create_layout(node.text, style, svg.context, None, 0)
    width, _ = line_size(layout.get_first_line()[0], style)
    x, y = float(node.get("x", 0)), float(node.get("y", 0))
    x -= {"middle": width / 2, "end": width}.get(node.get("text-anchor"), 0.0)
    svg.stream.push_state()
    fill, stroke = svg.set_graphical_state(node, font_size)
    svg.stream.begin_text()
    svg.fill_stroke(fill, stroke, text=True)
    box = TextBox(layout, style)
    box.baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    emojis = draw_first_line(svg.stream, box, "none", "none", Matrix(d=-1, e=x, f=y))
    svg.stream.end_text()
    svg.stream.pop_state()
    draw_emojis(svg.stream, style, x, y, emojis)


def _style(svg: Any, node: Any, font_size: float) -> Any:
    from weasyprint.css.properties import INITIAL_VALUES
    from weasyprint.svg.text import Style

    style = Style()
    style.update(INITIAL_VALUES)
    style.font_config = svg.font_config
    style["font_family"] = [one.strip("\"' ") for one in node.get("font-family", "").split(",")]
    style["font_size"] = font_size
    style["font_weight"] = int(node.get("font-weight", 400))
    return style
