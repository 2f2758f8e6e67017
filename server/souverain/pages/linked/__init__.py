"""Linked data: each thing at its address, in every format, and what its page tells machines."""
