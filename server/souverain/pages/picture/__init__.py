"""The ownership picture: who is said to hold what, by a date, and how it is drawn."""
