"""What the unit's annual reports say of its two years, and what of it the three weeks bring by themselves."""

YEARS = ("2020-21", "2021-22")

PUBLISHED = {
    "2020-21": {
        "daily_taskings": 885,
        "contacts": 1187,
        "groups": 21,
        "case_reviews_raised": 2,
        "case_reviews_taken_forward": 0,
        "site_visits": 9,
        "cbo": 3,
        "cpw": 51,
        "cpn": 8,
        "cpn_breaches": 1,
        "closure_orders": 0,
        "vehicle_warning_letters": 27,
        "asb_warning_letters": 24,
        "aba": 11,
        "aba_breach_letters": 2,
        "prevent_referrals": 3,
        "resident_asb_reports": 97,
    },
    "2021-22": {
        "daily_taskings": 626,
        "contacts": 816,
        "groups": 21,
        "case_reviews_raised": 3,
        "case_reviews_taken_forward": 1,
        "site_visits": 12,
        "cbo": 4,
        "cpw": 63,
        "cpn": 11,
        "cpn_breaches": 0,
        "closure_orders": 1,
        "vehicle_warning_letters": 19,
        "asb_warning_letters": 31,
        "aba": 14,
        "aba_breach_letters": 1,
        "prevent_referrals": 4,
        "resident_asb_reports": 50,
    },
}

WEEKS = {
    "daily_taskings": 91,
    "contacts": 78,
    "site_visits": 3,
    "cpw": 2,
    "asb_warning_letters": 2,
    "aba": 1,
    "resident_asb_reports": 7,
}
"""What the three weeks bring to 2021-22; the build says so where a new story makes it wrong."""

KINDS = {
    "site_visits": "site visit",
    "cbo": "CBO",
    "cpw": "CPW",
    "cpn": "CPN",
    "cpn_breaches": "CPN breach",
    "closure_orders": "closure order",
    "vehicle_warning_letters": "warning letter (vehicle)",
    "asb_warning_letters": "warning letter (ASB)",
    "aba": "ABA",
    "aba_breach_letters": "ABA breach letter",
    "prevent_referrals": "Prevent",
}
"""The figures that count actions done, each with its kind."""
