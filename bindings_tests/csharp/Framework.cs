using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace SchoolImp
{
    public enum Part { Scale = 1, Indicator, Measure, Criterion, Judgement, Offer, Action, Activity, Role, Body, Kpi }
    public enum ScaleOrder { BestFirst, WorstFirst, None }
    public enum IndicatorType { Number, Boolean, Level, Text, Date }

    public sealed class Scale
    {
        public string Id { get; internal set; }
        public ScaleOrder Order { get; internal set; }
        public IReadOnlyList<string> Levels { get; internal set; }
    }

    /// <summary>A trust's school improvement model. Immutable: any number of threads may use it.</summary>
    public sealed class Framework : IDisposable
    {
        internal FrameworkHandle Handle { get; }

        private Framework(FrameworkHandle handle) { Handle = handle; }

        public void Dispose() { Handle.Dispose(); }

        // excerpt: wrapper
        public static Framework Builtin(string id, string edition = null)
        {
            IntPtr error;
            FrameworkHandle handle;
            SchoolImpException.Check(Native.schoolimp_framework_builtin(out handle, Utf8.Bytes(id), Utf8.Bytes(edition), out error), error);
            return new Framework(handle);
        }

        public static Framework Parse(byte[] json, long maxBytes = 0)
        {
            IntPtr error;
            FrameworkHandle handle;
            ParseOptionsStruct options = Document.Options();
            options.MaxBytes = Native.Size(maxBytes);
            SchoolImpException.Check(Native.schoolimp_framework_parse(out handle, json, Native.Size(json.Length), ref options, out error), error);
            return new Framework(handle);
        }

        public string Id { get { return Utf8.Copy(Native.schoolimp_framework_id(Handle), Handle); } }
        // end of excerpt
        public string Title { get { return Utf8.Copy(Native.schoolimp_framework_title(Handle), Handle); } }
        public string Hash { get { return Utf8.Copy(Native.schoolimp_framework_hash(Handle), Handle); } }

        public int Count(Part part) { return Native.Count(Native.schoolimp_framework_part_count(Handle, (int)part)); }

        public string PartId(Part part, int index)
        {
            return Utf8.Copy(Native.schoolimp_framework_part_id(Handle, (int)part, Native.Size(index)), Handle);
        }

        public string PartTitle(Part part, int index)
        {
            return Utf8.Copy(Native.schoolimp_framework_part_title(Handle, (int)part, Native.Size(index)), Handle);
        }

        /// <summary>Index of the part with an id; -1 when there is none. SCHOOLIMP_NOT_FOUND is the largest size_t.</summary>
        public int Find(Part part, string id)
        {
            UIntPtr index = Native.schoolimp_framework_find_part(Handle, (int)part, Utf8.Bytes(id));
            return index.ToUInt64() < int.MaxValue ? Native.Count(index) : -1;
        }

        public IReadOnlyList<Scale> Scales
        {
            get
            {
                return Lists.Of(Native.schoolimp_framework_part_count(Handle, (int)Part.Scale), scale => new Scale
                {
                    Id = PartId(Part.Scale, Native.Count(scale)),
                    Order = (ScaleOrder)Native.schoolimp_framework_scale_order(Handle, scale),
                    Levels = Lists.Of(Native.schoolimp_framework_level_count(Handle, scale),
                        level => Utf8.Copy(Native.schoolimp_framework_level_id(Handle, scale, level), Handle))
                });
            }
        }

        public Scale ScaleOf(int judgement)
        {
            return Scales[Native.Count(Native.schoolimp_framework_judgement_scale(Handle, Native.Size(judgement)))];
        }

        public IndicatorType TypeOfIndicator(int index)
        {
            return (IndicatorType)Native.schoolimp_framework_indicator_type(Handle, Native.Size(index));
        }

        public string UnitOfIndicator(int index)
        {
            return Utf8.Copy(Native.schoolimp_framework_indicator_unit(Handle, Native.Size(index)), Handle);
        }

        public string CriterionExpression(int index)
        {
            return Utf8.Copy(Native.schoolimp_framework_criterion_expression(Handle, Native.Size(index)), Handle);
        }

        public IReadOnlyList<string> Cells()
        {
            IntPtr error;
            StringsHandle cells;
            SchoolImpException.Check(Native.schoolimp_framework_cells(out cells, Handle, out error), error);
            return Lists.Take(cells);
        }

        public byte[] ToJson(bool pretty = false)
        {
            IntPtr error;
            TextHandle text;
            SchoolImpException.Check(Native.schoolimp_framework_to_json(out text, Handle, pretty ? 1 : 0, out error), error);
            return Document.Take(text);
        }

        public IReadOnlyList<Issue> Warnings()
        {
            IntPtr error;
            IssuesHandle issues;
            SchoolImpException.Check(Native.schoolimp_framework_warnings(out issues, Handle, out error), error);
            return Issue.Take(issues);
        }

        public static string ContentHash(byte[] bytes)
        {
            GCHandle pin = GCHandle.Alloc(bytes, GCHandleType.Pinned);
            try
            {
                IntPtr error;
                TextHandle text;
                SchoolImpException.Check(Native.schoolimp_content_hash(out text, pin.AddrOfPinnedObject(), Native.Size(bytes.Length), out error), error);
                return Document.TakeString(text);
            }
            finally
            {
                pin.Free();
            }
        }
    }
}
