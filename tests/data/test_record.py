"""The record of who changed what is never altered, and says so when it was (SPEC 3.8)."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from csu_tui.data.connection import connect
from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import RuleError
from csu_tui.domain.words import Decision
from tests.factories import HOSTILE, agency, import_reports, make_desk, open_meeting, refused, rows_of, steps


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {})
    open_meeting(desk)
    desk.task(steps(desk)[0], agency(desk, 1))
    desk.decide(steps(desk)[1], Decision.NO_FURTHER_ACTION, HOSTILE)
    desk.reveal(steps(desk)[0].report_id)
    yield desk
    desk.close()


def force(path: Path, *statements: str) -> None:
    """Do what no trigger would let pass, as somebody with another program could."""
    with closing(sqlite3.connect(path)) as found:
        names = [r[0] for r in found.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for name in names:
            found.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            found.execute(statement)
        found.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET who = 'nobody' WHERE id = 2",
        "DELETE FROM change WHERE id = 2",
        "DELETE FROM change",
        "INSERT OR REPLACE INTO change SELECT id, at, machine_at, 'nobody', officer_id, session, what, subject,"
        " meeting_id, undoes, digest_before, digest_after, previous, hash FROM change WHERE id = 2",
        "REPLACE INTO change_value SELECT change_id, salt, '{}', '{}' FROM change_value WHERE change_id = 2",
        "UPDATE change_value SET after = '{}' WHERE change_id = 2",
    ],
)
def test_rows_of_the_record_are_never_altered_or_deleted(desk: Desk, statement: str) -> None:
    before = rows_of(desk, "SELECT * FROM change JOIN change_value ON change_id = id")
    with closing(connect(desk.path, "rw")) as connection, pytest.raises(sqlite3.Error):
        connection.execute(statement)
    assert rows_of(desk, "SELECT * FROM change JOIN change_value ON change_id = id") == before


def test_an_untouched_record_verifies(desk: Desk) -> None:
    assert desk.check().problems == ()
    assert desk.check().changes == 5


@pytest.mark.parametrize(
    ("tampering", "number"),
    [
        ("UPDATE change SET who = 'nobody' WHERE id = 3", 3),
        ("UPDATE change SET at = '2022-04-01T08:00:01Z' WHERE id = 2", 2),
        ("UPDATE change SET machine_at = '2022-04-01T08:00:01Z' WHERE id = 2", 2),
        ("UPDATE change SET subject = 'R2' WHERE id = 3", 3),
        ("UPDATE change SET meeting_id = NULL WHERE id = 3", 3),
        ("UPDATE change SET hash = previous WHERE id = 3", 3),
        ("DELETE FROM change WHERE id = 3", 4),
        ("UPDATE change_value SET after = replace(after, 'open', 'done') WHERE change_id = 3", 3),
        ("UPDATE change_value SET before = '{}', salt = 'x' WHERE change_id = 4", 4),
    ],
)
def test_tampering_is_found_and_named(desk: Desk, tampering: str, number: int) -> None:
    force(desk.path, tampering)
    assert any(f"change {number} does not verify" in problem for problem in desk.check().problems)


def test_the_end_of_the_record_cannot_be_cut_off_unseen(desk: Desk) -> None:
    last = rows_of(desk, "SELECT max(id) FROM change")[0][0]
    force(
        desk.path,
        f"DELETE FROM change_value WHERE change_id = {last}",
        f"DELETE FROM change WHERE id = {last}",
    )
    assert desk.check().problems != ()


def test_the_record_verifies_once_its_values_are_purged(desk: Desk) -> None:
    with closing(connect(desk.path, "rw")) as connection:
        connection.execute("DELETE FROM change_value WHERE change_id <= 3")
    assert desk.check().problems == ()
    assert "purged" in refused(lambda: [desk.undo(), desk.undo()])


def test_a_write_without_a_change_in_the_record_is_refused(desk: Desk) -> None:
    with pytest.raises(AssertionError), desk._writing() as writing:
        writing.change("report", 1, title="unrecorded")
    with pytest.raises(AssertionError), desk._writing() as writing:
        writing.add("agency", name="unrecorded", short="u")
    assert rows_of(desk, "SELECT count(*) FROM report WHERE title = 'unrecorded'") == [(0,)]
    assert rows_of(desk, "SELECT count(*) FROM agency WHERE name = 'unrecorded'") == [(0,)]
    assert desk.check().problems == ()


def test_an_error_halfway_keeps_neither_row_nor_change(desk: Desk) -> None:
    changes = desk.check().changes

    def halfway() -> None:
        with desk._writing() as writing:
            writing.change("report", 1, title="halfway")
            writing.record("edit: title", "R1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        halfway()
    assert rows_of(desk, "SELECT count(*) FROM report WHERE title = 'halfway'") == [(0,)]
    assert desk.check().changes == changes
    desk.decide(steps(desk)[0], Decision.FOR_INFORMATION)


def test_equal_values_leave_different_digests(desk: Desk) -> None:
    digests = rows_of(desk, "SELECT digest_before FROM change")
    assert len(set(digests)) == len(digests)


def test_the_details_of_a_person_are_in_no_row_of_the_chain_itself(desk: Desk) -> None:
    chain = "\n".join(str(row) for row in rows_of(desk, "SELECT * FROM change"))
    assert "Plantagenet" not in chain
    assert HOSTILE not in chain


@pytest.mark.parametrize(
    "look",
    [
        lambda desk: desk.reveal(1),
        lambda desk: desk.minutes_text(redacted=False),
    ],
)
def test_a_look_is_refused_where_it_cannot_be_recorded(desk: Desk, look: Callable[[Desk], object]) -> None:
    reader = make_desk(desk.path.parent, read_only=True)
    with pytest.raises(RuleError, match="read-only"):
        look(reader)
    assert reader.minutes_text(redacted=True)
    assert reader.report(steps(reader)[0].report_id).report.reporter.name == ""


def test_a_look_is_recorded_before_anything_is_shown(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("csu_tui.desk.closing.append", broken)
    with pytest.raises(ZeroDivisionError):
        desk.reveal(steps(desk)[0].report_id)
    monkeypatch.undo()
    before = desk.check().changes
    desk.reveal(steps(desk)[0].report_id)
    last = desk.changes("R1")[-1]
    assert (last.who, last.what) == ("ellis", "look: details")
    assert desk.check().changes == before + 1
