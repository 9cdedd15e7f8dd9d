"""Solves every dev problem after every candidate with the pupil, as `node bench/racing/record.ts` asks for.

    python bench/racing/solve.py FOLDER

Reads candidates.jsonl {id, context} and dev.jsonl {prompt} in FOLDER, and adds to solved.jsonl, one line a candidate,
{id, outputs: [[text, cut], …]}, `cut` where the token limit ended the text. Goes on where it was stopped.

Greedy decoding that guesses: most demonstrations leave most solutions as they were, so that a solution known already is
laid before the model and read in one pass, as far as the model would have written it; decoding goes on where it would not.
The outputs are those of plain greedy decoding.
"""

import json
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer

PUPIL = Path(__file__).resolve().parents[2] / "pupil" / "weights"
MAX_OUTPUT_TOKENS = 128
ROWS_PER_BATCH = 100
STOP = "\n\n"


class Pupil:
    """The decoder with a cache that is shared before the questions and each row's own from there on."""

    def __init__(self):
        shape = json.loads((PUPIL / "config.json").read_text())
        self.heads, self.kv_heads = shape["num_attention_heads"], shape["num_key_value_heads"]
        self.head_size, self.layers = shape["head_dim"], shape["num_hidden_layers"]
        self.epsilon, self.end = shape["rms_norm_eps"], shape["eos_token_id"]
        self.weights = {name: t.float() for name, t in load_file(PUPIL / "model.safetensors").items()}
        half = torch.arange(0, self.head_size, 2).float() / self.head_size
        angles = torch.outer(torch.arange(shape["max_position_embeddings"]).float(), shape["rope_theta"] ** -half)
        self.cos, self.sin = torch.cat([angles.cos()] * 2, -1), torch.cat([angles.sin()] * 2, -1)

    def begin(self, rows, room):
        """Empty caches of `rows` rows with places for `room` tokens."""
        shape = (self.layers, rows, self.kv_heads, room, self.head_size)
        return torch.zeros(shape), torch.zeros(shape)

    def read(self, tokens, start, cache, shared=None):
        """Hidden states of tokens [rows, width] from place start [rows] on, whose keys and values go to the cache."""
        rows, width = tokens.shape
        offset = shared[0].shape[3] if shared else 0
        own = start[:, None] + torch.arange(width)
        cos, sin = self.cos[own + offset][:, None], self.sin[own + offset][:, None]
        keys = torch.arange(cache[0].shape[3])
        mask = keys[None, None] <= own[:, :, None]
        if shared:
            mask = torch.cat([torch.ones(rows, width, offset, dtype=torch.bool), mask], -1)
        mask = mask.repeat(1, self.heads // self.kv_heads, 1)[:, None]
        at = own[:, None, :, None].expand(rows, self.kv_heads, width, self.head_size)
        x = self.weights["model.embed_tokens.weight"][tokens]
        for layer in range(self.layers):
            w = lambda name: self.weights[f"model.layers.{layer}.{name}.weight"]
            h = F.rms_norm(x, x.shape[-1:], w("input_layernorm"), self.epsilon)
            split = lambda y, heads: y.view(rows, width, heads, self.head_size).transpose(1, 2)
            turn = lambda y: y * cos + torch.cat([-y[..., y.shape[-1] // 2 :], y[..., : y.shape[-1] // 2]], -1) * sin
            q = turn(split(F.linear(h, w("self_attn.q_proj")), self.heads))
            cache[0][layer].scatter_(2, at, turn(split(F.linear(h, w("self_attn.k_proj")), self.kv_heads)))
            cache[1][layer].scatter_(2, at, split(F.linear(h, w("self_attn.v_proj")), self.kv_heads))
            k, v = cache[0][layer], cache[1][layer]
            if shared:
                k, v = (torch.cat([s[layer].expand(rows, -1, -1, -1), own_], 2) for s, own_ in zip(shared, (k, v)))
            # Heads that share keys are read as more queries of one head.
            a = F.scaled_dot_product_attention(q.reshape(rows, self.kv_heads, -1, self.head_size), k, v, attn_mask=mask)
            x = x + F.linear(a.view(rows, self.heads, width, -1).transpose(1, 2).flatten(2), w("self_attn.o_proj"))
            h = F.rms_norm(x, x.shape[-1:], w("post_attention_layernorm"), self.epsilon)
            x = x + F.linear(F.silu(F.linear(h, w("mlp.gate_proj"))) * F.linear(h, w("mlp.up_proj")), w("mlp.down_proj"))
        return F.rms_norm(x, x.shape[-1:], self.weights["model.norm.weight"], self.epsilon)

    def likeliest(self, hidden):
        return F.linear(hidden, self.weights["model.embed_tokens.weight"]).argmax(-1).tolist()


def guess(known, prefix):
    """What follows the prefix in the most frequent output that begins with it; empty where none does."""
    size = len(prefix)
    matching = [(count, output) for output, count in known.items() if output[:size] == prefix]
    return max(matching)[1][size:] if matching else ()


def is_complete(tokens, end, breaks):
    return tokens[-1] == end or len(tokens) == MAX_OUTPUT_TOKENS or tokens[-1] in breaks


def until_complete(before, more, end, breaks):
    """Those of the further tokens that come before the output is complete, and the one that completes it."""
    for size in range(1, len(more)):
        if is_complete((*before, *more[:size]), end, breaks):
            return tuple(more[:size])
    return tuple(more)


def solve(pupil, context, prompts, known, breaks):
    """Greedy outputs for every prompt after the context, as tuples of tokens; the end of text is the last where it came."""
    shared = pupil.begin(1, len(context))
    pupil.read(torch.tensor([context]), torch.zeros(1, dtype=torch.long), shared)
    # A short row is filled up to the length of the longest beside it.
    cache = pupil.begin(len(prompts), max(map(len, prompts)) + 2 * MAX_OUTPUT_TOKENS)
    outputs = [()] * len(prompts)
    guesses = [guess(k, ()) for k in known]
    feeds = [[*prompt, *g] for prompt, g in zip(prompts, guesses)]
    starts = [0] * len(prompts)
    left = list(range(len(prompts)))
    while left:
        # Rows of about one length are read together.
        left.sort(key=lambda i: len(feeds[i]))
        batches = [left[at : at + ROWS_PER_BATCH] for at in range(0, len(left), ROWS_PER_BATCH)]
        left = []
        for rows in batches:
            width = max(len(feeds[i]) for i in rows)
            room = max(starts[i] for i in rows) + width
            tokens = torch.tensor([feeds[i] + [0] * (width - len(feeds[i])) for i in rows])
            part = tuple(c[:, rows, :, :room] for c in cache)
            hidden = pupil.read(tokens, torch.tensor([starts[i] for i in rows]), part, shared)
            for whole, changed in zip(cache, part):
                whole[:, rows, :, :room] = changed
            # The last of the tokens that are certain says what comes next, and so does every one of the guess.
            certains = [len(feeds[i]) - len(guesses[i]) for i in rows]
            asked = [states[c - 1 : len(feeds[i])] for i, c, states in zip(rows, certains, hidden)]
            answers = iter(pupil.likeliest(torch.cat(asked)))
            for i, certain in zip(rows, certains):
                said = list(islice(answers, len(guesses[i]) + 1))
                agreed = next((n for n, g in enumerate(guesses[i]) if g != said[n]), len(guesses[i]))
                # The guess is right so far, and the word after it is the model's own.
                outputs[i] += until_complete(outputs[i], said[: agreed + 1], pupil.end, breaks)
                if is_complete(outputs[i], pupil.end, breaks):
                    continue
                starts[i] += certain + agreed
                # Where no known output begins so, the rest mostly stays as it was after one other word.
                rest = guess(known[i], outputs[i]) or guesses[i][agreed + 1 :]
                guesses[i] = rest[: MAX_OUTPUT_TOKENS - len(outputs[i])]
                feeds[i] = [outputs[i][-1], *guesses[i]]
                left.append(i)
    return outputs


def main(folder):
    # Threads that wait for each other stand still where others use the processor, too.
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    read = lambda name: [json.loads(line) for line in (folder / name).read_text().splitlines()]
    tokenizer = Tokenizer.from_file(str(PUPIL / "tokenizer.json"))
    pupil = Pupil()
    breaks = {i for i in range(tokenizer.get_vocab_size()) if STOP in tokenizer.decode([i])}
    prompts = [tokenizer.encode(row["prompt"]).ids for row in read("dev.jsonl")]
    known = [Counter() for _ in prompts]
    solved = folder / "solved.jsonl"
    done = {json.loads(line)["id"] for line in solved.open()} if solved.exists() else set()
    with solved.open("a") as out:
        for candidate in read("candidates.jsonl"):
            if candidate["id"] in done:
                continue
            outputs = solve(pupil, tokenizer.encode(candidate["context"]).ids, prompts, known, breaks)
            for k, tokens in zip(known, outputs):
                k[tokens] += 1
            texts = [tokenizer.decode([t for t in tokens if t != pupil.end]).split(STOP)[0] for tokens in outputs]
            cuts = [t[-1] != pupil.end and t[-1] not in breaks for t in outputs]
            print(json.dumps({"id": candidate["id"], "outputs": list(zip(texts, cuts))}), file=out, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
