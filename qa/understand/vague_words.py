"""Nouns that name nothing by themselves: "the costs" are those of what was asked about before."""

from qa.language import content_terms

VAGUE = frozenset(
    content_terms(
        "advantages alternatives amount amounts answer anybody anyone anything argument arguments article articles aim "
        "attack authorities background beginning benefit benefits budget building cause causes chance chances change "
        "changes charge charges circumstances comment comments compensation complaint complaints condition conditions "
        "consequence consequences construction cost costs council critic critics criticism damage damages date dates "
        "day days deadline deal death deaths debate decision decisions delay delays detail details detour difference "
        "differences disadvantages dispute effect effects end event events everybody everyone everything evidence "
        "example examples expert experts explanation extent fact facts figure figures finding findings goal "
        "government group groups happened happening idea impact incident information injured injuries injury "
        "inhabitants investigation issue issues job jobs kind kinds law leader leaders length local locals loser "
        "losers majority matter mayor measure measures member members minister minority money motive motives name "
        "names neighbours nobody number numbers objection objections official officials opinion opinions opponent "
        "opponents opposition option options organisers outcome outlet outlets owner owners paper papers part parts "
        "party parties people person plan plans point points police politicians position positions price prices "
        "problem problems process project progress proof proposal proposals public purpose question questions reaction "
        "reactions reason reasons recommendation recommendations repair repairs replacement report reports resident "
        "residents response responses responsibility result results reviews risk risks rule rules scale scene "
        "schedule scope side sides situation size solution solutions somebody someone something source sources "
        "spokesman spokesperson spokeswoman status step steps story subject sum supporter supporters suspect "
        "suspects thing things time timeline timetable toll topic total type types union unions update updates "
        "verdict version versions victim victims view views villagers vote votes way ways weather winner winners "
        "witness witnesses word words work workers works year years please reporters newspapers newspaper media "
        "press pros cons lives"
    )
)
ADJECTIVES = frozenset(
    "additional big biggest current different early entire estimated exact expected final first former full general "
    "great high highest important large largest last late latest likely long longest low lowest main major many more "
    "most new next old only original other others overall own possible previous real recent same second several "
    "similar single small smallest special specific third top total two three four various whole worst best".split()
)
