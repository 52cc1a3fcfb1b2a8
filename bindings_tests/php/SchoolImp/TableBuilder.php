<?php

declare(strict_types=1);

namespace SchoolImp;

use FFI;
use FFI\CData;
use InvalidArgumentException;

/** Makes a table of columns in memory. */
final class TableBuilder
{
    private readonly Handle $handle;

    /** @var list<CData> */
    private array $numbers = [];

    public function __construct(private readonly int $rows)
    {
        $this->handle = Library::get()->make('table_builder', 'table_builder_new', $rows);
    }

    /** Null is a row without a value. The numbers are borrowed by the library: the table keeps them. */
    public function addNumbers(string $name, float|int|null ...$values): self
    {
        $this->needRows(count($values));
        $library = Library::get();
        $numbers = $library->c->new("double[$this->rows]");
        $validity = $library->c->new('uint8_t[' . intdiv($this->rows + 7, 8) . ']');
        foreach ($values as $i => $value) {
            $numbers[$i] = (float) $value;
            $validity[intdiv($i, 8)] |= $value === null ? 0 : 1 << $i % 8;
        }
        $this->numbers[] = $numbers;
        $library->call('table_builder_add_numbers', $this->handle->pointer, $name, $library->constant('NUMBER_FLOAT64'), $numbers, $validity);
        return $this;
    }

    public function addTexts(string $name, ?string ...$values): self
    {
        $this->needRows(count($values));
        $c = Library::get()->c;
        $pointers = $c->new("const char*[$this->rows]");
        $copies = [];
        foreach ($values as $i => $value) {
            if ($value !== null) {
                $copies[$i] = Library::get()->bytes("$value\0");
                $pointers[$i] = $c->cast('const char*', FFI::addr($copies[$i]));
            }
        }
        Library::get()->call('table_builder_add_texts', $this->handle->pointer, $name, $pointers);
        return $this;
    }

    public function build(): Table
    {
        $table = new Table(Library::get()->make('table', 'table_builder_build', $this->handle->pointer), $this->numbers);
        $this->numbers = [];
        return $table;
    }

    private function needRows(int $given): void
    {
        if ($given !== $this->rows) {
            throw new InvalidArgumentException("a value for each of $this->rows rows is needed, not $given");
        }
    }
}
