from lxml import html
from lxml.etree import XPath

from corpus.web.elements import classes_of, following, select, text_of_element

TREE = html.document_fromstring(
    "<body><div><h1>A</h1><p>B <b>b</b></p></div><!-- x --><script>y</script><p>C</p></body>"
)


def test_elements_follow_in_the_order_of_reading() -> None:
    headline = TREE.find(".//h1")
    assert headline is not None
    assert [text_of_element(element) for element in following(headline)] == ["B b", "b", "C"]


def test_a_path_chooses_elements() -> None:
    assert [element.tag for element in select(XPath("//p[. = $text]"), TREE, text="C")] == ["p"]


def test_an_element_has_the_classes_that_it_names() -> None:
    first, second = html.fromstring('<div><p class=" a  b-c "></p><p></p></div>')
    assert (classes_of(first), classes_of(second)) == (["a", "b-c"], [])
