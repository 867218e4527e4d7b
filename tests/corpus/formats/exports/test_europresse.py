"""Europresse (Eureka.cc) as web pages, in the layout of 2012 and those since.

What is known of the forms, by public material:
- 2012: the first test file of tm.plugin.europresse (nalimilan/R.TeMiS): a table for each document, ``span`` elements of
  the classes DocPublicationName, DocHeader (one each for section, weekday, day and page) and TitreArticleVisu, the
  text between line breaks, "Numéro de document : news·20121004·PO·2040056000" and a certificate below.
- 2015: its second test file: ``article``, header, ``div.titreArticle`` with ``p.titreArticleVisu``, above which may
  stand ``p.sm-margin-bottom``, the author in an unnamed ``div``, ``.docOcurrContainer``, an aside with notes and
  captions, a footer.
- Since: medialab's minet ("La Croix, no. 43018", "Cet article est paru dans"), gargantext ("Seine-Saint-Denis, lundi
  28 janvier 2013, p. 93_T_17", "World, Friday, November 13, 2015"), the examples of parscival ("Thursday, December 22,
  2022 13887 mots, p. 819(40)", "Acme Law Review, Vol. 14, no 4"), and readers for IRaMuTeQ (``rdp__`` classes, authors
  in ``.docAuthors`` or the last ``p.sm-margin-bottomNews``, ``.apd-wrapper`` with other papers that printed it, an
  edition after several blanks in the name); reports, tweets and links without text are exported beside articles.
"""

from dataclasses import dataclass, replace
from datetime import date
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats.draft import Hints, Parsed
from corpus.formats.html import parse_html
from tests.corpus.pages import page

_FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_OUTLETS = {  # as people know it -> as it may be written
    "La Croix": ("La Croix", "La Croix, no. 43018", "La Croix, no. 43018 (site web)"),
    "Le Figaro": ("Le Figaro (site web)", "Le Figaro, n° 24 511", "Le Figaro\n   Économie"),
    "taz, die tageszeitung": ("taz, die tageszeitung", "taz, die tageszeitung, no 7"),
    "Sud Ouest": ("Sud Ouest", "Sud Ouest  Gironde", "Sud Ouest, Édition Bordeaux Rive Droite", "Sud Ouest ; Gironde"),
    "Ouest-France": ("Ouest-France, no. Saint-Brieuc", "Ouest-France, n° Vannes"),
    "Acme Law Review": ("Acme Law Review, Vol. 14, no 4",),
}
_SECTIONS = ("", "Économie", "Votre ville", "Seine-Saint-Denis, Métropole")
_AUTHORS = ("Ariane Chemin", "Marek Halden", "ZOÉ ULV")
_PARAGRAPHS = (
    "Le conseil d'Kelpwick a voté mardi la réparation du mur du port pour 4,2 millions de couronnes. Les travaux "
    "commencent en mai, et le port reste ouvert.",
    "© 2019, a dit le maire, c'est loin.",
    "Numéro de document inconnu, répond l'archive le 18 février 2026.",
    "Par ailleurs, « personne n'attend de nouveaux impôts », dit-elle ; fishermen had asked for it.",
    "1 of 2 DOCUMENTS",
)


@dataclass(frozen=True)
class Story:
    number: int
    outlet: str
    written: str
    headline: str
    deck: str
    day: date
    author: str
    section: str
    paragraphs: tuple[str, ...]

    @property
    def document(self) -> str:
        return f"news·{self.day:%Y%m%d}·LM·{self.number:06d}"

    def header(self, *, english: bool) -> str:
        if english:
            day = f"{self.day:%A, %B} {self.day.day}, {self.day.year} 1387 words, p. 12"
        else:
            first = "1er" if self.day.day == 1 else str(self.day.day)
            day = f"mercredi {first} {_FRENCH[self.day.month - 1]} {self.day.year} 1387 mots, p. 93_T_17"
        return f"{self.section}, {day}" if self.section else day


@st.composite
def stories(draw: st.DrawFn) -> list[Story]:
    made = []
    for number in range(1, draw(st.one_of(st.integers(1, 5), st.integers(6, 40))) + 1):
        outlet = draw(st.sampled_from(sorted(_OUTLETS)))
        some = draw(st.lists(st.sampled_from(_PARAGRAPHS), max_size=4, unique=True))
        made.append(
            Story(
                number=number,
                outlet=outlet,
                written=draw(st.sampled_from(_OUTLETS[outlet])),
                headline=draw(st.sampled_from(("Le port reste ouvert", "Kelpwick: 82 mots & plus"))) + f" ({number})",
                deck=draw(st.sampled_from(("", "Un mur qui tient encore, mais pour combien de temps"))),
                day=draw(st.dates(date(1995, 1, 1), date(2026, 3, 1))),
                author=draw(st.sampled_from(("", *_AUTHORS))),
                section=draw(st.sampled_from(_SECTIONS)),
                paragraphs=(f"Texte {number} d'un port dont personne ne sait rien.", *some),
            )
        )
    return made


def newest(story: Story, *, english: bool, authors: str = "div") -> str:
    author = {"div": '<div class="docAuthors">Par {}</div>', "p": '<p class="sm-margin-bottomNews">{}</p>'}[authors]
    parts = [
        '<article><header><aside><span class="icon-Information" sourcecode="LM"></span></aside>',
        '<div class="rdp__DocPublicationName"><span class="DocPublicationName">\n  ',
        f'{escape(story.written)}\n  <span class="icon"></span></span></div>',
        f'<div class="rdp__DocHeader"><span class="DocHeader">\n  {story.header(english=english)}</span></div>',
        '<p class="sm-margin-bottomNews">RUBRIQUE</p><div class="titreArticle">',
        '<p class="sm-margin-TopNews rdp__subtitle">Surtitre du jour</p>',
        f'<p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">{escape(story.headline)}</p>',
        f'<p class="sm-margin-TopNews rdp__subtitle">{story.deck}</p>' if story.deck else "",
        f"</div>{author.format(story.author) if story.author else ''}</header>",
        f'<section><div class="DocText clearfix"><div class="docOcurrContainer">{_paragraphs(story)}</div></div>',
        '<div class="apd-wrapper"><div class="source-name-APD">Ouest-France</div></div></section>',
        "<aside><div><p><b>Illustration(s) : </b></p><p>Une photo.</p></div></aside>",
        "<footer><small>© 2026 Owner. Tous droits réservés.</small>",
        f'<div id="divPubliC"><div class="publiC-lblNodoc">{story.document}</div></div></footer></article>',
    ]
    return "".join(parts)


def of_2015(story: Story, *, english: bool) -> str:
    deck = f"<p>{story.deck}</p>" if story.deck else ""
    header = (
        '<img sourcecode="LM" src="http://nouveau.eureka.cc/x.gif" /> <div> <span class="DocPublicationName">'
        f'{escape(story.written)}   </span> </div> <div> <span class="DocHeader">{story.header(english=english)}</span>'
        " </div> <div><p>MEDIAS</p></div> <div class=\"titreArticle\"> <p class='sm-margin-bottom'>TRIBUNES</p> <p "
        f'class="titreArticleVisu">{escape(story.headline)}</p> {deck}</div>'
        f"{f'<div>{story.author}</div>' if story.author else ''}"
    )
    return (
        f"<article> <header> {header} </header> <section> <div class=\"DocText\"> <div class='docOcurrContainer'> "
        f"{_paragraphs(story)} </div> </div> </section> <aside> <div> <b>Note(s) : </b></div></aside> <footer> <a "
        'name="complement"></a> <small>© 2006 Owner. Tous droits réservés.</small> <p>Numéro de document : '
        f'{story.document}</p> <div id="divPubliC"><span id="PubliC_lblNodoc">{story.document}</span> '
        "<span>Ce certificat est émis à <b>University</b></span></div> </footer> </article>"
    )


def of_2012(story: Story) -> str:
    day = f"{story.day.day} {_FRENCH[story.day.month - 1]} {story.day.year}"
    spans = [f"{story.section}, " if story.section else "", "mercredi ", day, ", p. 03"]
    header = "".join(f'<span class="DocHeader">{span}</span>' for span in spans if span)
    first, _, rest = escape(story.paragraphs[0]).partition(" ")
    text = "<p></p>".join([f'<span style="color:red">{first}</span> {rest}', *map(escape, story.paragraphs[1:])])
    return (
        '<table align="center"><tr><td><table id="tbHeaderImages"><tr><td id="celPublication"><img src="x.gif"><br>'
        f'</td></tr></table><span class="DocPublicationName">{escape(story.written)}</span><br>{header}<br><br><span '
        f'class="TitreArticleVisu">{escape(story.headline)}</span><br><br>'
        f"{f'{story.author}<br><p></p>' if story.author else ''}{text}<p></p><b><i>© 2012 Newspaper. Tous droits "
        f"réservés.</i></b><p></p>Numéro de document : {story.document}<br><br><br><table><tr> <td align='center'><img "
        f'src="x">{story.document}</td></tr><tr><td class="txtCertificat">Le présent document est protégé par les lois.'
        "</td></tr></table></td></tr></table>\n<p><br><br>"
    )


def _paragraphs(story: Story) -> str:
    first, _, rest = escape(story.paragraphs[0]).partition(" ")
    others = "".join(f"\n<p>{escape(text)}</p>" for text in story.paragraphs[1:])
    return f"<p><mark>{first}</mark> {rest}</p>{others}"


def read(*documents: str) -> Parsed:
    source = f'<!DOCTYPE html> <html> <head> <meta charset="utf-8"> <title></title></head> <body> {"".join(documents)}'
    return parse_html(f"{source}</body></html>".encode(), Hints())


def check(parsed: Parsed, expected: list[Story]) -> None:
    assert parsed.problems == ()
    assert [draft.number for draft in parsed.drafts] == [story.number for story in expected]
    for draft, story in zip(parsed.drafts, expected, strict=True):
        said = draft.metadata
        assert (said.outlet, said.title, said.published) == (story.outlet, story.headline, story.day)
        assert said.authors == ((story.author,) if story.author else ())
        assert draft.text.split("\n\n") == [*([story.deck] if story.deck else []), *story.paragraphs]
        assert said.article_id == story.document


@settings(max_examples=30, deadline=None)
@given(stories(), st.booleans(), st.sampled_from(("div", "p")))
def test_every_document_of_the_newest_layout_is_found(expected: list[Story], english: bool, authors: str) -> None:
    check(read(*(newest(story, english=english, authors=authors) for story in expected)), expected)


@settings(max_examples=30, deadline=None)
@given(stories(), st.booleans())
def test_every_document_of_the_layout_of_2015_is_found(expected: list[Story], english: bool) -> None:
    check(read(*(of_2015(story, english=english) for story in expected)), expected)


@settings(max_examples=30, deadline=None)
@given(stories())
def test_every_document_of_the_layout_of_2012_is_found(made: list[Story]) -> None:
    expected = [replace(story, deck="") for story in made]
    check(read(*map(of_2012, expected)), expected)


def story(**changes: object) -> Story:
    known = Story(1, "La Croix", "La Croix, no. 43018", "Le port", "", date(2024, 2, 18), "Zoé Ulv", "", ("Le texte.",))
    return replace(known, **changes)  # type: ignore[arg-type]


def test_what_is_no_article_is_named_with_its_number() -> None:
    post = '<article><header><div class="twitter">@port</div></header><section><p>A post.</p></section></article>'
    only = '<p class="link-not-hosted"><a href="https://a.example/b">Cet article est paru dans La Croix</a></p>'
    link = newest(story(), english=False).replace("<p><mark>Le</mark> texte.</p>", only)
    parsed = read(of_2015(story(), english=False), post, link)
    assert [draft.metadata.title for draft in parsed.drafts] == ["Le port"]
    assert [problem.source for problem in parsed.problems] == ["#2", "#3"]
    assert "names no publication" in parsed.problems[0].reason
    assert "metadata only" in parsed.problems[1].reason


def test_a_document_without_an_end_is_named_and_takes_no_other_with_it() -> None:
    cut = of_2015(story(headline="Cut"), english=False).removesuffix("</article>")
    parsed = read(cut, of_2015(story(headline="Whole"), english=False))
    assert [(draft.number, draft.metadata.title) for draft in parsed.drafts] == [(2, "Whole")]
    assert [problem.source for problem in parsed.problems] == ["#1"]


def test_the_address_of_the_original_is_kept_and_its_line_is_no_text() -> None:
    body = "<p>Le texte.</p><p><a href='https://a.example/b'>Cet article est paru dans La Croix (site web)</a></p>"
    source = newest(story(), english=False).replace("<p><mark>Le</mark> texte.</p>", body)
    (draft,) = read(source).drafts
    assert draft.metadata.url == "https://a.example/b"
    assert draft.text == "Le texte."


def test_the_day_of_the_number_stands_in_for_a_missing_one_and_what_else_is_printed_is_kept_aside() -> None:
    made = of_2015(story(), english=False)
    (draft,) = read(made.replace(story().header(english=False), "Économie")).drafts
    assert draft.metadata.published == date(2024, 2, 18)
    assert {"Économie", "MEDIAS", "TRIBUNES", "Note(s) :", "© 2006 Owner. Tous droits réservés."} <= set(draft.dropped)


def test_several_authors_are_told_apart() -> None:
    (draft,) = read(newest(story(author="Zoé Ulv et Marek Halden"), english=True)).drafts
    assert draft.metadata.authors == ("Zoé Ulv", "Marek Halden")


def test_surnames_that_stand_first_are_put_last() -> None:
    (draft,) = read(newest(story(author="Ulv, Zoé"), english=True, authors="p")).drafts
    assert draft.metadata.authors == ("Zoé Ulv",)


def test_a_standfirst_below_the_box_of_the_headline_is_text() -> None:
    source = newest(story(), english=False).replace(
        "</div></header>", '</div><p class="rdp__subtitle">Un mur.</p></header>'
    )
    (draft,) = read(source).drafts
    assert draft.text == "Un mur.\n\nLe texte."
    assert draft.metadata.authors == ("Zoé Ulv",)


def test_a_page_that_only_speaks_of_it_is_a_page() -> None:
    (draft,) = parse_html(page(body="<p>The class DocPublicationName marks a name.</p>").encode(), Hints()).drafts
    assert draft.number is None
