package schoolimp;

import com.sun.jna.IntegerType;
import com.sun.jna.Native;
import com.sun.jna.ptr.ByReference;

/** size_t: as wide as the machine's, without a sign. SCHOOLIMP_NOT_FOUND, the largest, reads as -1. */
public final class SizeT extends IntegerType {
    private static final long serialVersionUID = 1;

    /** JNA makes results with it. */
    public SizeT() {
        this(0);
    }

    SizeT(long value) {
        super(Native.SIZE_T_SIZE, value, true);
    }

    /** Where a function writes a size. */
    public static final class Reference extends ByReference {
        /** JNA makes one itself. */
        public Reference() {
            super(Native.SIZE_T_SIZE);
        }

        int value() {
            return Math.toIntExact(Native.SIZE_T_SIZE == 8 ? getPointer().getLong(0) : getPointer().getInt(0));
        }
    }
}
