"""Judges pairs of answers with Math-Verify: JSON Lines in, one verdict with its processor time a line out."""

import json
import logging
import sys
import time

from math_verify import ExprExtractionConfig, LatexExtractionConfig, parse, verify

logging.disable(logging.CRITICAL)
configs = [LatexExtractionConfig(), ExprExtractionConfig()]


def judge(case):
    gold = parse(case["gold"], extraction_config=configs)
    answer = parse(case["answer"], extraction_config=configs)
    return verify(gold, answer, float_rounding=case.get("precision", 6))


# The first comparison loads the parser.
judge({"gold": "$\\frac{1}{2}$", "answer": "$0.5$"})

for line in sys.stdin:
    start = time.process_time()
    try:
        equal = bool(judge(json.loads(line)))
    except Exception:
        equal = None
    print(json.dumps({"equal": equal, "seconds": time.process_time() - start}), flush=True)
