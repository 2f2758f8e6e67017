"""Rules for stakes told from the firm that is held: « Y est détenu à 40 % par X », « filiale de X »."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.shares import (
    BE_HELD,
    FIGURES,
    HELD,
    HOLDERS,
    OF_WHICH,
    SHARE,
    TARGET,
    VIA,
    VIA2,
)
from souverain.intake.standing import Standing

_UNSTATED = {"basis": "Unstated"}
_MAJORITY = {"basis": "Majority"}
_VENTURE = (
    r"(?:coentreprise|co-entreprise|joint-venture|joint venture|société commune|entreprise commune"
    r"|structure commune|filiale commune|propriété commune|entité commune)"
)
_QUALITY = r"(?: (?:détenue|commune|créée <when>|française|européenne|américaine|allemande|informatique|numérique|cloud|spécialisée|indépendante|historique|cotée|à parts égales|à parité|paritaire|à 50/50|50/50|à 50-50))*"

HELD_RULES = (
    Rule(
        "stake.held-by-share",
        rf"{BE_HELD} <at>?{SHARE}{VIA}(?: et contrôlée?s?)?<adv> (?:<by>|de|du) {HOLDERS}{VIA2}",
        subject="target",
        tells="state",
        prior=0.93,
    ),
    Rule(
        "stake.capital-held-by-share",
        rf"capital(?: social)? <of>(?P<target><firm>)<adv>,? {BE_HELD} <at>?{SHARE}<adv> <by> {HOLDERS}",
        tells="state",
        prior=0.93,
    ),
    Rule(
        "stake.own-capital-held-by",
        rf"(?:son|leur|le) capital<adv>,? {BE_HELD} <at>?{SHARE}<adv> <by> {HOLDERS}",
        tells="state",
        topic="target",
        prior=0.75,
    ),
    Rule(
        "stake.held-by-holder-share",
        rf"{BE_HELD} (?:<by>|de|du) (?P<holder><party>){FIGURES}(?P<share><share>)",
        subject="target",
        tells="state",
        prior=0.92,
    ),
    Rule(
        "stake.capital-held-by-holder-share",
        rf"capital <of>(?P<target><firm>)<adv>,? {BE_HELD} <by> (?P<holder><party>){FIGURES}(?P<share><share>)",
        tells="state",
        prior=0.92,
    ),
    Rule(
        "stake.capital-split",
        rf"(?:capital|actionnariat|tour de table) <of>(?P<target><firm>)[^.;]{{0,60}}?(?:entre|par|:|de|compose de|comprend|réunit) (?P<holder><party>){FIGURES}(?P<share><share>)",
        tells="state",
        prior=0.85,
    ),
    Rule(
        "stake.counts-in-its-capital",
        rf"(?P<v><neg>)(?:compt(?:e|ent|ait|er)|réuni(?:t|ssent)|rassemble|accueill(?:e|ait)<pas>) (?:à|dans) son (?:capital|tour de table|actionnariat),? (?:notamment |entre autres )?(?P<holder><party>){FIGURES}(?P<share><share>)",
        subject="target",
        tells="state",
        prior=0.85,
    ),
    Rule(
        "stake.held-then-name",
        r"(?:détenue?|contrôlée?|possédée?)(?: à| à hauteur de) (?P<share><share>)<adv> par (?P<holder><parties>)(?:, [^,.;]{0,40})?, (?P<target><firm>)(?= \S)",
        fixed=Standing("InForce"),
        prior=0.85,
    ),
    Rule(
        "stake.mostly-held-then-name",
        r"(?:majoritairement |en majorité )?(?:détenue?|contrôlée?|possédée?)(?: majoritairement| en majorité) par (?P<holder><parties>)(?:, [^,.;]{0,40})?, (?P<target><firm>)(?= \S)",
        fixed=Standing("InForce"),
        fills=_MAJORITY,
        prior=0.85,
    ),
    Rule(
        "stake.equal-parts",
        rf"{BE_HELD} (?:à parts? égales?|à parité|pour moitié|à 50[/-]50|equally)<adv> (?:<by>|entre) (?P<holder><parties>)",
        subject="target",
        tells="state",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.majority-held",
        rf"{BE_HELD}? ?(?:<when> )?(?:en majorité|majoritairement|très majoritairement|à une (?:large )?majorité|à majorité)(?: {HELD})? <by> {HOLDERS}",
        subject="target",
        tells="state",
        fills=_MAJORITY,
        prior=0.9,
    ),
    Rule(
        "stake.mostly-held",
        rf"(?P<v><neg><be>?)(?:majoritairement|en majorité) {HELD} <by> {HOLDERS}",
        subject="target",
        tells="state",
        fills=_MAJORITY,
        prior=0.9,
    ),
    Rule(
        "stake.of-which-held",
        rf"{OF_WHICH} {SHARE}<adv> (?P<v><neg><be>?(?:détenue?s?|possédée?s?|appartien(?:t|nent|dra|dront)|revien(?:t|nent|dra|dront)|aux mains|entre les mains))<adv> (?:par|à|au|aux|de|d'|du)? ?{HOLDERS}",
        tells="state",
        prior=0.9,
    ),
    Rule(
        "stake.of-which-capital-held",
        rf"{OF_WHICH} le capital {BE_HELD} <at>?{SHARE}<adv> <by> {HOLDERS}",
        tells="state",
        prior=0.9,
    ),
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
        tells="state",
        prior=0.9,
    ),
    Rule(
        "stake.subsidiary-share-then-name",
        r"filiale (?:détenue )?à (?P<share><share>) (?:<of>|par )(?P<holder><firm>), (?P<target><firm>)(?= \S)",
        fixed=Standing("InForce"),
        prior=0.88,
    ),
    Rule(
        "stake.venture-of",
        rf"(?P<target><firm>)<paren>,? (?P<v>(?:est |était |sera |désormais |devient |devenue? |une |la |leur |l')*){_VENTURE}{_QUALITY}(?: à parts égales| à parité| paritaire)? (?:<of>|entre |créée (?:<when> )?par |formée par |détenue par |associant |réunissant |fondée par |constituée par |montée par )(?P<holder><parties>)",
        tells="state",
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
        tells="state",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.subsidiary-of-named",
        rf"(?:la |l'|une )(?:ex-|ancienne |nouvelle )?filiale{_QUALITY}(?: [a-zéè]+(?:ique|ale|elle|aine|aise|oise|enne))? (?:<of>)(?P<holder><name>), (?P<target><name>)(?=,)",
        fixed=Standing("InForce"),
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.own-subsidiary",
        r"(?:via|à travers|par|avec|de|et|chez|dont|pour|dans|où) (?:sa|leur) (?:(?:nouvelle|grande|petite|propre|principale|première) )?filiale(?: (?:[a-zéèêàç-]+|à (?P<share><share>)|(?:de|du|dans) [a-zéèêàç-]+)){0,3},? (?P<target><name>)",
        fixed=Standing("InForce"),
        owner="holder",
        bare=True,
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.parent-of",
        r"(?P<holder><firm>)<paren>,? (?P<v>)(?:la |est la |l'ex-|l'ancienne )?maison[ -]mère (?:[a-zéèêàç-]+ )?<of>(?P<target><firm>)",
        tells="state",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.parent-of-named",
        r"(?:la |sa |leur )maison[ -]mère (?:[a-zéèêàç-]+ )?<of>(?P<target><name>)(?:, l[ea] [a-zéèêàç ]+)?,? (?P<holder><name>)",
        fixed=Standing("InForce"),
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.belongs-to",
        rf"(?P<v><neg><modal><neg>(?:appartien(?:t|nent|dra|dront|drait)|appartenai(?:t|ent)|appartenir|appartenant<pas>))(?: (?:à hauteur de |à |pour )?(?P<share><share>))?<adv> (?:à |au |aux |à la ){HOLDERS}(?: (?:à hauteur de |à |pour |\()(?P<share2><share>))?",
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
        "stake.held-by",
        rf"{BE_HELD} (?:<by>|de|du) {HOLDERS}(?!{FIGURES}|-)",
        subject="target",
        tells="state",
        fills=_UNSTATED,
        prior=0.82,
    ),
    Rule(
        "stake.capital-held-by",
        rf"capital <of>(?P<target><firm>)<adv>,? {BE_HELD} <by> {HOLDERS}(?!{FIGURES})",
        tells="state",
        fills=_UNSTATED,
        prior=0.82,
    ),
    Rule(
        "stake.held-in-parentheses",
        rf"(?:titres|parts|actions|participations?|actionnaires(?: (?:de|du|d') ?{TARGET})?)(?: (?:détenue?s?|possédée?s?|respectives?|sont))?,? (?:par|de|d'|du|des|:|avec)? ?(?P<holder><party>) \((?P<share><share>)[^()]{{0,20}}\)",
        tells="noun",
        topic="target",
        fixed=Standing("InForce"),
        prior=0.75,
    ),
    Rule(
        "stake.remainder-held",
        rf"(?:le (?:reste|solde|reliquat|surplus)|les parts restantes|les (?:autres )?(?:actions|parts|titres)(?: restants| restantes)?|the rest|the remainder)(?: (?:du capital|des parts|des actions|des titres|of the capital|of the shares))?,? ?(?P<v>(?:(?:est|étant|sera|serait|reste|restant|demeure|étaient|sont|is|being) )?(?:détenue?s?|logée?s?|aux mains|entre les mains|possédé|réparti|appartenant|appartient|revenant|revient|reviendra|allant|held|owned|conservé))<adv> (?:par|de|à|au|aux|du|d'|dans|entre|by) ?{HOLDERS}",
        tells="state",
        topic="target",
        fills={"basis": "Remainder", "percentage": None},
        prior=0.85,
    ),
)
