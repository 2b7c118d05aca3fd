"""Epochs of a network as a student would write them in numpy, batched, for the bench to compare with.

    python3 epochs.py FOLDER 784-30-10 EPOCHS

FOLDER holds `pixels` (bytes, one digit of 784 after the other) and `labels` (bytes). tanh, squared
error, batches of 100, eta 0.1, double precision. Prints numpy's version and the seconds of each epoch.
"""

import sys
import time

import numpy as np

folder, net, epochs = sys.argv[1], [int(n) for n in sys.argv[2].split("-")], int(sys.argv[3])
eta, m = 0.1, 100
rng = np.random.default_rng(1)

pixels = np.fromfile(f"{folder}/pixels", np.uint8).reshape(-1, net[0]) / 255
labels = np.fromfile(f"{folder}/labels", np.uint8)
targets = np.where(labels[:, None] == np.arange(10), 1.0, -1.0)
W = [None] + [rng.normal(0, n_in**-0.5, (n, n_in)) for n_in, n in zip(net, net[1:])]
b = [None] + [np.zeros((n, 1)) for n in net[1:]]
L = len(net) - 1

seconds = []
for _ in range(epochs):
    begun = time.perf_counter()
    order = rng.permutation(len(labels))
    for start in range(0, len(order), m):
        batch = order[start : start + m]
        a = [pixels[batch].T] + [None] * L
        y = targets[batch].T
        for l in range(1, L + 1):
            a[l] = np.tanh(W[l] @ a[l - 1] + b[l])
        delta = 2 * (a[L] - y) * (1 - a[L] ** 2)
        for l in range(L, 0, -1):
            dW = delta @ a[l - 1].T
            db = delta.sum(axis=1, keepdims=True)
            if l > 1:
                delta = (W[l].T @ delta) * (1 - a[l - 1] ** 2)
            W[l] -= eta / len(batch) * dW
            b[l] -= eta / len(batch) * db
    seconds.append(time.perf_counter() - begun)

print(np.__version__, *seconds)
