"""Levels are values with an order of their own scale, and words are read as levels only as far as the caller allows."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
import samples
import schoolimp as si
from hypothesis import given
from hypothesis import strategies as st

GRADE = si.framework("pvat").scale("ofsted_grade")
TIER = si.framework("pvat").scale("tier")
PHASE = si.framework("primary4").scale("phase")
PROVISION = si.framework("djanogly").scale("provision")
EVERY_SCALE = [si.framework(info.id).scale(scale["id"]) for info in si.frameworks() for scale in si.framework(info.id).to_dict()["scales"]]
ORDERED = [scale for scale in EVERY_SCALE if scale.order != "none"]


class TestOrder:
    @pytest.mark.parametrize(
        ("better", "worse"),
        [("pvat tier.tier_1", "pvat tier.tier_2"), ("pvat ofsted_grade.outstanding", "pvat ofsted_grade.inadequate"), ("primary4 phase.repair", "primary4 phase.stabilise")],
    )
    def test_greater_is_better_whichever_way_the_scale_is_listed(self, better: str, worse: str) -> None:
        high, low = (si.framework(text.split()[0]).level(text.split()[1]) for text in (better, worse))
        assert (high > low, high >= low, high < low, high <= low) == (True, True, False, False)
        assert (low > high, low >= high, low < high, low <= high) == (False, False, True, True)

    @pytest.mark.parametrize("scale", ORDERED, ids=str)
    def test_every_ordered_scale_sorts_from_worst_to_best(self, scale: si.Scale) -> None:
        listed = list(scale) if scale.order == "worst_first" else list(scale)[::-1]
        assert sorted(scale) == listed
        assert (min(scale), max(scale)) == (listed[0], listed[-1])
        assert [level.rank for level in scale] == list(range(len(scale)))

    @pytest.mark.parametrize("scale", ORDERED, ids=str)
    def test_exactly_one_of_better_equal_and_worse(self, scale: si.Scale) -> None:
        for one, other in itertools.product(scale, repeat=2):
            assert [one < other, one == other, one > other].count(True) == 1
            assert (one <= other) == (one < other or one == other)
            assert (one >= other) == (one > other or one == other)

    def test_levels_of_two_scales_are_not_compared(self) -> None:
        with pytest.raises(TypeError, match="'tier' and 'ofsted_grade'"):
            TIER.find("tier_1") < GRADE.find("good")  # noqa: B015

    def test_scales_of_two_trusts_with_one_name_are_two_scales(self) -> None:
        one, other = si.framework("pact").level("category.c1"), si.framework("tpat").level("category.a")
        with pytest.raises(TypeError, match="category.c1 and category.a .* 'category' with c1, c2, .* and 'category' with a, b, c, d, e"):
            one > other  # noqa: B015

    def test_one_scale_in_two_frameworks_is_one_scale(self) -> None:
        assert si.framework("pvat").level("ofsted_grade.good") > si.framework("tpat").level("ofsted_grade.inadequate")
        assert si.framework("pvat").level("ofsted_grade.good") == si.framework("tpat").level("ofsted_grade.good")

    def test_a_scale_without_an_order_has_no_better_and_no_worse(self) -> None:
        one, other, *_ = PROVISION
        assert one != other
        with pytest.raises(TypeError, match="'provision' has no order"):
            one < other  # noqa: B015
        with pytest.raises(TypeError, match="'provision' has no order"):
            sorted(PROVISION)

    def test_a_level_is_not_its_name(self) -> None:
        level = TIER.find("tier_2")
        assert level != "tier.tier_2"
        assert level != "tier_2"
        for compare in (lambda: level < "tier_1", lambda: level >= 1, lambda: "tier_1" > level):
            with pytest.raises(TypeError):
                compare()


class TestValue:
    def test_texts(self) -> None:
        level = TIER.find("tier_2")
        assert (str(level), level.title, level.rank, level.order) == ("tier.tier_2", "Tier 2", 1, "best_first")
        assert repr(level) == "Level(scale='tier', id='tier_2', title='Tier 2', order='best_first', among=('tier_1', 'tier_2', 'tier_3'))"

    def test_a_title_is_for_people_and_does_not_make_another_level(self) -> None:
        one, other = (si.Level("grade", "ri", title, "best_first", ("good", "ri")) for title in ("Requires improvement", "Requires Improvement"))
        assert one == other
        assert len({one, other}) == 1

    @pytest.mark.parametrize(
        ("id", "order", "among", "message"),
        [
            ("c", "best_first", ("a", "b"), "level 'c' is not among the levels of the scale 's': a, b"),
            ("a", "upwards", ("a", "b"), "order is 'upwards'; it is one of best_first, worst_first, none"),
            ("a", "none", ("a", "a"), "among has an id twice: a, a"),
        ],
    )
    def test_a_level_that_contradicts_itself_is_refused(self, id: str, order: str, among: tuple[str, ...], message: str) -> None:
        with pytest.raises(ValueError, match=message):
            si.Level("s", id, "Title", order, among)

    def test_a_scale_takes_no_level_of_another(self) -> None:
        with pytest.raises(ValueError, match=r"level ofsted_grade.outstanding is not of the scale 'tier'"):
            si.Scale("tier", "Tier", "best_first", GRADE.levels)


class TestScale:
    def test_in_takes_a_level_or_an_id(self) -> None:
        assert TIER.find("tier_1") in TIER
        assert "tier_1" in TIER
        assert GRADE.find("good") not in TIER
        assert "Tier 1" not in TIER
        assert 1 not in TIER

    def test_what_is_not_there_is_named_with_what_is(self) -> None:
        with pytest.raises(KeyError, match="no level 'tier_4'; it has: tier_1, tier_2, tier_3; did you mean 'tier_"):
            TIER.find("tier_4")
        with pytest.raises(KeyError, match="no scale 'teir' in the framework 'pvat'; it has: tier, finding"):
            si.framework("pvat").scale("teir")
        with pytest.raises(KeyError, match=r"write it as scale.level, such as 'tier.tier_1'"):
            si.framework("pvat").level("tier_1")

    @pytest.mark.parametrize(("word", "id"), [("requires_improvement", "requires_improvement"), ("Requires improvement", "requires_improvement"), ("good", "good"), ("Good", "good")])
    def test_parse_takes_ids_and_titles_as_they_are(self, word: str, id: str) -> None:
        assert GRADE.parse(word) == GRADE.find(id)

    @pytest.mark.parametrize(
        ("word", "meant"),
        [
            ("outstanding ", "outstanding"),
            ("OUTSTANDING", "outstanding"),
            ("Requires Improvement", "requires_improvement"),
            ("RI", "requires_improvement"),
            ("Outstandin", "outstanding"),
            ("ofsted_grade.good", "good"),
        ],
    )
    def test_parse_refuses_anything_else_and_names_what_may_be_meant(self, word: str, meant: str) -> None:
        with pytest.raises(si.InvalidDocumentError, match=f"did you mean '{meant}'") as caught:
            GRADE.parse(word)
        (issue,) = caught.value.issues
        assert (issue.code, issue.hint) == ("unknown_name", f"did you mean '{meant}'?")

    @pytest.mark.parametrize("word", ["", "   ", "x", "9", "not inspected yet"])
    def test_all_levels_are_offered_where_none_is_near(self, word: str) -> None:
        with pytest.raises(si.InvalidDocumentError, match=r"the levels are outstanding, good, requires_improvement, inadequate \(write the id of one, or its title\)"):
            GRADE.parse(word)

    @pytest.mark.parametrize("word", [None, 1, 2.0, b"good"])
    def test_parse_takes_text_only(self, word: object) -> None:
        with pytest.raises(TypeError, match="word is a str"):
            GRADE.parse(word)  # type: ignore[arg-type]

    @pytest.mark.parametrize("id", [None, 1, ["tier"], b"tier"])
    def test_ids_are_text(self, id: object) -> None:
        for find in (si.framework("pvat").scale, si.framework("pvat").level, TIER.find):
            with pytest.raises(TypeError, match="id is a str"):
                find(id)  # type: ignore[arg-type]

    def test_a_title_of_two_levels_means_neither(self) -> None:
        among = ("a", "b")
        scale = si.Scale("s", "S", "none", tuple(si.Level("s", id, "Same", "none", among) for id in among))
        with pytest.raises(si.InvalidDocumentError, match="'Same' may be any of the levels a, b") as caught:
            scale.parse("Same")
        assert caught.value.issues[0].code == "ambiguous"


class TestNormalise:
    @pytest.mark.parametrize(
        ("word", "id", "rules"),
        [
            ("good", "good", None),
            ("Good", "good", ("title",)),
            (" good", "good", ("white_space",)),
            ("GOOD", "good", ("case",)),
            ("Requires\u00a0 improvement\n", "requires_improvement", ("title", "white_space")),
            ("REQUIRES IMPROVEMENT", "requires_improvement", ("title", "case")),
            (" Requires  Improvement ", "requires_improvement", ("title", "white_space", "case")),
            ("RI", "requires_improvement", ("alias",)),
            (" ri ", "requires_improvement", ("alias", "white_space", "case")),
        ],
    )
    def test_what_is_allowed_for_is_reported(self, word: str, id: str, rules: tuple[str, ...] | None) -> None:
        read = GRADE.normalise([word], aliases={"RI": "requires_improvement"})
        assert read.levels == (GRADE.find(id),)
        assert read.changed == (() if rules is None else (si.NormalisedWord(word, GRADE.find(id), rules, (0,)),))

    def test_a_word_is_reported_once_with_its_places(self) -> None:
        read = GRADE.normalise(iter(["Good", "good", None, "Good"]))
        assert [(change.word, change.places) for change in read.changed] == [("Good", (0, 3))]
        assert read.levels == (GRADE.find("good"), GRADE.find("good"), None, GRADE.find("good"))

    def test_no_alias_is_known_unless_given(self) -> None:
        with pytest.raises(si.InvalidDocumentError, match="did you mean 'requires_improvement'"):
            GRADE.normalise(["RI"])

    def test_all_words_that_cannot_be_read_are_named_with_their_places(self) -> None:
        with pytest.raises(si.InvalidDocumentError, match="2 of the words") as caught:
            GRADE.normalise(["good", "Met", "RI", "Met"])
        assert [(issue.pointer, issue.code) for issue in caught.value.issues] == [("word 1, 3", "unknown_name"), ("word 2", "unknown_name")]

    def test_empty_cells_of_pandas_and_polars_stay_empty(self) -> None:
        pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
        for kind in ("object", "str", "string", "category"):
            assert GRADE.normalise(pandas.Series(["good", None], dtype=kind)).levels == (GRADE.find("good"), None), kind
        assert GRADE.normalise([pandas.NaT, pandas.NA, float("nan")]).levels == (None, None, None)
        assert GRADE.normalise(polars.Series(["good", None])).levels == (GRADE.find("good"), None)

    @pytest.mark.parametrize("word", [float("inf"), 1.5, 1, b"good"])
    def test_a_figure_is_no_word(self, word: object) -> None:
        with pytest.raises(TypeError, match="word 1 is a str"):
            GRADE.normalise(["good", word])  # type: ignore[list-item]

    def test_one_text_is_not_many_words(self) -> None:
        with pytest.raises(TypeError, match=r"not the one text 'good'; give \['good'\], or use parse"):
            GRADE.normalise("good")

    def test_an_alias_means_a_level_of_the_scale(self) -> None:
        with pytest.raises(KeyError, match="no level 'requires improvement'.*did you mean 'requires_improvement'"):
            GRADE.normalise([], aliases={"RI": "requires improvement"})

    def test_an_alias_does_not_take_a_name_away(self) -> None:
        assert GRADE.normalise(["good", "Good"], aliases={"Good": "inadequate", "good": "inadequate"}).levels == (GRADE.find("good"),) * 2

    @given(st.sampled_from(EVERY_SCALE).flatmap(lambda scale: st.tuples(st.just(scale), st.lists(st.sampled_from(scale.levels)))))
    def test_ids_and_titles_come_back_as_their_levels(self, drawn: tuple[si.Scale, list[si.Level]]) -> None:
        scale, levels = drawn
        assert scale.normalise(level.id for level in levels) == si.NormalisedLevels(tuple(levels))
        assert scale.normalise(f" {level.id.upper()}" for level in levels).levels == tuple(levels)
        assert scale.normalise(level.title for level in levels).levels == tuple(levels)

    @given(st.text(max_size=30))
    def test_no_word_is_read_that_is_not_a_name(self, word: str) -> None:
        names = {name.casefold() for level in GRADE for name in (level.id, level.title)}
        try:
            (level,) = GRADE.normalise([word]).levels
        except (si.InvalidDocumentError, si.ResourceExhaustedError):
            assert " ".join(word.split()).casefold() not in names
        else:
            assert level is not None
            assert " ".join(word.split()).casefold() in {level.id.casefold(), level.title.casefold()}


class TestJudgementGivesLevels:
    def test_suggested_possible_and_decided(self) -> None:
        framework, judgement = samples.framework(), samples.judgement("100002")
        tier = framework.scale("tier")
        assert judgement.possible_levels(framework) == tuple(tier.find(id) for id in judgement.possible())
        assert judgement.suggested_level(framework) == (tier.find(judgement.suggested()) if judgement.suggested() else None)
        assert judgement.decided_level(framework) is None
        decided = si.decide(framework, judgement, {"level": "tier_3", "decided_on": dt.date(2026, 9, 8), "by": "trust_board", "reason": "Agreed."})
        assert decided.decided_level(framework) == tier.find("tier_3")

    @pytest.mark.parametrize("info", si.frameworks(), ids=lambda info: info.id)
    def test_every_question_of_every_framework(self, info: si.FrameworkInfo) -> None:
        framework = si.framework(info.id)
        judgement = si.judge(framework, samples.evidence(), "100001", valid=samples.TODAY)
        for answer in judgement.answers:
            assert tuple(str(level) for level in judgement.possible_levels(framework, answer.judgement)) == tuple(f"{answer.scale}.{id}" for id in answer.possible)
            suggested = judgement.suggested_level(framework, answer.judgement)
            assert (suggested.id if suggested else None) == answer.suggested

    def test_another_framework_is_refused(self) -> None:
        with pytest.raises(si.FailedPreconditionError, match=r"this is pact 2"):
            samples.judgement().possible_levels(si.framework("pact"))

    def test_a_question_the_framework_does_not_have(self) -> None:
        with pytest.raises(KeyError, match="no judgement 'other'"):
            samples.judgement().suggested_level(samples.framework(), "other")
