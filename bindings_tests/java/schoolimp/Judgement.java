package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.make;
import static schoolimp.SchoolImpException.run;

import com.sun.jna.Pointer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Everything known about one school under one framework at one pair of dates. Immutable: deciding gives a new one. */
public final class Judgement extends Handle {
    private static final int NOT_EXACT = 4, NATIONAL = 1;

    public record Answer(String id, String suggested, boolean isExact, List<String> possible, List<String> reasons, List<Reading> missing) {}

    public record Comparison(String text, String left, String comparator, String right, Truth result) {}

    public record Criterion(String id, Truth result, List<Comparison> comparisons, int readings, int waiting) {}

    public record Reading(boolean isNational, String indicator, String group, String period, String value, String missing) {}

    public record Measure(String id, String value) {}

    public record Decision(String judgement, String level, String by, String person, String reason, String suggested, LocalDate decidedOn) {}

    Judgement(Pointer pointer) {
        super(pointer, C::schoolimp_judgement_free);
    }

    public static Judgement of(Framework framework, Evidence evidence, String school, LocalDate valid, Trust trust, Benchmarks benchmarks) {
        Structures.JudgeOptions options = new Structures.JudgeOptions();
        C.schoolimp_judge_options_init(options, new SizeT(options.size()));
        options.valid = Days.of(valid);
        return new Judgement(make((out, error) -> C.schoolimp_judge(
            out, pointerOf(framework), evidence.pointer(), school, pointerOf(trust), pointerOf(benchmarks), options, error)));
    }

    public static Judgement parse(byte[] json) {
        return new Judgement(make((out, error) -> C.schoolimp_judgement_parse(out, json, new SizeT(json.length), null, null, error)));
    }

    public String school() {
        return C.schoolimp_judgement_school(pointer());
    }

    public int knownCells() {
        return C.schoolimp_judgement_known_cells(pointer());
    }

    public int missingCells() {
        return C.schoolimp_judgement_missing_cells(pointer());
    }

    public List<Answer> answers() {
        return Lists.of(C.schoolimp_judgement_answer_count(pointer()), this::readAnswer);
    }

    public Answer findAnswer(String id) {
        return readAnswer(C.schoolimp_judgement_find_answer(pointer(), id));
    }

    private Answer readAnswer(SizeT answer) {
        Pointer self = pointer();
        return new Answer(
            C.schoolimp_judgement_answer_id(self, answer), C.schoolimp_judgement_suggested(self, answer),
            (C.schoolimp_judgement_answer_flags(self, answer) & NOT_EXACT) == 0,
            Lists.of(C.schoolimp_judgement_possible_count(self, answer), i -> C.schoolimp_judgement_possible(self, answer, i)),
            Lists.of(C.schoolimp_judgement_reason_count(self, answer), i -> C.schoolimp_judgement_reason(self, answer, i)),
            Lists.of(C.schoolimp_judgement_missing_count(self, answer), i -> readReading(C.schoolimp_judgement_missing(self, answer, i))));
    }

    private Reading readReading(SizeT reading) {
        Pointer self = pointer();
        return new Reading(
            (C.schoolimp_judgement_reading_flags(self, reading) & NATIONAL) != 0, C.schoolimp_judgement_reading_indicator(self, reading),
            C.schoolimp_judgement_reading_group(self, reading), C.schoolimp_judgement_reading_period(self, reading),
            C.schoolimp_judgement_reading_value(self, reading), C.schoolimp_judgement_reading_missing(self, reading));
    }

    public List<Criterion> criteria() {
        Pointer self = pointer();
        return Lists.of(C.schoolimp_judgement_criterion_count(self), criterion -> new Criterion(
            C.schoolimp_judgement_criterion_id(self, criterion), Truth.of(C.schoolimp_judgement_criterion_result(self, criterion)),
            Lists.of(C.schoolimp_judgement_comparison_count(self, criterion), i -> readComparison(criterion, i)),
            C.schoolimp_judgement_criterion_reading_count(self, criterion).intValue(),
            C.schoolimp_judgement_criterion_waiting_count(self, criterion).intValue()));
    }

    private Comparison readComparison(SizeT criterion, SizeT i) {
        Pointer self = pointer();
        return new Comparison(
            C.schoolimp_judgement_comparison_text(self, criterion, i), C.schoolimp_judgement_comparison_left(self, criterion, i),
            C.schoolimp_judgement_comparison_comparator(self, criterion, i), C.schoolimp_judgement_comparison_right(self, criterion, i),
            Truth.of(C.schoolimp_judgement_comparison_result(self, criterion, i)));
    }

    /** Measures that have a value. */
    public List<Measure> measures() {
        Pointer self = pointer();
        List<Measure> all = Lists.of(C.schoolimp_judgement_measure_count(self),
            i -> Truth.of(C.schoolimp_judgement_measure_state(self, i)) != Truth.TRUE ? null
                : new Measure(C.schoolimp_judgement_measure_id(self, i), C.schoolimp_judgement_measure_value(self, i)));
        return all.stream().filter(Objects::nonNull).toList();
    }

    public byte[] toJson() {
        return Lists.takeBytes(make((out, error) -> C.schoolimp_judgement_to_json(out, pointer(), 1, error)));
    }

    public String toMarkdown(Framework framework, Trust trust) {
        return Lists.takeText(make((out, error) -> C.schoolimp_judgement_to_markdown(out, pointer(), framework.pointer(), trust.pointer(), error)));
    }

    public Judgement decide(Framework framework, Decision decision) {
        Structures.Decision given = new Structures.Decision();
        C.schoolimp_decision_init(given, new SizeT(given.size()));
        given.judgement = decision.judgement();
        given.level = decision.level();
        given.by = decision.by();
        given.person = decision.person();
        given.reason = decision.reason();
        given.suggested = decision.suggested();
        given.decidedOn = Days.of(decision.decidedOn());
        return new Judgement(make((out, error) -> C.schoolimp_decide(out, framework.pointer(), pointer(), given, error)));
    }

    public List<Decision> decisions() {
        return Lists.of(C.schoolimp_judgement_decision_count(pointer()), this::readDecision);
    }

    private Decision readDecision(SizeT index) {
        Structures.Decision read = new Structures.Decision();
        C.schoolimp_decision_init(read, new SizeT(read.size()));
        run(error -> C.schoolimp_judgement_decision(read, pointer(), index, error));
        return new Decision(read.judgement, read.level, read.by, read.person, read.reason, read.suggested, Days.toDate(read.decidedOn));
    }

    public String levelInForce(String id) {
        return Lists.takeText(make((out, error) -> C.schoolimp_judgement_level_in_force(out, pointer(), id, error)));
    }
}
