"""HTTP/1.1 for strangers: messages, and connections under limits of time, size and number."""
