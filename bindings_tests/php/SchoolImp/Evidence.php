<?php

declare(strict_types=1);

namespace SchoolImp;

/** Observations of schools. */
final class Evidence
{
    private function __construct(public readonly Handle $handle)
    {
    }

    public static function parse(string $json): self
    {
        return new self(Library::get()->make('evidence', 'evidence_parse', $json, strlen($json), null, null));
    }

    public static function parseCsv(string $csv): self
    {
        return new self(Library::get()->make('evidence', 'evidence_parse_csv', $csv, strlen($csv), null, null));
    }

    /**
     * Each observation has the members of schoolimp_observation; `kind` in words ("NUMBER"), dates as "2026-06-24".
     *
     * @param list<array<string, string|int|float>> $observations
     */
    public static function of(array $observations): self
    {
        $library = Library::get();
        $builder = $library->make('evidence_builder', 'evidence_builder_new');
        foreach ($observations as $members) {
            $members['kind'] = $library->constant("VALUE_{$members['kind']}");
            $members['observed_on'] = Days::of($members['observed_on'] ?? null);
            $observation = $library->structure('observation', $members);
            $library->call('evidence_builder_add', $builder->pointer, $observation->address());
        }
        return new self($library->make('evidence', 'evidence_builder_build', $builder->pointer));
    }

    public function toCsv(): string
    {
        return Library::get()->text('evidence_to_csv', $this->handle->pointer);
    }

    public function merged(self $other): self
    {
        return new self(Library::get()->make('evidence', 'evidence_merged', $this->handle->pointer, $other->handle->pointer));
    }

    public function size(): int
    {
        return Library::get()->c->schoolimp_evidence_size($this->handle->pointer);
    }

    /** @return list<string> */
    public function schools(): array
    {
        return Library::get()->strings('evidence_schools', $this->handle->pointer);
    }

    /** @return list<Issue> */
    public function check(Framework $framework): array
    {
        return Library::get()->issues('evidence_check', $this->handle->pointer, $framework->handle->pointer);
    }
}
