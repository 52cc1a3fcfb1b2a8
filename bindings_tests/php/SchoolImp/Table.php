<?php

declare(strict_types=1);

namespace SchoolImp;

use FFI\CData;

/** Named columns of one length. */
final class Table
{
    /** @param list<CData> $numbers what its columns borrow: PHP frees memory that nothing refers to */
    public function __construct(public readonly Handle $handle, public readonly array $numbers = [])
    {
    }

    /** @return array<string, string> types by name */
    public function columns(): array
    {
        $names = Library::get()->strings('table_column_names', $this->handle->pointer);
        $types = array_map(fn (int $i) => Library::get()->text('table_type_name', $this->handle->pointer, $i), array_keys($names));
        return array_combine($names, $types);
    }
}
