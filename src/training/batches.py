"""Examples as padded tensors, those of like length together."""

from dataclasses import dataclass

import torch

from encoder import LONGEST

LONGEST_QUESTION = 40


@dataclass
class Batch:
    which: list
    ids: torch.Tensor
    mask: torch.Tensor
    sides: torch.Tensor
    places: list
    starts: torch.Tensor
    ends: torch.Tensor
    labels: torch.Tensor

    def inputs(self):
        return self.ids, self.mask, self.sides


def encode(example, tokens):
    """
    Ids, how many of them are the question's, and for each token of the text its offsets there. A claim's evidence that is
    too long loses its end.
    """
    asked = tokens.encode(example.asked, add_special_tokens=False).ids[:LONGEST_QUESTION]
    text = tokens.encode(example.text, add_special_tokens=False)
    room = LONGEST - len(asked) - 3
    cls, sep = tokens.token_to_id("[CLS]"), tokens.token_to_id("[SEP]")
    ids = [cls, *asked, sep, *text.ids[:room], sep]
    first = len(asked) + 2
    return ids, first, {first + i: place for i, place in enumerate(text.offsets[:room])}


def batches(examples, tokens, size, chance=None):
    """Batches of up to `size` tokens, padding counted, in order of length, or shuffled by `chance`."""
    coded = [(i, example, *encode(example, tokens)) for i, example in enumerate(examples)]
    coded.sort(key=lambda c: len(c[2]))
    groups, group = [], []
    for item in coded:
        if group and (len(group) + 1) * len(item[2]) > size:
            groups.append(group)
            group = []
        group.append(item)
    groups.append(group)
    if chance:
        chance.shuffle(groups)
    for group in groups:
        yield _batch(group)


def _batch(group):
    length = max(len(ids) for _, _, ids, _, _ in group)
    shape = (len(group), length)
    batch = Batch(
        [],
        torch.zeros(shape, dtype=torch.long),
        torch.zeros(shape, dtype=torch.long),
        torch.zeros(shape, dtype=torch.long),
        [],
        torch.zeros(shape),
        torch.zeros(shape),
        torch.full((len(group),), -1.0),
    )
    for row, (i, example, ids, first, places) in enumerate(group):
        batch.which.append(i)
        batch.ids[row, : len(ids)] = torch.tensor(ids)
        batch.mask[row, : len(ids)] = 1
        batch.sides[row, first : len(ids) - 1] = 1
        batch.places.append(places)
        if example.label is not None:
            batch.labels[row] = example.label
            continue
        for start, end in example.spans:
            starts = [t for t, (at, to) in places.items() if at <= start < to]
            ends = [t for t, (at, to) in places.items() if at < end <= to]
            if starts and ends:
                batch.starts[row, starts[0]] = 1
                batch.ends[row, ends[0]] = 1
        if not batch.starts[row].any():
            batch.starts[row, 0] = batch.ends[row, 0] = 1
    return batch
