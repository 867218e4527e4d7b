"""Words of dates: the names of months and days, and what stands beside a date on a page."""

_ENGLISH = (
    "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
    "sep sept september", "oct october", "nov november", "dec december",
)  # fmt: skip
_OTHER = (
    "januar jänner janvier enero gennaio janeiro januari", "februar février febrero febbraio fevereiro februari",
    "märz mars marzo março maart", "avril abril aprile", "mai mayo maggio maio mei", "juni juin junio giugno junho",
    "juli juillet julio luglio julho", "août agosto augustus", "septembre septiembre setiembre settembre setembro",
    "oktober octobre octubre ottobre outubro", "novembre noviembre novembro",
    "dezember décembre diciembre dicembre dezembro",
)  # fmt: skip
MONTHS = tuple(names.split()[-1] for names in _ENGLISH)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NUMBERS = {name: number for number, names in enumerate(_ENGLISH, start=1) for name in names.split()}
PRINTED_MONTHS = MONTH_NUMBERS | {
    name: number for number, names in enumerate(_OTHER, start=1) for name in names.split()
}
PRINTED_WEEKDAYS = frozenset(WEEKDAYS) | frozenset(
    """
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche
    lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta feira
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lørdag søndag
    """.split()
)
_BESIDE_DATES = PRINTED_WEEKDAYS | frozenset(
    """
    published posted updated edited modified read reading time hours minutes from
    veröffentlicht aktualisiert erstellt geändert stand lesezeit minuten publicado actualizado horas minutos lectura
    publié modifié jour heures lecture pubblicato aggiornato alle lettura atualizado leitura
    gepubliceerd bijgewerkt leestijd
    """.split()
)


def one_of(names: dict[str, int]) -> str:
    """Returns a pattern of names of months, the longer ones first."""
    return "|".join(sorted(names, key=len, reverse=True))


def is_word_of_date(word: str) -> bool:
    """Says whether a word is the name of a month or a day, or a label that stands beside a date."""
    folded = word.casefold()
    return folded in PRINTED_MONTHS or folded in _BESIDE_DATES or folded.endswith("day")
