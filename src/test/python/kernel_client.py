"""The Java kernel, asked by Jupyter's own client."""

import json
import os
import pathlib
import queue
import signal
import subprocess
import tempfile
import unittest

from jupyter_client.manager import start_new_kernel

LATEST = 60


class TheKernel(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # What runs in the background of a shell ignores Ctrl-C, and so would the kernel, which inherits it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        cls.manager, cls.client = start_new_kernel(kernel_name="deltascope", startup_timeout=LATEST)

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel(now=False)
        assert not cls.manager.is_alive()

    def run_cell(self, code):
        """Reply and what was told meanwhile, as (type, content)."""
        told = []
        reply = self.client.execute_interactive(
            code,
            timeout=LATEST,
            output_hook=lambda message: told.append((message["msg_type"], message["content"])),
        )
        return reply["content"], [one for one in told if one[0] not in ("status", "execute_input")]

    def value(self, code):
        reply, told = self.run_cell(code)
        self.assertEqual("ok", reply["status"], reply)
        return next(content["data"] for kind, content in told if kind == "execute_result")

    def in_time(self, get):
        """What comes next; where nothing does, what the kernel's threads do instead."""
        try:
            return get(timeout=LATEST)
        except queue.Empty:
            kernel = str(self.manager.provisioner.pid)
            self.fail(subprocess.run(["jstack", kernel], capture_output=True, text=True).stdout)

    def reply_to(self, asked):
        while True:
            reply = self.in_time(self.client.get_shell_msg)
            if reply["parent_header"].get("msg_id") == asked:
                return reply["content"]

    def wait_for(self, kind, text):
        while True:
            message = self.in_time(self.client.get_iopub_msg)
            if message["msg_type"] == kind and text in str(message["content"]):
                return

    def test_it_says_what_it_is(self):
        info = self.reply_to(self.client.kernel_info())
        self.assertEqual("5.3", info["protocol_version"])
        self.assertEqual("java", info["language_info"]["name"])

    def test_a_cell_prints_shows_and_has_a_value(self):
        reply, told = self.run_cell(
            'System.out.print("δ");\nSystem.err.println("err");\nshow(Matrix.column(1, -1));\n'
            'System.out.println("after");\n6 * 7'
        )
        self.assertEqual("ok", reply["status"])
        self.assertEqual(
            ["stream", "stream", "display_data", "stream", "execute_result"], [kind for kind, _ in told]
        )
        self.assertEqual({"name": "stdout", "text": "δ"}, told[0][1])
        self.assertEqual({"name": "stderr", "text": "err\n"}, told[1][1])
        self.assertIn("image/png", told[2][1]["data"])
        self.assertEqual("42", told[4][1]["data"]["text/plain"])

    def test_an_error_is_told_and_the_count_goes_on(self):
        before = self.run_cell("1")[0]["execution_count"]
        reply, told = self.run_cell("int[] none = {};\nnone[1]")
        self.assertEqual("error", reply["status"])
        self.assertEqual(before + 1, reply["execution_count"])
        self.assertEqual("java.lang.ArrayIndexOutOfBoundsException", told[-1][1]["ename"])
        self.assertEqual(told[-1][1]["traceback"], reply["traceback"])

    def test_a_value_that_cannot_be_shown_is_an_error_and_the_next_cell_runs(self):
        reply, told = self.run_cell(
            "class Shy { int asked; public String toString() {\n"
            '  if (asked++ > 0) throw new IllegalStateException("not twice");\n'
            '  return "shy"; } }\nnew Shy()'
        )
        self.assertEqual("error", reply["status"], reply)
        self.assertEqual("java.lang.IllegalStateException", reply["ename"])
        self.assertEqual("not twice", reply["evalue"])
        self.assertEqual("error", told[-1][0])
        self.assertEqual(reply["traceback"], told[-1][1]["traceback"])
        endless = self.run_cell(
            "class Deep { int asked; public String toString() {\n"
            '  return asked++ == 0 ? "deep" : toString(); } }\nnew Deep()'
        )[0]
        self.assertEqual("java.lang.StackOverflowError", endless["ename"], endless)
        self.assertEqual("2", self.value("1 + 1")["text/plain"])

    def test_what_waits_behind_an_error_is_not_run(self):
        self.run_cell("int touched = 0;")
        with tempfile.TemporaryDirectory() as folder:
            asked = pathlib.Path(folder, "asked")
            there = f"java.nio.file.Files.exists(java.nio.file.Path.of({json.dumps(str(asked))}))"
            failing = self.client.execute(
                f'while (!{there}) Thread.onSpinWait();\nthrow new RuntimeException("stop");'
            )
            waiting = self.client.execute("touched = 1;")
            self.everything_sent_has_come()
            asked.touch()
            self.assertEqual("error", self.reply_to(failing)["status"])
        self.assertEqual("aborted", self.reply_to(waiting)["status"])
        self.assertEqual("0", self.value("touched")["text/plain"])

    def everything_sent_has_come(self):
        """What is asked by the way that passes a running cell is answered after what was sent before."""
        self.client.control_channel.send(self.client.session.msg("kernel_info_request", {}))
        self.assertEqual("kernel_info_reply", self.client.get_control_msg(timeout=LATEST)["msg_type"])

    def test_what_is_asked_in_answer_to_an_error_is_run(self):
        for count in range(50):
            self.assertEqual("error", self.reply_to(self.client.execute("throw new Error();"))["status"])
            self.assertEqual("ok", self.reply_to(self.client.execute(f"{count}"))["status"])

    def test_the_engine_is_called_directly(self):
        data = self.value('Walked w = walk("data=made&net=16-3-10");\nw.get("W1")')
        self.assertTrue(data["text/plain"].startswith("3 × 16"))
        self.assertIn("error-sign", self.value('w.check(Map.of("delta2", w.get("delta2").scaled(-1)))')["text/plain"])

    def test_completions_count_letters_and_not_chars(self):
        self.run_cell("int longNameOfMine = 1;")
        code = 'String s = "\U0001d6ff"; longName'
        found = self.reply_to(self.client.complete(code, len(code)))
        self.assertEqual(["longNameOfMine"], found["matches"])
        self.assertEqual(("longName", len(code)), (code[found["cursor_start"]:], found["cursor_end"]))
        self.assertEqual("incomplete", self.reply_to(self.client.is_complete("int f() {"))["status"])
        self.assertEqual([], self.reply_to(self.client.history())["history"])
        self.assertEqual({}, self.reply_to(self.client.comm_info())["comms"])

    def test_a_name_says_what_it_stands_for(self):
        self.run_cell("Matrix asked = Matrix.column(1, 2);")
        found = self.reply_to(self.client.inspect("/* \U0001d6ff */ asked.rows()", 14))
        self.assertEqual({"text/plain": "int Matrix.rows()"}, found["data"])
        self.assertFalse(self.reply_to(self.client.inspect("nobodyKnowsThis"))["found"])

    def interrupted_by(self, interrupt):
        endless = self.client.execute(
            'int state = 77;\nSystem.out.println("endless now");\nwhile (true) { state = 77; }'
        )
        self.wait_for("stream", "endless now")
        interrupt()
        reply = self.reply_to(endless)
        # The snippet that prints may not have ended yet; then the loop has not begun, nor will it.
        self.assertEqual(("error", "Interrupted"), (reply["status"], reply["ename"]))
        self.assertEqual("77", self.value("state")["text/plain"])

    def test_an_interrupt_stops_a_runaway_loop_and_what_was_there_stays(self):
        self.interrupted_by(self.manager.interrupt_kernel)

    def test_ctrl_c_in_jupyters_terminal_does_the_same_and_leaves_an_idle_kernel_alone(self):
        process = self.manager.provisioner.pid
        self.interrupted_by(lambda: os.kill(process, signal.SIGINT))
        os.kill(process, signal.SIGINT)
        # The signal may arrive when the next cell runs already; then it is that one's, and no other's.
        first = self.run_cell("1 + 1")[0]
        self.assertIn((first["status"], first.get("ename")), [("ok", None), ("error", "Interrupted")])
        self.assertEqual("2", self.value("1 + 1")["text/plain"])

    def test_a_restart_forgets(self):
        self.run_cell("int forgotten = 1;")
        self.manager.restart_kernel(now=False)
        self.client.wait_for_ready(timeout=LATEST)
        self.assertEqual("error", self.run_cell("forgotten")[0]["status"])
        self.assertEqual("3", self.value("1 + 2")["text/plain"])


if __name__ == "__main__":
    unittest.main()
