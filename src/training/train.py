"""Trains the reader, writes its curves, and keeps what is needed to go on after a break. See README.md."""

import argparse
import json
import os
import random
import time

import torch

import measure
from batches import batches
from encoder import from_artifact, tokenizer
from examples import Claims, Reading, claims as claims_of, short_questions

LEARNING_RATE = 1e-4
# Layers that stay as they are, from the lowest: a quarter of the time saved, and less to learn by heart.
FROZEN = 4
TOKENS_A_STEP = 3000


def loss_of(reader, batch):
    """Of readings: that start and end are at any of the places people marked. Of claims: carried by the evidence or not."""
    start, end, support = reader(*batch.inputs())
    read = batch.labels < 0
    total = torch.zeros(())
    if read.any():
        for logits, gold in ((start, batch.starts), (end, batch.ends)):
            right = logits[read].log_softmax(-1).masked_fill(gold[read] == 0, -1e9)
            total = total - right.logsumexp(-1).mean() / 2
    if (~read).any():
        total = total + torch.nn.functional.binary_cross_entropy_with_logits(support[~read], batch.labels[~read])
    return total


def epochs(reading, claims, args, tokens):
    """
    Batches without end. People's claims, of which there are few, come twice an epoch; the short questions in the first alone:
    what is hard, to tell what only looks like an answer, they do not teach.
    """
    number = 0
    while True:
        chance = random.Random(1000 + number)
        examples = list(reading.epoch(chance))
        if number == 0:
            examples += short_questions(f"{args.data}/reading/qamr.jsonl.gz", 0.25, chance)
        carried = claims.learnt * 2 + list(claims_of(examples, 0.4, chance))
        mixed = [b for of in (examples, carried) for b in batches(of, tokens, TOKENS_A_STEP, chance)]
        chance.shuffle(mixed)
        print(json.dumps({"epoch": number, "examples": len(examples), "claims": len(carried), "steps": len(mixed)}), flush=True)
        yield from mixed
        number += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True, help="the folder with reading/ and entailment/")
    parser.add_argument("--encoder", required=True, help="the jar with e5-small-v2.onnx")
    parser.add_argument("--out", required=True, help="folder for checkpoint.pt and log.jsonl")
    parser.add_argument("--steps", type=int, default=1350)
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    torch.manual_seed(1)

    tokens = tokenizer(args.encoder)
    reading = Reading(f"{args.data}/reading/squad-train.jsonl.gz")
    claims = Claims(f"{args.data}/entailment/valid.jsonl.gz")
    reader = from_artifact(args.encoder)
    # The words' own vectors are most of the weights and learn least from so little text: they stay as they are.
    for part in (reader.words, reader.places, reader.sides, reader.norm, *reader.layers[:FROZEN]):
        part.requires_grad_(False)
    learning = [p for p in reader.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learning, lr=LEARNING_RATE, weight_decay=0.01)
    warm = max(1, args.steps // 15)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / warm, max(0.0, (args.steps - n) / (args.steps - warm)))
    )

    saved, done = f"{args.out}/checkpoint.pt", 0
    if os.path.exists(saved):
        state = torch.load(saved)
        reader.load_state_dict(state["reader"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["chance"])
        done = state["done"]

    log, losses, began = open(f"{args.out}/log.jsonl", "a"), [], time.time()
    for step, batch in enumerate(epochs(reading, claims, args, tokens), 1):
        if step <= done:
            continue
        optimizer.zero_grad()
        loss = loss_of(reader, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
        last = step == args.steps
        if step % 25 == 0:
            print(json.dumps({"step": step, "loss": round(sum(losses[-25:]) / 25, 3), "s": round(time.time() - began)}), flush=True)
        if step % 400 == 0 or last:
            held = reading.held if last else reading.held[::3]
            line = {"step": step, "loss": round(sum(losses) / len(losses), 4), "seconds": round(time.time() - began)}
            print(json.dumps(line | measure.on(reader, tokens, held, claims.held)), file=log, flush=True)
            losses = []
        if step % 100 == 0 or last:
            state = {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
            torch.save(state | {"chance": torch.get_rng_state(), "done": step}, saved + ".new")
            os.replace(saved + ".new", saved)
        if last:
            break


if __name__ == "__main__":
    main()
