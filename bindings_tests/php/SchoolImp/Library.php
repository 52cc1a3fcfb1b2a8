<?php

declare(strict_types=1);

namespace SchoolImp;

use FFI;
use FFI\CData;
use RuntimeException;

/** The C library with the functions and constants of its header. Loaded once: FFI keeps what it was told for the whole process. */
final class Library
{
    private const API_LEVEL = 1;

    public readonly FFI $c;

    /** @var array<string, int> */
    private array $constants = [];

    private static ?self $loaded = null;

    // excerpt: load
    public static function load(string $header, string $library): void
    {
        self::$loaded = new self((string) file_get_contents($header), $library);
    }

    public static function get(): self
    {
        return self::$loaded ?? throw new RuntimeException('Library::load has not been called');
    }

    private function __construct(string $header, string $library)
    {
        $this->c = FFI::cdef(self::declarations($header), $library);
        preg_match_all('/^#define SCHOOLIMP_(\w+) (-?\d+|\(-\d+\))(?:\s|$)/m', $header, $found);
        $this->constants = array_map(fn (string $number) => (int) trim($number, '()'), array_combine($found[1], $found[2]));
        if ($this->c->schoolimp_abi_version() !== 1 || $this->c->schoolimp_api_level() < self::API_LEVEL) {
            throw new RuntimeException("libschoolimp_c {$this->c->schoolimp_version()} does not fit this program");
        }
    }

    /** FFI reads declarations and no preprocessor: comments, directives and macros have to go. It makes a PHP string of a const char*, up
     *  to the first zero byte; the bytes of a text, which have a size, come as a pointer. */
    private static function declarations(string $header): string
    {
        $header = str_replace('const char* schoolimp_text_data', 'const uint8_t* schoolimp_text_data', $header);
        $header = preg_replace(['~/\*.*?\*/~s', '~^#(?:.*\\\\\n)*.*$~m'], '', $header);
        $header = preg_replace('~\b(?:SCHOOLIMP_API|SCHOOLIMP_NOEXCEPT)\b~', '', (string) $header);
        return preg_replace('~extern "C" \{|^\}$~m', '', (string) $header) ?? '';
    }
    // end of excerpt

    /** A constant of the header, "PART_SCALE". */
    public function constant(string $name): int
    {
        return $this->constants[$name] ?? throw new RuntimeException("the header has no constant SCHOOLIMP_$name");
    }

    /** A structure with its defaults, and the members given. */
    public function structure(string $type, array $members = []): Structure
    {
        return new Structure($this->c, $type, $members);
    }

    // excerpt: errors
    /** Calls a function that can fail; throws with all its issues. */
    public function call(string $function, mixed ...$arguments): void
    {
        $error = $this->c->new('schoolimp_error*');
        $status = $this->c->{"schoolimp_$function"}(...[...$arguments, FFI::addr($error)]);
        if (($status & 0xff) === 0) {
            return;
        }
        try {
            throw new SchoolImpException(
                $this->c->schoolimp_status_name($status),
                $this->c->schoolimp_error_message($error),
                Issue::readAll($this->c->schoolimp_error_issues($error)),
            );
        } finally {
            $this->c->schoolimp_error_free($error);
        }
    }

    /** Calls a function that makes a handle of a type. */
    public function make(string $type, string $function, mixed ...$arguments): Handle
    {
        $out = $this->c->new("schoolimp_$type*");
        $this->call($function, FFI::addr($out), ...$arguments);
        return new Handle($type, $out);
    }
    // end of excerpt

    /** A copy of bytes for an argument that is a pointer to anything. */
    public function bytes(string $bytes): CData
    {
        $copy = $this->c->new('char[' . max(1, strlen($bytes)) . ']');
        FFI::memcpy($copy, $bytes, strlen($bytes));
        return $copy;
    }

    /** The bytes of a text the library made. */
    public function text(string $function, mixed ...$arguments): string
    {
        $text = $this->make('text', $function, ...$arguments);
        return FFI::string($this->c->schoolimp_text_data($text->pointer), $this->c->schoolimp_text_size($text->pointer));
    }

    /** @return list<string> */
    public function strings(string $function, mixed ...$arguments): array
    {
        $strings = $this->make('strings', $function, ...$arguments);
        return self::list(
            $this->c->schoolimp_strings_count($strings->pointer),
            fn (int $i) => $this->c->schoolimp_strings_at($strings->pointer, $i),
        );
    }

    /** @return list<Issue> */
    public function issues(string $function, mixed ...$arguments): array
    {
        $issues = $this->make('issues', $function, ...$arguments);
        return Issue::readAll($issues->pointer);
    }

    /**
     * @template T
     * @param callable(int): T $read
     * @return list<T>
     */
    public static function list(int $count, callable $read): array
    {
        return $count === 0 ? [] : array_map($read, range(0, $count - 1));
    }
}
