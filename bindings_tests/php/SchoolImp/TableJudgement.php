<?php

declare(strict_types=1);

namespace SchoolImp;

/** What judging a table gave. */
final class TableJudgement
{
    /** The table is kept because its numbers are borrowed here too. */
    private function __construct(private readonly Handle $handle, private readonly Table $table)
    {
    }

    public static function of(Framework $framework, Table $table, TableRequest $request): self
    {
        $handle = Library::get()->make(
            'table_judgement',
            'judge_table',
            $framework->handle->pointer,
            $table->handle->pointer,
            $request->handle->pointer,
        );
        return new self($handle, $table);
    }

    public function rows(): int
    {
        return Library::get()->c->schoolimp_table_judgement_rows($this->handle->pointer);
    }

    public function failed(): int
    {
        return Library::get()->c->schoolimp_table_judgement_failed($this->handle->pointer);
    }

    /** @return list<int> for each row the place of the suggested level in its scale, or -1 */
    public function suggested(int $judgement): array
    {
        $levels = Library::get()->c->schoolimp_table_judgement_suggested($this->handle->pointer, $judgement);
        return Library::list($this->rows(), fn (int $row) => $levels[$row]);
    }

    /** @return list<int> for each row a bit for each possible level */
    public function possible(int $judgement): array
    {
        $levels = Library::get()->c->schoolimp_table_judgement_possible($this->handle->pointer, $judgement);
        return Library::list($this->rows(), fn (int $row) => $levels[$row]);
    }

    public function explain(int $row): Judgement
    {
        return new Judgement(Library::get()->make('judgement', 'table_judgement_explain', $this->handle->pointer, $row));
    }

    /** @return list<string> */
    public function absent(): array
    {
        return Library::get()->strings('table_judgement_absent', $this->handle->pointer);
    }

    public function toTable(): Table
    {
        return new Table(Library::get()->make('table', 'table_judgement_to_table', $this->handle->pointer), $this->table->numbers);
    }
}
