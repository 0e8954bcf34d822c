"""How good a reader is on what it has not learnt from."""

import math

import torch

from batches import batches
from examples import Example, sentences


def auroc(right, wrong):
    """The chance that one that is right is ranked above one that is wrong; ties count half."""
    ranked = sorted([(score, 1) for score in right] + [(score, 0) for score in wrong])
    total, below, i = 0.0, 0, 0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        ones = sum(label for _, label in ranked[i:j])
        zeros = (j - i) - ones
        total += ones * (below + zeros / 2)
        below += zeros
        i = j
    return total / max(1, len(right) * len(wrong))


@torch.no_grad()
def on(reader, tokens, reading, claims):
    """AUROC of "answered or not", the part of the answerable whose sentence comes first, and AUROC of support."""
    reader.eval()
    examples = [Example(row["question"], row["context"]) for row in reading]
    answered, chosen = {}, {}
    for batch in batches(examples, tokens, 6000):
        start, end, _ = reader(*batch.inputs())
        start, end = start.log_softmax(-1), end.log_softmax(-1)
        for row, which in enumerate(batch.which):
            none = (start[row, 0] + end[row, 0]).item() / 2
            answered[which] = math.log1p(-min(math.exp(none), 1 - 1e-7)) - none
            cut = sentences(reading[which]["context"])
            shares = [
                sum(
                    start[row, t].exp().item() + end[row, t].exp().item()
                    for t, (at, to) in batch.places[row].items()
                    if begin <= at and to <= stop
                )
                for begin, stop in cut
            ]
            begin, stop = cut[max(range(len(cut)), key=shares.__getitem__)]
            chosen[which] = any(a in reading[which]["context"][begin:stop] for a in reading[which]["answers"])
    can = [i for i, row in enumerate(reading) if row["answerable"]]
    cannot = [i for i, row in enumerate(reading) if not row["answerable"]]
    support = {}
    for batch in batches(claims, tokens, 6000):
        for which, logit in zip(batch.which, reader(*batch.inputs())[2].tolist()):
            support[which] = logit
    reader.train()
    return {
        "answered": round(auroc([answered[i] for i in can], [answered[i] for i in cannot]), 4),
        "sentence": round(sum(chosen[i] for i in can) / max(1, len(can)), 4),
        "support": round(
            auroc(
                [support[i] for i, c in enumerate(claims) if c.label == 1],
                [support[i] for i, c in enumerate(claims) if c.label == 0],
            ),
            4,
        ),
    }
