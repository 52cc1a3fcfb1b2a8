package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.make;
import static schoolimp.SchoolImpException.run;

import java.time.LocalDate;

/** How a table is judged. Belongs to one thread at a time. */
public final class TableRequest extends Handle {
    private static final int NUMBER = 1;

    /** Told how far the run is; true stops it. */
    public interface Progress {
        boolean stops(long done, long rows);
    }

    private Functions.ProgressCallback callback;

    public TableRequest(LocalDate valid) {
        super(make((out, error) -> C.schoolimp_table_request_new(out, Days.of(valid), Functions.NO_DATE, error)), C::schoolimp_table_request_free);
    }

    public TableRequest key(String column) {
        run(error -> C.schoolimp_table_request_set_key(pointer(), column, error));
        return this;
    }

    public TableRequest column(String cell, String column) {
        run(error -> C.schoolimp_table_request_set_column(pointer(), cell, column, error));
        return this;
    }

    /** A number that is the same for every school. */
    public TableRequest constant(String cell, String number) {
        run(error -> C.schoolimp_table_request_set_constant(pointer(), cell, NUMBER, number, error));
        return this;
    }

    // excerpt: progress
    /** The callback stays in a member: the collector does not see that native code holds it. An exception cannot pass through native
     *  code; it stops the run. */
    public TableRequest progress(Progress progress) {
        callback = (payload, done, rows) -> {
            try {
                return progress.stops(done, rows) ? 1 : 0;
            } catch (RuntimeException exception) {
                return 1;
            }
        };
        run(error -> C.schoolimp_table_request_set_progress(pointer(), callback, null, error));
        return this;
    }
    // end of excerpt
}
