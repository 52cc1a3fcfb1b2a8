package schoolimp;

import static schoolimp.Functions.C;
import static schoolimp.SchoolImpException.make;
import static schoolimp.SchoolImpException.run;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.util.ArrayList;
import java.util.List;

/** Named columns of one length. */
public final class Table extends Handle {
    private static final int FLOAT64 = 9;

    public record Column(String name, String type) {}

    /** The numbers of its columns, which the library borrows. JNA frees memory that nothing refers to: the table refers to it. */
    private final List<Memory> numbers;

    Table(Pointer pointer, List<Memory> numbers) {
        super(pointer, C::schoolimp_table_free);
        this.numbers = numbers;
    }

    /** Closes the table; only after what was judged from it, for the columns are borrowed there too. */
    @Override
    public void close() {
        super.close();
        numbers.forEach(Memory::close);
        numbers.clear();
    }

    public List<Column> columns() {
        List<String> names = Lists.take(make((out, error) -> C.schoolimp_table_column_names(out, pointer(), error)));
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            SizeT index = new SizeT(columns.size());
            columns.add(new Column(name, Lists.takeText(make((out, error) -> C.schoolimp_table_type_name(out, pointer(), index, error)))));
        }
        return columns;
    }

    /** Makes a table of columns in memory. Belongs to one thread at a time. */
    public static final class Builder extends Handle {
        private final int rows;
        private List<Memory> numbers = new ArrayList<>();

        public Builder(int rows) {
            super(make((out, error) -> C.schoolimp_table_builder_new(out, rows, error)), C::schoolimp_table_builder_free);
            this.rows = rows;
        }

        public Builder addTexts(String name, String... values) {
            needRows(values.length);
            StringArray texts = new StringArray(values, "UTF-8");
            run(error -> C.schoolimp_table_builder_add_texts(pointer(), name, texts, error));
            return this;
        }

        // excerpt: numbers
        /** Null is a row without a value. The numbers are borrowed by the library: outside the Java heap, where they do not move. */
        public Builder addNumbers(String name, Double... values) {
            needRows(values.length);
            Memory memory = new Memory(8L * values.length);
            byte[] validity = new byte[(values.length + 7) / 8];
            for (int i = 0; i < values.length; ++i) {
                memory.setDouble(8L * i, values[i] == null ? 0.0 : values[i]);
                if (values[i] != null) validity[i / 8] |= (byte) (1 << i % 8);
            }
            numbers.add(memory);
            run(error -> C.schoolimp_table_builder_add_numbers(pointer(), name, FLOAT64, memory, validity, error));
            return this;
        }
        // end of excerpt

        public Table build() {
            Pointer table = make((out, error) -> C.schoolimp_table_builder_build(out, pointer(), error));
            List<Memory> given = numbers;
            numbers = new ArrayList<>();
            return new Table(table, given);
        }

        @Override
        public void close() {
            super.close();
            numbers.forEach(Memory::close);
            numbers.clear();
        }

        private void needRows(int given) {
            if (given != rows) throw new IllegalArgumentException("a value for each of " + rows + " rows is needed, not " + given);
        }
    }
}
