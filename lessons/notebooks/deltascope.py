"""Every number of a running Deltascope, for notebooks: ``import deltascope as ds``.

Start the app with ``./run``. Where it does not listen at http://localhost:7070, say where it does, in
the environment's ``DELTASCOPE_URL`` or with ``server=`` in any call.

>>> import deltascope as ds
>>> walk = ds.trace(data="made", net="16-3-10")
>>> walk.label, walk["W1"].shape, walk["z1"].shape
(0, (3, 16), (3, 1))
>>> np.allclose(walk["W1"] @ walk["a0"] + walk["b1"], walk["z1"])
True

A scenario is said as in the app's addresses: by its parameters (``data="made", net="16-3-10"``), by the
query, or by the whole address of the page you are looking at. What belongs to the page alone, such as
``step=7``, is left out.

>>> ds.tensor("z1", "http://anywhere/step?data=made&net=16-3-10&step=2").shape
(3, 1)

Matrices are numpy arrays with a column per sample, named as on the pages: ``a0``, ``y``, ``W1``,
``b1``, ``z1``, ``a1``, ``slope1``, ``C``, ``delta1``, ``dW1``, ``db1``, ``sumW1``, ``sumb1``.
``W1`` is what the pass ran with, ``W1_new`` what its update made of it; ``sumW1`` is what has been
added up, before the reset. What the server refuses is a :class:`DeltascopeError`, in one sentence.

Needs Python 3.8 and numpy, and nothing else.
"""

from __future__ import annotations

import io
import json
import os
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple, Union

import numpy as np

__all__ = [
    "DeltascopeError", "Epoch", "Step", "Trace", "Training", "Verdict",
    "check", "reveal", "tensor", "trace", "train",
]

DEFAULT_SERVER = "http://localhost:7070"

Scenario = Union[str, Mapping[str, Any]]
"""A query, a page's address, or parameters by name."""

_NAMES = frozenset(
    "data split net activation output cost init seed eta batch epochs batches limit learn bugs"
    " sample drawn mystery walked".split()
)
_PATIENCE = 600.0


class DeltascopeError(Exception):
    """What went wrong, in one sentence; ``status`` and ``parameter`` where the server said them."""

    def __init__(self, sentence: str, status: Optional[int] = None, parameter: Optional[str] = None):
        super().__init__(sentence)
        self.status = status
        self.parameter = parameter


# --- The server ---------------------------------------------------------------------------------


def _server(server: Optional[str]) -> str:
    return (server or os.environ.get("DELTASCOPE_URL") or DEFAULT_SERVER).rstrip("/")


def _query(scenario: Scenario, parameters: Mapping[str, Any]) -> Dict[str, str]:
    if isinstance(scenario, str):
        text = scenario.split("#")[0]
        given = urllib.parse.parse_qsl(text.rpartition("?")[2] if "?" in text or "=" in text else "")
        query = {name: value for name, value in given if name in _NAMES}
    else:
        query = {name: _text(value) for name, value in scenario.items()}
    query.update((name, _text(value)) for name, value in parameters.items())
    return query


def _text(value: Any) -> str:
    """As in an address: lists joined by commas, yes and no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ",".join(map(str, value))
    return str(value)


def _ask(server: Optional[str], path: str, query: Mapping[str, str], body: Any = None) -> bytes:
    address = f"{_server(server)}{path}?{urllib.parse.urlencode(query)}"
    request = urllib.request.Request(address, headers={"Accept": "application/json, */*"})
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            return answer.read()
    except urllib.error.HTTPError as refusal:
        raise _problem(refusal) from None
    except (urllib.error.URLError, OSError) as silence:
        reason = getattr(silence, "reason", silence)
        raise DeltascopeError(
            f"No Deltascope answers at {_server(server)} ({reason}): start it with ./run, or say where"
            " it is in DELTASCOPE_URL."
        ) from None


def _problem(refusal: urllib.error.HTTPError) -> DeltascopeError:
    try:
        problem = json.loads(refusal.read())
        return DeltascopeError(problem["detail"], refusal.code, problem.get("parameter"))
    except (ValueError, KeyError, TypeError):
        return DeltascopeError(f"{refusal.url} answers {refusal.code} {refusal.reason}.", refusal.code)


def _number(value: Any) -> float:
    """Of a number, or of "NaN", "Infinity", "-Infinity" as JSON has them."""
    return float(value)


# --- A walk -------------------------------------------------------------------------------------


class Step:
    """One step of a walk.

    >>> step = trace(data="made", net="16-3-10", bugs="error-sign").step("output-error")
    >>> step.bugs, step.result.shape, sorted(step.operands)
    (['error-sign'], (10, 1), ['a2', 'slope2', 'y'])
    >>> np.array_equal(step.result, -step.expected)
    True
    """

    def __init__(self, trace: "Trace", document: Mapping[str, Any]):
        self._trace = trace
        self._document = document
        self.index: int = document["step"]
        self.phase: str = document["phase"]
        self.layer: Optional[int] = document.get("layer")
        self.equation: str = document["equation"]
        self.textbook: str = document["textbook"]  #: LaTeX of the textbook's equation
        self.formula: str = document["formula"]  #: LaTeX of what ran
        self.bugs: List[str] = document["bugs"]  #: ids of those that act in this step
        self.error: Optional[str] = document.get("error")  #: why the program stops here

    @property
    def name(self) -> Optional[str]:
        """The name that the result is given; None where the program stops."""
        result = self._document.get("result")
        return result["name"] if result else None

    @property
    def result(self) -> np.ndarray:
        return self._array(self._document.get("result"), "result")

    @property
    def expected(self) -> np.ndarray:
        """What the textbook's equation gives for the same operands."""
        expected = self._document.get("expected")
        return self.result if expected is None else self._array(expected, "expected")

    @property
    def operands(self) -> Dict[str, np.ndarray]:
        """What the step read, as it was then, by name."""
        return {
            operand["name"]: self._array(operand, "operand")
            for operand in self._document["operands"]
        }

    def _operand(self, name: str) -> np.ndarray:
        """One of them alone: the others may be large."""
        known = {operand["name"]: operand for operand in self._document["operands"]}
        return self._array(known[name], "operand")

    def _array(self, document: Optional[Mapping[str, Any]], which: str) -> np.ndarray:
        if document is None:
            raise DeltascopeError(f"Step {self.index} gives nothing: {self.error}")
        shape = document["rows"], document["cols"]
        if "values" in document:
            return np.array([_number(value) for value in document["values"]]).reshape(shape)
        return self._trace._whole(self.index, document["name"], which)

    def __repr__(self) -> str:
        layer = "" if self.layer is None else f", layer {self.layer}"
        bugs = f", {' and '.join(self.bugs)} acting" if self.bugs else ""
        return f"<step {self.index}: {self.equation}{layer}{bugs}>"


class Trace:
    """One sample's whole pass: a list of steps, and ``walk["delta2"]`` for a matrix by its name.

    >>> walk = trace(data="made", net="16-3-10", batch=1)
    >>> len(walk.steps), walk.steps[2]
    (25, <step 2: weighted-sum, layer 1>)
    >>> walk.pixels.shape, walk.steps[0].operands["pixels"].shape
    ((28, 28), (16, 1))
    >>> np.allclose(walk["W1"] - 0.1 * walk["sumW1"], walk["W1_new"])
    True
    >>> walk["W7"]
    Traceback (most recent call last):
    ...
    deltascope.DeltascopeError: W7 is met nowhere in this pass, which has pixels, a0, label, y, W1, b1, \
z1, a1, W2, b2, z2, a2, C, slope2, delta2, dW2, db2, slope1, delta1, dW1, db1, sumW1, sumb1, sumW2, sumb2, \
W1_new, b1_new, W2_new, b2_new, zeroW1, zerob1, zeroW2, zerob2
    """

    def __init__(self, document: Mapping[str, Any], query: Mapping[str, str], server: Optional[str]):
        self._query = query
        self._server = server
        self.scenario: Dict[str, Any] = document["scenario"]  #: every parameter, resolved
        self.sample: Dict[str, Any] = document["sample"]
        self.label: int = self.sample["label"]
        self.steps: List[Step] = [Step(self, step) for step in document["steps"]]
        self._places = self._met()
        self._fetched: Dict[Tuple[int, str, str], np.ndarray] = {}

    @property
    def pixels(self) -> np.ndarray:
        """The picture, 28 × 28, 0 (paper) to 255 (ink)."""
        return np.array(self.sample["pixels"]).reshape(28, 28)

    @property
    def eta(self) -> float:
        return float(self.scenario["eta"])

    @property
    def batch(self) -> int:
        """How many samples this sample's batch has."""
        return int(self.sample["batchSize"])

    @property
    def predicted(self) -> int:
        """The unit with the largest output."""
        depth = len(self.scenario["net"].split("-")) - 1
        return int(np.argmax(self[f"a{depth}"]))

    def step(self, equation: str, layer: Optional[int] = None) -> Step:
        """The first step of that equation, and of that layer where one is named."""
        for step in self.steps:
            if step.equation == equation and layer in (None, step.layer):
                return step
        where = "" if layer is None else f" in layer {layer}"
        known = ", ".join(dict.fromkeys(step.equation for step in self.steps))
        raise DeltascopeError(f"This pass has no {equation}{where}; it has {known}")

    def __getitem__(self, name: str) -> np.ndarray:
        if name not in self._places:
            names = ", ".join(self._places)
            raise DeltascopeError(f"{name} is met nowhere in this pass, which has {names}")
        step, which = self._places[name]
        return step.result if which == "result" else step._operand(name)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        """The names of all matrices, in the order in which the pass meets them."""
        return iter(self._places)

    def _met(self) -> Dict[str, Tuple[Step, str]]:
        met: Dict[str, Tuple[Step, str]] = {}
        for step in self.steps:
            for operand in step._document["operands"]:
                if not operand["name"].startswith("sum"):
                    met.setdefault(operand["name"], (step, "operand"))
            if step.name and step.equation != "reset":
                new = "_new" if step.phase == "update" else ""
                met.setdefault(step.name + new, (step, "result"))
        return met

    def _whole(self, step: int, name: str, which: str) -> np.ndarray:
        """A large matrix, fetched once; each time another copy, for it may be written to."""
        key = step, name, which
        if key not in self._fetched:
            query = {**self._query, "step": str(step), "name": name, "which": which}
            answer = _ask(self._server, "/api/tensor.npy", query)
            self._fetched[key] = np.load(io.BytesIO(answer))
        return self._fetched[key].copy()

    def __repr__(self) -> str:
        which = " ".join(f"{key}={self.scenario[key]}" for key in ("data", "net", "sample"))
        return f"<{which}: a {self.label}, {len(self.steps)} steps>"


def trace(scenario: Scenario = "", *, server: Optional[str] = None, **parameters: Any) -> Trace:
    """One sample's whole pass. Large matrices are fetched when they are asked for.

    >>> trace(data="made", net="16-3-10", sample=4)
    <data=made net=16-3-10 sample=4: a 7, 17 steps>
    >>> trace(data="made", net="16-3-9")
    Traceback (most recent call last):
    ...
    deltascope.DeltascopeError: net is 16-3-9, expected 10 units last, one per digit
    """
    query = _query(scenario, parameters)
    return Trace(json.loads(_ask(server, "/api/trace", query)), query, server)


def tensor(
    name: str, scenario: Scenario = "", *, server: Optional[str] = None, **parameters: Any
) -> np.ndarray:
    """One matrix of a pass, by its name. Who wants several asks :func:`trace` once.

    >>> tensor("delta1", data="made", net="784-30-10").shape
    (30, 1)
    """
    return trace(scenario, server=server, **parameters)[name]


# --- A training ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Epoch:
    """How a network was doing at an epoch's end; epoch 0 is before training."""

    epoch: int
    test_accuracy: float  #: percent
    test_cost: float  #: mean per sample
    train_cost: float
    predicted: Tuple[int, ...]  #: how often each digit was the answer
    seconds: float


@dataclass(frozen=True)
class Training:
    """A training, epoch by epoch."""

    scenario: Dict[str, Any]
    epochs: List[Epoch]

    @property
    def accuracy(self) -> np.ndarray:
        """Test accuracy in percent, before training and after each epoch."""
        return np.array([epoch.test_accuracy for epoch in self.epochs])

    @property
    def cost(self) -> np.ndarray:
        """Mean test cost of a sample, before training and after each epoch."""
        return np.array([epoch.test_cost for epoch in self.epochs])


def train(scenario: Scenario = "", *, server: Optional[str] = None, **parameters: Any) -> Training:
    """Trains in the app, and waits for the end. ``limit`` takes the first so many samples.

    >>> run = train(data="made", net="16-3-10", epochs=1, limit=500)
    >>> len(run.epochs), sum(run.epochs[1].predicted) > 0
    (2, True)
    """
    document = json.loads(_ask(server, "/api/train", _query(scenario, parameters)))
    if document.get("state", "done") != "done":
        problem = document.get("problem") or {}
        raise DeltascopeError(
            problem.get("detail", f"The training has {document['state']}."), problem.get("status")
        )
    epochs = [
        Epoch(
            epoch["epoch"],
            _number(epoch["testAccuracy"]),
            _number(epoch["testCost"]),
            _number(epoch["trainCost"]),
            tuple(epoch["predicted"]),
            _number(epoch["seconds"]),
        )
        for epoch in document["epochs"]
    ]
    return Training(document["scenario"], epochs)


# --- Your guesses -------------------------------------------------------------------------------


def reveal(guess: Any, value: Any, within: float = 0.0) -> str:
    """What it is, beside what you said it would be; ``...`` is no guess.

    >>> print(reveal(0.4, 0.42, within=0.05))
    It is 0.42. You said 0.4: right.
    >>> print(reveal((16, 3), (3, 16)))
    It is (3, 16). You said (16, 3): no.
    >>> print(reveal([3, 16], (3, 16)))
    It is (3, 16). You said [3, 16]: right.
    >>> print(reveal(..., "z1"))
    It is z1.
    """
    shown = f"{value:.4g}" if isinstance(value, float) else str(value)
    if guess is ...:
        return _Sentence(f"It is {shown}.")
    try:
        right = bool(abs(guess - value) <= within)
    except TypeError:
        right = _pair(guess) == _pair(value)
    return _Sentence(f"It is {shown}. You said {guess}: {'right' if right else 'no'}.")


def _pair(value: Any) -> Any:
    """A list as the tuple of the same things: a pair is right in either pair of brackets."""
    return tuple(map(_pair, value)) if isinstance(value, (list, tuple)) else value


class _Sentence(str):
    """A text that a notebook shows without quotation marks."""

    __repr__ = str.__str__


# --- Your own numbers ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Verdict:
    """What :func:`check` found. It counts as true where everything agrees."""

    agrees: bool
    compared: List[str]  #: the names you gave, in the order of the pass
    first: Optional[str]  #: the first that differs
    bugs: List[str]  #: each of them alone gives exactly your numbers
    begun: List[str]  #: each of them gives the first that differs, and not all
    sentences: List[str] = field(repr=False)
    document: Dict[str, Any] = field(repr=False)  #: the server's whole answer

    def __bool__(self) -> bool:
        return self.agrees

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    __repr__ = __str__


def check(
    mine: Mapping[str, Any],
    scenario: Scenario = "",
    *,
    tolerance: float = 1e-9,
    server: Optional[str] = None,
    **parameters: Any,
) -> Verdict:
    """Compares your arrays with the app's, by their names, in the order of the pass.

    Names the first that differs and, where it is in the catalogue, the bug that gives exactly your
    numbers. ``tolerance`` is how far an entry may be off, as a part of the matrix's largest: sums
    taken in another order differ by some 1e-15, programs in 32 bits by 1e-7.

    >>> walk = trace(data="made", net="16-3-10")
    >>> z1 = walk["W1"] @ walk["a0"] + walk["b1"]
    >>> check({"z1": z1, "a1": np.tanh(z1)}, walk.scenario)
    All 2 agree: z1, a1.
    >>> check({"z1": z1, "delta2": -walk["delta2"]}, walk.scenario)
    1 agrees: z1.
    delta2 is the first that differs (step 7, output-error, layer 2): furthest off is delta2[9, 0], yours \
-2.338, the app's 2.338.
    Exactly your numbers come from “Error with the wrong sign” (error-sign): The output's error is target \
minus output, and every update climbs the cost.
    """
    arrays = {name: np.asarray(value, dtype=float).tolist() for name, value in mine.items()}
    query = _query(scenario, parameters)
    body = {"arrays": arrays, "tolerance": tolerance}
    found = json.loads(_ask(server, "/api/check-arrays", query, body))
    first = found.get("firstDifference")
    return Verdict(
        found["agrees"],
        found["compared"],
        first["name"] if first else None,
        [bug["id"] for bug in found["bugs"]],
        [bug["id"] for bug in found["begun"]],
        _sentences(found),
        found,
    )


def _sentences(found: Mapping[str, Any]) -> List[str]:
    compared = found["compared"]
    if found["agrees"]:
        many = f"All {len(compared)} agree" if len(compared) > 1 else "It agrees"
        return [f"{many}: {', '.join(compared)}."]
    first = found["firstDifference"]
    before = compared[: compared.index(first["name"])]
    sentences = []
    if before:
        agree = "agree" if len(before) > 1 else "agrees"
        sentences.append(f"{len(before)} {agree}: {', '.join(before)}.")
    layer = f", layer {first['layer']}" if "layer" in first else ""
    what = f"{first['name']} is the first that differs (step {first['step']}, {first['equation']}{layer}): "
    if "row" in first:
        cell = f"{first['name']}[{first['row']}, {first['col']}]"
        yours, theirs = _number(first["yours"]), _number(first["expected"])
        # As many digits as it takes to tell them apart.
        digits = next((d for d in (4, 8, 12) if f"{yours:.{d}g}" != f"{theirs:.{d}g}"), 17)
        what += f"furthest off is {cell}, yours {yours:.{digits}g}, the app's {theirs:.{digits}g}."
        if _number(first["distance"]) < 1e-5:
            what += " So small a difference comes from numbers of 32 bits, or from a constant cut short."
    else:
        mine, its = (" × ".join(map(str, first[key])) for key in ("shape", "expectedShape"))
        what += f"yours is {mine}, the app's {its}."
    sentences.append(what)
    sentences.extend(_suspects(found))
    return sentences


def _suspects(found: Mapping[str, Any]) -> List[str]:
    told = [f"“{bug['title']}” ({bug['id']}): {bug['says']}" for bug in found["bugs"]]
    if told:
        return ["Exactly your numbers come from " + "\n  and from ".join(told)]
    begun = ", ".join(bug["id"] for bug in found["begun"])
    if begun:
        here = found["firstDifference"]["name"]
        return [f"As far as {here} your numbers are those of {begun}, and further on they are not."]
    return ["No bug of the catalogue gives your numbers."]
