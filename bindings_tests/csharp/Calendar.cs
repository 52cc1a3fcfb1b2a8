using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace SchoolImp
{
    public enum EventStatus { Confirmed, Tentative, Cancelled }

    public sealed class CalendarEvent
    {
        public string School, Title, Type, Reason;
        public DateTime? First, Last;
        public EventStatus Status;
    }

    public sealed class Cadence
    {
        public string Activity, Every, Position, Reason;
        public int Times = Native.None;
    }

    /// <summary>What a calendar is made of. Belongs to one thread at a time.</summary>
    public sealed class CalendarRequest : IDisposable
    {
        internal CalendarRequestHandle Handle { get; }

        public CalendarRequest(DateTime stampUtc, DateTime from)
        {
            IntPtr error;
            CalendarRequestHandle handle;
            long seconds = (stampUtc - new DateTime(1970, 1, 1)).Ticks / TimeSpan.TicksPerSecond;
            SchoolImpException.Check(Native.schoolimp_calendar_request_new(out handle, seconds, Days.Of(from), out error), error);
            Handle = handle;
        }

        public CalendarRequest Add(SchoolYear year)
        {
            IntPtr error;
            SchoolImpException.Check(Native.schoolimp_calendar_request_add_school_year(Handle, year.Handle, out error), error);
            return this;
        }

        public CalendarRequest Add(Judgement judgement)
        {
            IntPtr error;
            SchoolImpException.Check(Native.schoolimp_calendar_request_add_judgement(Handle, judgement.Handle, out error), error);
            return this;
        }

        public CalendarRequest Add(Plan plan)
        {
            IntPtr error;
            SchoolImpException.Check(Native.schoolimp_calendar_request_add_plan(Handle, plan.Handle, out error), error);
            return this;
        }

        public CalendarRequest Add(Cadence cadence)
        {
            IntPtr error;
            CadenceStruct given;
            Native.schoolimp_cadence_init(out given, new UIntPtr((uint)Marshal.SizeOf(typeof(CadenceStruct))));
            using (var texts = new Texts())
            {
                given.Activity = texts.Add(cadence.Activity);
                given.Every = texts.Add(cadence.Every);
                given.Position = texts.Add(cadence.Position);
                given.Reason = texts.Add(cadence.Reason);
                given.Times = cadence.Times;
                SchoolImpException.Check(Native.schoolimp_calendar_request_add_cadence(Handle, ref given, out error), error);
            }
            return this;
        }

        public void Dispose() { Handle.Dispose(); }
    }

    /// <summary>The improvement calendar: dated events, and what has no date until people agree one.</summary>
    public sealed class Calendar : IDisposable
    {
        internal CalendarHandle Handle { get; }

        private Calendar(CalendarHandle handle) { Handle = handle; }

        public void Dispose() { Handle.Dispose(); }

        public static Calendar Make(Framework framework, Trust trust, CalendarRequest request, Calendar previous = null)
        {
            IntPtr error;
            CalendarHandle handle;
            SchoolImpException.Check(
                Native.schoolimp_calendar_make(out handle, framework.Handle, trust.Handle, request.Handle,
                    previous == null ? CalendarHandle.None : previous.Handle, out error), error);
            return new Calendar(handle);
        }

        public IReadOnlyList<CalendarEvent> Events
        {
            get
            {
                return Lists.Of(Native.schoolimp_calendar_event_count(Handle), i => new CalendarEvent
                {
                    School = Utf8.Copy(Native.schoolimp_calendar_event_school(Handle, i), Handle),
                    Title = Utf8.Copy(Native.schoolimp_calendar_event_title(Handle, i), Handle),
                    Type = Utf8.Copy(Native.schoolimp_calendar_event_type(Handle, i), Handle),
                    Reason = Utf8.Copy(Native.schoolimp_calendar_event_reason(Handle, i), Handle),
                    First = Days.ToDate(Native.schoolimp_calendar_event_first(Handle, i)),
                    Last = Days.ToDate(Native.schoolimp_calendar_event_last(Handle, i)),
                    Status = (EventStatus)Native.schoolimp_calendar_event_status(Handle, i)
                });
            }
        }

        /// <summary>Titles of what has no date, each with what is missing for one.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> Undated
        {
            get
            {
                return Lists.Of(Native.schoolimp_calendar_undated_count(Handle), i => new KeyValuePair<string, string>(
                    Utf8.Copy(Native.schoolimp_calendar_undated_title(Handle, i), Handle),
                    Utf8.Copy(Native.schoolimp_calendar_undated_message(Handle, i), Handle)));
            }
        }

        public IReadOnlyList<Issue> Warnings()
        {
            IntPtr error;
            IssuesHandle issues;
            SchoolImpException.Check(Native.schoolimp_calendar_issues(out issues, Handle, out error), error);
            return Issue.Take(issues);
        }

        public byte[] ToICalendar(string name, string school, int alarmDaysBefore)
        {
            IntPtr error;
            TextHandle text;
            IcalendarOptionsStruct options;
            Native.schoolimp_icalendar_options_init(out options, new UIntPtr((uint)Marshal.SizeOf(typeof(IcalendarOptionsStruct))));
            using (var texts = new Texts())
            {
                options.Name = texts.Add(name);
                options.School = texts.Add(school);
                options.AlarmDaysBefore = alarmDaysBefore;
                SchoolImpException.Check(Native.schoolimp_calendar_to_icalendar(out text, Handle, ref options, out error), error);
            }
            return Document.Take(text);
        }
    }
}
