"""Claims that are made up: any number of them, in the project's ontology, each with its evidence.

They come by stories. A story is as large as the project's own graph, and like it: five articles
that tell of the same companies and people, so many claims of each kind as there, and figures that
agree, are rounded, or contradict one another. The same seed gives the same bytes.
"""
