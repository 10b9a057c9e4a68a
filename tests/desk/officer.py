"""One officer at their own desk, as a process: mixed strokes on one database, each acknowledged on a pipe."""

import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

from csu_tui.desk.desk import Desk
from csu_tui.domain.action import Action
from csu_tui.domain.errors import BusyError, RuleError
from csu_tui.domain.ids import ReportId
from csu_tui.domain.stroke import ActionFilter, ContactMade, Said
from csu_tui.domain.words import ActionStatus, Decision, Means
from tests.factories import make_desk, rows_of

Stroke = Callable[[], Said]
NOT_COUNTED = ("resume", "take over")


class Officer:
    """Strokes chosen by chance among those that officers and the driver make."""

    def __init__(self, desk: Desk, chance: Random, *, drives: bool) -> None:
        self.desk = desk
        self.chance = chance
        self.strokes: list[Stroke] = [self.finish, self.contact, self.redate, self.hand_over]
        if drives:
            self.strokes += [self.decide] * 4
        self.agencies = [agency.id for agency in desk.agencies() if agency.digit]

    def action(self) -> Action:
        found = self.desk.actions(ActionFilter(self.chance.choice(self.agencies)))
        if not found:
            raise RuleError("That agency has none left.")
        return self.chance.choice(found)

    def finish(self) -> Said:
        return self.desk.finish(self.action(), ActionStatus.DONE, "seen to")

    def contact(self) -> Said:
        made = ContactMade(self.chance.choice(list(Means)), reached=self.chance.random() < 0.5, note="tried")
        return self.desk.contact(ReportId(self.action().report_id), made)

    def redate(self) -> Said:
        action = self.action()
        return self.desk.redate(action, self.desk.today() + timedelta(days=self.chance.randrange(1, 30)), "absent")

    def hand_over(self) -> Said:
        return self.desk.hand_over(self.action(), self.chance.choice(self.agencies), None, "theirs")

    def decide(self) -> Said:
        step = self.chance.choice([step for step in self.desk.agenda().steps if not step.owners])
        decisions = [Decision.FOR_INFORMATION, Decision.NO_FURTHER_ACTION, Decision.HOLD_OVER]
        decision = self.chance.choice([one for one in decisions if one is not step.decision])
        return self.desk.decide(step, decision, "" if decision is Decision.FOR_INFORMATION else "advice given")


def kept(desk: Desk, login: str) -> list[int]:
    """Return the numbers of an officer's changes in the record, oldest first."""
    marks = ", ".join("?" * len(NOT_COUNTED))
    rows = rows_of(
        desk, f"SELECT id FROM change WHERE who = ? AND what NOT IN ({marks}) ORDER BY id", login, *NOT_COUNTED
    )
    return [row[0] for row in rows]


def tell(*words: object) -> None:
    """Write one line to the pipe at once: whoever is killed afterwards has said it."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def work(folder: Path, login: str, count: int, *, drives: bool) -> None:
    """Write until the record holds `count` changes of this officer."""
    desk = make_desk(folder, login=login, create=False, patience=10)
    officer = Officer(desk, Random(f"{login} {os.getpid()}"), drives=drives)
    if drives and not desk.resume():
        tell("REFUSED", "somebody else drives")
        return
    left = count - len(kept(desk, login))
    while left > 0:
        try:
            officer.chance.choice(officer.strokes)()
        except BusyError as error:
            tell("REFUSED", error)
        except RuleError:
            continue
        else:
            tell("KEPT", kept(desk, login)[-1])
            left -= 1


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), drives=sys.argv[2] == "driver")
