package schoolimp;

import static schoolimp.Functions.C;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;

/** A call that failed, with everything the library says about it. */
public final class SchoolImpException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String status;
    private final transient List<Issue> issues;

    private SchoolImpException(String status, String message, List<Issue> issues) {
        super(message);
        this.status = status;
        this.issues = issues;
    }

    public String status() {
        return status;
    }

    public List<Issue> issues() {
        return issues;
    }

    // excerpt: errors
    /** A function that makes something: its first argument and its last. */
    interface Making {
        int call(PointerByReference out, PointerByReference error);
    }

    /** A function that does something. */
    interface Doing {
        int call(PointerByReference error);
    }

    static Pointer make(Making function) {
        PointerByReference out = new PointerByReference();
        run(error -> function.call(out, error));
        return out.getValue();
    }

    static void run(Doing function) {
        PointerByReference error = new PointerByReference();
        int status = function.call(error);
        if ((status & 0xff) == 0) return;
        try {
            throw new SchoolImpException(C.schoolimp_status_name(status), C.schoolimp_error_message(error.getValue()),
                Issue.readAll(C.schoolimp_error_issues(error.getValue())));
        } finally {
            C.schoolimp_error_free(error.getValue());
        }
    }
    // end of excerpt
}
