<?php

declare(strict_types=1);

namespace SchoolImp;

/** Everything known about one school under one framework at one pair of dates. Deciding gives a new one. */
final class Judgement
{
    public function __construct(public readonly Handle $handle)
    {
    }

    public static function of(
        ?Framework $framework,
        Evidence $evidence,
        string $school,
        string $valid,
        ?Trust $trust = null,
        ?Benchmarks $benchmarks = null,
    ): self {
        $options = Library::get()->structure('judge_options', ['valid' => Days::of($valid)]);
        return new self(Library::get()->make(
            'judgement',
            'judge',
            $framework?->handle->pointer,
            $evidence->handle->pointer,
            $school,
            $trust?->handle->pointer,
            $benchmarks?->handle->pointer,
            $options->address(),
        ));
    }

    public static function parse(string $json): self
    {
        return new self(Library::get()->make('judgement', 'judgement_parse', $json, strlen($json), null, null));
    }

    public function school(): string
    {
        return $this->read('school');
    }

    public function knownCells(): int
    {
        return $this->read('known_cells');
    }

    public function missingCells(): int
    {
        return $this->read('missing_cells');
    }

    /** @return array<string, array{suggested: ?string, exact: bool, possible: list<string>, reasons: list<string>, missing: list<array>}> */
    public function answers(): array
    {
        $answers = [];
        for ($answer = 0; $answer < $this->read('answer_count'); ++$answer) {
            $answers[$this->read('answer_id', $answer)] = [
                'suggested' => $this->read('suggested', $answer),
                'exact' => ($this->read('answer_flags', $answer) & Library::get()->constant('ANSWER_NOT_EXACT')) === 0,
                'possible' => Library::list($this->read('possible_count', $answer), fn (int $i) => $this->read('possible', $answer, $i)),
                'reasons' => Library::list($this->read('reason_count', $answer), fn (int $i) => $this->read('reason', $answer, $i)),
                'missing' => Library::list($this->read('missing_count', $answer), fn (int $i) => $this->reading($this->read('missing', $answer, $i))),
            ];
        }
        return $answers;
    }

    /** @return array{national: bool, indicator: string, group: string, period: string, value: string, missing: ?string} */
    private function reading(int $reading): array
    {
        return [
            'national' => ($this->read('reading_flags', $reading) & Library::get()->constant('READING_NATIONAL')) !== 0,
            'indicator' => $this->read('reading_indicator', $reading),
            'group' => $this->read('reading_group', $reading),
            'period' => $this->read('reading_period', $reading),
            'value' => $this->read('reading_value', $reading),
            'missing' => $this->read('reading_missing', $reading),
        ];
    }

    /** @return array<string, array{result: Truth, comparisons: list<array>, readings: int, waiting: int}> */
    public function criteria(): array
    {
        $criteria = [];
        for ($criterion = 0; $criterion < $this->read('criterion_count'); ++$criterion) {
            $criteria[$this->read('criterion_id', $criterion)] = [
                'result' => Truth::from($this->read('criterion_result', $criterion)),
                'comparisons' => Library::list($this->read('comparison_count', $criterion), fn (int $i) => [
                    'text' => $this->read('comparison_text', $criterion, $i),
                    'left' => $this->read('comparison_left', $criterion, $i),
                    'comparator' => $this->read('comparison_comparator', $criterion, $i),
                    'right' => $this->read('comparison_right', $criterion, $i),
                    'result' => Truth::from($this->read('comparison_result', $criterion, $i)),
                ]),
                'readings' => $this->read('criterion_reading_count', $criterion),
                'waiting' => $this->read('criterion_waiting_count', $criterion),
            ];
        }
        return $criteria;
    }

    /** @return array<string, string> values of the measures that have one */
    public function measures(): array
    {
        $measures = [];
        for ($i = 0; $i < $this->read('measure_count'); ++$i) {
            if (Truth::from($this->read('measure_state', $i)) === Truth::True) {
                $measures[$this->read('measure_id', $i)] = $this->read('measure_value', $i);
            }
        }
        return $measures;
    }

    public function toJson(): string
    {
        return Library::get()->text('judgement_to_json', $this->handle->pointer, Library::get()->constant('JSON_PRETTY'));
    }

    public function toMarkdown(Framework $framework, Trust $trust): string
    {
        return Library::get()->text('judgement_to_markdown', $this->handle->pointer, $framework->handle->pointer, $trust->handle->pointer);
    }

    /** @param array<string, string> $decision members of schoolimp_decision; `decided_on` as "2026-09-01" */
    public function decide(Framework $framework, array $decision): self
    {
        $decision['decided_on'] = Days::of($decision['decided_on'] ?? null);
        $given = Library::get()->structure('decision', $decision);
        return new self(
            Library::get()->make('judgement', 'decide', $framework->handle->pointer, $this->handle->pointer, $given->address()),
        );
    }

    /** @return list<array<string, string|null>> */
    public function decisions(): array
    {
        return Library::list($this->read('decision_count'), function (int $i): array {
            $read = Library::get()->structure('decision');
            Library::get()->call('judgement_decision', $read->address(), $this->handle->pointer, $i);
            return [
                'level' => $read->data->level,
                'by' => $read->data->by,
                'person' => $read->data->person,
                'suggested' => $read->data->suggested,
                'reason' => $read->data->reason,
                'decided_on' => Days::toDate($read->data->decided_on),
            ];
        });
    }

    public function levelInForce(string $id): string
    {
        return Library::get()->text('judgement_level_in_force', $this->handle->pointer, $id);
    }

    private function read(string $what, int ...$indexes): string|int|null
    {
        return Library::get()->c->{"schoolimp_judgement_$what"}($this->handle->pointer, ...$indexes);
    }
}
