"""Groups of people in neutral words, by what protects them: (plural, one of them, adjective). Val's are not in train."""

import re

PROTECTED = {
    "train": """
women, woman, female | girls, girl, female | men, man, male | black people, black person, black
Asian people, Asian person, Asian | Hispanic people, Hispanic person, Hispanic | white people, white person, white
Native Americans, Native American, Native American | Arabs, Arab, Arab | Mexicans, Mexican, Mexican
Chinese people, Chinese person, Chinese | Indians, Indian, Indian | Africans, African, African | Poles, Pole, Polish
Turks, Turk, Turkish | Russians, Russian, Russian | Nigerians, Nigerian, Nigerian | Koreans, Korean, Korean
Romani people, Romani person, Romani | mixed-race people, mixed-race person, mixed-race
Muslims, Muslim, Muslim | Jews, Jew, Jewish | Jewish people, Jewish person, Jewish | Hindus, Hindu, Hindu
Christians, Christian, Christian | Sikhs, Sikh, Sikh | atheists, atheist, atheist
gay people, gay person, gay | gays, gay, gay | lesbians, lesbian, lesbian | gay men, gay man, gay
trans people, trans person, trans | trans women, trans woman, trans | bisexual people, bisexual person, bisexual
queer people, queer person, queer | transgender people, transgender person, transgender
immigrants, immigrant, immigrant | refugees, refugee, refugee | foreigners, foreigner, foreign
migrants, migrant, migrant | asylum seekers, asylum seeker, refugee
disabled people, disabled person, disabled | autistic people, autistic person, autistic
wheelchair users, wheelchair user, disabled | blind people, blind person, blind
people with Down syndrome, person with Down syndrome, disabled | old people, old person, old
""",
    "val": """
ladies, lady, female | Latinos, Latino, Latino | African Americans, African American, African American
Pakistanis, Pakistani, Pakistani | Japanese people, Japanese person, Japanese | Ukrainians, Ukrainian, Ukrainian
Aboriginal people, Aboriginal person, Aboriginal | Buddhists, Buddhist, Buddhist | Catholics, Catholic, Catholic
homosexuals, homosexual, homosexual | trans men, trans man, trans | non-binary people, non-binary person, non-binary
newcomers from abroad, newcomer from abroad, foreign | deaf people, deaf person, deaf
people in wheelchairs, person in a wheelchair, disabled | elderly people, elderly person, elderly
""",
}
OTHERS = {
    "train": """
bankers, banker | politicians, politician | lawyers, lawyer | landlords, landlord | influencers, influencer
football fans, football fan | journalists, journalist | gamblers, gambler | capitalists, capitalist
communists, communist | managers, manager | critics, critic | streamers, streamer | tourists, tourist
hunters, hunter | meat eaters, meat eater | vegans, vegan | crypto traders, crypto trader | smokers, smoker
speedrunners, speedrunner | modders, modder | pirates, pirate | bandits, bandit | cat owners, cat owner
""",
    "val": """
estate agents, estate agent | golfers, golfer | economists, economist | painters, painter | lobbyists, lobbyist
joggers, jogger | liberals, liberal | conservatives, conservative | goblins, goblin | dog owners, dog owner
""",
}


def entries(table: dict[str, str], part: str) -> list[tuple[str, ...]]:
    return [
        tuple(cell.strip() for cell in entry.split(","))
        for line in table[part].strip().split("\n")
        for entry in line.split("|")
    ]


def group_pattern() -> str:
    """A regular expression for any protected group's names."""
    words = {name for part in PROTECTED for entry in entries(PROTECTED, part) for name in entry}
    words -= {"man", "men", "male", "female", "girl", "girls", "woman", "women", "lady", "ladies", "old", "old person"}
    return r"\b(" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")\b"
