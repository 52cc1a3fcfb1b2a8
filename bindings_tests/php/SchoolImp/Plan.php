<?php

declare(strict_types=1);

namespace SchoolImp;

/** What one school gets at its level, with its record. Recording gives a new one. */
final class Plan
{
    private const STATUSES = ['not started', 'in progress', 'done', 'stopped', 'withdrawn'];
    private const RATINGS = [-1 => 'none', 'not rated', 'red', 'amber', 'green'];

    private function __construct(public readonly Handle $handle)
    {
    }

    public static function of(Framework $framework, Judgement $judgement, SchoolYear $year, Trust $trust, string $madeOn): self
    {
        $options = Library::get()->structure('plan_options', ['made_on' => Days::of($madeOn)]);
        return new self(Library::get()->make(
            'plan',
            'plan_make',
            $framework->handle->pointer,
            $judgement->handle->pointer,
            $year->handle->pointer,
            $trust->handle->pointer,
            $options->address(),
        ));
    }

    public function id(): string
    {
        return Library::get()->c->schoolimp_plan_id($this->handle->pointer);
    }

    public function start(): ?string
    {
        return Days::toDate(Library::get()->c->schoolimp_plan_start($this->handle->pointer));
    }

    public function end(): ?string
    {
        return Days::toDate(Library::get()->c->schoolimp_plan_end($this->handle->pointer));
    }

    /**
     * Items of a kind: "OBJECTIVE", "ACTION", "MILESTONE", "OPEN_POINT".
     *
     * @return list<array{id: string, title: string, start: ?string, due: ?string, status: ?string}>
     */
    public function items(string $kind): array
    {
        $c = Library::get()->c;
        $plan = $this->handle->pointer;
        $item = Library::get()->constant("ITEM_$kind");
        return Library::list($c->schoolimp_plan_item_count($plan, $item), fn (int $i) => [
            'id' => $c->schoolimp_plan_item_id($plan, $item, $i),
            'title' => $c->schoolimp_plan_item_title($plan, $item, $i),
            'start' => Days::toDate($c->schoolimp_plan_item_start($plan, $item, $i)),
            'due' => Days::toDate($c->schoolimp_plan_item_due($plan, $item, $i)),
            'status' => self::STATUSES[$c->schoolimp_plan_item_status($plan, $item, $i)] ?? null,
        ]);
    }

    /** @param array<string, string|int> $progress members of schoolimp_progress; `on` as "2026-09-01" */
    public function record(array $progress): self
    {
        $progress['on'] = Days::of($progress['on'] ?? null);
        $given = Library::get()->structure('progress', $progress);
        return new self(Library::get()->make('plan', 'plan_record_progress', $this->handle->pointer, $given->address()));
    }

    /** @return list<array{objective: string, rag: string, people: string, reason: string}> */
    public function rate(string $day): array
    {
        $c = Library::get()->c;
        $handle = Library::get()->make('ratings', 'plan_rate', $this->handle->pointer, Days::of($day));
        $ratings = $handle->pointer;
        return Library::list($c->schoolimp_ratings_count($ratings), fn (int $i) => [
            'objective' => $c->schoolimp_ratings_objective($ratings, $i),
            'rag' => self::RATINGS[$c->schoolimp_ratings_rag($ratings, $i)],
            'people' => self::RATINGS[$c->schoolimp_ratings_people($ratings, $i)],
            'reason' => $c->schoolimp_ratings_reason($ratings, $i),
        ]);
    }
}
