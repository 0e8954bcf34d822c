"""What the reader learns from: questions with their texts, answered there or not, and claims with their evidence."""

import gzip
import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

SENTENCE_END = re.compile(r"(?<=[.!?])[\"”')\]]*\s+(?=[\"“'(\[]?[A-Z0-9])")
WORD = re.compile(r"[A-Za-z]+|\d+")
NAME_OR_NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b|\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")

ASKS_FOR_SUBJECT = re.compile(r"(?i)(who|what|how many|which \w+|what \w+) ((?!else|about|kind|type)\w+ .+)")
NO_NAMES = set("the in this that these they his her its we it he she a an on at first there according for as when while many some".split())
AUXILIARY = re.compile(r"(?i)^(?:do|does|did|can|could|will|would|should|may|might)\b|\b(?:do|does|did)\b")

# Words that turn a question round: what was true of the one is not said of the other.
OPPOSITES = [
    pair.split("/")
    for pair in """most/least largest/smallest highest/lowest oldest/newest first/last before/after more/fewer more/less increase/decrease
    increased/decreased rise/fall rose/fell north/south northern/southern east/west eastern/western early/late earlier/later
    maximum/minimum longest/shortest best/worst always/never start/end started/ended begin/finish began/finished won/lost win/lose
    support/oppose supported/opposed allow/forbid allowed/forbidden accept/reject accepted/rejected included/excluded
    major/minor majority/minority male/female men/women positive/negative inside/outside above/below upper/lower
    strong/weak strengthen/weaken open/closed opened/closed arrived/left joined/left built/destroyed founded/dissolved
    hired/dismissed arrested/released buy/sell bought/sold import/export gained/lost raised/lowered with/without public/private
    internal/external domestic/foreign agreed/refused confirmed/denied same/different common/rare rich/poor""".split()
]
TURNED = defaultdict(list)
for _one, _other in OPPOSITES:
    TURNED[_one].append(_other)
    TURNED[_other].append(_one)


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def sentences(text):
    """The spans [start, end) of a text's sentences."""
    cuts = [0] + [match.end() for match in SENTENCE_END.finditer(text)] + [len(text)]
    return [(start, end) for start, end in zip(cuts, cuts[1:]) if start < end]


@dataclass
class Example:
    """One sequence. Spans are offsets in the text; none means that the text does not answer. Claims have a label instead."""

    asked: str
    text: str
    spans: list = field(default_factory=list)
    label: float = None


def held_back(name):
    """What is never learnt from, so that it can tell how much was: titles of articles, or ids of claims."""
    return set((Path(__file__).parent / "held" / name).read_text(encoding="utf-8").split("\n")) - {""}


class Reading:
    """SQuAD's articles, of which some are held back, whole."""

    def __init__(self, path):
        by_title = defaultdict(list)
        for row in rows(path):
            by_title[row["title"]].append(row)
        titles, held = sorted(by_title), held_back("articles.txt")
        self.held = [row for title in titles if title in held for row in by_title[title]]
        self.learnt = [row for title in titles if title not in held for row in by_title[title]]
        self.paragraphs = {title: sorted({row["context"] for row in of}) for title, of in by_title.items()}
        self.things = {
            title: sorted({thing for text in texts for thing in NAME_OR_NUMBER.findall(text)})
            for title, texts in self.paragraphs.items()
        }

    def epoch(self, chance):
        """Each question once with its paragraph or a part of it; some with another text, some turned into another question."""
        for row in self.learnt:
            yield self._with_its_text(row, chance)
            roll = chance.random()
            if row["answerable"] and roll < 0.30:
                turned = self._turned(row, chance)
                if turned:
                    yield turned
            elif roll < 0.42:
                others = [text for text in self.paragraphs[row["title"]] if text != row["context"]]
                yield Example(row["question"], window(chance.choice(others), 0, chance)[0])

    def _with_its_text(self, row, chance):
        text, question = row["context"], row["question"]
        if not row["answerable"]:
            text, _ = window(text, closest(text, question), chance)
            return Example(question, text)
        found = [(text.find(answer), answer) for answer in dict.fromkeys(row["answers"])]
        spans = [(at, at + len(answer)) for at, answer in found if at >= 0]
        if not spans:
            return Example(question, text, [])
        text, from_ = window(text, min(spans)[0], chance)
        inside = [(start - from_, end - from_) for start, end in spans]
        return Example(question, text, [(s, e) for s, e in inside if s >= 0 and e <= len(text)])

    def _turned(self, row, chance):
        """
        The question with a name or number of the text exchanged for one from elsewhere in the article, or with a word
        turned into its opposite: the text does not answer it any more.
        """
        question, text = row["question"], row["context"]
        swaps = []
        for match in NAME_OR_NUMBER.finditer(question):
            thing = match.group()
            if match.start() == 0 or thing not in text:
                continue
            numeric = thing[0].isdigit()
            others = [o for o in self.things[row["title"]] if o[0].isdigit() == numeric and o not in text and o not in question]
            if others:
                swaps.append((match.span(), chance.choice(others)))
        for match in WORD.finditer(question):
            for other in TURNED.get(match.group().lower(), []):
                if other not in text:
                    swaps.append((match.span(), other))
        if not swaps:
            return None
        (start, end), other = chance.choice(swaps)
        text, _ = window(text, closest(text, question), chance)
        return Example(question[:start] + other + question[end:], text)


def claims(examples, share, chance):
    """
    Of questions about who or what did something and their answers, claims: "Who won the cup?" becomes "Denver won the cup", and
    with another name or number of the text in the place of the answer what the text does not say.
    """
    for example in examples:
        match = ASKS_FOR_SUBJECT.match(example.asked.strip())
        if not match or not example.spans or AUXILIARY.search(match.group(2)) or chance.random() >= share:
            continue
        start, end = example.spans[0]
        answer = example.text[start:end]
        if len(answer) > 60:
            continue
        text, _ = window(example.text, start, chance)
        said = match.group(2).rstrip("? ")
        yield Example(f"{answer} {said}.", text, label=1.0)
        numeric = answer[0].isdigit()
        others = {
            thing
            for thing in NAME_OR_NUMBER.findall(text)
            if thing[0].isdigit() == numeric
            and thing.lower() not in NO_NAMES
            and thing not in answer + said
            and answer not in thing
        }
        if others:
            yield Example(f"{chance.choice(sorted(others))} {said}.", text, label=0.0)


def window(text, at, chance):
    """The text, or most of the time some sentences of it, of which one holds the offset `at`; and where they begin."""
    cut = sentences(text)
    if chance.random() < 0.35 or len(cut) < 2:
        return text, 0
    holding = next((i for i, (_, end) in enumerate(cut) if at < end), len(cut) - 1)
    first = max(0, holding - chance.randint(0, 2))
    last = min(len(cut) - 1, holding + chance.randint(0, 2))
    return text[cut[first][0] : cut[last][1]], cut[first][0]


def closest(text, question):
    """Where the sentence begins that has most words of the question."""
    asked = {word.lower() for word in WORD.findall(question)}
    return max(sentences(text), key=lambda span: sum(w.lower() in asked for w in WORD.findall(text[span[0] : span[1]])))[0]


def short_questions(path, share, chance):
    """QAMR's questions on single sentences, among other sentences; one in five without the one that answers."""
    of = rows(path)
    texts = sorted({row["context"] for row in of})
    for row in of:
        if not row["contiguous"] or chance.random() >= share:
            continue
        own, answer = row["context"], row["answers"][0]
        at = own.find(answer)
        if at < 0:
            continue
        parts = [chance.choice(texts) for _ in range(chance.randint(0, 3))]
        if parts and chance.random() < 0.25:
            yield Example(row["question"], " ".join(parts))
            continue
        place = chance.randint(0, len(parts))
        before = " ".join(parts[:place]) + (" " if place else "")
        text = before + own + (" " if place < len(parts) else "") + " ".join(parts[place:])
        start = len(before) + at
        yield Example(row["question"], text, [(start, start + len(answer))])


class Claims:
    """Claims with their evidence. A fifth is held back, with all that shares a claim or a text with it."""

    def __init__(self, path):
        held = held_back("claims.txt")
        self.held, self.learnt = [], []
        for row in rows(path):
            evidence = row.get("premise") or " ".join(row["premise_sentences"])
            example = Example(row["claim"], evidence, label=float(row["label"] == "supported"))
            (self.held if row["id"] in held else self.learnt).append(example)
