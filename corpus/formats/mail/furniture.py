"""What newsletters print around their text: notices to the reader, buttons, and the footer with rights and address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.text.rights import is_rights_line
from corpus.web.blocks import Block

_LONGEST = 400  # characters of such a line
_URL = re.compile(r"[(<\[]?\bhttps?://\S{1,2000}")
_MAIL = r"(?:e-?mails?|newsletters?|messages?|mailings?|posts?)"
# Whole lines that only a mail to many has.
_NOTICE = re.compile(
    rf"(?:view|read|open|see) (?:(?:this|the) )?(?:{_MAIL} )?(?:in|on|with)(?: your| the| a)? "
    r"(?:web ?)?(?:browser|web|app)\b.{0,40}|(?:view|read) (?:this )?(?:e-?mail|newsletter)? ?online.{0,40}"
    r"|unsubscribe.{0,80}|.{0,90}\bunsubscribe(?: here| now| from (?:this|our) (?:mailing )?list)?\.?"
    r"|(?:manage|update|change) (?:your )?(?:e-?mail )?(?:profile|preferences|settings|subscriptions?).{0,40}"
    r"|(?:was this (?:e-?mail|newsletter) )?forwarded (?:to you|this (?:e-?mail|newsletter))\?.{0,60}"
    r"|(?:did (?:someone|a friend) forward|were you forwarded|received) (?:you )?this (?:e-?mail|newsletter).{0,80}"
    rf"\?.{{0,60}}|you(?:['’]re receiving| are receiving| received| got| get| have received) this {_MAIL}.{{0,250}}"
    rf"|want to change how you receive (?:these|this|our) {_MAIL}\?.{{0,120}}"
    rf"|this {_MAIL} (?:was|is|has been) sent (?:to|by|from)\b.{{0,200}}"
    rf"|(?:having )?trouble (?:viewing|reading|seeing) this {_MAIL}.{{0,80}}"
    r"|(?:please )?add .{1,80} to your (?:address ?book|contacts|safe senders?).{0,80}"
    r"|control your recommendations"
    r"|to (?:change|update|manage) your (?:alert |e-?mail )?(?:settings|preferences|subscriptions?).{0,120}"
    r"|.{0,90}\b(?:abbestellen|abmelden|im browser (?:ansehen|anzeigen|öffnen|zu (?:lesen|öffnen)|lesen))\.?"
    r"|(?:wenn|falls) (?:sie )?dies(?:e|er|en) (?:newsletter|e-?mail|nachricht) nicht.{0,150}"
    r"|sie (?:erhalten|bekommen) (?:diese[nrs]?|unseren) (?:newsletter|e-?mails?|nachricht).{0,250}"
    r"|(?:se désabonner|se désinscrire|(?:voir|lire|afficher|ouvrir) .{0,30}dans (?:le|votre) navigateur).{0,60}"
    r"|si (?:ce|cet|cette) (?:message|e-?mail|newsletter|lettre).{0,60}(?:affiche|visible|lisible).{0,80}"
    r"|vous recevez (?:ce|cet|cette) (?:message|e-?mail|courriel|newsletter|lettre|infolettre).{0,250}"
    r"|(?:darse de baja|(?:ver|leer) .{0,25}en (?:el|su|tu) navegador|si no (?:puede|ves?|visualiza).{0,80}correo)"
    r".{0,60}"
    r"|(?:ha )?recib(?:e|es|ido) este (?:correo|mensaje|bolet[ií]n|newsletter).{0,250}"
    r"|(?:annulla l['’]iscrizione|(?:visualizza|leggi) .{0,25}(?:nel|sul) (?:tuo )?browser).{0,60}"
    r"|(?:hai ricevuto|ricevi) quest[ao] (?:e-?mail|messaggio|newsletter).{0,250}"
    r"|(?:cancelar (?:a )?(?:inscrição|assinatura|subscrição)|ver (?:este e-?mail )?no (?:seu )?navegador).{0,60}"
    r"|você (?:recebeu|está recebendo) est[ae] (?:e-?mail|mensagem|newsletter).{0,250}"
    r"|(?:uitschrijven|afmelden|bekijk .{0,25}in (?:je|uw) browser|u ontvangt deze (?:e-?mail|nieuwsbrief)).{0,150}"
    r"|(?:avregistrera|avprenumerera|afmeld|meld deg av|wypisz się|otrzymujesz tę wiadomość|отписаться|"
    r"вы получили это письмо|открыть в браузере).{0,150}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:our|my) (?:mailing|postal) address(?: is)?\s?:.{0,150}", re.IGNORECASE)
_LINK = (
    r"impressum|datenschutz(?:erklärung)?|kontakt|agb|werbung|privacy(?: policy| notice)?|terms(?: of (?:service|use))?"
    r"|contact(?: us)?|about us|help|faq|advertise|unsubscribe|mentions légales|confidentialité|aviso legal|privacidad"
    r"|contacto|note legali"
)
_BUTTON = re.compile(
    rf"(?:{_LINK})(?:\s?[|·•,/]\s?(?:{_LINK})){{1,9}}|(?:follow us|folgen sie uns|suivez-nous|s[ií]guenos)\b.{{0,60}}"
    r"|(?:subscribe(?: now| here)?|upgrade(?: to paid)?|become a (?:member|paid subscriber)|share(?: this post)?|like"
    r"|restack|(?:leave a )?comments?|view comments|refer a friend|sign up here|pledge your support"
    r"|give a gift subscription|get the app|start writing|more like this(?:.{0,3}less like this)?|less like this"
    r"|(?:open|read|listen) in (?:the )?app(?: or online)?|privacy policy|empfehlen sie uns weiter"
    r"|sent from my \w{1,20}\.?|[^\w\s*=~#-]{1,3})",
    re.IGNORECASE,
)
_SENTENCE_WORDS = 8
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*\Z")
_LINE_WORDS = 25  # of a footer, that is no notice
_SHARE = 0.25  # of the words of a mail, at most, stand in its footer


@dataclass(frozen=True, slots=True)
class Furnished:
    """A mail's own blocks, told apart.

    Attributes:
        text: Those of its text.
        around: Those that newsletters print around one.
        to_many: Whether one of these says that the mail goes to many.
    """

    text: list[Block]
    around: list[Block]
    to_many: bool


def take_furniture(blocks: Sequence[Block]) -> Furnished:
    """Takes out of a mail what stands around its text: whole lines of known forms, and its footer."""
    footer = _footer(blocks)
    gone = [number >= footer or is_furniture(block.text) for number, block in enumerate(blocks)]
    around = [block for block, out in zip(blocks, gone, strict=True) if out]
    text = [block for block, out in zip(blocks, gone, strict=True) if not out]
    return Furnished(text, around, any(_is(_NOTICE, block.text) for block in around))


def is_furniture(text: str) -> bool:
    """Says whether a line is a notice to the reader, a line of rights or a button."""
    return _is(_NOTICE, text) or _is_of_owner(text) or _is(_BUTTON, text)


def _is_of_owner(text: str) -> bool:
    """Says whether a line tells whose the mail is, or where he is found."""
    return is_rights_line(text) or _is(_ADDRESS, text)


def _footer(blocks: Sequence[Block]) -> int:
    """Returns where the footer begins: at a notice below which nothing but notices and short lines stand."""
    most = _SHARE * sum(len(block.text.split()) for block in blocks)
    start, words = len(blocks), 0
    for number in range(len(blocks) - 1, 0, -1):
        text = blocks[number].text
        count = len(text.split())
        words += count
        mark = _is(_NOTICE, text) or _is_of_owner(text)
        sentence = count >= _SENTENCE_WORDS and _SENTENCE_END.search(text)
        if words > most or not (mark or (count <= _LINE_WORDS and not sentence)):
            break
        start = number if mark else start
    return start


def _is(form: re.Pattern[str], text: str) -> bool:
    line = _URL.sub("", text).strip() if "://" in text else text
    return bool(line) and len(line) <= _LONGEST and form.fullmatch(line) is not None
