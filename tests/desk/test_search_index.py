"""The index that search reads: written with what it indexes, or not at all."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from csu_tui.data import search
from csu_tui.data.queries.match import phrase
from csu_tui.data.searchable import COLUMNS
from csu_tui.data.veil import unveiled, veiled
from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import ImportId, ReportId
from csu_tui.domain.stroke import ContactMade, ReportEdit
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState, Means
from tests.factories import (
    EMAIL,
    HOUSE,
    NAME,
    PHONE,
    SECRET,
    SENSITIVE,
    agency,
    import_reports,
    make_desk,
    open_meeting,
    refused,
    row,
    rows_of,
    step_of,
    take,
)


def texts(desk: Desk, report_id: ReportId) -> dict[str, str]:
    """What is kept of one report."""
    names = ", ".join(COLUMNS)
    ((*found,),) = rows_of(desk, f"SELECT {names} FROM search WHERE rowid = ?", report_id)
    return dict(zip(COLUMNS, map(unveiled, found), strict=True))


def found(desk: Desk, match: str) -> set[int]:
    return {number for (number,) in rows_of(desk, "SELECT rowid FROM search WHERE search MATCH ?", match)}


def shared(desk: Desk, words: str) -> set[int]:
    """What SHARED's words meet, even if no column were kept from it."""
    return found(desk, phrase(words))


def anywhere(desk: Desk, words: str) -> set[int]:
    return found(desk, f"{phrase(words)} OR {phrase(veiled(words))}")


def agrees(desk: Desk) -> bool:
    with desk._db.read() as connection:
        return not search.differs(connection)


def test_a_report_is_found_as_soon_as_it_is_taken_in(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    (one,) = import_reports(desk, {"title": "Xylophones at dawn"})
    assert found(desk, '"xylophones"') == {one}
    assert agrees(desk)


def test_everything_done_on_a_report_is_found(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    (one, other) = import_reports(desk, {}, {})
    open_meeting(desk)
    step = step_of(desk, one)
    desk.task(step, agency(desk, 1))
    (action,) = desk.report(one).actions
    desk.edit_action(action, "bring the zither")
    (action,) = desk.report(one).actions
    desk.finish(action, ActionStatus.NOT_POSSIBLE, "the oboe was away")
    desk.contact(one, ContactMade(Means.CALL, reached=False, note="heard a bassoon"))
    desk.comment(step_of(desk, one), "a trombone for the minutes")
    desk.set_feedback(desk.report(one).feedback, FeedbackState.NOT_APPROPRIATE, reason="the tuba forbids it")
    desk.decide(step_of(desk, other), Decision.HOLD_OVER, "the harp is missing")
    for word in ("zither", "oboe", "bassoon", "trombone", "tuba", f"A{action.id}", "M1"):
        assert one in anywhere(desk, word), word
    assert found(desk, '"harp"') == {other}
    assert agrees(desk)


def test_undo_takes_out_what_the_stroke_put_in(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    (one,) = import_reports(desk)
    open_meeting(desk)
    desk.comment(step_of(desk, one), "a trombone")
    desk.undo()
    assert found(desk, '"trombone"') == set()
    assert agrees(desk)


def test_a_stroke_rolled_back_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    (one,) = import_reports(desk)
    with suppress(ZeroDivisionError), desk._writing() as writing:
        writing.change("report", one, title="a trombone")
        writing.record("edit", "R1")
        raise ZeroDivisionError
    assert found(desk, '"trombone"') == set()
    assert agrees(desk)


def test_what_only_private_may_find_is_apart(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    plain, sensitive = import_reports(desk, {"text": "a harmless text"}, SENSITIVE | {"text": f"{SECRET} of zithers"})
    for word in (NAME, PHONE, "01322765432", EMAIL, HOUSE, "7AA", "BR87AA"):
        assert anywhere(desk, word) == {plain, sensitive}, word
        assert shared(desk, word) == set(), word
    for word in ("zithers", "domestic abuse"):
        assert anywhere(desk, word) == {sensitive}, word
        assert shared(desk, word) == set(), word
    assert shared(desk, "sensitive concern") == {sensitive}
    assert shared(desk, "mill lane") == {plain, sensitive}
    assert shared(desk, "harmless") == {plain}


def test_all_free_text_of_a_sensitive_report_is_hidden(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    (one,) = import_reports(desk, SENSITIVE)
    open_meeting(desk)
    desk.task(step_of(desk, one), agency(desk, 1))
    (action,) = desk.report(one, private=True).actions
    desk.edit_action(action, "bring the zither")
    (action,) = desk.report(one, private=True).actions
    desk.finish(action, ActionStatus.NOT_POSSIBLE, "the oboe was away")
    desk.contact(one, ContactMade(Means.CALL, reached=False, note="heard a bassoon"))
    desk.comment(step_of(desk, one), "a trombone for the minutes")
    desk.set_feedback(desk.report(one).feedback, FeedbackState.NOT_APPROPRIATE, reason="the tuba forbids it")
    desk.decide(step_of(desk, one), Decision.HOLD_OVER, "the harp is missing")
    for word in ("zither", "oboe", "bassoon", "trombone", "tuba", "harp", "planted"):
        assert anywhere(desk, word) == {one}, word
        assert shared(desk, word) == set(), word


def test_a_category_made_sensitive_hides_its_reports_at_once(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    (one,) = import_reports(desk, {"title": "a trombone"})
    category = next(c for c in desk.categories() if c.name == "Nuisance Bikes")
    desk.edit_category(category, name=category.name, asb=True, sensitive=True)
    assert shared(desk, "trombone") == shared(desk, "bikes") == set()
    assert anywhere(desk, "trombone") == {one}
    desk.undo()
    assert shared(desk, "trombone") == shared(desk, "bikes") == {one}
    assert agrees(desk)


def test_a_report_given_a_sensitive_category_is_hidden(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    (one,) = import_reports(desk, {"title": "a trombone"})
    category = next(c for c in desk.categories() if c.sensitive)
    desk.edit_report(desk.report(one).report, ReportEdit(category_id=category.id))
    assert shared(desk, "trombone") == set()


@pytest.mark.parametrize("about", ["area", "person"])
@pytest.mark.parametrize("sensitive", [False, True])
def test_the_name_of_a_group_is_hidden_where_it_tells_of_a_person(tmp_path: Path, about: str, sensitive: bool) -> None:
    desk = make_desk(tmp_path)
    one, other = import_reports(desk, {}, SENSITIVE if sensitive else {})
    with desk._writing() as writing:
        group = writing.add(
            "taskgroup", name="Trombone Park", concern="zithers", about=about, lead_agency_id=1, opened="2022-04-01"
        )
        writing.add("group_report", group_id=group, report_id=one)
        joined = writing.add("group_report", group_id=group, report_id=other)
        writing.add("group_note", group_id=group, at="2022-04-01T09:00:00Z", who="ellis", text="oboes heard")
        writing.record("group", "T1")
    for word in ("trombone", "zithers", "oboes"):
        assert anywhere(desk, word) == {one, other}
        assert shared(desk, word) == (set() if sensitive or about == "person" else {one, other})
    assert found(desk, 'ref : "T1"') == {one, other}
    with desk._writing() as writing:
        writing.change("group_report", joined, undone=1)
        writing.record("ungroup", "T1")
    assert anywhere(desk, "trombone") == {one}
    # what was written while a sensitive report was in it is about that one still
    assert shared(desk, "trombone") == (set() if sensitive or about == "person" else {one})
    assert agrees(desk)


def test_another_name_of_an_agency_an_officer_or_a_kind_is_found(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    (one,) = import_reports(desk)
    open_meeting(desk)
    desk.task(step_of(desk, one), agency(desk, 1))
    owner = next(a for a in desk.agencies() if a.digit == 1)
    desk.edit_agency(owner, name="Trombone Watch")
    kind = next(k for k in desk.kinds() if k.default)
    desk.edit_kind(kind, name="Zither round", family=kind.family)
    assert found(desk, 'agency : "trombone"') == anywhere(desk, "zither") == {one}
    assert agrees(desk)


def in_file(desk: Desk, *words: str) -> list[str]:
    """Which of some words the database's file still has in its bytes, in whatever case."""
    content = desk.path.read_bytes().lower()
    return [word for word in words if word.lower().encode() in content]


def test_what_was_taken_back_leaves_no_word_in_the_file(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, *({"name": f"Ada Example {n}"} for n in range(30)))
    planted = {"name": "Mrs Quimbleford", "title": "xylophonic", "reference": "ZQ-77123", "text": "glockenspielish"}
    taken = take(desk, planted, {"name": "Mr Quimbleford-Smythe", "text": "glockenspielish at night"})
    words = ("quimbleford", "uimblefor", "xylophonic", "ylophoni", "zq-77123", "77123", "glockenspielish", "ockenspiel")
    assert in_file(desk, *words)
    desk.take_back(ImportId(taken.import_id or 0))
    assert in_file(desk, *words) == []
    assert anywhere(desk, "quimbleford") == set()
    assert agrees(desk)


def test_what_was_taken_back_on_a_step_is_found_no_more(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    open_meeting(desk)
    taken = take(desk, {"title": "xylophonic"})
    assert taken.joined == 1
    desk.take_back(ImportId(taken.import_id or 0))
    assert anywhere(desk, "xylophonic") == set()
    assert agrees(desk)


def test_a_reporter_who_becomes_anonymous_is_found_by_no_name(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    sent = row(reference="ZQ-1", name="Mrs Quimbleford")
    (one,) = import_reports(desk, sent)
    assert anywhere(desk, "quimbleford") == {one}
    take(desk, sent | {"reporter": "anonymous", "name": "", "title": "another text"})
    assert anywhere(desk, "quimbleford") == anywhere(desk, "765432") == set()
    assert agrees(desk)


def test_two_people_write_and_both_are_found(tmp_path: Path) -> None:
    desk, other = make_desk(tmp_path), make_desk(tmp_path, login="amir")
    one, two = import_reports(desk, {}, {})
    desk.contact(one, ContactMade(Means.CALL, reached=False, note="a trombone"))
    other.contact(two, ContactMade(Means.CALL, reached=False, note="a trombone"))
    assert anywhere(desk, "trombone") == found(other, '"trombone"') == {one, two}


def test_what_was_written_of_a_case_review_is_found(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    plain, sensitive = import_reports(
        desk, {}, SENSITIVE | {"name": "Bea Other", "phone": "", "email": "", "house": "9"}
    )
    for report_id in (plain, sensitive):
        desk.raise_case_review(report_id)
        review = next(one for one in desk.case_reviews(private=True) if one.report_id == report_id)
        desk.decide_case_review(review, threshold_met=False, why="the zithers at night")
    assert anywhere(desk, "zithers") == {plain, sensitive}
    assert shared(desk, "zithers") == {plain}
    assert found(desk, 'ref : "V1"') == {plain}


DAMAGED = {
    "a row lost": "DELETE FROM search WHERE rowid = 1",
    "a row too many": "INSERT INTO search (rowid, words) VALUES (99, 'nothing')",
    "other words": "UPDATE search SET words = 'other' WHERE rowid = 2",
    "what it reads by": "DELETE FROM search_data WHERE id > 10",
    "all of it": "DROP TABLE search",
    "its words": "DROP TABLE search_word",
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_check_notices_an_index_that_disagrees_and_repair_makes_it_anew(tmp_path: Path, damage: str) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {"title": "a trombone"}, {})
    desk.close()
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as connection:
        connection.execute(DAMAGED[damage])
    desk = make_desk(tmp_path)
    (problem,) = desk.check().problems
    assert "csu-tui check --repair" in problem
    desk.repair()
    assert desk.check().problems == ()
    assert anywhere(desk, "trombone") == {1}
    assert rows_of(desk, "SELECT what, subject FROM change ORDER BY id DESC LIMIT 1") == [
        ("repair: keys and search", "database")
    ]
    assert "nothing of yours" in refused(desk.undo)


def test_repair_computes_the_keys_of_repeats_anew(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {})
    keys = "SELECT place_key, street_key, (SELECT group_concat(key) FROM reporter_key) FROM report"
    before = rows_of(desk, keys)
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as connection:
        connection.execute("UPDATE report SET place_key = 'x', street_key = 'x'")
        connection.execute("DELETE FROM reporter_key")
    desk.repair()
    assert rows_of(desk, keys) == before
