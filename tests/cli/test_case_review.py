"""`case-review`, and what `show` says of it."""

from csu_tui.desk.desk import Desk
from tests.cli.conftest import Ask, parsed
from tests.cli.test_completing import offered

REVIEW = {
    "case_review", "report", "headline", "place", "raised", "threshold_met", "taken_forward", "decided", "closed",
    "reason", "outcome",
}  # fmt: skip
FLAG = {
    "qualifying", "explain_at", "threshold", "by_date_received", "people", "people_threshold", "due", "reports",
    "reviews", "open_here",
}  # fmt: skip


def test_review_goes_its_way_by_command(ask: Ask, desk: Desk) -> None:
    assert ask("case-review", "raise", "R1") == (0, "", "V1, ASB Case Review on R1: raised.\n")
    status, _, said = ask("case-review", "decide", "V1", "--met", "--forward")
    assert (status, said) == (0, "V1, ASB Case Review on R1: threshold met, taken forward.\n")
    assert ask("case-review", "close", "v1", "action plan agreed")[0] == 0
    _, out, _ = ask("case-review", "list", "--json")
    (one,) = parsed(out)
    assert set(one) == REVIEW
    assert one["case_review"] == "V1"
    assert (one["raised"], one["decided"], one["closed"]) == ("2022-04-01",) * 3
    assert (one["threshold_met"], one["taken_forward"], one["outcome"]) == (True, True, "action plan agreed")
    assert "action plan agreed" in ask("case-review", "list")[1]
    assert desk.case_reviews()[0].report_id == 1


def test_refusals_are_one_sentence_and_exit_1(ask: Ask, desk: Desk) -> None:
    desk.raise_case_review(desk.agenda().steps[0].report_id)
    for command in (
        ("raise", "R99"),
        ("decide", "V1"),
        ("decide", "V1", "--not-met"),
        ("decide", "V1", "--not-met", "--forward", "--why", "x"),
        ("close", "V1", "done"),
        ("close", "V7", "done"),
        ("close", "R1", "done"),
    ):
        status, out, said = ask("case-review", *command)
        assert (status, out, len(said.splitlines())) == (1, "", 1), command


def test_list_without_any_says_so(ask: Ask, desk: Desk) -> None:
    assert desk.case_reviews() == ()
    assert "No ASB Case Review" in ask("case-review", "list")[1]
    assert parsed(ask("case-review", "list", "--json")[1]) == []


def test_words_about_a_sensitive_report_are_absent_unless_private_and_the_look_is_recorded(
    ask: Ask, desk: Desk
) -> None:
    ask("case-review", "raise", "R2")
    ask("case-review", "decide", "V1", "--not-met", "--why", "secret words")
    (shared,) = parsed(ask("case-review", "list", "--json")[1])
    assert set(shared) == REVIEW - {"reason", "outcome"}
    assert "secret" not in ask("case-review", "list")[1]
    (private,) = parsed(ask("case-review", "list", "--json", "--private")[1])
    assert private["reason"] == "secret words"
    assert "look: private case reviews" in [change.what for change in desk.changes("case reviews")]


def test_show_says_how_near_the_reporter_is_and_what_stands(ask: Ask, desk: Desk) -> None:
    flag = parsed(ask("show", "R1", "--json")[1])["seen_before"]["case_review"]
    assert set(flag) == FLAG
    assert (flag["qualifying"], flag["threshold"], flag["due"], flag["reports"]) == (1, 3, None, ["R1"])
    desk.set_setting("case_review_explain", 1)
    assert "CASE REVIEW  1 of 3, 1 counted by date received: explain the Case Review" in ask("show", "R1")[1]
    ask("case-review", "raise", "R1")
    _, out, _ = ask("show", "R1")
    assert "V1 raised Fri 1 Apr: threshold to be decided" in out
    assert "raise case review" in out
    (review,) = parsed(ask("show", "R1", "--json")[1])["seen_before"]["case_review"]["reviews"]
    assert set(review) == REVIEW


def test_open_reviews_are_completed(ask: Ask, desk: Desk) -> None:
    ask("case-review", "raise", "R1")
    assert offered("case-review", "close", "") == ["V1"]
    assert offered("case-review", "decide", "v") == ["V1"]
    assert offered("case-review", "raise", "R1") == ["R1"]
    ask("case-review", "decide", "V1", "--met", "--forward")
    ask("case-review", "close", "V1", "done")
    assert offered("case-review", "close", "") == []
    assert desk.case_reviews()
