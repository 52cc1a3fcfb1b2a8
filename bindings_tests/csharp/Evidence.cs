using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace SchoolImp
{
    public enum ValueKind { Missing = 0, Number = 1, Boolean = 2, Word = 3, Date = 4, Double = 5 }

    /// <summary>One observation. What is null is not known.</summary>
    public sealed class Observation
    {
        public string School, Indicator, Period, Group, Value, Source, Note, Lower, Upper;
        public ValueKind Kind;
        public double Number;
        public DateTime? ObservedOn, RecordedAt;
        public int? Cohort;
    }

    /// <summary>Observations of schools. Immutable.</summary>
    public sealed class Evidence : IDisposable
    {
        internal EvidenceHandle Handle { get; }

        private Evidence(EvidenceHandle handle) { Handle = handle; }

        public void Dispose() { Handle.Dispose(); }

        public static Evidence Parse(byte[] json)
        {
            IntPtr error;
            EvidenceHandle handle;
            IssuesHandle warnings;
            ParseOptionsStruct options = Document.Options();
            SchoolImpException.Check(
                Native.schoolimp_evidence_parse(out handle, json, Native.Size(json.Length), ref options, out warnings, out error), error);
            warnings.Dispose();
            return new Evidence(handle);
        }

        public static Evidence ParseCsv(byte[] csv)
        {
            IntPtr error;
            EvidenceHandle handle;
            IssuesHandle warnings;
            ParseOptionsStruct options = Document.Options();
            SchoolImpException.Check(
                Native.schoolimp_evidence_parse_csv(out handle, csv, Native.Size(csv.Length), ref options, out warnings, out error), error);
            warnings.Dispose();
            return new Evidence(handle);
        }

        public static Evidence Of(IEnumerable<Observation> observations)
        {
            IntPtr error;
            EvidenceBuilderHandle builder;
            EvidenceHandle handle;
            SchoolImpException.Check(Native.schoolimp_evidence_builder_new(out builder, out error), error);
            using (builder)
            {
                foreach (Observation observation in observations) Add(builder, observation);
                SchoolImpException.Check(Native.schoolimp_evidence_builder_build(out handle, builder, out error), error);
            }
            return new Evidence(handle);
        }

        private static void Add(EvidenceBuilderHandle builder, Observation observation)
        {
            IntPtr error;
            ObservationStruct given;
            Native.schoolimp_observation_init(out given, new UIntPtr((uint)Marshal.SizeOf(typeof(ObservationStruct))));
            using (var texts = new Texts())
            {
                given.School = texts.Add(observation.School);
                given.Indicator = texts.Add(observation.Indicator);
                given.Period = texts.Add(observation.Period);
                given.Group = texts.Add(observation.Group);
                given.Value = texts.Add(observation.Value);
                given.Source = texts.Add(observation.Source);
                given.Note = texts.Add(observation.Note);
                given.Lower = texts.Add(observation.Lower);
                given.Upper = texts.Add(observation.Upper);
                given.Kind = (int)observation.Kind;
                given.Number = observation.Number;
                given.ObservedOn = Days.Of(observation.ObservedOn);
                given.RecordedAt = Days.Of(observation.RecordedAt);
                given.Cohort = observation.Cohort ?? Native.None;
                SchoolImpException.Check(Native.schoolimp_evidence_builder_add(builder, ref given, out error), error);
            }
        }

        public string ToCsv()
        {
            IntPtr error;
            TextHandle text;
            SchoolImpException.Check(Native.schoolimp_evidence_to_csv(out text, Handle, out error), error);
            return Document.TakeString(text);
        }

        public Evidence Merged(Evidence other)
        {
            IntPtr error;
            EvidenceHandle handle;
            SchoolImpException.Check(Native.schoolimp_evidence_merged(out handle, Handle, other.Handle, out error), error);
            return new Evidence(handle);
        }

        public int Size { get { return Native.Count(Native.schoolimp_evidence_size(Handle)); } }

        public IReadOnlyList<string> Schools()
        {
            IntPtr error;
            StringsHandle schools;
            SchoolImpException.Check(Native.schoolimp_evidence_schools(out schools, Handle, out error), error);
            return Lists.Take(schools);
        }

        public IReadOnlyList<Issue> Check(Framework framework)
        {
            IntPtr error;
            IssuesHandle issues;
            SchoolImpException.Check(Native.schoolimp_evidence_check(out issues, Handle, framework.Handle, out error), error);
            return Issue.Take(issues);
        }
    }
}
