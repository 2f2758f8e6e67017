"""Rules for stakes: who holds what share of which firm.

A joint share stays one stake with several holders; a remainder and a majority have no number.
"""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

_HOLD = (
    r"(?:détien(?:t|nent|dra|dront|drait|draient)|déten(?:ait|aient|ant|ir)"
    r"|poss[éè]d(?:e|ent|ait|aient|ant|er|era|eront|erait|eraient)"
    r"|contrôl(?:e|ent|ait|aient|ant|er|era|eront|erait|eraient)"
    r"|conserv(?:e|ent|ait|aient|ant|er|era|eront|erait|eraient)"
    r"|gard(?:e|ent|ait|aient|ant|er|era|eront|erait|eraient)"
    r"|(?:a|ont|avait|avaient|aura|aurait|auraient) (?:détenu|possédé|contrôlé|conservé|gardé)"
    r"|dispos(?:e|ent|ait|aient|ant|er|era|eront|erait|eraient) (?:de|d')"
    r"|(?:a|ont|aura|auront|aurait|auraient|avait|avaient|ayant)(?= (?:encore |désormais |déjà |"
    r"toujours |une participation|une part|\ue004))|pès(?:e|ent|era)"
    r"|holds?|owns?|held|owned|own|hold|controls?|retains?|keeps?)"
)
_V = rf"(?P<v><neg><modal><neg>{_HOLD}<pas>)"
_HELD = (
    r"(?:co-?)?(?:détenue?s?|possédée?s?|contrôlée?s?|propriété|aux mains|entre les mains|owned|held"
    r"|controlled)"
)
_BE_HELD = rf"(?P<v><neg><modal><neg><be>?{_HELD}<pas>)"
_SHARE = r"(?P<share><share>)(?: <capital>)?+"
_PART = r"(?:<stake> (?:de|d'|à hauteur de|équivalente? à|représentant|of) ?)?"
_VIA = r"(?:,? (?:via|à travers|par l'intermédiaire de|par le biais de|au travers de|through) (?:le |la |l'|son |sa |ses |leur )?(?:fonds |holding |filiale |véhicule )?(?P<via><firm>),?)?"
_INTO = r"<in>(?:capital (?:de|d'|du) ?)?"
_TARGET = r"(?P<target><firm>)"
_OWNER = r"(?:(?:les|des|ses|la|sa|leur|leurs) (?:<share> |parts?|actions|titres|participations?|intérêts|investissement))"
_FIGURES = r"(?:\s\(|,? (?:à|à hauteur de|pour|avec|with)\s)(?=\ue004|environ)"
_SHAREHOLDER = r"(?:co-?)?(?:actionnaires?|propriétaires?|shareholders?|owners?)"
_RANK = r"(?:(?:le|la|l'|les|un|une|son|sa|leur|the|a|its|an) ?)?(?:(?:premiers?|première|principa(?:l|le|ux)|seuls?|unique|deuxième|second|troisième|nouve(?:l|au|aux)|grands?|gros|plus gros|future?s?|ancien|main|largest|biggest|sole|historique|majority|minority) )*"

RULES = (
    Rule(
        "stake.held-by-share",
        rf"{_BE_HELD} <at>?{_SHARE}{_VIA}(?: et contrôlée?s?)?<adv> (?:<by>|de|du) (?P<holder><parties>){_VIA.replace('via>', 'via2>')}",
        subject="target",
        tells="state",
        prior=0.93,
    ),
    Rule(
        "stake.capital-held-by-share",
        rf"capital <of>(?P<target><firm>)<adv>,? {_BE_HELD} <at>?{_SHARE}<adv> <by> (?P<holder><parties>)",
        tells="state",
        prior=0.93,
    ),
    Rule(
        "stake.own-capital-held-by",
        rf"(?:son|leur|le) capital<adv>,? {_BE_HELD} <at>?{_SHARE}<adv> <by> (?P<holder><parties>)",
        tells="state",
        topic="target",
        prior=0.75,
    ),
    Rule(
        "stake.held-by-holder-share",
        rf"{_BE_HELD} (?:<by>|de|du) (?P<holder><party>){_FIGURES}(?P<share><share>)",
        subject="target",
        tells="state",
        prior=0.92,
    ),
    Rule(
        "stake.capital-held-by-holder-share",
        rf"capital <of>(?P<target><firm>)<adv>,? {_BE_HELD} <by> (?P<holder><party>){_FIGURES}(?P<share><share>)",
        tells="state",
        prior=0.92,
    ),
    Rule(
        "stake.capital-split",
        rf"(?:capital|actionnariat|tour de table) <of>(?P<target><firm>)[^.;]{{0,60}}?(?:entre|par|:|de|compose de|comprend|réunit) (?P<holder><party>){_FIGURES}(?P<share><share>)",
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
        fills={"basis": "Majority"},
        prior=0.85,
    ),
    Rule(
        "stake.equal-parts",
        rf"{_BE_HELD} (?:à parts? égales?|à parité|pour moitié|à 50[/-]50|equally)<adv> (?:<by>|entre) (?P<holder><parties>)",
        subject="target",
        tells="state",
        fills={"basis": "Unstated"},
        prior=0.85,
    ),
    Rule(
        "stake.majority-held",
        rf"{_BE_HELD}? ?(?:<when> )?(?:en majorité|majoritairement|à une (?:large )?majorité|à majorité)(?: {_HELD})? <by> (?P<holder><parties>)",
        subject="target",
        tells="state",
        fills={"basis": "Majority"},
        prior=0.9,
    ),
    Rule(
        "stake.mostly-held",
        rf"(?P<v><neg><be>?)(?:majoritairement|en majorité) {_HELD} <by> (?P<holder><parties>)",
        subject="target",
        tells="state",
        fills={"basis": "Majority"},
        prior=0.9,
    ),
    Rule(
        "stake.holds-share-of",
        rf"{_V} (?:<at>|jusqu'à )?{_PART}{_SHARE}{_VIA}(?:,? <capital>)? {_INTO}{_TARGET}{_VIA.replace('via>', 'via2>')}",
        subject="holder",
        tells="state",
        prior=0.93,
    ),
    Rule(
        "stake.of-which-holds",
        rf"(?P<target><firm>)<paren>,? (?:dont|of which|in which) (?P<holder><parties>){_VIA}<adv>,? {_V} (?:<at>|encore )?{_PART}{_SHARE}",
        tells="state",
        prior=0.93,
    ),
    Rule(
        "stake.of-which-held",
        rf"(?P<target><firm>)<paren>,? dont {_SHARE}<adv> (?P<v><neg><be>?(?:détenue?s?|possédée?s?|appartien(?:t|nent|dra|dront)|revien(?:t|nent|dra|dront)|aux mains|entre les mains))<adv> (?:par|à|au|aux|de|d'|du)? ?(?P<holder><parties>)",
        tells="state",
        prior=0.9,
    ),
    Rule(
        "stake.of-which-capital-held",
        rf"(?P<target><firm>)<paren>,? dont le capital {_BE_HELD} <at>?{_SHARE}<adv> <by> (?P<holder><parties>)",
        tells="state",
        prior=0.9,
    ),
    Rule(
        "stake.raises-to",
        r"(?P<v><neg><modal><neg><aux>(?:port(?:e|ent|é|er|era|eront|erait|ant)|relèv(?:e|ent|era)|relev(?:é|er)|renforc(?:e|ent|é|er|era)|augment(?:e|ent|é|er|era)|rédui(?:t|sent|re|ra)|abaiss(?:e|ent|é|er)|ramèn(?:e|ent|era)|ramen(?:é|er)|hiss(?:e|ent|é|er)|pass(?:e|er|é|era)|dilu(?:e|é|er)|accro(?:ît|ître|issent)|raises?|raised|increases?|increased|reduces?|reduced))<pas> (?:sa|leur|ses|its) (?:participation|part|position|stake)(?: (?:au capital|dans le capital))?(?: (?:<in>)(?P<target><firm>))?<adv>(?: (?:de|d'|from) ?<share>(?: <capital>)?)?,? (?:à|jusqu'à|to) (?P<share><share>)(?: <capital>)?(?: <in>(?P<target2><firm>))?",
        subject="holder",
        topic="target",
        prior=0.85,
    ),
    Rule(
        "stake.rises-to",
        r"(?P<v><neg><modal><neg><aux>(?:mont(?:e|ent|é|er|era|eront|erait|ant|ée|és)|grimp(?:e|er|é)|pass(?:e|er|é|era|ent)|descend(?:re|ra|u)?|tomb(?:e|er|é|era)))<pas>(?: (?:au capital|dans le capital)(?: <of>(?P<target><firm>))?)?<adv> (?:de <share> )?(?:à|jusqu'à)(?: hauteur de)? (?P<share><share>)(?: (?:<capital>|dans le capital))(?: <of>(?P<target2><firm>))?",
        subject="holder",
        topic="target",
        prior=0.8,
    ),
    Rule(
        "stake.rises-in-capital",
        r"(?P<v><neg><modal><neg><aux>(?:mont(?:e|ent|é|er|era|eront|erait|ant|ée|és)))<pas> (?:au|dans le) capital <of>(?P<target><firm>)<adv>,? (?:à|jusqu'à|à hauteur de|pour) (?P<share><share>)",
        subject="holder",
        prior=0.85,
    ),
    Rule(
        "stake.takes-share",
        rf"(?P<v><neg><modal><neg><aux>(?:prend(?:re|ra|ront|rait)?|prennent|pris|pren(?:ait|aient|ant)|acqui(?:ert|èrent|s|se|ses|erra)|acquérir|achet(?:é|er)|achèt(?:e|ent|era)|souscri(?:t|re|vent)|obt(?:ient|enu|enir|iendra)|récupèr(?:e|ent|era)|récupér(?:é|er)|re[çc](?:oit|u|evra|evoir)|hérit(?:e|era|é) d[e']|takes?|took|taking|taken|acquires?|acquired|buys?|bought))<pas> (?:environ )?<stake> (?:de|d'|à hauteur de|of) ?{_SHARE}{_VIA}(?: (?:<in>|in )(?:le capital (?:de|d'|du) ?)?|au capital (?:de|d'|du) ?| )(?P<target><firm>)",
        subject="holder",
        prior=0.88,
    ),
    Rule(
        "stake.takes-part",
        r"(?P<v><neg><modal><neg><aux>(?:prend(?:re|ra|ront|rait)?|prennent|pris|pren(?:ait|aient|ant)|takes?|took|taken|taking|acquis|acquiert|acquérir))<pas> <stake> (?:<in>|in |au )(?:le |du )?(?:capital (?:de|d'|du) ?)?(?P<target><firm>)(?:,? <at>(?P<share><share>))?",
        subject="holder",
        fills={"basis": "Unstated"},
        prior=0.85,
    ),
    Rule(
        "stake.takes-percent",
        rf"(?P<v><neg><modal><neg><aux>(?:prend(?:re|ra|ront|rait)?|prennent|pris|pren(?:ait|aient|ant)|souscri(?:t|re|vent)|récupèr(?:e|ent|era)|récupér(?:é|er)|re[çc](?:oit|u|evra|evoir)|obt(?:ient|enu|enir|iendra)|takes?|took))<pas> {_SHARE} {_INTO}(?P<target><firm>)",
        subject="holder",
        prior=0.88,
    ),
    Rule(
        "stake.takes-capital",
        r"(?P<v><neg><modal><neg><aux>(?:prend(?:re|ra|ront|rait)?|prennent|pris|récupèr(?:e|ent|era)|récupér(?:é|er)|re[çc](?:oit|u|evra|evoir)|obt(?:ient|iennent|enu|enir|iendra)|acqui(?:ert|s|erra)|souscri(?:t|re)))<pas> (?P<share><share>)(?: <capital>)++(?! (?:de|du|des|d')\b)",
        subject="holder",
        topic="target",
        prior=0.75,
    ),
    Rule(
        "stake.held-equally-by-them",
        r"(?P<target><name>)(?:, [^.;]{0,60}?)? (?:que |qu')(?P<holder><parties>) (?P<v>détiennent|détiendront|possèdent|contrôlent|détenaient) (?:à parts? égales?|à parité|à 50[/-]50|conjointement)",
        tells="state",
        fills={"basis": "Unstated"},
        prior=0.8,
    ),
    Rule(
        "stake.enters-capital",
        r"(?P<v><neg><modal><neg><aux>(?:entr(?:e|ent|é|er|ée|és|ées|era|eront|erait|ant|ait|aient)|fai(?:t|re|sant) (?:son|leur) entrée|invit(?:e|ent|er|é)|particip(?:e|ent|er|é)))<pas> (?:au|dans le|in) capital <of>(?P<target><firm>)<adv>(?:,? (?:<at>|en prenant |avec |en acquérant )(?P<share><share>))?",
        subject="holder",
        fills={"basis": "Unstated"},
        prior=0.88,
    ),
    Rule(
        "stake.taking-of-part",
        r"(?:prises? de participation|entrée au capital|entrée|montée au capital|prise de contrôle)(?: (?:majoritaire|minoritaire))?(?: de (?P<share><share>))? (?:de|du|d'|des|de la|de l') ?(?P<holder><parties>)<adv>,? (?:dans|au capital (?:de|du|d'|de la)|dans le capital (?:de|du|d')) ?(?P<target><firm>)(?:,? <at>(?P<share2><share>))?",
        tells="noun",
        fills={"basis": "Unstated"},
        prior=0.85,
    ),
    Rule(
        "stake.taking-part-by",
        r"(?:prises? de participation|entrée)(?: (?:majoritaire|minoritaire))?(?: de (?P<share><share>))? (?:dans|au capital (?:de|du|d'|de la)|dans le capital (?:de|du|d')) ?(?P<target><firm>)(?:,? (?:par|by) (?P<holder><parties>))",
        tells="noun",
        fills={"basis": "Unstated"},
        prior=0.85,
    ),
    Rule(
        "stake.exits-capital",
        r"(?P<v><neg><modal><neg><aux>(?:sort(?:i|ie|is|ir|ent|ira|iront|irait)?|quitt(?:e|ent|é|er|era|ant)|s'est retirée?|se sont retirée?s|se retir(?:e|ent|er|era|ant)|retir(?:er|ée?s?)|s'est désengagée?|se désengag(?:e|ent|er|era)|désengag(?:er|ée?s?)))<pas> (?:du|le|de l'actionnariat du) capital <of>(?P<target><firm>)",
        subject="holder",
        fixed=Standing("Ended"),
        tells="end",
        fills={"basis": "Unstated"},
        prior=0.88,
    ),
    Rule(
        "stake.disengages",
        r"(?P<v><neg><modal><neg><aux>(?:s'est retirée?|se sont retirée?s|se retir(?:e|ent|er|era|ant)|s'est désengagée?|se sont désengagée?s|se désengag(?:e|ent|er|era|ant)|désengag(?:er|ée?s?)))<pas> (?:totalement |complètement )?<of>(?P<target><firm>)",
        subject="holder",
        fixed=Standing("Ended"),
        tells="end",
        fills={"basis": "Unstated"},
        prior=0.8,
    ),
    Rule(
        "stake.sells-part",
        rf"(?P<v><neg><modal><neg><aux>(?:cèd(?:e|ent|era|eront|erait)|céd(?:é|er|ée|ait|ant|és)|vend(?:u|re|ent|ra|ait|us)?|sold|sells?|sell|liquid(?:e|er|é)|solde(?:r|nt)?|soldé|apport(?:e|er|é)))<pas> (?:la totalité de |l'intégralité de |l'ensemble de |toute? )?(?:{_OWNER}|(?:la|le) reste de sa participation|<stake>)(?: (?:de|d') ?(?P<share><share>))?(?: <capital>)?(?: qu'(?:il|elle|ils|elles) (?:détenai(?:t|ent)|détien(?:t|nent)|possédai(?:t|ent)))?,? (?:<in>|in )(?:le capital (?:de|du|d') ?)?(?P<target><firm>)",
        subject="holder",
        fixed=Standing("Ended"),
        tells="end",
        fills={"basis": "Unstated"},
        prior=0.85,
    ),
    Rule(
        "stake.participation-of-in",
        r"(?:participation|part|parts|stake)(?: (?:majoritaire|minoritaire|restante|résiduelle))?(?: (?:de|d'|of) ?(?P<share><share>))?(?: <capital>)? (?:<of>|détenue par |que (?:détient|possède|conserve) )(?P<holder><parties>) (?:dans|au capital (?:de|du|d')|chez|in) ?(?P<target><firm>)(?:,? (?:s'élève à|est de|atteint|passe(?:ra|rait)? (?:de <share> )?à|représente|tombe(?:ra)? à|monte(?:ra)? à|serait ramenée à|est ramenée à|sera ramenée à|est portée à|sera portée à) (?P<share2><share>))?",
        tells="noun",
        fills={"basis": "Unstated"},
        prior=0.8,
    ),
    Rule(
        "stake.the-share-held-by",
        r"(?:les|des|aux|ses|leurs|du|the) (?:(?P<share><share>)|parts|titres|actions)(?: (?:restants?|du capital|<capital>))?(?: (?:qu'il|qu'elle|que))? (?:détenue?s? par|possédée?s? par|appartenant à|que détenait|que détient|que possède|que possédait|aux mains de|held by|owned by) (?P<holder><parties>) (?:<in>|au capital de |in )(?P<target><firm>)",
        tells="noun",
        fills={"basis": "Unstated"},
        prior=0.82,
    ),
    Rule(
        "stake.shareholder-of-share",
        rf"(?P<v><neg><modal><be>?){_RANK}{_SHAREHOLDER}(?: (?:de référence|historique|majoritaire|minoritaire|unique|principal))*<adv>,? (?:<at>|détenant |fort de )(?P<share><share>)(?: <capital>)?,? (?:<in>)(?P<target><firm>)",
        subject="holder",
        tells="state",
        prior=0.88,
    ),
    Rule(
        "stake.majority-shareholder",
        rf"(?P<v><neg><modal><be>?){_RANK}(?:actionnaires? majoritaires?|actionnaires? de contrôle|majority (?:shareholder|owner)s?)<adv> <of>(?P<target><firm>)(?:,? (?:<at>|avec |détenant )(?P<share><share>))?",
        subject="holder",
        tells="state",
        fills={"basis": "Majority"},
        prior=0.88,
    ),
    Rule(
        "stake.shareholder",
        rf"(?P<v><neg><modal><be>?){_RANK}{_SHAREHOLDER}(?: (?:de référence|historique|minoritaire|unique|principal))*<adv> <of>(?P<target><firm>)(?:,? (?:<at>|avec |détenant )(?P<share><share>))?",
        subject="holder",
        tells="state",
        fills={"basis": "Unstated"},
        prior=0.8,
    ),
    Rule(
        "stake.own-shareholder",
        rf"(?:son|sa|leur|its) (?:(?:principal|premier|nouvel|seul|main) )?(?:{_SHAREHOLDER}|maison[ -]mère)(?: (?:de référence|historique|minoritaire|unique|principal|majoritaire))?,? (?P<holder><name>)(?:,? <at>(?P<share><share>)| \((?P<share2><share>)\))?",
        tells="state",
        owner="target",
        bare=True,
        fills={"basis": "Unstated"},
        prior=0.75,
    ),
    Rule(
        "stake.holds-none",
        rf"(?P<v><neg><modal><neg>{_HOLD}<pas> (?:plus )?(?:aucune?|la moindre|de|d'|no|any)) ?(?:participation|parts?|actions?|titres?|intérêts?|stake)(?: (?:au|dans le) capital)? ?(?:<in>|in |au capital d[eu'] ?)(?P<target><firm>)",
        subject="holder",
        tells="state",
        fills={"basis": "NoStake"},
        prior=0.85,
    ),
    Rule(
        "stake.with-share-is-shareholder",
        rf"(?:avec|fort d[e']|à la tête d[e']|with) ?{_SHARE},? (?P<holder><parties>)<adv>,? (?P<v><be>){_RANK}{_SHAREHOLDER}(?: (?:de référence|historique|majoritaire|minoritaire|unique|principal))*<adv> <of>(?P<target><firm>)",
        tells="state",
        prior=0.88,
    ),
    Rule(
        "stake.holds-a-stake",
        rf"{_V} (?:an? |its |their )?(?P<share><share>)(?: stake| share| interest|-stake) (?:in|of) (?P<target><firm>)",
        subject="holder",
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
        "stake.holds-majority",
        rf"{_V} (?:une participation majoritaire|une part majoritaire|majoritairement|a majority stake)(?: au capital)? ?{_INTO}(?P<target><firm>)",
        subject="holder",
        tells="state",
        fills={"basis": "Majority"},
        prior=0.88,
    ),
    Rule(
        "stake.holds-part",
        rf"{_V} (?:<stake>|une? (?:participation|bloc)(?: [a-zéè]+)?|(?:des|les|ses) (?:parts|actions|titres))(?: non précisée?| minoritaire)?{_VIA} ?(?:<in>|au capital (?:de|du|d')|in ) ?(?P<target><firm>)",
        subject="holder",
        tells="state",
        fills={"basis": "Unstated"},
        prior=0.82,
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
        r"(?P<target><firm>)<paren>,? (?P<v>)(?:est |était |désormais |devient |devenue? |une |la |sa |son |leur |co-?entreprise |joint-venture )*(?:filiale|coentreprise|joint-venture|propriété)(?: commune)? (?:détenue )?à (?P<share><share>) (?:<of>|par )(?P<holder><parties>)",
        tells="state",
        prior=0.9,
    ),
    Rule(
        "stake.subsidiary-of",
        r"(?P<target><firm>)<paren>,? (?P<v>(?:est |était |désormais |devient |devenue? |une |la |a )*)(?:ex-|ancienne )?(?:filiale|coentreprise|joint-venture|propriété|subsidiary)(?: (?:commune|française|européenne|américaine|allemande|informatique|numérique|cloud|spécialisée|indépendante|historique|cotée))?(?: (?:à parts égales|à parité|paritaire))? (?:<of>|entre )(?P<holder><parties>)",
        tells="state",
        fills={"basis": "Unstated"},
        prior=0.72,
    ),
    Rule(
        "stake.parent-of",
        r"(?P<holder><firm>)<paren>,? (?P<v>)(?:la |est la )?maison[ -]mère <of>(?P<target><firm>)",
        tells="state",
        fills={"basis": "Unstated"},
        prior=0.75,
    ),
    Rule(
        "stake.which-it-holds",
        r"(?P<target><firm>),? que (?P<v>détien(?:t|nent|dra)|contrôle(?:nt)?|possède(?:nt)?|détenait|contrôlait)<pas>(?: à(?: hauteur de)? (?P<share><share>))? (?P<holder><parties>)(?: à(?: hauteur de)? (?P<share2><share>))?",
        tells="state",
        fills={"basis": "Unstated"},
        prior=0.82,
    ),
    Rule(
        "stake.controls",
        r"(?P<v><neg><modal><neg>contrôl(?:e|ent|ait|aient|era|eront|erait|er))<pas> (?P<target><name>)",
        subject="holder",
        tells="state",
        fills={"basis": "Unstated"},
        prior=0.75,
        bare=True,
    ),
    Rule(
        "stake.belongs-to",
        r"(?P<v><neg><modal>appartien(?:t|nent|dra|dront|drait)|appartenai(?:t|ent)|appartenir|appartenant)<pas>(?: (?:à hauteur de |à |pour )(?P<share><share>))? (?:à |au |aux |à la )(?P<holder><parties>)(?: (?:à hauteur de |à |pour )(?P<share2><share>))?",
        subject="target",
        tells="state",
        fills={"basis": "Unstated"},
        prior=0.82,
    ),
    Rule(
        "stake.held-by",
        rf"{_BE_HELD} (?:<by>|de|du) (?P<holder><parties>)(?!{_FIGURES})",
        subject="target",
        tells="state",
        fills={"basis": "Unstated"},
        prior=0.82,
    ),
    Rule(
        "stake.capital-held-by",
        rf"capital <of>(?P<target><firm>)<adv>,? {_BE_HELD} <by> (?P<holder><parties>)(?!{_FIGURES})",
        tells="state",
        fills={"basis": "Unstated"},
        prior=0.82,
    ),
    Rule(
        "stake.holds-share",
        rf"{_V} (?:<at>|jusqu'à )?{_PART}{_SHARE}{_VIA}(?! (?:de|du|des|d'|dans|chez)\b)",
        subject="holder",
        tells="state",
        topic="target",
        prior=0.7,
    ),
    Rule(
        "stake.held-in-parentheses",
        r"(?:titres|parts|actions|participations?|actionnaires?)(?: (?:détenue?s?|possédée?s?|respectives?|sont))?,? (?:par|de|d'|du|des|:|avec)? ?(?P<holder><party>) \((?P<share><share>)[^()]{0,20}\)",
        tells="noun",
        topic="target",
        fixed=Standing("InForce"),
        prior=0.75,
    ),
    Rule(
        "stake.remainder-held",
        r"(?:le (?:reste|solde)|les parts restantes|les <share> restants|the rest|the remainder)(?: (?:du capital|des parts|des actions|des titres|of the capital|of the shares))?,? ?(?P<v>(?:(?:est|étant|sera|serait|reste|restant|demeure|étaient|sont|is|being) )?(?:détenue?s?|aux mains|entre les mains|possédé|réparti|appartenant|appartient|revenant|revient|reviendra|allant|held|owned|conservé))<adv> (?:par|de|à|au|aux|du|d'|entre|by) ?(?P<holder><parties>)",
        tells="state",
        topic="target",
        fills={"basis": "Remainder", "percentage": None},
        prior=0.85,
    ),
    Rule(
        "stake.holds-remainder",
        rf"{_V} (?:le (?:reste|solde)|the rest|the remainder)",
        subject="holder",
        tells="state",
        topic="target",
        fills={"basis": "Remainder", "percentage": None},
        prior=0.82,
    ),
)

# What may follow a stake of the same target: other holders, each with a share of its own.
MORE = (
    r"(?:,| et|,? ainsi que|,? tandis que| and|;)(?: enfin| également| enfin,)? (?:à hauteur de |à |pour )?(?P<share><share>)(?: <capital>)?(?: (?:est|sont) détenue?s?)?,? (?:par|de|pour|au profit de|aux mains de|by|du) (?P<holder><parties>)",
    r"(?:,| et|,? ainsi que|,? devant| and| puis|,? aux côtés d[eu])(?: enfin| également)? (?:par |sur |de |à |du |d'|au |entre )?(?P<holder><party>)<paren>?(?:\s\((?P<share><share>)[^()]{0,24}\)|,? (?:à|pour|à hauteur de|avec|with) (?P<share2><share>))",
    r"(?:,| et|,? contre|,? quand|,? tandis que|,? alors que| and|;)(?: enfin)? (?P<holder><parties>),? (?:(?:en )?(?:détien(?:t|nent|dra|dront|drait)|possèd(?:e|ent|era|erait)|détenant|possédant|conserv(?:e|ent|era|erait)|aura|auront|ayant|détiendra|holds|owns|holding)<pas> (?:une participation de |une part de )?)?(?P<share><share>)",
    r"(?:,| et|,? ainsi que|;| and)(?: enfin| également)? (?:par |sur |de |à )?(?P<holder><parties>)(?: via (?:le |la |l')?(?P<via><firm>))?,? pour (?P<rest>le reste|le solde|the rest)",
    r"(?:,| et|,? tandis que|,? quand|;|\.|,? le tout)? ?(?P<rest>le reste|le solde|the rest|the remainder)(?: (?:du capital|des parts|des actions))?,? (?:(?:est|étant|sera|serait|reste|restant|demeure|is|being) )?(?:détenue?s?|aux mains|entre les mains|possédé|réparti|appartenant|appartient|revenant|revient|reviendra|allant|held|owned|par|à)<adv> ?(?:par|de|à|au|aux|du|d'|entre|by)? ?(?P<holder><parties>)",
    r"(?:,| et|,? tandis que|,? quand|,? alors que|;)(?: enfin)? (?P<holder><parties>),? (?:détien(?:t|nent|dra|dront|drait)|possèd(?:e|ent|era|erait)|détenant|conserv(?:e|ent|era)|prend(?:ra)?|a|aura)<pas> (?P<rest>le reste|le solde)",
)
