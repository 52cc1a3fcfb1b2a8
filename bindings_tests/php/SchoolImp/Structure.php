<?php

declare(strict_types=1);

namespace SchoolImp;

use FFI;
use FFI\CData;

/** A structure of the header with its defaults. Its texts live as long as it does. */
final class Structure
{
    public readonly CData $data;

    /** @var list<CData> */
    private array $texts = [];

    // excerpt: structure
    /** @param array<string, string|int|float|null> $members those that differ from the defaults; null leaves a default */
    public function __construct(private readonly FFI $c, string $type, array $members)
    {
        $this->data = $c->new("schoolimp_$type");
        $c->{"schoolimp_{$type}_init"}(FFI::addr($this->data), FFI::sizeof($this->data));
        foreach ($members as $name => $value) {
            if ($value !== null) {
                $this->data->{$name} = is_string($value) ? $this->text($value) : $value;
            }
        }
    }

    /** A PHP string may move or end: the structure points to a copy of its own, with a zero byte at its end. */
    private function text(string $text): CData
    {
        $copy = Library::get()->bytes("$text\0");
        $this->texts[] = $copy;
        return $this->c->cast('const char*', FFI::addr($copy));
    }
    // end of excerpt

    public function address(): CData
    {
        return FFI::addr($this->data);
    }
}
