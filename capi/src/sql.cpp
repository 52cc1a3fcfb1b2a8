// A framework as an SQL query.
#include "schoolimp/sql/sql.hpp"

#include "arguments.hpp"
#include "boundary.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

SqlOptions sql_options(const schoolimp_sql_options* given) {
    const schoolimp_sql_options options = read_options("options", given, schoolimp_sql_options SCHOOLIMP_SQL_OPTIONS_INIT);
    SqlOptions result;
    result.table = text_or("options->table", options.table, result.table);
    result.schema = text("options->schema", options.schema);
    result.key = text_or("options->key", options.key, result.key);
    result.missing_columns = texts("options->missing_columns", options.missing_columns, options.missing_column_count);
    result.places = number("options->places", options.places, 0, 9);
    result.all_missing_columns = flag("options->all_missing_columns", options.all_missing_columns);
    result.materialized = !flag("options->plain", options.plain);
    return result;
}

}  // namespace

void schoolimp_sql_options_init(schoolimp_sql_options* options, size_t struct_size) noexcept { initialise(options, struct_size, schoolimp_sql_options SCHOOLIMP_SQL_OPTIONS_INIT); }

schoolimp_status schoolimp_framework_to_sql(schoolimp_text** out, const schoolimp_framework* framework, const schoolimp_sql_options* options,
                                            schoolimp_error** error) noexcept {
    return make(out, error, [&] { return to_sql(needed("framework", framework), sql_options(options)); });
}
