using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace SchoolImp
{
    public enum Item { Objective = 1, Action, Milestone, OpenPoint }
    public enum ItemStatus { None = -1, NotStarted = 0, InProgress, Done, Stopped, Withdrawn }
    public enum Rag { None = -1, NotRated = 0, Red, Amber, Green }

    public sealed class PlanItem
    {
        public string Id, Title;
        public DateTime? Start, Due;
        public ItemStatus Status;
    }

    public sealed class Progress
    {
        public string Item, By, Note, Value;
        public DateTime On;
        public Rag Rag = Rag.None;
        public ItemStatus Status = ItemStatus.None;
    }

    public sealed class Rating
    {
        public string Objective, Reason;
        public Rag Rag, People;
    }

    /// <summary>What one school gets at its level, with its record. Immutable: recording gives a new one.</summary>
    public sealed class Plan : IDisposable
    {
        internal PlanHandle Handle { get; }

        private Plan(PlanHandle handle) { Handle = handle; }

        public void Dispose() { Handle.Dispose(); }

        public static Plan Make(Framework framework, Judgement judgement, SchoolYear year, Trust trust, DateTime madeOn)
        {
            IntPtr error;
            PlanHandle handle;
            PlanOptionsStruct options;
            Native.schoolimp_plan_options_init(out options, new UIntPtr((uint)Marshal.SizeOf(typeof(PlanOptionsStruct))));
            options.MadeOn = Days.Of(madeOn);
            SchoolImpException.Check(
                Native.schoolimp_plan_make(out handle, framework.Handle, judgement.Handle, year.Handle, trust.Handle, ref options, out error), error);
            return new Plan(handle);
        }

        public string Id { get { return Utf8.Copy(Native.schoolimp_plan_id(Handle), Handle); } }
        public DateTime? Start { get { return Days.ToDate(Native.schoolimp_plan_start(Handle)); } }
        public DateTime? End { get { return Days.ToDate(Native.schoolimp_plan_end(Handle)); } }

        public IReadOnlyList<PlanItem> Items(Item item)
        {
            return Lists.Of(Native.schoolimp_plan_item_count(Handle, (int)item), i => new PlanItem
            {
                Id = Utf8.Copy(Native.schoolimp_plan_item_id(Handle, (int)item, i), Handle),
                Title = Utf8.Copy(Native.schoolimp_plan_item_title(Handle, (int)item, i), Handle),
                Start = Days.ToDate(Native.schoolimp_plan_item_start(Handle, (int)item, i)),
                Due = Days.ToDate(Native.schoolimp_plan_item_due(Handle, (int)item, i)),
                Status = (ItemStatus)Native.schoolimp_plan_item_status(Handle, (int)item, i)
            });
        }

        public Plan Record(Progress progress)
        {
            IntPtr error;
            PlanHandle handle;
            ProgressStruct given;
            Native.schoolimp_progress_init(out given, new UIntPtr((uint)Marshal.SizeOf(typeof(ProgressStruct))));
            using (var texts = new Texts())
            {
                given.Item = texts.Add(progress.Item);
                given.By = texts.Add(progress.By);
                given.Note = texts.Add(progress.Note);
                given.Value = texts.Add(progress.Value);
                given.On = Days.Of(progress.On);
                given.Rag = (int)progress.Rag;
                given.Status = (int)progress.Status;
                SchoolImpException.Check(Native.schoolimp_plan_record_progress(out handle, Handle, ref given, out error), error);
            }
            return new Plan(handle);
        }

        public IReadOnlyList<Rating> Rate(DateTime day)
        {
            IntPtr error;
            RatingsHandle ratings;
            SchoolImpException.Check(Native.schoolimp_plan_rate(out ratings, Handle, Days.Of(day), out error), error);
            using (ratings)
            {
                return Lists.Of(Native.schoolimp_ratings_count(ratings), i => new Rating
                {
                    Objective = Utf8.Copy(Native.schoolimp_ratings_objective(ratings, i), ratings),
                    Rag = (Rag)Native.schoolimp_ratings_rag(ratings, i),
                    People = (Rag)Native.schoolimp_ratings_people(ratings, i),
                    Reason = Utf8.Copy(Native.schoolimp_ratings_reason(ratings, i), ratings)
                });
            }
        }
    }
}
