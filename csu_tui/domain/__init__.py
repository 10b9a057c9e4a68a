"""The rules: pure functions over values; no file, no SQL, no screen."""
