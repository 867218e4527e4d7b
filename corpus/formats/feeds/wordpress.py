"""Exports of WordPress: feeds that also hold what was never published, and what is no article."""

import re
from collections.abc import Mapping
from itertools import islice

# What else WordPress, and the extensions that many sites have, keep where they keep articles.
_NO_ARTICLES = frozenset(
    "attachment page nav_menu_item revision custom_css customize_changeset oembed_cache user_request feedback product "
    "shop_order amp_validated_url wpcf7_contact_form elementor_library acf-field acf-field-group".split()
)
_BLOCKS = "wp_"  # "wp_block", "wp_template", "wp_navigation"
_NOT_PUBLISHED = {
    "draft": "a draft", "auto-draft": "a draft", "pending": "waiting for review", "future": "planned for later",
    "private": "private", "trash": "in the bin",
}  # fmt: skip
_LOGIN, _NAME = "<wp:author_login>", "<wp:author_display_name>"
_CDATA = re.compile(r"<!\[CDATA\[(.{0,200}?)\]\]>|([^<]{0,200})", re.DOTALL)
_MOST_AUTHORS, _AUTHOR = 10_000, 2_000  # characters of one
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_CAPTION = re.compile(r"\[/?(?:wp_)?caption\b[^\[\]]{0,1000}\]")
_SHORTCODE = r"\[embed\b[^\[\]]{0,200}\][^\[\]\s]{0,500}\[/embed\]|\[/?[a-z][\w-]{0,60}(?:\s[^\[\]\n]{0,1000})?/?\]"
_SHORTCODES = re.compile(rf"(?:\s{{0,9}}(?:{_SHORTCODE}))+\s{{0,9}}")
_NO_DAY = "0000"  # drafts have the day 0000-00-00


def is_item(entry: Mapping[str, object]) -> bool:
    """Says whether an entry is from an export, and not from the feed that a site shows to everybody."""
    return "wp_post_type" in entry


def beside_articles(entry: Mapping[str, object]) -> str:
    """Returns what an item is where it is no article, such as "attachment"; empty where it may be one."""
    kind = str(entry.get("wp_post_type", ""))
    return kind if kind in _NO_ARTICLES or kind.startswith(_BLOCKS) else ""


def why_unpublished(entry: Mapping[str, object]) -> str:
    """Returns the reason why an item is not read though it has a text: not everybody could read it either."""
    if entry.get("wp_post_password"):
        return "was not published: behind a password in WordPress"
    status = _NOT_PUBLISHED.get(str(entry.get("wp_status", "")), "")
    return f"was not published: {status} in WordPress" if status else ""


def author_names(export: str) -> dict[str, str]:
    """Returns the names that an export gives its authors, by the names under which they log in."""
    names = {}
    for author in islice(export.split(_LOGIN), 1, _MOST_AUTHORS):
        login, _, rest = author[:_AUTHOR].partition("</")
        if name := _plain(rest.partition(_NAME)[2]):
            names[_plain(login)] = name
    return names


def local_day(entry: Mapping[str, object]) -> str | None:
    """Returns when an item was published by the site's clock; the feed's own date is in UTC."""
    day = str(entry.get("wp_post_date", ""))
    return None if not day or day.startswith(_NO_DAY) else day


def paragraphs_of(content: str) -> str:
    """Returns the source of an item's text with its paragraphs marked: before 2018 empty lines parted them."""
    return _EMPTY_LINE.sub("\n<p>\n", _CAPTION.sub(" ", content))


def is_shortcode(paragraph: str) -> bool:
    """Says whether a paragraph is just the place of something else, such as ``[gallery ids="1,2"]``."""
    return _SHORTCODES.fullmatch(paragraph) is not None


def _plain(value: str) -> str:
    match = _CDATA.match(value.strip())
    return ((match[1] or match[2] or "") if match else "").strip()
