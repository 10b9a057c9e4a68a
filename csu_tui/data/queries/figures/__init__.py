"""The figures' records: one SQL a family, which is counted, split and listed alike."""
