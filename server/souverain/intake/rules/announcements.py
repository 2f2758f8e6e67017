"""Rules for announcements: who says something, and through which channel."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules import quotations

_SAY = (
    r"(?:annon(?:ce|cent|cer|cera|ceront)|annonç(?:ait|aient|ant)|annoncé|déclar(?:e|ent|é|er|ait|aient)"
    r"|affirm(?:e|ent|é|er|ait|aient)|expliqu(?:e|ent|é|er|ait|aient)|indiqu(?:e|ent|é|er|ait|aient)"
    r"|précis(?:e|ent|é|er|ait|aient)|ajout(?:e|ent|é|er|ait|aient)|confirm(?:e|ent|é|er|ait|aient)"
    r"|estim(?:e|ent|é|er|ait|aient)|confi(?:e|ent|é|er|ait|aient)|soulign(?:e|ent|é|er|ait|aient)"
    r"|assur(?:e|ent|é|er|ait|aient)|rappel(?:le|lent|é|er|ait|aient)|rév[éè]l(?:e|ent|é|er|ait|aient)"
    r"|dévoil(?:e|ent|é|er|ait|aient)|comment(?:e|ent|é|er|ait|aient)|résum(?:e|ent|é|er|ait)"
    r"|regrett(?:e|ent|é|er|ait)|se félicit(?:e|ent|ait)|s'est félicitée?|félicitée?|se réjoui(?:t|ssent|ssait)|s'est réjouie?"
    r"|jug(?:e|ent|é|er|eait)|insist(?:e|ent|é|er|ait)|reconna(?:ît|issent|issait)|reconnu|adm(?:et|ettent|is|ettait)"
    r"|répon(?:d|dent|du|dait)|tweet(?:e|ent|é|er)|publi(?:e|ent|é)|poursui(?:t|vent|vi|vait)|conclu(?:t|ent|ait)?"
    r"|prévi(?:ent|ennent)|prévenu|averti(?:t|ssent)?|détaill(?:e|ent|é|er|ait)|justifi(?:e|ent|é|er|ait)"
    r"|argument(?:e|ent|é|ait)|plaid(?:e|ent|é|ait)|racont(?:e|ent|é|ait)|gliss(?:e|ent|é|ait)"
    r"|s'enthousiasm(?:e|ent|ait)|consid[éè]r(?:e|ent|é|ait)|not(?:e|ent|é|ait)|promet(?:tent|tait)?|promis"
    r"|avanc(?:e|ent|é)|sout(?:ient|iennent|enu|enait)|lâch(?:e|ent|é)|lan(?:ce|cent|cé|çait)|analys(?:e|ent|é|ait)|observ(?:e|ent|é|ait)"
    r"|martel(?:é|ait)|martèle|tempèr(?:e|ent)|tempéré|nuan(?:ce|cé)|dénonc(?:e|ent|é)|dénonçait|dément(?:ent|i|ait)?"
    r"|communiqu(?:e|ent|é)|signal(?:e|ent|é)|écri(?:t|vent|vait)|posté|poste|constat(?:e|ent|é|ait)|évoqu(?:e|ent|é|ait)"
    r"|di(?:t|sent|sait|saient)|fait savoir|faire savoir|font savoir|fait valoir|font valoir|fait part|fait état|laiss(?:e|é) entendre"
    r"|se souvient|se rappelle|plaisant(?:e|ait)|salu(?:e|ent|é|ait)|coup(?:e|é) court|tranch(?:e|é)|sour(?:it|iait)|rassur(?:e|é)|temporis(?:e|é)|tempête|fustig(?:e|é)|explicit(?:e|é)|vante|vanté|veut croire|s'étonne|s'émeut|admire|se targue|concède|concédé|fait observer|a beau dire|mett?(?:re|ent) en garde|met en garde"
    r"|réaffirm(?:e|ent|é|er|ait)|jur(?:e|ent|é|ait)|ni(?:e|ent|é|ait)|réag(?:it|issent|i|issait)|accus(?:e|ent|é|ait)|(?:croit|croient) savoir"
    r"|rapport(?:e|ent|é|ait)|s'(?:amus|alarm|offusqu|indign|émerveill)(?:e|ent|ait)|s'est (?:amusé|alarmé|indigné)e?|calcul(?:e|ent|é)|ripost(?:e|ent|é)|répli(?:que|quent|qué)"
    r"|déplor(?:e|ent|é|ait)|prédi(?:t|sent|sait)|prévoyai(?:t|ent)|rétor(?:que|qué)|objecte|relativis(?:e|é)|minimis(?:e|é)|fait remarquer|font remarquer|parl(?:e|ent|é|ait)"
    r"|relèv(?:e|ent)|relevé|relevait|recommand(?:e|ent|é)|réclam(?:e|ent|é|ait)|(?:se|s'est) (?:dit|dite|montre|montré|montrée)|se disent|invoqu(?:e|ent|é)|garanti(?:t|ssent)|ironise|tacle|peste|raille|imagine|anticip(?:e|ent|é)"
    r"|appréci(?:e|ent|é)|complèt(?:e|ent)|complété|enchaîn(?:e|é)|s'expliqu(?:e|ait)|relat(?:e|ent|é)|persist(?:e|é)|démentai(?:t|ent)|s'est voulue?|met en avant|souhait(?:e|ent)(?= «)"
    r"|s'interrog(?:e|eait)|ironis(?:e|ait)|s'exclam(?:e|ait)|pointe|pointé|pense|pensent|espère|espèrent|reprend|abonde|renchéri(?:t)?"
    r"|s'inquiète|s'est inquiétée?|se défend|se défendait|décrypte|développe|défend|soupire|s'agace|clame|proclame|officialis(?:e|ent|é)"
    r"|says?|said|announces?|announced|told|tells|adds?|added|explains?|explained|confirms?|confirmed|notes?|noted|stated|states"
    r"|argues?|argued|wrote|writes|tweeted|reveals?|revealed|declared|warns?|warned|insists?|insisted)"
)
_NEG = r"(?:n'|ne |se |s'|l'|le |lui |y |leur |nous )?"
_V = rf"(?P<v>{_NEG}(?:<modal>)?{_NEG}<aux>{_SAY})"
# What tells that the verb introduces speech or news, and not another meaning of it.
_AFTER = r"<pas>,?(?: (?:ce |hier |lundi |mardi |mercredi |jeudi |vendredi )?(?:\ue006+ ?)?(?:à|au|aux|dans|sur|auprès|via|lors|en|par|devant|chez|to|in|on) [^«»:.;]{1,80}?)?,?\s?"
_WEAK = rf"(?={_AFTER}(?:que |qu'|«|\"|“|: ?(?:«|\"|“)|ne |n'|that |comment |combien |pourquoi |[a-zéèêîô]+(?:er|ir|oir|ire|dre|tre|ttre) |prête?s? à |favorable|opposée?s? |confiante?s?|satisfaite?s?|convaincue?s?|ouverte?s? à|surprise?s?))"
_NEWS = (
    r"(?:annon(?:ce|cent|cer|cera|ceront)|annonç(?:ait|aient|ant)|annoncé|confirm(?:e|ent|é|er|ait|aient)|rév[éè]l(?:e|ent|é|er|ait|aient)"
    r"|dévoil(?:e|ent|é|er|ait|aient)|officialis(?:e|ent|é|er)|publi(?:e|ent|é|er)|dément(?:i|ent|ait)?|indiqu(?:e|ent|é|er|ait|aient)"
    r"|précis(?:e|ent|é|er|ait|aient)|se félicit(?:e|ent|ait)|s'est félicitée?|se réjoui(?:t|ssent|ssait)|s'est réjouie?|fait part|font part"
    r"|fait savoir|font savoir|tweet(?:e|ent|é)|évoqu(?:e|ent|é|ait)|s'inquiète(?:nt)?|s'alarme(?:nt)?|réaffirm(?:e|ent|é)|regrett(?:e|ent|é|ait)|dénonc(?:e|ent|é|ait)|promet(?:tent)?|promis|salu(?:e|ent|é|ait)|détaill(?:e|ent|é|er|ait)"
    r"|announces?|announced|confirms?|confirmed|reveals?|revealed|published|publishes|unveiled|unveils?)"
)
_NEWS_V = rf"(?P<v>{_NEG}(?:<modal>)?{_NEG}<aux>{_NEWS})"
_NEWS_AFTER = rf"(?={_AFTER}(?:que |qu'|«|\"|“|:|son |sa |ses |leur |leurs |le |la |l'|un |une |des |les |vouloir |avoir |être |cette |ce |envisager |travailler |préparer |d[e'u] |that |the |a |its |plans |[\ue000-\ue00a]|se |s'|étudier |viser |prévoir |discuter |négocier |mercredi|lundi|mardi|jeudi|vendredi))"
_POSSESSED = r"(?:communiqué|tweet|message|lettre|billet|post|déclaration|entretien|interview|note|statement|blog)"

RULES = (
    Rule(
        "announcement.gives-news",
        rf"{_NEWS_V}{_NEWS_AFTER}",
        subject="announcer",
        tells="said",
        prior=0.85,
    ),
    Rule(
        "announcement.says",
        rf"{_V}{_WEAK}",
        subject="announcer",
        tells="said",
        prior=0.85,
    ),
    Rule(
        "announcement.said-inverted",
        rf"(?<=[,»\"”])\s?(?:comme )?(?P<v>{_NEG}<aux>{_SAY})(?:<pas>| [a-zé]+ment|,? (?:ce |hier )?<when>,?| (?:aussi|encore|ainsi|de son côté|pour sa part|quant à lui|quant à elle|dans un communiqué|ironiquement|sur (?:(?!\squ)[^,.;]){{2,30}}|lors d(?:(?!\squ)[^,.;]){{3,60}}|dans (?:un|une|son|sa|leur) [^,.;]{{3,50}}|par voie de (?:communiqué|presse)|par la voix de|au <firm>|à l'<firm>|aux <firm>|à <firm>|auprès d[e'u] ?<firm>))* (?:(?:un|une|le|la) (?:porte-parole|direction|service de presse|représentante?) (?:de la |de l'|du |de |d'))?(?:M\. |Mme |Mr |le |la |l'|les )?(?P<announcer>(?:un |une )?<party>(?:,? (?:et|and) (?:de la |de l'|de |du |d'|le |la |l'|les )?<party>)?)",
        tells="said",
        prior=0.9,
    ),
    Rule(
        "announcement.said-there-inverted",
        rf"(?<=[,»\"”])\s?(?P<v>{_NEG}<aux>{_SAY})(?:<pas>)? (?:à|au|aux|dans|sur|lors|par|devant|en|via|auprès) (?:(?!\squ)[^.,;:«»]){{2,60}}? (?P<announcer>(?:<person>))",
        tells="said",
        prior=0.85,
    ),
    Rule(
        "announcement.one-says-at",
        rf"(?:chez|au sein de|du côté de|à la direction de) ?(?:la |le |l')?(?P<announcer><firm>)[^.;:«»]{{0,60}}?, (?:on|l'on) (?P<v>{_SAY})(?!\w)",
        tells="said",
        prior=0.85,
    ),
    Rule(
        "announcement.its-direction",
        rf"(?:la direction|une? porte-parole|le service de presse|le groupe)(?: (?:de|du) (?:l'entreprise|la société|groupe))?(?:, (?:elle|lui),|, pour sa part,)? (?P<v>{_NEG}<aux>{_SAY})(?={_AFTER}(?:que |qu'|«|:|ne |n'|tout |toute |cette |ces |[.;,]))",
        tells="said-whatever",
        topic="announcer",
        prior=0.78,
    ),
    Rule(
        "announcement.said-its-direction",
        rf"(?<=[,»\"”])\s?(?P<v>{_NEG}<aux>{_SAY})<pas> (?:la direction|une? porte-parole|le service de presse)(?! (?:de|du|d'))",
        tells="said",
        topic="announcer",
        prior=0.78,
    ),
    Rule(
        "announcement.of-communique-of",
        rf"(?:indique|précise|explique|souligne|ajoute|annonce|détaille|rappelle|conclut|affirme|fait valoir|fait savoir|selon|d'après) (?:le|un|une) {_POSSESSED}(?: (?:commun|conjoint|de presse|laconique))? (?:de la|de l'|du|des|de|d') ?(?P<announcer><parties>)",
        tells="said",
        prior=0.85,
    ),
    Rule(
        "announcement.he-said",
        rf"(?<=[,»\"”…!?])\s?(?P<v>{_NEG}(?:a|avait|ont)?-?(?:t-)?(?P<he>il|elle|ils|elles)? ?{_SAY}(?:-t)?-(?P<he2>il|elle|ils|elles))(?!\w)",
        tells="he",
        prior=0.85,
    ),
    Rule(
        "announcement.has-he-said",
        rf"(?P<v>{_NEG}(?:s'est|a|avait|ont|avaient)-(?:t-)?(?P<he>il|elle|ils|elles)<pas> {_SAY})(?!\w)",
        tells="he",
        prior=0.85,
    ),
    Rule(
        "announcement.according-to",
        r"(?<!\w)(?:selon|d'après|de source|à en croire|aux dires d[eu']|de l'aveu d[eu']|aux yeux d[eu']|according to) (?:les (?:informations|révélations|déclarations|dires|propos|calculs|estimations) (?:publiées |recueillies |en provenance )?(?:de |du |des |d'|par ))?(?:une? (?:enquête|étude|note|information|article|source) (?:de |du |des |d'|publiée? par )?)?(?:les? |la |l')?(?P<announcer><party>(?: et (?:de la |de |du |d'|le |la |l')?<party>)?)",
        tells="said",
        prior=0.82,
    ),
    Rule(
        "announcement.according-to-its-direction",
        r"(?<!\w)(?:selon|d'après|à en croire) (?:la direction|(?:un|son) porte-parole|le service de presse)(?! (?:de|du|d')|d')",
        tells="said-whatever",
        topic="announcer",
        prior=0.75,
    ),
    Rule(
        "announcement.for-quoted",
        r"(?<!\w)(?:pour|aux yeux de|for) (?P<announcer><parties>),(?=[^.]{0,60}(?:«|\"))",
        tells="said",
        prior=0.75,
    ),
    Rule(
        "announcement.for-him",
        r"(?:pour|aux yeux de) (?P<announcer><human>)(?:,[^.:;«»]{3,80})?, (?=(?:il s'agit|c'est|ce n'est|cela|il n'y|il faut|il y a|l'|le |la |les |cette |ce ))",
        tells="said",
        prior=0.75,
    ),
    Rule(
        "announcement.communique-of",
        rf"(?:selon|dans|d'après|par|in) (?:un|le|son|leur|ce|une|sa|a|its|leur) {_POSSESSED}(?: (?:commun|conjoint|officiel|interne))?(?: (?:de presse|joint))?(?: (?:publiée?|proposée?|diffusée?|transmise?|signée?|envoyée?|adressée?|posté))?(?:,? (?:par|de|du|d'|des|de la|from|by) ?)(?P<announcer>(?:le |la |l'|les )?<parties>)",
        tells="said",
        prior=0.85,
    ),
    Rule(
        "announcement.says-the-communique",
        rf"(?:indique|précise|explique|souligne|ajoute|annonce|peut-on lire dans|lit-on dans|détaille|rappelle|conclut|affirme|selon|d'après) (?:le|un|son|ce|leur|une) {_POSSESSED}(?: (?:commun|conjoint|de presse|laconique))?(?: (?:publiée?|diffusée?|signée?|transmise?))?<adv> (?:par|de|du|d'|des|de la) ?(?P<announcer><parties>)",
        tells="said",
        prior=0.85,
    ),
    Rule(
        "announcement.own-communique",
        rf"(?:indique|précise|explique|souligne|ajoute|annonce|peut-on lire dans|lit-on dans|détaille|rappelle|conclut|affirme) (?:le|un|son|ce|leur) {_POSSESSED}(?! (?:publi|diffus|de |du |d'))",
        tells="said",
        topic="announcer",
        prior=0.65,
    ),
    Rule(
        "announcement.statement-of",
        r"(?:l'annonce|l'aveu|les déclarations|les propos|la déclaration|les confidences) (?:de |d'|du |des )(?P<announcer><parties>)",
        tells="said",
        prior=0.6,
    ),
    Rule(
        "announcement.denies",
        r"(?P<v>(?:dément(?:ent|ait)?|nie(?:nt)?|conteste(?:nt)?|(?:a|ont|avait|avaient)(?: (?:lui aussi|elle aussi|aussi|également|toujours|aussitôt))? (?:démenti|nié|contesté)))(?: formellement| catégoriquement| fermement)?(?=[.;,]|$| toute?\b| avoir| être| vouloir| ces| cette| les? | la | l'| qu)",
        subject="announcer",
        tells="said-whatever",
        prior=0.82,
    ),
    Rule(
        "announcement.evoked-by",
        r"(?:révélée?s?|évoquée?s?|rapportée?s?|dévoilée?s?|annoncée?s?|citée?s?|confirmée?s?|relayée?s?)<adv>(?: dès [^,.;]{3,25})? par (?:le |la |l'|les )?(?P<announcer><parties>)",
        tells="said-whatever",
        prior=0.65,
    ),
    Rule(
        "announcement.colon",
        r"(?:^|\n)(?P<announcer><human>)(?:,[^.:«»]{1,80})? ?: (?=«|\")",
        tells="said",
        prior=0.75,
    ),
    *quotations.RULES,
)
