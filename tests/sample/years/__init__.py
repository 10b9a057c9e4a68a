"""Two financial years of the unit, carried over from its own spreadsheet before the three weeks."""
