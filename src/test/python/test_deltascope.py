"""deltascope.py against a running server, whose address is in DELTASCOPE_URL."""

import doctest
import json
import os
import unittest
from unittest import mock

import numpy as np

import deltascope as ds

SMALL = dict(data="made", net="16-4-10", sample=1, batch=2)


def load_tests(loader, tests, pattern):
    tests.addTests(doctest.DocTestSuite(ds))
    tests.addTests(doctest.DocFileSuite("../../../docs/notebooks.md", encoding="utf-8"))
    return tests


def by_hand(walk):
    """The textbook's pass for tanh, written down once more."""
    a, z = {0: walk["a0"]}, {}
    depth = len(walk.scenario["net"].split("-")) - 1
    mine = {}
    for l in range(1, depth + 1):
        z[l] = walk[f"W{l}"] @ a[l - 1] + walk[f"b{l}"]
        a[l] = np.tanh(z[l])
        mine[f"z{l}"], mine[f"a{l}"] = z[l], a[l]
    y = np.where(np.arange(10)[:, None] == walk.label, 1.0, -1.0)
    mine["y"], mine["C"] = y, np.sum((a[depth] - y) ** 2)
    delta = 2 * (a[depth] - y) * (1 - a[depth] ** 2)
    for l in range(depth, 0, -1):
        mine[f"delta{l}"], mine[f"dW{l}"], mine[f"db{l}"] = delta, delta @ a[l - 1].T, delta
        if l > 1:
            delta = (walk[f"W{l}"].T @ delta) * (1 - a[l - 1] ** 2)
    return mine


class TheWalk(unittest.TestCase):
    def test_a_large_matrix_is_the_same_as_a_small_one_of_which_all_is_told(self):
        walk = ds.trace(data="made", net="784-30-10", batch=1)
        self.assertEqual((30, 784), walk["W1"].shape)
        np.testing.assert_allclose(walk["W1"] @ walk["a0"] + walk["b1"], walk["z1"], rtol=1e-12)
        np.testing.assert_allclose(walk["W1"] - 0.1 * walk["dW1"], walk["W1_new"], rtol=1e-12)

    def test_of_large_matrices_only_the_one_asked_for_is_fetched_and_only_once(self):
        walk = ds.trace(data="made", net="784-30-10", batch=1)
        with mock.patch.object(ds, "_ask", wraps=ds._ask) as asked:
            self.assertEqual((30, 1), walk["b1"].shape)
            self.assertEqual(0, asked.call_count)
            first = walk["W1"]
            first[:] = 0
            self.assertNotEqual(0, np.abs(walk["W1"]).max(), "each time a copy of its own")
            self.assertEqual(1, asked.call_count)

    def test_sums_are_told_before_they_are_reset(self):
        one, two = (ds.trace({**SMALL, "sample": sample}) for sample in (0, 1))
        np.testing.assert_allclose(one["dW1"] + two["dW1"], two["sumW1"], rtol=1e-12)
        self.assertFalse(two.step("reset", 1).result.any())
        self.assertNotIn("W1_new", one)
        self.assertIn("W1_new", two)

    def test_a_scenario_is_said_in_four_ways(self):
        query = "data=made&net=16-4-10&sample=1&batch=2"
        for scenario in (query, "?" + query, f"http://somewhere:7070/step?{query}&step=7&type=large#sum", SMALL):
            self.assertEqual(ds.trace(**SMALL).scenario, ds.trace(scenario).scenario)
        self.assertEqual(3, ds.trace(query, sample=3).scenario["sample"])
        self.assertEqual(
            ["error-sign", "gradient-ascent"],
            ds.trace(SMALL, bugs=["gradient-ascent", "error-sign"]).scenario["bugs"],
        )
        self.assertEqual(ds.trace(**SMALL).scenario, ds.trace(ds.trace(**SMALL).scenario).scenario)

    def test_a_digit_that_was_drawn_is_walked_by_its_page_s_address(self):
        walk = ds.trace("http://somewhere:7070/step?data=made&net=16-4-10&step=3&drawn=1.lBQDfw")
        self.assertEqual(1, walk.label)
        self.assertEqual("1.lBQDfw", walk.scenario["drawn"])
        self.assertNotEqual(0, np.abs(walk["a0"] - ds.trace(data="made", net="16-4-10")["a0"]).max())
        self.assertEqual({}, {name: 1 for name, made in by_hand(walk).items() if not np.allclose(made, walk[name])})

    def test_what_is_no_number_arrives_as_such(self):
        walk = ds.trace(data="made", net="784-4-10", init="normal", bugs="naive-exponentials,pixels-unscaled")
        self.assertTrue(np.isnan(walk["a1"]).any())
        self.assertTrue(np.isnan(walk["dW1"]).any())

    def test_a_program_that_stops_says_where(self):
        walk = ds.trace(data="made", net="16-4-10", bugs="weights-not-transposed")
        last = walk.steps[-1]
        self.assertEqual("hidden-error", last.equation)
        with self.assertRaisesRegex(ds.DeltascopeError, "gives nothing: .*shapes"):
            last.result
        self.assertNotIn("delta1", walk)

    def test_the_answer_is_the_largest_output(self):
        walk = ds.trace(data="made", net="16-4-10", sample=3)
        self.assertEqual(int(walk["a2"].argmax()), walk.predicted)
        self.assertEqual((28, 28), walk.pixels.shape)


class Refusals(unittest.TestCase):
    def test_what_the_server_refuses_is_one_sentence(self):
        with self.assertRaises(ds.DeltascopeError) as refused:
            ds.trace(data="made", batch=0)
        self.assertEqual("batch is 0, expected a whole number in 1…1024", str(refused.exception))
        self.assertEqual((400, "batch"), (refused.exception.status, refused.exception.parameter))

    def test_a_misspelt_parameter_is_not_swallowed(self):
        with self.assertRaisesRegex(ds.DeltascopeError, "nett is no parameter here"):
            ds.trace(nett="16-10")

    def test_a_training_that_cannot_be_is_refused(self):
        with self.assertRaisesRegex(ds.DeltascopeError, "epochs is 101"):
            ds.train(data="made", epochs=101)
        with self.assertRaisesRegex(ds.DeltascopeError, "shapes"):
            ds.train(data="made", net="16-3-10", epochs=1, limit=100, bugs="weights-not-transposed")

    def test_silence_says_how_to_start_the_app(self):
        with self.assertRaisesRegex(ds.DeltascopeError, "No Deltascope answers at http://localhost:9 .*./run"):
            ds.trace(server="http://localhost:9/")

    def test_the_server_is_the_arguments_then_the_environments_then_the_usual(self):
        with mock.patch.dict(os.environ, DELTASCOPE_URL="http://there:1/"):
            self.assertEqual("http://here:2", ds._server("http://here:2/"))
            self.assertEqual("http://there:1", ds._server(None))
        with mock.patch.dict(os.environ, DELTASCOPE_URL=""):
            self.assertEqual("http://localhost:7070", ds._server(None))


class Checking(unittest.TestCase):
    def test_a_textbook_pass_agrees_with_the_app(self):
        for net in ("16-4-10", "784-30-10", "49-8-8-10"):
            walk = ds.trace(data="made", net=net, sample=2)
            found = ds.check(by_hand(walk), walk.scenario)
            self.assertTrue(found, str(found))
            self.assertEqual([], found.bugs + found.begun)

    def test_every_bug_is_recognised_by_its_numbers(self):
        unseen = []
        for bug in json.loads(ds._ask(None, "/api/bugs", {})):
            scenario = dict(data="made", net="16-10-10-10", sample=4, batch=2, output="tanh")
            if "softmax" in bug["id"]:
                scenario.update(output="softmax", cost="cross-entropy", sample=5)
            if bug["id"] == "target-out-of-range":
                scenario.update(output="sigmoid")
            right, walk = ds.trace(scenario), ds.trace(scenario, bugs=bug["id"])
            found = ds.check({name: walk[name] for name in walk if name in right}, scenario)
            if found.agrees:
                unseen.append(bug["id"])
            else:
                self.assertIn(bug["id"], found.bugs, str(found))
        # In one walk from fresh weights these change no number: they are of examinations and trainings,
        # or what they do is only slow, or need what is not here.
        self.assertEqual(
            {
                "argmax-over-samples", "evaluation-shares-label-bug", "forward-recomputed",
                "naive-exponentials", "reinitialised-each-epoch", "test-scaled-differently",
            },
            set(unseen),
        )

    def test_the_first_in_the_order_of_the_pass_is_named_whatever_the_order_given(self):
        walk = ds.trace(**SMALL)
        mine = by_hand(walk)
        found = ds.check({"dW1": mine["dW1"], "delta1": mine["delta1"] + 1, "z1": mine["z1"]}, SMALL)
        self.assertEqual(["z1", "delta1", "dW1"], found.compared)
        self.assertEqual("delta1", found.first)
        self.assertEqual([], found.bugs)
        self.assertIn("No bug of the catalogue gives your numbers.", str(found))

    def test_two_bugs_at_once_are_told_by_the_first(self):
        walk = ds.trace(SMALL, bugs="error-sign,sum-not-mean")
        found = ds.check({name: walk[name] for name in ("a2", "delta2", "W1_new")}, SMALL)
        self.assertEqual(("delta2", [], ["error-sign"]), (found.first, found.bugs, found.begun))
        self.assertIn("As far as delta2 your numbers are those of error-sign", str(found))

    def test_rounding_is_no_difference_and_32_bits_are_named(self):
        walk = ds.trace(**SMALL)
        self.assertTrue(ds.check({"z1": walk["z1"] * (1 + 1e-13)}, SMALL))
        single = {"z1": walk["z1"].astype(np.float32)}
        self.assertIn("32 bits", str(ds.check(single, SMALL)))
        self.assertTrue(ds.check(single, SMALL, tolerance=1e-6))

    def test_a_wrong_shape_is_a_difference_and_said(self):
        walk = ds.trace(**SMALL)
        self.assertTrue(ds.check({"delta2": walk["delta2"].ravel(), "C": walk["C"].item()}, SMALL))
        self.assertIn("yours is 1 × 10, the app's 10 × 1", str(ds.check({"delta2": walk["delta2"].T}, SMALL)))

    def test_what_is_no_number_is_compared_too(self):
        walk = ds.trace(**SMALL)
        for strange in (np.nan, np.inf, -np.inf):
            mine = walk["z1"].copy()
            mine[2] = strange
            found = ds.check({"z1": mine}, SMALL)
            self.assertIn(f"z1[2, 0], yours {strange:g}", str(found))

    def test_a_bug_finds_the_trained_weights_of_the_textbook(self):
        trained = dict(data="made", net="16-4-10", epochs=1, limit=300, sample=1, batch=2)
        walk = ds.trace(trained)
        mine = by_hand(walk)
        self.assertTrue(ds.check(mine, trained))
        mine["delta1"] = walk["W2"].T @ walk["delta2"]
        mine["dW1"] = mine["delta1"] @ walk["a0"].T
        mine["db1"] = mine["delta1"]
        self.assertEqual(["hidden-slope-missing"], ds.check(mine, trained).bugs)

    def test_a_bug_that_needs_a_batch_before_is_found_there(self):
        scenario = {**SMALL, "sample": 3}
        gradients = [ds.trace({**SMALL, "sample": k})["dW2"] for k in range(4)]
        self.assertTrue(ds.check({"sumW2": gradients[2] + gradients[3]}, scenario))
        found = ds.check({"sumW2": sum(gradients)}, scenario)
        self.assertEqual(("sumW2", ["shared-buffer"]), (found.first, found.bugs))

    def test_a_name_that_is_none_and_work_without_bound_are_refused(self):
        with self.assertRaisesRegex(ds.DeltascopeError, "arrays is delta, expected one of .*delta2"):
            ds.check({"delta": 1}, SMALL)
        with self.assertRaisesRegex(ds.DeltascopeError, "net is 784-1024-10, expected at most 400000"):
            ds.check({"C": 1}, net="784-1024-10")
        with self.assertRaisesRegex(ds.DeltascopeError, "sample is 50000, expected .*learn=no"):
            ds.check({"C": 1}, data="made", sample=50000)
        self.assertFalse(ds.check({"C": 1}, data="made", sample=50000, learn=False))
        with self.assertRaisesRegex(ds.DeltascopeError, "arrays is empty"):
            ds.check({})


if __name__ == "__main__":
    unittest.main()
