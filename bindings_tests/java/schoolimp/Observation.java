package schoolimp;

import static schoolimp.Functions.C;

import java.time.LocalDate;

/** One observation, made step by step: Observation.of("900001", "absence.overall").period("2024/25").number("5.9"). */
public final class Observation {
    private static final int MISSING = 0, NUMBER = 1, WORD = 3, DOUBLE = 5;

    final Structures.Observation structure = new Structures.Observation();

    private Observation() {
        C.schoolimp_observation_init(structure, new SizeT(structure.size()));
    }

    public static Observation of(String school, String indicator) {
        Observation observation = new Observation();
        observation.structure.school = school;
        observation.structure.indicator = indicator;
        return observation;
    }

    public Observation period(String period) {
        structure.period = period;
        return this;
    }

    public Observation observedOn(LocalDate date) {
        structure.observedOn = Days.of(date);
        return this;
    }

    public Observation source(String source) {
        structure.source = source;
        return this;
    }

    public Observation note(String note) {
        structure.note = note;
        return this;
    }

    public Observation cohort(int pupils) {
        structure.cohort = pupils;
        return this;
    }

    public Observation word(String value) {
        return value(WORD, value);
    }

    /** An exact decimal number. */
    public Observation number(String value) {
        return value(NUMBER, value);
    }

    public Observation number(double value) {
        structure.number = value;
        return value(DOUBLE, null);
    }

    public Observation missing(String why) {
        return value(MISSING, why);
    }

    private Observation value(int kind, String value) {
        structure.kind = kind;
        structure.value = value;
        return this;
    }
}
