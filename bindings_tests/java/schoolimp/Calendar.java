package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.make;

import com.sun.jna.Pointer;
import java.time.LocalDate;
import java.util.List;

/** The improvement calendar: dated events, and what has no date until people agree one. */
public final class Calendar extends Handle {
    public enum Status { CONFIRMED, TENTATIVE, CANCELLED }

    public record Event(LocalDate first, LocalDate last, String school, String type, Status status, String title, String reason) {}

    /** Something without a date, and what is missing for one. */
    public record Undated(String title, String message) {}

    private Calendar(Pointer pointer) {
        super(pointer, C::schoolimp_calendar_free);
    }

    public static Calendar of(Framework framework, Trust trust, CalendarRequest request, Calendar previous) {
        return new Calendar(make((out, error) -> C.schoolimp_calendar_make(
            out, framework.pointer(), trust.pointer(), request.pointer(), pointerOf(previous), error)));
    }

    public List<Event> events() {
        Pointer self = pointer();
        return Lists.of(C.schoolimp_calendar_event_count(self), i -> new Event(
            Days.toDate(C.schoolimp_calendar_event_first(self, i)), Days.toDate(C.schoolimp_calendar_event_last(self, i)),
            C.schoolimp_calendar_event_school(self, i), C.schoolimp_calendar_event_type(self, i),
            Status.values()[C.schoolimp_calendar_event_status(self, i)], C.schoolimp_calendar_event_title(self, i),
            C.schoolimp_calendar_event_reason(self, i)));
    }

    public List<Undated> undated() {
        Pointer self = pointer();
        return Lists.of(C.schoolimp_calendar_undated_count(self),
            i -> new Undated(C.schoolimp_calendar_undated_title(self, i), C.schoolimp_calendar_undated_message(self, i)));
    }

    public List<Issue> warnings() {
        return Issue.take(make((out, error) -> C.schoolimp_calendar_issues(out, pointer(), error)));
    }

    public byte[] toICalendar(String name, String school, int alarmDaysBefore) {
        Structures.IcalendarOptions options = new Structures.IcalendarOptions();
        C.schoolimp_icalendar_options_init(options, new SizeT(options.size()));
        options.name = name;
        options.school = school;
        options.alarmDaysBefore = alarmDaysBefore;
        return Lists.takeBytes(make((out, error) -> C.schoolimp_calendar_to_icalendar(out, pointer(), options, error)));
    }
}
