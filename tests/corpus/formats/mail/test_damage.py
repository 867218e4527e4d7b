from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpus.formats.mail.newsletters import PROSE, Newsletter, Section
from tests.corpus.formats.mail.outlook_files import attached_mail, attachment, outlook
from tests.corpus.test_bad_files import DAMAGE, Damage, read_damaged

_SECTIONS = tuple(Section(f"Head {number}", (PROSE["de"],) * 3, "Read more", False, False) for number in range(3))
_MAIL = Newsletter((), _SECTIONS, ("Unsubscribe",)).mail("h2")
_FILES = {
    ".mbox": b"".join(b"From - Wed Feb 18 10:30:00 2026\n" + _MAIL + b"\n" for _ in range(3)),
    ".emlx": f"{len(_MAIL)}\n".encode() + _MAIL + b'<?xml version="1.0"?>\n<!DOCTYPE plist>\n<plist></plist>\n',
    ".msg": outlook(
        {"kind": "IPM.Note", "subject": "x", "name": "A", "body": PROSE["en"], "markup": b"<p>" + b"word " * 900},
        [attached_mail({"subject": "y", "body": PROSE["fr"]}), attachment("a.txt", b"x")],
    ),
}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(_FILES)), DAMAGE)
def test_any_damage_to_a_mail_gives_articles_or_a_reason(suffix: str, damage: Damage) -> None:
    assert read_damaged(suffix, _FILES[suffix], damage)
