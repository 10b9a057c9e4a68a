"""Figures as plain text, at most 80 columns."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from csu_tui.domain.figure import By, Figure, Figures, Number, Split
from csu_tui.domain.figure_proof import YearProof
from csu_tui.domain.figure_words import heads, say_days, say_difference, say_number, say_per_cent
from csu_tui.domain.picture import Picture
from csu_tui.domain.plot import BLOCKS, Signs, plotted
from csu_tui.domain.span import month_name
from csu_tui.domain.text import clean, shorten, width, wrap

WIDE = 80
PARTS = 12
"""How many parts of a figure are a line each, where it is split by something other than months."""
_CELLS = (9, 7)
"""How wide the difference and the per cent are."""
_MONTH = 4
_LABEL = 25
"""How wide a month is at least, and what stands before months at most."""


def figures_text(
    figures: Figures,
    proof: YearProof,
    unit: str,
    pictures: Sequence[Picture] = (),
    signs: Signs = BLOCKS,
) -> str:
    """Return the page: the proof, every figure against the span before, its split, pictures, and the definitions."""
    against = f"Figures {figures.span.say()}, against {figures.before.say()}"
    days = f"{say_days(figures.span)}, against {say_days(figures.before)}"
    lines = [*wrap(clean(unit), WIDE), against, *([days] if days not in against else []), "", *wrap(proof.say(), WIDE)]
    lines += [f"Missing: {number}, listed by --records {name}" for name, number in proof.missing]
    lines += _split(figures) if figures.by is not None else _table(figures)
    for picture in pictures:
        lines += ["", *("".join(text for text, _ in row).rstrip() for row in plotted(picture, WIDE, signs))]
    if figures.by is None:
        lines += ["", "WHAT EACH FIGURE COUNTS"]
        for figure in figures.figures:
            if explained(figure):
                lines += wrap(f"{clean(figure.label)}: {figure.definition.says}", WIDE, "", "  ")
        lines += wrap("Every other one counts what its line says, in the span. --records NAME lists the records.", WIDE)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def explained(figure: Figure) -> bool:
    """Say whether a figure's definition says more than its label: not that of a kind, a source, a place."""
    return not {column for column, _ in figure.definition.where} & {"kind", "agency", "source", "headline", "place"}


def _table(figures: Figures) -> Iterable[str]:
    names = heads(figures.span, figures.before)
    cells = [max(9, width(name)) for name in names]
    label = WIDE - sum(cells) - sum(_CELLS[:2]) - 4
    for section, found in groupby(figures.figures, key=lambda one: one.definition.section):
        yield ""
        yield _row(section.value.upper(), names[0], names[1], "change", "", cells, label)
        for one in found:
            said = say_number(one.value), say_number(one.before), say_difference(one), say_per_cent(one)
            yield _row(clean(one.label), *said, cells, label)


def _row(name: str, now: str, before: str, difference: str, share: str, cells: Sequence[int], label: int) -> str:
    short = shorten(name, label)
    parts = [short + " " * (label - width(short)), now.rjust(cells[0]), before.rjust(cells[1])]
    return " ".join((*parts, difference.rjust(_CELLS[0]), share.rjust(_CELLS[1])))


def _split(figures: Figures) -> Iterable[str]:
    splits = [split for split in figures.splits if any(number for _, number in split.values)]
    if not splits:
        return ["", "There is nothing to split in this span."]
    if figures.by is By.MONTH:
        return _by_month(splits, figures)
    return _by_parts(splits, figures)


def _by_month(splits: Sequence[Split], figures: Figures) -> Iterable[str]:
    """Write months side by side, as many as fit; those that do not stand in a block below."""
    months = [name for name, _ in splits[0].values]
    size = max(_MONTH, *(len(_rounded(number)) + 1 for split in splits for _, number in split.values))
    totals = {split.definition.name: say_number(_value(figures, split)) for split in splits}
    total = max(map(len, totals.values())) + 2
    label = max(min(_LABEL, WIDE - total - len(months) * size), _LABEL - 5)
    block = max((WIDE - label - total) // size, 1)
    for at in range(0, len(months), block):
        shown = months[at : at + block]
        last = at + block >= len(months)
        years = "–".join(dict.fromkeys((shown[0][:4], shown[-1][:4])))
        yield ""
        yield _line(years, label, [month_name(name)[:3] for name in shown], size) + ("all".rjust(total) if last else "")
        for split in splits:
            values = [_rounded(number) for _, number in split.values[at : at + block]]
            end = totals[split.definition.name].rjust(total) if last else ""
            yield _line(clean(split.definition.label), label, values, size) + end


def _line(name: str, label: int, cells: Sequence[str], size: int) -> str:
    short = shorten(name, label - 1)
    return short + " " * (label - width(short)) + "".join(cell.rjust(size) for cell in cells)


def _rounded(number: Number) -> str:
    """Write a value in few signs: a month has little room."""
    return f"{number:.0f}" if isinstance(number, float) and number >= 10 else str(number)  # noqa: PLR2004


def _value(figures: Figures, split: Split) -> Number | None:
    found = figures.named(split.definition.name)
    return found.value if found else None


def _by_parts(splits: Sequence[Split], figures: Figures) -> Iterable[str]:
    """Write each figure with its parts below, the largest first."""
    for split in splits:
        yield ""
        yield f"{shorten(clean(split.definition.label), WIDE - 14)}  {say_number(_value(figures, split))}"
        shown = split.values if len(split.values) <= PARTS + 1 else split.values[:PARTS]
        for name, number in shown:
            short = shorten(clean(name), WIDE - 14)
            yield f"  {short}{' ' * (WIDE - 14 - width(short))}{say_number(number):>12}"
        if rest := split.values[len(shown) :]:
            yield f"  {len(rest)} others, in --format csv"
