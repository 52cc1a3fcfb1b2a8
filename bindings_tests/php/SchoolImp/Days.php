<?php

declare(strict_types=1);

namespace SchoolImp;

/** Dates of PHP programs ("2026-09-01", or null) as days since 1970-01-01. */
final class Days
{
    public const NO_DATE = -2147483648;

    public static function of(?string $date): int
    {
        return $date === null ? self::NO_DATE : intdiv((int) strtotime("$date UTC"), 86400);
    }

    public static function toDate(int $days): ?string
    {
        return $days === self::NO_DATE ? null : gmdate('Y-m-d', $days * 86400);
    }
}
