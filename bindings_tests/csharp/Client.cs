using SchoolImp;
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

/// <summary>The main job with the wrapper: client INPUT_FOLDER OUTPUT.ics</summary>
internal static class Client
{
    private static readonly DateTime Today = new DateTime(2026, 9, 1); // Given by the program: the library reads no clock.

    private static string folder;

    private static int Main(string[] arguments)
    {
        if (arguments.Length != 2)
        {
            Console.Error.WriteLine("usage: client INPUT_FOLDER OUTPUT.ics");
            return 2;
        }
        if (!Library.Fits)
        {
            Console.Error.WriteLine("libschoolimp_c " + Library.Version + " does not fit this program");
            return 1;
        }
        folder = arguments[0];
        using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" })
        {
            Console.SetOut(output);
            try
            {
                Run(arguments[1]);
                return 0;
            }
            catch (SchoolImpException exception)
            {
                output.Flush();
                PrintError(exception, Console.Error);
                return 1;
            }
        }
    }

    private static byte[] Read(string name) { return File.ReadAllBytes(Path.Combine(folder, name)); }

    private static void Print(string line) { Console.Out.WriteLine(line); }

    private static string Date(DateTime? date)
    {
        return date == null ? "no date" : date.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Word(Truth truth)
    {
        switch (truth)
        {
            case Truth.False: return "not met";
            case Truth.True: return "met";
            case Truth.Unknown: return "unknown";
            default: return "not applicable";
        }
    }

    /// <summary>"BestFirst" as "best first".</summary>
    private static string Words(object enumerator)
    {
        return string.Concat(enumerator.ToString().Select((c, i) => (i > 0 && char.IsUpper(c) ? " " : "") + char.ToLowerInvariant(c)));
    }

    private static void PrintIssues(IEnumerable<Issue> issues, TextWriter output)
    {
        foreach (Issue issue in issues)
        {
            output.Write("  {0} at \"{1}\", {2}: {3}\n", Words(issue.Severity), issue.Pointer, issue.Code, issue.Message);
            if (issue.Hint != "") output.Write("    hint: {0}\n", issue.Hint);
        }
    }

    private static void PrintError(SchoolImpException exception, TextWriter output)
    {
        output.Write("{0}: {1}\n", exception.Status, exception.Message);
        PrintIssues(exception.Issues, output);
    }

    // excerpt: main
    private static void Run(string icalendar)
    {
        using (Framework framework = Framework.Builtin("pvat"))
        {
            Describe(framework);
            Print("== documents");
            using (Benchmarks benchmarks = Benchmarks.Builtin())
            using (Trust trust = ReadTrust())
            using (SchoolYear year = ReadSchoolYear())
            using (Evidence evidence = ReadEvidence(framework))
            {
                using (Judgement suggested = Judge(framework, evidence, trust, benchmarks))
                using (Judgement decided = Decide(framework, suggested, trust))
                using (Plan plan = MakePlan(framework, decided, year, trust))
                    WriteCalendar(framework, trust, year, decided, plan, icalendar);
                JudgeSchools();
                ProvokeErrors(framework, evidence, trust, benchmarks);
            }
        }
    }
    // end of excerpt

    private static void Describe(Framework framework)
    {
        Print("== framework " + framework.Id);
        Print(framework.Title);
        string[] names = { "scales", "indicators", "measures", "criteria", "judgements", "offers", "actions", "activities", "roles", "bodies", "kpis" };
        for (Part part = Part.Scale; part <= Part.Kpi; ++part) Print(names[(int)part - 1] + ": " + framework.Count(part));
        foreach (Scale scale in framework.Scales)
            Print("scale " + scale.Id + ", " + (scale.Order == ScaleOrder.None ? "in no order" : Words(scale.Order)) + ": " + string.Join(" ", scale.Levels));
        for (int i = 0; i < 3; ++i)
            Print("indicator " + framework.PartId(Part.Indicator, i) + ": " + Words(framework.TypeOfIndicator(i)) + ", unit \"" +
                  framework.UnitOfIndicator(i) + "\"");
        for (int i = 0; i < framework.Count(Part.Judgement); ++i)
            Print("question " + framework.PartId(Part.Judgement, i) + " on scale " + framework.ScaleOf(i).Id + ": " + framework.PartTitle(Part.Judgement, i));
        int criterion = framework.Find(Part.Criterion, "outcomes.primary_below");
        Print("criterion " + framework.PartTitle(Part.Criterion, criterion) + ": " + framework.CriterionExpression(criterion));
        IReadOnlyList<string> cells = framework.Cells();
        Print("cells: " + string.Join(", ", cells.Take(4)) + ", ... " + cells.Count + " in all");
        Print("hash is that of its canonical JSON: " + (Framework.ContentHash(framework.ToJson()) == framework.Hash ? "yes" : "no"));
        Print("warnings: " + framework.Warnings().Count);
    }

    private static Trust ReadTrust()
    {
        Trust trust = Trust.Parse(Read("trust.json"));
        foreach (KeyValuePair<string, string> school in trust.Schools) Print("school " + school.Key + ": " + school.Value);
        PrintIssues(trust.Warnings, Console.Out);
        return trust;
    }

    private static SchoolYear ReadSchoolYear()
    {
        SchoolYear year = SchoolYear.Parse(Read("school-year.json"));
        Print("school year " + year.Id + ": " + year.SchoolDays().Length + " school days, the first " + Date(year.NextDay(Today)) + "; then " +
              year.HalfTermTitle(1));
        Print("2026-12-28: " + year.Describe(new DateTime(2026, 12, 28)));
        return year;
    }

    private static Evidence OwnObservations()
    {
        var seen = new DateTime(2026, 6, 24);
        return Evidence.Of(new[]
        {
            new Observation { School = "900001", Indicator = "review.leadership", Kind = ValueKind.Word, Value = "some_concern", ObservedOn = seen,
                              Source = "trust review", Note = "Seen by Zoë Okonjo – invented" },
            new Observation { School = "900001", Indicator = "review.finance", Kind = ValueKind.Missing, Value = "not_collected", ObservedOn = seen,
                              Source = "trust review" },
            new Observation { School = "900001", Indicator = "absence.persistent", Period = "2024/25", Kind = ValueKind.Number, Value = "17.25",
                              Source = "school returns", Cohort = 201 },
            new Observation { School = "900003", Indicator = "absence.overall", Period = "2024/25", Kind = ValueKind.Double, Number = 6.5,
                              Source = "school returns", Cohort = 201 }
        });
    }

    private static Evidence ReadEvidence(Framework framework)
    {
        using (Evidence table = Evidence.ParseCsv(Read("evidence.csv")))
        using (Evidence own = OwnObservations())
        {
            Console.Out.Write(own.ToCsv());
            Evidence evidence = table.Merged(own);
            Print("observations: " + evidence.Size + ", of schools " + string.Join(" ", evidence.Schools()));
            Print("issues under the framework: " + evidence.Check(framework).Count);
            return evidence;
        }
    }

    private static void PrintAnswer(Answer answer)
    {
        Print(answer.Id + ": suggested " + (answer.Suggested ?? "nothing") + ", possible " + string.Join(" ", answer.Possible) +
              (answer.IsExact ? "" : " (not exact)"));
        foreach (string reason in answer.Reasons) Print("  " + reason);
    }

    private static void PrintReading(Reading reading)
    {
        Print("  " + (reading.IsNational ? "national " : "") + reading.Indicator + (reading.Group == "" ? "" : " [" + reading.Group + "]") +
              (reading.Period == "" ? "" : " " + reading.Period) + ": " + (reading.Missing ?? reading.Value));
    }

    private static void PrintCriterion(Criterion criterion)
    {
        Print("  " + criterion.Id + ": " + Word(criterion.Result) + ", " + criterion.Readings + " cells read, " + criterion.Waiting + " waited for");
        if (criterion.Result != Truth.True) return;
        foreach (Comparison comparison in criterion.Comparisons)
            Print("    " + comparison.Text + ": " + comparison.Left + " " + comparison.Comparator + " " + comparison.Right + ", " + Word(comparison.Result));
    }

    private static Judgement Judge(Framework framework, Evidence evidence, Trust trust, Benchmarks benchmarks)
    {
        Judgement judgement = Judgement.Of(framework, evidence, "900001", Today, trust, benchmarks);
        Print("== judgement of " + judgement.School);
        foreach (Answer answer in judgement.Answers) PrintAnswer(answer);
        Print("own cells: " + judgement.KnownCells + " known, " + judgement.MissingCells + " missing");
        Print("missing cells that matter:");
        foreach (Reading reading in judgement.FindAnswer("tier_of_support").Missing) PrintReading(reading);
        Print("criteria:");
        foreach (Criterion criterion in judgement.Criteria) PrintCriterion(criterion);
        Print("measures with a value:");
        foreach (KeyValuePair<string, string> measure in judgement.Measures) Print("  " + measure.Key + ": " + measure.Value);
        using (Judgement copy = Judgement.Parse(judgement.ToJson()))
            Print("reads back as it was written: " + (copy.ToJson().SequenceEqual(judgement.ToJson()) ? "yes" : "no"));
        return judgement;
    }

    private static Judgement Decide(Framework framework, Judgement suggested, Trust trust)
    {
        Judgement decided = suggested.Decide(framework, new Decision
        {
            Judgement = "tier_of_support",
            Level = "tier_2",
            By = "ceo",
            Person = "Zoë Okonjo (invented)",
            Reason = "Three years below national – £12,000 set aside (invented).",
            DecidedOn = Today
        });
        Print("== decision");
        foreach (Decision decision in decided.Decisions)
            Print(Date(decision.DecidedOn) + " decided " + decision.Level + " by " + decision.By + " (" + decision.Person + "), suggested " +
                  decision.Suggested + ": " + decision.Reason);
        Print("in force: " + decided.LevelInForce("tier_of_support"));
        Print(decided.ToMarkdown(framework, trust).Split('\n')[0]);
        return decided;
    }

    private static void PrintItems(Plan plan, Item kind)
    {
        foreach (PlanItem item in plan.Items(kind))
            Print(Words(kind) + " " + item.Id + ": " + item.Title + ", from " + Date(item.Start) + " to " + Date(item.Due) + ", " + Words(item.Status));
    }

    private static Plan MakePlan(Framework framework, Judgement decided, SchoolYear year, Trust trust)
    {
        using (Plan made = Plan.Make(framework, decided, year, trust, Today))
        {
            Print("== plan " + made.Id + " from " + Date(made.Start) + " to " + Date(made.End));
            using (Plan measured = made.Record(new Progress
            {
                Item = "objective.outcomes.primary_below", By = "Zoë Okonjo (invented)", Note = "Mock tests in January – nearer", Value = "-3",
                On = new DateTime(2027, 1, 20), Rag = Rag.Amber
            }))
            {
                Plan plan = measured.Record(new Progress { Item = "action.tier_2_needs_analysis", On = new DateTime(2026, 9, 30), Status = ItemStatus.Done });
                PrintPlan(plan);
                return plan;
            }
        }
    }

    private static void PrintPlan(Plan plan)
    {
        PrintItems(plan, Item.Objective);
        PrintItems(plan, Item.Action);
        PrintItems(plan, Item.Milestone);
        IReadOnlyList<PlanItem> open = plan.Items(Item.OpenPoint);
        Print(open.Count + " points to be agreed, the first: " + open[0].Title);
        var day = new DateTime(2027, 2, 1);
        Print("ratings on " + Date(day) + ":");
        foreach (Rating rating in plan.Rate(day))
            Print("  " + rating.Objective + ": " + Words(rating.Rag) + ", people say " + Words(rating.People) + ". " + rating.Reason);
    }

    private static Calendar MakeCalendar(Framework framework, Trust trust, SchoolYear year, Judgement decided, Plan plan)
    {
        using (var request = new CalendarRequest(Today, Today))
        {
            request.Add(year).Add(decided).Add(plan).Add(
                new Cadence { Activity = "progress_visit", Every = "term", Position = "end", Times = 1, Reason = "Agreed with the school (invented)" });
            return Calendar.Make(framework, trust, request);
        }
    }

    private static void WriteCalendar(Framework framework, Trust trust, SchoolYear year, Judgement decided, Plan plan, string path)
    {
        using (Calendar calendar = MakeCalendar(framework, trust, year, decided, plan))
        {
            Print("== calendar");
            foreach (CalendarEvent item in calendar.Events)
            {
                Print(Date(item.First) + " to " + Date(item.Last) + ", " + item.School + ", " + item.Type + ", " + Words(item.Status) + ": " + item.Title);
                Print("  " + item.Reason);
            }
            foreach (KeyValuePair<string, string> undated in calendar.Undated) Print("to be agreed: " + undated.Key + ": " + undated.Value);
            PrintIssues(calendar.Warnings(), Console.Out);
            byte[] bytes = calendar.ToICalendar("Brontë Primary School – improvement", "900001", 7);
            File.WriteAllBytes(path, bytes);
            Print("iCalendar: " + bytes.Length + " bytes");
        }
    }

    private static void JudgeSchools()
    {
        using (Framework framework = Framework.Parse(Read("our-model.json"), 1000000))
        using (Table table = SchoolTable())
        using (TableRequest request = new TableRequest(Today).Key("URN").Column("review.teaching", "visit")
                   .Constant("national(absence.overall)", ValueKind.Number, "5.2"))
        {
            Print("== framework " + framework.Id + ": " + framework.Title);
            using (TableJudgement judged = TableJudgement.Of(framework, table, request)) PrintTable(framework, judged);
            StopRun(framework, table, request);
        }
    }

    private static Table SchoolTable()
    {
        using (var builder = new TableBuilder(4))
            return builder.AddTexts("URN", "900001", "900002", "900003", "900004").AddNumbers("absence.overall", 5.9, 4.8, null, 7.25)
                .AddTexts("visit", "concern", "secure", "secure", null).Build();
    }

    private static void PrintTable(Framework framework, TableJudgement judged)
    {
        IReadOnlyList<string> levels = framework.ScaleOf(0).Levels;
        sbyte[] suggested = judged.Suggested(0);
        long[] possible = judged.Possible(0);
        for (int row = 0; row < judged.Rows; ++row)
            Print("row " + row + ": suggested " + (suggested[row] < 0 ? "nothing" : levels[suggested[row]]) + ", possible " +
                  string.Join(" ", levels.Where((level, i) => (possible[row] >> i & 1) != 0)));
        using (Judgement judgement = judged.Explain(2))
        {
            Print("reasons for " + judgement.School + ":");
            foreach (string reason in judgement.Answers[0].Reasons) Print("  " + reason);
        }
        Print("absent columns: " + judged.Absent().Count + ", failed rows: " + judged.Failed);
        using (Table answers = judged.ToTable())
            foreach (KeyValuePair<string, string> column in answers.Columns()) Print("column " + column.Key + ": " + column.Value);
    }

    private static void StopRun(Framework framework, Table table, TableRequest request)
    {
        long rows = 0;
        request.Progress((done, all) => { rows = all; return true; });
        try
        {
            TableJudgement.Of(framework, table, request).Dispose();
            throw new InvalidOperationException("the run was not stopped");
        }
        catch (SchoolImpException exception)
        {
            Console.Out.Write("stopped before all of " + rows + " rows: ");
            PrintError(exception, Console.Out);
        }
    }

    private static void Refused(string what, Action call)
    {
        try
        {
            call();
        }
        catch (SchoolImpException exception)
        {
            Print("-- " + what);
            PrintError(exception, Console.Out);
            return;
        }
        throw new InvalidOperationException(what + " was not refused");
    }

    private static void ProvokeErrors(Framework framework, Evidence evidence, Trust trust, Benchmarks benchmarks)
    {
        Print("== errors");
        string text = Encoding.UTF8.GetString(Read("our-model.json")).Replace("\"absence.overall > ", "\"absence.averall > ");
        Refused("a typo in a framework", () => Framework.Parse(Encoding.UTF8.GetBytes(text)).Dispose());
        using (Evidence unknown = Evidence.Parse(Read("evidence-unknown-level.json")))
            Refused("a level the scale does not have", () => Judgement.Of(framework, unknown, "900001", Today, trust, benchmarks).Dispose());
        Refused("a framework there is not", () => Framework.Builtin("pvta").Dispose());
        Refused("no framework at all", () => Judgement.Of(null, evidence, "900001", Today).Dispose());
    }
}
