using System;
using System.Collections.Generic;

namespace SchoolImp
{
    public enum Severity { Error = 0, Warning = 1 }

    /// <summary>One problem: where it is, what kind it is, what is wrong and how to mend it.</summary>
    public sealed class Issue
    {
        public Severity Severity { get; internal set; }
        public string Pointer { get; internal set; }
        public string Code { get; internal set; }
        public string Message { get; internal set; }
        public string Hint { get; internal set; }

        internal static IReadOnlyList<Issue> ReadAll(IntPtr issues)
        {
            return Lists.Of(Native.schoolimp_issues_count(issues), i => new Issue
            {
                Severity = (Severity)Native.schoolimp_issues_severity(issues, i),
                Pointer = Utf8.Copy(Native.schoolimp_issues_pointer(issues, i)),
                Code = Utf8.Copy(Native.schoolimp_issues_code(issues, i)),
                Message = Utf8.Copy(Native.schoolimp_issues_message(issues, i)),
                Hint = Utf8.Copy(Native.schoolimp_issues_hint(issues, i))
            });
        }

        internal static IReadOnlyList<Issue> Take(IssuesHandle handle)
        {
            using (handle) return ReadAll(handle.DangerousGetHandle());
        }
    }

    // excerpt: errors
    /// <summary>A call that failed, with everything the library says about it.</summary>
    public sealed class SchoolImpException : Exception
    {
        public string Status { get; }
        public IReadOnlyList<Issue> Issues { get; }

        private SchoolImpException(string status, string message, IReadOnlyList<Issue> issues) : base(message)
        {
            Status = status;
            Issues = issues;
        }

        /// <summary>Throws when a status says that the call failed; ends the error in any case.</summary>
        internal static void Check(int status, IntPtr error)
        {
            if ((status & 0xff) == 0) return;
            try
            {
                throw new SchoolImpException(
                    Utf8.Copy(Native.schoolimp_status_name(status)),
                    Utf8.Copy(Native.schoolimp_error_message(error)),
                    Issue.ReadAll(Native.schoolimp_error_issues(error)));
            }
            finally
            {
                Native.schoolimp_error_free(error);
            }
        }
    }
    // end of excerpt
}
