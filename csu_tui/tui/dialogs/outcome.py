"""What came of an action."""

from dataclasses import dataclass
from functools import partial

from csu_tui.domain.ids import AgencyId, OfficerId
from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.words import Means
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import Page, means_choices, phrase_page, reached_choices


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of outcome, and the one contact that finishing an action of a contact kind writes (SPEC 3.3)."""

    words: str
    made: ContactMade | None = None


class OutcomeDialog(Ask[Outcome]):
    """Asks for one line of outcome and, for a contact kind, whether the reporter was reached.

    `means` is how the action's kind reaches the reporter; where it is not known it is asked. With `settle_allowed` the
    same stroke may say that the reporter was told.
    """

    def __init__(
        self,
        title: str,
        phrases: tuple[str, ...],
        *,
        contact_kind: bool,
        means: Means | None = None,
        agency_id: AgencyId | None = None,
        officer_id: OfficerId | None = None,
        hidden: bool = False,
        settle_allowed: bool = False,
    ) -> None:
        super().__init__(title)
        self._phrases = phrases
        self._contact_kind = contact_kind
        self._means = means
        self._agency_id = agency_id
        self._officer_id = officer_id
        self._hidden = hidden
        self._settle_allowed = settle_allowed

    def opening(self) -> Page:
        """Ask for the line of outcome."""
        return self._words_page()

    def _words_page(self, text: str = "") -> Page:
        return phrase_page("Outcome", self._phrases, self._worded, hidden=self._hidden, text=text)

    def _worded(self, words: str) -> None:
        if not self._contact_kind:
            self.finish(Outcome(words))
        elif self._means:
            self._ask_reached(words, self._means)
        else:
            self.turn(
                Page(
                    "How?",
                    means_choices(partial(self._ask_reached, words)),
                    pointed=None,
                    back=partial(self._back, words),
                )
            )

    def _ask_reached(self, words: str, means: Means) -> None:
        choices = reached_choices(partial(self._reached, words, means))
        if self._settle_allowed:
            told = partial(self._reached, words, means, True, settles=True)
            choices = (*choices, Choice("yes, and told what was done: feedback given", told, "s"))
        self.turn(Page("Was the reporter reached?", choices, pointed=None, back=partial(self._back, words)))

    def _back(self, words: str) -> None:
        self.turn(self._words_page("" if words in self._phrases else words))

    def _reached(self, words: str, means: Means, reached: bool, *, settles: bool = False) -> None:
        by = (self._agency_id, self._officer_id)
        made = ContactMade(means, reached, agency_id=by[0], officer_id=by[1], settles=settles)
        self.finish(Outcome(words, made))
