"""Words of questions, what articles write, and whether that is the same thing in other letters (+) or not (-)."""

TABLE = """
9.90 crowns | Entry costs 9,90 crowns. | +
9.90 crowns | The museum has 90 rooms, and 9 of them cost crowns to heat. | -
600 000 | The bridge was used by 600,000 drivers. | +
0.6 million | The harbour lost 600,000 in fees. | +
500,000 | Almost half a million saw the eclipse. | +
$3bn | The tunnel swallowed 3 billion dollars. | +
six hundred thousand | The lake holds 600,000 trout. | +
25 | The choir lost twenty-five singers. | +
12 | A dozen swans died. | +
44% | Turnout was 44 per cent. | +
1.500.000 | The fund holds 1,500,000 crowns. | +
19:42 | The train left at 19.42 on Friday. | +
2019 | The bill was 20.19 crowns. | -
600,000 | The village has 600 people and 000 on its sign. | -
1.2.3 | Version 1.2 came out. | -
6 million | The vote was 6 to 5, said a million voices. | -
Coastal Rail Board | The CRB closed two stations, and the CRB apologised. | +
NMO | The Northern Music Office, or NMO, hired a harpist. | +
DfW | The Department for Water (DfW) drained the marsh. | +
IFSA | IFSA (International Ferry Safety Association) met in Osk. | +
the Board | The CRB and its trains were late. | -
SMI | The Swan Marsh Institute (SMI) counted birds. The Salt Mine Inspectorate (SMI) counted shafts. | +
Müller | Baker Greta Mueller won a prize. | +
Malmoe | The ferry goes to Malmø. | +
Strasse | The Lange Straße was flooded. | +
ceasefire | A cease-fire was agreed in the strike. | +
email | The e-mail was sent at noon. | +
wildfire | A wild fire crossed the ridge. | +
Sanaa | The envoy flew to Sana'a. | +
well-being | Wellbeing is taught in Lind. | +
organise | They organize the fair again. | +
Qadhafi | Trader Gaddafi left the market. | +
Abdul Rahim | Teacher Abdel Rahim retired. | +
Zelenskyy | Tailor Zelensky sews flags. | +
Hossein Karimi | Pilot Hussein Karimi landed. | +
Alexandr Pohl | Clockmaker Aleksander Pohl slept. | +
electrcity | Electricity failed in Fell. | +
Schwarzeneger | Actor Schwarzenegger bought a goat. | +
accomodation | Accommodation is scarce. | +
Boris Zalgram | Boris Zolgharam? No: Boris Instagram, a cat. | -
Muller | Miner Miller found a coin. | -
lottery | The pottery fair was rained off. | -
Morton | Nurse Martin got a medal. | -
beekeeper | The peacekeeper slept. | -
Hallberg | Judge Hallborg read the verdict. | +
Holland | Tulips come from the Netherlands. | +
the Netherlands | Holland won the skating race. | +
3M | The firm has 3,000,000 bolts. | +
ill | I’ll come, wrote the flautist. | -
ran | Iran sent a delegation of weavers. | -
Osman | Oman has dunes of white sand. | -
Iran | Iraq exported dates. | -
40 | There were 14 old trams. | -
twenty | It was a 20-minute talk. | +
9.9 crowns | A return ticket is 9.90 crowns. | +
600000 | The county gave 600,000 to the boat. | +
600,000 | The dam holds 600 000 tonnes. | +
half a million | The lottery paid out 500,000 on Friday. | +
1.5 million | The pier needs $1.5m for new planks. | +
3 billion | Losses came to £3,000,000,000 by June. | +
twenty-five | The jury heard 25 witnesses. | +
1,250 | The march drew 1250 farmers. | +
2.5 million | Two and a half million tulips were planted. | +
44 percent | The share fell to 44% in May. | +
300 | Three hundred goats crossed the pass. | +
19:42 | The score was 19 to 42. | -
3-2 | The price rose to 3.2 crowns. | -
90 | Entry to the aquarium costs 19.90 crowns. | -
12.03.2026 | The offer was 12.03 crowns. | -
1500 | A pint weighs 1.5 pounds. | -
CRB | The Coastal Rail Board (CRB) was set up in 1990. | +
Northern Music Office | The NMO will move to Fell. | +
Department for Water | The DfW spoke of a leak. | +
International Ferry Safety Association | Inspectors of IFSA came aboard. | +
Coastal Club | The CRB won the cup. | -
Swan Marsh Institute | Miners said that the SMI was late. | -
Mueller | Smith Anton Müller lost a thumb. | +
Aarhus | A hall in Århus burned. | +
Erdogan | Mayor Erdoğan opened the bazaar. | +
cease-fire | The ceasefire held for a day. | +
e-mail | Nobody read the email. | +
cooperate | The two choirs co-operate. | +
OBrien | Farmer Pat O'Brien sold his bull. | +
colour | The color of the tram is green. | +
harbor | The old harbour is silted. | +
Muhammad Brandt | Cook Mohammed Brandt opened a stall. | +
Tchaikowsky | The band played Tchaikovsky. | +
Dostoyevsky | A bust of Dostoevsky fell. | +
Yousef Danner | Architect Yusuf Danner kept the beams. | +
libary | The library opened at ten. | +
parliment | The parliament sat until dawn. | +
veterinery | The veterinary school moved. | +
Netanhayu | Grocer Netanyahu sold pears. | +
Korvin | The Harvin quarry closed. | -
goulash | The galoshes were wet. | -
Carson | Reporter Carlson left. | -
cattle | The castle of Fell has a moat. | -
Tarnow | The Tarnov bridge, spelled with a v. | +
Kiev | The Kyiv orchestra played. | +
Kiev | The Kivu lake is deep. | -
Hanlon | Farmer Hanson grew leeks. | -
shell | "She’ll sing," said the tenor. | -
CRB | Carib sailors landed at dusk. | -
Delta | Della danced at the fair. | -
Austria | Australia won the bowls match. | -
Slovenia | Slovakia skied well. | -
Katarina Vult | Katarina Holt painted doors. | -
Vera Lindqvist | Vera Lundquist knitted. | -
"""
