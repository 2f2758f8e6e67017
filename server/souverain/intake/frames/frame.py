"""A frame: a predicate, and in which places of its clause those stand who fill its slots.

A place is a preposition after the predicate (« par », « à », « de »; a place that ends in `<` is
looked for before it), or one of

- `subject`, `object`: whom the verb is told of, and what follows it without a preposition;
- `of`: what « de » ties to the predicate, with nothing between;
- `head`: the name beside which a participle stands, before it or, at the head of a sentence, after;
- `first`: the first phrase of the sentence that no preposition governs;
- `clitic`: « l'a racheté »: the firm that the sentences before name;
- `own`, `topic`, `main`: of whom « son » is told, the paragraph, the article.

The first place of a slot that has somebody fills it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from souverain.intake.rule import Rule

Places = Sequence[str]


@dataclass(frozen=True)
class Frame:
    """A row of a table of frames: the rule finds the predicate, `places` who fills the slots.

    `figures` are the slots that a figure of the clause fills: `share`, `money`; `optional` slots may
    stay empty. A frame with `demands` says nothing in a sentence without these words, one with `bars`
    nothing with them; one that is `named` takes nobody for whom a pronoun or a description stands.
    """

    rule: Rule
    places: Mapping[str, Places] = field(hash=False)
    figures: Sequence[str] = ()
    demands: str = ""
    bars: str = ""
    optional: Sequence[str] = ()
    named: bool = False
