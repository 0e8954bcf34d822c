"""The reader: e5-small-v2's encoder without its last layers, read out of the ONNX file of LangChain4j's artifact, with heads of its own."""

import zipfile

import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

# Of twelve layers the first ten, so that the weights stay below 30 MB; those above are turned to embeddings most.
WIDTH, LAYERS, HEADS, INNER = 384, 10, 12, 1536
# Tokens of a sequence, at most: question, text and three marks.
LONGEST = 224


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm, self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, allowed):
        batch, length, _ = x.shape
        q, k, v = (
            part(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=allowed)
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm(x + self.dropout(self.joined(mixed)))
        return self.last_norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Reader(nn.Module):
    """Reads a question and a text, or a claim and its evidence, as one sequence."""

    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.sides = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.span = nn.Linear(WIDTH, 2)
        self.support = nn.Linear(WIDTH, 1)
        self.dropout = nn.Dropout(0.1)
        for head in (self.span, self.support):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def forward(self, input_ids, attention_mask, token_type_ids):
        """
        Start and end [batch, tokens] hold a logit for each token of the text, and at 0, the token [CLS], one for "it is
        not answered here"; all else is ruled out. Support [batch] is the logit that the evidence carries the claim.
        """
        places = self.places(torch.arange(input_ids.shape[1]))
        x = self.dropout(self.norm(self.words(input_ids) + places + self.sides(token_type_ids)))
        allowed = (1.0 - attention_mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, allowed)
        first = torch.zeros_like(input_ids)
        first[:, 0] = 1
        readable = ((token_type_ids * attention_mask + first) > 0).to(x.dtype)
        logits = self.span(x) - (1.0 - readable)[:, :, None] * 1e4
        return logits[:, :, 0], logits[:, :, 1], self.support(x[:, 0]).squeeze(-1)


def from_artifact(jar):
    """The reader before it has learnt: the encoder's weights as they are, the heads by chance."""
    with zipfile.ZipFile(jar) as files:
        graph = onnx.load_from_string(files.read("e5-small-v2.onnx")).graph
    held = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
    # The export names biases after their modules, but hides the matrices, turned round, behind the node that multiplies.
    matrices = {node.name: held[node.input[1]].T for node in graph.node if node.op_type == "MatMul" and node.input[1] in held}

    reader = Reader()
    weights = reader.state_dict()
    taken = {
        "words.weight": held["embeddings.word_embeddings.weight"],
        "places.weight": held["embeddings.position_embeddings.weight"][:LONGEST],
        "sides.weight": held["embeddings.token_type_embeddings.weight"],
        "norm.weight": held["embeddings.LayerNorm.weight"],
        "norm.bias": held["embeddings.LayerNorm.bias"],
    }
    modules = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "joined": "attention.output.dense",
        "inner": "intermediate.dense",
        "outer": "output.dense",
    }
    for n in range(LAYERS):
        theirs = f"encoder.layer.{n}"
        for mine, module in modules.items():
            taken[f"layers.{n}.{mine}.bias"] = held[f"{theirs}.{module}.bias"]
            taken[f"layers.{n}.{mine}.weight"] = matrices[f"/encoder/layer.{n}/{module.replace('.', '/')}/MatMul"]
        for mine, module in {"norm": "attention.output.LayerNorm", "last_norm": "output.LayerNorm"}.items():
            for kind in ("weight", "bias"):
                taken[f"layers.{n}.{mine}.{kind}"] = held[f"{theirs}.{module}.{kind}"]
    weights.update(taken)
    reader.load_state_dict(weights)
    return reader


def tokenizer(jar):
    from tokenizers import Tokenizer

    with zipfile.ZipFile(jar) as files:
        name = next(name for name in files.namelist() if name.endswith("tokenizer.json"))
        tokens = Tokenizer.from_str(files.read(name).decode())
    tokens.no_padding()
    tokens.no_truncation()
    return tokens
