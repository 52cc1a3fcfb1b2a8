package schoolimp;

import static schoolimp.Functions.C;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists that are read item by item, and texts and lists the library made. */
final class Lists {
    private Lists() {}

    static <T> List<T> of(SizeT count, Function<SizeT, T> read) {
        List<T> list = new ArrayList<>(count.intValue());
        for (long i = 0; i < count.longValue(); ++i) list.add(read.apply(new SizeT(i)));
        return list;
    }

    /** Reads the texts and ends their handle. */
    static List<String> take(Pointer strings) {
        try {
            return of(C.schoolimp_strings_count(strings), i -> C.schoolimp_strings_at(strings, i));
        } finally {
            C.schoolimp_strings_free(strings);
        }
    }

    /** Reads the bytes of a text and ends its handle. */
    static byte[] takeBytes(Pointer text) {
        try {
            return C.schoolimp_text_data(text).getByteArray(0, C.schoolimp_text_size(text).intValue());
        } finally {
            C.schoolimp_text_free(text);
        }
    }

    static String takeText(Pointer text) {
        return new String(takeBytes(text), java.nio.charset.StandardCharsets.UTF_8);
    }
}
