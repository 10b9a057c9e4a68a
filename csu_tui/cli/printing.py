"""Lines for a person: aligned, at most as wide as they need, every sign harmless."""

from collections.abc import Iterable

import click

from csu_tui.domain.text import clean, shorten, width


def table(rows: Iterable[tuple[str, ...]], widest: int = 48) -> None:
    """Print rows in columns; a cell is shortened to `widest` cells, the last column stays whole."""
    cleaned = [tuple(clean(cell) for cell in row) for row in rows]
    if not cleaned:
        return
    last = max(len(row) for row in cleaned) - 1
    short = [
        tuple(cell if index == last else shorten(cell, widest) for index, cell in enumerate(row)) for row in cleaned
    ]
    widths = [max(width(row[index]) if index < len(row) else 0 for row in short) for index in range(last + 1)]
    for row in short:
        padded = (cell + " " * (widths[index] - width(cell)) for index, cell in enumerate(row))
        click.echo("  ".join(padded).rstrip())


def lines(*found: str) -> None:
    """Print lines."""
    for line in found:
        click.echo(clean(line, lines=True))
