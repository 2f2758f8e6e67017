"""Rules for roles: which person holds which office of which organization, in the words printed."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

_HEAD = (
    r"(?:P-?DG|président[e]?(?:[ -]direct(?:eur|rice) générale?)?|présidente?-fondat(?:eur|rice)|vice-présidente?"
    r"|co-?présidente?|direct(?:eur|rice)s?|co-?direct(?:eur|rice)|DGA?|D[SR]I|RSSI|CEO|CTO|CFO|COO|co-?fondat(?:eur|rice)s?"
    r"|fondat(?:eur|rice)s?|patronn?e?|gérante?|dirigeante?|administrat(?:eur|rice)|ministre|secrétaire (?:d'[ÉE]tat|générale?)"
    r"|responsable|chef(?:fe)?|porte-parole|associée?|partner|managing director|general manager"
    r"|chief [a-z]+ officer|chairman|chairwoman|chair|founder|co-?founder|head|numéro deux|bras droit|délégué générale?"
    r"|déléguée? générale?|commissaire|maire|conseill(?:er|ère)|analyste|avocate?|économiste|député[e]?|sénat(?:eur|rice)"
    r"|trésori(?:er|ère)|manager|president|vice-president|chief executive|scientifique en chef|architecte|créat(?:eur|rice)|actionnaire fondateur)"
)
_PRE = r"(?:(?:ex-|ancien(?:ne)? |actuel(?:le)? |nouveau |nouvelle |nouvel |futur[e]? |jeune |premier |première |célèbre |emblématique |charismatique |former |new |then )*)"
_WORDS = r"(?:(?: |-|, )(?!(?:qui|que|dont|a|est|ont|par|avec|depuis|selon|et de|et d'|et du|chez|pour)\b)(?:de la|de l'|du|des|de|d'|à la|à l'|aux?|et|en|en charge|&|and|for|[a-zéèêàûîôç'/-]+)){0,9}?"
_TITLE = rf"(?P<title>{_HEAD}(?:,? (?:et|and) {_HEAD})?{_WORDS})"
_OF = r"(?:,? (?:chez|au sein d[eu']|à la tête d[eu']|pour|at|of|auprès d[eu']) ?(?:l'|la |le |the )?| (?:de la|de l'|du|de|d'|des) ?)"
_ORG = r"(?:(?:la |le |l'|les )?(?:(?:groupe|société|start-up|startup|entreprise|opérateur|éditeur|hébergeur|banque|fonds|cabinet|service|filiale|moteur de recherche|plateforme|spécialiste|géant|agence|association|fédération|ministère|assureur|constructeur)(?: [a-zéèêàç'-]+){0,5}? )?(?P<organization><name>|\ue002+))"
_DET = r"(?:(?:le |la |l'|son |sa |leur |un |une |les |the |its |a )?)"
_NAMED = r"(?:nomm(?:e|ent|é|ée|er|era|ait)|désign(?:e|ent|é|ée|er|era)|prom(?:eut|u|ue|ouvoir)|choisi(?:t|e|r)?|élu(?:e|t)?|élir|recrut(?:e|ent|é|ée|er)|débauch(?:e|é|ée|er)|intronis(?:e|é|ée)|propuls(?:e|é|ée)|reconduit(?:e)?|confirm(?:é|ée)|install(?:e|é|ée)|appel(?:é|ée)|bombard(?:é|ée)|embauch(?:e|é|ée)|appoints?|appointed|named|names|hires?|hired|elected|promoted)"
_AS = r"(?:(?: (?:comme|au poste d[e'u]|aux fonctions d[e'u]|à la fonction d[e'u]|en tant que|en qualité d[e'u]|au rang d[e'u]|à|as)) ?(?:nouveau |nouvelle |son |sa |le |la )?)?"
_LEFT = r"(?:quitt(?:e|ent|é|ée|er|era|erait|ait|ant)|démissionn(?:e|é|er|aire)|abandonn(?:e|é|er)|laiss(?:e|é|er)|céd(?:é|er)|cède|a été (?:limogée?|débarquée?|remerciée?|évincée?|révoquée?)|limogée?|débarquée?|évincée?|leaves?|left|resigns?|resigned|steps? down|stepped down)"

RULES = (
    Rule(
        "role.apposition",
        rf"(?P<person><humans>)(?: \(<share>\)| \([^()]{{1,40}}\))?,? ?(?:\(|,|–|-|—) ?(?:également |aussi |qui est |alors |désormais |par ailleurs |lui-même )?{_DET}{_PRE}{_TITLE}{_OF}{_ORG}",
        tells="title",
        bare=True,
        prior=0.92,
    ),
    Rule(
        "role.title-before",
        rf"(?:(?<!\w)|')(?P<pre>{_PRE}){_TITLE}{_OF}{_ORG}(?: \([^()]{{1,40}}\))?,? (?:M\. |Mme )?(?P<person><humans>)(?![^.]{{0,3}}\()",
        tells="title",
        bare=True,
        prior=0.9,
    ),
    Rule(
        "role.title-organization-person",
        rf"(?<!\w){_DET}(?P<pre>{_PRE})(?P<title>{_HEAD}) (?P<organization><name>) (?P<person><human>)",
        tells="title",
        bare=True,
        prior=0.6,
    ),
    Rule(
        "role.is",
        rf"(?P<v><neg>(?:est|était|sera|serait|devient|deviendra|reste|restera|demeure|fut|is|was|becomes|became|remains))<pas>(?: à la fois)? {_DET}{_PRE}{_TITLE}{_OF}{_ORG}",
        subject="person",
        tells="role",
        bare=True,
        prior=0.87,
    ),
    Rule(
        "role.is-named",
        rf"(?P<v><neg><modal><neg><be>?{_NAMED})<pas>{_AS} {_DET}{_PRE}{_TITLE}{_OF}{_ORG}",
        subject="person",
        tells="named",
        bare=True,
        prior=0.9,
    ),
    Rule(
        "role.names",
        rf"(?P<v><neg><modal><neg><aux>{_NAMED})<pas> (?P<person><human>){_AS} ?,? ?{_DET}{_PRE}{_TITLE}(?={_OF}<name>|[,.;]|$| en | pour | afin | à compter | à partir | dès | depuis)(?:{_OF}{_ORG.replace('organization>', 'organization2>')})?",
        subject="organization",
        tells="named",
        bare=True,
        prior=0.87,
    ),
    Rule(
        "role.named-own",
        rf"(?P<v><neg><modal><neg><be>?{_NAMED})<pas>{_AS} {_DET}{_PRE}{_TITLE}(?=[,.;]|$| en | pour | afin | à compter | à partir | dès | depuis| après)",
        subject="person",
        topic="organization",
        tells="named",
        bare=True,
        prior=0.72,
    ),
    Rule(
        "role.takes-head",
        r"(?P<v><neg><modal><neg><aux>(?:pren(?:d|dre|dra|drait|ant)|prennent|pris|assure(?:r|ra)?|occup(?:e|er|era|ait)|conserv(?:e|era)|gard(?:e|era)|takes|took|taking))<pas> (?P<title>(?:la |les )?(?:tête|direction(?: générale)?|présidence|rênes|commandes|manettes|barre|helm))(?: opérationnelle)? (?:de la|de l'|du|de|d'|of) ?(?P<organization><firm>)",
        subject="person",
        tells="role",
        prior=0.85,
    ),
    Rule(
        "role.at-head",
        r"(?P<v><neg>(?:<be>|(?:nommée?|arrivée?|arrive|placée?|restera?|reste|propulsée?|portée?|désignée?|installée?) )?)(?P<title>à la (?:tête|direction(?: générale)?|présidence)|aux (?:commandes|manettes|rênes)) (?:de la|de l'|du|de|d') ?(?P<organization><firm>)",
        subject="person",
        tells="role",
        prior=0.8,
    ),
    Rule(
        "role.heads",
        r"(?P<v><neg><modal><neg><aux>(?P<title>dirig(?:e|ent|ée?|er|era|eait|eant)|présid(?:e|ent|ée?|er|era|ait|ant)|pilot(?:e|ent|é|er|era|ait|ant)|heads|runs|chairs))<pas> (?P<organization><firm>)",
        subject="person",
        tells="role",
        prior=0.85,
    ),
    Rule(
        "role.headed-by",
        r"(?P<v><neg><be>?(?P<title>dirigée?s?|présidée?s?|pilotée?s?|emmenée?s?|headed|run|chaired|led))<adv> (?:<by>) (?P<person><humans>)",
        subject="organization",
        tells="role",
        bare=True,
        prior=0.85,
    ),
    Rule(
        "role.founded-by",
        r"(?P<v><neg><be>?(?P<title>(?:co-?)?fondée?s?|créée?s?|lancée?s?|(?:co-?)?founded|created))<adv>(?: à <place>,?)?<adv> (?:<by>) (?P<person><humans>)",
        subject="organization",
        fixed=Standing("InForce"),
        bare=True,
        prior=0.82,
    ),
    Rule(
        "role.founded",
        r"(?P<v><neg><aux>(?P<title>(?:co-?)?fond(?:é|e|a|èrent|ait)|(?:co-?)?founded))<pas> (?P<organization><firm>)",
        subject="person",
        fixed=Standing("InForce"),
        prior=0.82,
    ),
    Rule(
        "role.leaves-office",
        rf"(?P<v><neg><modal><neg><aux>{_LEFT})<pas> (?:(?:de )?(?:ses|son|sa|leurs?) (?:fonctions?|poste|mandat|siège|place) (?:de |d')|(?:la |le |as ))?{_DET}(?P<title>{_HEAD}{_WORDS}|(?:la )?(?:tête|direction(?: générale)?|présidence)){_OF}{_ORG}",
        subject="person",
        fixed=Standing("Ended"),
        tells="end",
        bare=True,
        prior=0.87,
    ),
    Rule(
        "role.leaves-own-office",
        rf"(?P<v><neg><modal><neg><aux>{_LEFT})<pas> (?:(?:de )?(?:ses|son|sa) (?:fonctions?|poste|mandat|siège|place) (?:de |d')){_DET}(?P<title>{_HEAD}{_WORDS})(?=[,.;]|$| en | pour | afin | après)",
        subject="person",
        topic="organization",
        fixed=Standing("Ended"),
        tells="end",
        bare=True,
        prior=0.72,
    ),
    Rule(
        "role.succeeds",
        rf"(?P<v><neg><modal><neg><aux>(?:succèd(?:e|era|erait)|succéd(?:é|er|ait|ant)|rempla(?:ce|cer|cera|cé|çant))(?<!\w\w\w\w\w\w\w\w\w\w\w\w\w))<pas> (?:à |au )?(?:M\. |Mme )?<person>(?:,)? (?:au poste d[e'u]|comme|en tant que|aux fonctions d[e'u]|as|à la) ?{_DET}(?P<title>{_HEAD}{_WORDS}|tête|direction générale|direction|présidence){_OF}{_ORG}",
        subject="person",
        tells="role",
        bare=True,
        prior=0.82,
    ),
    Rule(
        "role.joins-as",
        rf"(?P<v><neg><modal><neg><aux>(?:rejoi(?:nt|ndre|ndra|gnent)|intègr(?:e|era)|arriv(?:e|é|ée|era) (?:chez|à)|joins|joined))<pas> (?P<organization><name>),? (?:comme|en tant que|au poste d[e'u]|en qualité d[e'u]|as) ?{_DET}{_TITLE}(?=[,.;]|$| en | pour | afin | après)",
        subject="person",
        tells="role",
        bare=True,
        prior=0.85,
    ),
    Rule(
        "role.nomination-of",
        rf"(?:nomination|arrivée|désignation|promotion|élection|recrutement|appointment) (?:de |d'|of )(?:M\. |Mme )?(?P<person><human>){_AS} ?(?:à la )?{_DET}(?P<title>{_HEAD}{_WORDS}|tête|direction générale|direction|présidence){_OF}{_ORG}",
        tells="noun",
        bare=True,
        prior=0.85,
    ),
    Rule(
        "role.departure-of",
        rf"(?:départ|démission|éviction|limogeage|departure|resignation) (?:de |d'|du |of )(?:M\. |Mme )?(?P<person><human>)(?:,| de son poste de| de ses fonctions de| de) ?{_DET}(?P<title>{_HEAD}{_WORDS}|la tête|la direction générale|la direction|la présidence){_OF}{_ORG}",
        fixed=Standing("Ended"),
        bare=True,
        prior=0.82,
    ),
    Rule(
        "role.minister-before",
        r"(?:le |la |l')(?P<title>(?:ministre|secrétaire d'[ÉE]tat|commissaire européen(?:ne)?|Premier ministre)[^,.;«»]{0,70}?),? (?P<person><human>)",
        tells="title",
        needs=("person",),
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.minister-after",
        r"(?P<person><human>), (?:le |la |l')?(?:alors |ancien |ancienne )?(?P<title>(?:ministre|secrétaire d'[ÉE]tat|commissaire européen(?:ne)?|Premier ministre)[^,.;«»]{0,90})(?=[,.;])",
        tells="title",
        needs=("person",),
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.apposition-own",
        rf"(?P<person><humans>),? (?:,|\() ?(?:son|sa|leur|its) {_PRE}{_TITLE}(?=[,.;)]|$)",
        tells="title",
        owner="organization",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.own-title",
        rf"(?:son|sa|leur|its) (?P<pre>{_PRE}){_TITLE}(?: actuel)?,? (?P<person><humans>)",
        tells="title",
        owner="organization",
        bare=True,
        prior=0.78,
    ),
    Rule(
        "role.title-person",
        rf"(?:le |la |l'|du |au |the |par le |par la )(?P<pre>{_PRE})(?P<title>{_HEAD})(?: actuel| historique)?,? (?P<person><human>)",
        tells="title",
        topic="organization",
        bare=True,
        prior=0.65,
    ),
    Rule(
        "role.person-title",
        rf"(?P<person><human>) ?(?:,|\() ?{_DET}{_PRE}{_TITLE}(?=[,.;)]|$)",
        tells="title",
        topic="organization",
        bare=True,
        prior=0.65,
    ),
    Rule(
        "role.whom-he-heads",
        r"(?P<organization><name>),? que (?P<title>préside|dirige|pilote|dirigeait|présidait|a fondée?|a créée?|a cofondée?) (?P<person><human>)",
        tells="title",
        bare=True,
        prior=0.82,
    ),
    Rule(
        "role.headed-then-name",
        r"(?P<title>dirigée?|présidée?|fondée?|créée?|pilotée?|emmenée?|co-?fondée?)<adv> par (?P<person><humans>)(?:<adv>|[^,.;]{0,30}), (?P<organization><firm>)(?= \S)",
        fixed=Standing("InForce"),
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.organization-head",
        r"(?P<title>patronn?e?|P-?DG|CEO|DG|chief executive) (?:de |d'|du |of )?(?P<organization><name>),? (?P<person><human>)",
        tells="title",
        bare=True,
        prior=0.8,
    ),
)
