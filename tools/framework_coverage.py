#!/usr/bin/env python3
"""Count which numbered facts of its source each framework document encodes.

usage: framework_coverage.py FRAMEWORK.json FACTS.csv

FACTS.csv has the columns fact and kind. A fact counts as encoded when a statement of the document lists it in its refs. Facts of the
kinds gap and quirk, and page residue (a quirk), may stand in the document's waivers instead. Exit status 1 when a fact is neither.
"""
import csv
import json
import sys

WAIVABLE = {"gap", "quirk"}


def refs_of(node, inside_waiver=False):
    """Yield (ref, waived) for every ref below node."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "refs":
                yield from ((ref, inside_waiver) for ref in value)
            else:
                yield from refs_of(value, inside_waiver or key == "waivers")
    elif isinstance(node, list):
        for item in node:
            yield from refs_of(item, inside_waiver)


def coverage(document, facts):
    """Return a dict of counts and the lists of facts that are missing, wrongly waived, or not in the source."""
    encoded, waived = set(), set()
    for ref, is_waived in refs_of(document):
        (waived if is_waived else encoded).add(ref)
    waived -= encoded
    known = set(facts)
    return {
        "facts": len(facts),
        "encoded": len(encoded & known),
        "waived": len(waived & known),
        "missing": sorted(known - encoded - waived),
        "wrongly_waived": sorted(ref for ref in waived & known if facts[ref] not in WAIVABLE),
        "not_in_source": sorted((encoded | waived) - known),
    }


def main(arguments):
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[1], encoding="utf-8") as file:
        document = json.load(file)
    with open(arguments[2], encoding="utf-8", newline="") as file:
        facts = {row["fact"]: row["kind"] for row in csv.DictReader(file)}
    result = coverage(document, facts)
    print(f"{document['id']}: {result['facts']} facts, {result['encoded']} encoded, {result['waived']} waived with a reason, {len(result['missing'])} missing")
    faults = 0
    for name in ("missing", "wrongly_waived", "not_in_source"):
        if result[name]:
            faults = 1
            print(f"  {name.replace('_', ' ')}: {' '.join(result[name])}")
    return faults


if __name__ == "__main__":
    sys.exit(main(sys.argv))
