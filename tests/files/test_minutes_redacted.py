import json
from typing import Any

from csu_tui.domain.snapshot import redacted
from csu_tui.files.minutes import render
from tests.files.minuted import report, reviewed, sensitive, snapshot, task

PLANTED = "Zebedee"


def planted(**more: Any) -> Any:
    """A report with a planted word in every field that nobody but the unit may read."""
    return report(
        **{
            "reason": f"{PLANTED} was told",
            "actions": [task(free={"text": f"call {PLANTED}"})],
            "feedback": {"state": "due", "due": None, "agency": None, "attempts": 0, "free": {"reason": PLANTED}},
            "reporter_kind": PLANTED,
            "free": {"title": PLANTED, "text": PLANTED, "comment": PLANTED},
            "personal": {"name": PLANTED, "house": PLANTED, "postcode": PLANTED, "unsplit": PLANTED},
            "telephone": f"{PLANTED}: a field that somebody adds one day",
            "place": {"street": "High Street", "locality": "Swanley", "outward": "BR8", "house": PLANTED},
        }
        | more
    )


def planted_meeting() -> Any:
    hidden = {"category": PLANTED, "source_ref": PLANTED, "qualifier": PLANTED}
    return snapshot(
        reports=[planted(), planted(report="R2", sensitive=True, headline="Sensitive concern", **hidden)],
        actions_reviewed=[
            reviewed(free={"text": PLANTED, "outcome": PLANTED, "comment": PLANTED}),
            reviewed(action="A3", sensitive=True, kind=PLANTED, free={"text": PLANTED}),
        ],
        held_over=["R1042"],
        amendments=[
            {
                "subject": "R2",
                "field": "reason",
                "before": PLANTED,
                "after": PLANTED,
                "at": "2022-03-15T10:00:00+00:00",
                "by": "Jo Marsh",
                "free": {"reason": PLANTED},
            }
        ],
    )


def test_no_planted_word_is_in_redacted_minutes() -> None:
    assert PLANTED in render(planted_meeting(), redacted=False)
    assert PLANTED not in render(planted_meeting(), redacted=True)


def test_no_planted_word_is_in_redacted_json() -> None:
    assert PLANTED not in json.dumps(redacted(planted_meeting()))


def test_personal_fields_are_absent_not_blank() -> None:
    kept = redacted(snapshot())
    for entry in kept["reports"]:
        assert not {"free", "personal", "reporter_kind"} & entry.keys()
        assert "free" not in entry["feedback"]
        assert all("free" not in action for action in entry["actions"])
    assert all("free" not in action for action in kept["actions_reviewed"])


def test_headline_place_decision_owner_and_dates_remain() -> None:
    text = render(snapshot(reports=[report()]), redacted=True)
    for said in ("R1042  Nuisance Bikes", "Lullingstone Avenue, Swanley BR8", "Decision   Task", "by Wed 16 Mar"):
        assert said in text
    assert "Kent Police, PCSO Amir" in text


def test_house_and_inward_postcode_are_gone() -> None:
    text = render(snapshot(), redacted=True)
    assert "12 Lullingstone" not in text
    assert "7AB" not in text


def test_reason_of_the_standard_list_remains() -> None:
    chosen = report(decision="no further action", reason="advice given", reason_standard=True)
    typed = report(decision="no further action", reason="she has moved", reason_standard=False)
    assert "Decision   No further action: advice given" in render(snapshot(reports=[chosen]), redacted=True)
    assert "Decision   No further action\n" in render(snapshot(reports=[typed]), redacted=True)


def test_sensitive_report_does_not_tell_its_category_by_the_kind_of_its_action() -> None:
    kept = redacted(snapshot(reports=[sensitive()]))
    assert kept["reports"][0]["category"] == "Sensitive concern"
    assert "Prevent" not in json.dumps(kept)
    assert "Prevent" not in render(snapshot(reports=[sensitive()]), redacted=True)


def test_redacting_twice_changes_nothing() -> None:
    once = redacted(planted_meeting())
    assert redacted(once) == once
