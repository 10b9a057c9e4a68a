"""The reporter told, or tried, from a desk: in the name of whoever sits there."""

from collections.abc import Sequence
from dataclasses import replace

from csu_tui.domain.ids import AgencyId
from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.unit import Agency
from csu_tui.tui.identity import Me
from csu_tui.tui.screens.telling import Telling


class Signing(Telling):
    """A contact carries the name of `me`, where it is known who that is."""

    me: Me | None = None

    def own_agency(self, agencies: Sequence[Agency]) -> AgencyId | None:
        """Return my agency, else the unit's own."""
        return self.me.agency_id if self.me else super().own_agency(agencies)

    def mine(self, made: ContactMade) -> ContactMade:
        """Put my name to a contact that my agency made."""
        if self.me and made.officer_id is None and made.agency_id in (None, self.me.agency_id):
            return replace(made, agency_id=self.me.agency_id, officer_id=self.me.officer_id)
        return made
