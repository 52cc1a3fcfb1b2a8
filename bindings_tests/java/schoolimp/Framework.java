package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.make;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.List;

/** A trust's school improvement model. Immutable: any number of threads may use it. */
public final class Framework extends Handle {
    /** What a framework is made of, in the order of the library's numbers, from 1. */
    public enum Part {
        SCALE, INDICATOR, MEASURE, CRITERION, JUDGEMENT, OFFER, ACTION, ACTIVITY, ROLE, BODY, KPI;

        int number() {
            return ordinal() + 1;
        }
    }

    public enum ScaleOrder { BEST_FIRST, WORST_FIRST, NONE }

    public enum IndicatorType { NUMBER, BOOLEAN, LEVEL, TEXT, DATE }

    public record Scale(String id, ScaleOrder order, List<String> levels) {}

    private Framework(Pointer pointer) {
        super(pointer, C::schoolimp_framework_free);
    }

    public static Framework builtin(String id) {
        return new Framework(make((out, error) -> C.schoolimp_framework_builtin(out, id, null, error)));
    }

    public static Framework parse(byte[] json, long maxBytes) {
        Structures.ParseOptions options = new Structures.ParseOptions();
        C.schoolimp_parse_options_init(options, new SizeT(options.size()));
        options.maxBytes = new SizeT(maxBytes);
        return new Framework(make((out, error) -> C.schoolimp_framework_parse(out, json, new SizeT(json.length), options, error)));
    }

    public String id() {
        return C.schoolimp_framework_id(pointer());
    }

    public String title() {
        return C.schoolimp_framework_title(pointer());
    }

    public String hash() {
        return C.schoolimp_framework_hash(pointer());
    }

    public int count(Part part) {
        return C.schoolimp_framework_part_count(pointer(), part.number()).intValue();
    }

    public String partId(Part part, int index) {
        return C.schoolimp_framework_part_id(pointer(), part.number(), new SizeT(index));
    }

    public String partTitle(Part part, int index) {
        return C.schoolimp_framework_part_title(pointer(), part.number(), new SizeT(index));
    }

    /** Index of the part with an id; -1 when there is none. */
    public int find(Part part, String id) {
        return (int) C.schoolimp_framework_find_part(pointer(), part.number(), id).longValue();
    }

    public List<Scale> scales() {
        Pointer self = pointer();
        return Lists.of(C.schoolimp_framework_part_count(self, Part.SCALE.number()), scale -> new Scale(
            C.schoolimp_framework_part_id(self, Part.SCALE.number(), scale), ScaleOrder.values()[C.schoolimp_framework_scale_order(self, scale)],
            Lists.of(C.schoolimp_framework_level_count(self, scale), level -> C.schoolimp_framework_level_id(self, scale, level))));
    }

    public Scale scaleOf(int judgement) {
        return scales().get(C.schoolimp_framework_judgement_scale(pointer(), new SizeT(judgement)).intValue());
    }

    public IndicatorType typeOfIndicator(int index) {
        return IndicatorType.values()[C.schoolimp_framework_indicator_type(pointer(), new SizeT(index))];
    }

    public String unitOfIndicator(int index) {
        return C.schoolimp_framework_indicator_unit(pointer(), new SizeT(index));
    }

    public String criterionExpression(int index) {
        return C.schoolimp_framework_criterion_expression(pointer(), new SizeT(index));
    }

    public List<String> cells() {
        return Lists.take(make((out, error) -> C.schoolimp_framework_cells(out, pointer(), error)));
    }

    /** The canonical document: the bytes its hash is taken of. */
    public byte[] toJson() {
        return Lists.takeBytes(make((out, error) -> C.schoolimp_framework_to_json(out, pointer(), 0, error)));
    }

    public List<Issue> warnings() {
        return Issue.take(make((out, error) -> C.schoolimp_framework_warnings(out, pointer(), error)));
    }

    public static String contentHash(byte[] bytes) {
        try (Memory memory = new Memory(bytes.length)) {
            memory.write(0, bytes, 0, bytes.length);
            return Lists.takeText(make((out, error) -> C.schoolimp_content_hash(out, memory, new SizeT(bytes.length), error)));
        }
    }
}
