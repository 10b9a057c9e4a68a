"""A bad database gets one clear sentence and is not changed by one byte; a good one is private and whole (SPEC 10)."""

import hashlib
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from csu_tui.data.database import APPLICATION_ID, Database
from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import BusyError, RuleError
from csu_tui.domain.words import Decision
from tests.factories import import_reports, incoming_csv, make_desk, open_meeting, refused, rows_of, steps, take

ROOT_USER = hasattr(os, "geteuid") and os.geteuid() == 0


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def good(folder: Path) -> Path:
    desk = make_desk(folder)
    import_reports(desk, *({} for _ in range(30)))
    open_meeting(desk)
    desk.close()
    return desk.path


def zero_bytes(path: Path) -> None:
    path.touch()


def text(path: Path) -> None:
    path.write_text("These are the minutes of yesterday.\n" * 100)


def near_miss(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"not really" * 100)


def somebody_s(path: Path) -> None:
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE report (id INTEGER PRIMARY KEY)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(good(path.parent))) as made:
        made.execute("PRAGMA user_version=999")
    (path.parent / "unit.db").rename(path)


def cut(path: Path) -> None:
    whole = good(path.parent).read_bytes()
    path.write_bytes(whole[: len(whole) // 2 + 100])


def head_only(path: Path) -> None:
    path.write_bytes(good(path.parent).read_bytes()[:100])


def overwritten(path: Path) -> None:
    whole = bytearray((path if path.exists() else good(path.parent)).read_bytes())
    for page in range(1, len(whole) // 4096):
        whole[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(whole)


BAD = {
    "zero bytes": (zero_bytes, "is not a csu-tui database"),
    "text": (text, "is not a csu-tui database"),
    "near miss": (near_miss, "is not a csu-tui database"),
    "foreign": (somebody_s, "is not a csu-tui database"),
    "newer": (newer, "newer csu-tui"),
    "cut in half": (cut, "is damaged"),
    "only its first bytes": (head_only, "is damaged"),
    "overwritten": (overwritten, "is damaged"),
}


@pytest.mark.parametrize(("make", "says"), BAD.values(), ids=BAD)
@pytest.mark.parametrize(("create", "read_only"), [(True, False), (False, False), (False, True)])
def test_a_bad_database_gets_one_sentence_and_is_not_written_to(
    tmp_path: Path, make: Callable[[Path], None], says: str, *, create: bool, read_only: bool
) -> None:
    path = tmp_path / "bad.db"
    make(path)
    before, beside = digest(path), sorted(p.name for p in tmp_path.iterdir())

    def open_and_read() -> None:
        desk = make_desk(tmp_path, name="bad.db", create=create, read_only=read_only)
        try:
            desk.agenda()
            desk.opening()
            desk.agencies()
            desk.report(steps(desk)[0].report_id)
        finally:
            desk.close()

    sentence = refused(open_and_read)
    assert says in sentence
    assert "\n" not in sentence
    assert digest(path) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == beside


def test_a_database_damaged_under_an_open_desk_takes_no_write(tmp_path: Path) -> None:
    path = good(tmp_path)
    desk = make_desk(tmp_path)
    step = steps(desk)[0]
    overwritten(path)
    before = digest(path)
    assert "damaged" in refused(lambda: desk.decide(step, Decision.FOR_INFORMATION))
    assert digest(path) == before


@pytest.mark.parametrize("read_only", [True, False])
def test_an_absent_database_is_said_and_not_made(tmp_path: Path, *, read_only: bool) -> None:
    sentence = refused(lambda: make_desk(tmp_path, create=False, read_only=read_only))
    assert "no database at" in sentence
    assert not list(tmp_path.iterdir())


def test_read_only_never_makes_a_database(tmp_path: Path) -> None:
    assert "no database at" in refused(lambda: make_desk(tmp_path, create=True, read_only=True))
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "unit.db").mkdir()
    assert "is a folder" in refused(lambda: make_desk(tmp_path))


def test_a_place_where_no_folder_can_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "No database can be made" in refused(lambda: make_desk(tmp_path / "file"))


@pytest.mark.parametrize("name", ["a b%20c.db", "what?mode=memory.db", "hash#tag.db", "été 漢字.db", "100%.db"])
def test_any_name_a_file_may_have_is_opened_as_that_file(tmp_path: Path, name: str) -> None:
    desk = make_desk(tmp_path, name=name, anew=True)
    import_reports(desk)
    desk.close()
    assert sorted(p.name for p in tmp_path.glob("*.db")) == [name]
    assert make_desk(tmp_path, name=name, create=False).check().reports == 1


def test_read_only_writes_nothing_at_all(tmp_path: Path) -> None:
    path = good(tmp_path)
    before = digest(path)
    desk = make_desk(tmp_path, read_only=True)
    step = steps(desk)[0]
    strokes: tuple[Callable[[], object], ...] = (
        lambda: desk.decide(step, Decision.FOR_INFORMATION),
        lambda: desk.reach(3),
        desk.undo,
        lambda: desk.reveal(step.report_id),
        desk.close_meeting,
        lambda: take(desk, {}),
        lambda: desk.add_agency("New"),
    )
    for stroke in strokes:
        assert "read-only" in refused(stroke)
    desk.check()
    assert digest(path) == before


@pytest.mark.skipif(ROOT_USER, reason="root may write everything")
def test_a_file_without_write_permission_opens_read_only(tmp_path: Path) -> None:
    path = good(tmp_path)
    path.chmod(0o400)
    desk = make_desk(tmp_path)
    assert desk.read_only
    assert "read-only" in refused(lambda: desk.decide(steps(desk)[0], Decision.FOR_INFORMATION))


def test_a_file_that_may_not_be_written_opens_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = good(tmp_path)
    before = digest(path)
    monkeypatch.setattr("csu_tui.data.database.os.access", lambda *_: False)
    desk = make_desk(tmp_path)
    assert desk.read_only
    assert "read-only" in refused(lambda: desk.reveal(steps(desk)[0].report_id))
    assert digest(path) == before


def test_a_new_database_is_readable_by_its_owner_only_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = make_desk(tmp_path / "deep" / "er", anew=True).path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["unit.db"]


def test_permissions_that_a_unit_set_are_kept(tmp_path: Path) -> None:
    path = good(tmp_path)
    path.chmod(0o660)
    desk = make_desk(tmp_path)
    import_reports(desk)
    desk.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o660


def full(desk: Desk) -> None:
    """Let the session's writing connection grow no further, as on a full disk."""
    with desk._writing() as writing:
        (pages,) = writing.connection.execute("PRAGMA page_count").fetchone()
        writing.connection.execute(f"PRAGMA max_page_count={pages}")


def test_on_a_full_disk_nothing_of_a_stroke_is_saved_and_the_sentence_says_so(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk)
    open_meeting(desk)
    full(desk)
    before = rows_of(desk, "SELECT count(*) FROM change")
    step = steps(desk)[0]
    assert "disk is full" in refused(lambda: desk.comment(step, "long words " * 20_000))
    assert rows_of(desk, "SELECT count(*) FROM change") == before
    assert steps(desk)[0] == step
    assert desk.check().problems == ()


def test_on_a_full_disk_an_import_leaves_no_trace(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    full(desk)
    incoming = incoming_csv(tmp_path / "many.csv", [{"text": "words " * 500} for _ in range(200)])
    from csu_tui.desk.intake import IntakeOptions

    assert "disk is full" in refused(lambda: desk.take_in(incoming, IntakeOptions()))
    assert desk.check().reports == desk.check().changes == 0
    assert rows_of(desk, 'SELECT count(*) FROM "import"') == [(0,)]


def test_a_writer_that_waits_too_long_is_told_and_nothing_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from csu_tui.data import connection, session

    monkeypatch.setattr(session, "connect", lambda path, mode: connection.connect(path, mode, 0.01))
    path = good(tmp_path)
    desk = make_desk(tmp_path)
    desk.take_over()
    step = steps(desk)[0]
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError):
            desk.decide(step, Decision.FOR_INFORMATION)
        assert steps(desk)[0].decision is None
    desk.decide(step, Decision.FOR_INFORMATION)


def test_a_reader_never_waits_long_and_keeps_working(tmp_path: Path) -> None:
    path = good(tmp_path)
    desk = make_desk(tmp_path, patience=0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyError):
            steps(desk)
    assert steps(desk)


def test_a_reader_that_fails_leaves_no_transaction_open(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    with pytest.raises(RuleError):
        desk.report(999)  # type: ignore[arg-type]
    import_reports(desk)
    assert desk.check().reports == 1


def test_it_is_known_when_somebody_else_wrote(tmp_path: Path) -> None:
    chair, officer = make_desk(tmp_path), make_desk(tmp_path, login="amir")
    import_reports(chair)
    officer.changed()
    assert not officer.changed()
    open_meeting(chair)
    assert officer.changed()
    assert not officer.changed()


def test_a_backup_is_whole_private_and_never_over_another_file(tmp_path: Path) -> None:
    path = good(tmp_path)
    desk = make_desk(tmp_path)
    copy = desk.backup(tmp_path / "copy.db")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    restored = make_desk(tmp_path, name="copy.db", create=False)
    assert restored.check().problems == ()
    assert restored.check().reports == desk.check().reports == 30
    (tmp_path / "precious").write_text("precious")
    assert "exists already" in refused(lambda: desk.backup(tmp_path / "precious"))
    assert "exists already" in refused(lambda: desk.backup(path))
    assert (tmp_path / "precious").read_text() == "precious"
    assert "No copy can be made" in refused(lambda: desk.backup(tmp_path / "nowhere" / "copy.db"))
    assert sorted(p.name for p in tmp_path.glob("*.db")) == ["copy.db", "unit.db"]
    assert not list(tmp_path.glob(".*.part"))


def test_a_backup_is_recorded(tmp_path: Path) -> None:
    good(tmp_path)
    desk = make_desk(tmp_path)
    desk.backup(tmp_path / "copy.db")
    assert rows_of(desk, "SELECT what FROM change ORDER BY id DESC LIMIT 1") == [("export: backup",)]


def test_a_backup_of_a_running_meeting_holds_its_last_stroke(tmp_path: Path) -> None:
    good(tmp_path)
    desk = make_desk(tmp_path)
    desk.take_over()
    desk.decide(steps(desk)[0], Decision.FOR_INFORMATION)
    desk.backup(tmp_path / "copy.db")
    assert steps(make_desk(tmp_path, name="copy.db"))[0].decision is Decision.FOR_INFORMATION


def test_a_new_database_carries_our_sign(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    assert rows_of(desk, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert isinstance(desk._db, Database)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("recursive_triggers", 1),
        ("cell_size_check", 1),
        ("synchronous", 3),
        ("journal_mode", "delete"),
    ],
)
def test_every_connection_has_its_pragmas(tmp_path: Path, pragma: str, value: object) -> None:
    desk = make_desk(tmp_path)
    assert rows_of(desk, f"PRAGMA {pragma}") == [(value,)]
    with desk._writing() as writing:
        assert writing.connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_half_a_character_is_refused_with_a_sentence_and_nothing_is_saved(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk)
    open_meeting(desk)
    step, changes = steps(desk)[0], desk.check().changes
    for text in ("\ud800", "words \udcff"):
        assert "half a character" in refused(lambda: desk.comment(step, text))  # noqa: B023  called at once
    assert (steps(desk)[0], desk.check().changes) == (step, changes)
    desk.comment(step, "a\0b")
    assert steps(desk)[0].comment == "a\0b"
