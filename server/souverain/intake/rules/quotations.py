"""Rules for who speaks before or after a quotation, whatever the verb: « … », tonne Jean Morvan."""

from __future__ import annotations

from souverain.intake.rule import Rule

# Words that end as verbs do and are none.
_NO_VERB = (
    r"(?:et|ou|mais|comme|entre|contre|dont|quand|avant|pendant|tant|est|sont|était|étaient|sera"
    r"|fut|être|peut|doit|devait|pouvait|fait|faut|avait|avaient|ont|autre|cette|quelque|une|les|des"
    r"|ses|tandis|puis|depuis|dès|sans|selon|parce|lorsque|alors|aussi|ce|le|de|que|se|ne|me|te|je"
    r"|tout|toute|même|notre|votre|leur|outre|sous|plus|pas|vers|après|devient|devenait|reste|restait"
    r"|titre|page|and|the|but|as|with|he|she|is|was|are|were|has|had)"
)
_VERB = rf"(?!{_NO_VERB}\b)[a-zàâçéèêëîïôûùœ]+(?:e|nt|t|d|s|a|is|it|ut)"
_PAST = r"(?:a|ont|avait|avaient|avaient)(?: [a-zéèê]+(?:ment|ôt|ors|ite)| aussitôt| encore| un jour| déjà| même| lui-même)? [a-zàâçéèêëîïôûùœ]+(?:é|i|u|is|it)"
_SELF = r"(?:s'(?!est)|se |s'en |en |y |lui |leur |l'|m'|nous )?"
_REFLEXIVE = r"s'(?:est|était|était-)(?: [a-zéèê]+ment)? [a-zàâçéèêëîïôûùœ]+(?:é|i|u|is|it)e?"
_ANY = rf"(?:{_REFLEXIVE}|{_SELF}(?:{_PAST}|{_VERB}))(?![\w'-])"
# What may stand between the verb and who speaks: adverbs and asides, no clause.
_BETWEEN = r"(?:,? (?!(?:que|qu'|qui|dont|si|par|et|mais|puis|ou)\b)[^\s,.;:«»()\ue000-\ue005\ue008-\ue00a]+){0,5}?,?"
_NO_PREPOSITION = r"(?<!\sà)(?<!\sau)(?<!\saux)(?<!\sà\sla)(?<!\sdans)(?<!\ssur)(?<!\schez)(?<!\sde)(?<!\sdu)(?<!\sdes)(?<!\sdevant)(?<!\sauprès)(?<!\sen)(?<!\spour)(?<!\savec)(?<!\sà\sl')(?<!\sd')(?<!\spar)(?<!\slors)(?<!\sde\sla)"
_ENDS = r"(?=\s?[,.;:!?()–—]|$|\s(?:à|au|aux|dans|sur|lors|en|devant|chez|pour|avant|de|d'|qui|et|mais|depuis|ce|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|après|face|avec|\ue006|\ue007|\ue000|auprès|par|comme|quand|lorsqu|aujourd'hui|désormais|on|in|at|to|as)|\s[a-zéèê]+ment\b)"
_AFTER = r"(?<=[»\"”])\s?,?\s?"
# Who speaks and is not named: « une source proche du dossier », « un ancien du projet ».
_VOICE = (
    r"(?P<voice>(?:sources?|proches?|anciens?|anciennes?|cadres?|banquiers?|analystes?|salariée?s?|observateurs?|connaisseurs?|élus?|syndicalistes?|négociateurs?)"
    r"(?: (?:proches?|anonymes?|internes?|bancaires?|industrielles?|gouvernementales?|syndicales?|concordantes?))?"
    r"(?: (?:du|de la|des|de) [a-zéèêàîôûç-]+| (?:de l'|d')[a-zéèêàîôûç-]+){0,2})(?![\w'-])"
)

RULES = (
    Rule(
        "announcement.closes-quotation",
        rf"{_AFTER}(?:comme |ainsi )?(?P<v>{_ANY}){_BETWEEN}{_NO_PREPOSITION} (?:le |la |l'|un |une |M\. |Mme )?(?P<announcer><party>(?:,? et (?:le |la |l'|les )?<party>)?){_ENDS}",
        tells="quoted",
        prior=0.82,
    ),
    Rule(
        "announcement.closes-quotation-he",
        rf"{_AFTER}(?P<v>{_SELF}(?:(?:s'est|a|avait)-(?:t-)?(?P<he>il|elle)\b|[a-zàâçéèêëîïôûùœ]+(?:-t)?-(?P<he2>il|elle)))(?!\w)",
        tells="he",
        prior=0.82,
    ),
    Rule(
        "announcement.opens-quotation",
        rf"(?P<v>{_ANY})(?=[^.;:«»\"“]{{0,90}} ?: ?[«\"“])",
        subject="announcer",
        tells="quoted",
        prior=0.78,
    ),
    Rule(
        "announcement.one-says",
        r"(?P<v>[a-zàâçéèêëîïôûùœ]+(?:-t)?-on) (?:(?:à|au|aux|chez|du côté d[eu'es]*|dans l'entourage d[eu'es]*|au sein d[eu'es]*) ?)(?:la |le |l')?(?P<announcer><firm>)",
        tells="quoted",
        prior=0.82,
    ),
    Rule(
        "announcement.at-one-says",
        r"(?:chez|au|aux|du côté d[eu'es]*|dans l'entourage d[eu'es]*|à la) ?(?:la |le |l')?(?P<announcer><firm>)[^.;:«»]{0,60}?, (?:on|l'on) (?P<v>(?:se |s')?[a-zàâçéèêëîïôûùœ]+(?:e|t|d))(?=[^.;]{0,50}(?: que | qu'|«|:))",
        tells="quoted",
        prior=0.8,
    ),
    Rule(
        "announcement.according-to-him",
        r"(?<!\w)(?:selon|d'après|à en croire|pour) (?P<he>lui|elle),",
        tells="he",
        prior=0.75,
    ),
    Rule(
        "announcement.dixit",
        r"(?:dixit|foi d[e'u]|dans les mots d[e'u]|de l'aveu (?:même )?d[e'u]|aux dires d[e'u]|si l'on en croit|à écouter|à entendre) ?(?:le |la |l')?(?P<announcer><parties>)",
        tells="quoted",
        prior=0.8,
    ),
    Rule(
        "announcement.quoted-then-says",
        r"(?<=[”\"»]) (?P<announcer><party>) (?P<v>(?:said|says|told|tells|adds|[a-z]+ed))(?=[ ,.])",
        tells="quoted",
        prior=0.8,
    ),
    Rule(
        "announcement.according-to-a-voice",
        rf"(?<!\w)(?:selon|d'après|à en croire) (?:une |un |des |plusieurs |certaines |certains |deux |trois |de ){_VOICE}",
        tells="quoted",
        prior=0.75,
    ),
    Rule(
        "announcement.a-voice-closes",
        rf"{_AFTER}(?P<v>{_ANY}){_BETWEEN} (?:une? ){_VOICE}{_ENDS}",
        tells="quoted",
        prior=0.75,
    ),
)
