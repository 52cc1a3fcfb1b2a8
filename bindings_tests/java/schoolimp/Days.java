package schoolimp;

import java.time.LocalDate;

/** Dates are days since 1970-01-01; null is no date. */
final class Days {
    private Days() {}

    static int of(LocalDate date) {
        return date == null ? Functions.NO_DATE : Math.toIntExact(date.toEpochDay());
    }

    static LocalDate toDate(int days) {
        return days == Functions.NO_DATE ? null : LocalDate.ofEpochDay(days);
    }
}
