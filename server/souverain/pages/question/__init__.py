"""The questions that the graph must answer, as forms, pages and an interface for programs."""
