<?php

declare(strict_types=1);

namespace SchoolImp;

/** What a calendar is made of. */
final class CalendarRequest
{
    public readonly Handle $handle;

    /** @param int $stamp seconds since 1970-01-01 00:00 UTC, as time() gives them */
    public function __construct(int $stamp, string $from)
    {
        $this->handle = Library::get()->make('calendar_request', 'calendar_request_new', $stamp, Days::of($from));
    }

    public function add(SchoolYear|Judgement|Plan $part): self
    {
        $kind = match (true) {
            $part instanceof SchoolYear => 'school_year',
            $part instanceof Judgement => 'judgement',
            $part instanceof Plan => 'plan',
        };
        Library::get()->call("calendar_request_add_$kind", $this->handle->pointer, $part->handle->pointer);
        return $this;
    }

    /** @param array<string, string|int> $cadence members of schoolimp_cadence */
    public function addCadence(array $cadence): self
    {
        $given = Library::get()->structure('cadence', $cadence);
        Library::get()->call('calendar_request_add_cadence', $this->handle->pointer, $given->address());
        return $this;
    }
}
