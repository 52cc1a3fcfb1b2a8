package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.run;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;

/** A trust: its schools and people. */
public final class Trust extends Handle {
    public record School(String id, String name) {}

    private final List<Issue> warnings;

    private Trust(Pointer pointer, List<Issue> warnings) {
        super(pointer, C::schoolimp_trust_free);
        this.warnings = warnings;
    }

    public static Trust parse(byte[] json) {
        PointerByReference out = new PointerByReference();
        PointerByReference warnings = new PointerByReference();
        run(error -> C.schoolimp_trust_parse(out, json, new SizeT(json.length), null, warnings, error));
        return new Trust(out.getValue(), Issue.take(warnings.getValue()));
    }

    public List<Issue> warnings() {
        return warnings;
    }

    public List<School> schools() {
        Pointer self = pointer();
        return Lists.of(C.schoolimp_trust_school_count(self),
            i -> new School(C.schoolimp_trust_school_id(self, i), C.schoolimp_trust_school_name(self, i)));
    }
}
