using System;
using System.Collections.Generic;

namespace SchoolImp
{
    /// <summary>A trust: its schools and people.</summary>
    public sealed class Trust : IDisposable
    {
        internal TrustHandle Handle { get; }
        public IReadOnlyList<Issue> Warnings { get; }

        private Trust(TrustHandle handle, IReadOnlyList<Issue> warnings)
        {
            Handle = handle;
            Warnings = warnings;
        }

        public void Dispose() { Handle.Dispose(); }

        public static Trust Parse(byte[] json)
        {
            IntPtr error;
            TrustHandle handle;
            IssuesHandle warnings;
            ParseOptionsStruct options = Document.Options();
            SchoolImpException.Check(Native.schoolimp_trust_parse(out handle, json, Native.Size(json.Length), ref options, out warnings, out error), error);
            return new Trust(handle, Issue.Take(warnings));
        }

        public IReadOnlyList<KeyValuePair<string, string>> Schools
        {
            get
            {
                return Lists.Of(Native.schoolimp_trust_school_count(Handle), i => new KeyValuePair<string, string>(
                    Utf8.Copy(Native.schoolimp_trust_school_id(Handle, i), Handle), Utf8.Copy(Native.schoolimp_trust_school_name(Handle, i), Handle)));
            }
        }
    }

    /// <summary>National figures to compare with.</summary>
    public sealed class Benchmarks : IDisposable
    {
        internal BenchmarksHandle Handle { get; }

        private Benchmarks(BenchmarksHandle handle) { Handle = handle; }

        public void Dispose() { Handle.Dispose(); }

        public static Benchmarks Builtin()
        {
            IntPtr error;
            BenchmarksHandle handle;
            SchoolImpException.Check(Native.schoolimp_benchmarks_builtin(out handle, out error), error);
            return new Benchmarks(handle);
        }
    }

    /// <summary>One academic year of a school.</summary>
    public sealed class SchoolYear : IDisposable
    {
        internal SchoolYearHandle Handle { get; }

        private SchoolYear(SchoolYearHandle handle) { Handle = handle; }

        public void Dispose() { Handle.Dispose(); }

        public static SchoolYear Parse(byte[] json)
        {
            IntPtr error;
            SchoolYearHandle handle;
            IssuesHandle warnings;
            ParseOptionsStruct options = Document.Options();
            SchoolImpException.Check(
                Native.schoolimp_school_year_parse(out handle, json, Native.Size(json.Length), null, UIntPtr.Zero, ref options, out warnings, out error),
                error);
            warnings.Dispose();
            return new SchoolYear(handle);
        }

        public string Id { get { return Utf8.Copy(Native.schoolimp_school_year_id(Handle), Handle); } }

        public int[] SchoolDays()
        {
            IntPtr error;
            UIntPtr count;
            SchoolImpException.Check(Native.schoolimp_school_year_school_days(Handle, null, UIntPtr.Zero, out count, out error), error);
            int[] days = new int[Native.Count(count)];
            SchoolImpException.Check(Native.schoolimp_school_year_school_days(Handle, days, count, out count, out error), error);
            return days;
        }

        public DateTime? NextDay(DateTime date) { return Days.ToDate(Native.schoolimp_school_year_next_day(Handle, Days.Of(date))); }

        public string HalfTermTitle(int index)
        {
            IntPtr error;
            TextHandle text;
            SchoolImpException.Check(Native.schoolimp_school_year_half_term_title(out text, Handle, Native.Size(index), out error), error);
            return Document.TakeString(text);
        }

        public string Describe(DateTime date)
        {
            IntPtr error;
            TextHandle text;
            SchoolImpException.Check(Native.schoolimp_school_year_describe(out text, Handle, Days.Of(date), out error), error);
            return Document.TakeString(text);
        }
    }
}
