import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import schoolimp.Benchmarks;
import schoolimp.Calendar;
import schoolimp.CalendarRequest;
import schoolimp.Evidence;
import schoolimp.Framework;
import schoolimp.Framework.Part;
import schoolimp.Issue;
import schoolimp.Judgement;
import schoolimp.Observation;
import schoolimp.Plan;
import schoolimp.SchoolImp;
import schoolimp.SchoolImpException;
import schoolimp.SchoolYear;
import schoolimp.Table;
import schoolimp.TableJudgement;
import schoolimp.TableRequest;
import schoolimp.Trust;
import schoolimp.Truth;

/** The main job with the wrapper: Client INPUT_FOLDER OUTPUT.ics */
public final class Client {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1); // Given by the program: the library reads no clock.

    private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    private final Path folder;

    private Client(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: Client INPUT_FOLDER OUTPUT.ics");
            System.exit(2);
        }
        if (!SchoolImp.fits()) {
            System.err.println("libschoolimp_c " + SchoolImp.version() + " does not fit this program");
            System.exit(1);
        }
        Client client = new Client(Path.of(arguments[0]));
        try {
            client.run(Path.of(arguments[1]));
        } catch (SchoolImpException exception) {
            client.printError(exception, System.err);
            System.exit(1);
        } finally {
            client.out.flush();
        }
    }

    // excerpt: main
    private void run(Path icalendar) throws IOException {
        try (Framework framework = Framework.builtin("pvat")) {
            describe(framework);
            print("== documents");
            try (Benchmarks benchmarks = new Benchmarks(); Trust trust = readTrust(); SchoolYear year = readSchoolYear();
                    Evidence evidence = readEvidence(framework)) {
                try (Judgement suggested = judge(framework, evidence, trust, benchmarks); Judgement decided = decide(framework, suggested, trust);
                        Plan plan = makePlan(framework, decided, year, trust)) {
                    writeCalendar(framework, trust, year, decided, plan, icalendar);
                }
                judgeSchools();
                provokeErrors(framework, evidence, trust, benchmarks);
            }
        }
    }
    // end of excerpt

    private byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private void print(String line) {
        out.print(line + "\n");
    }

    private static String date(LocalDate date) {
        return date == null ? "no date" : date.toString();
    }

    private static String word(Truth truth) {
        return switch (truth) {
            case FALSE -> "not met";
            case TRUE -> "met";
            case UNKNOWN -> "unknown";
            case NOT_APPLICABLE -> "not applicable";
        };
    }

    /** BEST_FIRST as "best first". */
    private static String words(Enum<?> enumerator) {
        return enumerator == null ? "none" : enumerator.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void printIssues(List<Issue> issues, PrintStream to) {
        for (Issue issue : issues) {
            to.print("  " + (issue.isError() ? "error" : "warning") + " at \"" + issue.pointer() + "\", " + issue.code() + ": " + issue.message() + "\n");
            if (!issue.hint().isEmpty()) to.print("    hint: " + issue.hint() + "\n");
        }
    }

    private void printError(SchoolImpException exception, PrintStream to) {
        to.print(exception.status() + ": " + exception.getMessage() + "\n");
        printIssues(exception.issues(), to);
    }

    private void describe(Framework framework) {
        print("== framework " + framework.id());
        print(framework.title());
        String[] names = {"scales", "indicators", "measures", "criteria", "judgements", "offers", "actions", "activities", "roles", "bodies", "kpis"};
        for (Part part : Part.values()) print(names[part.ordinal()] + ": " + framework.count(part));
        for (Framework.Scale scale : framework.scales())
            print("scale " + scale.id() + ", " + (scale.order() == Framework.ScaleOrder.NONE ? "in no order" : words(scale.order())) + ": "
                + String.join(" ", scale.levels()));
        for (int i = 0; i < 3; ++i)
            print("indicator " + framework.partId(Part.INDICATOR, i) + ": " + words(framework.typeOfIndicator(i)) + ", unit \""
                + framework.unitOfIndicator(i) + "\"");
        for (int i = 0; i < framework.count(Part.JUDGEMENT); ++i)
            print("question " + framework.partId(Part.JUDGEMENT, i) + " on scale " + framework.scaleOf(i).id() + ": "
                + framework.partTitle(Part.JUDGEMENT, i));
        int criterion = framework.find(Part.CRITERION, "outcomes.primary_below");
        print("criterion " + framework.partTitle(Part.CRITERION, criterion) + ": " + framework.criterionExpression(criterion));
        List<String> cells = framework.cells();
        print("cells: " + String.join(", ", cells.subList(0, 4)) + ", ... " + cells.size() + " in all");
        print("hash is that of its canonical JSON: " + (Framework.contentHash(framework.toJson()).equals(framework.hash()) ? "yes" : "no"));
        print("warnings: " + framework.warnings().size());
    }

    private Trust readTrust() throws IOException {
        Trust trust = Trust.parse(read("trust.json"));
        for (Trust.School school : trust.schools()) print("school " + school.id() + ": " + school.name());
        printIssues(trust.warnings(), out);
        return trust;
    }

    private SchoolYear readSchoolYear() throws IOException {
        SchoolYear year = SchoolYear.parse(read("school-year.json"));
        print("school year " + year.id() + ": " + year.schoolDays().length + " school days, the first " + date(year.nextDay(TODAY)) + "; then "
            + year.halfTermTitle(1));
        print("2026-12-28: " + year.describe(LocalDate.of(2026, 12, 28)));
        return year;
    }

    private static Evidence ownObservations() {
        LocalDate seen = LocalDate.of(2026, 6, 24);
        return Evidence.of(List.of(
            Observation.of("900001", "review.leadership").word("some_concern").observedOn(seen).source("trust review")
                .note("Seen by Zoë Okonjo – invented"),
            Observation.of("900001", "review.finance").missing("not_collected").observedOn(seen).source("trust review"),
            Observation.of("900001", "absence.persistent").period("2024/25").number("17.25").source("school returns").cohort(201),
            Observation.of("900003", "absence.overall").period("2024/25").number(6.5).source("school returns").cohort(201)));
    }

    private Evidence readEvidence(Framework framework) throws IOException {
        try (Evidence table = Evidence.parseCsv(read("evidence.csv")); Evidence own = ownObservations()) {
            out.print(own.toCsv());
            Evidence evidence = table.merged(own);
            print("observations: " + evidence.size() + ", of schools " + String.join(" ", evidence.schools()));
            print("issues under the framework: " + evidence.check(framework).size());
            return evidence;
        }
    }

    private void printAnswer(Judgement.Answer answer) {
        print(answer.id() + ": suggested " + (answer.suggested() == null ? "nothing" : answer.suggested()) + ", possible "
            + String.join(" ", answer.possible()) + (answer.isExact() ? "" : " (not exact)"));
        for (String reason : answer.reasons()) print("  " + reason);
    }

    private void printReading(Judgement.Reading reading) {
        print("  " + (reading.isNational() ? "national " : "") + reading.indicator() + (reading.group().isEmpty() ? "" : " [" + reading.group() + "]")
            + (reading.period().isEmpty() ? "" : " " + reading.period()) + ": " + (reading.missing() != null ? reading.missing() : reading.value()));
    }

    private void printCriterion(Judgement.Criterion criterion) {
        print("  " + criterion.id() + ": " + word(criterion.result()) + ", " + criterion.readings() + " cells read, " + criterion.waiting()
            + " waited for");
        if (criterion.result() != Truth.TRUE) return;
        for (Judgement.Comparison comparison : criterion.comparisons())
            print("    " + comparison.text() + ": " + comparison.left() + " " + comparison.comparator() + " " + comparison.right() + ", "
                + word(comparison.result()));
    }

    private Judgement judge(Framework framework, Evidence evidence, Trust trust, Benchmarks benchmarks) {
        Judgement judgement = Judgement.of(framework, evidence, "900001", TODAY, trust, benchmarks);
        print("== judgement of " + judgement.school());
        judgement.answers().forEach(this::printAnswer);
        print("own cells: " + judgement.knownCells() + " known, " + judgement.missingCells() + " missing");
        print("missing cells that matter:");
        judgement.findAnswer("tier_of_support").missing().forEach(this::printReading);
        print("criteria:");
        judgement.criteria().forEach(this::printCriterion);
        print("measures with a value:");
        for (Judgement.Measure measure : judgement.measures()) print("  " + measure.id() + ": " + measure.value());
        try (Judgement copy = Judgement.parse(judgement.toJson())) {
            print("reads back as it was written: " + (Arrays.equals(copy.toJson(), judgement.toJson()) ? "yes" : "no"));
        }
        return judgement;
    }

    private Judgement decide(Framework framework, Judgement suggested, Trust trust) {
        Judgement decided = suggested.decide(framework, new Judgement.Decision("tier_of_support", "tier_2", "ceo", "Zoë Okonjo (invented)",
            "Three years below national – £12,000 set aside (invented).", null, TODAY));
        print("== decision");
        for (Judgement.Decision decision : decided.decisions())
            print(date(decision.decidedOn()) + " decided " + decision.level() + " by " + decision.by() + " (" + decision.person() + "), suggested "
                + decision.suggested() + ": " + decision.reason());
        print("in force: " + decided.levelInForce("tier_of_support"));
        print(decided.toMarkdown(framework, trust).split("\n")[0]);
        return decided;
    }

    private void printItems(Plan plan, Plan.Kind kind) {
        for (Plan.Item item : plan.items(kind))
            print(words(kind) + " " + item.id() + ": " + item.title() + ", from " + date(item.start()) + " to " + date(item.due()) + ", "
                + words(item.status()));
    }

    private Plan makePlan(Framework framework, Judgement decided, SchoolYear year, Trust trust) {
        Plan.Progress measured = new Plan.Progress("objective.outcomes.primary_below", "Zoë Okonjo (invented)", "Mock tests in January – nearer", "-3",
            LocalDate.of(2027, 1, 20), Plan.Rag.AMBER, null);
        Plan.Progress analysed = new Plan.Progress("action.tier_2_needs_analysis", null, null, null, LocalDate.of(2026, 9, 30), null, Plan.Status.DONE);
        try (Plan made = Plan.of(framework, decided, year, trust, TODAY); Plan nearer = made.record(measured)) {
            print("== plan " + made.id() + " from " + date(made.start()) + " to " + date(made.end()));
            Plan plan = nearer.record(analysed);
            printPlan(plan);
            return plan;
        }
    }

    private void printPlan(Plan plan) {
        printItems(plan, Plan.Kind.OBJECTIVE);
        printItems(plan, Plan.Kind.ACTION);
        printItems(plan, Plan.Kind.MILESTONE);
        List<Plan.Item> open = plan.items(Plan.Kind.OPEN_POINT);
        print(open.size() + " points to be agreed, the first: " + open.get(0).title());
        LocalDate day = LocalDate.of(2027, 2, 1);
        print("ratings on " + date(day) + ":");
        for (Plan.Rating rating : plan.rate(day))
            print("  " + rating.objective() + ": " + words(rating.rag()) + ", people say " + words(rating.people()) + ". " + rating.reason());
    }

    private Calendar makeCalendar(Framework framework, Trust trust, SchoolYear year, Judgement decided, Plan plan) {
        try (CalendarRequest request = new CalendarRequest(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), TODAY)) {
            request.add(year).add(decided).add(plan)
                .add(new CalendarRequest.Cadence("progress_visit", "term", "end", 1, "Agreed with the school (invented)"));
            return Calendar.of(framework, trust, request, null);
        }
    }

    private void writeCalendar(Framework framework, Trust trust, SchoolYear year, Judgement decided, Plan plan, Path path) throws IOException {
        try (Calendar calendar = makeCalendar(framework, trust, year, decided, plan)) {
            print("== calendar");
            for (Calendar.Event event : calendar.events()) {
                print(date(event.first()) + " to " + date(event.last()) + ", " + event.school() + ", " + event.type() + ", " + words(event.status()) + ": "
                    + event.title());
                print("  " + event.reason());
            }
            for (Calendar.Undated undated : calendar.undated()) print("to be agreed: " + undated.title() + ": " + undated.message());
            printIssues(calendar.warnings(), out);
            byte[] bytes = calendar.toICalendar("Brontë Primary School – improvement", "900001", 7);
            Files.write(path, bytes);
            print("iCalendar: " + bytes.length + " bytes");
        }
    }

    private void judgeSchools() throws IOException {
        try (Framework framework = Framework.parse(read("our-model.json"), 1_000_000); Table table = schoolTable();
                TableRequest request = new TableRequest(TODAY)) {
            request.key("URN").column("review.teaching", "visit").constant("national(absence.overall)", "5.2");
            print("== framework " + framework.id() + ": " + framework.title());
            try (TableJudgement judged = TableJudgement.of(framework, table, request)) {
                printTable(framework, judged);
            }
            stopRun(framework, table, request);
        }
    }

    private static Table schoolTable() {
        try (Table.Builder builder = new Table.Builder(4)) {
            return builder.addTexts("URN", "900001", "900002", "900003", "900004").addNumbers("absence.overall", 5.9, 4.8, null, 7.25)
                .addTexts("visit", "concern", "secure", "secure", null).build();
        }
    }

    private void printTable(Framework framework, TableJudgement judged) {
        List<String> levels = framework.scaleOf(0).levels();
        byte[] suggested = judged.suggested(0);
        long[] possible = judged.possible(0);
        for (int row = 0; row < judged.rows(); ++row) {
            long bits = possible[row];
            print("row " + row + ": suggested " + (suggested[row] < 0 ? "nothing" : levels.get(suggested[row])) + ", possible "
                + IntStream.range(0, levels.size()).filter(i -> (bits >> i & 1) != 0).mapToObj(levels::get).collect(Collectors.joining(" ")));
        }
        try (Judgement judgement = judged.explain(2)) {
            print("reasons for " + judgement.school() + ":");
            for (String reason : judgement.answers().get(0).reasons()) print("  " + reason);
        }
        print("absent columns: " + judged.absent().size() + ", failed rows: " + judged.failed());
        try (Table answers = judged.toTable()) {
            for (Table.Column column : answers.columns()) print("column " + column.name() + ": " + column.type());
        }
    }

    private void stopRun(Framework framework, Table table, TableRequest request) {
        long[] seen = {0};
        request.progress((done, rows) -> {
            seen[0] = rows;
            return true;
        });
        try (TableJudgement judged = TableJudgement.of(framework, table, request)) {
            throw new IllegalStateException("the run was not stopped: " + judged.rows() + " rows");
        } catch (SchoolImpException exception) {
            out.print("stopped before all of " + seen[0] + " rows: ");
            printError(exception, out);
        }
    }

    private void refused(String what, Runnable call) {
        try {
            call.run();
        } catch (SchoolImpException exception) {
            print("-- " + what);
            printError(exception, out);
            return;
        }
        throw new IllegalStateException(what + " was not refused");
    }

    private void provokeErrors(Framework framework, Evidence evidence, Trust trust, Benchmarks benchmarks) throws IOException {
        print("== errors");
        String text = new String(read("our-model.json"), StandardCharsets.UTF_8).replace("\"absence.overall > ", "\"absence.averall > ");
        refused("a typo in a framework", () -> Framework.parse(text.getBytes(StandardCharsets.UTF_8), 0).close());
        try (Evidence unknown = Evidence.parse(read("evidence-unknown-level.json"))) {
            refused("a level the scale does not have", () -> Judgement.of(framework, unknown, "900001", TODAY, trust, benchmarks).close());
        }
        refused("a framework there is not", () -> Framework.builtin("pvta").close());
        refused("no framework at all", () -> Judgement.of(null, evidence, "900001", TODAY, null, null).close());
    }
}
