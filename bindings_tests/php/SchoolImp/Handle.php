<?php

declare(strict_types=1);

namespace SchoolImp;

use FFI\CData;

// excerpt: handles
/** A handle of the library; PHP ends it with the last reference. Keep the object while its pointer is in use: the pointer alone keeps nothing. */
final class Handle
{
    public function __construct(private readonly string $type, public readonly CData $pointer)
    {
    }

    public function __destruct()
    {
        Library::get()->c->{"schoolimp_{$this->type}_free"}($this->pointer);
    }

    private function __clone()
    {
    }
}
// end of excerpt
