"""A report edited, raised, linked; a line of words."""

from dataclasses import replace

import pytest

from csu_tui.domain.ids import CategoryId, ReportId
from csu_tui.domain.moment import Moment
from csu_tui.domain.place import Place
from csu_tui.domain.report import Report, Reporter
from csu_tui.domain.stroke import NewReport, ReportEdit, SameAs
from csu_tui.domain.words import Qualifier, ReporterKind, Risk
from csu_tui.tui.dialogs.edit import EditReportDialog
from csu_tui.tui.dialogs.incident import IncidentDialog, Offer
from csu_tui.tui.dialogs.raised import RaiseDialog
from csu_tui.tui.dialogs.words import WordsDialog
from tests.tui.dialogs.stage import HOSTILE, NOTHING, SIZES, ask, categories

PLACE = Place("12a", "High Street", "Swanley", "BR8 7UW")
REPORT = Report(
    ReportId(1042), 1, HOSTILE, HOSTILE, Moment.read("2022-03-13"), None, CategoryId(1), "Noise", True, False, None,
    Risk.MEDIUM, HOSTILE, HOSTILE, PLACE, Reporter(),
)  # fmt: skip


def edit(report: Report = REPORT) -> EditReportDialog:
    return EditReportDialog(report, categories())


def offer(number: int, headline: str = HOSTILE) -> Offer:
    return Offer(ReportId(number), headline, PLACE.public().line())


async def test_an_edit_left_alone_changes_nothing() -> None:
    assert (await ask(edit(), "ctrl+s")).answer == ReportEdit()
    assert (await ask(edit(REPORT.public()), *("enter",) * 7)).answer == ReportEdit()


async def test_what_is_edited_comes_back_and_nothing_else() -> None:
    assert (await ask(edit(), "h", "ctrl+s")).answer == ReportEdit(risk=Risk.HIGH)
    assert (await ask(edit(), "tab", *"domest", "ctrl+s")).answer == ReportEdit(category_id=CategoryId(2))
    assert (await ask(edit(), "tab", "tab", "p", "ctrl+s")).answer == ReportEdit(qualifier=Qualifier.PERSONAL)


async def test_a_shown_house_is_edited_in_plain_sight() -> None:
    seen = await ask(edit(), "tab", "tab", "tab", *"bc", "ctrl+s")
    assert seen.answer == ReportEdit(place=replace(PLACE, house="12abc"))


async def test_an_unseen_house_is_typed_in_dots_and_empty_leaves_it() -> None:
    seen = await ask(edit(REPORT.public()), "tab", "tab", "tab", *"77")
    assert "77" not in seen.text
    kept = await ask(edit(REPORT.public()), "tab", "tab", "tab", "tab", *"s", "ctrl+s")
    assert kept.answer.place == replace(PLACE.public(), street="High Streets")
    typed = await ask(edit(REPORT.public()), "tab", "tab", "tab", *"77", "ctrl+s")
    assert typed.answer.place == replace(PLACE.public(), house="77")


async def test_a_street_typed_for_an_unsplit_address_takes_its_place() -> None:
    report = replace(REPORT, place=Place(unsplit="Flat 1 High Street Swanley", locality="Swanley"))
    seen = await ask(edit(report), "tab", "tab", "tab", "tab", *"High", "ctrl+s")
    assert seen.answer.place == Place(street="High", locality="Swanley")


async def test_a_report_raised_with_what_is_enough() -> None:
    keys = (*"noi", "enter", *"Elm", "enter", *"Hextable", "enter", "enter", "r", "y")
    seen = await ask(RaiseDialog(categories(), ("Council", HOSTILE), hidden=True), *keys)
    reporter = Reporter(ReporterKind.RESIDENT, feedback_wanted=True)
    assert seen.answer == NewReport(CategoryId(1), "Council", Place(street="Elm", locality="Hextable"), reporter)


async def test_a_raised_report_needs_category_and_place() -> None:
    assert "Name the category first." in (await ask(RaiseDialog(categories(), (), hidden=True), "ctrl+s")).text
    assert "Name the place first" in (await ask(RaiseDialog(categories(), (), hidden=True), *"noi", "ctrl+s")).text


async def test_personal_details_are_dots_while_typed_and_after() -> None:
    fields = ("shift+tab", *"ann@example.org", "shift+tab", *"07700", "shift+tab", *"Ann", "tab")
    seen = await ask(RaiseDialog(categories(), (), hidden=True), *fields, size=(120, 40))
    assert "Ann" not in seen.text
    assert "07700" not in seen.text
    assert "example.org" not in seen.text


async def test_words_of_a_sensitive_category_are_dots() -> None:
    keys = (*"domest", "enter", *("tab",) * 6, *"secret", "tab")
    assert "secret" not in (await ask(RaiseDialog(categories(), (), hidden=True), *keys)).text


async def test_the_same_incident_by_its_reference() -> None:
    for keys in ("r987", "0987"):
        dialog = IncidentDialog((offer(1040), offer(1041)), ReportId(1042))
        assert (await ask(dialog, *keys, "enter")).answer == SameAs(ReportId(987))


async def test_the_same_incident_from_the_list() -> None:
    dialog = IncidentDialog((offer(1040), offer(1042), offer(1041)), ReportId(1042))
    assert (await ask(dialog, "down", "enter")).answer == SameAs(ReportId(1041))


async def test_a_digit_picks_one_of_the_first_nine() -> None:
    dialog = IncidentDialog(tuple(offer(number) for number in range(1, 30)), ReportId(1042))
    assert (await ask(dialog, "9")).answer == SameAs(ReportId(9))


@pytest.mark.parametrize(
    ("keys", "shares"),
    [(("1", "enter"), False), (("1", "n"), False), (("1", "y"), True), ((*"r1040", "enter", "y"), True)],
)
async def test_one_answer_for_both_is_asked_where_one_is_owed_and_no_is_the_rule(
    keys: tuple[str, ...], shares: bool
) -> None:
    seen = await ask(IncidentDialog((offer(1040),), ReportId(1042), owed=True), *keys)
    assert seen.answer == SameAs(ReportId(1040), shares)


async def test_a_link_that_stands_is_taken_away_by_u_and_never_by_enter_alone() -> None:
    for key, answer in (("u", SameAs(None)), ("enter", NOTHING), ("1", SameAs(ReportId(1040)))):
        dialog = IncidentDialog((offer(1040), offer(1041)), ReportId(1042), linked=ReportId(1041))
        assert (await ask(dialog, key)).answer == answer


@pytest.mark.parametrize("typed", ["R1042", "A7", "x"])
async def test_a_wrong_reference_is_refused_in_a_sentence(typed: str) -> None:
    seen = await ask(IncidentDialog((offer(1040),), ReportId(1042)), *typed, "enter")
    assert seen.answer is NOTHING
    assert "!" in seen.text


@pytest.mark.parametrize("size", SIZES)
async def test_candidates_show_no_house_and_no_hostile_sign(size: tuple[int, int]) -> None:
    seen = await ask(IncidentDialog((offer(1040),), ReportId(1042)), size=size)
    assert "12a" not in seen.text
    assert "7UW" not in seen.text
    assert "[@click=app.quit]q[/]" in seen.text
    assert "\x1b" not in seen.text


async def test_words_are_edited_where_they_are() -> None:
    assert (await ask(WordsDialog(HOSTILE, "chased"), *" twice", "enter")).answer == "chased twice"
    assert (await ask(WordsDialog(HOSTILE, HOSTILE), "enter")).answer == HOSTILE


async def test_words_may_be_emptied() -> None:
    assert (await ask(WordsDialog("Comment", "ab"), "backspace", "backspace", "enter")).answer == ""


async def test_hidden_words_are_dots() -> None:
    assert "secret" not in (await ask(WordsDialog("Comment", "secret", hidden=True))).text
