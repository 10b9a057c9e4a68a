"""Who drives the meeting: one session; others follow it, and take over by choice (SPEC 3.1)."""

from collections.abc import Callable

from csu_tui.desk.desk import Desk
from csu_tui.tui.screens.sitting import Asked, Sitting


class Driving(Sitting):
    """Drive, follow, take over."""

    follows = False
    """True where another session drives: this one shows the step that it has reached."""
    _asked = False
    _begun = False

    def begin(self) -> None:
        """Go on with the meeting where nobody drives it any more; once, and before any other write."""
        if self._asked:
            return
        self._asked = True
        if self.desk.read_only:
            self.follows = self._begun = True
        else:
            super().write(lambda desk: desk.resume(), Asked(self._resumed))

    def write(self, job: Callable[[Desk], object], tag: object) -> None:
        """Put a write into the queue, behind the one that settles who drives."""
        self.begin()
        super().write(job, tag)

    def _resumed(self, _: object) -> None:
        self._begun = True
        self.refresh_from_desk()
        if not self.follows:
            self.ask_left_open()

    def ask_left_open(self) -> None:
        """Ask what is to become of a meeting of an earlier day."""
        raise NotImplementedError

    def look_who_drives(self) -> None:
        """Notice that another session drives, or drives no more, and say so."""
        if not self._begun or self.desk.read_only:
            return
        follows = not self.desk.drives()
        if follows and not self.follows and self.meeting:
            driven = self.keyed("drives this meeting; you follow it: {t} takes it over.")
            self.say(" ".join((self.meeting.driver or "Somebody", driven)))
        self.follows = follows

    def do_take_over(self) -> None:
        """Ask, then take the meeting over."""
        from csu_tui.tui.dialogs.confirm import ConfirmDialog

        if self.looks_only():
            return
        if not self.follows or self.meeting is None:
            self.say("You drive this meeting.")
            return
        question = " ".join(("Take the meeting over from", self.meeting.driver + "? It is recorded."))

        def answered(sure: bool) -> None:
            if sure:
                self.put(lambda desk: desk.take_over())

        self.ask(ConfirmDialog(question, "take it over", "go on following"), answered)
