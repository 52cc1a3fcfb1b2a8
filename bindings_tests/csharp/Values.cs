using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace SchoolImp
{
    internal static class Lists
    {
        internal static IReadOnlyList<T> Of<T>(UIntPtr count, Func<UIntPtr, T> read)
        {
            var list = new List<T>(Native.Count(count));
            for (long i = 0; i < list.Capacity; ++i) list.Add(read(Native.Size(i)));
            return list;
        }

        internal static IReadOnlyList<string> Take(StringsHandle handle)
        {
            using (handle) return Of(Native.schoolimp_strings_count(handle), i => Utf8.Copy(Native.schoolimp_strings_at(handle, i), handle));
        }
    }

    internal static class Days
    {
        private static readonly DateTime Epoch = new DateTime(1970, 1, 1);

        internal static int Of(DateTime? date) { return date == null ? Native.NoDate : (date.Value.Date - Epoch).Days; }
        internal static DateTime? ToDate(int days) { return days == Native.NoDate ? (DateTime?)null : Epoch.AddDays(days); }
    }

    internal static class Document
    {
        internal static byte[] Take(TextHandle handle)
        {
            using (handle)
            {
                byte[] bytes = new byte[Native.Count(Native.schoolimp_text_size(handle))];
                System.Runtime.InteropServices.Marshal.Copy(Native.schoolimp_text_data(handle), bytes, 0, bytes.Length);
                return bytes;
            }
        }

        internal static string TakeString(TextHandle handle)
        {
            using (handle) return Utf8.Copy(Native.schoolimp_text_data(handle), handle);
        }

        internal static ParseOptionsStruct Options()
        {
            ParseOptionsStruct options;
            Native.schoolimp_parse_options_init(out options, new UIntPtr((uint)Marshal.SizeOf(typeof(ParseOptionsStruct))));
            return options;
        }
    }

    /// <summary>Whether a criterion is met, a comparison holds, a measure has a value.</summary>
    public enum Truth { False = 0, True = 1, Unknown = 2, NotApplicable = 3 }
}
