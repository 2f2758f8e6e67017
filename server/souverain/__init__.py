"""Souverain: a small knowledge graph, and the program that checks and serves it."""


def __getattr__(name: str) -> str:
    """`__version__` as the installed package states it, looked up when it is asked for."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import version  # costs more than the rest of `souverain --help`

    return version(__name__)
