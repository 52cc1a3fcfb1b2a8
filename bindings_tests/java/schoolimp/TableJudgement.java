package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.make;

import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/** What judging a table gave. */
public final class TableJudgement extends Handle {
    private TableJudgement(Pointer pointer) {
        super(pointer, C::schoolimp_table_judgement_free);
    }

    public static TableJudgement of(Framework framework, Table table, TableRequest request) {
        try {
            return new TableJudgement(make((out, error) -> C.schoolimp_judge_table(
                out, framework.pointer(), table.pointer(), request.pointer(), error)));
        } finally {
            Reference.reachabilityFence(request);
        }
    }

    public int rows() {
        return Math.toIntExact(C.schoolimp_table_judgement_rows(pointer()));
    }

    public long failed() {
        return C.schoolimp_table_judgement_failed(pointer());
    }

    /** For each row the place of the suggested level in its scale, or -1. */
    public byte[] suggested(int judgement) {
        return C.schoolimp_table_judgement_suggested(pointer(), new SizeT(judgement)).getByteArray(0, rows());
    }

    /** For each row a bit for each possible level. */
    public long[] possible(int judgement) {
        return C.schoolimp_table_judgement_possible(pointer(), new SizeT(judgement)).getLongArray(0, rows());
    }

    public Judgement explain(long row) {
        return new Judgement(make((out, error) -> C.schoolimp_table_judgement_explain(out, pointer(), row, error)));
    }

    public List<String> absent() {
        return Lists.take(make((out, error) -> C.schoolimp_table_judgement_absent(out, pointer(), error)));
    }

    public Table toTable() {
        return new Table(make((out, error) -> C.schoolimp_table_judgement_to_table(out, pointer(), error)), new ArrayList<>());
    }
}
