"""`hotspots`: places with many reports in a few weeks."""

import click

from csu_tui.cli import shapes
from csu_tui.cli.printing import lines, table
from csu_tui.cli.session import Session, as_json, json_option, with_session
from csu_tui.domain.hotspot import Hotspot
from csu_tui.domain.reference import report_ref

NEWEST = 5
"""How many of a place's reports its line names."""


@click.command()
@json_option
@with_session
def hotspots(session: Session, json_: bool) -> None:
    """List the places with many reports in a few weeks, and whether they grow; the thresholds are settings."""
    found = session.desk().hotspots()
    if json_:
        as_json([shapes.hotspot(spot) for spot in found])
        return
    if not found:
        lines("No place is over the threshold.")
    table(
        (
            spot.place.line() or "place not named",
            f"{spot.reports} reports in {spot.days} days",
            f"{spot.trend}, {spot.before} before",
            _named(spot),
        )
        for spot in found
    )


def _named(spot: Hotspot) -> str:
    """Say which reports are the newest, and how many are not named because they are sensitive."""
    refs = " ".join(report_ref(number) for number in spot.listed[:NEWEST])
    hidden = f"{spot.sensitive} sensitive, not listed" if spot.sensitive else ""
    return "; ".join(part for part in (f"newest {refs}" if refs else "", hidden) if part)
