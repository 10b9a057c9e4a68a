"""In and out: bytes and text to the domain and back; no SQL, no screen."""
