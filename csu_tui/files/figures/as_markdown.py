"""The section that a partnership prints in its annual report, as Markdown; no typed word can become markup."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from csu_tui.domain.figure import By, Figure, FigureRecord, Figures
from csu_tui.domain.figure_proof import YearProof
from csu_tui.domain.figure_words import heads, say_days, say_difference, say_number, say_per_cent
from csu_tui.domain.span import month_name
from csu_tui.files.figures.as_text import explained
from csu_tui.files.figures.records import record_cells
from csu_tui.files.minutes.markdown import escaped

MONTHLY = ("daily_taskings", "contacts", "reports", "actions_done", "feedback_told")
"""The figures that the annual report has month by month."""
_HEADS = {"contacts": "Visits and calls", "actions_done": "Actions done", "reports": "Reports", "feedback_told": "Told"}


def figures_markdown(figures: Figures, proof: YearProof, unit: str) -> str:
    """Return headings, tables, month by month where there are months, and the definitions.

    Lines that are nothing in both spans are left out, but for the figures that are a page's own.
    """
    lines = [
        f"# Daily tasking, {escaped(figures.span.say())}",
        "",
        f"{escaped(unit)}: {escaped(say_days(figures.span))}, against {escaped(say_days(figures.before))}.",
        "",
        f"> {escaped(proof.say())}",
    ]
    for section, found in groupby(figures.figures, key=lambda one: one.definition.section):
        shown = [one for one in found if one.value or one.before or explained(one)]
        if shown:
            lines += ["", f"## {escaped(section.value)}", "", *_table(shown, heads(figures.span, figures.before))]
    lines += _split(figures)
    lines += ["", "## What each figure counts", ""]
    lines += [
        f"- **{escaped(one.label)}**: {escaped(one.definition.says)}" for one in figures.figures if explained(one)
    ]
    lines += ["- Every other line counts what it is called, in the span."]
    return "\n".join(lines) + "\n"


def records_markdown(records: Iterable[FigureRecord]) -> str:
    """Return the records that a figure counts as a table."""
    lines = ["| Record | Date | Agency | Headline | Place | |", "|---|---|---|---|---|---|"]
    lines += [f"| {' | '.join(_cell(part) for part in record_cells(one))} |" for one in records]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """Make text safe in a table, where even a bar inside code begins another cell."""
    return re.sub(r"(?<!\\)\|", r"\\|", escaped(text))


def _table(figures: Sequence[Figure], names: tuple[str, str]) -> Iterable[str]:
    yield f"| | {escaped(names[0])} | {escaped(names[1])} | change | |"
    yield "|---|---:|---:|---:|---:|"
    for one in figures:
        said = (say_number(one.value), say_number(one.before), say_difference(one), say_per_cent(one))
        yield f"| {_cell(one.label)} | {' | '.join(said)} |"


def _split(figures: Figures) -> list[str]:
    if figures.by is None:
        return []
    if figures.by is not By.MONTH:
        lines = []
        for split in figures.splits:
            if split.values:
                title = f"{split.definition.label} by {figures.by.value}"
                lines += ["", f"## {escaped(title)}", "", "| | |", "|---|---:|"]
                lines += [f"| {_cell(name)} | {say_number(number)} |" for name, number in split.values]
        return lines
    found = {split.definition.name: split for split in figures.splits}
    splits = [found[name] for name in MONTHLY if name in found]
    if not splits or len(splits[0].values) < 2:  # noqa: PLR2004  one month is the page itself
        return []
    names = [_HEADS.get(split.definition.name, split.definition.label) for split in splits]
    lines = ["", "## Month by month", "", f"| | {' | '.join(names)} |", "|---" + "|---:" * len(splits) + "|"]
    for at, (month, _) in enumerate(splits[0].values):
        lines.append(f"| {month_name(month)} | {' | '.join(say_number(split.values[at][1]) for split in splits)} |")
    return lines
