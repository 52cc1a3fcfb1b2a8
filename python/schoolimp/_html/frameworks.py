"""A framework: its scales and levels, questions, criteria by domain with their tests, offers and activities, each with how it rests on the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .badges import badge, tone_of
from .cadence import how_often
from .issues import issue_lines
from .markup import Html, join, tag
from .parts import bounded, count, fold, heading, short, table
from .style import fragment
from .titles import Titles

if TYPE_CHECKING:
    from ..frameworks import Framework

__all__ = ["framework_html"]

Item = Mapping[str, Any]

#: How an item rests on the source: the words of the document, and a sign beside them.
_BASES = {"stated": "\u25cf stated in the source", "inferred": "\u25d0 inferred from the source", "assumed": "\u25cb assumed"}


def framework_html(framework: Framework) -> str:
    """Return a framework as an HTML fragment."""
    members = framework._members()
    titles = Titles(framework)
    about = f"Framework {framework.id}, edition {framework.edition}" + (f", of {members['trust']}" if members.get("trust") else "")
    return fragment(
        f"Framework {framework.id}",
        heading(framework.title, about),
        tag("p", short(members["text"])) if members.get("text") else "",
        _source(members.get("source", {})),
        _questions(members.get("judgements", ()), titles),
        _scales(members.get("scales", ())),
        _criteria(members.get("criteria", ()), titles),
        tag("p", "What follows from the levels", class_="si-part"),
        _offers(members.get("offers", ()), titles),
        _activities(members.get("activities", ()), titles),
        fold(f"Warnings ({len(framework.warnings)})", issue_lines(framework.warnings, "framework.warnings")),
    )


def _basis(item: Item) -> Html:
    """The sources and how far the item follows from them; the reason of what is inferred or assumed."""
    refs = ", ".join(item.get("refs", ()))
    words = _BASES.get(item.get("basis", ""), item.get("basis", ""))
    return join(words, f" ({short(refs, 80)})" if refs else "", f": {short(item['rationale'], 240)}" if item.get("rationale") else "")


def _source(source: Item) -> Html:
    words = ", ".join(str(source[name]) for name in ("title", "publisher", "url") if source.get(name))
    return tag("p", "Source: ", short(words), class_="si-about") if words else Html("")


def _questions(rules: Iterable[Item], titles: Titles) -> Html:
    rows = [
        (rule.get("title", rule["id"]), titles.title("scales", rule.get("scale", "")), tag("code", rule.get("measure", "")), _basis(rule)) for rule in rules
    ]
    return table("Questions it answers", ["Question", "Scale", "Measure", "Rests on"], rows, see="framework.judgements") if rows else Html("")


def _scales(scales: Iterable[Item]) -> Html:
    rows = [(scale.get("title", scale["id"]), _levels(scale), scale.get("order", "none").replace("_", " ")) for scale in scales]
    return table("Scales", ["Scale", "Levels", "Order"], rows, see='framework.to_dict()["scales"]', most=40, budget=20_000) if rows else Html("")


def _levels(scale: Item) -> Html:
    levels = scale.get("levels", ())
    order = scale.get("order", "none")
    shown, left_out = bounded([badge(level.get("title") or level["id"], tone_of(place, len(levels), order)) for place, level in enumerate(levels)], 20)
    return join(*shown, f"and {left_out} more" if left_out else "", by=" ")


def _criteria(criteria: Iterable[Item], titles: Titles) -> Html:
    """Folded by domain, in the order in which the domains first occur."""
    by_domain: dict[str, list[Item]] = {}
    for criterion in criteria:
        by_domain.setdefault(criterion.get("domain", ""), []).append(criterion)
    shown, left_out = bounded([_domain(domain, group, titles) for domain, group in by_domain.items()], 40, 120_000)
    see = tag("code", 'framework.to_dict()["criteria"]')
    title = tag("p", "Criteria by domain", class_="si-part") if shown else ""
    return join(title, *shown, tag("p", f"Criteria of {count(left_out, 'domain')} more: ", see, class_="si-more") if left_out else "")


def _domain(domain: str, criteria: list[Item], titles: Titles) -> Html:
    title = titles.title("domains", domain) if domain else "no domain"
    rows = [(criterion.get("title", criterion["id"]), _test(criterion), _describes(criterion, titles), _basis(criterion)) for criterion in criteria]
    made = table(f"Criteria: {title}", ["Criterion", "Test", "Describes", "Rests on"], rows, see='framework.to_dict()["criteria"]', budget=40_000)
    return fold(f"{title} ({count(len(criteria), 'criterion', 'criteria')})", made)


def _test(criterion: Item) -> Html:
    when = join(tag("br"), "applies when ", tag("code", short(criterion["when"]))) if criterion.get("when") else ""
    return join(tag("code", short(criterion.get("test", ""))), when)


def _describes(item: Item, titles: Titles) -> Html:
    shown, left_out = bounded([titles.qualified_level(level) for level in item.get("describes", item.get("levels", ()))], 12)
    return join(*shown, f"and {left_out} more" if left_out else "", by=" ")


def _offers(offers: Iterable[Item], titles: Titles) -> Html:
    """Every action with the offer it belongs to, for what a level gives is asked of the actions."""
    rows = [
        (
            action.get("title", action["id"]),
            offer.get("title", offer["id"]),
            _describes(offer, titles),
            ", ".join(titles.who(who) for who in action.get("actor", ())),
            _basis(action),
        )
        for offer in offers
        for action in offer.get("actions", ())
    ]
    made = (
        table("Actions of the offers", ["Action", "Offer", "For", "Who does it", "Rests on"], rows, see='framework.to_dict()["offers"]', budget=30_000)
        if rows
        else ""
    )
    return fold(f"Offers ({count(len(rows), 'action')})", made)


def _activities(activities: Iterable[Item], titles: Titles) -> Html:
    rows = [
        (activity.get("title", activity["id"]), activity.get("kind", ""), how_often(activity.get("cadence", {})), activity.get("scope", ""), _basis(activity))
        for activity in activities
    ]
    made = (
        table("Activities of the calendar", ["Activity", "Kind", "How often", "For", "Rests on"], rows, see='framework.to_dict()["activities"]', budget=30_000)
        if rows
        else ""
    )
    return fold(f"Calendar ({count(len(rows), 'activity', 'activities')})", made)
