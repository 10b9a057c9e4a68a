from collections import Counter

from csu_tui.domain.standard import AGENCIES, CATEGORIES, KINDS, REASONS, SETTINGS
from csu_tui.domain.text import clean
from csu_tui.domain.words import Family, Means

NATIONAL_HEADINGS = 13


def test_each_digit_from_1_to_9_tasks_one_agency() -> None:
    assert sorted(agency.digit for agency in AGENCIES if agency.digit) == list(range(1, 10))


def test_exactly_one_agency_is_the_units_own() -> None:
    assert [agency.name for agency in AGENCIES if agency.own] == ["District Council Community Safety"]


def test_no_two_agencies_share_a_name_or_a_short_name() -> None:
    assert not {name: n for name, n in Counter(agency.name.lower() for agency in AGENCIES).items() if n > 1}
    assert not {name: n for name, n in Counter(agency.short.lower() for agency in AGENCIES).items() if n > 1}


def test_short_names_fit_a_line_of_the_agenda() -> None:
    assert max(len(agency.short) for agency in AGENCIES) <= 14


def test_contact_kinds_are_the_means_of_contact_by_name() -> None:
    assert {kind.name for kind in KINDS if kind.family is Family.CONTACT} == {means.value for means in Means}


def test_one_kind_is_the_default_of_a_digit_and_it_is_contact_and_report_back() -> None:
    assert [kind.name for kind in KINDS if kind.default] == ["contact and report back"]


def test_no_two_kinds_share_name_family_and_topic() -> None:
    assert len({(kind.name, kind.family, kind.topic) for kind in KINDS}) == len(KINDS)


def test_the_thirteen_national_headings_and_three_local_ones_are_asb() -> None:
    assert sum(category.asb for category in CATEGORIES) == NATIONAL_HEADINGS + 3


def test_nine_categories_are_sensitive_and_none_of_them_is_asb() -> None:
    sensitive = {category.name for category in CATEGORIES if category.sensitive}
    assert sensitive == {
        "Harassment or Stalking",
        "Domestic Abuse",
        "Hate Incident",
        "Mental Health Concern",
        "Vulnerable Adult or Self-neglect",
        "Child Safeguarding or CSE",
        "Prevent",
        "Modern Slavery",
        "Missing Person",
    }
    assert not any(category.asb for category in CATEGORIES if category.sensitive)


def test_every_list_of_phrases_can_be_picked_by_a_digit() -> None:
    assert all(1 <= len(phrases) <= 9 for phrases in REASONS.values())
    assert all(len(set(phrases)) == len(phrases) for phrases in REASONS.values())


def test_a_phrase_starts_with_a_letter_and_fits_a_narrow_dialog() -> None:
    phrases = [phrase for phrases in REASONS.values() for phrase in phrases]
    assert [phrase for phrase in phrases if not phrase[0].isalpha() or len(phrase) > 52] == []


def test_standard_words_need_no_cleaning() -> None:
    words = [agency.name for agency in AGENCIES] + [kind.name for kind in KINDS]
    words += [category.name for category in CATEGORIES] + [str(value) for value in SETTINGS.values()]
    assert [word for word in words if clean(word) != word] == []


def test_a_new_unit_starts_with_the_numbers_of_the_specification() -> None:
    numbers = ("default_due_days", "feedback_days_high", "feedback_days", "retention_years")
    assert [SETTINGS[name] for name in numbers] == [2, 1, 3, 6]
    assert (SETTINGS["hotspot_reports"], SETTINGS["hotspot_days"]) == (5, 28)
