using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace SchoolImp
{
    /// <summary>Named columns of one length. Numbers stay in the arrays given, which are pinned until the table is disposed of.</summary>
    public sealed class Table : IDisposable
    {
        private readonly List<GCHandle> pins;
        internal TableHandle Handle { get; }

        internal Table(TableHandle handle, List<GCHandle> pins)
        {
            Handle = handle;
            this.pins = pins;
        }

        // excerpt: pinned
        /// <summary>Only after what was judged from it: the columns are borrowed there too. The order matters, so there is no finalizer;
        /// a table that is forgotten leaves its arrays pinned, which is a leak and not a dangling pointer.</summary>
        public void Dispose()
        {
            Handle.Dispose();
            foreach (GCHandle pin in pins) pin.Free();
            pins.Clear();
        }
        // end of excerpt

        public long Rows { get { return Native.schoolimp_table_rows(Handle); } }

        /// <summary>Names of the columns, each with its type.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> Columns()
        {
            IntPtr error;
            StringsHandle names;
            SchoolImpException.Check(Native.schoolimp_table_column_names(out names, Handle, out error), error);
            var columns = new List<KeyValuePair<string, string>>();
            foreach (string name in Lists.Take(names))
            {
                TextHandle type;
                SchoolImpException.Check(Native.schoolimp_table_type_name(out type, Handle, Native.Size(columns.Count), out error), error);
                columns.Add(new KeyValuePair<string, string>(name, Document.TakeString(type)));
            }
            return columns;
        }
    }

    /// <summary>Makes a table of columns in memory. Belongs to one thread at a time.</summary>
    public sealed class TableBuilder : IDisposable
    {
        private const int Float64 = 9;
        private readonly TableBuilderHandle handle;
        private readonly long rows;
        private List<GCHandle> pins = new List<GCHandle>();

        public TableBuilder(long rows)
        {
            IntPtr error;
            SchoolImpException.Check(Native.schoolimp_table_builder_new(out handle, rows, out error), error);
            this.rows = rows;
        }

        public TableBuilder AddTexts(string name, params string[] values)
        {
            IntPtr error;
            if (values.Length != rows) throw new ArgumentException("a value for each row is needed", "values");
            using (var texts = new Texts())
            {
                IntPtr[] pointers = Array.ConvertAll(values, texts.Add);
                SchoolImpException.Check(Native.schoolimp_table_builder_add_texts(handle, Utf8.Bytes(name), pointers, out error), error);
            }
            return this;
        }

        // excerpt: numbers
        /// <summary>Null is a row without a value. The numbers are borrowed by the library, so the array must not move.</summary>
        public TableBuilder AddNumbers(string name, params double?[] values)
        {
            IntPtr error;
            if (values.Length != rows) throw new ArgumentException("a value for each row is needed", "values");
            byte[] validity = new byte[(values.Length + 7) / 8];
            for (int i = 0; i < values.Length; ++i)
                if (values[i] != null) validity[i / 8] |= (byte)(1 << i % 8);
            GCHandle pin = GCHandle.Alloc(Array.ConvertAll(values, value => value ?? 0.0), GCHandleType.Pinned);
            pins.Add(pin);
            SchoolImpException.Check(
                Native.schoolimp_table_builder_add_numbers(handle, Utf8.Bytes(name), Float64, pin.AddrOfPinnedObject(), validity, out error), error);
            return this;
        }
        // end of excerpt

        public Table Build()
        {
            IntPtr error;
            TableHandle table;
            SchoolImpException.Check(Native.schoolimp_table_builder_build(out table, handle, out error), error);
            List<GCHandle> given = pins;
            pins = new List<GCHandle>();
            return new Table(table, given);
        }

        public void Dispose()
        {
            handle.Dispose();
            foreach (GCHandle pin in pins) pin.Free();
            pins.Clear();
        }
    }

    /// <summary>How a table is judged. Belongs to one thread at a time.</summary>
    public sealed class TableRequest : IDisposable
    {
        internal TableRequestHandle Handle { get; }
        private Native.ProgressCallback progress;

        public TableRequest(DateTime valid)
        {
            IntPtr error;
            TableRequestHandle handle;
            SchoolImpException.Check(Native.schoolimp_table_request_new(out handle, Days.Of(valid), Native.NoDate, out error), error);
            Handle = handle;
        }

        public TableRequest Key(string column)
        {
            IntPtr error;
            SchoolImpException.Check(Native.schoolimp_table_request_set_key(Handle, Utf8.Bytes(column), out error), error);
            return this;
        }

        public TableRequest Column(string cell, string column)
        {
            IntPtr error;
            SchoolImpException.Check(Native.schoolimp_table_request_set_column(Handle, Utf8.Bytes(cell), Utf8.Bytes(column), out error), error);
            return this;
        }

        public TableRequest Constant(string cell, ValueKind kind, string value)
        {
            IntPtr error;
            SchoolImpException.Check(
                Native.schoolimp_table_request_set_constant(Handle, Utf8.Bytes(cell), (int)kind, Utf8.Bytes(value), out error), error);
            return this;
        }

        // excerpt: progress
        /// <summary>Calls with the rows done and all rows; true stops the run. The delegate is kept in a member: the collector does not
        /// see that native code holds it. An exception must not pass through native code either: it stops the run.</summary>
        public TableRequest Progress(Func<long, long, bool> callback)
        {
            IntPtr error;
            progress = (payload, done, rows) =>
            {
                try { return callback(done, rows) ? 1 : 0; }
                catch (Exception) { return 1; }
            };
            SchoolImpException.Check(Native.schoolimp_table_request_set_progress(Handle, progress, IntPtr.Zero, out error), error);
            return this;
        }
        // end of excerpt

        public void Dispose()
        {
            Handle.Dispose();
            GC.KeepAlive(progress);
        }
    }

    /// <summary>What judging a table gave.</summary>
    public sealed class TableJudgement : IDisposable
    {
        private readonly TableJudgementHandle handle;

        private TableJudgement(TableJudgementHandle handle) { this.handle = handle; }

        public void Dispose() { handle.Dispose(); }

        public static TableJudgement Of(Framework framework, Table table, TableRequest request)
        {
            IntPtr error;
            TableJudgementHandle handle;
            int status = Native.schoolimp_judge_table(out handle, framework.Handle, table.Handle, request.Handle, out error);
            GC.KeepAlive(request);
            SchoolImpException.Check(status, error);
            return new TableJudgement(handle);
        }

        public int Rows { get { return checked((int)Native.schoolimp_table_judgement_rows(handle)); } }
        public long Failed { get { return Native.schoolimp_table_judgement_failed(handle); } }

        /// <summary>For each row the place of the suggested level in its scale, or -1.</summary>
        public sbyte[] Suggested(int judgement)
        {
            byte[] bytes = new byte[Rows];
            Marshal.Copy(Native.schoolimp_table_judgement_suggested(handle, Native.Size(judgement)), bytes, 0, bytes.Length);
            GC.KeepAlive(handle);
            return Array.ConvertAll(bytes, value => unchecked((sbyte)value));
        }

        /// <summary>For each row a bit for each possible level.</summary>
        public long[] Possible(int judgement)
        {
            long[] levels = new long[Rows];
            Marshal.Copy(Native.schoolimp_table_judgement_possible(handle, Native.Size(judgement)), levels, 0, levels.Length);
            GC.KeepAlive(handle);
            return levels;
        }

        public Judgement Explain(long row)
        {
            IntPtr error;
            JudgementHandle judgement;
            SchoolImpException.Check(Native.schoolimp_table_judgement_explain(out judgement, handle, row, out error), error);
            return new Judgement(judgement);
        }

        public IReadOnlyList<string> Absent()
        {
            IntPtr error;
            StringsHandle cells;
            SchoolImpException.Check(Native.schoolimp_table_judgement_absent(out cells, handle, out error), error);
            return Lists.Take(cells);
        }

        public Table ToTable()
        {
            IntPtr error;
            TableHandle table;
            SchoolImpException.Check(Native.schoolimp_table_judgement_to_table(out table, handle, out error), error);
            return new Table(table, new List<GCHandle>());
        }
    }
}
