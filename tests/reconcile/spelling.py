"""Names as tables misspell them, by a generator that gives the same ones each time."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterable, Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LEGAL = (
    "Groupe {}",
    "{} SA",
    "Société {}",
    "{} S.A.S.",
    "{} Group",
    "{} SARL",
    "Sté {}",
    "{}, Inc.",
)
SHORTEST = 4
Spoil = Callable[[str, random.Random], str]


def mistyped(name: str, chance: random.Random) -> str:
    """A letter is missing, doubled, another one, or has changed places with the next."""
    if len(name) < SHORTEST:
        return name
    place = chance.randrange(1, len(name) - 1)
    before, letter, after = name[:place], name[place], name[place + 1 :]
    return before + chance.choice(
        (
            after,
            letter + letter + after,
            chance.choice(LETTERS) + after,
            after[:1] + letter + after[1:],
        )
    )


def unaccented(name: str, _: random.Random) -> str:
    """No accents are left, and it is all in capitals."""
    apart = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).upper()


def disordered(name: str, chance: random.Random) -> str:
    """The words stand in another order."""
    words = name.split()
    chance.shuffle(words)
    return " ".join(words)


def incorporated(name: str, chance: random.Random) -> str:
    """A legal form stands before or after it."""
    return chance.choice(LEGAL).format(name)


SPOILS: dict[str, Spoil] = {
    "mistyped": mistyped,
    "unaccented": unaccented,
    "disordered": disordered,
    "incorporated": incorporated,
}


def misspelt(names: Iterable[tuple[str, str]], count: int, seed: int) -> Iterator[tuple[str, str]]:
    """So many names, each with the identifier it stands for, spoilt in one to three ways."""
    chance, rows = random.Random(seed), list(names)
    for _ in range(count):
        identifier, name = chance.choice(rows)
        for spoil in chance.sample(list(SPOILS.values()), chance.randint(1, 3)):
            name = spoil(name, chance)
        yield identifier, name
