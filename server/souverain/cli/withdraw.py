"""`souverain withdraw`: a claim found wrong is withdrawn, with a reason."""

from __future__ import annotations

import click

from souverain.cli.act import accounted, published
from souverain.cli.invocation import Invocation
from souverain.publish.account import Account
from souverain.publish.withdrawal import withdraw


@click.command(name="withdraw")
@click.argument("claim", metavar="CLAIM")
@click.option("--with-dependents", is_flag=True, help="Withdraw the claims that name it as well.")
@accounted
@click.pass_obj
def command(
    invocation: Invocation, claim: str, with_dependents: bool, account: Account, dry_run: bool
) -> None:
    """Withdraw a claim that was found wrong.

    CLAIM is its IRI, whole or short. It stays readable, with who withdrew it, when and why; it is
    in no answer of a question and in nothing derived any more. Nothing is written unless all of
    `souverain check` holds afterwards.

    \b
    Example:
      souverain withdraw id:stake-002-2af3ff97b5 --reason "the figure is that of SFR" \\
        --by "the maintainers" --on 2024-01-31
    """
    base = invocation.settings().base
    published(
        invocation,
        lambda staged: withdraw(staged, claim, account, base, with_dependents=with_dependents),
        dry_run,
    )
