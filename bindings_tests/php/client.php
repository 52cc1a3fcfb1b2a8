<?php

declare(strict_types=1);

// The main job with the wrapper: php -d ffi.enable=1 client.php HEADER LIBRARY INPUT_FOLDER OUTPUT.ics

use SchoolImp\Benchmarks;
use SchoolImp\Calendar;
use SchoolImp\CalendarRequest;
use SchoolImp\Evidence;
use SchoolImp\Framework;
use SchoolImp\Judgement;
use SchoolImp\Library;
use SchoolImp\Plan;
use SchoolImp\SchoolImpException;
use SchoolImp\SchoolYear;
use SchoolImp\Table;
use SchoolImp\TableBuilder;
use SchoolImp\TableJudgement;
use SchoolImp\TableRequest;
use SchoolImp\Trust;
use SchoolImp\Truth;

spl_autoload_register(function (string $class): void {
    require __DIR__ . '/' . str_replace('\\', '/', $class) . '.php';
});

final class Client
{
    private const TODAY = '2026-09-01'; // Given by the program: the library reads no clock.

    public function __construct(private readonly string $folder)
    {
    }

    // excerpt: main
    public function run(string $icalendar): void
    {
        $framework = Framework::builtin('pvat');
        $this->describe($framework);
        $this->print('== documents');
        $benchmarks = Benchmarks::builtin();
        $trust = $this->readTrust();
        $year = $this->readSchoolYear();
        $evidence = $this->readEvidence($framework);
        $suggested = $this->judge($framework, $evidence, $trust, $benchmarks);
        $decided = $this->decide($framework, $suggested, $trust);
        $plan = $this->makePlan($framework, $decided, $year, $trust);
        $this->writeCalendar($framework, $trust, $year, $decided, $plan, $icalendar);
        $this->judgeSchools();
        $this->provokeErrors($framework, $evidence, $trust, $benchmarks);
    }
    // end of excerpt

    private function read(string $name): string
    {
        $bytes = file_get_contents("$this->folder/$name");
        return $bytes === false ? throw new RuntimeException("$name cannot be read") : $bytes;
    }

    private function print(string $line): void
    {
        echo $line, "\n";
    }

    private static function date(?string $date): string
    {
        return $date ?? 'no date';
    }

    private static function word(Truth $truth): string
    {
        return match ($truth) {
            Truth::False => 'not met',
            Truth::True => 'met',
            Truth::Unknown => 'unknown',
            Truth::NotApplicable => 'not applicable',
        };
    }

    /** @param list<SchoolImp\Issue> $issues */
    private static function issues(array $issues): string
    {
        $text = '';
        foreach ($issues as $issue) {
            $text .= '  ' . ($issue->isError ? 'error' : 'warning') . " at \"$issue->pointer\", $issue->code: $issue->message\n";
            $text .= $issue->hint === '' ? '' : "    hint: $issue->hint\n";
        }
        return $text;
    }

    public static function error(SchoolImpException $exception): string
    {
        return "$exception->status: {$exception->getMessage()}\n" . self::issues($exception->issues);
    }

    private function describe(Framework $framework): void
    {
        $this->print("== framework {$framework->id()}");
        $this->print($framework->title());
        $kinds = [
            'SCALE' => 'scales', 'INDICATOR' => 'indicators', 'MEASURE' => 'measures', 'CRITERION' => 'criteria', 'JUDGEMENT' => 'judgements',
            'OFFER' => 'offers', 'ACTION' => 'actions', 'ACTIVITY' => 'activities', 'ROLE' => 'roles', 'BODY' => 'bodies', 'KPI' => 'kpis',
        ];
        foreach ($kinds as $kind => $name) {
            $this->print("$name: " . count($framework->parts($kind)));
        }
        foreach (array_keys($framework->parts('SCALE')) as $scale) {
            $this->print("scale $scale, {$framework->order($scale)}: " . implode(' ', $framework->levels($scale)));
        }
        foreach (array_slice(array_keys($framework->parts('INDICATOR')), 0, 3) as $indicator) {
            $this->print("indicator $indicator: {$framework->typeOf($indicator)}, unit \"{$framework->unitOf($indicator)}\"");
        }
        foreach ($framework->parts('JUDGEMENT') as $question => $title) {
            $this->print("question $question on scale {$framework->scaleOf($question)}: $title");
        }
        $title = $framework->parts('CRITERION')['outcomes.primary_below'];
        $this->print("criterion $title: {$framework->expressionOf('outcomes.primary_below')}");
        $cells = $framework->cells();
        $this->print('cells: ' . implode(', ', array_slice($cells, 0, 4)) . ', ... ' . count($cells) . ' in all');
        $this->print('hash is that of its canonical JSON: ' . (Framework::contentHash($framework->toJson()) === $framework->hash() ? 'yes' : 'no'));
        $this->print('warnings: ' . count($framework->warnings()));
    }

    private function readTrust(): Trust
    {
        $trust = Trust::parse($this->read('trust.json'));
        foreach ($trust->schools() as $id => $name) {
            $this->print("school $id: $name");
        }
        echo self::issues($trust->warnings);
        return $trust;
    }

    private function readSchoolYear(): SchoolYear
    {
        $year = SchoolYear::parse($this->read('school-year.json'));
        $this->print(
            "school year {$year->id()}: " . count($year->schoolDays()) . ' school days, the first ' . self::date($year->nextDay(self::TODAY)) .
            "; then {$year->halfTermTitle(1)}",
        );
        $this->print("2026-12-28: {$year->describe('2026-12-28')}");
        return $year;
    }

    private static function ownObservations(): Evidence
    {
        $review = ['school' => '900001', 'observed_on' => '2026-06-24', 'source' => 'trust review'];
        $returned = ['period' => '2024/25', 'source' => 'school returns', 'cohort' => 201];
        return Evidence::of([
            $review + ['indicator' => 'review.leadership', 'kind' => 'WORD', 'value' => 'some_concern', 'note' => 'Seen by Zoë Okonjo – invented'],
            $review + ['indicator' => 'review.finance', 'kind' => 'MISSING', 'value' => 'not_collected'],
            $returned + ['school' => '900001', 'indicator' => 'absence.persistent', 'kind' => 'NUMBER', 'value' => '17.25'],
            $returned + ['school' => '900003', 'indicator' => 'absence.overall', 'kind' => 'DOUBLE', 'number' => 6.5],
        ]);
    }

    private function readEvidence(Framework $framework): Evidence
    {
        $table = Evidence::parseCsv($this->read('evidence.csv'));
        $own = self::ownObservations();
        echo $own->toCsv();
        $evidence = $table->merged($own);
        $this->print("observations: {$evidence->size()}, of schools " . implode(' ', $evidence->schools()));
        $this->print('issues under the framework: ' . count($evidence->check($framework)));
        return $evidence;
    }

    private function printAnswer(string $id, array $answer): void
    {
        $this->print(
            "$id: suggested " . ($answer['suggested'] ?? 'nothing') . ', possible ' . implode(' ', $answer['possible']) .
            ($answer['exact'] ? '' : ' (not exact)'),
        );
        foreach ($answer['reasons'] as $reason) {
            $this->print("  $reason");
        }
    }

    private function printReading(array $reading): void
    {
        $this->print(
            '  ' . ($reading['national'] ? 'national ' : '') . $reading['indicator'] . ($reading['group'] === '' ? '' : " [{$reading['group']}]") .
            ($reading['period'] === '' ? '' : " {$reading['period']}") . ': ' . ($reading['missing'] ?? $reading['value']),
        );
    }

    private function printCriterion(string $id, array $criterion): void
    {
        $this->print("  $id: " . self::word($criterion['result']) . ", {$criterion['readings']} cells read, {$criterion['waiting']} waited for");
        if ($criterion['result'] !== Truth::True) {
            return;
        }
        foreach ($criterion['comparisons'] as ['text' => $text, 'left' => $left, 'comparator' => $comparator, 'right' => $right, 'result' => $result]) {
            $this->print("    $text: $left $comparator $right, " . self::word($result));
        }
    }

    private function judge(Framework $framework, Evidence $evidence, Trust $trust, Benchmarks $benchmarks): Judgement
    {
        $judgement = Judgement::of($framework, $evidence, '900001', self::TODAY, $trust, $benchmarks);
        $this->print("== judgement of {$judgement->school()}");
        $answers = $judgement->answers();
        foreach ($answers as $id => $answer) {
            $this->printAnswer($id, $answer);
        }
        $this->print("own cells: {$judgement->knownCells()} known, {$judgement->missingCells()} missing");
        $this->print('missing cells that matter:');
        foreach ($answers['tier_of_support']['missing'] as $reading) {
            $this->printReading($reading);
        }
        $this->print('criteria:');
        foreach ($judgement->criteria() as $id => $criterion) {
            $this->printCriterion($id, $criterion);
        }
        $this->print('measures with a value:');
        foreach ($judgement->measures() as $id => $value) {
            $this->print("  $id: $value");
        }
        $copy = Judgement::parse($judgement->toJson());
        $this->print('reads back as it was written: ' . ($copy->toJson() === $judgement->toJson() ? 'yes' : 'no'));
        return $judgement;
    }

    private function decide(Framework $framework, Judgement $suggested, Trust $trust): Judgement
    {
        $decided = $suggested->decide($framework, [
            'judgement' => 'tier_of_support',
            'level' => 'tier_2',
            'by' => 'ceo',
            'person' => 'Zoë Okonjo (invented)',
            'reason' => 'Three years below national – £12,000 set aside (invented).',
            'decided_on' => self::TODAY,
        ]);
        $this->print('== decision');
        foreach ($decided->decisions() as $decision) {
            $this->print(
                self::date($decision['decided_on']) . " decided {$decision['level']} by {$decision['by']} ({$decision['person']}), " .
                "suggested {$decision['suggested']}: {$decision['reason']}",
            );
        }
        $this->print("in force: {$decided->levelInForce('tier_of_support')}");
        $this->print(explode("\n", $decided->toMarkdown($framework, $trust))[0]);
        return $decided;
    }

    private function makePlan(Framework $framework, Judgement $decided, SchoolYear $year, Trust $trust): Plan
    {
        $made = Plan::of($framework, $decided, $year, $trust, self::TODAY);
        $this->print("== plan {$made->id()} from " . self::date($made->start()) . ' to ' . self::date($made->end()));
        $plan = $made->record([
            'item' => 'objective.outcomes.primary_below',
            'by' => 'Zoë Okonjo (invented)',
            'note' => 'Mock tests in January – nearer',
            'value' => '-3',
            'on' => '2027-01-20',
            'rag' => Library::get()->constant('RAG_AMBER'),
        ])->record([
            'item' => 'action.tier_2_needs_analysis',
            'on' => '2026-09-30',
            'status' => Library::get()->constant('ITEM_DONE'),
        ]);
        $this->printPlan($plan);
        return $plan;
    }

    private function printPlan(Plan $plan): void
    {
        foreach (['OBJECTIVE', 'ACTION', 'MILESTONE'] as $kind) {
            foreach ($plan->items($kind) as $item) {
                $this->print(
                    strtolower($kind) . " {$item['id']}: {$item['title']}, from " . self::date($item['start']) . ' to ' . self::date($item['due']) .
                    ", {$item['status']}",
                );
            }
        }
        $open = $plan->items('OPEN_POINT');
        $this->print(count($open) . " points to be agreed, the first: {$open[0]['title']}");
        $day = '2027-02-01';
        $this->print("ratings on $day:");
        foreach ($plan->rate($day) as $rating) {
            $this->print("  {$rating['objective']}: {$rating['rag']}, people say {$rating['people']}. {$rating['reason']}");
        }
    }

    private function writeCalendar(Framework $framework, Trust $trust, SchoolYear $year, Judgement $decided, Plan $plan, string $path): void
    {
        $stamp = (int) strtotime(self::TODAY . ' 00:00 UTC');
        $request = (new CalendarRequest($stamp, self::TODAY))->add($year)->add($decided)->add($plan)->addCadence(
            ['activity' => 'progress_visit', 'every' => 'term', 'position' => 'end', 'times' => 1, 'reason' => 'Agreed with the school (invented)'],
        );
        $calendar = Calendar::of($framework, $trust, $request);
        $this->print('== calendar');
        foreach ($calendar->events() as $event) {
            $this->print(
                self::date($event['first']) . ' to ' . self::date($event['last']) .
                ", {$event['school']}, {$event['type']}, {$event['status']}: {$event['title']}",
            );
            $this->print("  {$event['reason']}");
        }
        foreach ($calendar->undated() as $undated) {
            $this->print("to be agreed: {$undated['title']}: {$undated['message']}");
        }
        echo self::issues($calendar->warnings());
        $bytes = $calendar->toICalendar(['name' => 'Brontë Primary School – improvement', 'school' => '900001', 'alarm_days_before' => 7]);
        if (file_put_contents($path, $bytes) !== strlen($bytes)) {
            throw new RuntimeException("$path cannot be written");
        }
        $this->print('iCalendar: ' . strlen($bytes) . ' bytes');
    }

    private function judgeSchools(): void
    {
        $framework = Framework::parse($this->read('our-model.json'), 1000000);
        $table = self::schoolTable();
        $request = (new TableRequest(self::TODAY))->key('URN')->column('review.teaching', 'visit')->constant('national(absence.overall)', '5.2');
        $this->print("== framework {$framework->id()}: {$framework->title()}");
        $this->printTable($framework, TableJudgement::of($framework, $table, $request));
        $this->stopRun($framework, $table, $request);
    }

    private static function schoolTable(): Table
    {
        return (new TableBuilder(4))->addTexts('URN', '900001', '900002', '900003', '900004')->addNumbers('absence.overall', 5.9, 4.8, null, 7.25)
            ->addTexts('visit', 'concern', 'secure', 'secure', null)->build();
    }

    private function printTable(Framework $framework, TableJudgement $judged): void
    {
        $levels = $framework->levels($framework->scaleOf('support_needed'));
        $possible = $judged->possible(0);
        foreach ($judged->suggested(0) as $row => $level) {
            $others = array_filter($levels, fn (int $i) => ($possible[$row] >> $i & 1) !== 0, ARRAY_FILTER_USE_KEY);
            $this->print("row $row: suggested " . ($level < 0 ? 'nothing' : $levels[$level]) . ', possible ' . implode(' ', $others));
        }
        $judgement = $judged->explain(2);
        $this->print("reasons for {$judgement->school()}:");
        foreach ($judgement->answers()['support_needed']['reasons'] as $reason) {
            $this->print("  $reason");
        }
        $this->print('absent columns: ' . count($judged->absent()) . ", failed rows: {$judged->failed()}");
        foreach ($judged->toTable()->columns() as $name => $type) {
            $this->print("column $name: $type");
        }
    }

    private function stopRun(Framework $framework, Table $table, TableRequest $request): void
    {
        $all = 0;
        $request->progress(function (int $done, int $rows) use (&$all): bool {
            $all = $rows;
            return true;
        });
        try {
            TableJudgement::of($framework, $table, $request);
        } catch (SchoolImpException $exception) {
            echo "stopped before all of $all rows: ", self::error($exception);
            return;
        }
        throw new RuntimeException('the run was not stopped');
    }

    private function refused(string $what, callable $call): void
    {
        try {
            $call();
        } catch (SchoolImpException $exception) {
            $this->print("-- $what");
            echo self::error($exception);
            return;
        }
        throw new RuntimeException("$what was not refused");
    }

    private function provokeErrors(Framework $framework, Evidence $evidence, Trust $trust, Benchmarks $benchmarks): void
    {
        $this->print('== errors');
        $text = str_replace('"absence.overall > ', '"absence.averall > ', $this->read('our-model.json'));
        $this->refused('a typo in a framework', fn () => Framework::parse($text));
        $unknown = Evidence::parse($this->read('evidence-unknown-level.json'));
        $this->refused(
            'a level the scale does not have',
            fn () => Judgement::of($framework, $unknown, '900001', self::TODAY, $trust, $benchmarks),
        );
        $this->refused('a framework there is not', fn () => Framework::builtin('pvta'));
        $this->refused('no framework at all', fn () => Judgement::of(null, $evidence, '900001', self::TODAY));
    }
}

if ($argc !== 5) {
    fwrite(STDERR, "usage: client.php HEADER LIBRARY INPUT_FOLDER OUTPUT.ics\n");
    exit(2);
}
Library::load($argv[1], $argv[2]);
try {
    (new Client($argv[3]))->run($argv[4]);
} catch (SchoolImpException $exception) {
    fwrite(STDERR, Client::error($exception));
    exit(1);
}
