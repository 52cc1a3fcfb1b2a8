using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace SchoolImp
{
    public sealed class Answer
    {
        public string Id { get; internal set; }
        public string Suggested { get; internal set; }
        public bool IsExact { get; internal set; }
        public IReadOnlyList<string> Possible { get; internal set; }
        public IReadOnlyList<string> Reasons { get; internal set; }
        public IReadOnlyList<Reading> Missing { get; internal set; }
    }

    public sealed class Comparison
    {
        public string Text, Left, Comparator, Right;
        public Truth Result;
    }

    public sealed class Criterion
    {
        public string Id;
        public Truth Result;
        public IReadOnlyList<Comparison> Comparisons;
        public int Readings, Waiting;
    }

    public sealed class Reading
    {
        public bool IsNational;
        public string Indicator, Group, Period, Value, Missing;
    }

    public sealed class Decision
    {
        public string School, Judgement, Level, By, Person, Reason, Suggested;
        public DateTime? DecidedOn;
    }

    /// <summary>Everything known about one school under one framework at one pair of dates. Immutable: deciding gives a new one.</summary>
    public sealed class Judgement : IDisposable
    {
        internal JudgementHandle Handle { get; }

        internal Judgement(JudgementHandle handle) { Handle = handle; }

        public void Dispose() { Handle.Dispose(); }

        public static Judgement Of(Framework framework, Evidence evidence, string school, DateTime valid, Trust trust = null, Benchmarks benchmarks = null)
        {
            IntPtr error;
            JudgementHandle handle;
            JudgeOptionsStruct options;
            Native.schoolimp_judge_options_init(out options, new UIntPtr((uint)Marshal.SizeOf(typeof(JudgeOptionsStruct))));
            options.Valid = Days.Of(valid);
            SchoolImpException.Check(
                Native.schoolimp_judge(out handle, framework == null ? FrameworkHandle.None : framework.Handle, evidence.Handle, Utf8.Bytes(school),
                    trust == null ? TrustHandle.None : trust.Handle, benchmarks == null ? BenchmarksHandle.None : benchmarks.Handle, ref options, out error),
                error);
            return new Judgement(handle);
        }

        public static Judgement Parse(byte[] json)
        {
            IntPtr error;
            JudgementHandle handle;
            IssuesHandle warnings;
            ParseOptionsStruct options = Document.Options();
            SchoolImpException.Check(
                Native.schoolimp_judgement_parse(out handle, json, Native.Size(json.Length), ref options, out warnings, out error), error);
            warnings.Dispose();
            return new Judgement(handle);
        }

        public string School { get { return Text(Native.schoolimp_judgement_school(Handle)); } }
        public int KnownCells { get { return Native.schoolimp_judgement_known_cells(Handle); } }
        public int MissingCells { get { return Native.schoolimp_judgement_missing_cells(Handle); } }

        public IReadOnlyList<Answer> Answers { get { return Lists.Of(Native.schoolimp_judgement_answer_count(Handle), ReadAnswer); } }

        public Answer FindAnswer(string id) { return ReadAnswer(Native.schoolimp_judgement_find_answer(Handle, Utf8.Bytes(id))); }

        private const uint NotExact = 4, National = 1;

        private Answer ReadAnswer(UIntPtr answer)
        {
            return new Answer
            {
                Id = Text(Native.schoolimp_judgement_answer_id(Handle, answer)),
                Suggested = Text(Native.schoolimp_judgement_suggested(Handle, answer)),
                IsExact = (Native.schoolimp_judgement_answer_flags(Handle, answer) & NotExact) == 0,
                Possible = Lists.Of(Native.schoolimp_judgement_possible_count(Handle, answer),
                    i => Text(Native.schoolimp_judgement_possible(Handle, answer, i))),
                Reasons = Lists.Of(Native.schoolimp_judgement_reason_count(Handle, answer),
                    i => Text(Native.schoolimp_judgement_reason(Handle, answer, i))),
                Missing = Lists.Of(Native.schoolimp_judgement_missing_count(Handle, answer),
                    i => ReadReading(Native.schoolimp_judgement_missing(Handle, answer, i)))
            };
        }

        private Reading ReadReading(UIntPtr reading)
        {
            return new Reading
            {
                IsNational = (Native.schoolimp_judgement_reading_flags(Handle, reading) & National) != 0,
                Indicator = Text(Native.schoolimp_judgement_reading_indicator(Handle, reading)),
                Group = Text(Native.schoolimp_judgement_reading_group(Handle, reading)),
                Period = Text(Native.schoolimp_judgement_reading_period(Handle, reading)),
                Value = Text(Native.schoolimp_judgement_reading_value(Handle, reading)),
                Missing = Text(Native.schoolimp_judgement_reading_missing(Handle, reading))
            };
        }

        public IReadOnlyList<Criterion> Criteria
        {
            get
            {
                return Lists.Of(Native.schoolimp_judgement_criterion_count(Handle), criterion => new Criterion
                {
                    Id = Text(Native.schoolimp_judgement_criterion_id(Handle, criterion)),
                    Result = (Truth)Native.schoolimp_judgement_criterion_result(Handle, criterion),
                    Comparisons = Lists.Of(Native.schoolimp_judgement_comparison_count(Handle, criterion), i => ReadComparison(criterion, i)),
                    Readings = Native.Count(Native.schoolimp_judgement_criterion_reading_count(Handle, criterion)),
                    Waiting = Native.Count(Native.schoolimp_judgement_criterion_waiting_count(Handle, criterion))
                });
            }
        }

        private Comparison ReadComparison(UIntPtr criterion, UIntPtr i)
        {
            return new Comparison
            {
                Text = Text(Native.schoolimp_judgement_comparison_text(Handle, criterion, i)),
                Left = Text(Native.schoolimp_judgement_comparison_left(Handle, criterion, i)),
                Comparator = Text(Native.schoolimp_judgement_comparison_comparator(Handle, criterion, i)),
                Right = Text(Native.schoolimp_judgement_comparison_right(Handle, criterion, i)),
                Result = (Truth)Native.schoolimp_judgement_comparison_result(Handle, criterion, i)
            };
        }

        /// <summary>Measures that have a value, with it.</summary>
        public IEnumerable<KeyValuePair<string, string>> Measures
        {
            get
            {
                int count = Native.Count(Native.schoolimp_judgement_measure_count(Handle));
                for (int i = 0; i < count; ++i)
                {
                    UIntPtr measure = Native.Size(i);
                    if ((Truth)Native.schoolimp_judgement_measure_state(Handle, measure) != Truth.True) continue;
                    yield return new KeyValuePair<string, string>(
                        Text(Native.schoolimp_judgement_measure_id(Handle, measure)), Text(Native.schoolimp_judgement_measure_value(Handle, measure)));
                }
            }
        }

        public byte[] ToJson()
        {
            IntPtr error;
            TextHandle text;
            SchoolImpException.Check(Native.schoolimp_judgement_to_json(out text, Handle, 1, out error), error);
            return Document.Take(text);
        }

        public string ToMarkdown(Framework framework, Trust trust)
        {
            IntPtr error;
            TextHandle text;
            SchoolImpException.Check(Native.schoolimp_judgement_to_markdown(out text, Handle, framework.Handle, trust.Handle, out error), error);
            return Document.TakeString(text);
        }

        public Judgement Decide(Framework framework, Decision decision)
        {
            IntPtr error;
            JudgementHandle handle;
            DecisionStruct given;
            Native.schoolimp_decision_init(out given, new UIntPtr((uint)Marshal.SizeOf(typeof(DecisionStruct))));
            using (var texts = new Texts())
            {
                given.Judgement = texts.Add(decision.Judgement);
                given.Level = texts.Add(decision.Level);
                given.By = texts.Add(decision.By);
                given.Person = texts.Add(decision.Person);
                given.Reason = texts.Add(decision.Reason);
                given.DecidedOn = Days.Of(decision.DecidedOn);
                SchoolImpException.Check(Native.schoolimp_decide(out handle, framework.Handle, Handle, ref given, out error), error);
            }
            return new Judgement(handle);
        }

        public IReadOnlyList<Decision> Decisions { get { return Lists.Of(Native.schoolimp_judgement_decision_count(Handle), ReadDecision); } }

        private Decision ReadDecision(UIntPtr index)
        {
            IntPtr error;
            DecisionStruct read;
            Native.schoolimp_decision_init(out read, new UIntPtr((uint)Marshal.SizeOf(typeof(DecisionStruct))));
            SchoolImpException.Check(Native.schoolimp_judgement_decision(ref read, Handle, index, out error), error);
            return new Decision
            {
                School = Text(read.School),
                Judgement = Text(read.Judgement),
                Level = Text(read.Level),
                By = Text(read.By),
                Person = Text(read.Person),
                Reason = Text(read.Reason),
                Suggested = Text(read.Suggested),
                DecidedOn = Days.ToDate(read.DecidedOn)
            };
        }

        public string LevelInForce(string id)
        {
            IntPtr error;
            TextHandle text;
            SchoolImpException.Check(Native.schoolimp_judgement_level_in_force(out text, Handle, Utf8.Bytes(id), out error), error);
            return Document.TakeString(text);
        }

        private string Text(IntPtr text) { return Utf8.Copy(text, Handle); }
    }
}
