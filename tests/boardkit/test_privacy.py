"""The program opens no network connection, whatever it is asked to do."""

import subprocess
import sys
from pathlib import Path

from tests.support.places import ROOT

# An audit hook sees every socket, look-up and URL that any library opens, C libraries' own aside;
# it cannot be taken out again, so the work runs in a process of its own.
WATCHED = """
import sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
                 "socket.gethostbyname", "urllib.Request", "http.client.connect", "ftplib.connect",
                 "smtplib.connect", "webbrowser.open"):
        family = getattr(arguments[0], "family", None) if arguments else None
        if family is not None and family.name == "AF_UNIX":
            return
        sys.stderr.write(f"NETWORK {event} {arguments!r}\\n")
        sys.exit(97)

sys.addaudithook(watch)
from boardkit.cli import main
folder = sys.argv[1]
work = [
    ["examples", "paperclip-2026-q3", "-o", folder + "/a.boardkit"],
    ["score", folder + "/a.boardkit", "--json"],
    ["report", folder + "/a.boardkit", "-o", folder + "/a.pdf"],
    ["lint", "questionnaires/inference-exposure"],
    ["library", "--library", folder + "/l.sqlite3", "add", folder + "/a.boardkit"],
    ["library", "--library", folder + "/l.sqlite3", "list"],
]
for arguments in work:
    assert main(arguments) == 0, arguments
"""


def test_no_command_opens_a_connection(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path)],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr


def test_the_watch_would_see_one(tmp_path: Path) -> None:
    tried = WATCHED.replace(
        "from boardkit.cli import main", "import socket; socket.create_connection(('127.0.0.1', 9))"
    )
    run = subprocess.run(
        [sys.executable, "-c", tried, str(tmp_path)],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert run.returncode == 97
