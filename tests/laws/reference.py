"""A second, independent reading of the scoring rules, to be compared with the engine.

Written from the documents alone ("model": assessment-model.md; "formats": formats.md, which
stands). Slow, literal, exact: bounds and sensitivity come from reading a changed sheet anew."""

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any

Data = dict[str, Any]
PARTS = {band: Fraction(n, 3) for n, band in enumerate(("none", "partly", "largely", "fully"))}
CERTAIN = {"coverage": "fully", "evidence": "tested"}  # what no rule lowers
OPEN = {"None": "not-asked", "unknown": "unknown", "not-applicable": "not-applicable"}
YES = (True, "yes")  # YAML 1.1 makes booleans of the words


def average(pairs: list[tuple[int, Any]]) -> Fraction | None:
    """Weighted arithmetic mean of (weight, value); None of nothing, or if a value is None."""
    of = sum(weight for weight, _ in pairs)
    if of == 0 or None in [value for _, value in pairs]:
        return None
    return Fraction(sum(weight * value for weight, value in pairs)) / of


@dataclass(frozen=True)
class Reading:
    """One sheet read with one questionnaire, at one percentage of the gates."""

    questionnaire: Data
    sheet: Data
    percent: int

    @cached_property
    def journeys(self) -> list[Data]:
        """model 3.9: the journeys of the sheet; a step without a result was not tested."""
        found, entries = [], self.sheet.get("journeys") or {}
        for journey in [j for j in self.questionnaire["journeys"] if str(j["id"]) in entries]:
            results, steps, passed, end = entries[str(journey["id"])] or {}, [], 0, None
            for step in journey["steps"]:
                name, critical = str(step["id"]), step["critical"] in YES
                result = str(results.get(name, "not-tested"))
                needs = [str(need).split("@") for need in step.get("requires") or []]
                levels = [(capability, int(level)) for capability, level in needs if critical]
                steps.append({"id": name, "critical": critical, "result": result, "needs": levels})
                if critical and result == "fail" and end is None:
                    end = name
                passed += result == "pass" and end is None
            of = sum(step["result"] != "not-applicable" for step in steps)
            seen = {step["result"] for step in steps if step["critical"]}
            whole = ("pass" in seen and seen <= {"pass", "not-applicable"}) or None
            row: Data = {"id": str(journey["id"]), "passed": False if end else whole}
            row |= {"progress": Fraction(passed, of) if of else None, "break_step": end}
            found.append(row | {"weight": int(journey.get("weight", 1)), "steps": steps})
        return found

    @cached_property
    def rows(self) -> list[Data]:
        """The capabilities of the profile: core weighs 2, optional 1 (model 2.2b)."""
        profile = str(self.sheet["business"]["profile"])
        entries = [c for c in self.questionnaire["capabilities"] if profile in c["profiles"]]
        return [self.answer(entry, str(entry["profiles"][profile])) for entry in entries]

    def answer(self, entry: Data, importance: str) -> Data:
        """Claim, counted level, fractional score (model 3.1; formats, coverage and audit)."""
        name, weight = str(entry["id"]), 2 if importance == "core" else 1
        raw = (self.sheet.get("answers") or {}).get(name)
        answer = raw if isinstance(raw, dict) else {"level": raw}
        text = "not-applicable" if "not-applicable" in answer else str(answer.get("level"))
        row: Data = {"id": name, "state": OPEN.get(text, "answered"), "weight": weight}
        if text in OPEN:
            return row | {"level": None, "counted_level": None, "score": None}
        level, coverage = int(text), str(answer.get("coverage") or "fully")
        evidence = str(answer.get("evidence") or "said")
        counted = max(0, level - 1) if coverage in ("none", "partly") else level
        score = Fraction(0) if level == 0 else level - 1 + PARTS[coverage]
        if str(self.sheet.get("mode")) == "audit":
            grades = [str(grade["id"]) for grade in self.questionnaire["evidence"]]
            caps = [2] if level == 3 and grades.index(evidence) < grades.index("seen") else [3]
            for step in [s for journey in self.journeys for s in journey["steps"]]:
                if step["result"] == "fail":
                    caps += [needed - 1 for other, needed in step["needs"] if other == name]
            counted, score = min(counted, *caps), min(score, *map(Fraction, caps))
        return row | {"level": level, "counted_level": counted, "score": score, "said": evidence}

    def applicable(self, dimension: str = "") -> list[Data]:
        """model 3.5: not applicable leaves numerator and denominator."""
        rows = [row for row in self.rows if row["state"] != "not-applicable"]
        return [row for row in rows if dimension in ("", row["id"].split(".")[0])]

    def supposing(self, names: list[str], level: int, **more: str) -> "Reading":
        """The same sheet with other levels; coverage and evidence stay unless given."""
        answers = dict(self.sheet.get("answers") or {})
        for name in names:
            old = answers[name] if isinstance(answers.get(name), dict) else {}
            answers[name] = old | {"level": level} | more
        return replace(self, sheet=self.sheet | {"answers": answers})

    def completed(self, level: int) -> "Reading":
        """model 3.5: every unknown or not asked capability supposed at one level."""
        names = [row["id"] for row in self.applicable() if row["level"] is None]
        return self.supposing(names, level, **CERTAIN)

    @cached_property
    def worst(self) -> "Reading":
        """What is confirmed: every unknown at 0."""
        return self.completed(0)

    def share_failures(self, rows: list[Data], k: int) -> list[Data]:
        """formats: need is of // 2 + 1 at the stage's own level, ceil(percent x of) below it."""
        failed, of = [], sum(row["weight"] for row in rows)
        for j in range(1, k + 1):
            have = sum(row["weight"] for row in rows if row["counted_level"] >= j)
            need = of // 2 + 1 if j == k else math.ceil(Fraction(self.percent * of, 100))
            if have < need:
                failed.append({"level": j, "have": have, "need": need, "of": of})
        return failed if rows else []

    def journey_failure(self, condition: Data) -> list[str] | None:
        """formats, journeys: the failed ones if the condition fails; no verdict, no condition."""
        named = condition.get("any-passed") or condition.get("all-passed")
        given = [j for j in self.journeys if named is None or j["id"] in named]
        passed = [j for j in given if j["passed"] is True]
        failed = [j for j in given if j["passed"] is False]
        broken = passed == []  # any-passed
        if "all-passed" in condition:
            broken = failed != []
        elif "share-passed" in condition:
            have, of = (sum(j["weight"] for j in part) for part in (passed, passed + failed))
            broken = 100 * have < int(condition["share-passed"]) * of
        return [j["id"] for j in failed] if failed and broken else None

    def failures(self, k: int) -> list[Data]:
        """Every failed condition of stage k: shares, then keys, then journeys (model 3.4)."""
        failed: list[Data] = []
        worst, gates = self.worst, self.questionnaire["gates"]
        for dimension in [str(d["id"]) for d in self.questionnaire["dimensions"]]:
            of = {"stage": k, "kind": "share", "dimension": dimension}
            failed += [of | share for share in self.share_failures(worst.applicable(dimension), k)]
        for group in [list(key["any-of"]) for key in gates["keys"] if int(key["stage"]) == k]:
            # a way out that does not apply is no way out
            levels = {r["id"]: r["counted_level"] for r in worst.applicable() if r["id"] in group}
            if levels and max(levels.values()) < k:
                failed.append({"stage": k, "kind": "key", "any_of": [*levels], "level": k})
        for condition in [c for c in gates["journeys"] if int(c["stage"]) == k]:
            names = self.journey_failure(condition)
            if names is not None:
                failed.append({"stage": k, "kind": "journey", "journeys": names})
        return failed

    def stage(self) -> int:
        """Confirmed stage: k = 1, 2, 3 in order, stopping at the first failure (model 3.4)."""
        held = next((k - 1 for k in (1, 2, 3) if self.failures(k)), 3)
        return held if self.applicable() else 0

    def dimension(self, name: str) -> Data:
        """model 3.2: (100/3) x mean score of the answered; bounds with unknowns at 0 and best."""
        row: Data = {"id": name}
        answered = [c for c in self.applicable(name) if c["level"] is not None]
        row["score"] = average([(c["weight"], c["score"] * 100 / 3) for c in answered])
        for bound, stage, level in (("low", "stage", 0), ("high", "potential_stage", 3)):
            members = self.completed(level).applicable(name)
            row[bound] = average([(c["weight"], c["score"] * 100 / 3) for c in members])
            failed = [k - 1 for k in (1, 2, 3) if self.share_failures(members, k)]
            row[stage] = min([*failed, 3]) if members else None
        return row

    def index(self, rows: list[Data]) -> Data:
        """model 3.3: geometric mean, scores floored at 1; formats: null if a score is null."""
        weights = {str(d["id"]): int(d["weight"]) for d in self.questionnaire["dimensions"]}
        played = [(weights[row["id"]], row) for row in rows if row["low"] is not None]
        index: Data = {"arithmetic": average([(weight, row["score"]) for weight, row in played])}
        for key, bound in (("value", "score"), ("low", "low"), ("high", "high")):
            logs = sum(weight * math.log(max(row[bound] or 0, 1)) for weight, row in played)
            index[key] = math.exp(logs / sum(weight for weight, _ in played)) if played else 0
        if index["arithmetic"] is None:
            return index | {"value": None, "imbalance": None}
        return index | {"imbalance": float(index["arithmetic"]) - index["value"]}

    def confidence(self) -> Data:
        """model 3.6: C = sum(w q) / sum(w), unknown 0; formats: no evidence counts as said."""
        percent = {str(e["id"]): int(e["confidence"]) for e in self.questionnaire["evidence"]}
        quality = [(r["weight"], percent.get(r.get("said", ""), 0)) for r in self.applicable()]
        mean = average(quality) or Fraction(0)
        grades = [(int(v), str(k)) for k, v in self.questionnaire["confidence-grades"].items()]
        reached = [grade for least, grade in sorted(grades, reverse=True) if mean >= least]
        return {"value": mean / 100, "grade": [*reached, "D"][0]}

    def contradictions(self) -> list[Data]:
        """model 3.9: over-claims of failed critical steps, under-claims of passed journeys."""
        claims = {r["id"]: r["level"] for r in self.applicable() if r["level"] is not None}
        found: dict[tuple[str, str], Data] = {}
        for journey, step in [(j, s) for j in self.journeys for s in j["steps"]]:
            for name, level in [need for need in step["needs"] if need[0] in claims]:
                over = step["result"] == "fail" and claims[name] >= level
                under = journey["passed"] and step["result"] == "pass" and claims[name] < level
                row = {"kind": "over-claim" if over else "under-claim", "capability": name}
                if over or under:
                    row |= {"journey": journey["id"], "step": step["id"]}
                    found.setdefault((name, journey["id"]), row)
        return list(found.values())

    def fit(self) -> Data | None:
        """model 3.10; formats: means over the answered items, a cautious and a possible target."""
        fit, given, now = self.questionnaire["fit"], self.sheet.get("fit") or {}, self.stage()
        row, stages = Data(), Data()
        for target, blank in (("target", 0), ("target_possible", 3), ("", None)):
            items: Data = {str(factor["id"]): [] for factor in fit["factors"]}
            for item in fit["items"]:
                text, value = str(given.get(str(item["id"]))), blank
                if text not in OPEN:
                    value = 3 - int(text) if item["reversed"] in YES else int(text)
                items[str(item["id"]).split(".")[0]] += [] if value is None else [(1, value)]
            row |= {factor: average(pairs) for factor, pairs in items.items()}
            row["need"] = average([(int(weight), row[str(f)]) for f, weight in fit["need"].items()])
            for key, mean in (("need", row["need"]), ("capacity", row[str(fit["capacity"])])):
                cuts = [Fraction(int(cut), 100) for cut in fit[f"{key}-cuts"]]
                stages[key] = None if mean is None else 1 + sum(mean >= cut for cut in cuts)
            if target:
                row[target] = min(stages["need"], stages["capacity"], now + 1)
        needed, capacity, aim = stages["need"], stages["capacity"], row["target"]
        row |= {"needed_stage": needed, "capacity_stage": capacity}
        row["verdict"] = "room-to-grow" if now < aim else "ahead-of-need" if now > aim else "fits"
        if needed is None or capacity is None or needed == 1:
            row["verdict"] = "multichannel-is-enough" if needed and capacity else None
        elif needed > capacity:
            row["verdict"] = "resources-first"
        return row if given else None

    def handoffs(self) -> Data | None:
        """model 3.8; formats: a bare level has traffic 1, pairs without a level are left out."""
        pairs: list[tuple[str, str, int, int]] = []
        for text, raw in (self.sheet.get("handoffs") or {}).items():
            value = raw if isinstance(raw, dict) else {"level": raw}
            if str(value.get("level")) not in OPEN:
                start, end = (part.strip() for part in str(text).split("->"))
                pairs.append((start, end, int(value["level"]), int(value.get("traffic", 1))))
        cuts = self.questionnaire["handoffs"]["stage-cuts"]
        index = average([(v, Fraction(100 * h, 3)) for _, _, h, v in pairs])
        two, three = (average([(v, 100 * (h >= t)) for *_, h, v in pairs]) for t in (2, 3))
        stage = None if two is None else 2 if two > int(cuts["joined"]) else 1
        stage = 3 if three is not None and three > int(cuts["full"]) else stage
        channels = sorted({channel for start, end, *_ in pairs for channel in (start, end)})
        joined = {(a, a) for a in channels} | {(a, b) for a, b, h, _ in pairs if h >= 2}
        for via in channels:  # whoever reaches `via` reaches what it reaches
            joined |= {(a, b) for a, m in joined for n, b in joined if m == n == via}
        groups = {tuple(b for b in channels if {(a, b), (b, a)} <= joined) for a in channels}
        islands = [list(group) for group in sorted(groups, key=lambda g: (-len(g), g))]
        row = {"index": index, "density_2": two, "density_3": three, "stage": stage}
        return row | {"islands": islands} if pairs else None


def score(questionnaire: Data, sheet: Data, preset: str = "standard") -> Data:
    """The score of one answers file: the exact part of `omniaudit/score@1` (formats)."""
    presets = questionnaire["gates"]["presets"].items()
    at = {str(name): Reading(questionnaire, sheet, int(percent)) for name, percent in presets}
    reading, now, decisive = at[preset], at[preset].stage(), []
    stages = {"confirmed": now, "potential": reading.completed(3).stage()}
    unanswered = [row["id"] for row in reading.applicable() if row["level"] is None]
    deciding = [c for c in unanswered if reading.supposing([c], 3, **CERTAIN).stage() != now]
    for name, claim in [(c["id"], c["level"]) for c in reading.rows if c["level"] is not None]:
        for to in [level for level in (claim - 1, claim + 1) if 0 <= level <= 3]:  # model 3.13
            then = reading.supposing([name], to).stage()
            if then != now:
                decisive.append({"id": name, "from": claim, "to": to, "stage": then})
    dimensions = [reading.dimension(str(d["id"])) for d in questionnaire["dimensions"]]
    states = [row["state"] for row in reading.rows]
    counts = {s.replace("-", "_"): states.count(s) for s in ("answered", *OPEN.values())}
    walk = ("id", "passed", "progress", "break_step")
    return {
        "stage": stages | {name: at[name].stage() for name in ("strict", "lenient")},
        "index": reading.index(dimensions),
        "completeness": {"applicable": len(reading.applicable())} | counts,
        "confidence": reading.confidence(),
        "dimensions": dimensions,
        "capabilities": [{k: v for k, v in r.items() if k != "said"} for r in reading.rows],
        "blockers": reading.failures(now + 1) if now < 3 else [],
        "deciding_unknowns": deciding,
        "decisive_answers": decisive,
        "fit": reading.fit(),
        "handoffs": reading.handoffs(),
        "journeys": [{key: journey[key] for key in walk} for journey in reading.journeys],
        "contradictions": reading.contradictions(),
    }
