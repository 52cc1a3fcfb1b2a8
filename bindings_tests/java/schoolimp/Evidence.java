package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.make;
import static schoolimp.SchoolImpException.run;

import com.sun.jna.Pointer;
import java.util.List;

/** Observations of schools. Immutable. */
public final class Evidence extends Handle {
    private Evidence(Pointer pointer) {
        super(pointer, C::schoolimp_evidence_free);
    }

    public static Evidence parse(byte[] json) {
        return new Evidence(make((out, error) -> C.schoolimp_evidence_parse(out, json, new SizeT(json.length), null, null, error)));
    }

    public static Evidence parseCsv(byte[] csv) {
        return new Evidence(make((out, error) -> C.schoolimp_evidence_parse_csv(out, csv, new SizeT(csv.length), null, null, error)));
    }

    public static Evidence of(List<Observation> observations) {
        Pointer builder = make(C::schoolimp_evidence_builder_new);
        try {
            for (Observation observation : observations) run(error -> C.schoolimp_evidence_builder_add(builder, observation.structure, error));
            return new Evidence(make((out, error) -> C.schoolimp_evidence_builder_build(out, builder, error)));
        } finally {
            C.schoolimp_evidence_builder_free(builder);
        }
    }

    public String toCsv() {
        return Lists.takeText(make((out, error) -> C.schoolimp_evidence_to_csv(out, pointer(), error)));
    }

    public Evidence merged(Evidence other) {
        return new Evidence(make((out, error) -> C.schoolimp_evidence_merged(out, pointer(), other.pointer(), error)));
    }

    public int size() {
        return C.schoolimp_evidence_size(pointer()).intValue();
    }

    public List<String> schools() {
        return Lists.take(make((out, error) -> C.schoolimp_evidence_schools(out, pointer(), error)));
    }

    public List<Issue> check(Framework framework) {
        return Issue.take(make((out, error) -> C.schoolimp_evidence_check(out, pointer(), framework.pointer(), error)));
    }
}
