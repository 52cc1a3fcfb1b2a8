<?php

declare(strict_types=1);

namespace SchoolImp;

use FFI\CData;

/** One problem: where it is, what kind it is, what is wrong and how to mend it. */
final class Issue
{
    private function __construct(
        public readonly bool $isError,
        public readonly string $pointer,
        public readonly string $code,
        public readonly string $message,
        public readonly string $hint,
    ) {
    }

    /** @return list<self> */
    public static function readAll(?CData $issues): array
    {
        $c = Library::get()->c;
        return Library::list($c->schoolimp_issues_count($issues), fn (int $i) => new self(
            $c->schoolimp_issues_severity($issues, $i) === Library::get()->constant('SEVERITY_ERROR'),
            $c->schoolimp_issues_pointer($issues, $i),
            $c->schoolimp_issues_code($issues, $i),
            $c->schoolimp_issues_message($issues, $i),
            $c->schoolimp_issues_hint($issues, $i),
        ));
    }
}
