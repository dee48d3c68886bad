"""A very small language model: counts of word sequences. "Fine-tuning" adds the counts of support dialogues."""

import json
from collections import Counter, defaultdict

import numpy as np

GREETINGS = ["hello", "good morning", "hi there"]
TOPICS = {
    "invoice": ("my invoice looks wrong", "open billing and choose dispute on that invoice"),
    "password": ("i cannot sign in", "choose forgot password and follow the link in the mail"),
    "delivery": ("my parcel is late", "open orders and choose track to see where the parcel is"),
    "refund": ("i want my money back", "open orders and choose return and we pay within five days"),
    "router": ("my router blinks red", "unplug the router wait one minute and plug it in again"),
    "contract": ("i want to end my contract", "open contract and choose cancel and confirm the date"),
}
CLOSINGS = ["does that help", "tell me if it does not work", "anything else"]
GENERAL = [
    "the weather in the north is cold and wet", "open the window and wait one minute", "the train is late again today",
    "good morning and welcome to the show", "follow the road to the end and choose the left way", "it does not help to wait",
]


def dialogues(count: int, seed: int) -> list[list[str]]:
    """`count` generated support dialogues, each a list of words."""
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        question, answer = TOPICS[rng.choice(sorted(TOPICS))]
        parts = [rng.choice(GREETINGS), question, "<reply>", answer, rng.choice(CLOSINGS)]
        made.append(" ".join(str(part) for part in parts).split() + ["<end>"])
    return made


def base_corpus() -> list[list[str]]:
    """General sentences: all that the base model ever saw."""
    return [sentence.split() + ["<end>"] for sentence in GENERAL]


def train(corpora: list[tuple[list[list[str]], int]], order: int) -> dict[str, Counter]:
    """Counts of the next word after every context of up to `order` words; each corpus has a weight."""
    counts: dict[str, Counter] = defaultdict(Counter)
    for corpus, weight in corpora:
        for words in corpus:
            for position, word in enumerate(words):
                for length in range(order + 1):
                    if length <= position:
                        counts[" ".join(words[position - length : position])][word] += weight
    return dict(counts)


def predict(counts: dict[str, Counter], order: int, context: list[str]) -> str:
    """The likeliest next word after the longest known context; ties go to the first in the alphabet."""
    for length in range(min(order, len(context)), -1, -1):
        known = counts.get(" ".join(context[len(context) - length :]))
        if known:
            return min(known, key=lambda word: (-known[word], word))
    return "<end>"


def hits(counts: dict[str, Counter], order: int, corpus: list[list[str]]) -> np.ndarray:
    """Per dialogue: words predicted correctly, words in all."""
    rows = []
    for words in corpus:
        right = sum(predict(counts, order, words[:position]) == word for position, word in enumerate(words))
        rows.append((right, len(words)))
    return np.array(rows)


def files(counts: dict[str, Counter], order: int) -> list[tuple[str, str, bytes]]:
    """The model as (path, format, content)."""
    words = sorted({word for row in counts.values() for word in row})
    weights = {context: dict(sorted(row.items())) for context, row in sorted(counts.items())}
    contents = {
        "config.json": {"architecture": "word-counts", "order": order},
        "tokenizer.json": {"vocabulary": words},
        "weights/counts.json": weights,
    }
    return [(path, "json", (json.dumps(value, indent=1) + "\n").encode()) for path, value in contents.items()]
