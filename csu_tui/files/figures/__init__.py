"""Figures written out: text, CSV, JSON and Markdown; never more than a room may read."""

from csu_tui.files.figures.as_csv import figures_csv, records_csv
from csu_tui.files.figures.as_json import figures_json, records_json
from csu_tui.files.figures.as_markdown import figures_markdown, records_markdown
from csu_tui.files.figures.as_text import figures_text
from csu_tui.files.figures.records import records_text

__all__ = [
    "figures_csv",
    "figures_json",
    "figures_markdown",
    "figures_text",
    "records_csv",
    "records_json",
    "records_markdown",
    "records_text",
]
