"""The command `souverain`: one module per command, imported when it is called."""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections.abc import Sequence

import click

from souverain.cli import faults, terminal
from souverain.cli.invocation import Invocation

# A row per command: its name is that of its module, which calls the command `command`. The help
# stands here so that `souverain --help` imports none of them.
COMMANDS = {
    "check": "Check the articles, the evidence, the shapes, the derived layer and the files' form.",
    "build": "Complete the claims, write every file in the one form, and derive what follows.",
    "query": "Answer a query: a text, a file, or a question by its name.",
    "explain": "Say in a sentence what a claim, a number or an entity is, with what it stands on.",
    "export": "Write the graph in a format of another tool.",
    "release": "Write every format into a new folder, with what tells of them.",
    "serve": "Serve the graph: SPARQL at /sparql, its graphs at /store, a page about it at /.",
    "mcp": "Let language models ask the graph, by the Model Context Protocol.",
    "load": "Make the files the next version of a store.",
    "token": "Make, list and revoke the tokens that let others write to a store.",
    "dump": "Write what a store holds back into files.",
    "log": "List who changed a store, when, why, and by how much.",
    "diff": "Show what changed from one version of a store to another.",
    "blame": "Show which version brought what is said of a thing, and what was taken away.",
    "revert": "Take back what a version changed, as a new version.",
    "backup": "Write a store with its whole history, but without its tokens, into a folder.",
    "restore": "Make a store of a backup, or its content the next version of a store.",
    "verify": "Read all that a store holds, and say what is damaged.",
    "add": "Keep new articles, and draft every claim that they make.",
    "draft": "Draft the claims that an article probably makes, each with its exact quote.",
    "review": "Decide on the drafts of an article, one key each; then publish what was accepted.",
    "evaluate": "Say how good the drafts are, against what a reader found.",
    "withdraw": "Withdraw a claim that was found wrong.",
    "merge": "Merge an entity into another that is the same.",
    "link": "Link entities to Wikidata: find, review and check links, each with its evidence.",
    "init": "Make a project folder with ontology, articles and graph.",
}


class Commands(click.Group):
    """The commands of the table."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, from its module."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"souverain.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, as the help page shows it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    metavar="DIR",
    help="The project's folder. Without it: the current folder when it holds graph/, "
    "else the data that came with the program.",
)
@click.version_option(package_name="souverain", message="%(prog)s %(version)s")
@click.pass_context
def souverain(ctx: click.Context, project: str | None) -> None:
    """Check, ask and serve a small knowledge graph in which every claim quotes its article.

    \b
    Example:
      souverain --project shop check

    \b
    Exit codes:
      0  done
      1  the data is at fault; each finding is printed
      2  the command is wrong
      3  an outside service failed
    """
    ctx.color = terminal.colour()
    ctx.obj = Invocation(project)


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one call; what went wrong is on standard error."""
    arguments = sys.argv[1:] if arguments is None else arguments
    # What it would warn of, a check finds too, and says where.
    logging.getLogger("rdflib").setLevel(logging.ERROR)
    try:
        # Not click's own `main`: it would turn a broken pipe into the code 1 (click 8.5).
        with souverain.make_context("souverain", list(arguments)) as ctx:
            code = souverain.invoke(ctx)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except BrokenPipeError:
        # The reader has gone: send the rest nowhere, so that Python's own flush stays quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return faults.BROKEN_PIPE
    except faults.EXPECTED as fault:
        return faults.report(fault)
    return code if isinstance(code, int) else 0


def main() -> None:
    """Run the command that the process was started with, and exit with its code."""
    sys.exit(run())
