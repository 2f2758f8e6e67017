"""The derived layer is what the rules conclude from the claims as they stand now."""

from __future__ import annotations

from collections.abc import Iterator

from souverain import rules
from souverain.check.source import Source
from souverain.errors import Finding

BUILD = "run: souverain build"


def findings(source: Source) -> Iterator[Finding]:
    """One finding for each derived file that is out of date, missing, or made by no rule."""
    project = source.project
    present = {file.name: file.content for file in source.files}
    kept = {name: text for name, text in present.items() if not name.startswith("graph/derived/")}
    seen = [*kept.values(), *(file.content for file in source.ontology)]
    made = rules.derive(project, seen)
    due = {project.name(path): text for path, text in made.items()}
    for name in sorted(due.keys() | (present.keys() - kept.keys())):
        if due.get(name) != present.get(name):
            message = "is not what its rule concludes from the claims as they stand"
            yield Finding(name, 0, "", "derived-current", message, BUILD)
