package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.make;
import static schoolimp.SchoolImpException.run;

import java.time.Instant;
import java.time.LocalDate;

/** What a calendar is made of. Belongs to one thread at a time. */
public final class CalendarRequest extends Handle {
    public record Cadence(String activity, String every, String position, int times, String reason) {}

    public CalendarRequest(Instant stamp, LocalDate from) {
        super(make((out, error) -> C.schoolimp_calendar_request_new(out, stamp.getEpochSecond(), Days.of(from), error)),
            C::schoolimp_calendar_request_free);
    }

    public CalendarRequest add(SchoolYear year) {
        run(error -> C.schoolimp_calendar_request_add_school_year(pointer(), year.pointer(), error));
        return this;
    }

    public CalendarRequest add(Judgement judgement) {
        run(error -> C.schoolimp_calendar_request_add_judgement(pointer(), judgement.pointer(), error));
        return this;
    }

    public CalendarRequest add(Plan plan) {
        run(error -> C.schoolimp_calendar_request_add_plan(pointer(), plan.pointer(), error));
        return this;
    }

    public CalendarRequest add(Cadence cadence) {
        Structures.Cadence given = new Structures.Cadence();
        C.schoolimp_cadence_init(given, new SizeT(given.size()));
        given.activity = cadence.activity();
        given.every = cadence.every();
        given.position = cadence.position();
        given.times = cadence.times();
        given.reason = cadence.reason();
        run(error -> C.schoolimp_calendar_request_add_cadence(pointer(), given, error));
        return this;
    }
}
