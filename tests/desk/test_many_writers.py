"""Six people on one database: every acknowledged write is in the record, none lost, none doubled (SPEC 10)."""

import json
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.desk.undoing import DERIVED
from tests.desk.officer import kept
from tests.factories import import_reports, make_desk, open_meeting, rows_of, steps

ROOT = Path(__file__).parents[2]
LOGINS = ("driver", "amir", "bea", "carys", "dawn", "ewan")
EACH, MANY = 40, 500
UNTASKED = 20
PATIENCE = 600.0


@dataclass
class Running:
    """One officer's processes, one after the other, and what they acknowledged."""

    folder: Path
    login: str
    count: int
    kept: list[int] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    kills: int = 0
    since: int = 0
    """How many writes it had acknowledged when it was last started."""
    errors: str = ""

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.desk.officer", str(self.folder), self.login, str(self.count)],
            cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.since = len(self.kept)
        self.reader = threading.Thread(target=self._read, args=(self.process,))
        self.reader.start()

    def _read(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        for line in process.stdout:
            word, _, rest = line.rstrip("\n").partition(" ")
            if word == "KEPT":
                self.kept.append(int(rest))
            else:
                self.refused.append(rest)

    def kill(self) -> None:
        """Kill it as a power cut does, and start it again."""
        self.process.send_signal(signal.SIGKILL)
        assert self.process.wait(PATIENCE) == -signal.SIGKILL
        self.reader.join(PATIENCE)
        self.kills += 1
        self.start()

    def finish(self) -> None:
        status = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        assert self.process.stderr is not None
        self.errors += self.process.stderr.read()
        assert status == 0, self.errors


def unit(folder: Path, actions: int) -> Desk:
    """Make a unit in its meeting: about so many open actions of nine agencies, and a few reports yet undecided."""
    desk = make_desk(folder)
    agencies = [agency.id for agency in desk.agencies() if agency.digit]
    import_reports(desk, *({"name": ""} for _ in range(actions // len(agencies) + UNTASKED)))
    open_meeting(desk)
    for step in steps(desk)[UNTASKED:]:
        for agency in agencies:
            desk.task(step, agency)
    desk.leave()
    return desk


def run(folder: Path, each: int, *, killing: bool = False) -> tuple[Desk, list[Running]]:
    desk = unit(folder, actions=each * 2)
    people = [Running(folder, login, each) for login in LOGINS]
    for one in people:
        one.start()
    while killing and any(one.process.poll() is None for one in people):
        time.sleep(1)  # the claim is about a kill every second
        writing = [one for one in people if one.process.poll() is None and len(one.kept) > one.since]
        if writing:
            min(writing, key=lambda one: one.kills).kill()
    for one in people:
        one.finish()
    return desk, people


def assert_nothing_overwritten(desk: Desk) -> None:
    """Walk every row's images: each change began from what the one before had left, and the last one stands."""
    standing: dict[str, dict[str, object] | None] = {}
    for before, after in rows_of(desk, "SELECT before, after FROM change_value ORDER BY change_id"):
        for key, image in json.loads(before).items():
            if key in standing:
                assert image is not None
                assert standing[key] is not None
                assert without_derived(image) == without_derived(standing[key]), key
        standing |= json.loads(after)
    for key, image in standing.items():
        table, _, number = key.partition(":")
        if table not in ("action", "contact", "agenda_step", "feedback") or image is None:
            continue
        column = "report_id" if table == "feedback" else "id"
        with desk._db.read() as connection:
            found = connection.execute(f"SELECT * FROM {table} WHERE {column} = ?", (number,))
            names = [one[0] for one in found.description]
            row = dict(zip(names, found.fetchone(), strict=True))
        assert without_derived(row) == without_derived(image), key


def without_derived(image: dict[str, object] | None) -> dict[str, object]:
    return {name: value for name, value in (image or {}).items() if name not in DERIVED}


def assert_all_kept(desk: Desk, people: list[Running], each: int) -> None:
    assert {one.login: one.refused for one in people} == {one.login: [] for one in people}
    for one in people:
        record = kept(desk, one.login)
        assert len(record) == each, one.login
        assert set(one.kept) <= set(record), "an acknowledged write is not in the record"
        assert one.kept == sorted(set(one.kept)), "an acknowledged write was doubled"
        assert len(record) - len(one.kept) <= one.kills, "more was written than was acknowledged or cut off"
    assert desk.check().problems == ()
    what = Counter(row[0].partition(":")[0] for row in rows_of(desk, "SELECT what FROM change"))
    assert rows_of(desk, "SELECT count(*) FROM contact") == [(what["contact"],)]
    assert rows_of(desk, "SELECT sum(carried_over) FROM action") == [(what["redate"],)]
    assert rows_of(desk, "SELECT count(*) FROM action WHERE status = 'done'") == [(what["done"],)]
    assert min(what[name] for name in ("contact", "redate", "done", "hand over")) > 0
    assert_nothing_overwritten(desk)


def test_six_people_writing_at_once_lose_nothing_and_wait_unseen(tmp_path: Path) -> None:
    desk, people = run(tmp_path, EACH)
    assert_all_kept(desk, people, EACH)


@pytest.mark.slow
def test_six_people_writing_500_strokes_each_lose_nothing(tmp_path: Path) -> None:
    desk, people = run(tmp_path, MANY)
    assert_all_kept(desk, people, MANY)


@pytest.mark.slow
def test_six_people_of_whom_one_is_killed_every_second_lose_nothing(tmp_path: Path) -> None:
    desk, people = run(tmp_path, MANY, killing=True)
    assert sum(one.kills for one in people) > len(people)
    assert_all_kept(desk, people, MANY)
