"""Whether a message asks for a route: whose it is, whom to tell, whether it counts."""

from __future__ import annotations

import re

_ROUTE = re.compile(
    r"\b"
    r"(?:whose|whom|which|whether|is (?:he|she|it|that) covered|has that"
    r"|(?:do you know|tell me) where|what is the (?:term|word|name|number|deadline)"
    r"|what "
    r"(?:team|council|borough|area|authority|partnership|agency|desk|form|service|line|number"
    r"|page|body|one|of you|kind|category|school)"
    r"|who "
    r"(?:sees|leads|decides|tells|gets|has to|needs|must|is told|will|would|deals|takes|owns"
    r"|picks|notifies|refers|reports|to)"
    r"|who (?:do|should|must|can|does) (?:i|we|you|one|a \w+) "
    r"(?:tell|inform|notify|report|refer|contact|speak|write|send|ask|go)"
    r"|where (?:to|do|does|should) (?:\w+ )?(?:refer|report|send|go|it|this|that)|refer or not"
    r"|report or not|or just|or is (?:it|that|this)"
    r"|(?:what|how) (?:do|must|should) (?:we|i) (?:need to|have to|notify|report|send)"
    r"|(?:do|should|must|need) (?:we|i|they|you) (?:to )?"
    r"(?:need|have|also|still|notify|report|refer|tell|send|write)"
    r"|first do what|need telling|one for (?:us|you|the|cdop|lado|a)|land on|ok for reporting"
    r"|enough (?:for|to)"
    r"|(?:does|would|could|might|should|isnt|is|did|do) "
    r"(?:it|this|that|these|those|they|the one) "
    r"(?:still |also |then |be |even |really |not |a |an |the |that )*"
    r"(?:count|qualify|meet|matter|rank|rate|go|fall|apply|serious|grave|harm|abuse|neglect"
    r"|mistreatment|sar|bad|kind|sort|reportable|notifiable|accident|police|one|my|our|your"
    r"|for|in|have|make|mean|change)"
    r"|is not that|for the purposes of|in your sense|is that|what does that mean"
    r"|still (?:ranks?|counts?)|near miss|known to us|lives? (?:here|there|in \w+)"
    r"|placed (?:in|by|there|out)|another (?:borough|area|council)|out of area|visiting from"
    r"|on (?:file|our caseload)|tell (?:ofsted|the panel|the inspectors|the partnership)"
    r"|i would like to know)\b"
    # a clause that turns verb and subject round, or begins with a word that asks
    r"|, (?:(?:so|and|but|or) )?"
    r"(?:(?:is|are|was|were|do|does|did|can|could|may|should|would|will|has|have) "
    r"(?:he|she|it|they|we|i|that|this|there)"
    r"|what|which|how|where|when|who|why) "
)
_CALL_FOR_HELP = re.compile(
    r"\bwho (?:do|should|can) (?:i|we) (?:call|ring|phone|dial)\b(?! about)"
    r"|\bwhat (?:do|should) (?:i|we) do\b"
)


def asks_for_a_route(text: str) -> bool:
    """The text asks whose it is, whom to tell or whether it counts: not for help at once."""
    return bool(_ROUTE.search(_CALL_FOR_HELP.sub("", text)))
