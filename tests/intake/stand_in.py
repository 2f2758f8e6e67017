"""Stands in for the extractors where who drafts is the point, and not what is drafted.

A process that drafts imports it by its name: its folder must be on the path.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path

from souverain.intake.candidate import Candidate
from souverain.intake.crew import Drafted
from souverain.intake.extraction import Draft

# The folder in which each drafting of an article leaves a trace, named by the process.
TRACES = "STAND_IN_TRACES"
DEADLY, DEADLY_ONCE = "DEADLY", "DEADLY ONCE"


def drafted(text, known):
    """One draft: a role that quotes the first word, by a rule that tells how much is known."""
    trace(text)
    first = text.content.split()[0]
    slots = {"person": first, "organization": None, "title": None}
    rule = f"knows-{len(known.entities)}"
    claim = Candidate("role", 0, len(first), first, "InForce", 0.5, rule, slots)
    return Drafted(text.slug, Draft((claim,), ()))


def deadly(text, known):
    """The same, but an article may take its process down, each time or the first time."""
    before = traces(text.slug)
    if DEADLY_ONCE in text.content and not before:
        trace(text)
        os.kill(os.getpid(), signal.SIGKILL)
    if DEADLY in text.content and DEADLY_ONCE not in text.content:
        trace(text)
        os.kill(os.getpid(), signal.SIGKILL)
    return drafted(text, known)


def trace(text):
    """Leave a trace of having begun an article."""
    folder = Path(os.environ[TRACES])
    number = len(traces(text.slug))
    (folder / f"{text.slug}.{number}.{os.getpid()}").touch()


def traces(slug):
    """The processes that began an article, in their order."""
    found = sorted(Path(os.environ[TRACES]).glob(f"{slug}.*"))
    return [int(path.name.rpartition(".")[2]) for path in found]
