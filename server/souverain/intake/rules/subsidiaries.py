"""Rules for stakes told by what a firm is to another: « filiale de X », « maison mère de Y »."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.shares import (
    HOLDERS,
    TARGET,
    UNTIL,
)
from souverain.intake.standing import Standing

_UNSTATED = {"basis": "Unstated"}
_VENTURE = (
    r"(?:coentreprise|co-entreprise|joint-venture|joint venture|société commune|entreprise commune"
    r"|structure commune|filiale commune|propriété commune|entité commune)"
)
_QUALITY = r"(?: (?:détenue|commune|créée <when>|française|européenne|américaine|allemande|informatique|numérique|cloud|spécialisée|indépendante|historique|cotée|à parts égales|à parité|paritaire|à 50/50|50/50|à 50-50))*"

SUBSIDIARY_RULES = (
    Rule(
        "stake.is-share-owned-by",
        r"(?P<v><be>?)(?P<share><share>)[ -](?:owned|held|controlled)(?:[ -]subsidiary)? (?:by|of) (?P<holder><parties>)",
        subject="target",
        tells="state",
        prior=0.9,
    ),
    Rule(
        "stake.relies-on",
        r"(?P<v>s'appu(?:ie|ient|iera|yer)|repose(?:ra)?)<adv>(?: quant à (?:lui|elle))? sur (?P<holder><party>) (?:pour|à hauteur de) (?P<share><share>)",
        subject="target",
        tells="state",
        prior=0.8,
    ),
    Rule(
        "stake.subsidiary-share",
        r"(?P<target><firm>)<paren>,? (?P<v>)(?:est |était |sera |désormais |devient |devenue? |une |la |sa |son |leur |co-?entreprise |joint-venture )*(?:filiale|coentreprise|joint-venture|propriété)(?: commune)?,? (?:détenue |contrôlée )?à (?P<share><share>) (?:<of>|par )(?P<holder><parties>)",
        tells="quality",
        prior=0.9,
    ),
    Rule(
        "stake.subsidiary-share-then-name",
        r"filiale (?:détenue )?à (?P<share><share>) (?:<of>|par )(?P<holder><firm>), (?P<target><firm>)(?= \S)",
        tells="title",
        prior=0.88,
    ),
    Rule(
        "stake.venture-of",
        rf"(?P<target><firm>)<paren>,? (?P<v>(?:est |était |sera |désormais |devient |devenue? |une |la |leur |l')*){_VENTURE}{_QUALITY}(?: à parts égales| à parité| paritaire)? (?:<of>|entre |créée (?:<when> )?par |formée par |détenue par |associant |réunissant |fondée par |constituée par |montée par )(?P<holder><parties>)",
        tells="quality",
        fills=_UNSTATED,
        needs=("holder", "target"),
        prior=0.85,
    ),
    Rule(
        "stake.named-venture-of",
        rf"(?:la |leur |une |cette ){_VENTURE}{_QUALITY} (?:<of>|entre |créée (?:<when> )?par |formée par |associant |réunissant )(?P<holder><parties>)(?:, baptisée|, appelée|, dénommée|, nommée|,) (?P<target><name>)",
        fixed=Standing("InForce"),
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.subsidiary-of",
        rf"(?P<target><firm>)<paren>,? (?P<v>(?:est |était |désormais |devient |devenue? |une |la |a |aujourd'hui |toujours |l'une des )*)(?:ex-|ancienne |nouvelle |discrète |autre )?(?:filiales?|propriété|subsidiary){_QUALITY}(?: [a-zéè]+(?:ique|ale|elle|aine|aise|oise|enne))? (?:<of>)(?P<holder><parties>)",
        tells="quality",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.subsidiary-of-named",
        rf"(?:la |l'|une )(?:ex-|ancienne |nouvelle )?filiale{_QUALITY}(?: [a-zéè]+(?:ique|ale|elle|aine|aise|oise|enne))? (?:<of>)(?P<holder><name>), (?P<target><name>)(?=,)",
        tells="title",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.subsidiary-of-whom-one-talks-with",
        r"avec (?:la |le |l'|son |sa )?(?P<holder><name>),? (?:pour|en vue d[eu']|portant sur|afin d[e']) ?(?:le |la |l')?(?:rachat|acquisition|reprise|cession|racheter|acquérir|reprendre)(?: de)? (?:sa|leur) filiale(?: [a-zéèêàç-]+){0,2},? (?P<target><name>)",
        fixed=Standing("InForce"),
        bare=True,
        fills=_UNSTATED,
        prior=0.82,
    ),
    Rule(
        "stake.own-subsidiary",
        r"(?<!rachat\s)(?<!acquisition\s)(?<!reprise\s)(?:via|à travers|par|avec|de|et|chez|dont|pour|dans|où) (?:sa|leur) (?:(?:nouvelle|grande|petite|propre|principale|première) )?filiale(?: (?:[a-zéèêàç-]+|à (?P<share><share>)|(?:de|du|dans) [a-zéèêàç-]+)){0,3},? (?P<target><name>)",
        tells="title",
        owner="holder",
        bare=True,
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.subsidiary-then-name",
        rf"filiale{_QUALITY}(?: (?:détenue )?à (?P<share><share>))?(?: [a-zéè]+(?:ique|ale|elle|aine|aise|oise|enne))? (?:<of>|par )(?P<holder><parties>){UNTIL}(?P<target><firm>)(?= (?!et\b|ou\b)[a-zé])",
        tells="title",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.property-then-name",
        rf"(?:propriété|contrôlée?|détenue?|possédée?)(?: majoritairement)? (?:<of>|par )(?P<holder><parties>){UNTIL}(?P<target><firm>)(?= (?!et\b|ou\b)[a-zé])",
        fixed=Standing("InForce"),
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.of-which-subsidiary",
        r"(?P<holder><firm>)<paren>,? dont (?P<target><firm>) (?P<v>(?:est|était|reste|n'est plus)<pas>) (?:la |une |l'ex-|l'une des )?filiales?(?: à (?P<share><share>))?",
        tells="state",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.parent-of",
        r"(?P<holder><firm>)<paren>,? (?P<v>)(?:la |est la |l'ex-|l'ancienne )?maison[ -]mère (?:[a-zéèêàç-]+ )?<of>(?P<target><firms>)",
        tells="quality",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.parent-of-named",
        r"(?:la |sa |leur )maison[ -]mère (?:[a-zéèêàç-]+ )?<of>(?P<target><name>)(?:, l[ea] [a-zéèêàç ]+)?,? (?P<holder><name>)(?!,? (?:et|ou) )(?!, \ue000)",
        tells="title",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.belongs-to",
        rf"(?P<v><neg><modal><neg>(?:appartien(?:t|nent|dra|dront|drait)|appartenai(?:t|ent)|appartenir|appartenant<pas>))(?: (?:à hauteur de |à |pour )?(?P<share><share>)| pour moitié| en partie)?<adv> (?:à |au |aux |à la ){HOLDERS}(?: (?:à hauteur de |à |pour |\()(?P<share2><share>))?",
        subject="target",
        tells="state",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.share-belongs-to",
        rf"les (?P<share><share>)(?: (?:restants?|manquants?|autres))?(?: <capital>)? (?P<v>(?:appartien(?:t|nent|dra|dront)|appartenaient|revien(?:t|nent|dront)|sont(?: restés?)? (?:détenus|conservés|logés|entre les mains|aux mains)|seront (?:détenus|conservés)|demeurent la propriété|restent la propriété|restent (?:détenus|aux mains|entre les mains)))<adv> (?:par|à|au|aux|de|d'|du|chez|dans)? ?{HOLDERS}",
        tells="state",
        topic="target",
        prior=0.82,
    ),
    Rule(
        "stake.held-in-parentheses",
        rf"(?:titres|parts|actions|participations?) (?:détenue?s?|possédée?s?|respectives?)? ?(?:par|de|d'|du|des) ?(?P<holder><party>) \((?P<share><share>)[^()]{{0,20}}\)(?=[^.;()]*(?:\([^()]*\)[^.;()]*){{0,3}} (?:dans|au capital d[eu']) ?{TARGET})",
        fixed=Standing("InForce"),
        prior=0.8,
    ),
    Rule(
        "stake.held-in-parentheses-of-it",
        r"(?:titres|parts|actions|participations) (?:détenue?s|possédée?s)<adv> (?:par|de|d'|du|des) ?(?P<holder><party>) \((?P<share><share>)[^()]{0,20}\)",
        fixed=Standing("InForce"),
        topic="target",
        prior=0.72,
    ),
    Rule(
        "stake.shareholders-in-parentheses",
        rf"actionnaires(?: (?:de|du|d') ?{TARGET})?(?: sont)?,? (?:de|d'|du|des|:|avec)? ?(?P<holder><party>) \((?P<share><share>)[^()]{{0,20}}\)",
        tells="noun",
        topic="target",
        fixed=Standing("InForce"),
        prior=0.75,
    ),
)
