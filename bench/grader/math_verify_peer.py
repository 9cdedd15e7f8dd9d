"""Judges pairs of answers with Math-Verify: JSON Lines in, one verdict with its processor time a line out."""

import json
import logging
import re
import sys
import time

from math_verify import ExprExtractionConfig, LatexExtractionConfig, parse, verify

logging.disable(logging.CRITICAL)
configs = [LatexExtractionConfig(), ExprExtractionConfig()]


def in_environment(text):
    """Math-Verify reads LaTeX between dollars or in a box alone; an answer that stands bare gets dollars."""
    return text if re.search(r"\$|\\[(\[]|\\boxed", text) else f"${text}$"


def judge(case):
    bare = case["bare"]
    gold = parse(in_environment(case["gold"]) if bare else case["gold"], extraction_config=configs)
    answer = parse(in_environment(case["answer"]) if bare else case["answer"], extraction_config=configs)
    return verify(gold, answer, float_rounding=case.get("precision", 6))


# The first comparison loads the parser.
judge({"gold": "\\frac{1}{2}", "answer": "0.5", "bare": True})

for line in sys.stdin:
    start = time.process_time()
    try:
        equal = bool(judge(json.loads(line)))
    except Exception:
        equal = None
    print(json.dumps({"equal": equal, "seconds": time.process_time() - start}), flush=True)
