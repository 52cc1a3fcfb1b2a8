using System;
using System.Runtime.InteropServices;

namespace SchoolImp
{
    // excerpt: handles
    /// <summary>A handle of the library. The run-time ends it exactly once, also after an exception, and never while a call uses it.</summary>
    internal abstract class NativeHandle : SafeHandle
    {
        protected NativeHandle() : base(IntPtr.Zero, true) { }

        public override bool IsInvalid { get { return handle == IntPtr.Zero; } }
    }

    internal sealed class FrameworkHandle : NativeHandle
    {
        /// <summary>NULL, where an argument may be NULL: the marshaller refuses a SafeHandle that is null itself.</summary>
        internal static readonly FrameworkHandle None = new FrameworkHandle();

        protected override bool ReleaseHandle() { Native.schoolimp_framework_free(handle); return true; }
    }
    // end of excerpt

    internal sealed class EvidenceHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_evidence_free(handle); return true; }
    }

    internal sealed class EvidenceBuilderHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_evidence_builder_free(handle); return true; }
    }

    internal sealed class TrustHandle : NativeHandle
    {
        internal static readonly TrustHandle None = new TrustHandle();

        protected override bool ReleaseHandle() { Native.schoolimp_trust_free(handle); return true; }
    }

    internal sealed class BenchmarksHandle : NativeHandle
    {
        internal static readonly BenchmarksHandle None = new BenchmarksHandle();

        protected override bool ReleaseHandle() { Native.schoolimp_benchmarks_free(handle); return true; }
    }

    internal sealed class SchoolYearHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_school_year_free(handle); return true; }
    }

    internal sealed class JudgementHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_judgement_free(handle); return true; }
    }

    internal sealed class PlanHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_plan_free(handle); return true; }
    }

    internal sealed class RatingsHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_ratings_free(handle); return true; }
    }

    internal sealed class CalendarHandle : NativeHandle
    {
        internal static readonly CalendarHandle None = new CalendarHandle();

        protected override bool ReleaseHandle() { Native.schoolimp_calendar_free(handle); return true; }
    }

    internal sealed class CalendarRequestHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_calendar_request_free(handle); return true; }
    }

    internal sealed class TextHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_text_free(handle); return true; }
    }

    internal sealed class StringsHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_strings_free(handle); return true; }
    }

    internal sealed class IssuesHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_issues_free(handle); return true; }
    }

    internal sealed class TableHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_table_free(handle); return true; }
    }

    internal sealed class TableBuilderHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_table_builder_free(handle); return true; }
    }

    internal sealed class TableRequestHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_table_request_free(handle); return true; }
    }

    internal sealed class TableJudgementHandle : NativeHandle
    {
        protected override bool ReleaseHandle() { Native.schoolimp_table_judgement_free(handle); return true; }
    }
}
