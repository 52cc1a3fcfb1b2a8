package schoolimp;

import static schoolimp.Functions.C;

import com.sun.jna.Pointer;
import java.util.List;

/** One problem: where it is, what kind it is, what is wrong and how to mend it. */
public record Issue(boolean isError, String pointer, String code, String message, String hint) {
    static List<Issue> readAll(Pointer issues) {
        return Lists.of(C.schoolimp_issues_count(issues), i -> new Issue(
            C.schoolimp_issues_severity(issues, i) == 0, C.schoolimp_issues_pointer(issues, i), C.schoolimp_issues_code(issues, i),
            C.schoolimp_issues_message(issues, i), C.schoolimp_issues_hint(issues, i)));
    }

    /** Reads the issues and ends their handle. */
    static List<Issue> take(Pointer issues) {
        try {
            return readAll(issues);
        } finally {
            C.schoolimp_issues_free(issues);
        }
    }
}
