package schoolimp;

import com.sun.jna.Pointer;
import java.util.function.Consumer;

// excerpt: handles
/**
 * A handle of the library, ended by close(): use try-with-resources. There is no finalizer, which might end a handle while a call
 * still uses it.
 */
abstract class Handle implements AutoCloseable {
    private final Consumer<Pointer> free;
    private Pointer pointer;

    Handle(Pointer pointer, Consumer<Pointer> free) {
        this.pointer = pointer;
        this.free = free;
    }

    Pointer pointer() {
        if (pointer == null) throw new IllegalStateException(getClass().getSimpleName() + " is closed");
        return pointer;
    }

    /** NULL for null: for arguments that may be absent. */
    static Pointer pointerOf(Handle handle) {
        return handle == null ? null : handle.pointer();
    }

    @Override
    public void close() {
        if (pointer == null) return;
        free.accept(pointer);
        pointer = null;
    }
}
// end of excerpt
