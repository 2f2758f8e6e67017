"""Rules for what happens in the life of a firm: it is created, launched, opened, it fails, it closes."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules import endings, sites
from souverain.intake.rules.moments import ROUND
from souverain.intake.standing import Standing

_BORN = r"(?:créée?s?|fondée?s?|née?s?|constituée?s?|founded|created|established)"
_KIND = r"(?:(?:la|une?|le|l'|sa|leur|son|cette|a|the|its|nouvelle?|propre|société|entreprise|start-up|filiale|coentreprise|co-entreprise|structure|entité|plateforme|d'économie mixte|commune|holding|association|fondation|fonds) ?)*"
# « la société « Oxalis » »: a name may stand in quotation marks.
_NAMED = r"(?:[«\"“]\s?)?(?P<subject><name>)"
# « qu'il a créé » tells whom somebody else created.
_NOT_ACTIVE = r"(?<!\ba\s)(?<!\bavait\s)(?<!\bont\s)(?<!\bavaient\s)(?<!\bai\s)"

RULES = (
    Rule(
        "lifecycle.was-created",
        rf"{_NOT_ACTIVE}(?P<v><neg><modal><neg><be>?{_BORN})(?:{ROUND}|(?=,? (?:par|by|pour|afin) ))",
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
        rf"(?P<subject><firm>),? (?:qu'|que )(?:<person>|<human>) (?P<v>(?:a|avait|ont|avaient) (?:lui-même )?(?:co-?)?(?:créée?|fondée?|montée?|lancée?))(?:{ROUND})?",
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
        rf"(?P<subject><name>)(?:,| est| était) (?:une?|l'une? des|la|le|l') ?[a-zéèêàç'«» -]{{3,60}}? (?:créée?|fondée?|née?){ROUND}",
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
        rf"(?!s'|se )(?P<v><neg><modal><neg><be>(?:lancée?s?(?![a-zé])(?! (?:à|dans|sur la|en quête)(?: |$))|mise?s? en (?:ligne|service)|launched))(?:{ROUND})?",
        subject="subject",
        fills={"event": "Launched"},
        prior=0.75,
    ),
    Rule(
        "lifecycle.was-opened",
        rf"(?P<v><neg><modal><neg><be>(?:inaugurée?s?|ouverte?s?|opened))(?:{ROUND})",
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
        rf"(?P<v><neg><modal><neg><aux>(?:voi(?:t|r|ent)|vu|verra|verrait|vit)<pas>) (?:officiellement )?le jour(?:{ROUND})?",
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
        "lifecycle.is-one-launched",
        rf"(?P<subject><name>)(?:,| est| était) (?!(?:sera|serait|a|va|doit|devait|devrait|qui|dont|et|avait|ont|vient) )(?:(?:une?|l'une? des|la|le|l') ?)?[a-zéèêàç'« -]{{3,60}}? lancée?{ROUND}",
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
    *endings.RULES,
    *sites.RULES,
)
