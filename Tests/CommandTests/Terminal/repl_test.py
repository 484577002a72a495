#!/usr/bin/env python3
"""What `charley` does at a real terminal (pexpect). Run by TerminalTests.swift; by hand:
CHARLEY=.build/debug/charley CHARLEY_INTENTS=Intents python3 Tests/CommandTests/Terminal/repl_test.py [-v] [Test]"""

import os
import select
import shutil
import signal
import stat
import subprocess
import tempfile
import termios
import time
import unittest

import pexpect

CHARLEY = os.environ["CHARLEY"]
PROMPT = b"you> "
GREETING = b"I am charley"
GOODBYE = b"Take care"
HELP = b"/reset"
MESSAGE = "my calf knots up at night"
ANSWER = b"one leg different"
SECONDS = 60  # a debug build loads for some


class ReplTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="charley-repl-")
        self.history = os.path.join(self.folder, "state", "history")
        self.children = []

    def tearDown(self):
        for child in self.children:
            child.close(force=True)
        shutil.rmtree(self.folder)

    def environment(self, **extra):
        kept = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        kept.update(TERM="xterm-256color", LC_ALL="C.UTF-8", INPUTRC="/dev/null", SWIFT_BACKTRACE="enable=no")
        kept.update(HOME=self.folder, **extra)
        return kept

    def start(self, *options, wait=True, **extra):
        child = pexpect.spawn(CHARLEY, list(options), env=self.environment(**extra), dimensions=(24, 80), timeout=SECONDS)
        child.delaybeforesend = 0.02
        self.children.append(child)
        if wait:
            child.expect_exact(PROMPT.strip())
        return child

    def ask(self, child, line, answer):
        child.send(line + "\r")
        child.expect(answer)
        child.expect_exact(PROMPT.strip())

    def leave(self, child, by="\x04"):
        child.send(by)
        child.expect_exact(GOODBYE)
        child.expect(pexpect.EOF)
        child.close()
        self.assertEqual((child.exitstatus, child.signalstatus), (0, None))

    def test_a_conversation(self):
        child = self.start(wait=False)
        child.expect_exact(GREETING)
        child.expect_exact(PROMPT.strip())
        self.assertIn(b"\x1b[1;", child.before + child.buffer + child.after)
        self.ask(child, MESSAGE, ANSWER)
        self.ask(child, "no", rb"\?")
        self.ask(child, "/facts", rb"calf")
        self.ask(child, "", rb"\w+ \w+")
        self.leave(child)

    def test_quit(self):
        child = self.start()
        self.leave(child, by="/quit\r")

    def test_an_emergency_ends_with_zero(self):
        child = self.start("--region", "GB")
        self.ask(child, "I can't pee and my back is agony", rb"999")
        self.leave(child)

    def test_tab_completes_commands_and_nothing_else(self):
        child = self.start()
        child.send("/hel\t\r")
        child.expect_exact(HELP)
        child.expect_exact(PROMPT.strip())
        for name in [b"/why", b"/facts", b"/source", b"/about", b"/reset", b"/quit"]:
            child.send(name[:3].decode() + "\t")
            child.expect_exact(name)
            child.send("\x15")
        child.send("my /et\t\x15")
        self.ask(child, "/about", b"not a doctor")
        self.assertNotIn(b"/etc", child.before)
        self.leave(child)

    def test_control_c_cancels_the_line_and_keeps_the_session(self):
        child = self.start()
        self.ask(child, MESSAGE, ANSWER)
        child.send("I can't pee")
        child.expect_exact("I can't pee")
        child.send("\x03")
        child.expect_exact(PROMPT.strip())
        child.send("\x03")
        child.expect_exact(PROMPT.strip())
        self.ask(child, "/facts", rb"calf")
        self.assertNotIn(b"pee", child.before)
        self.leave(child)

    def test_history_keeps_commands_only_for_its_owner(self):
        child = self.start("--history", self.history)
        self.ask(child, "/facts", rb"\w+ \w+")
        self.ask(child, MESSAGE, ANSWER)
        child.send("\x1b[A")
        child.expect_exact("/facts")
        child.send("\x15")
        self.leave(child)
        self.assertEqual(stat.S_IMODE(os.stat(self.history).st_mode), 0o600)
        with open(self.history) as file:
            self.assertEqual(file.read(), "/facts\n")
        child = self.start("--history", self.history, "--keep-messages")
        child.send("\x1b[A\r")
        child.expect_exact(PROMPT.strip())
        self.ask(child, MESSAGE, ANSWER)
        self.leave(child)
        self.assertEqual(stat.S_IMODE(os.stat(self.history).st_mode), 0o600)
        with open(self.history) as file:
            self.assertEqual(file.read().splitlines()[-1], MESSAGE)

    def test_by_default_no_word_stays_on_disk(self):
        child = self.start()
        self.ask(child, MESSAGE, ANSWER)
        self.leave(child)
        for folder, _, files in os.walk(self.folder):
            for name in files:
                with open(os.path.join(folder, name), "rb") as file:
                    self.assertNotIn(b"calf", file.read())

    def test_no_color(self):
        child = self.start(NO_COLOR="1")
        self.assertNotIn(b"\x1b[1;", child.before + child.after)
        self.ask(child, MESSAGE, ANSWER)
        self.assertNotRegex(child.before, rb"\x1b\[[0-9;]*m")
        self.leave(child)

    def test_a_pasted_escape_is_not_sent_back(self):
        child = self.start(NO_COLOR="1")
        # Ctrl-V takes the next key as it is.
        child.send("/no\x16\x1b[31mred\x16\x1b]0;owned\x16\x07\r")
        child.expect_exact("/help")
        child.expect_exact(PROMPT.strip())
        self.assertNotIn(b"\x1b[31m", child.before)
        child.send("my\x16\x1b[31m calf\x16\x1b]0;owned\x16\x07 \x16\x1b[2J in a knot\r")
        child.expect(ANSWER)
        child.expect_exact(PROMPT.strip())
        self.ask(child, "/facts", rb"calf")
        for sequence in [b"\x1b[31m", b"\x1b]0;", b"\x1b[2J", b"\x07"]:
            self.assertNotIn(sequence, child.before)
        self.leave(child)

    def test_resizing_wraps_anew(self):
        child = self.start(NO_COLOR="1")
        for columns in [50, 80]:
            child.setwinsize(24, columns)
            time.sleep(0.3)
            child.send("/help\r")
            child.expect_exact("/help\r\n")
            child.expect_exact(PROMPT.strip())
            longest = max(len(line) for line in child.before.decode().split("\r\n"))
            self.assertLessEqual(longest, columns)
            self.assertGreater(longest, columns - 15)
        self.ask(child, MESSAGE, ANSWER)
        self.leave(child)

    def read_until(self, descriptor, wanted):
        seen = b""
        while wanted not in seen:
            self.assertTrue(select.select([descriptor], [], [], SECONDS)[0], seen)
            seen += os.read(descriptor, 4096)

    def test_sigterm_leaves_a_sane_terminal(self):
        master, slave = os.openpty()
        untouched = termios.tcgetattr(slave)
        program = subprocess.Popen(
            [CHARLEY], stdin=slave, stdout=slave, stderr=slave, env=self.environment(), start_new_session=True)
        self.read_until(master, PROMPT.strip())
        os.write(master, b"half")
        self.read_until(master, b"half")
        self.assertNotEqual(termios.tcgetattr(slave), untouched)
        program.send_signal(signal.SIGTERM)
        self.assertEqual(program.wait(SECONDS), 128 + signal.SIGTERM)
        self.assertEqual(termios.tcgetattr(slave), untouched)
        os.close(master)
        os.close(slave)

    def test_broken_knowledge_is_told_before_the_first_prompt(self):
        child = self.start("--intents", "/nowhere/Intents", wait=False)
        child.expect(pexpect.EOF)
        child.close()
        self.assertEqual(child.exitstatus, 2)
        self.assertIn(b"/nowhere/Intents", child.before)
        self.assertNotIn(PROMPT.strip(), child.before)

    def test_a_terminal_at_one_end_only_is_a_pipe(self):
        child = pexpect.spawn("/bin/sh", ["-c", f"'{CHARLEY}' < /dev/null"], env=self.environment(), timeout=SECONDS)
        self.children.append(child)
        child.expect(pexpect.EOF)
        self.assertEqual(child.before, b"")


if __name__ == "__main__":
    # A test runner's threads block signals, and children inherit that.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    unittest.main()
