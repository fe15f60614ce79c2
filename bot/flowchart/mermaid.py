"""The flowcharts as Mermaid text, which code hosts draw by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.flowchart.diagram import Result, main_branch

if TYPE_CHECKING:
    from bot.criteria.table import DecisionTable
    from bot.flowchart.diagram import Ask
    from bot.flowchart.wording import Wording


def reader_mermaid(table: DecisionTable, wording: Wording) -> str:
    """The main branch: questions as boxes, answers on the arrows, results as rounded boxes."""
    text = _Text("flowchart LR", wording)
    text.node(main_branch(table))
    return text.read()


def rules_mermaid(wording: Wording) -> str:
    """Every rule in the order in which it is read, with its sources."""
    lines = ["flowchart TD"]
    rules = wording.criteria.rules
    for number, rule in enumerate(rules, start=1):
        asked = "<br>".join([f"{number}. {rule.id}", *wording.rule_conditions(rule)])
        told = "<br>".join(
            [
                wording.verdicts[rule.verdict],
                *(wording.duties[duty] for duty in wording.in_order(rule.duties)),
                "Sources: " + "; ".join(wording.source(source) for source in rule.sources),
            ]
        )
        lines.append(f"  r{number}{_quoted(asked)} -->|yes| v{number}({_quoted_text(told)})")
        if number < len(rules):
            lines.append(f"  r{number} -->|no| r{number + 1}")
    return "\n".join(lines) + "\n"


class _Text:
    """Lines of one chart; every node gets the next number as its name."""

    def __init__(self, opening: str, wording: Wording) -> None:
        self._lines = [opening]
        self._wording = wording
        self._count = 0

    def read(self) -> str:
        return "\n".join(self._lines) + "\n"

    def node(self, node: Ask | Result) -> str:
        self._count += 1
        name = f"n{self._count}"
        if isinstance(node, Result):
            duties = [self._wording.duties[duty] for duty in self._wording.in_order(node.duties)]
            told = "<br>".join([self._wording.verdicts[node.verdict], *duties])
            self._lines.append(f"  {name}({_quoted_text(told)})")
            return name
        self._lines.append(f"  {name}{_quoted(self._wording.question(node.question))}")
        for branch in node.branches:
            answer = self._wording.branch(branch, node.question)
            child = self.node(branch.then)
            self._lines.append(f"  {name} -->|{_quoted_text(answer)}| {child}")
        return name


def _quoted(text: str) -> str:
    return f"[{_quoted_text(text)}]"


def _quoted_text(text: str) -> str:
    return '"' + text.replace("#", "#35;").replace('"', "#quot;") + '"'
