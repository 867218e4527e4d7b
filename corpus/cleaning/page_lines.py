"""Whole lines that sites print into their articles, in the languages of the press: calls, labels, controls, notices."""

import re

from corpus.text.folding import fold
from corpus.text.rights import is_rights_line

_LONGEST = 400  # characters
_SEPARATOR = re.compile(r"[:|：｜]")
_LABEL_LONGEST = 60  # characters
_MOSTLY = 200  # characters of a label and the headline after it, and of most notices

# What stands before the headline of another article, or alone above some of them.
_LABELS = frozenset(
    (
        "also read|read also|read more|read next|more on this|more on this story|more on this topic|related topics|"
        "you may also like|you might also like|recommended for you|see also on this site|"
        "lesen sie auch|lesen sie mehr|lesen sie mehr zum thema|mehr zum thema|auch interessant|"
        "das könnte sie auch interessieren|das könnte dich auch interessieren|"
        "lire aussi|à lire aussi|a lire aussi|lire également|à lire également|sur le même sujet|"
        "más información|lea también|lee también|le puede interesar|te puede interesar|también te puede interesar|"
        "leggi anche|per approfondire|potrebbe interessarti|potrebbe interessarti anche|"
        "leia também|leia mais|veja também|saiba mais|lees ook|lees meer|lees verder|"
        "läs också|läs även|läs mer|les også|les mer|læs også|læs mere|lue myös|"
        "czytaj też|czytaj także|czytaj również|czytaj więcej|przeczytaj także|zobacz także|zobacz również|"
        "čtěte také|čtěte více|přečtěte si také|prečítajte si aj|citește și|citeşte şi|olvasta már|ezt is olvassa el|"
        "читайте также|читайте ещё|читайте еще|материалы по теме|по теме|читайте також|читайте ще|"
        "ayrıca okuyun|i̇lgili haberler|ilgili haberler|baca juga|xem thêm|đọc thêm|tin liên quan|"
        "διαβάστε επίσης|διαβάστε ακόμη|اقرأ أيضا|اقرأ أيضاً|اقرأ أيضًا|اقرأ المزيد|مواضيع ذات صلة|קראו גם|ראו גם|"
        "यह भी पढ़ें|ये भी पढ़ें|関連記事|あわせて読みたい|【関連記事】|相关阅读|相关新闻|延伸阅读|延伸閱讀|"
        "相關新聞|관련기사|관련 기사"
    ).split("|")
)
# What is nothing but a control, an advertisement's mark or a notice.
_EXACT = frozenset(
    (
        "play video|watch video|view comments|show comments|load more comments|loading...|loading…|order reprints|"
        "view this post on instagram|continue reading the main story|scroll to continue with content|"
        "scroll to continue|report an error|report a typo|our standards: the thomson reuters trust principles.|"
        "artikel teilen|anzeige|video abspielen|fehler entdeckt?|fehler entdeckt? melden|fehler gefunden?|"
        "fehler melden|partager|partager l'article|partager l’article|partager cet article|signaler une erreur|"
        "publicité|la suite après cette publicité|la suite après la publicité|voir les commentaires|"
        "compartir|compartir en whatsapp|compartir en facebook|compartir en twitter|publicidad|comentar|"
        "condividi|condividi su facebook|segnala un errore|pubblicità|compartilhar|compartilhe|carregando...|"
        "publicidade|continua após a publicidade|deel|deel artikel|deel dit artikel|advertentie|dela|dela artikeln|"
        "annons|annonse|udostępnij|reklama|dalsza część artykułu pod materiałem wideo|"
        "dalsza część tekstu pod materiałem wideo|dalsza część artykułu znajduje się pod wideo|"
        "dalszy ciąg materiału pod wideo|поделиться|реклама|поширити|paylaş|kļūda rakstā?|ziņot par kļūdu|"
        "iesaki šo rakstu|広告|シェア|分享到|공유하기"
    ).split("|")
)
_PATTERNS = re.compile(
    r"a version of this (?:article|story|column|review|essay|report|obituary) (?:first |originally )?"
    r"(?:appears|appeared|was (?:first |originally )?published) (?:in|on|at) .{0,360}"
    r"|our standards: .{0,30}trust principles.{0,30}|play video: .{1,119}[^.]"
    r"|(?:a post shared by|ein beitrag geteilt von|une publication partagée par|un post condiviso da|"
    r"una publicación compartida (?:por|de)|uma publicação (?:com)?partilhada por) .{0,80}\(?@.{1,100}",
    re.IGNORECASE,
)
_BY_KEYS = re.compile(r".{0,160}\bctrl ?\+ ?enter\b.{0,120}")  # how readers report an error
_FOR_SUBSCRIBERS = re.compile(
    r"subscribe to (?:the )?(?:[\w’'.-]+ ){1,4}to (?:read|continue reading|keep reading) (?:as many|unlimited|the full|"
    r"the rest of|more).{0,60}"
    r"|(?:this article|this story|this content) is (?:reserved )?(?:exclusively |only )?for subscribers(?: only)?\.?"
    r"|(?:dieser artikel ist )?(?:nur|exklusiv) für abonnent(?:en|\*innen|innen und abonnenten)\.?"
    r"|(?:cet )?article (?:est )?réservé (?:aux|à nos) abonnés\.?"
    r"|tu suscripción se está usando en otro dispositivo.{0,60}|¿quieres añadir otro usuario a tu suscripción\?.{0,60}"
    r"|(?:contenido|artículo) (?:exclusivo|solo) para suscriptores\.?"
    r"|(?:articolo|contenuto) (?:riservato|esclusivo) (?:agli|per gli) abbonati\.?"
    r"|conteúdo exclusivo para assinantes\.?|dit artikel is (?:alleen|exclusief) voor abonnees\.?"
    r"|この記事は(?:有料|会員限定)(?:会員限定)?記事です。?",
    re.IGNORECASE,
)
_REST_FOR_SUBSCRIBERS = re.compile(
    r"(?:.{0,60}abonnés\.? ?)?il vous reste \d{1,3}(?:[.,]\d+)? ?% .{0,120}"
    r"|la suite est réservée (?:aux|à nos) abonnés.{0,60}"
    r"|.{0,30}残り[:：]?\s?\d+\s?文字.{0,40}|(?:you have|still) \d{1,3} ?% of this article left to read.{0,60}",
    re.IGNORECASE,
)


def is_page_line(line: str) -> bool:
    """Says whether a whole line is the site's and not the article's, whatever stands around it."""
    stripped = line.strip().lstrip("-•►▶»").strip()
    if not stripped or len(stripped) > _LONGEST:
        return False
    if len(stripped) > _MOSTLY:
        return bool(_PATTERNS.fullmatch(stripped))
    folded = fold(stripped)
    if folded in _EXACT or folded.rstrip(": ") in _EXACT or folded.rstrip(": |") in _LABELS:
        return True
    if _label_of(folded) in _LABELS and not folded.endswith((".", ".”", '."')):  # a headline, not a sentence
        return True
    if is_rights_line(stripped) or ("ctrl" in folded and _BY_KEYS.fullmatch(folded)):
        return True
    return bool(_PATTERNS.fullmatch(stripped) or _FOR_SUBSCRIBERS.fullmatch(stripped)) or says_cut_off(stripped)


def says_cut_off(line: str) -> bool:
    """Says whether a line tells that the rest of the article is kept for subscribers."""
    return bool(_REST_FOR_SUBSCRIBERS.fullmatch(line.strip()))


def _label_of(folded: str) -> str:
    """Returns what stands before the first colon or bar."""
    match = _SEPARATOR.search(folded, 0, _LABEL_LONGEST)
    return folded[: match.start()].strip() if match else ""
