package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.make;

import com.sun.jna.Pointer;
import java.time.LocalDate;
import java.util.List;

/** What one school gets at its level, with its record. Immutable: recording gives a new one. */
public final class Plan extends Handle {
    public enum Kind { OBJECTIVE, ACTION, MILESTONE, OPEN_POINT }

    public enum Status { NOT_STARTED, IN_PROGRESS, DONE, STOPPED, WITHDRAWN }

    public enum Rag { NOT_RATED, RED, AMBER, GREEN }

    public record Item(String id, String title, LocalDate start, LocalDate due, Status status) {}

    /** What was seen or done; rag and status are null when people set none. */
    public record Progress(String item, String by, String note, String value, LocalDate on, Rag rag, Status status) {}

    /** The rating by the rules, and the latest one people gave, or null. */
    public record Rating(String objective, Rag rag, Rag people, String reason) {}

    private Plan(Pointer pointer) {
        super(pointer, C::schoolimp_plan_free);
    }

    public static Plan of(Framework framework, Judgement judgement, SchoolYear year, Trust trust, LocalDate madeOn) {
        Structures.PlanOptions options = new Structures.PlanOptions();
        C.schoolimp_plan_options_init(options, new SizeT(options.size()));
        options.madeOn = Days.of(madeOn);
        return new Plan(make((out, error) -> C.schoolimp_plan_make(
            out, framework.pointer(), judgement.pointer(), year.pointer(), pointerOf(trust), options, error)));
    }

    public String id() {
        return C.schoolimp_plan_id(pointer());
    }

    public LocalDate start() {
        return Days.toDate(C.schoolimp_plan_start(pointer()));
    }

    public LocalDate end() {
        return Days.toDate(C.schoolimp_plan_end(pointer()));
    }

    public List<Item> items(Kind kind) {
        Pointer self = pointer();
        int number = kind.ordinal() + 1;
        return Lists.of(C.schoolimp_plan_item_count(self, number), i -> new Item(
            C.schoolimp_plan_item_id(self, number, i), C.schoolimp_plan_item_title(self, number, i),
            Days.toDate(C.schoolimp_plan_item_start(self, number, i)), Days.toDate(C.schoolimp_plan_item_due(self, number, i)),
            valueOf(Status.values(), C.schoolimp_plan_item_status(self, number, i))));
    }

    public Plan record(Progress progress) {
        Structures.Progress given = new Structures.Progress();
        C.schoolimp_progress_init(given, new SizeT(given.size()));
        given.item = progress.item();
        given.by = progress.by();
        given.note = progress.note();
        given.value = progress.value();
        given.on = Days.of(progress.on());
        given.rag = numberOf(progress.rag());
        given.status = numberOf(progress.status());
        return new Plan(make((out, error) -> C.schoolimp_plan_record_progress(out, pointer(), given, error)));
    }

    public List<Rating> rate(LocalDate day) {
        Pointer ratings = make((out, error) -> C.schoolimp_plan_rate(out, pointer(), Days.of(day), error));
        try {
            return Lists.of(C.schoolimp_ratings_count(ratings), i -> new Rating(
                C.schoolimp_ratings_objective(ratings, i), valueOf(Rag.values(), C.schoolimp_ratings_rag(ratings, i)),
                valueOf(Rag.values(), C.schoolimp_ratings_people(ratings, i)), C.schoolimp_ratings_reason(ratings, i)));
        } finally {
            C.schoolimp_ratings_free(ratings);
        }
    }

    private static int numberOf(Enum<?> value) {
        return value == null ? Functions.NONE : value.ordinal();
    }

    private static <E> E valueOf(E[] values, int number) {
        return number == Functions.NONE ? null : values[number];
    }
}
