"""Rules for sums that measure a firm: what it turns over, and what it is held to be worth."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

_ABOUT = r"(?:environ|près d[e']|plus d[e']|un peu plus d[e']|un peu moins d[e']|quelque|pas moins d[e']|au moins|moins d[e']|presque|autour d[e']|supérieure?s? à|about|around|nearly|over|of)"
_MONEY = rf"(?:de |d'|à |of )?(?:{_ABOUT} ?)*(?P<money><money>)"
_OR_MONEY = _MONEY.replace("?P<money>", "?P<money2>")
_SALES = r"(?:chiffres? d'affaires?|CA\b|revenus?|recettes|ventes|revenues?|turnover|sales)(?: (?:annuels?|annuelles?|consolidée?s?|global|mondial|total|proforma|net|récurrents?|trimestriel|hors taxes|annual))*"
_UP = r"(?:,? (?:en (?:hausse|baisse|progression|recul|croissance|repli|retrait)|stable)(?: (?:de |d')?[^,.;]{2,20}?)?,? à)?"
_A = r"(?:(?:un|une|son|leur|des|ses|leurs|le|les|a|an|its|annual) )*"
_DOES = r"(?:réalis(?:e|ent|é|er|ait|aient|ant|era)|affich(?:e|ent|é|er|ait|ant)|dégag(?:e|ent|é|er|eait)|génèr(?:e|ent)|génér(?:é|er|ait|ant)|enregistr(?:e|ent|é|er|ait)|publi(?:e|ent|é|er)|attein(?:t|dre)|totalis(?:e|ent|é|er|ait)|revendiqu(?:e|ent|é|er|ait)|déclar(?:e|ent|é|er)|fai(?:t|sait)|pès(?:e|ent)|pesait|engrang(?:e|ent|é|er)|made|makes|posted|posts|reported|reports|generates?|generated)"
_HOPES = r"(?:vis(?:e|ent|er|ait)|attend(?:ent|re|ait)?|escompt(?:e|ent|er|ait)|tabl(?:e|ent|er|ait) sur|ambitionn(?:e|ent|er|ait)|espèr(?:e|ent)|espér(?:er|ait)|prévoi(?:t|ent|r)|projette(?:nt)?|anticip(?:e|ent|er)|cibl(?:e|ent|er)|compt(?:e|ent) (?:atteindre|réaliser)|expects?|targets?|aims for)"
_IS = r"(?:s'élèv(?:e|ent|ait|era)(?: désormais)? à|s'est élevée? à|s'établi(?:t|ssait) à|s'est établie? à|atteint|(?:a|ont|avait) atteint|atteignait|atteindra|devrait atteindre|est d[e']|était d[e']|sera d[e']|dépass(?:e|ent|ait|é|era)|a dépassé|avoisin(?:e|ait)|frôl(?:e|ait)|a frôlé|(?:a |ont |est |devrait )?(?:pass(?:er|é|ée)|bond(?:i|ir)|progress(?:é|er)|grimp(?:é|er)|recul(?:é|er)|chut(?:é|er)|augment(?:é|er)|doubl(?:é|er)|tripl(?:é|er)|multiplié par [a-zé]+|été multiplié par [a-zé]+|été divisé par [a-zé]+|baiss(?:é|er)|crû)[^.;]{0,40}?,? à|reached|was|rose to|fell to)"
_IN = r"(?:,? (?:en |sur |pour |l'|au )?(?:<when>|l'exercice <when>))?"

RULES = (
    Rule(
        "amount.hopes-turnover",
        rf"(?P<v><neg><modal><neg><aux>{_HOPES}<pas>) {_A}{_SALES}{_IN} {_MONEY}{_IN}",
        subject="receiver",
        fixed=Standing("Planned"),
        fills={"measure": "Turnover"},
        prior=0.85,
    ),
    Rule(
        "amount.hopes-money",
        rf"(?P<v><neg><modal><neg><aux>{_HOPES}<pas>) {_MONEY} (?:de |d'|en |of ){_SALES}{_IN}",
        subject="receiver",
        fixed=Standing("Planned"),
        fills={"measure": "Turnover"},
        prior=0.85,
    ),
    Rule(
        "amount.makes-turnover",
        rf"(?P<v><neg><modal><neg><aux>{_DOES}<pas>){_IN} {_A}{_SALES}{_IN}{_UP} {_MONEY}{_IN}",
        subject="receiver",
        fills={"measure": "Turnover"},
        prior=0.87,
    ),
    Rule(
        "amount.makes-money",
        rf"(?P<v><neg><modal><neg><aux>{_DOES}<pas>){_IN} {_MONEY} (?:de |d'|en |of ){_SALES}{_IN}",
        subject="receiver",
        fills={"measure": "Turnover"},
        prior=0.87,
    ),
    Rule(
        "amount.employs-for-turnover",
        rf"(?P<v>(?:emploie|employait|compte|comptait|fait travailler|employs))<pas> [^,.;]{{3,50}}? (?:pour|et réalise|et affiche|, pour) {_A}{_SALES}{_IN}{_UP} {_MONEY}{_IN}",
        subject="receiver",
        fills={"measure": "Turnover"},
        prior=0.82,
    ),
    Rule(
        "amount.own-turnover",
        rf"(?:son|leur|ses|leurs|its) {_SALES}{_IN},? (?P<v><neg><modal><neg>{_IS}<pas>) ?{_MONEY}{_IN}",
        owner="receiver",
        fills={"measure": "Turnover"},
        prior=0.8,
    ),
    Rule(
        "amount.turnover-of-firm",
        rf"{_SALES} (?:de la |de l'|du |de |d'|of )(?P<receiver><firm>){_IN},? (?P<v><neg><modal><neg>{_IS}<pas>) ?{_MONEY}{_IN}",
        fills={"measure": "Turnover"},
        prior=0.85,
    ),
    Rule(
        "amount.whose-turnover",
        rf"(?P<receiver><firm>),? (?:dont|whose) (?:le |les )?{_SALES}{_IN},? (?P<v><neg><modal><neg>{_IS}<pas>) ?{_MONEY}{_IN}",
        fills={"measure": "Turnover"},
        prior=0.85,
    ),
    Rule(
        "amount.with-turnover-then-name",
        rf"(?:avec|fort d[e'u]|pour|with) {_A}(?:{_MONEY} (?:de |d'){_SALES}|{_SALES} {_OR_MONEY}){_IN}(?:[^,.;]{{0,40}})?(?:, en [^,.;]{{3,30}})?, (?P<receiver><firm>)",
        fixed=Standing("InForce"),
        fills={"measure": "Turnover"},
        prior=0.78,
    ),
    Rule(
        "amount.name-with-turnover",
        rf"(?P<receiver><firm>)(?: \(| ?, )(?:[^.;()«»]{{0,50}}?[ (])??{_MONEY} (?:de |d'){_SALES}{_IN}",
        fixed=Standing("InForce"),
        fills={"measure": "Turnover"},
        prior=0.75,
    ),
    Rule(
        "amount.valued",
        r"(?P<v><neg><modal><be>(?:valorisée?s?|valued))<adv>(?: à| at| plus d[e']| près d[e']| environ| quelque)* ?(?P<money><money>)",
        subject="receiver",
        fills={"measure": "Valuation"},
        prior=0.8,
    ),
    Rule(
        "amount.values",
        r"(?P<v><neg><modal><neg><aux>(?:valoris(?:e|ent|é|er|ant|ait|erait)|values|valued)<pas>) (?P<receiver><firm>)(?: à| at| plus d[e']| près d[e']| environ| quelque)* ?(?P<money><money>)",
        fills={"measure": "Valuation"},
        prior=0.8,
    ),
)
