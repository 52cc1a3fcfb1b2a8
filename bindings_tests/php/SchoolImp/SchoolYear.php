<?php

declare(strict_types=1);

namespace SchoolImp;

use FFI;

/** One academic year of a school. */
final class SchoolYear
{
    private function __construct(public readonly Handle $handle)
    {
    }

    public static function parse(string $json): self
    {
        return new self(Library::get()->make('school_year', 'school_year_parse', $json, strlen($json), null, 0, null, null));
    }

    public function id(): string
    {
        return Library::get()->c->schoolimp_school_year_id($this->handle->pointer);
    }

    /** @return list<string> */
    public function schoolDays(): array
    {
        $library = Library::get();
        $count = $library->c->new('size_t');
        $library->call('school_year_school_days', $this->handle->pointer, null, 0, FFI::addr($count));
        $days = $library->c->new("int32_t[$count->cdata]");
        $library->call('school_year_school_days', $this->handle->pointer, $days, $count->cdata, FFI::addr($count));
        return Library::list($count->cdata, fn (int $i) => (string) Days::toDate($days[$i]));
    }

    public function nextDay(string $date): ?string
    {
        return Days::toDate(Library::get()->c->schoolimp_school_year_next_day($this->handle->pointer, Days::of($date)));
    }

    public function halfTermTitle(int $index): string
    {
        return Library::get()->text('school_year_half_term_title', $this->handle->pointer, $index);
    }

    public function describe(string $date): string
    {
        return Library::get()->text('school_year_describe', $this->handle->pointer, Days::of($date));
    }
}
