"""The question before a first meeting's backlog is made history (SPEC 3.1)."""

from collections.abc import Callable

from csu_tui.tui.present.phrase import plural
from csu_tui.tui.screens.base import DeskScreen


def ask_history(screen: DeskScreen[None], late: int, make: Callable[[], None]) -> None:
    """Ask once, naming how many, then do it."""
    from csu_tui.tui.dialogs.confirm import ConfirmDialog

    if late == 0:
        screen.say("No late report is left undecided.", bad=True)
        return
    question = " ".join(
        (
            "Make",
            plural(late, "late report"),
            "history? They leave the agenda and are kept: only the past of a place or a reporter.",
            screen.keyed("{z} takes it back."),
        )
    )

    def answered(sure: bool | None) -> None:
        if sure:
            make()

    screen.app.push_screen(ConfirmDialog(question, "make them history", "leave them on the agenda"), answered)
