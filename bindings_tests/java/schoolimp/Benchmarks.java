package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.make;

/** National figures to compare with: those that come with the library. */
public final class Benchmarks extends Handle {
    public Benchmarks() {
        super(make(C::schoolimp_benchmarks_builtin), C::schoolimp_benchmarks_free);
    }
}
