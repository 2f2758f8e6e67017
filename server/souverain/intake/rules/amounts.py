"""Rules for sums that measure a firm: what it turns over, and what it is held to be worth."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

_ABOUT = r"(?:environ|près d[e']|plus d[e']|un peu plus d[e']|un peu moins d[e']|quelque|pas moins d[e']|au moins|moins d[e']|inférieure?s? à|dépassant|avoisinant|frôlant|proche de|presque|autour d[e']|supérieure?s? à|d'un montant de|les|la barre des?|about|around|nearly|over|of)"
_FROM_TO = r"(?:(?:de |d')?(?:<money>|\d[\d,.]{0,9}) (?:en <when> )?à )?"
_MONEY = rf"(?:de |d'|à |of )?(?:{_ABOUT} ?)*{_FROM_TO}(?:{_ABOUT} ?)*(?P<money><money>)"
_OR_MONEY = _MONEY.replace("?P<money>", "?P<money2>")
_SALES = r"(?:chiffres? d'affaires?|CA\b|revenus?|recettes|ventes|facturations|revenues?|turnover|sales)(?: (?:annuels?|annuelles?|consolidée?s?|global|mondial|total|totales?|proforma|pro forma|net|nettes?|récurrents?|trimestriel|semestriel|hors taxes|publicitaires?|cumulé|organique|annual|de l'ensemble|du groupe))*"
_UP = r"(?:,? \(?(?:en (?:hausse|baisse|progression|recul|croissance|repli|retrait)|stable)(?: (?:de |d')?[^,.;()]{2,30}?)?\)?(?:,? à)?)?"
_A = r"(?:(?:un|une|son|leur|des|ses|leurs|le|les|a|an|its|annual|augmentation de|hausse de) ?)*"
_DOES = r"(?:réalis(?:e|ent|é|er|ait|aient|ant|era)|affich(?:e|ent|é|er|ait|ant)|dégag(?:e|ent|é|er|eait|eant)|génèr(?:e|ent)|génér(?:é|er|ait|ant)|enregistr(?:e|ent|é|er|ait|ant)|publi(?:e|ent|é|er)|attein(?:t|dre)|totalis(?:e|ent|é|er|ait|ant)|revendiqu(?:e|ent|é|er|ait)|déclar(?:e|ent|é|er)|fai(?:t|sait)|pès(?:e|ent)|pes(?:ait|ant)|engrang(?:e|ent|é|er)|cumul(?:e|ent|é|ait)|représent(?:e|ent|é|ait|ant)|brass(?:e|ait)|(?:franchi(?:t|r|ssent)?|dépass(?:e|ent|é|er)|pass(?:e|é|er)) (?:le cap|la barre|le seuil)|termin(?:e|é) (?:l'exercice|l'année|<when>)(?: <when>)? (?:avec|sur)|boucl(?:e|é) (?:l'exercice|l'année|<when>)(?: <when>)? (?:avec|sur)|made|makes|posted|posts|reported|reports|generates?|generated|had|has)"
_HOPES = r"(?:vis(?:e|ent|er|ait|ant)|attend(?:ent|re|ait)?|escompt(?:e|ent|er|ait)|tabl(?:e|ent|er|ait) sur|ambitionn(?:e|ent|er|ait)|espèr(?:e|ent)|espér(?:er|ait)|prévoi(?:t|ent|r|yait)|projette(?:nt)?|anticip(?:e|ent|er)|cibl(?:e|ent|er)|compt(?:e|ent) (?:atteindre|réaliser|dégager|dépasser)|expects?|targets?|aims for)"
_IS = r"(?:s'élèv(?:e|ent|ait|era)(?: désormais)? à|s'est élevée? à|s'établi(?:t|ssait) à|s'est établie? à|s'étai(?:t|ent) (?:élevée?s?|établie?s?) à|se situ(?:e|ait) (?:à|autour d[e'])|ressort(?:ait)? à|atteint|(?:a|ont|avait) atteint|atteignait|atteindra|devrait atteindre|est d[e']|était d[e']|sera d[e']|a été d[e']|dépass(?:e|ent|ait|é|era)|a dépassé|avoisin(?:e|ait)|frôl(?:e|ait)|a frôlé|culmin(?:e|ait) à|plafonn(?:e|ait) à|a représenté|représent(?:e|ait)|(?:a |ont |est |devrait |était )?(?:pass(?:e|ant|er|é|ée)|bond(?:i|ir|it)|progress(?:e|é|er)|grimp(?:e|é|er)|recul(?:e|é|er)|chut(?:e|é|er)|augment(?:e|é|er)|doubl(?:e|é|er)|tripl(?:e|é|er)|multiplié par [a-zé]+|été multiplié par [a-zé]+|été divisé par [a-zé]+|baiss(?:e|é|er)|crû)[^.;\ue005]{0,40}?,? (?=(?:de (?:<money>|\d[\d,.]{0,9}) )?à )|(?:a |ont )?(?:baiss|recul|progress|augment|chut|bondi|grimp)\w*[^.;\ue005]{0,30} pour (?:atteindre|s'établir à|s'élever à)|reached|was|rose to|fell to)"
_IN = r"(?:,? (?:en |sur |pour |l'|au |fin )?(?:<when>|l'exercice <when>))?"
_TURNOVER = {"measure": "Turnover"}
_VALUATION = {"measure": "Valuation"}

RULES = (
    Rule(
        "amount.hopes-turnover",
        rf"(?P<v><neg><modal><neg><aux>{_HOPES}<pas>) {_A}{_SALES}{_IN} {_MONEY}{_IN}",
        subject="receiver",
        fixed=Standing("Planned"),
        fills=_TURNOVER,
        prior=0.85,
    ),
    Rule(
        "amount.hopes-money",
        rf"(?P<v><neg><modal><neg><aux>{_HOPES}<pas>) {_MONEY} (?:de |d'|en |of ){_SALES}{_IN}",
        subject="receiver",
        fixed=Standing("Planned"),
        fills=_TURNOVER,
        prior=0.85,
    ),
    Rule(
        "amount.aim",
        rf"(?:objectif|ambition|cible)s?(?: (?:affichée?|fixée?|annoncée?|de la société|du groupe))?(?: ?:| est d[e'](?: (?:atteindre|réaliser))?| reste d[e'])? (?:{_MONEY} (?:de |d'|en ){_SALES}|{_A}{_SALES}{_IN} {_OR_MONEY}){_IN}",
        topic="receiver",
        fixed=Standing("Planned"),
        fills=_TURNOVER,
        prior=0.78,
    ),
    Rule(
        "amount.makes-turnover",
        rf"(?P<v><neg><modal><neg><aux>{_DOES}<pas>){_IN} {_A}{_SALES}{_IN}{_UP} {_MONEY}{_IN}",
        subject="receiver",
        fills=_TURNOVER,
        prior=0.87,
    ),
    Rule(
        "amount.makes-money",
        rf"(?P<v><neg><modal><neg><aux>{_DOES}<pas>){_IN} {_MONEY} (?:de |d'|en |of ){_SALES}{_IN}",
        subject="receiver",
        fills=_TURNOVER,
        prior=0.87,
    ),
    Rule(
        "amount.employs-for-turnover",
        rf"(?P<v>(?:emploie|employait|compte|comptait|fait travailler|employs))<pas> [^,.;]{{3,50}}? (?:pour|et réalise|et affiche|, pour) {_A}{_SALES}{_IN}{_UP} {_MONEY}{_IN}",
        subject="receiver",
        fills=_TURNOVER,
        prior=0.82,
    ),
    Rule(
        "amount.own-turnover",
        rf"(?:son|leur|ses|leurs|its) {_SALES}{_IN},? (?P<v><neg><modal><neg>{_IS}<pas>) ?{_MONEY}{_IN}",
        owner="receiver",
        fills=_TURNOVER,
        prior=0.8,
    ),
    Rule(
        "amount.the-turnover",
        rf"(?:le|les) {_SALES}{_IN},? (?P<v><neg><modal><neg>{_IS}<pas>) ?{_MONEY}{_IN}",
        topic="receiver",
        fills=_TURNOVER,
        prior=0.75,
    ),
    Rule(
        "amount.turnover-of-firm",
        rf"{_SALES} (?:(?:réalisée?s?|dégagée?s?|générée?s?) par )?(?:de la |de l'|du |de |d'|of )?(?P<receiver><firm>)(?: dans l'Hexagone| en <place>)?{_IN},? (?P<v><neg><modal><neg>{_IS}<pas>) ?{_MONEY}{_IN}",
        fills=_TURNOVER,
        prior=0.85,
    ),
    Rule(
        "amount.whose-turnover",
        rf"(?P<receiver><firm>),? (?:dont|whose) (?:le |les )?{_SALES}{_IN},? (?P<v><neg><modal><neg>{_IS}<pas>) ?{_MONEY}{_IN}",
        fills=_TURNOVER,
        prior=0.85,
    ),
    Rule(
        "amount.with-turnover-then-name",
        rf"(?:avec|fort d[e'u]|pour|with) {_A}(?:{_MONEY} (?:de |d'){_SALES}|{_SALES} {_OR_MONEY}){_IN}(?:[^,.;]{{0,40}})?(?:, en [^,.;]{{3,30}})?, (?P<receiver><firm>)",
        fixed=Standing("InForce"),
        fills=_TURNOVER,
        prior=0.78,
    ),
    Rule(
        "amount.with-turnover",
        rf"(?:avec|pour) {_A}{_SALES}{_IN}{_UP} (?:qui {_IS} ?)?{_MONEY}{_IN}(?=[.,;]|$)(?!, [\ue000\ue002])",
        owner="receiver",
        fixed=Standing("InForce"),
        fills=_TURNOVER,
        prior=0.75,
    ),
    Rule(
        "amount.name-with-turnover",
        rf"(?P<receiver><name>)(?: ?\(| ?, )(?:(?:(?!devai|devr|vis[ea]|réalis|affich|ambition|espèr|attend|génér|enregistr|franchi|dépass)[^.;()«»\ue000\ue005]){{0,50}}?[ (])??(?:{_MONEY} (?:de |d'){_SALES}|{_SALES}{_IN} ?:? {_OR_MONEY}){_IN}",
        fixed=Standing("InForce"),
        fills=_TURNOVER,
        prior=0.78,
    ),
    Rule(
        "amount.valued",
        r"(?P<v><neg><modal><be>(?:valorisée?s?|évaluée?s?|estimée?s?|valued))<adv>(?: à| at| plus d[e']| près d[e']| environ| quelque)* ?(?P<money><money>)",
        subject="receiver",
        fills=_VALUATION,
        prior=0.8,
    ),
    Rule(
        "amount.values",
        r"(?P<v><neg><modal><neg><aux>(?:valoris(?:e|ent|é|er|ant|ait|erait)|values|valued)<pas>) (?:(?:l'ensemble de |la totalité de )?(?P<receiver><firm>))(?: (?:à hauteur d[e']|autour d[e']|aux alentours d[e']|à|at|plus d[e']|près d[e']|environ|quelque))* ?(?P<money><money>)",
        fills=_VALUATION,
        prior=0.8,
    ),
    Rule(
        "amount.values-it",
        r"(?P<v>(?:qui |ce qui |et )(?:le |la |l')(?:a )?valoris(?:e|ait|é|erait))(?: (?:à hauteur d[e']|autour d[e']|aux alentours d[e']|à|plus d[e']|près d[e']|environ|quelque))* ?(?P<money><money>)",
        owner="receiver",
        fills=_VALUATION,
        prior=0.75,
    ),
    Rule(
        "amount.valuation-of",
        r"(?:valorisation|capitalisation(?: boursière)?)(?: de (?P<receiver><firm>))?,? (?:s'élève à |atteint |dépasse |est de |est estimée à |d'environ |de |proche de |supérieure à |autour de |de plus de )+(?P<money><money>)",
        topic="receiver",
        fixed=Standing("InForce"),
        fills=_VALUATION,
        prior=0.72,
    ),
)
