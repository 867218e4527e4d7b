"""Invented snippets of articles, with who says what in them: speakers and their words; traps hold few or none."""

Said = tuple[tuple[str, str], ...]

FIRST_HALF: tuple[tuple[str, Said], ...] = (
    # Beside a verb of saying
    ('"The pier is lost," said Mara Tolle.', (("Mara Tolle", '"The pier is lost,"'),)),
    ("“The pier is lost,” Mara Tolle said on Monday.", (("Mara Tolle", "“The pier is lost,”"),)),
    ("Mara Tolle said: „The pier is lost.“", (("Mara Tolle", "„The pier is lost.“"),)),
    ("«The pier is lost», warned Mara Tolle.", (("Mara Tolle", "«The pier is lost»"),)),
    ("‘The pier is lost to us,’ Mara Tolle told reporters.", (("Mara Tolle", "‘The pier is lost to us,’"),)),
    ("'We shall not sell,' Mara Tolle added.", (("Mara Tolle", "'We shall not sell,'"),)),
    (
        'Mara Tolle, the harbour master, told the Quay Courier: "Nobody asked us."',
        (("Mara Tolle", '"Nobody asked us."'),),
    ),
    (
        '"Nobody asked us," Mara Tolle, who runs the harbour, told the Quay Courier.',
        (("Mara Tolle", '"Nobody asked us,"'),),
    ),
    (
        "“Who pays for it?” asked councillor Nils Oster. “We do.”",
        (("Nils Oster", "“Who pays for it?”"), ("Nils Oster", "“We do.”")),
    ),
    (
        "“It leaks,” Nils Oster said, “and it always has.”",
        (("Nils Oster", "“It leaks,”"), ("Nils Oster", "“and it always has.”")),
    ),
    (
        "According to Nils Oster, the roof has leaked since 2009.",
        (("Nils Oster", "According to Nils Oster, the roof has leaked since 2009."),),
    ),
    ("Nils Oster denied that the roof had leaked.", (("Nils Oster", "Nils Oster denied that the roof had leaked."),)),
    (
        "The roof has leaked for years, Nils Oster said.",
        (("Nils Oster", "The roof has leaked for years, Nils Oster said."),),
    ),
    # Named in a sentence before
    (
        'Nils Oster shook his head. "I was never told," he said. "Not by letter, not by phone."',
        (("Nils Oster", '"I was never told,"'), ("Nils Oster", '"Not by letter, not by phone."')),
    ),
    (
        "Nils Oster was angry. “I was never told. I would have come at once.”",
        (("Nils Oster", "“I was never told. I would have come at once.”"),),
    ),
    (
        "Baker Hanna Lind spoke last.\n“Bread is not a luxury,” she said.",
        (("Hanna Lind", "“Bread is not a luxury,”"),),
    ),
    (
        "Mayor Hanna Lind opened the hall.\n“We have waited for nine years,” the mayor said.",
        (("Hanna Lind", "“We have waited for nine years,”"),),
    ),
    (
        "Hanna Lind runs the bakery. Her brother left the town.\n“Bread is not a luxury,” Lind said.",
        (("Hanna Lind", "“Bread is not a luxury,”"),),
    ),
    # Across paragraphs
    (
        "“The bank gave us a week,” said Hanna Lind. “A week is nothing.\n“We needed a year.”",
        (
            ("Hanna Lind", "“The bank gave us a week,”"),
            ("Hanna Lind", "“A week is nothing."),
            ("Hanna Lind", "“We needed a year.”"),
        ),
    ),
    (
        "Hanna Lind said the bank had been hard on her.\n“They gave us a week to find the money.”",
        (
            ("Hanna Lind", "Hanna Lind said the bank had been hard on her."),
            ("Hanna Lind", "“They gave us a week to find the money.”"),
        ),
    ),
    # Traps
    ('The so-called "heart" of town is a car park.', ()),
    ("She starred in “The Winter Road” and never made a film again.", ()),
    ('The word "quay" comes from the French.', ()),
    ("Signs that read “No Entry” hang on every door.", ()),
    (
        "Mara Tolle told Nils Oster: “Your roof is not my roof.”",
        (("Mara Tolle", "“Your roof is not my roof.”"),),
    ),
    (
        '"It has to go," said Mara Tolle. Nils Oster wants to keep it. "It is our roof," he said.',
        (("Mara Tolle", '"It has to go,"'), ("Nils Oster", '"It is our roof,"')),
    ),
    (
        "\"My father always said 'never sell the boat', and I did not,\" said Hanna Lind.",
        (("Hanna Lind", "\"My father always said 'never sell the boat', and I did not,\""),),
    ),
    (
        "The lawyer of Nils Oster said his client had paid.",
        (("The lawyer of Nils Oster", "The lawyer of Nils Oster said his client had paid."),),
    ),
    ("Nils Oster is said to own three boats.", ()),
    ("Nils Oster's 5'10\" frame filled the door. The board was 6\" wide.", ()),
)

SECOND_HALF: tuple[tuple[str, Said], ...] = (
    # Beside a verb of saying
    (
        "“Prices will rise again,” predicted Dr. Lena Brook, an economist at the Tarn institute.",
        (("Lena Brook", "“Prices will rise again,”"),),
    ),
    (
        'Economist Lena Brook was less sure: "Prices may rise, and they may not."',
        (("Lena Brook", '"Prices may rise, and they may not."'),),
    ),
    (
        '"Prices may rise", Brook wrote on Friday, "but not for long."',
        (("Brook", '"Prices may rise"'), ("Brook", '"but not for long."')),
    ),
    (
        "In an interview with the Fell Observer, Lena Brook said: “We were wrong.”",
        (("Lena Brook", "“We were wrong.”"),),
    ),
    ("“I will not resign!” shouted Senator Omar Vance.", (("Omar Vance", "“I will not resign!”"),)),
    ("“Is that so?” the senator Omar Vance asked.", (("Omar Vance", "“Is that so?”"),)),
    ("»We lost the vote,« said Omar Vance.", (("Omar Vance", "»We lost the vote,«"),)),
    ("Asked about the vote, Vance replied: “No comment.”", (("Vance", "“No comment.”"),)),
    ("“The vote was fair and it was free.” – Omar Vance", (("Omar Vance", "“The vote was fair and it was free.”"),)),
    (
        "Omar Vance told the chamber that he would not resign.",
        (("Omar Vance", "Omar Vance told the chamber that he would not resign."),),
    ),
    (
        "The bill is dead, according to senator Omar Vance.",
        (("Omar Vance", "The bill is dead, according to senator Omar Vance."),),
    ),
    (
        "Omar Vance called the bill “a gift to the rich and nobody else”.",
        (("Omar Vance", "Omar Vance called the bill “a gift to the rich and nobody else”."),),
    ),
    # Named in a sentence before
    (
        "Fisherman Karl Odd has sold his boat. “There is no cod left,” he said. “My son drives a bus.”",
        (("Karl Odd", "“There is no cod left,”"), ("Karl Odd", "“My son drives a bus.”")),
    ),
    (
        "Karl Odd met Greta Holm at the quay. “There is no cod left,” she told him.",
        (("Greta Holm", "“There is no cod left,”"),),
    ),
    (
        "Minister Greta Holm visited the quay.\nThe boats lay empty.\n“Help is on its way,” the minister said.",
        (("Greta Holm", "“Help is on its way,”"),),
    ),
    (
        "Greta Holm disagreed.\n“Nobody will lose a job,” Holm said. “That I promise.”",
        (("Greta Holm", "“Nobody will lose a job,”"), ("Greta Holm", "“That I promise.”")),
    ),
    (
        "“We are tired. We are angry,” said Karl Odd.\n“Nobody from the ministry has called us in a year.”",
        (
            ("Karl Odd", "“We are tired. We are angry,”"),
            ("Karl Odd", "“Nobody from the ministry has called us in a year.”"),
        ),
    ),
    (
        "“The quota is too low,” Karl Odd said.\nGreta Holm sees it otherwise.\n“The sea needs rest,” she said.",
        (("Karl Odd", "“The quota is too low,”"), ("Greta Holm", "“The sea needs rest,”")),
    ),
    (
        "“First they take the cod,” Karl Odd said, shaking his head. “Then they take the town.\n“And in the end us.”",
        (
            ("Karl Odd", "“First they take the cod,”"),
            ("Karl Odd", "“Then they take the town."),
            ("Karl Odd", "“And in the end us.”"),
        ),
    ),
    # Traps
    ("The “new” hall is older than the old one.", ()),
    ("The band played “Grey Harbour” and “Salt On My Hands” twice.", ()),
    ("A banner read “Hands off our pier” in red letters.", ()),
    ("He is known as “the king of the quay” among friends.", ()),
    (
        "“Your boats are a danger,” Greta Holm told Karl Odd, who said nothing.",
        (("Greta Holm", "“Your boats are a danger,”"),),
    ),
    (
        "Karl Odd said the pier was safe. Greta Holm called that “a fairy tale for tourists”.",
        (
            ("Karl Odd", "Karl Odd said the pier was safe."),
            ("Greta Holm", "Greta Holm called that “a fairy tale for tourists”."),
        ),
    ),
    (
        "“She told me: ‘Sell the boat, Karl.’ So I did,” said Karl Odd.",
        (("Karl Odd", "“She told me: ‘Sell the boat, Karl.’ So I did,”"),),
    ),
    (
        "A spokeswoman for Greta Holm declined to comment. “We do not discuss letters,” she said.",
        (("A spokeswoman for Greta Holm", "“We do not discuss letters,”"),),
    ),
    ("“To be or not to be” was the motto of the evening.", ()),
    ("It was not said who had paid. Nobody asked Karl Odd.", ()),
    ("Greta Holm's book “What The Sea Said” appeared in May.", ()),
)

OFFICES: tuple[tuple[str, Said], ...] = (
    ("Bus driver Karl Odd was angry. “Nobody asked us,” he said.", (("Karl Odd", "“Nobody asked us,”"),)),
    ("Chief surgeon Karl Odd was angry. “Nobody asked us,” he said.", (("Karl Odd", "“Nobody asked us,”"),)),
    ("Union leader Greta Holm, 54, was angry. “Nobody asked us.”", (("Greta Holm", "“Nobody asked us.”"),)),
    ("The Union leader Greta Holm was angry. “Nobody asked us.”", (("Greta Holm", "“Nobody asked us.”"),)),
    ("New Fell mayor Greta Holm was angry. “Nobody asked us.”", (("Greta Holm", "“Nobody asked us.”"),)),
    ("“Nobody asked us,” said Bus driver Karl Odd.", (("Karl Odd", "“Nobody asked us,”"),)),
    (
        "Mara Tolle spoke first. “It is over,” she said.\nUnion leader Greta Holm was angry. “Nobody asked us.”",
        (("Mara Tolle", "“It is over,”"), ("Greta Holm", "“Nobody asked us.”")),
    ),
    ("Managing director Karl Odd was unmoved: “Nobody asked us.”", (("Karl Odd", "“Nobody asked us.”"),)),
    ("Trading standards officer Karl Odd was unmoved: “Nobody asked us.”", (("Karl Odd", "“Nobody asked us.”"),)),
    ("The treasurer, Karl Odd, defended them. “Nobody asked us,” he said.", (("Karl Odd", "“Nobody asked us,”"),)),
    ("The head of the union, Karl Odd, was there. “Nobody asked us,” he said.", (("Karl Odd", "“Nobody asked us,”"),)),
    ("“Nobody asked us,” said the treasurer, Karl Odd.", (("Karl Odd", "“Nobody asked us,”"),)),
    (
        "Union leader Greta Holm was angry: “Nobody asked us.”\n"
        "Geologist Karl Odd had seen it coming. In his view the vein was used up. “It is over,” he said.",
        (("Greta Holm", "“Nobody asked us.”"), ("Karl Odd", "“It is over,”")),
    ),
    (
        "Bus driver Greta Holm was glad: the strike, she said, had been right.",
        (("Greta Holm", "Bus driver Greta Holm was glad: the strike, she said, had been right."),),
    ),
    # Traps
    (
        "Acting on a tip from Karl Odd, Greta Holm was blunt: “Nobody asked us.”",
        (("Greta Holm", "“Nobody asked us.”"),),
    ),
    ("Holding the letter, Greta Holm was blunt: “Nobody asked us.”", (("Greta Holm", "“Nobody asked us.”"),)),
    ("Karl Odd met mayor Greta Holm. “Nobody asked us.”", (("Karl Odd", "“Nobody asked us.”"),)),
    ("“Nobody asked us,” said the mayor, who met Karl Odd.", (("the mayor", "“Nobody asked us,”"),)),
)
