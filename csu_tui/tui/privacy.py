"""SHARED or PRIVATE: whether personal details are drawn (SPEC 10)."""

from textual import on
from textual.reactive import reactive

from csu_tui.desk.desk import Desk
from csu_tui.tui.covered import CoveredApp
from csu_tui.tui.present.keyed import keyed, ours
from csu_tui.tui.queue import WriteQueue

PRIVATE = "private"


class PrivacyApp(CoveredApp):
    """An app that starts SHARED and forgets PRIVATE with the sitting."""

    private: reactive[bool] = reactive(False)
    """False: SHARED, where no personal detail is drawn."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.writes = WriteQueue(desk, self)

    def sign(self, key: str, screen: str = "") -> str:  # noqa: ARG002
        """Return how people read a key of the app, or of a screen by its class's name."""
        return ours(key)

    def action_private(self) -> None:
        """F7: SHARED at once; PRIVATE only after asking, and once the look is recorded."""
        from csu_tui.tui.dialogs.confirm import ConfirmDialog

        def answered(sure: bool | None) -> None:
            if sure:
                self.writes.put(
                    lambda desk: desk.record_look("look: PRIVATE screens", "screens"), sender=self, tag=PRIVATE
                )

        if self.private:
            self.private = False
        elif self.desk.read_only:
            self.say(
                "This screen is read-only: a look at personal details cannot be recorded, so none is shown.", bad=True
            )
        else:
            until = keyed("Show personal details until {F7} is pressed again or you leave? It is recorded. ", self.sign)
            question = until + "Only where nobody can see this screen who may not."
            self.push_screen(ConfirmDialog(question, "PRIVATE: show them", "stay SHARED"), answered)

    @on(WriteQueue.Saved)
    def _look_recorded(self, saved: WriteQueue.Saved) -> None:
        self.private = self.private or saved.tag == PRIVATE

    @on(WriteQueue.Refused)
    def _look_refused(self, refused: WriteQueue.Refused) -> None:
        self.say(refused.sentence, bad=True)
