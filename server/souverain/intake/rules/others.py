"""Rules for partnerships, money and what happens in the life of a firm."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

_ALLIANCE = r"(?:partenariats?|alliances?|accords?(?: (?:de (?:partenariat|coopération|distribution|collaboration)|stratégique|commercial|industriel|cadre))?|coentreprises?|co-entreprises?|joint-ventures?|collaboration|coopération|rapprochement|consortium|partnership|joint venture|agreement|convention)(?: (?:stratégique|commercial|commerciale|industriel|industrielle|technologique|pluriannuel|exclusif|mondial|technique|inédit|inédite|commune?|paritaire|capitalistique|financier))*"
_TIE = r"(?:nou(?:e|ent|é|er|era|eront)|sign(?:e|ent|é|er|era|eront|ait)|concl(?:u|ut|uent|ure)|scell(?:e|ent|é|er)|annonc(?:e|ent|é|er)|pass(?:é|er|ent)|lan(?:ce|cent|cé|cer)|form(?:e|ent|é|er|eront)|cré(?:e|ent|é|er|era|eront|eraient)|mont(?:e|ent|é|er)|constitu(?:e|ent|é|er)|a|ont|dévoil(?:e|ent|é)|officialis(?:e|ent|é)|négoci(?:e|ent|é)|trouv(?:é|er)|rompu|rompt|rompent|renouvel(?:é|er|le|lent)|mis fin à|signs?|signed|announces?|announced|forms?|formed|struck)"

PARTNERSHIPS = (
    Rule(
        "partnership.ties-with",
        rf"(?P<v><neg><modal><neg><aux>{_TIE})<pas> (?:(?:un|une|des|leur|son|cette|ce|la|le|l'|d'un|a|an|the) ?(?:signature d'(?:un|une) |nouveau |nouvel |nouvelle |vaste |création d'une |large )*)?{_ALLIANCE}(?: de <when>| d'une durée de [^,.;]{{3,20}})? (?:avec|with) (?P<others><parties>)",
        subject="partners",
        prior=0.87,
    ),
    Rule(
        "partnership.tie-together",
        rf"(?P<v><neg><modal><neg><aux>{_TIE})<pas>(?: entre (?:eux|elles))? (?:un|une|leur|a|an) ?(?:nouveau |nouvel |nouvelle |vaste |large )*{_ALLIANCE}",
        subject="partners",
        prior=0.8,
    ),
    Rule(
        "partnership.between",
        rf"{_ALLIANCE}(?: (?:signé|noué|conclu|créée?|annoncé|scellé)e?)? (?:entre|between) (?P<partners><parties>)",
        tells="noun",
        prior=0.85,
    ),
    Rule(
        "partnership.associates",
        r"(?P<v><neg><modal><neg>(?:s'associ(?:e|ent|er|era|eront|ait|ant)|s'all(?:ie|ient|ier|ieront|iera)|s'est (?:associée?|alliée?|rapprochée?)|se sont (?:associée?s|alliée?s|rapprochée?s)|se rapproch(?:e|ent|er)|fai(?:t|re) (?:équipe|cause commune)|font (?:équipe|cause commune)|collabor(?:e|ent|er|era)|coop[éè]r(?:e|ent|er)|associ(?:e|er|ée)|all(?:ier|iée?)|partners?|partnered|teams? up|teamed up))<pas> (?:à|au|aux|avec|d'|de|with) ?(?P<others><parties>)",
        subject="partners",
        prior=0.82,
    ),
    Rule(
        "partnership.ally",
        r"(?P<v><neg><modal><neg>(?:s'associent|s'allient|s'allier|s'associer|se sont (?:associée?s|alliée?s)|unissent leurs forces|s'unissent|joignent leurs forces|joined forces|join forces))<pas>(?= (?:pour|dans|afin|autour|sur|en vue|to)|[,.])",
        subject="partners",
        prior=0.8,
    ),
    Rule(
        "partnership.in-partnership",
        r"(?:en (?:partenariat|collaboration|association|coopération) avec|aux côtés d[eu']|main dans la main avec|avec le concours d[eu']|in partnership with) ?(?:la |l')?(?P<others><parties>)",
        owner="partners",
        prior=0.65,
    ),
    Rule(
        "partnership.partner-of",
        r"(?P<v><be>?)(?:partenaires?|allié) (?:(?:historique|stratégique|technologique|exclusif|industriel) )?(?:de|du|d') ?(?P<others><firm>)",
        subject="partners",
        prior=0.6,
    ),
)
FUNDINGS = (
    Rule(
        "funding.raises-from",
        r"(?P<v><neg><modal><neg><aux>(?:l[èe]v(?:e|ent|é|er|era|eront|erait|ait|ant)|réuni(?:t|r|ssent)?|récolt(?:e|é|er|ent)|boucl(?:e|ent|é|er)|réalis(?:e|ent|é|er)|coll?ect(?:e|ent|é|er)|raises?|raised))<pas> (?:une? (?:nouve\w+ )?(?:levée de fonds|tour de table|augmentation de capital|financement) (?:de |d')|(?:une première |un premier )?(?:tranche de )?)?(?P<money><money>)(?:[^.;]{0,80}?(?:auprès d[eu']s?|avec|from|mené(?:e)? par|emmenée? par|led by|via|grâce à) ?(?:la |l'|les |ses actionnaires |fonds )?(?P<payer><parties>))?",
        subject="receiver",
        prior=0.85,
    ),
    Rule(
        "funding.invests",
        r"(?P<v><neg><modal><neg><aux>(?:invest(?:i|it|ir|ira|iront|issent|irait)|inject(?:e|ent|é|er|era|eront|erait)|apport(?:e|ent|é|er|era)|prêt(?:e|é|er)|accord(?:e|ent|é|er|era)|vers(?:e|ent|é|er|era)|débours(?:e|é|er)|mi(?:se|ser|sé)|mettre|octroy(?:é|er)|octroie|débloqu(?:e|ent|é|er)|allou(?:e|é|er)|invests?|invested))<pas> (?:(?:une? )?(?:prêt|subvention|aide|enveloppe|avance)(?: de| d') ?)?(?P<money><money>)(?: supplémentaires?| de plus| (?:de fonds propres|en fonds propres))?<adv> (?:dans|à|au|aux|en faveur d[eu']|sur|pour|in|into) ?(?:le capital d[eu'] ?)?(?P<receiver><firms>)",
        subject="payer",
        prior=0.85,
    ),
    Rule(
        "funding.granted",
        r"(?P<v><neg><modal><neg><aux>(?:obt(?:ient|enu|enir|iendra)|re[çc](?:oit|u|evra|oivent|evoir)|décroch(?:e|é|er)|bénéfici(?:e|é|er|era) d[e']|touch(?:e|é|er)|perç(?:oit|u)|received|receives|secured))<pas> (?:(?:une?|des|les) )?(?:(?:aide|subvention|prêt|financement|enveloppe|avance|dotation)(?: publi\w+| financière| européenne)* ?(?:de |d'))?(?P<money><money>)(?:[^.;]{0,50}?(?:de la part d[eu']|auprès d[eu']|de|du|d'|from) ?(?:la |l')?(?P<payer><parties>))?",
        subject="receiver",
        prior=0.8,
    ),
    Rule(
        "funding.asks",
        r"(?P<v><neg><aux>(?:demand(?:e|ent|é|er|ait)|sollicit(?:e|ent|é|er)|réclam(?:e|ent|é|er)|requested|asked for))<pas> (?:une? )?(?:(?:aide|subvention|prêt|financement|rallonge)(?: publi\w+| financière)* ?(?:de |d'))(?P<money><money>)(?: (?:à|au|auprès d[eu'])) ?(?P<payer><parties>)",
        subject="receiver",
        fixed=Standing("Planned"),
        prior=0.8,
    ),
    Rule(
        "funding.round-of",
        r"(?:levée de fonds|tour de table|augmentation de capital|financement)(?: \w+)? (?:de |d')(?P<money><money>)(?:[^.;]{0,60}?(?:auprès d[eu']|menée? par|emmenée? par|souscrite? par|avec) ?(?:la |l')?(?P<payer><parties>))?",
        tells="noun",
        topic="receiver",
        prior=0.7,
    ),
)
AMOUNTS = (
    Rule(
        "amount.turnover",
        r"(?P<receiver><firm>)[^.;]{0,60}?(?:chiffre d'affaires?|ventes|revenus?|turnover|revenue)[^.;]{0,40}?(?P<money><money>)",
        fills={"measure": "Turnover"},
        prior=0.7,
    ),
    Rule(
        "amount.valuation",
        r"(?P<v><neg><modal><be>?(?:valorisée?s?|valued|valorise(?:nt)?|évaluée?s?|estimée?s?))<adv>(?: à| at| plus de| près de| environ)* (?P<money><money>)",
        subject="receiver",
        fills={"measure": "Valuation"},
        prior=0.75,
    ),
)
_BORN = r"(?:créée?s?|fondée?s?|lancée?s?|née?s?|constituée?s?|founded|created|launched|born|ouverte?s?)"
LIVES = (
    Rule(
        "lifecycle.was-created",
        r"(?P<v><neg><modal><neg><be>?(?:créée?s?|fondée?s?|née?s?|constituée?s?|founded|created|established))(?=,? (?:en |le |à |au |il y a |dès |fin |début |depuis |in |on |from )?\ue006|\ue006| par | by | pour | afin )",
        subject="subject",
        fills={"event": "Created"},
        prior=0.75,
    ),
    Rule(
        "lifecycle.created-then-name",
        r"(?:créée?|fondée?|née?|lancée?|founded|created)(?: à <place>)?,? (?:en |in |le |il y a |fin |début )?<when>[^,.;]{0,70}, (?P<subject><firm>)",
        fixed=Standing("InForce"),
        fills={"event": "Created"},
        prior=0.78,
    ),
    Rule(
        "lifecycle.was-launched",
        r"(?P<v><neg><modal><neg><be>(?:lancée?s?|mise?s? en ligne|inaugurée?s?|launched))",
        subject="subject",
        fills={"event": "Launched"},
        prior=0.72,
    ),
    Rule(
        "lifecycle.sees-day",
        r"(?P<v><neg><modal><neg><aux>(?:voi(?:t|r|ent)|vu|verra|verrait|vit))<pas> (?:officiellement )?le jour",
        subject="subject",
        fills={"event": "Created"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.creation-of",
        r"(?:la |pour la |d'une |de la )(?:création|fondation|naissance|constitution|creation) (?:de |d'|du |of )(?:la |l'|le )?(?P<subject><name>)",
        tells="noun",
        fills={"event": "Created"},
        prior=0.7,
    ),
    Rule(
        "lifecycle.launch-of",
        r"(?:le |du |au |de |the )(?:lancement|launch) (?:commercial )?(?:de |d'|du |of )(?:la |l'|le )?(?P<subject><name>)",
        tells="noun",
        fills={"event": "Launched"},
        prior=0.65,
    ),
    Rule(
        "lifecycle.insolvent",
        r"(?P<v><neg><modal><neg><be>?(?:placée?s?|mise?s?|put)) en (?:redressement|liquidation|procédure de sauvegarde|faillite)(?: judiciaire)?",
        subject="subject",
        fills={"event": "Failed"},
        prior=0.82,
    ),
    Rule(
        "lifecycle.fails",
        r"(?P<v><neg><modal><neg><aux>(?:fai(?:t|re)|fera|dépos(?:e|é|er)|cess(?:e|é|er|era)|ferm(?:e|é|er|era)|mis la clé|met la clé|mettre la clé|filed))<pas> (?:faillite|(?:le |son )bilan|ses activités|son activité|toute activité|ses portes|définitivement|sous la porte|for bankruptcy)",
        subject="subject",
        fills={"event": "Failed"},
        prior=0.8,
    ),
)
