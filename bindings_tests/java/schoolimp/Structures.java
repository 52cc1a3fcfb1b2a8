package schoolimp;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;

/** The structures of schoolimp_c.h, each filled with its defaults by the library before members are set. Public, for JNA reads them. */
public final class Structures {
    private Structures() {}

    // excerpt: structures
    /** JNA takes the encoding of a structure's texts from the library it is declared in; these say it themselves. */
    public abstract static class Utf8Structure extends Structure {
        Utf8Structure() {
            setStringEncoding("UTF-8");
        }
    }
    // end of excerpt

    @Structure.FieldOrder({"structSize", "maxBytes", "maxDepth", "maxElements", "maxString", "maxIssues"})
    public static final class ParseOptions extends Utf8Structure {
        public SizeT structSize;
        public SizeT maxBytes;
        public SizeT maxDepth;
        public SizeT maxElements;
        public SizeT maxString;
        public SizeT maxIssues;
    }

    @Structure.FieldOrder({"structSize", "period", "cohort", "valid", "known", "searchLimit", "reserved"})
    public static final class JudgeOptions extends Utf8Structure {
        public SizeT structSize;
        public String period;
        public Pointer cohort;
        public int valid;
        public int known;
        public int searchLimit;
        public int reserved;
    }

    @Structure.FieldOrder({"structSize", "school", "indicator", "period", "group", "value", "source", "note", "lower", "upper", "number", "kind",
        "observedOn", "recordedAt", "cohort"})
    public static final class Observation extends Utf8Structure {
        public SizeT structSize;
        public String school;
        public String indicator;
        public String period;
        public String group;
        public String value;
        public String source;
        public String note;
        public String lower;
        public String upper;
        public double number;
        public int kind;
        public int observedOn;
        public int recordedAt;
        public int cohort;
    }

    @Structure.FieldOrder({"structSize", "school", "judgement", "level", "by", "person", "reason", "suggested", "frameworkHash", "decidedOn",
        "reserved"})
    public static final class Decision extends Utf8Structure {
        public SizeT structSize;
        public String school;
        public String judgement;
        public String level;
        public String by;
        public String person;
        public String reason;
        public String suggested;
        public String frameworkHash;
        public int decidedOn;
        public int reserved;
    }

    @Structure.FieldOrder({"structSize", "madeOn", "start", "end", "reserved"})
    public static final class PlanOptions extends Utf8Structure {
        public SizeT structSize;
        public int madeOn;
        public int start;
        public int end;
        public int reserved;
    }

    @Structure.FieldOrder({"structSize", "item", "by", "note", "value", "on", "rag", "status", "reserved"})
    public static final class Progress extends Utf8Structure {
        public SizeT structSize;
        public String item;
        public String by;
        public String note;
        public String value;
        public int on;
        public int rag;
        public int status;
        public int reserved;
    }

    @Structure.FieldOrder({"structSize", "activity", "reportTo", "every", "position", "event", "offsetUnit", "reason", "times", "offset", "flags",
        "reserved"})
    public static final class Cadence extends Utf8Structure {
        public SizeT structSize;
        public String activity;
        public String reportTo;
        public String every;
        public String position;
        public String event;
        public String offsetUnit;
        public String reason;
        public int times;
        public int offset;
        public int flags;
        public int reserved;
    }

    @Structure.FieldOrder({"structSize", "name", "description", "school", "participant", "type", "colour", "sourceUrl", "eventUrl",
        "alarmDaysBefore", "refreshHours", "leaveTrustWide", "leaveCancelled"})
    public static final class IcalendarOptions extends Utf8Structure {
        public SizeT structSize;
        public String name;
        public String description;
        public String school;
        public String participant;
        public String type;
        public String colour;
        public String sourceUrl;
        public String eventUrl;
        public int alarmDaysBefore;
        public int refreshHours;
        public int leaveTrustWide;
        public int leaveCancelled;
    }
}
