package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.make;
import static schoolimp.SchoolImpException.run;

import com.sun.jna.Pointer;
import java.time.LocalDate;

/** One academic year of a school. */
public final class SchoolYear extends Handle {
    private SchoolYear(Pointer pointer) {
        super(pointer, C::schoolimp_school_year_free);
    }

    public static SchoolYear parse(byte[] json) {
        return new SchoolYear(
            make((out, error) -> C.schoolimp_school_year_parse(out, json, new SizeT(json.length), null, new SizeT(0), null, null, error)));
    }

    public String id() {
        return C.schoolimp_school_year_id(pointer());
    }

    public int[] schoolDays() {
        SizeT.Reference count = new SizeT.Reference();
        run(error -> C.schoolimp_school_year_school_days(pointer(), null, new SizeT(0), count, error));
        int[] days = new int[count.value()];
        run(error -> C.schoolimp_school_year_school_days(pointer(), days, new SizeT(days.length), count, error));
        return days;
    }

    public LocalDate nextDay(LocalDate date) {
        return Days.toDate(C.schoolimp_school_year_next_day(pointer(), Days.of(date)));
    }

    public String halfTermTitle(int index) {
        return Lists.takeText(make((out, error) -> C.schoolimp_school_year_half_term_title(out, pointer(), new SizeT(index), error)));
    }

    public String describe(LocalDate date) {
        return Lists.takeText(make((out, error) -> C.schoolimp_school_year_describe(out, pointer(), Days.of(date), error)));
    }
}
