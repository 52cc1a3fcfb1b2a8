<?php

declare(strict_types=1);

namespace SchoolImp;

use RuntimeException;

/** A call that failed, with everything the library says about it. */
final class SchoolImpException extends RuntimeException
{
    /** @param list<Issue> $issues */
    public function __construct(public readonly string $status, string $message, public readonly array $issues)
    {
        parent::__construct($message);
    }
}
