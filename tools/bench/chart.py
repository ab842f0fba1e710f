"""Draw what was measured: bars for programs beside each other, lines for what grows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

from tools.bench.results import Growth, Series

LANGUAGE: Final = "6.4"
"""The version of Vega-Lite that the charts are written in."""
WIDTH: Final = 620
_OPENING: Final = re.compile(r"<svg[^>]*>")
_OURS: Final = {"condition": {"test": "datum.ours", "value": "#1b5e8a"}, "value": "#9aa7b1"}
_LOOKS: Final[Mapping[str, Any]] = {
    "aria": False,
    "background": "white",
    "font": "sans-serif",
    "padding": 10,
    "axis": {"labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": 400, "gridColor": "#ddd"},
    "legend": {"labelFontSize": 11, "titleFontSize": 11, "labelLimit": 300},
    "view": {"stroke": None},
}


def bars(seconds: Mapping[str, float], ours: str, title: str) -> str:
    """Return a chart of seconds by name, as SVG with a title and all its figures in words.

    `ours` is the name whose bar stands out.
    """
    values = [
        {"name": name, "seconds": value, "ours": name == ours} for name, value in seconds.items()
    ]
    y = {
        "field": "name",
        "type": "nominal",
        "sort": None,
        "title": None,
        "axis": {"labelLimit": 250},
    }
    x = {"field": "seconds", "type": "quantitative", "title": "seconds, median"}
    figures = {"field": "seconds", "type": "quantitative", "format": ".2f"}
    return _drawn(
        {
            "width": WIDTH - 200,
            "height": {"step": 26},
            "data": {"values": values},
            "encoding": {"y": y, "x": x},
            "layer": [
                {"mark": "bar", "encoding": {"color": _OURS}},
                {
                    "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 11},
                    "encoding": {"text": figures},
                },
            ],
        },
        title,
        "; ".join(f"{name} {value:.2f} s" for name, value in seconds.items()),
    )


def lines(growth: Growth, title: str) -> str:
    """Return two charts, of time and of memory against size, both axes by powers."""
    rows = [
        {
            "what": series.name,
            "size": one.size,
            "seconds": one.seconds,
            "memory": one.memory / 2**20,
        }
        for series in growth.series
        for one in series.points
    ]
    both = [_against_size("seconds", "seconds"), _against_size("memory", "memory, MiB")]
    return _drawn(
        {"data": {"values": rows}, "vconcat": both}, title, " ".join(map(_told, growth.series))
    )


def _told(series: Series) -> str:
    points = "; ".join(
        f"{one.size:,} in {one.seconds:.1f} s and {one.memory / 2**20:.0f} MiB"
        for one in series.points
    )
    return f"{series.name}: {points}."


def _against_size(field: str, title: str) -> dict[str, Any]:
    by_powers = {"type": "log", "nice": True}
    kind = {"field": "what", "type": "nominal", "title": None, "sort": None}
    axis = {"format": ",~g", "values": [10**power for power in range(-1, 7)]}
    return {
        "width": WIDTH - 200,
        "height": 230,
        "mark": {"type": "line", "point": {"size": 40}, "strokeWidth": 1.6},
        "encoding": {
            "x": {
                "field": "size",
                "type": "quantitative",
                "scale": by_powers,
                "title": "applications, or rows of a list",
                "axis": axis,
            },
            "y": {
                "field": field,
                "type": "quantitative",
                "scale": by_powers,
                "title": title,
                "axis": axis,
            },
            "color": {**kind, "scale": {"range": ["#1b5e8a", "#c2571a", "#5a7d2b"]}},
            "strokeDash": kind,
        },
    }


def _drawn(specification: Mapping[str, Any], title: str, told: str) -> str:
    import vl_convert  # noqa: PLC0415

    svg: str = vl_convert.vegalite_to_svg(
        dict(specification), vl_version=LANGUAGE, config=dict(_LOOKS), allowed_base_urls=[]
    )
    said = f"<title>{escape(title)}</title><desc>{escape(told)}</desc>"
    return _OPENING.sub(lambda found: f"{found[0]}{said}", svg, count=1) + "\n"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown, its first column flush left and the others right."""
    rule = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, rule, *rows))
