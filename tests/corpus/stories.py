"""Articles of three stories that have nothing in common, and of one that runs on."""

from corpus.article import Article

FERRY = (
    "The old Marlin made its last crossing from Estermouth to Skarholm on Monday. Lindqvist Lines, which owns the "
    "Marlin, said that Captain Aldous Brandt would retire. In Skarholm, Mayor Petra Holm called it a sad day for the "
    "Brandt family."
)
BRIDGE = (
    "Work on the new Kelder Bridge begins in May, said the engineer Jonas Weller. The Province of Averland pays half, "
    "and the town of Kelder the rest. Weller built the Tarn Viaduct in Averland too, which cost twice the estimate."
)
CHESS = (
    "Young Milos Dragan beat the champion Irina Sokol in Valdoria on Sunday. Sokol had won the Valdoria Open four "
    "times. Dragan, coached by Viktor Lemm, is the youngest to win it since Lemm himself."
)
STORIES = (FERRY, BRIDGE, CHESS)

# Three reports on one running story, each with words of its own between sentences that all of them have.
BACKGROUND = "Anton Greel, founder of the failed bank Corvane, is on trial in Lisbury for seven counts of fraud."
TRIAL = (
    "The jury in Lisbury heard on Tuesday from Greel himself, who said that Corvane had never lacked money. Judge Ida "
    "Moor told Greel to answer what the prosecutor Hanna Voss had asked. Voss read out letters of Corvane from 2019.",
    "On Wednesday Hanna Voss called the treasurer of Corvane, Otto Lund, who wept. Lund said Greel had told him to "
    "sign. Greel shook his head. Judge Ida Moor sent the jury home early, as Lisbury lay under snow.",
    "Voss asked the court in Lisbury for twelve years. Greel is guilty of all that Corvane did, Voss said, and Lund "
    "only obeyed him. The defender of Greel asked Judge Moor for mercy. The verdict is expected on Friday.",
)


def article(article_id: str, text: str, outlet: str = "Quay Courier") -> Article:
    return Article(article_id, outlet, "", text, f"{article_id}.txt", "")


def articles(*texts: str, outlet: str = "Quay Courier") -> list[Article]:
    return [article(f"{outlet} {number}", text, outlet) for number, text in enumerate(texts)]
