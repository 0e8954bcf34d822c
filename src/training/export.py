"""Writes a trained reader as ONNX with its matrices in 8 bits, as the product loads it. See README.md."""

import argparse
import os

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from encoder import Reader

NAMES = ["input_ids", "attention_mask", "token_type_ids"]


def simplify(graph, out):
    """Works out beforehand what is the same for all texts; nothing is done that only some processors understand."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = out
    onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def nameless(file):
    """Nobody asks what a step is called or what shape its result has, and for all of them it weighs more than it seems."""
    model = onnx.load(file)
    for step in model.graph.node:
        step.name = ""
    del model.graph.value_info[:]
    onnx.save(model, file)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--out", required=True, help="the ONNX file to write")
    args = parser.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(args.checkpoint)["reader"])
    reader.eval()
    ids = torch.ones((1, 12), dtype=torch.long)
    exact = args.out + ".exact"
    torch.onnx.export(
        reader,
        (ids, ids, ids),
        exact,
        input_names=NAMES,
        output_names=["start", "end", "support"],
        dynamic_axes={name: {0: "batch", 1: "tokens"} for name in [*NAMES, "start", "end"]} | {"support": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )
    plain = args.out + ".plain"
    simplify(exact, plain)
    # Processors without VNNI add pairs of products in 16 bits: with weights of 7 bits they cannot overflow.
    quantize_dynamic(plain, args.out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    nameless(args.out)
    os.remove(exact)
    os.remove(plain)


if __name__ == "__main__":
    main()
