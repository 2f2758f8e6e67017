"""Search over names, sentences and quotes."""
