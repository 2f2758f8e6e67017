"""The W3C's tests of the reading side, asked of a live server over HTTP."""
