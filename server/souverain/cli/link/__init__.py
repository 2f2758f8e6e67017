"""`souverain link`: the graph and Wikidata, or another dataset; one module for each sub-command."""

from __future__ import annotations

import importlib

import click

from souverain.cli.invocation import Invocation

# A row per sub-command: its name is that of its module here, which calls it `command`.
COMMANDS: dict[str, str] = {
    "find": "Search candidates for entities without a link, and write them into a review file.",
    "review": "Go through the candidates in the terminal, with one key for each.",
    "apply": "Make links of the decisions that a review file holds.",
    "decide": "Decide on one entity: exact or close to ITEM, reject ITEM, none, or later.",
    "undo": "Take the last decision on an entity back.",
    "list": "Show each entity with its link, or with what was decided of it.",
    "check": "Look whether the items that entities are linked to were merged, deleted or changed.",
    "enrich": "Retrieve what Wikidata says of linked items, into a graph of its own.",
    "compare": "Say of each stake, role and date of the articles what Wikidata says of it.",
    "quickstatements": "Draft what Wikidata lacks, for a human to review; nothing is sent.",
}
# Where a module cannot be called what its sub-command is.
MODULES: dict[str, str] = {"list": "listing"}


class Commands(click.Group):
    """The sub-commands of the table, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The sub-command of that name, from its module."""
        if cmd_name not in COMMANDS:
            return None
        name = MODULES.get(cmd_name, cmd_name)
        command: click.Command = importlib.import_module(f"souverain.cli.link.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, as the help page shows it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(name="link", cls=Commands, invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Link entities to Wikidata: find, review and check links, each with its evidence.

    Nothing is linked on its own: candidates are found and weighed, and a person decides. Alone, it
    says how far the graph is linked, and what to do next.

    \b
    Example:
      souverain link find id:cloudwatt --contact me@example.org
      souverain link review --by "the maintainers" --on 2024-01-31
    """
    if ctx.invoked_subcommand is None:
        from souverain.cli.link import standing

        invocation = ctx.find_object(Invocation)
        assert invocation
        standing.tell(invocation)
