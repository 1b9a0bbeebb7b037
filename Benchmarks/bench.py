"""Measures the release binary against the budgets of the project. It is a report: it always exits 0.

Usage: bench.py BINARY [ROUNDS]

Every figure is CPU time (user and system) of fresh processes, as the kernel counts it, and the median
of many rounds. What is compared runs in turns, A B A B, so that whatever else the machine does falls on
both. The yardstick for start-up is what `python3 -c pass` takes on the same machine in the same run.
"""

import importlib.util
import itertools
import os
import re
import shutil
import statistics
import sys
import tempfile

MEGABYTE = 1_000_000
COPIES = 400


class Run:
    """What one process used, and how it ended."""

    def __init__(self, command):
        null = os.open(os.devnull, os.O_RDWR)
        redirect = [(os.POSIX_SPAWN_DUP2, null, descriptor) for descriptor in (0, 1, 2)]
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=redirect)
        _, status, usage = os.wait4(pid, 0)
        os.close(null)
        self.seconds = usage.ru_utime + usage.ru_stime
        self.bytes = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        self.status = os.waitstatus_to_exitcode(status)


def medians(commands, rounds, prepare=lambda: None):
    """The median seconds of each command; None for one that does not do its work."""
    seconds = [[] for _ in commands]
    for _ in range(rounds):
        for command, taken in zip(commands, seconds):
            prepare()
            run = Run(command)
            taken.append(run.seconds if run.status in (0, 1) else None)
    return [None if None in taken else statistics.median(taken) for taken in seconds]


def yardstick():
    """`python3 -c pass` by the quickest Python here: some start through a wrapper that costs more."""
    candidates = sorted({sys.executable, shutil.which("python3") or sys.executable, "/usr/bin/python3"})
    commands = [[path, "-c", "pass"] for path in candidates if os.access(path, os.X_OK)]
    return min(zip(medians(commands, 5), commands))[1]


def at_most(what, budget, measured, unit):
    """A row of the report: the ratio is the share of the budget that is used."""
    ratio = None if measured is None else measured / budget
    return what, f"at most {budget:g} {unit}", measured, unit, ratio, ratio is not None and ratio <= 1


def at_least(what, budget, measured, unit):
    ratio = None if measured is None else measured / budget
    return what, f"at least {budget:g} {unit}", measured, unit, ratio, ratio is not None and ratio >= 1


def start_up(binary, postings, folder, rounds):
    out = os.path.join(folder, "loop")
    posting = postings[0]
    cases = [
        ("plan, the loop as JSON", 1.0, [binary, "plan", "--format", "json", posting]),
        ("extract, the role as JSON", 0.5, [binary, "extract", "--format", "json", posting]),
        ("plan -o, the whole folder", 3.0, [binary, "plan", posting, "-o", out]),
        ("diff of two postings, with both loops", 1.5, [binary, "diff", posting, postings[-1]]),
    ]
    python = yardstick()
    commands = [python] + [command for _, _, command in cases]
    taken = medians(commands, rounds, prepare=lambda: put_aside(out))
    print(f"{python[0]} -c pass takes {taken[0] * 1000:.1f} ms of CPU here\n")
    for (what, budget, _), seconds in zip(cases, taken[1:]):
        yield at_most(what, budget, seconds and seconds / taken[0], "x python3")


def put_aside(folder):
    """Makes room for a folder to be written anew. It is not removed: ext4 passes over the inodes of files that were
    removed within seconds, one by one, and each new file would take longer than the one of the round before."""
    if os.path.exists(folder):
        os.rename(folder, tempfile.mktemp(prefix="done-", dir=os.path.dirname(folder)))


def throughput(binary, postings, folder, rounds):
    """The bytes of many postings over the time that they add to a process that reads few."""
    copies = []
    for number in range(COPIES):
        source = postings[number % len(postings)]
        copy = os.path.join(folder, f"{number}-{os.path.basename(source)}")
        shutil.copyfile(source, copy)
        copies.append(copy)
    matchers = others(folder)
    # To lint a posting is to make the role, all but the digest of its file, and to print what was noticed, which is next
    # to nothing.
    commands = [[binary, "lint"], [binary, "extract", "--format", "json"]]
    commands += [command for _, command in matchers]
    pairs = [files for command in commands for files in (command + postings, command + postings + copies)]
    taken = medians(pairs, max(3, rounds // 4))
    size = sum(map(os.path.getsize, copies)) / MEGABYTE
    rates = [size / (many - few) if few and many else None for few, many in zip(taken[::2], taken[1::2])]
    yield at_least("extraction, library loaded", 58, rates[0], "MB/s")
    yield "extraction, JSON of the roles written too", "beside it", rates[1], "MB/s", None, None
    for (name, _), rate in zip(matchers, rates[2:]):
        yield name, "beside it: only matching", rate, "MB/s", None, None


FLASHTEXT = """
import sys
from flashtext import KeywordProcessor
matcher = KeywordProcessor()
with open(sys.argv[1], encoding="utf-8") as file:
    matcher.add_keywords_from_list(file.read().splitlines())
for path in sys.argv[2:]:
    with open(path, encoding="utf-8", errors="replace") as file:
        matcher.extract_keywords(file.read(), span_info=True)
"""


def others(folder):
    """Commands that do nothing but match the terms of the library, of programs that are installed."""
    terms = os.path.join(folder, "terms.txt")
    with open(terms, "w", encoding="utf-8") as file:
        file.write("".join(term + "\n" for term in sorted(library_terms())))
    commands = []
    if importlib.util.find_spec("flashtext"):
        commands.append(("FlashText, the terms of the library", [sys.executable, "-c", FLASHTEXT, terms]))
    if shutil.which("rg"):
        words = ["rg", "--threads", "1", "--fixed-strings", "--ignore-case", "--word-regexp", "--only-matching"]
        commands.append(("ripgrep, the terms of the library", words + ["--file", terms]))
    return commands


def library_terms():
    """The terms of all signals, each once; a rough reading of the YAML is enough to match them."""
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    terms = set()
    for folder, _, names in os.walk(os.path.join(root, "Rubrics", "competencies")):
        for name in names:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                for found in re.findall(r"^ *(?:- )?terms: *\[(.*?)\]", file.read(), re.MULTILINE | re.DOTALL):
                    terms.update(term.strip().strip("'\"") for term in found.split(","))
    return {term.lower() for term in terms if term}


def size(binary):
    yield at_most("the binary, stripped and static", 25, os.path.getsize(binary) / MEGABYTE, "MB")


def hostile(binary, folder):
    """Inputs of 10 MB that nobody means well with, as a posting and as a role."""
    texts = {
        "one line of letters": "aaaa",
        "one line of words": "kubernetes and on-call ",
        "one line of <": "<<<<",
        "one line of [": "[[[[",
        "lines of -": "- \n",
        "lines of a: b": "a: b\n",
    }
    cases = [("posting", "hostile.md", "extract", ""), ("role", "hostile.yaml", "plan", "title: ")]
    for kind, name, command, start in cases:
        for what, text in texts.items():
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as file:
                # In pieces: a process counts the memory of the one that started it as its own.
                piece = text * (MEGABYTE // 10 // len(text))
                file.write(start)
                for _ in range(100):
                    file.write(piece)
            run = Run([binary, command, path])
            is_done = run.status in (0, 1, 2)
            label = f"10 MB {kind}: {what}"
            yield at_most(label, 1, run.seconds if is_done else None, "s")
            yield at_most(label, 500, run.bytes / MEGABYTE if is_done else None, "MB of memory")


def show(rows):
    line = "{:<46} {:<24} {:>22} {:>6}  {}"
    for number, (what, budget, measured, unit, ratio, holds) in enumerate(rows):
        if number == 0:
            print(line.format("what", "budget", "measured", "ratio", "").rstrip())
        if measured is None:
            print(line.format(what, budget, "did not run", "", "does not hold"), flush=True)
            continue
        if ratio is None:
            print(line.format(what, budget, f"{measured:.2f} {unit}", "", "").rstrip(), flush=True)
            continue
        verdict = "holds" if holds else "does not hold"
        print(line.format(what, budget, f"{measured:.2f} {unit}", f"{ratio:.2f}", verdict), flush=True)


def main():
    binary = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 41
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    examples = os.path.join(root, "Examples", "postings")
    postings = sorted(os.path.join(examples, name) for name in os.listdir(examples) if not name.endswith(".yaml"))
    with tempfile.TemporaryDirectory() as folder:
        show(
            itertools.chain(
                start_up(binary, postings, folder, rounds),
                throughput(binary, postings, folder, rounds),
                size(binary),
                hostile(binary, folder),
            )
        )


if __name__ == "__main__":
    main()
