"""Made-up clauses of three difficulties, and ways to reword them."""

from __future__ import annotations

from random import Random


def _words(line: str, divider: str | None = None) -> tuple[str, ...]:
    return tuple(line.split(divider))


_THINGS = _words(
    "mooring slipway ferry beacon quay breakwater lantern towpath causeway boathouse allotment orchard playground bandstand pavilion "
    "cemetery library museum archive footbridge crossing culvert drain verge hedge bus shelter kiosk market stall permit licence tariff "
    "budget grant levy survey audit register map plan charter newsletter website helpline hostel clinic nursery school workshop depot "
    "vehicle boat pump generator turbine panel boiler roof gutter window kitchen hall stage garden pond stream meadow woodland beach dune "
    "tender contract lease covenant policy protocol timetable rota forecast report apprentice volunteer warden ranger tenant trader"
)
_DEEDS = _words(
    "repaired surveyed replaced renewed extended reduced published circulated reviewed inspected cleaned painted fenced drained lit moved "
    "closed opened leased sold bought insured measured mapped recorded monitored delegated deferred tendered advertised trained recruited "
    "consulted audited costed phased withdrawn restored planted mown gritted staffed funded"
)
_MANNERS = _words(
    "promptly annually quarterly openly jointly fairly fully partly locally safely cheaply carefully publicly regularly formally briefly "
    "yearly monthly weekly daily twice separately together gradually early late quietly plainly"
)
_PLACES = _words("Wexcombe Tidewell Netherby Saltmarsh Ellis Holm Marling Eastoft Carrow Dunfold Brackley Ashmere Pellworth Sandle Quill")
_BODIES = _words("Cabinet|the Harbour Board|the Clerk|the Finance Panel|the Town Council|the Chief Officer|the Select Commission", "|")
_BOILERPLATE = (
    "That the report be noted.",
    "That the minutes be approved as a correct record.",
    "That the Clerk be thanked for the work done.",
    "That an update be brought to the next meeting.",
    "That the chairman be authorised to sign.",
)


class Wording:
    """A source of clauses. ``variety`` is the number of different content words; fewer make clauses harder to tell apart."""

    def __init__(self, rng: Random, variety: int) -> None:
        self.rng = rng
        share = max(4, variety // 3)
        self.things, self.deeds, self.manners = (rng.sample(pool, min(share, len(pool))) for pool in (_THINGS, _DEEDS, _MANNERS))

    def phrase(self) -> list[str]:
        """Five to eleven words about one matter."""
        pick = self.rng.choice
        words = ["the", pick(self.things), pick(("and", "near", "of", "beside")), pick(("the", "every", "each")), pick(self.things)]
        words += ["at", pick(_PLACES)] if self.rng.random() < 0.6 else []
        words += ["be", pick(self.deeds)]
        words += [pick(self.manners)] if self.rng.random() < 0.5 else []
        words += ["by", *pick(_BODIES).split()] if self.rng.random() < 0.4 else []
        return words

    def clause(self, phrases: int) -> str:
        """A clause of some phrases: ``That the … be …, and the … be ….``"""
        words = ["That"]
        for at in range(phrases):
            if at:
                words[-1] += ","
                words.append("and")
            words += self.phrase()
        return " ".join(words) + "."

    def boilerplate(self) -> str:
        return self.rng.choice(_BOILERPLATE)

    def reworded(self, text: str, share: float) -> str:
        """The text with about ``share`` of its words replaced, dropped or doubled by others of the same vocabulary."""
        words = text.rstrip(".").split()
        for at in self.rng.sample(range(1, len(words)), min(len(words) - 1, max(1, round(share * len(words))))):
            kind = self.rng.random()
            other = self.rng.choice((*self.things, *self.deeds, *self.manners))
            words[at] = other if kind < 0.6 else "" if kind < 0.8 else f"{words[at]} {other}"
        return " ".join(filter(None, " ".join(words).split(" "))) + "."


def cut(text: str, parts: int) -> list[str]:
    """A clause cut into clauses of about equal length."""
    words = text.rstrip(".").split()[1:]
    size = len(words) / parts
    return ["That " + " ".join(words[round(at * size) : round((at + 1) * size)]).rstrip(",") + "." for at in range(parts)]


def join(texts: list[str]) -> str:
    """Clauses made one: ``That …, and that ….``"""
    first, *rest = (text.rstrip(".") for text in texts)
    return first + "".join(f", and {text[:1].lower()}{text[1:]}" for text in rest) + "."
