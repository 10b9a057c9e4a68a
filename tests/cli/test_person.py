"""Who I am is remembered for each database, by this computer's user alone, and harmless when it cannot be read."""

from pathlib import Path

from csu_tui.cli.person import Person


def test_the_answer_is_remembered_after_a_restart_and_for_its_own_database(tmp_path: Path) -> None:
    file = tmp_path / "kept" / "i-am.json"
    Person(tmp_path / "one.db", file).keep(4, 12)
    Person(tmp_path / "two.db", file).keep(7, None)
    assert Person(tmp_path / "one.db", file).read() == (4, 12)
    assert Person(tmp_path / "two.db", file).read() == (7, None)
    assert Person(tmp_path / "three.db", file).read() is None
    assert file.stat().st_mode & 0o077 == 0


def test_a_spoilt_file_is_no_answer_and_is_made_good_by_the_next(tmp_path: Path) -> None:
    file = tmp_path / "i-am.json"
    for spoilt in ("", "{", "[1]", '{"x": 1}', f'{{"{tmp_path / "one.db"}": ["a", []]}}'):
        file.write_text(spoilt, encoding="utf-8")
        assert Person(tmp_path / "one.db", file).read() is None
    Person(tmp_path / "one.db", file).keep(1, 2)
    assert Person(tmp_path / "one.db", file).read() == (1, 2)
