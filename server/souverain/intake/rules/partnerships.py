"""Rules for partnerships: who ties with whom, and who gave it up."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

_ALLIANCE = r"(?:partenariats?|alliances?|accords?(?! (?:de (?:principe|rachat|cession|vente|confidentialité|licenciement)|d'exclusivité|pour (?:racheter|céder|acquérir|reprendre|vendre)))(?: (?:de (?:partenariat|coopération|distribution|collaboration)|stratégique|commercial|industriel|cadre))?|coentreprises?|co-entreprises?|joint-ventures?|collaboration|coopération|rapprochement|consortium|partnership|joint venture|agreement|convention|contrats? (?:de (?:distribution|coopération|licence|partenariat|collaboration)|d'approvisionnement|cadre|commercial)|protocole d'accord|pacte)(?: (?:stratégique|commercial|commerciale|industriel|industrielle|technologique|pluriannuel|exclusif|mondial|technique|inédit|inédite|commune?|paritaire|capitalistique|financier))*"
_TIE = r"(?:nou(?:e|ent|é|er|era|eront)|sign(?:e|ent|é|er|era|eront|ait)|concl(?:u|ut|uent|ure)|scell(?:e|ent|é|er)|annonc(?:e|ent|é|er)|pass(?:é|er|ent)|lan(?:ce|cent|cé|cer)|form(?:e|ent|é|er|eront)|cré(?:e|ent|é|er|era|eront|eraient)|mont(?:e|ent|é|er)|constitu(?:e|ent|é|er)|a|ont|dévoil(?:e|ent|é)|officialis(?:e|ent|é)|négoci(?:e|ent|é)|trouv(?:é|er)|renouvel(?:é|er|le|lent)|entam(?:e|ent|é)|élargi(?:t|ssent|r)?|étend(?:ent|u|re)?|prolong(?:e|ent|é|er)|renforc(?:e|ent|é|er)|paraph(?:e|ent|é|er)|initi(?:e|ent|é)|engag(?:e|ent|é)|dispos(?:e|ent) d[e']|signs?|signed|announces?|announced|forms?|formed|struck)"

RULES = (
    Rule(
        "partnership.ends",
        rf"(?P<v>(?:<aux>)(?:mis fin à|met(?:tent|tra)? fin à|mettre fin à|rompu|rompt|rompent|rompre|dénoncé|dénoncent?|résilié|résilient?|quitté|ended|terminated)<pas>) (?:(?:leur|son|sa|le|l'|la|its|their) ?){_ALLIANCE}(?: (?:avec|with) (?P<others><parties>))?",
        subject="partners",
        fixed=Standing("Ended"),
        prior=0.82,
    ),
    Rule(
        "partnership.ties-with-one",
        rf"(?P<v><neg><modal><neg><aux>{_TIE}<pas>) avec (?P<others><parties>)<adv>,? (?:un|une|son|leur) ?(?:nouveau |nouvel |nouvelle |vaste )*{_ALLIANCE}",
        subject="partners",
        prior=0.85,
    ),
    Rule(
        "partnership.with-name-does",
        r"en (?:partenariat|collaboration|association|coopération) avec (?:la |l'|le )?(?P<partners><parties>), (?P<others><firm>)(?= \S)",
        tells="noun",
        prior=0.78,
    ),
    Rule(
        "partnership.is-partner",
        r"(?P<partners><firm>),? (?P<v><be>?)(?:présentée? comme )?(?:le |un |l'un des |l')?(?:partenaires?|allié)(?: (?:historique|stratégique|technologique|exclusif|industriel|commercial|financier|privilégié|officiel|de longue date)){0,2} (?:de la |de l'|de|du|d') ?(?P<others><firm>)",
        tells="state",
        prior=0.78,
    ),
    Rule(
        "partnership.ties-with",
        rf"(?P<v><neg><modal><neg><aux>{_TIE}<pas>) (?:(?:un|une|des|leur|son|cette|ce|la|le|l'|d'un|a|an|the) ?(?:(?:signature|conclusion|création|mise en place|formation) d'(?:une|un) |nouveau |nouvel |nouvelle |vaste |création d'une |large )*)?{_ALLIANCE}(?:,? de <when>|,? d'une durée de [^,.;]{{3,20}}| de [a-zé]+ ans|,? [a-zéèê]+ement)?<adv> (?:avec|with) (?:(?:le|la|l'|les) )?(?P<others><parties>)",
        subject="partners",
        prior=0.87,
    ),
    Rule(
        "partnership.tie-together",
        rf"(?P<v><neg><modal><neg><aux>{_TIE}<pas>)(?: entre (?:eux|elles))? (?:(?:la (?:signature|conclusion|création|mise en place|formation) d'(?:une|un))|un|une|leur|a|an) ?(?:nouveau |nouvel |nouvelle |vaste |large )*{_ALLIANCE}",
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
        "partnership.venture-of",
        r"(?:coentreprise|co-entreprise|joint-venture|joint venture|filiale commune|société commune|filiale conjointe)(?: (?:paritaire|baptisée <name>))?,? (?:(?:formée|créée|détenue|montée|lancée|constituée)e? )?(?:entre |par |de la |de l'|de |du |d')(?P<partners>(?:la |l'|le )?<firm>(?:, <firm>)* (?:et|avec) (?:par |de la |de l'|de |du |d')?<firm>)",
        tells="noun",
        prior=0.8,
    ),
    Rule(
        "partnership.associates",
        r"(?P<v><neg><modal><neg>(?:s'associ(?:e|ent|er|era|eront|ait|ant)|s'all(?:ie|ient|ier|ieront|iera)|s'est (?:associée?|alliée?|rapprochée?)|se sont (?:associée?s|alliée?s|rapprochée?s)|se rapproch(?:e|ent|er)|fai(?:t|re) (?:équipe|cause commune)|font (?:équipe|cause commune)|collabor(?:e|ent|er|era)|coop[éè]r(?:e|ent|er)|associ(?:e|er|ée)|all(?:ier|iée?)|partners?|partnered|teams? up|teamed up)<pas>) (?:à|au|aux|avec|du|d'|de|with) ?(?:la |l'|[a-zéèêç]+ )?(?P<others><parties>)",
        subject="partners",
        prior=0.82,
    ),
    Rule(
        "partnership.ally",
        r"(?P<v><neg><modal><neg>(?:s'associent|s'allient|s'allier|s'associer|se sont (?:associée?s|alliée?s)|s'étaient (?:<not> )?(?:associée?s|alliée?s)|unissent leurs forces|s'unissent|joignent leurs forces|font cause commune|font équipe|font alliance|main dans la main|joined forces|join forces)<pas>)(?= (?:pour|dans|afin|autour|sur|en vue|avec (?:le projet|l'ambition|l'objectif)|to|face)|[,.]|$)",
        subject="partners",
        prior=0.8,
    ),
    Rule(
        "partnership.in-partnership",
        r"(?:en (?:partenariat|collaboration|association|coopération)(?: étroite)? avec|main dans la main avec|in partnership with) ?(?:la |l')?(?P<others><parties>)",
        owner="partners",
        prior=0.65,
    ),
    Rule(
        "partnership.came-to-nothing",
        rf"{_ALLIANCE} avec (?:le [a-zéè]+ |la [a-zéè]+ )?(?P<others><parties>)[^.;,]{{0,20}} (?P<v>(?:(?:a|avait|ont) (?:capoté|échoué|avorté|tourné court|été (?:rompu|abandonné|enterré|dénoncé)e?)|est tombée? à l'eau|n'a (?:jamais|pas) (?:abouti|vu le jour)))",
        owner="partners",
        fixed=Standing("Abandoned"),
        prior=0.82,
    ),
    Rule(
        "partnership.with",
        rf"(?:un|une|son|leur|le|la|l'|ce|cette|du|au|du récent) ?(?:nouveau |nouvel |récent |premier )?{_ALLIANCE}(?: (?:signée?|noué|nouée|conclue?|annoncée?|scellée?|passée?))?<adv> (?:avec|with) (?:le |la |l')?(?P<others><parties>)",
        tells="noun",
        owner="partners",
        prior=0.75,
    ),
)
