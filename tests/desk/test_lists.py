"""The unit's own lists: kinds, categories, phrases, agencies and officers kept; retiring keeps history (SPEC 4.6)."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.stroke import ActionFilter, Assignment, NewReport, Said
from csu_tui.domain.unit import Category, Kind
from csu_tui.domain.words import Family
from tests.factories import (
    SECRET,
    agency,
    close,
    import_reports,
    make_desk,
    note_all,
    open_meeting,
    refused,
    rows_of,
    step_of,
)

NAMED = "[ALPHA-1] [/x] :fire: \x1b[31m"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path)
    yield opened
    opened.close()


def kind(desk: Desk, name: str) -> Kind:
    return next(one for one in desk.kinds() if one.name == name)


def category(desk: Desk, name: str) -> Category:
    return next(one for one in desk.categories() if one.name == name)


def usual(desk: Desk) -> list[str]:
    return [one.name for one in desk.kinds() if one.default]


def test_a_kind_added_is_offered_recorded_and_undone(desk: Desk) -> None:
    desk.add_kind(NAMED, Family.WORK, "bikes")
    added = kind(desk, NAMED)
    assert (added.family, added.topic, added.default) == (Family.WORK, "bikes", False)
    assert [one.what for one in desk.changes(f"K{added.id}")] == [f"add kind: {NAMED}"]
    desk.undo()
    assert NAMED not in [one.name for one in desk.kinds()]
    assert desk.check().problems == ()


def test_a_kind_of_that_name_and_topic_is_refused_another_topic_is_not(desk: Desk) -> None:
    assert "a kind warning letter already" in refused(
        lambda: desk.add_kind("Warning Letter", Family.INTERVENTION, "NOISE")
    )
    desk.add_kind("warning letter", Family.INTERVENTION, "dogs")


def test_the_ways_of_contact_stay_as_they_are(desk: Desk) -> None:
    assert "choose another family" in refused(lambda: desk.add_kind("pigeon", Family.CONTACT))
    visit, patrol = kind(desk, "visit"), kind(desk, "patrol")
    assert "stay as they are" in refused(lambda: desk.edit_kind(visit, name="call in", family=Family.CONTACT))
    assert "stay as they are" in refused(lambda: desk.edit_kind(patrol, name="patrol", family=Family.CONTACT))
    assert "stay as they are" in refused(lambda: desk.retire_kind(visit))


def test_exactly_one_kind_is_what_a_digit_gives(desk: Desk) -> None:
    old = kind(desk, "contact and report back")
    assert "what a digit gives" in refused(lambda: desk.retire_kind(old))
    assert "make another kind the usual one" in refused(
        lambda: desk.edit_kind(old, name=old.name, family=old.family, usual=False)
    )
    desk.edit_kind(kind(desk, "patrol"), name="patrol", family=Family.WORK, usual=True)
    assert usual(desk) == ["patrol"]
    desk.undo()
    assert usual(desk) == ["contact and report back"]


def test_retiring_keeps_history(desk: Desk) -> None:
    (first,) = import_reports(desk, {})
    open_meeting(desk)
    chosen = Assignment(agency(desk, 1), kind_id=kind(desk, "patrol").id)
    desk.assign(step_of(desk, first), chosen)
    note_all(desk)
    close(desk)
    before = desk.minutes_text(redacted=False)
    desk.retire_kind(kind(desk, "patrol"))
    desk.retire_category(category(desk, "Nuisance Bikes"))
    desk.retire_agency(next(one for one in desk.agencies() if one.digit == 1))
    for phrase in desk.phrase_rows("hold over"):
        desk.retire_phrase(phrase)
    assert desk.minutes_text(redacted=False) == before
    (action,) = desk.actions(ActionFilter())
    assert (action.kind, action.agency) == ("patrol", "Police CSU")
    assert desk.report(first).report.category == "Nuisance Bikes"
    assert desk.phrases("hold over") == ()
    assert "patrol" not in [one.name for one in desk.kinds()]
    assert desk.check().problems == ()


def test_making_a_category_sensitive_hides_its_reports_at_once_and_back(desk: Desk) -> None:
    (first,) = import_reports(desk, {"category": "Noise", "title": SECRET, "text": SECRET})
    open_meeting(desk)
    assert desk.item(step_of(desk, first).id).report.text == SECRET
    noise = category(desk, "Noise")
    assert desk.reports_of(noise) == 1
    desk.edit_category(noise, name="Noise", asb=True, sensitive=True)
    hidden = desk.item(step_of(desk, first).id).report
    assert (hidden.title, hidden.text) == ("", "")
    assert step_of(desk, first).headline == "Sensitive concern"
    said = desk.edit_category(category(desk, "Noise"), name="Noise", asb=True, sensitive=False)
    assert said.words == "Category Noise is not sensitive."
    assert desk.item(step_of(desk, first).id).report.text == SECRET
    assert [one.what for one in desk.changes(f"C{noise.id}")] == [
        "make category sensitive: Noise",
        "make category not sensitive: Noise",
    ]


@pytest.mark.parametrize("how", ["renamed", "retired"])
def test_what_a_source_calls_by_its_standard_name_stays_sensitive_however_the_unit_calls_it(
    desk: Desk, how: str
) -> None:
    abuse = category(desk, "Domestic Abuse")
    if how == "renamed":
        desk.edit_category(abuse, name="DA", asb=False, sensitive=True)
    else:
        desk.retire_category(abuse)
    (report_id,) = import_reports(desk, {"category": "Domestic Abuse", "text": SECRET})
    assert desk.report(report_id).report.text == ""


def test_a_category_of_the_unit_s_own_takes_what_sources_call_so(desk: Desk) -> None:
    desk.add_category("Cuckooing", asb=False, sensitive=True)
    (report_id,) = import_reports(desk, {"category": "CUCKOOING", "text": SECRET})
    assert desk.report(report_id).report.text == ""
    assert desk.report(report_id, private=True).report.category == "Cuckooing"


def test_a_retired_category_comes_back_under_its_name_and_is_never_less_sensitive(desk: Desk) -> None:
    abuse = category(desk, "Domestic Abuse")
    desk.retire_category(abuse)
    assert abuse.name not in [one.name for one in desk.categories()]
    said = desk.add_category("domestic abuse", asb=True, sensitive=False)
    assert "is back" in said.words
    assert "still is" in said.words
    back = category(desk, "Domestic Abuse")
    assert (back.id, back.asb, back.sensitive) == (abuse.id, True, True)


def test_a_category_s_name_is_taken_once_and_the_last_resort_stays(desk: Desk) -> None:
    assert "category noise already" in refused(lambda: desk.add_category("noise", asb=True, sensitive=False))
    noise = category(desk, "Noise")
    assert "already" in refused(lambda: desk.edit_category(noise, name="PARKING", asb=True, sensitive=False))
    other = category(desk, "Other Concern")
    desk.edit_category(other, name="Anything else", asb=False, sensitive=False)
    assert "it stays" in refused(lambda: desk.retire_category(category(desk, "Anything else")))


def test_a_phrase_is_added_reworded_and_retired(desk: Desk) -> None:
    assert "digit 4 picks it" in desk.add_phrase("hold over", NAMED).words
    assert "in the list already" in refused(lambda: desk.add_phrase("hold over", "NOT reached"))
    phrase = desk.phrase_rows("hold over")[3]
    desk.edit_phrase(phrase, "the other way")
    assert desk.phrases("hold over")[3] == "the other way"
    desk.retire_phrase(desk.phrase_rows("hold over")[0])
    assert desk.phrases("hold over") == ("officer absent", "more information awaited", "the other way")
    desk.undo()
    assert desk.phrases("hold over")[0] == "not reached"
    assert "no such list" in refused(lambda: desk.add_phrase("poems", "x"))


def test_the_later_of_two_who_change_one_thing_is_told_who_did_and_what(desk: Desk, tmp_path: Path) -> None:
    other = make_desk(tmp_path, login="smith", create=False)
    seen, wardens, phrase = kind(desk, "patrol"), desk.agencies()[3], desk.phrase_rows("done")[0]
    setting = next(one for one in desk.settings() if one.key == "feedback_days")
    other.edit_kind(seen, name="foot patrol", family=Family.WORK)
    other.edit_agency(wardens, name="Rangers")
    other.edit_phrase(phrase, "seen")
    other.set_setting("feedback_days", 4)
    told = refused(lambda: desk.edit_kind(seen, name="car patrol", family=Family.WORK))
    assert told.startswith("patrol has been changed since you saw it by smith (edit kind: foot patrol)")
    assert "by smith" in refused(lambda: desk.edit_agency(wardens, name="Guards"))
    assert "by smith" in refused(lambda: desk.retire_agency(wardens))
    assert "by smith" in refused(lambda: desk.edit_phrase(phrase, "looked"))
    assert "by smith" in refused(lambda: desk.set_setting("feedback_days", 5, setting))
    other.close()


def test_one_s_own_change_just_saved_is_no_clash(desk: Desk) -> None:
    seen = kind(desk, "patrol")
    desk.edit_kind(seen, name="foot patrol", family=Family.WORK)
    desk.edit_kind(seen, name="patrol on foot", family=Family.WORK)
    assert kind(desk, "patrol on foot").id == seen.id


def test_names_are_one_line_and_not_endless(desk: Desk) -> None:
    adding: tuple[Callable[[str], Said], ...] = (
        desk.add_agency,
        lambda name: desk.add_officer(desk.agencies()[0].id, name),
        lambda name: desk.add_kind(name, Family.WORK),
        lambda name: desk.add_category(name, asb=False, sensitive=False),
        lambda name: desk.add_phrase("done", name),
    )
    for add in adding:
        assert "needs a name" in refused(partial(add, "  "))
        assert "too long" in refused(partial(add, "x" * 500))
        assert "one line" in refused(partial(add, "a\nb"))


def test_a_number_stays_within_sense(desk: Desk) -> None:
    assert "from 0 to 60" in refused(lambda: desk.set_setting("feedback_days", -1))
    assert "from 1 to 100" in refused(lambda: desk.set_setting("retention_years", 0))
    assert "cannot be empty" in refused(lambda: desk.set_setting("marking", " "))
    desk.set_setting("minutes_folder", "")


def test_an_officer_is_moved_unless_actions_would_stay_behind_and_unmatched_by_an_empty_login(desk: Desk) -> None:
    police, council = (one.id for one in desk.agencies()[:2])
    desk.add_officer(police, "PC Amir", "amir")
    (first,) = import_reports(desk, {})
    open_meeting(desk)
    (amir,) = desk.officers()
    desk.assign(step_of(desk, first), Assignment(police, officer_id=amir.id))
    assert "hand them over first" in refused(lambda: desk.edit_officer(amir, agency_id=council))
    desk.undo()
    desk.edit_officer(amir, agency_id=council, login="")
    (moved,) = desk.officers()
    assert (moved.agency_id, moved.login, moved.name) == (council, None, "PC Amir")


def test_whoever_adds_themselves_is_named_as_that_officer_from_then_on(desk: Desk) -> None:
    desk.add_officer(desk.agencies()[0].id, "Sgt Ellis", "ellis")
    desk.set_setting("feedback_days", 4)
    (number,) = [one.id for one in desk.officers()]
    assert rows_of(desk, "SELECT officer_id FROM change ORDER BY id") == [(None,), (number,)]


def test_undoing_never_gives_a_digit_or_a_login_to_two(desk: Desk, tmp_path: Path) -> None:
    other = make_desk(tmp_path, login="smith", create=False)
    wardens = next(one for one in desk.agencies() if one.digit == 4)
    desk.edit_agency(wardens, digit=0)
    other.add_agency("Rangers", digit=4)
    assert "Digit 4 is Rangers's" in refused(desk.undo)
    assert [one.name for one in desk.agencies() if one.digit == 4] == ["Rangers"]
    other.close()


def test_a_new_database_can_chair_at_once(desk: Desk) -> None:
    open_meeting(desk)
    said = desk.raise_report(NewReport(category(desk, "Noise").id, "Police", title="Drums"))
    assert said.step is not None


def test_a_report_raised_is_not_offered_the_source_of_a_pile_of_history_first(desk: Desk) -> None:
    import_reports(desk, *({"source": "Old portal"} for _ in range(5)), history=True)
    import_reports(desk, {"source": "Kent Police"})
    assert desk.sources()[:2] == ("Kent Police", "Old portal")
