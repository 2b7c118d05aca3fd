"""What this machine's arithmetic can do, for the bench: numpy's own product of two large matrices.

Prints the best of a few runs in billions of operations a second, multiplications and additions both
counted, in double precision.
"""

import time

import numpy as np

n = 1024
a, b = np.random.default_rng(1).normal(size=(2, n, n))
best = float("inf")
for _ in range(12):
    begun = time.perf_counter()
    a @ b
    best = min(best, time.perf_counter() - begun)

print(2 * n**3 / best / 1e9)
