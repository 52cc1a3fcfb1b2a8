<?php

declare(strict_types=1);

namespace SchoolImp;

/** The improvement calendar: dated events, and what has no date until people agree one. */
final class Calendar
{
    private const STATUSES = ['confirmed', 'tentative', 'cancelled'];

    private function __construct(public readonly Handle $handle)
    {
    }

    public static function of(Framework $framework, Trust $trust, CalendarRequest $request, ?self $previous = null): self
    {
        return new self(Library::get()->make(
            'calendar',
            'calendar_make',
            $framework->handle->pointer,
            $trust->handle->pointer,
            $request->handle->pointer,
            $previous?->handle->pointer,
        ));
    }

    /** @return list<array<string, ?string>> */
    public function events(): array
    {
        $c = Library::get()->c;
        $calendar = $this->handle->pointer;
        return Library::list($c->schoolimp_calendar_event_count($calendar), fn (int $i) => [
            'first' => Days::toDate($c->schoolimp_calendar_event_first($calendar, $i)),
            'last' => Days::toDate($c->schoolimp_calendar_event_last($calendar, $i)),
            'school' => $c->schoolimp_calendar_event_school($calendar, $i),
            'type' => $c->schoolimp_calendar_event_type($calendar, $i),
            'status' => self::STATUSES[$c->schoolimp_calendar_event_status($calendar, $i)],
            'title' => $c->schoolimp_calendar_event_title($calendar, $i),
            'reason' => $c->schoolimp_calendar_event_reason($calendar, $i),
        ]);
    }

    /** @return list<array{title: string, message: string}> */
    public function undated(): array
    {
        $c = Library::get()->c;
        return Library::list($c->schoolimp_calendar_undated_count($this->handle->pointer), fn (int $i) => [
            'title' => $c->schoolimp_calendar_undated_title($this->handle->pointer, $i),
            'message' => $c->schoolimp_calendar_undated_message($this->handle->pointer, $i),
        ]);
    }

    /** @return list<Issue> */
    public function warnings(): array
    {
        return Library::get()->issues('calendar_issues', $this->handle->pointer);
    }

    /** @param array<string, string|int> $options members of schoolimp_icalendar_options */
    public function toICalendar(array $options): string
    {
        $given = Library::get()->structure('icalendar_options', $options);
        return Library::get()->text('calendar_to_icalendar', $this->handle->pointer, $given->address());
    }
}
