<?php

declare(strict_types=1);

namespace SchoolImp;

use Throwable;

/** How a table is judged. */
final class TableRequest
{
    public readonly Handle $handle;

    public function __construct(string $valid)
    {
        $this->handle = Library::get()->make('table_request', 'table_request_new', Days::of($valid), Days::NO_DATE);
    }

    public function key(string $column): self
    {
        Library::get()->call('table_request_set_key', $this->handle->pointer, $column);
        return $this;
    }

    public function column(string $cell, string $column): self
    {
        Library::get()->call('table_request_set_column', $this->handle->pointer, $cell, $column);
        return $this;
    }

    /** A number that is the same for every school. */
    public function constant(string $cell, string $number): self
    {
        Library::get()->call('table_request_set_constant', $this->handle->pointer, $cell, Library::get()->constant('VALUE_NUMBER'), $number);
        return $this;
    }

    // excerpt: progress
    /**
     * FFI keeps the closure until the end of the script. An exception cannot pass through native code: it stops the run.
     *
     * @param callable(int, int): bool $stops told the rows done and all rows; true stops the run
     */
    public function progress(callable $stops): self
    {
        $callback = function (mixed $payload, int $done, int $rows) use ($stops): int {
            try {
                return $stops($done, $rows) ? 1 : 0;
            } catch (Throwable) {
                return 1;
            }
        };
        Library::get()->call('table_request_set_progress', $this->handle->pointer, $callback, null);
        return $this;
    }
    // end of excerpt
}
