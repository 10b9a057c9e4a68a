"""Whether the reporter has been told: the ledger's states by their letters."""

from dataclasses import dataclass
from functools import partial

from csu_tui.domain.feedback import KEYS
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.words import FeedbackState, Means
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import Page, means_choices, phrase_page

_SAYS = {
    FeedbackState.DUE: "we owe an answer",
    FeedbackState.ATTEMPTED: "tried and not reached",
    FeedbackState.GIVEN: "the reporter has been told",
    FeedbackState.ANONYMOUS: "cannot be told",
    FeedbackState.DECLINED: "does not want to be told",
    FeedbackState.VIA_ORGANISATION: "the organisation that passed it on tells them",
    FeedbackState.NOT_APPROPRIATE: "safety or legal reason",
}
_UNREACHABLE = {
    FeedbackState.ANONYMOUS: "The reporter is anonymous: only a recorded change of their wish makes an answer due. "
    "Say why the wish has changed.",
    FeedbackState.DECLINED: "The reporter does not want to be told: only a recorded change of their wish makes an "
    "answer due. Say why the wish has changed.",
}
_WISHED = frozenset({FeedbackState.DUE, FeedbackState.ATTEMPTED, FeedbackState.GIVEN})
_CONTACTED = frozenset({FeedbackState.ATTEMPTED, FeedbackState.GIVEN})
_ONCE = frozenset({FeedbackState.DUE, FeedbackState.ANONYMOUS, FeedbackState.DECLINED})


@dataclass(frozen=True, slots=True)
class FeedbackChange:
    """A move of the ledger; `wish_changed` is the reason why an anonymous or declining reporter is now to be told."""

    state: FeedbackState
    reason: str = ""
    means: Means | None = None
    wish_changed: str = ""


class FeedbackDialog(Ask[FeedbackChange]):
    """Asks for the new state, and then for what the rules want with it (SPEC 3.5)."""

    def __init__(self, feedback: Feedback, phrases: tuple[str, ...], *, hidden: bool = False) -> None:
        super().__init__("Feedback to the reporter")
        self._feedback = feedback
        self._phrases = phrases
        self._hidden = hidden

    def opening(self) -> Page:
        """Ask for the state."""
        now = self._feedback.state.value
        about = "Now: " + now + (" · " + self._feedback.agency if self._feedback.agency else "")
        choices = tuple(self._choice(key, state) for key, state in KEYS.items())
        return Page("Press its letter", choices, pointed=None, about=about)

    def _choice(self, key: str, state: FeedbackState) -> Choice:
        now, note = self._feedback.state, _SAYS[state]
        refusal = ""
        if state is now and (state in _ONCE or self._feedback.via_done):
            refusal = "it stands so already"
        elif now is FeedbackState.UNKNOWN and state in _CONTACTED:
            refusal = "the source did not say who reported it; make it due first"
        elif now in _UNREACHABLE and state in _WISHED:
            note = "not possible unless the reporter's wish has changed"
        elif state is now is FeedbackState.VIA_ORGANISATION:
            note = "record that the organisation has told them"
        return Choice(state.value, partial(self._chosen, state), key, note, refusal)

    def _chosen(self, state: FeedbackState) -> None:
        if self._feedback.state in _UNREACHABLE and state in _WISHED:
            about = _UNREACHABLE[self._feedback.state]
            self.turn(phrase_page("Why", (), self._wished, hidden=self._hidden, about=about, back=self._restart))
        elif state in _CONTACTED:
            prompt = "How were they told?" if state is FeedbackState.GIVEN else "How was it tried?"
            self.turn(Page(prompt, means_choices(partial(self._contacted, state)), pointed=None, back=self._restart))
        elif state is FeedbackState.NOT_APPROPRIATE:
            about = "Why is it not appropriate to tell the reporter?"
            self.turn(
                phrase_page(
                    "Reason", self._phrases, self._reasoned, hidden=self._hidden, about=about, back=self._restart
                )
            )
        else:
            self.finish(FeedbackChange(state))

    def _restart(self) -> None:
        self.turn(self.opening())

    def _wished(self, why: str) -> None:
        self.finish(FeedbackChange(FeedbackState.DUE, wish_changed=why))

    def _contacted(self, state: FeedbackState, means: Means) -> None:
        self.finish(FeedbackChange(state, means=means))

    def _reasoned(self, reason: str) -> None:
        self.finish(FeedbackChange(FeedbackState.NOT_APPROPRIATE, reason))
