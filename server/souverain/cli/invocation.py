"""What every command is given: the settings and the project of this call."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from souverain import files

if TYPE_CHECKING:
    from souverain.settings import Settings


@dataclass(frozen=True)
class Invocation:
    """One call of the program, with the options that stand before the command's name."""

    project_option: str | None

    def settings(self, **options: object) -> Settings:
        """The settings of the environment and of the command's own options."""
        from souverain.settings import Settings  # brings rdflib, which `--help` can do without

        return Settings.read(os.environ, project=self.project_option, **options)

    def project(self) -> files.Project:
        """The project that the call is about."""
        return files.find(self.settings().project)
