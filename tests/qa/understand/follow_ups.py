"""Invented conversations: questions, and what the last one takes from those before it."""

from typing import NamedTuple


class FollowUp(NamedTuple):
    """A follow-up and what is right to carry over; all empty for one that stands alone."""

    before: tuple[str, ...]
    asked: str
    subject: bool = False
    time: str = ""
    outlet: str = ""
    speaker: str = ""


QUAY = "What did the council decide about the quay in 2024?"
FERRY = "What did the Ostrand Post report on the winter ferry last month?"
SCHOOLS = "Why were three schools in Fell closed after the storm?"
LATEST = "What is the latest on the tram line to the hospital?"

FIRST_HALF = (
    # Those that need what went before
    FollowUp((QUAY,), "And in 2025?", True),
    FollowUp((QUAY,), "And the Ostrand Post?", True, "2024"),
    FollowUp((QUAY,), "Why?", True, "2024"),
    FollowUp((QUAY,), "Who opposed it?", True, "2024"),
    FollowUp((QUAY,), "What about the library?", True, "2024"),
    FollowUp((FERRY,), "Who opposed it?", True, "last month", "Ostrand Post"),
    FollowUp((FERRY,), "And the Marrow Gazette?", True, "last month"),
    FollowUp((FERRY,), "And what do other papers say?", True, "last month"),
    FollowUp((FERRY,), "How much does it cost?", True, "last month", "Ostrand Post"),
    FollowUp((FERRY,), "What happened since then?", True, "", "Ostrand Post"),
    FollowUp((SCHOOLS,), "When will they reopen?", True),
    FollowUp((SCHOOLS,), "How many pupils were affected?", True),
    FollowUp((SCHOOLS,), "Was anyone hurt?", True),
    FollowUp((LATEST,), "Who pays for it?", True, "latest"),
    FollowUp((LATEST,), "When will the tram run?", True, "latest"),
    FollowUp((QUAY, "Who opposed it?"), "And in 2025?", True),
    FollowUp((QUAY, "And in 2025?"), "And the Ostrand Post?", True, "2025"),
    FollowUp((FERRY, "And the Marrow Gazette?"), "Why?", True, "last month", "Marrow Gazette"),
    FollowUp((SCHOOLS,), "Any reactions from parents?", True),
    FollowUp((SCHOOLS,), "Tell me more", True),
    # Those that do not
    FollowUp((QUAY,), "How many people live in Tarn?"),
    FollowUp((QUAY,), "Who won the cheese prize in Fell?"),
    FollowUp((QUAY,), "What does the new swimming pool cost?"),
    FollowUp((QUAY,), "Is it true that the ferry to Osk stops?"),
    FollowUp((QUAY,), "Why did Nordlin say it would stop the winter boat?"),
    FollowUp((QUAY,), "When did Mayor Aspern publish her plan for the market hall?"),
    FollowUp((QUAY,), "What is the Marrow Gazette's view of fireworks?"),
    FollowUp((FERRY,), "What did Boris Ahl say about the market hall?"),
    FollowUp((FERRY,), "Which crops failed this summer?"),
    FollowUp((FERRY,), "mussel harvest bay of marrow"),
    FollowUp((FERRY,), "Who is Hedda Maas?"),
    FollowUp((FERRY,), "How long does it take to learn the organ?"),
    FollowUp((SCHOOLS,), "What happened at the Osk harbour in February 2025?"),
    FollowUp((SCHOOLS,), "Do doctors say they need more money for hospitals?"),
    FollowUp((SCHOOLS,), "And how many people live in Tarn?"),
    FollowUp((SCHOOLS,), "Are there plans for a bridge to Osk?"),
    FollowUp((LATEST,), "Which outlets reported on the fireworks ban?"),
    FollowUp((LATEST,), "Who repairs the clock of the town hall?"),
    FollowUp((LATEST,), "how did a choir survive the war"),
    FollowUp((LATEST,), "What were the demands of those who blocked the pass?"),
)

BUDGET = "How much did the Fell Observer say the city budget grew between March and May 2025?"
AHL = "What did Boris Ahl say about the market hall?"
STORM = "Which roofs did the storm in Ostrand damage in November 2024?"
FIRST_REPORT = "What was the first report of the Marrow Gazette on the mussel farms?"

SECOND_HALF = (
    # Those that need what went before
    FollowUp((BUDGET,), "By how much?", True, "between March and May 2025", "Fell Observer"),
    FollowUp((BUDGET,), "And between June and August?", True, "", "Fell Observer"),
    FollowUp((BUDGET,), "How did the mayor justify that?", True, "between March and May 2025", "Fell Observer"),
    FollowUp((BUDGET,), "What does the Ostrand Post say about this?", True, "between March and May 2025"),
    FollowUp((BUDGET,), "And last year?", True, "", "Fell Observer"),
    FollowUp((AHL,), "And what did Ida Mellin say about it?", True),
    FollowUp((AHL,), "Did he change his mind?", True),
    FollowUp((AHL,), "And about the school?", True, speaker="Boris Ahl"),
    FollowUp((AHL,), "How did the council respond?", True),
    FollowUp((STORM,), "What did the repairs cost?", True, "November 2024"),
    FollowUp((STORM,), "Were there any injuries?", True, "November 2024"),
    FollowUp((STORM,), "And in Fell?", True, "November 2024"),
    FollowUp((STORM,), "Which insurers paid for the roofs?", True, "November 2024"),
    FollowUp((STORM, "And in Fell?"), "And in December?", True),
    FollowUp((STORM, "Were there any injuries?"), "How many?", True, "November 2024"),
    FollowUp((FIRST_REPORT,), "What did the farmers say?", True, "first", "Marrow Gazette"),
    FollowUp((FIRST_REPORT,), "And the Fell Observer?", True, "first"),
    FollowUp((FIRST_REPORT,), "Is that still the case?", True, "first", "Marrow Gazette"),
    FollowUp((FIRST_REPORT, "Who is Tove Krill?"), "What does she farm?", True),
    FollowUp((SCHOOLS, "When will they reopen?"), "Who decides that?", True),
    # Those that do not
    FollowUp((BUDGET,), "Who is the architect of the library in Port Marrow?"),
    FollowUp((BUDGET,), "How many visitors came to the choir festival?"),
    FollowUp((BUDGET,), "Why do some trees lose leaves in July?"),
    FollowUp((BUDGET,), "What did the Ostrand Post write about lime trees?"),
    FollowUp((AHL,), "When was the Fell pass closed?"),
    FollowUp((AHL,), "What does a ticket for the ferry to Osk cost?"),
    FollowUp((AHL,), "Did Nordlin publish its timetable for the winter?"),
    FollowUp((AHL,), "Which schools teach Latin?"),
    FollowUp((AHL,), "How did parents react to the new school bus?"),
    FollowUp((STORM,), "Is fluoride in drinking water dangerous?"),
    FollowUp((STORM,), "What caused the fire at the cheese dairy?"),
    FollowUp((STORM,), "Can residents say no if a landlord raises their rent?"),
    FollowUp((STORM,), "harbour fees 2025"),
    FollowUp((STORM,), "Who wrote The Winter Road?"),
    FollowUp((FIRST_REPORT,), "What do nurses earn in Ostrand?"),
    FollowUp((FIRST_REPORT,), "Who was elected mayor of Port Marrow in 2023?"),
    FollowUp((FIRST_REPORT,), "Summarise the articles on the tram."),
    FollowUp((FIRST_REPORT,), "What is new on the swimming pool since January?"),
    FollowUp((QUAY,), "Then how many trams run to the hospital?"),
    FollowUp((QUAY,), "Which of the two candidates for mayor wants to close the harbour?"),
)
