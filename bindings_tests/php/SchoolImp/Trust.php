<?php

declare(strict_types=1);

namespace SchoolImp;

use FFI;

/** A trust: its schools and people. */
final class Trust
{
    /** @param list<Issue> $warnings */
    private function __construct(public readonly Handle $handle, public readonly array $warnings)
    {
    }

    public static function parse(string $json): self
    {
        $library = Library::get();
        $warnings = $library->c->new('schoolimp_issues*');
        $handle = $library->make('trust', 'trust_parse', $json, strlen($json), null, FFI::addr($warnings));
        $issues = new Handle('issues', $warnings);
        return new self($handle, Issue::readAll($issues->pointer));
    }

    /** @return array<string, string> names by id */
    public function schools(): array
    {
        $c = Library::get()->c;
        $schools = [];
        for ($i = 0; $i < $c->schoolimp_trust_school_count($this->handle->pointer); ++$i) {
            $schools[$c->schoolimp_trust_school_id($this->handle->pointer, $i)] = $c->schoolimp_trust_school_name($this->handle->pointer, $i);
        }
        return $schools;
    }
}
