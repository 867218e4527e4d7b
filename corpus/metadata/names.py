"""The names under which exports and front matter give an article's fields."""

from collections.abc import Mapping, Sequence

from corpus.metadata.handling import HANDLING_NAMES
from corpus.text.folding import fold_name

# Names of the day in languages in which 05/10/2026 is the fifth of October, wherever they are spoken.
_DAY_FIRST = (
    "datum erscheinungsdatum erscheinungstag veröffentlichungsdatum veröffentlicht publikationsdatum datedepublication "
    "dateparution datedeparution fecha fechadepublicación fechadepublicacion fechapublicación fechapublicacion "
    "datadipubblicazione datapubblicazione publicatiedatum verschijningsdatum datadepublicação datadepublicacao "
    "datapublicacao data"
)

# First hit wins. A point leads into an object: "source.name" is the name of the source. Names seen in the answers of
# news services (NewsAPI, GNews, mediastack, newsdata.io, NewsCatcher, EventRegistry, webz.io, Aylien, the Guardian,
# the New York Times, GDELT, Media Cloud), in what crawlers write (trafilatura, news-please, newspaper4k, fundus,
# Diffbot, Zyte), in WordPress, JSON Feed, feed readers and reading lists, in tables of LexisNexis and Factiva, and in
# Jekyll files; the last ones are what tables of German, French, Spanish, Italian, Dutch and Portuguese readers have.
NAMES: Mapping[str, Sequence[str]] = {
    "outlet": "outlet newspaper publication publicationname publicationtitle pubtitle fields.publication "
              "sitename metasitename og:sitename ogsitename yoastheadjson.ogsitename sourcename medianame "
              "outletname namesource sourcetitle firstsource sourcehostname source feedtitle storyfeedtitle "
              "feedname feed.title feed.name origin.title "
              "publishername publisher html.sourceinfo.publisher provider journal site website zeitung quelle "
              "medium media sn "
              "medienname zeitungsname publikation média nomdujournal medio periódico periodico diario publicación "
              "publicacion fuente testata giornale fonte krant bron jornal veículo veiculo publicação".split(),
    "title": "title headline webtitle fields.headline articletitle storytitle header.text headlines.basic "
             "resolvedtitle "
             "giventitle ogtitle titel titre titulo título überschrift hd "
             "schlagzeile titular titolo kop manchete".split(),
    "text": "fulltext fullcontent textcontent cleanedtext bodytext fields.bodytext plaintext maintext "
            "articlebody articletext articlecontent content contenttext content:encoded text body article "
            "story storytext storycontent contenthtml htmlcontent bodyhtml articlehtml texthtml fields.body "
            "blocks.body.bodyhtml summary.content contentelements volltext "
            "artikeltext texte texto td tailparagraphs rawtext "
            "html "
            "beitragstext inhalt texteintégral textecomplet contenu corps textocompleto textointegral contenido cuerpo "
            "testo testocompleto contenuto tekst artikeltekst volledigetekst inhoud conteúdo conteudo".split(),
    "published": "publishedat publisheddate publishdate datepublish datepublished webpublicationdate "
                 "firstpublicationdate publishingdate publicationdate publishedtime storydate datetimepub "
                 "pubdate published displaydate date datetime dategmt seendate versioncreated firstcreated "
                 f"dc:date unixtimestamp pd {_DAY_FIRST}".split(),
    "url": "url link canonicalurl weburl articleurl pageurl permalink canonical alternate resolvedurl "
           "html.respondedurl html.requestedurl "
           "givenurl originalarticleurl sourceurl originalurl links.permalink mainentityofpage "
           "storypermalink finalurl storyurl shareurl guid id uri "
           "webadresse internetadresse lien enlace source".split(),
    "authors": "author authors byline creator fields.byline dc:creator authorsbyline authorname "
               "articleauthor storyauthors embedded.author credits.by "
               "yoastheadjson.author journalist writer reporter "
               "autor autoren autores auteur by "
               "autorin verfasser verfasserin auteurs journaliste autora periodista autore autori giornalista".split(),
    "article_id": "id articleid an".split(),
    **HANDLING_NAMES,
}  # fmt: skip

DAY_FIRST = frozenset(map(fold_name, _DAY_FIRST.split()))

# Where programs put the value itself when a field is an object.
BELOW: Mapping[str, Sequence[str]] = {
    "outlet": "name title".split(),
    "title": "rendered main content value text #text $t".split(),
    "text": "rendered content text html plaintext value #text $t".split(),
    "published": "$date $numberLong iso datetime date value utc timestamp".split(),
    "url": "href url value @id".split(),
    "authors": "name original displayname fullname node value".split(),
    "article_id": "$oid".split(),
}

# What names a site by its address: taken only where nothing gives its name.
ADDRESSES = "domain cleanurl hostname sourcedomain domainurl source.domain source.uri "\
            "thread.sitefull thread.site sourceid rights".split()  # fmt: skip

# A text that two fields hold, one after the other.
LEADS: Mapping[str, str] = {"td": "lp", "tailparagraphs": "leadparagraph", "body": "snippet"}
# A snippet is the first paragraph in the records of Dow Jones alone, which have an accession number.
LEAD_ONLY_WITH: Mapping[str, str] = {"snippet": "an"}

SIMPLE_NAMES: Mapping[str, frozenset[str]] = {
    field: frozenset(fold_name(name) for name in names if "." not in name) for field, names in NAMES.items()
}
