"""What the help says of each command: its line in the list, its usage, what it does, and an example."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DESCRIBED", "EXIT_CODES", "Described"]

EXIT_CODES = """\
exit codes:
  0    done
  1    check: a document has an error
  2    the command or an option is not right, or no framework or date was given
  3    a file, framework or school given cannot be used; nothing was written
  4    the results cannot be written, or another run is working in the folder; the files there are as they were. Or standard output cannot be written
  130  interrupted; no file was changed
"""


@dataclass(frozen=True, slots=True)
class Described:
    """Texts of one command's help."""

    help: str
    usage: str
    description: str
    examples: tuple[str, ...]

    @property
    def epilog(self) -> str:
        """What stands under the options."""
        lines = "\n".join(f"  {example}" for example in self.examples)
        return f"{'example' if len(self.examples) == 1 else 'examples'}:\n{lines}\n\n{EXIT_CODES}"


#: In the order they are listed.
DESCRIBED = {
    "frameworks": Described(
        "list the built-in frameworks, or print one",
        "[list | show ID] [OPTION ...]",
        "Lists the frameworks that come with the library; `frameworks show ID` prints the document of one.",
        ("schoolimp frameworks", "schoolimp frameworks show pvat > ours.json"),
    ),
    "check": Described(
        "check documents and say everything that is wrong",
        "FILE ... [OPTION ...]",
        "Checks framework documents, and any other document of the library by its schema. Says every problem with its place, its value and its mend.",
        ("schoolimp check ours.json", "schoolimp check evidence/*.csv --framework pvat"),
    ),
    "judge": Described(
        "judge the schools of a trust",
        "[FOLDER] [OPTION ...]",
        "Judges the schools and prints the table; with one school its whole report. Levels are suggested; people decide. Writes files only with --output.",
        ("schoolimp judge our-trust --valid 2026-09-01", "schoolimp judge our-trust --school 900002"),
    ),
    "plan": Described(
        "make or revise support plans",
        "[FOLDER] [OPTION ...]",
        "Makes the plan of every school that has a level in force, revising the one it has. Writes files only with --output.",
        ("schoolimp plan our-trust --format csv > plans.csv",),
    ),
    "calendar": Described(
        "place the improvement calendar",
        "[FOLDER] [OPTION ...]",
        "Places the calendar of the trust, keeping what an earlier one published. Writes files only with --output.",
        ("schoolimp calendar our-trust --ics > our-trust.ics",),
    ),
    "run": Described(
        "judgements, plans and calendar of a trust folder",
        "[FOLDER] [OPTION ...]",
        "Runs everything over a trust folder and writes the results into it, or into --output. Run again, it carries on: "
        "decisions, progress and edits in plans and the ids of published events are kept.",
        ("schoolimp run our-trust --valid 2026-09-01",),
    ),
    "demo": Described(
        "run everything on the invented example trust",
        "[OPTION ...]",
        "Runs everything on the example trust that comes with the library. Its schools, people and figures are invented.",
        ("schoolimp demo --output demo-output",),
    ),
    "completion": Described(
        "print a script that completes commands in a shell",
        "bash|zsh|fish",
        "Prints a script for a shell. Once it is read, the tab key completes commands, options, ids of frameworks, files and folders.",
        (
            'bash: eval "$(schoolimp completion bash)"    in ~/.bashrc',
            "zsh:  source <(schoolimp completion zsh)     in ~/.zshrc, after compinit",
            "fish: schoolimp completion fish | source     in ~/.config/fish/config.fish",
        ),
    ),
}
