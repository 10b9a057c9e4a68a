"""One attempt to reach the reporter."""

from collections.abc import Sequence
from functools import partial

from csu_tui.domain.ids import AgencyId
from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.unit import Agency
from csu_tui.domain.words import Means
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import Page, means_choices, reached_choices


class ContactDialog(Ask[ContactMade]):
    """Asks how, whether reached, and whether that settles the feedback: three keys for a call that does.

    Made by `own_agency_id` unless Tab on the first question names another. `settle_allowed` is false for an anonymous
    or declined reporter (SPEC 3.4).
    """

    def __init__(
        self, agencies: Sequence[Agency], own_agency_id: AgencyId | None, *, hidden: bool, settle_allowed: bool
    ) -> None:
        super().__init__("Log a contact with the reporter")
        self._agencies = {agency.id: agency for agency in agencies}
        self._agency_id = own_agency_id
        self._hidden = hidden
        self._settle_allowed = settle_allowed

    def opening(self) -> Page:
        """Ask how."""
        by = self._agencies[self._agency_id].name if self._agency_id in self._agencies else "the unit"
        return Page(
            "How?",
            (*means_choices(self._ask_reached), Choice("another agency made it", self._ask_agency, "a")),
            pointed=None,
            about="By " + by,
        )

    def _ask_agency(self) -> None:
        choices = tuple(
            Choice(agency.name, partial(self._by, agency.id), str(agency.digit or ""), agency.short)
            for agency in self._agencies.values()
        )
        self.turn(Page("Made by", choices, filters=True, enter="takes it", back=self._restart))

    def _by(self, agency_id: AgencyId) -> None:
        self._agency_id = agency_id
        self._restart()

    def _restart(self) -> None:
        self.turn(self.opening())

    def _ask_reached(self, means: Means) -> None:
        told = ContactMade(means, True, agency_id=self._agency_id, settles=True)
        refusal = "" if self._settle_allowed else "this reporter is not to be told"
        settles = Choice("yes, and told what was done: feedback given", partial(self.finish, told), "s", "", refusal)
        choices = (*reached_choices(partial(self._ask_settles, means)), settles)
        self.turn(Page("Was the reporter reached?", choices, pointed=None, about=means.value, back=self._restart))

    def _ask_settles(self, means: Means, reached: bool) -> None:
        made = ContactMade(means, reached, agency_id=self._agency_id)
        settles = ContactMade(means, reached, agency_id=self._agency_id, settles=True)
        refusal = ""
        if not reached:
            refusal = "the reporter was not reached"
        elif not self._settle_allowed:
            refusal = "this reporter is not to be told"
        choices = (
            Choice("record the contact", partial(self.finish, made)),
            Choice(
                "record it: the reporter has been told, feedback given", partial(self.finish, settles), "s", "", refusal
            ),
            Choice("add a note first", partial(self._ask_note, made), "w"),
            Choice("add a note first; the reporter has been told", partial(self._ask_note, settles), "t", "", refusal),
        )
        about = means.value + (", reached" if reached else ", no answer")
        self.turn(Page("Press s, w, t or enter", choices, about=about, back=partial(self._ask_reached, means)))

    def _ask_note(self, made: ContactMade) -> None:
        self.turn(
            Page(
                "Note",
                words=partial(self._noted, made),
                hidden=self._hidden,
                about=made.means.value,
                back=partial(self._ask_settles, made.means, made.reached),
            )
        )

    def _noted(self, made: ContactMade, note: str) -> None:
        self.finish(ContactMade(made.means, made.reached, note, agency_id=made.agency_id, settles=made.settles))
