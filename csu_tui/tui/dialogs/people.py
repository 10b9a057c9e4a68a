"""Agencies, officers and categories as lines to pick from."""

from collections.abc import Callable
from functools import partial

from csu_tui.domain.ids import AgencyId
from csu_tui.domain.unit import Agency, Category, Officer
from csu_tui.tui.dialogs.field import Line

NOBODY = "nobody named"


def agency_lines(agencies: tuple[Agency, ...], put: Callable[[Agency], None]) -> tuple[Line, ...]:
    """Offer the agencies, those with a digit by it; the short name finds them too."""
    return tuple(
        Line(
            agency.name,
            partial(put, agency),
            str(agency.digit or ""),
            agency.short if agency.short != agency.name else "",
        )
        for agency in agencies
    )


def officer_lines(
    officers: tuple[Officer, ...], agency_id: AgencyId | None, put: Callable[[Officer | None], None]
) -> tuple[Line, ...]:
    """Offer the officers of one agency after the line that names nobody."""
    own = (officer for officer in officers if officer.agency_id == agency_id)
    return (Line(NOBODY, partial(put, None)), *(Line(officer.name, partial(put, officer)) for officer in own))


def category_lines(categories: tuple[Category, ...], put: Callable[[Category], None]) -> tuple[Line, ...]:
    """Offer the categories, saying which are sensitive."""
    return tuple(Line(c.name, partial(put, c), note="sensitive" if c.sensitive else "") for c in categories)
