"""`figures`: the annual report's, in one command, each with the records behind it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from csu_tui.cli import completing
from csu_tui.cli.session import Session, json_text, say, with_session
from csu_tui.domain.span import Span, read_month, read_year, usual_span

if TYPE_CHECKING:
    from csu_tui.desk.desk import Desk
    from csu_tui.domain.figure import By

BY = ("month", "agency", "category", "place", "source")


@click.command()
@click.option(
    "--year",
    metavar="2021-22",
    help="A financial year from 1 April; without a span this one, in April the last.",
)
@click.option("--month", metavar="2022-03", help="One month.")
@click.option("--from", "start", metavar="DATE", help="The first day, as people write it.")
@click.option("--to", "end", metavar="DATE", help="The last day; today without it.")
@click.option("--by", type=click.Choice(BY), help="Split every figure that can be.")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json", "md"]), default="text", show_default=True)
@click.option(
    "--records",
    metavar="NAME",
    shell_complete=completing.figures,
    help="List the very records that one figure counts.",
)
@click.option("--pictures/--no-pictures", default=None, help="Draw pictures below the text; a terminal has them.")
@click.option("-o", "--output", metavar="FILE", help="Write to a new file, readable by its owner only.")
@with_session
def figures(
    session: Session,
    year: str | None,
    month: str | None,
    start: str | None,
    end: str | None,
    by: str | None,
    form: str,
    records: str | None,
    pictures: bool | None,
    output: str | None,
) -> None:
    """Count the figures of a span against the same span before: a financial year, a month, or any two dates.

    A year or whole months are held against the same months a year earlier; any other days against as many that end
    the day before. Sensitive categories are one line, and records show what a room may read.
    """
    if sum(one is not None for one in (year, month, start or end)) > 1:
        raise click.UsageError("Give one span: --year, or --month, or --from and --to.")
    if records is not None and by is not None:
        raise click.UsageError("--records lists one figure: it is not split.")
    desk = session.desk()
    span = _span(desk, year, month, start, end)
    if records is not None:
        _put(_records(desk, records, span, form), output)
        return
    from csu_tui.domain.figure import By

    if pictures is None:
        pictures = output is None and _draws()
    _put(_rendered(desk, span, By(by) if by else None, form, pictures=pictures), output)


def _span(desk: "Desk", year: str | None, month: str | None, start: str | None, end: str | None) -> Span:
    if year is not None:
        return read_year(year)
    if month is not None:
        return read_month(month)
    if start is None and end is None:
        return usual_span(desk.today())
    if start is None:
        raise click.UsageError("--to needs --from.")
    from csu_tui.domain.dates import read_day

    today = desk.today()
    return Span(read_day(start, today), read_day(end, today) if end is not None else today)


def _records(desk: "Desk", name: str, span: Span, form: str) -> str:
    from csu_tui.files import figures as written

    found = desk.figure_records(name.strip(), span)
    if form == "json":
        return json_text(written.records_json(found))
    return {"csv": written.records_csv, "md": written.records_markdown, "text": written.records_text}[form](found)


def _rendered(desk: "Desk", span: Span, by: "By | None", form: str, *, pictures: bool) -> str:
    from csu_tui.domain.figure import By
    from csu_tui.domain.figure_proof import prove_year
    from csu_tui.files import figures as written

    if form == "md" and by is None:
        by = By.MONTH
    found = desk.figures(span, by)
    if form == "json":
        return json_text(written.figures_json(found))
    if form == "csv":
        return written.figures_csv(found)
    proof, unit = prove_year(found), desk.unit().unit
    if form == "md":
        return written.figures_markdown(found, proof, unit)
    from csu_tui.domain.plot import ASCII, BLOCKS

    drawn = desk.pictures(span) if pictures and by is None else ()
    return written.figures_text(found, proof, unit, drawn, ASCII if os.environ.get("TERM") == "dumb" else BLOCKS)


def _draws() -> bool:
    """Say whether somebody looks at a terminal that can draw."""
    import sys

    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _put(text: str, output: str | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    from csu_tui.files.minutes import write_text

    say(f"Written to {write_text(Path(output), text)}.")
