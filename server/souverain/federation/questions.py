"""Questions that ask another endpoint as well, and whether it may be asked."""

from __future__ import annotations

import re

from souverain import question
from souverain.federation import allowed
from souverain.federation.allowed import Endpoints
from souverain.files import Project
from souverain.question import Question
from souverain.settings import Settings

_NAMED = re.compile(r"\bSERVICE\s+(?:SILENT\s+)?<([^<>\s]*)>", re.IGNORECASE)


def named(asked: Question) -> set[str]:
    """The endpoints that a question of ours names, each by its IRI."""
    return set(_NAMED.findall(asked.text))


def askable(project: Project, settings: Settings) -> dict[str, Question]:
    """The questions of `ontology/federated/` that name only endpoints on the list, by name."""
    endpoints: Endpoints = allowed.endpoints(settings.service_allow)
    found = question.of_files(project, project.federated_files())
    return {name: row for name, row in found.items() if named(row) <= endpoints.keys()}
