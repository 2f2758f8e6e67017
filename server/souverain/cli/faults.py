"""The one place where an exception becomes words on standard error and an exit code."""

from __future__ import annotations

import click

from souverain.cli.terminal import colour
from souverain.errors import (
    DataError,
    QueryError,
    ServiceError,
    SouverainError,
    Unanswered,
    UsageError,
)

EXIT_CODES: dict[type[SouverainError], int] = {
    DataError: 1,
    UsageError: 2,
    QueryError: 2,
    ServiceError: 3,
    Unanswered: 3,
}
BROKEN_PIPE = 141
INTERRUPTED = 130

EXPECTED = (
    SouverainError,
    click.ClickException,
    click.Abort,
    KeyboardInterrupt,
    OSError,
)


def exit_code(fault: SouverainError) -> int:
    """The code of the nearest class in the table."""
    return next(EXIT_CODES[kind] for kind in type(fault).__mro__ if kind in EXIT_CODES)


def report(fault: BaseException) -> int:
    """Print what went wrong and what to do about it; gives the exit code."""
    match fault:
        case SouverainError():
            _print(fault)
            return exit_code(fault)
        case click.ClickException():
            fault.show()
            return fault.exit_code
        case OSError(filename=str(), strerror=str()):
            _line(f"{fault.filename}: {fault.strerror}")
            return 2
        case OSError(strerror=str()):
            _line(str(fault.strerror))
            return 2
        case KeyboardInterrupt() | click.Abort():
            return INTERRUPTED
    raise fault


def _print(fault: SouverainError) -> None:
    findings = fault.findings if isinstance(fault, DataError) else ()
    told = [finding for finding in findings if finding.message not in str(fault)]
    for finding in told:
        click.echo(str(finding), err=True)
    _line(str(fault), fault.hint)


def _line(message: str, hint: str = "") -> None:
    head = click.style("error:", fg="red", bold=True)
    click.echo(f"{head} {message}", err=True, color=colour())
    if hint:
        click.echo(f"    -> {hint}", err=True)
