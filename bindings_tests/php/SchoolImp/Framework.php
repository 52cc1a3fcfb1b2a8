<?php

declare(strict_types=1);

namespace SchoolImp;

/** A trust's school improvement model. */
final class Framework
{
    private const INDICATOR_TYPES = ['number', 'boolean', 'level', 'text', 'date'];
    private const ORDERS = ['best first', 'worst first', 'in no order'];

    private function __construct(public readonly Handle $handle)
    {
    }

    public static function builtin(string $id, ?string $edition = null): self
    {
        return new self(Library::get()->make('framework', 'framework_builtin', $id, $edition));
    }

    public static function parse(string $json, int $maxBytes = 0): self
    {
        $options = Library::get()->structure('parse_options', ['max_bytes' => $maxBytes]);
        return new self(Library::get()->make('framework', 'framework_parse', $json, strlen($json), $options->address()));
    }

    public function id(): string
    {
        return Library::get()->c->schoolimp_framework_id($this->handle->pointer);
    }

    public function title(): string
    {
        return Library::get()->c->schoolimp_framework_title($this->handle->pointer);
    }

    public function hash(): string
    {
        return Library::get()->c->schoolimp_framework_hash($this->handle->pointer);
    }

    /**
     * Parts of a kind, "SCALE", "INDICATOR" ..., by id with their titles.
     *
     * @return array<string, string>
     */
    public function parts(string $kind): array
    {
        $c = Library::get()->c;
        $part = Library::get()->constant("PART_$kind");
        $parts = [];
        for ($i = 0; $i < $c->schoolimp_framework_part_count($this->handle->pointer, $part); ++$i) {
            $id = $c->schoolimp_framework_part_id($this->handle->pointer, $part, $i);
            $parts[$id] = $c->schoolimp_framework_part_title($this->handle->pointer, $part, $i);
        }
        return $parts;
    }

    /** In which order a scale lists its levels, in words. */
    public function order(string $scale): string
    {
        return self::ORDERS[Library::get()->c->schoolimp_framework_scale_order($this->handle->pointer, $this->find('SCALE', $scale))];
    }

    /** @return list<string> */
    public function levels(string $scale): array
    {
        $c = Library::get()->c;
        $index = $this->find('SCALE', $scale);
        return Library::list(
            $c->schoolimp_framework_level_count($this->handle->pointer, $index),
            fn (int $i) => $c->schoolimp_framework_level_id($this->handle->pointer, $index, $i),
        );
    }

    public function scaleOf(string $judgement): string
    {
        $c = Library::get()->c;
        $scale = $c->schoolimp_framework_judgement_scale($this->handle->pointer, $this->find('JUDGEMENT', $judgement));
        return $c->schoolimp_framework_part_id($this->handle->pointer, Library::get()->constant('PART_SCALE'), $scale);
    }

    public function typeOf(string $indicator): string
    {
        return self::INDICATOR_TYPES[
            Library::get()->c->schoolimp_framework_indicator_type($this->handle->pointer, $this->find('INDICATOR', $indicator))
        ];
    }

    public function unitOf(string $indicator): string
    {
        return Library::get()->c->schoolimp_framework_indicator_unit($this->handle->pointer, $this->find('INDICATOR', $indicator));
    }

    public function expressionOf(string $criterion): string
    {
        return Library::get()->c->schoolimp_framework_criterion_expression($this->handle->pointer, $this->find('CRITERION', $criterion));
    }

    /** @return list<string> */
    public function cells(): array
    {
        return Library::get()->strings('framework_cells', $this->handle->pointer);
    }

    /** The canonical document: the bytes its hash is taken of. */
    public function toJson(): string
    {
        return Library::get()->text('framework_to_json', $this->handle->pointer, Library::get()->constant('JSON_CANONICAL'));
    }

    public static function contentHash(string $bytes): string
    {
        return Library::get()->text('content_hash', Library::get()->bytes($bytes), strlen($bytes));
    }

    /** @return list<Issue> */
    public function warnings(): array
    {
        return Library::get()->issues('framework_warnings', $this->handle->pointer);
    }

    /** SCHOOLIMP_NOT_FOUND, the largest size_t, is -1 for PHP. */
    private function find(string $kind, string $id): int
    {
        $part = Library::get()->constant("PART_$kind");
        $index = Library::get()->c->schoolimp_framework_find_part($this->handle->pointer, $part, $id);
        return $index === -1 ? throw new \OutOfBoundsException("$id is not in the framework") : $index;
    }
}
