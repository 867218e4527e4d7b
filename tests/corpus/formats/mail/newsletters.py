"""Newsletters that tests make: sections with and without headings, links and rules, in several languages."""

from dataclasses import dataclass
from email.message import EmailMessage

from hypothesis import strategies as st

PROSE = {
    "en": "The council of Kelpwick agreed on Monday to mend the flood gates for 3.9 million crowns, said its chair.",
    "de": "Der Rat von Kelpwick beschloss am Dienstag, die Hafenmauer für 4,2 Millionen zu reparieren, sagte sie.",
    "fr": "Le conseil d’Kelpwick a voté mardi la réparation du mur du port pour 4,2 millions, a dit sa présidente.",
    "ru": "Совет Эббмута во вторник решил починить стену гавани за 4,2 миллиона крон, сказала его глава на заседании.",
}  # fmt: skip
HEADINGS = {
    "en": "Kelpwick repairs wall number",
    "de": "Kelpwick repariert Mauer Nummer",
    "fr": "Kelpwick répare le mur numéro",
    "ru": "Эббмут чинит стену номер",
}
MORE = {"en": "Read more", "de": "Weiterlesen", "fr": "Lire la suite", "ru": "Читать далее"}
BOILERPLATE = (
    "Unsubscribe",
    "View in browser",
    "Newsletter abbestellen",
    "Copyright 2026 Quay Courier, Harbour Street 1",
)
GREETING = {"en": "Good morning.", "de": "Guten Morgen.", "fr": "Bonjour.", "ru": "Доброе утро."}


@dataclass(frozen=True)
class Section:
    """One section of a newsletter.

    Attributes:
        heading: Its headline; empty where it has none.
        paragraphs: Its text.
        more: The words of its link; empty where it has none.
        rule: Whether a line stands above it.
        underlined: Whether a line stands below its headline.
    """

    heading: str
    paragraphs: tuple[str, ...]
    more: str
    rule: bool
    underlined: bool

    @property
    def words(self) -> int:
        return len(" ".join((*self.paragraphs, self.more)).split())


@dataclass(frozen=True)
class Newsletter:
    above: tuple[str, ...]
    sections: tuple[Section, ...]
    below: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """All that a reader sees of it but for rules."""
        inner = [line for one in self.sections for line in (one.heading, *one.paragraphs, one.more) if line]
        return [*self.above, *inner, *self.below]

    def plain(self) -> str:
        blocks = list(self.above)
        for section in self.sections:
            blocks += ["-----"] * section.rule
            blocks += [section.heading + "\n=======" * section.underlined] if section.heading else []
            blocks += section.paragraphs
            blocks += [f"{section.more}: https://quaycourier.example/1"] if section.more else []
        return "\n\n".join((*blocks, *self.below)) + "\n"

    def markup(self, tag: str) -> str:
        blocks = [f"<p>{line}</p>" for line in self.above]
        for section in self.sections:
            blocks += ["<hr>"] * section.rule
            blocks += [f"<{tag}>{section.heading}</{tag}>"] if section.heading else []
            blocks += [f"<p>{paragraph}</p>" for paragraph in section.paragraphs]
            blocks += [f'<p><a href="https://quaycourier.example/1">{section.more}</a></p>'] if section.more else []
        return f"<html><body>{''.join(blocks)}{''.join(f'<div>{line}</div>' for line in self.below)}</body></html>"

    def mail(self, form: str) -> bytes:
        """The mail, as ``"plain"`` text or with headings of a tag of HTML."""
        message = EmailMessage()
        message["From"], message["Subject"] = "Quay Courier <brief@quaycourier.example>", "The morning brief"
        message["Date"], message["List-Unsubscribe"] = (
            "Wed, 18 Feb 2026 06:30:00 +0000",
            "<https://quaycourier.example/u>",
        )
        if form == "plain":
            message.set_content(self.plain())
        else:
            message.set_content(self.markup(form), "html")
        return message.as_bytes()


@st.composite
def newsletters(draw: st.DrawFn, digest: bool = False) -> Newsletter:
    """Newsletters of 1 to 12 sections; digests have two long stories at least."""
    language = draw(st.sampled_from(sorted(PROSE)))
    sections = []
    for number in range(draw(st.integers(2 if digest else 1, 12))):
        sure = digest and number < 2
        heading = f"{HEADINGS[language]} {number}" if sure or draw(st.integers(0, 5)) else ""
        paragraphs = (PROSE[language],) * draw(st.integers(3 if sure else 0, 4))
        more = MORE[language] if sure or draw(st.booleans()) else ""
        rule = draw(st.integers(0, 3)) == 0
        sections.append(Section(heading, paragraphs, more, rule, bool(heading) and draw(st.booleans())))
    above = draw(st.sampled_from(((), (GREETING[language],), (GREETING[language], *(PROSE[language],) * 3))))
    below = tuple(draw(st.lists(st.sampled_from(BOILERPLATE), max_size=3)))
    return Newsletter(above, tuple(sections), below)
