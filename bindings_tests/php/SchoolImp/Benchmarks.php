<?php

declare(strict_types=1);

namespace SchoolImp;

/** National figures to compare with. */
final class Benchmarks
{
    private function __construct(public readonly Handle $handle)
    {
    }

    public static function builtin(): self
    {
        return new self(Library::get()->make('benchmarks', 'benchmarks_builtin'));
    }
}
