from typing import Any

import pytest

from csu_tui.domain.extract import agencies_named, extract
from csu_tui.files.minutes import render_agency
from tests.files.minuted import report, reviewed, sensitive, snapshot, task

COUNCIL = "Council – Community Safety"


def amended(subject: str, field: str, after: str) -> dict[str, Any]:
    return {
        "subject": subject, "field": field, "before": "before", "after": after, "at": "2022-03-15T10:00:00+00:00",
        "by": "Jo Marsh", "free": {"reason": "typed in haste"},
    }  # fmt: skip


def test_extract_holds_only_what_concerns_the_agency() -> None:
    text = render_agency(snapshot(), "Kent Police", redacted=False)
    assert "A2190  Kent Police, PCSO Amir" in text
    assert "A2214  by Wed 16 Mar, PCSO Amir" in text
    assert "A2203" not in text
    assert "A2215" not in text
    assert "R1044" not in text


def test_extract_carries_the_marking_at_both_ends() -> None:
    for redacted, marking in ((False, "OFFICIAL-SENSITIVE"), (True, "OFFICIAL")):
        lines = render_agency(snapshot(), "Kent Police", redacted=redacted).split("\n")
        assert (lines[0], lines[-2]) == (marking, marking)


def test_draft_extract_says_so() -> None:
    draft = snapshot(meeting=snapshot()["meeting"] | {"state": "open", "end": None})
    assert "DRAFT" in render_agency(draft, "Kent Police", redacted=True)


@pytest.mark.parametrize("markdown", [False, True])
@pytest.mark.parametrize("redacted", [False, True])
def test_extract_names_no_reporter_no_house_and_tells_no_narrative(redacted: bool, markdown: bool) -> None:
    text = render_agency(snapshot(), "Kent Police", redacted=redacted, markdown=markdown)
    assert "Lullingstone Avenue, Swanley BR8\n" in text
    assert not [secret for secret in ("Jane", "12 Lulling", "7AB", "off-road", "camera plan") if secret in text]


def test_words_of_an_action_are_for_the_agency_and_gone_when_redacted() -> None:
    words = "isit the owner of the bikes and report back"
    assert words in " ".join(render_agency(snapshot(), "Kent Police", redacted=False).split())
    assert words not in " ".join(render_agency(snapshot(), "Kent Police", redacted=True).split())


def test_sensitive_report_is_named_by_its_public_name_only() -> None:
    told = sensitive(actions=[task(action="A2215", agency=COUNCIL, kind="Prevent", free={"text": "the secret"})])
    found = snapshot(reports=[told], amendments=[amended("A2215", "words", "the secret")])
    text = render_agency(found, COUNCIL, redacted=False)
    assert "R1043 Sensitive concern" in text
    assert "Prevent" not in text
    assert "the secret" not in text


def test_action_handed_over_is_in_the_extract_of_both() -> None:
    for agency in ("Kent Police", "West Kent Housing"):
        assert "A2202" in render_agency(snapshot(), agency, redacted=True)


def test_action_amended_to_another_agency_is_in_its_extract_with_the_old_line() -> None:
    found = snapshot(amendments=[amended("A2214", "owner", "Fire & Rescue")])
    text = " ".join(render_agency(found, "Fire & Rescue", redacted=False).split())
    assert "A2214 by Wed 16 Mar" in text
    assert "Owner is “Fire & Rescue”, was “before”" in text


def test_agency_without_actions_reads_none() -> None:
    assert render_agency(snapshot(), "Kent Fire & Rescue", redacted=False).count("None.") == 2


def test_agencies_are_those_of_the_meeting() -> None:
    assert agencies_named(snapshot()) == ("Kent Police", "West Kent Housing", COUNCIL, "Kent Fire & Rescue")


def test_extract_leaves_the_snapshot_as_it_was() -> None:
    found = snapshot()
    extract(found, "Kent Police")
    assert found == snapshot()


def test_extract_of_an_extract_is_the_same() -> None:
    once = extract(snapshot(actions_reviewed=[reviewed()], reports=[report()]), "Kent Police")
    assert extract(once, "Kent Police") == once
