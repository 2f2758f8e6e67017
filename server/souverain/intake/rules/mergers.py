"""Rules for mergers, in which no party buys the other."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

_MERGER = r"(?:fusion|mariage|merger)(?: (?:à égalité|entre égaux|amicale|géante))?"

RULES = (
    Rule(
        "merger.between",
        r"(?:fusion|rapprochement|mariage|merger)(?: (?:à égalité|entre égaux))?(?: annoncée?| envisagée?| prévue?| avortée?)? (?:entre|de|d'|between|of) ?(?P<parties><parties>)",
        tells="outcome",
        prior=0.7,
    ),
    Rule(
        "merger.merges",
        r"(?P<v><neg><modal><neg><aux>(?:fusionn(?:ent|eraient|erait|eront|era|er|e|é|ant)|merg(?:es|ed|ing|e))(?!\w)<pas>)(?: avec | with )?(?P<others><parties>)?",
        subject="parties",
        prior=0.7,
    ),
    Rule(
        "merger.proposes",
        rf"(?:(?:a|ont|avait|avaient) propos(?:é)|propos(?:e|ent|ait)) (?:une |sa |leur )?{_MERGER}(?: (?:à|avec|au) ?(?P<others><parties>))?",
        subject="parties",
        fixed=Standing("Planned"),
        prior=0.75,
    ),
    Rule(
        "merger.plan-theirs",
        rf"(?:prépar(?:e|ent|aient|é|er)|négoci(?:e|ent|aient|er)|envisag(?:e|ent|eaient|er)|étudi(?:e|ent|aient|er)|discut(?:e|ent) d'|plan(?:ned)?) ?(?:un projet de |le projet de |leur projet de )?(?:leur |une |their |la |a )?{_MERGER}(?! (?:de|du|des|d'))(?: avec (?P<others><parties>))?",
        subject="parties",
        fixed=Standing("Planned"),
        prior=0.75,
    ),
    Rule(
        "merger.their-merger",
        rf"(?P<v><neg><modal><neg><aux>(?:annon(?:ce|cent|cé|cer|ceront)|officialis(?:e|ent|é|er)|finalis(?:e|ent|é|er)|boucl(?:e|ent|é|er)|confirm(?:e|ent|é|er)|announced?)<pas>) (?:un projet de |le projet de |leur projet de )?(?:leur |their |la )?{_MERGER}(?! (?:de|du|des|d'))(?: avec (?P<others><parties>))?",
        subject="parties",
        tells="both",
        prior=0.75,
    ),
    Rule(
        "merger.talks",
        rf"(?:négociations?|discussions?|pourparlers|talks)(?: exclusives?)? (?:entre|between) (?P<parties><parties>)(?:,? engagées?| ouvertes?)?(?: depuis <when>)? (?:en vue d'une|pour une|sur une|autour d'une|about a) (?:éventuelle |possible )?{_MERGER}",
        tells="bid",
        prior=0.8,
    ),
)
