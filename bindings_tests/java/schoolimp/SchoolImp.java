package schoolimp;

import static schoolimp.Functions.C;

/** The library that was found. */
public final class SchoolImp {
    private static final int API_LEVEL = 1;

    private SchoolImp() {}

    /** A newer library serves an older program; one of another binary interface, or one that is too old, does not. */
    public static boolean fits() {
        return C.schoolimp_abi_version() == 1 && C.schoolimp_api_level() >= API_LEVEL;
    }

    public static String version() {
        return C.schoolimp_version();
    }
}
