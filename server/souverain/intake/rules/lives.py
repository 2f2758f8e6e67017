"""Rules for what happens in the life of a firm: it is created, launched, opened, it fails, it closes."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules import sites
from souverain.intake.standing import Standing

_BORN = r"(?:créée?s?|fondée?s?|née?s?|constituée?s?|founded|created|established)"
_AT = r"(?:,? (?:en |le |à |au |aux |il y a |dès |fin |début |depuis |in |on |from |dans le courant de )?)"
# When and where it was, and by whom: what a claim of a creation quotes.
_ROUND = rf"(?:{_AT}(?:<when>|<place>)|,? (?:à|in) <name>(?=,? (?:en |in |au |dès |par )?<when>)){{1,2}}(?:,? (?:par|by) <parties>)?"
_KIND = r"(?:(?:la|une?|le|l'|sa|leur|son|cette|a|the|its|nouvelle?|propre|société|entreprise|start-up|filiale|coentreprise|co-entreprise|structure|entité|plateforme|d'économie mixte|commune|holding|association|fondation|fonds) ?)*"
# « la société « Oxalis » »: a name may stand in quotation marks.
_NAMED = r"(?:[«\"“]\s?)?(?P<subject><name>)"
# « qu'il a créé » tells whom somebody else created.
_NOT_ACTIVE = r"(?<!\ba\s)(?<!\bavait\s)(?<!\bont\s)(?<!\bavaient\s)(?<!\bai\s)"
_COURT = r"(?:redressement|liquidation|procédure de sauvegarde|sauvegarde|faillite|cessation des? paiements?|receivership|administration)(?: judiciaire)?"

RULES = (
    Rule(
        "lifecycle.was-created",
        rf"{_NOT_ACTIVE}(?P<v><neg><modal><neg><be>?{_BORN})(?:{_ROUND}|(?=,? (?:par|by|pour|afin) ))",
        subject="subject",
        fills={"event": "Created"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.since-its-creation",
        r"(?:depuis|avant|à|dès|après|lors de) (?:sa|leur) (?:création|fondation|naissance)(?:,? (?:en|fin|début|au|à|le|dans) ?)?,? ?<when>(?: par <parties>)?",
        owner="subject",
        fixed=Standing("InForce"),
        fills={"event": "Created"},
        prior=0.78,
    ),
    Rule(
        "lifecycle.that-he-created",
        rf"(?P<subject><firm>),? (?:qu'|que )(?:<person>|<human>) (?P<v>(?:a|avait|ont|avaient) (?:lui-même )?(?:co-?)?(?:créée?|fondée?|montée?|lancée?))(?:{_ROUND})?",
        fixed=Standing("InForce"),
        fills={"event": "Created"},
        prior=0.82,
    ),
    Rule(
        "lifecycle.launches-one",
        r"(?P<v><neg><modal><neg><aux>(?:lan(?:ce|cent|cé|cer|cera|ceront|çait)|cré(?:e|ent|é|er|era|eront)|fond(?:e|ent|é|er|ait)|mont(?:e|ent|é|er))<pas>) (?P<subject><name>),? (?:une?|sa|son|leur) (?:nouve\w+ |propre |jeune )?(?:société|filiale|start-up|startup|coentreprise|co-entreprise|joint-venture|entreprise|agence|holding|structure|association|jeune pousse)(?!\w)",
        fills={"event": "Created"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.created-then-name",
        r"(?:créée?|fondée?|née?|lancée?|founded|created)(?: à <place>)?,? (?:en |in |le |il y a |fin |début )?<when>(?:[^,.;]{0,70}|,? par <parties>), (?P<subject><firm>)",
        fixed=Standing("InForce"),
        fills={"event": "Created"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.is-one-created",
        rf"(?P<subject><name>)(?:,| est| était) (?:une?|l'une? des|la|le|l') ?[a-zéèêàç'«» -]{{3,60}}? (?:créée?|fondée?|née?){_ROUND}",
        fixed=Standing("InForce"),
        fills={"event": "Created"},
        prior=0.85,
    ),
    Rule(
        "lifecycle.creation-of-one",
        rf"création (?:d'une |de leur |de sa |commune d'une ){_KIND}(?:commune |dédiée |spécialisée )?(?:,|,? (?:baptisée|appelée|nommée|dénommée|du nom de)) ?{_NAMED}",
        tells="noun",
        fills={"event": "Created"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.launches",
        r"(?P<v><neg><modal><neg><aux>(?:lan(?:ce|cent|cé|cer|cera|ceront|çait)|inaugur(?:e|ent|é|er|era)|launch(?:es|ed)?)<pas>) (?:(?:son|sa|le|la|une?|leur|l'|its|a|the) ?(?:nouve\w+ |propre )?(?:service|filiale|plateforme|start-up|société|marque|moteur de recherche|réseau|cloud|entreprise|coentreprise|banque|site|platform|service)(?: [a-zéè]+){0,2}?,? (?:baptisée? |appelée? |dénommée? |nommée? )?)(?P<subject><name>)",
        fills={"event": "Launched"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.creates",
        rf"(?P<v><neg><modal><neg><aux>(?:cré(?:e|ent|é|er|era|eront|eraient|ait)|fond(?:e|ent|é|er|ait)|constitu(?:e|ent|é|er)|mont(?:é|er)|co-?fond(?:e|ent|é|er)|founds?|founded|created?)<pas>)(?: ensemble)? {_KIND}(?:(?:commune|conjointe|dédiée|indépendante|spécialisée|distincte|paritaire|détenue à parts égales)[, ]+)*(?:,? ?(?:baptisée?|appelée?|dénommée?|nommée?|du nom de) )?{_NAMED}",
        fills={"event": "Created"},
        prior=0.78,
    ),
    Rule(
        "lifecycle.was-launched",
        rf"(?!s'|se )(?P<v><neg><modal><neg><be>(?:lancée?s?(?![a-zé])(?! (?:à|dans|sur la|en quête)(?: |$))|mise?s? en (?:ligne|service)|launched))(?:{_ROUND})?",
        subject="subject",
        fills={"event": "Launched"},
        prior=0.75,
    ),
    Rule(
        "lifecycle.was-opened",
        rf"(?P<v><neg><modal><neg><be>(?:inaugurée?s?|ouverte?s?|opened))(?:{_ROUND})",
        subject="subject",
        fills={"event": "Opened"},
        prior=0.7,
    ),
    Rule(
        "lifecycle.opens-doors",
        r"(?P<v><neg><modal><neg><aux>ouv(?:re|rent|ert|rir|rira|riront|rait)<pas>) ses portes",
        subject="subject",
        fills={"event": "Opened"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.sees-day",
        rf"(?P<v><neg><modal><neg><aux>(?:voi(?:t|r|ent)|vu|verra|verrait|vit)<pas>) (?:officiellement )?le jour(?:{_ROUND})?",
        subject="subject",
        fills={"event": "Created"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.creation-of",
        rf"(?:la |pour la |d'une |de la |the )(?:création|fondation|naissance|constitution|creation) (?:de |d'|du |of )(?:la |l'|le )?{_KIND}(?P<subject><name>)",
        tells="noun",
        fills={"event": "Created"},
        prior=0.72,
    ),
    Rule(
        "lifecycle.launch-of",
        r"(?:le |du |au |de |the )(?:lancement|launch) (?:commercial )?(?:de |d'|du |of )(?:la |l'|le )?(?P<subject><name>)",
        tells="noun",
        fills={"event": "Launched"},
        prior=0.68,
    ),
    Rule(
        "lifecycle.insolvent",
        rf"(?P<v><neg><modal><neg>(?:<be>(?:(?:placée?s?|mise?s?|admise?s?|déclarée?s?|put|placed) )?|(?<!\bla\s)(?<!\bsa\s)(?<!\bde\s)(?:placée?s?|mise?s?|admise?s?) |(?:s'est|se) (?:déclarée?|déclare|retrouve|trouve) )) ?(?:actuellement )?(?:en|under|into|sous) {_COURT}(?:{_ROUND})?",
        subject="subject",
        fills={"event": "Failed"},
        prior=0.84,
    ),
    Rule(
        "lifecycle.insolvent-then-name",
        rf"(?:placée?|mise?|déclarée?) (?:en|sous) {_COURT}(?: (?:depuis |en |le |par )?<when>)?(?: par [^,.;]{{3,60}})?, (?P<subject><firm>)",
        fixed=Standing("InForce"),
        fills={"event": "Failed"},
        prior=0.82,
    ),
    Rule(
        "lifecycle.court-opens",
        rf"(?:ouvert|ouvre|ouvrir|ouverture d'|prononcé|prononce) ?(?:une |la |d'une )?(?:procédure de |mise en )?{_COURT} (?:au bénéfice|à l'encontre|à l'égard|en faveur|pour|contre)(?: de la| de l'| du| de| d')? ?(?P<subject><firm>)",
        fixed=Standing("InForce"),
        fills={"event": "Failed"},
        prior=0.82,
    ),
    Rule(
        "lifecycle.court-places",
        rf"(?P<v>(?:<aux>)(?:plac(?:e|é|er|era)|mis|met)<pas>) (?P<subject><firm>)(?:,[^.;:,]{{3,80}},)? en {_COURT}",
        fixed=Standing("InForce"),
        fills={"event": "Failed"},
        prior=0.85,
    ),
    Rule(
        "lifecycle.insolvency-of",
        rf"(?:la |de |sa )?(?:mise en |la |le |placement en |après la |depuis la |procédure de ){_COURT} (?:de la |de l'|du |de |d'|à l'encontre d[eu'] ?|contre )(?:la |l'|la société |l'entreprise )?(?P<subject><name>)",
        tells="noun",
        fills={"event": "Failed"},
        prior=0.75,
    ),
    Rule(
        "lifecycle.asks-for-court",
        rf"(?P<v><neg><modal><neg><aux>(?:demand(?:e|é|er|era)|sollicit(?:e|é|er))<pas>) (?:son placement|sa mise|l'ouverture d'une procédure|à être placée?|une procédure) (?:en|de|sous) {_COURT}",
        subject="subject",
        fixed=Standing("Planned"),
        fills={"event": "Failed"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.fails",
        rf"(?P<v><neg><modal><neg><aux>(?:fai(?:t|re)|fera|dépos(?:e|é|er|era|ait)|mis la clé|met la clé|mettre la clé|filed|went|goes)<pas>) (?:faillite|(?:le |son )bilan|sous la porte|for bankruptcy|bankrupt)(?:{_ROUND})?",
        subject="subject",
        fills={"event": "Failed"},
        prior=0.83,
    ),
    Rule(
        "lifecycle.closes",
        rf"(?P<v><neg><modal><neg><aux>(?:cess(?:e|ent|é|er|era)|ferm(?:e|ent|é|er|era)|arrêt(?:e|é|er|era)|mis fin à|met fin à|mettra fin à|baiss(?:e|é|er))<pas>) (?:(?:toutes? )?(?:ses|son) activités?|toute activité|d'exister|ses portes|définitivement|(?:le )?rideau)(?:{_ROUND})?",
        subject="subject",
        fills={"event": "Closed"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.was-closed",
        rf"(?P<v><neg><modal><neg><be>(?:fermée?s?|dissoute?s?|dissous|liquidée?s?|radiée?s?|closed|wound up)<pas>)(?:{_ROUND}|(?=[.,;]))",
        subject="subject",
        fills={"event": "Closed"},
        prior=0.75,
    ),
    Rule(
        "lifecycle.then-closed",
        r"(?P<v>(?:puis |, )?(?:a|ont|avait) (?:définitivement |ensuite |finalement )?fermé)(?= (?:en |à |au |l'|dès |fin |début |<when>)|[.,;])",
        subject="subject",
        fills={"event": "Closed"},
        prior=0.78,
    ),
    Rule(
        "lifecycle.is-one-closed",
        r"(?P<subject><name>), (?:une?|l'une? des|la|le|l') ?[a-zéèêàç'« »-]{3,60}? (?:fermée?|arrêtée?|liquidée?) (?:au bout|l'an|en |depuis |après |<when>)",
        fixed=Standing("InForce"),
        fills={"event": "Closed"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.is-one-launched",
        rf"(?P<subject><name>)(?:,| est| était) (?:(?:une?|l'une? des|la|le|l') ?)?[a-zéèêàç'« -]{{3,60}}? lancée?{_ROUND}",
        fixed=Standing("InForce"),
        fills={"event": "Launched"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.launched-then-name",
        r"(?:^|(?<=[.»\n]\s)|(?<=\n))lancée?(?: en [a-z]+)?,? (?:en |le |il y a |fin |début )?<when>[^,.;]{0,50}, (?P<subject><firm>)",
        fixed=Standing("InForce"),
        fills={"event": "Launched"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.whose-liquidation",
        rf"(?P<subject><name>)(?:,[^.;:«»]{{3,120}})?,? (?:et )?dont (?:la |le ){_COURT} (?:a été|est|vient d'être) (?:prononcée?|ouverte?|convertie?)",
        fixed=Standing("InForce"),
        fills={"event": "Failed"},
        prior=0.82,
    ),
    Rule(
        "lifecycle.in-court",
        rf"(?P<subject><firm>)(?: \([^()]{{2,40}}\))?, (?:aujourd'hui |actuellement |toujours )?en {_COURT}",
        fixed=Standing("InForce"),
        fills={"event": "Failed"},
        prior=0.82,
    ),
    *sites.RULES,
)
