package schoolimp;

/** Whether a criterion is met, a comparison holds, a measure has a value. */
public enum Truth {
    FALSE, TRUE, UNKNOWN, NOT_APPLICABLE;

    static Truth of(int number) {
        return values()[number];
    }
}
