"""Who drives the meeting: one session; others follow it, and take over by choice (SPEC 3.1)."""

from csu_tui.tui.screens.sitting import Asked, Sitting


class Driving(Sitting):
    """Drive, follow, take over."""

    follows = False
    """True where another session drives: this one shows the step that it has reached."""
    _begun = False

    def begin(self) -> None:
        """Go on with the meeting where nobody drives it any more."""
        if self.desk.read_only:
            self.follows = self._begun = True
        else:
            self.write(lambda desk: desk.resume(), Asked(self._resumed))

    def _resumed(self, _: object) -> None:
        self._begun = True
        self.refresh_from_desk()

    def look_who_drives(self) -> None:
        """Notice that another session drives, or drives no more, and say so."""
        if not self._begun or self.desk.read_only:
            return
        follows = not self.desk.drives()
        if follows and not self.follows and self.meeting:
            self.say(
                " ".join((self.meeting.driver or "Somebody", "drives this meeting; you follow it: t takes it over."))
            )
        self.follows = follows

    def do_take_over(self) -> None:
        """Ask, then take the meeting over."""
        from csu_tui.tui.dialogs.confirm import ConfirmDialog

        if not self.follows or self.meeting is None:
            self.say("You drive this meeting.")
            return
        question = " ".join(("Take the meeting over from", self.meeting.driver + "? It is recorded."))

        def answered(sure: bool) -> None:
            if sure:
                self.put(lambda desk: desk.take_over())

        self.ask(ConfirmDialog(question, "take it over", "go on following"), answered)
