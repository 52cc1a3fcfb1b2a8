package schoolimp;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import com.sun.jna.ptr.PointerByReference;
import java.util.Map;

/** The functions of schoolimp_c.h this wrapper uses. Handles are pointers; texts are UTF-8 in and out. */
interface Functions extends Library {
    // excerpt: load
    /** Without the option, JNA passes texts in the encoding of the machine. */
    Functions C = Native.load("schoolimp_c", Functions.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
    // end of excerpt

    /** JNA forgets a callback that nothing in Java refers to: whoever passes one on keeps it. */
    interface ProgressCallback extends Callback {
        int invoke(Pointer payload, long done, long rows);
    }

    int NO_DATE = Integer.MIN_VALUE;
    int NONE = -1;

    int schoolimp_abi_version();
    int schoolimp_api_level();
    String schoolimp_version();
    String schoolimp_status_name(int status);
    SizeT schoolimp_issues_count(Pointer issues);
    String schoolimp_issues_pointer(Pointer issues, SizeT index);
    String schoolimp_issues_code(Pointer issues, SizeT index);
    String schoolimp_issues_message(Pointer issues, SizeT index);
    String schoolimp_issues_hint(Pointer issues, SizeT index);
    int schoolimp_issues_severity(Pointer issues, SizeT index);
    void schoolimp_issues_free(Pointer issues);
    int schoolimp_error_status(Pointer error);
    String schoolimp_error_message(Pointer error);
    Pointer schoolimp_error_issues(Pointer error);
    void schoolimp_error_free(Pointer error);
    Pointer schoolimp_text_data(Pointer text);
    SizeT schoolimp_text_size(Pointer text);
    void schoolimp_text_free(Pointer text);
    SizeT schoolimp_strings_count(Pointer strings);
    String schoolimp_strings_at(Pointer strings, SizeT index);
    void schoolimp_strings_free(Pointer strings);
    void schoolimp_parse_options_init(Structures.ParseOptions options, SizeT structSize);
    int schoolimp_content_hash(PointerByReference out, Pointer bytes, SizeT size, PointerByReference error);
    int schoolimp_framework_builtin(PointerByReference out, String id, String edition, PointerByReference error);
    int schoolimp_framework_parse(PointerByReference out, byte[] json, SizeT size, Structures.ParseOptions options, PointerByReference error);
    int schoolimp_framework_to_json(PointerByReference out, Pointer framework, int style, PointerByReference error);
    void schoolimp_framework_free(Pointer framework);
    String schoolimp_framework_id(Pointer framework);
    String schoolimp_framework_title(Pointer framework);
    String schoolimp_framework_hash(Pointer framework);
    int schoolimp_framework_warnings(PointerByReference out, Pointer framework, PointerByReference error);
    SizeT schoolimp_framework_part_count(Pointer framework, int part);
    String schoolimp_framework_part_id(Pointer framework, int part, SizeT index);
    String schoolimp_framework_part_title(Pointer framework, int part, SizeT index);
    SizeT schoolimp_framework_find_part(Pointer framework, int part, String id);
    int schoolimp_framework_scale_order(Pointer framework, SizeT scale);
    SizeT schoolimp_framework_level_count(Pointer framework, SizeT scale);
    String schoolimp_framework_level_id(Pointer framework, SizeT scale, SizeT level);
    SizeT schoolimp_framework_judgement_scale(Pointer framework, SizeT judgement);
    int schoolimp_framework_indicator_type(Pointer framework, SizeT indicator);
    String schoolimp_framework_indicator_unit(Pointer framework, SizeT indicator);
    String schoolimp_framework_criterion_expression(Pointer framework, SizeT criterion);
    int schoolimp_framework_cells(PointerByReference out, Pointer framework, PointerByReference error);
    int schoolimp_evidence_parse(PointerByReference out, byte[] json, SizeT size, Structures.ParseOptions options, PointerByReference warnings,
        PointerByReference error);
    int schoolimp_evidence_parse_csv(PointerByReference out, byte[] csv, SizeT size, Structures.ParseOptions options, PointerByReference warnings,
        PointerByReference error);
    int schoolimp_evidence_to_csv(PointerByReference out, Pointer evidence, PointerByReference error);
    void schoolimp_evidence_free(Pointer evidence);
    SizeT schoolimp_evidence_size(Pointer evidence);
    int schoolimp_evidence_schools(PointerByReference out, Pointer evidence, PointerByReference error);
    int schoolimp_evidence_merged(PointerByReference out, Pointer evidence, Pointer other, PointerByReference error);
    int schoolimp_evidence_check(PointerByReference out, Pointer evidence, Pointer framework, PointerByReference error);
    void schoolimp_observation_init(Structures.Observation observation, SizeT structSize);
    int schoolimp_evidence_builder_new(PointerByReference out, PointerByReference error);
    int schoolimp_evidence_builder_add(Pointer builder, Structures.Observation observation, PointerByReference error);
    int schoolimp_evidence_builder_build(PointerByReference out, Pointer builder, PointerByReference error);
    void schoolimp_evidence_builder_free(Pointer builder);
    int schoolimp_trust_parse(PointerByReference out, byte[] json, SizeT size, Structures.ParseOptions options, PointerByReference warnings,
        PointerByReference error);
    SizeT schoolimp_trust_school_count(Pointer trust);
    String schoolimp_trust_school_id(Pointer trust, SizeT index);
    String schoolimp_trust_school_name(Pointer trust, SizeT index);
    void schoolimp_trust_free(Pointer trust);
    int schoolimp_benchmarks_builtin(PointerByReference out, PointerByReference error);
    void schoolimp_benchmarks_free(Pointer benchmarks);
    int schoolimp_school_year_parse(PointerByReference out, byte[] json, SizeT size, byte[] bankHolidays, SizeT bankHolidaysSize,
        Structures.ParseOptions options, PointerByReference warnings, PointerByReference error);
    String schoolimp_school_year_id(Pointer year);
    int schoolimp_school_year_describe(PointerByReference out, Pointer year, int date, PointerByReference error);
    int schoolimp_school_year_school_days(Pointer year, int[] days, SizeT capacity, SizeT.Reference count, PointerByReference error);
    int schoolimp_school_year_next_day(Pointer year, int date);
    int schoolimp_school_year_half_term_title(PointerByReference out, Pointer year, SizeT index, PointerByReference error);
    void schoolimp_school_year_free(Pointer year);
    void schoolimp_judge_options_init(Structures.JudgeOptions options, SizeT structSize);
    int schoolimp_judge(PointerByReference out, Pointer framework, Pointer evidence, String school, Pointer trust, Pointer benchmarks,
        Structures.JudgeOptions options, PointerByReference error);
    int schoolimp_judgement_parse(PointerByReference out, byte[] json, SizeT size, Structures.ParseOptions options, PointerByReference warnings,
        PointerByReference error);
    int schoolimp_judgement_to_json(PointerByReference out, Pointer judgement, int style, PointerByReference error);
    int schoolimp_judgement_to_markdown(PointerByReference out, Pointer judgement, Pointer framework, Pointer trust, PointerByReference error);
    void schoolimp_judgement_free(Pointer judgement);
    String schoolimp_judgement_school(Pointer judgement);
    int schoolimp_judgement_known_cells(Pointer judgement);
    int schoolimp_judgement_missing_cells(Pointer judgement);
    SizeT schoolimp_judgement_answer_count(Pointer judgement);
    SizeT schoolimp_judgement_find_answer(Pointer judgement, String id);
    String schoolimp_judgement_answer_id(Pointer judgement, SizeT answer);
    String schoolimp_judgement_suggested(Pointer judgement, SizeT answer);
    int schoolimp_judgement_answer_flags(Pointer judgement, SizeT answer);
    SizeT schoolimp_judgement_possible_count(Pointer judgement, SizeT answer);
    String schoolimp_judgement_possible(Pointer judgement, SizeT answer, SizeT index);
    SizeT schoolimp_judgement_reason_count(Pointer judgement, SizeT answer);
    String schoolimp_judgement_reason(Pointer judgement, SizeT answer, SizeT index);
    SizeT schoolimp_judgement_missing_count(Pointer judgement, SizeT answer);
    SizeT schoolimp_judgement_missing(Pointer judgement, SizeT answer, SizeT index);
    SizeT schoolimp_judgement_criterion_count(Pointer judgement);
    String schoolimp_judgement_criterion_id(Pointer judgement, SizeT criterion);
    int schoolimp_judgement_criterion_result(Pointer judgement, SizeT criterion);
    SizeT schoolimp_judgement_comparison_count(Pointer judgement, SizeT criterion);
    String schoolimp_judgement_comparison_text(Pointer judgement, SizeT criterion, SizeT comparison);
    String schoolimp_judgement_comparison_left(Pointer judgement, SizeT criterion, SizeT comparison);
    String schoolimp_judgement_comparison_comparator(Pointer judgement, SizeT criterion, SizeT comparison);
    String schoolimp_judgement_comparison_right(Pointer judgement, SizeT criterion, SizeT comparison);
    int schoolimp_judgement_comparison_result(Pointer judgement, SizeT criterion, SizeT comparison);
    SizeT schoolimp_judgement_criterion_reading_count(Pointer judgement, SizeT criterion);
    SizeT schoolimp_judgement_criterion_waiting_count(Pointer judgement, SizeT criterion);
    SizeT schoolimp_judgement_measure_count(Pointer judgement);
    String schoolimp_judgement_measure_id(Pointer judgement, SizeT measure);
    int schoolimp_judgement_measure_state(Pointer judgement, SizeT measure);
    String schoolimp_judgement_measure_value(Pointer judgement, SizeT measure);
    String schoolimp_judgement_reading_indicator(Pointer judgement, SizeT reading);
    int schoolimp_judgement_reading_flags(Pointer judgement, SizeT reading);
    String schoolimp_judgement_reading_group(Pointer judgement, SizeT reading);
    String schoolimp_judgement_reading_period(Pointer judgement, SizeT reading);
    String schoolimp_judgement_reading_value(Pointer judgement, SizeT reading);
    String schoolimp_judgement_reading_missing(Pointer judgement, SizeT reading);
    void schoolimp_decision_init(Structures.Decision decision, SizeT structSize);
    int schoolimp_decide(PointerByReference out, Pointer framework, Pointer judgement, Structures.Decision decision, PointerByReference error);
    SizeT schoolimp_judgement_decision_count(Pointer judgement);
    int schoolimp_judgement_decision(Structures.Decision out, Pointer judgement, SizeT index, PointerByReference error);
    int schoolimp_judgement_level_in_force(PointerByReference out, Pointer judgement, String id, PointerByReference error);
    void schoolimp_plan_options_init(Structures.PlanOptions options, SizeT structSize);
    int schoolimp_plan_make(PointerByReference out, Pointer framework, Pointer judgement, Pointer year, Pointer trust, Structures.PlanOptions options,
        PointerByReference error);
    void schoolimp_plan_free(Pointer plan);
    String schoolimp_plan_id(Pointer plan);
    int schoolimp_plan_start(Pointer plan);
    int schoolimp_plan_end(Pointer plan);
    SizeT schoolimp_plan_item_count(Pointer plan, int item);
    String schoolimp_plan_item_id(Pointer plan, int item, SizeT index);
    String schoolimp_plan_item_title(Pointer plan, int item, SizeT index);
    int schoolimp_plan_item_start(Pointer plan, int item, SizeT index);
    int schoolimp_plan_item_due(Pointer plan, int item, SizeT index);
    int schoolimp_plan_item_status(Pointer plan, int item, SizeT index);
    void schoolimp_progress_init(Structures.Progress progress, SizeT structSize);
    int schoolimp_plan_record_progress(PointerByReference out, Pointer plan, Structures.Progress progress, PointerByReference error);
    int schoolimp_plan_rate(PointerByReference out, Pointer plan, int on, PointerByReference error);
    SizeT schoolimp_ratings_count(Pointer ratings);
    String schoolimp_ratings_objective(Pointer ratings, SizeT index);
    int schoolimp_ratings_rag(Pointer ratings, SizeT index);
    int schoolimp_ratings_people(Pointer ratings, SizeT index);
    String schoolimp_ratings_reason(Pointer ratings, SizeT index);
    void schoolimp_ratings_free(Pointer ratings);
    int schoolimp_calendar_request_new(PointerByReference out, long stamp, int from, PointerByReference error);
    int schoolimp_calendar_request_add_school_year(Pointer request, Pointer year, PointerByReference error);
    int schoolimp_calendar_request_add_judgement(Pointer request, Pointer judgement, PointerByReference error);
    int schoolimp_calendar_request_add_plan(Pointer request, Pointer plan, PointerByReference error);
    void schoolimp_cadence_init(Structures.Cadence cadence, SizeT structSize);
    int schoolimp_calendar_request_add_cadence(Pointer request, Structures.Cadence cadence, PointerByReference error);
    void schoolimp_calendar_request_free(Pointer request);
    int schoolimp_calendar_make(PointerByReference out, Pointer framework, Pointer trust, Pointer request, Pointer previous,
        PointerByReference error);
    void schoolimp_calendar_free(Pointer calendar);
    SizeT schoolimp_calendar_event_count(Pointer calendar);
    String schoolimp_calendar_event_school(Pointer calendar, SizeT event);
    String schoolimp_calendar_event_title(Pointer calendar, SizeT event);
    String schoolimp_calendar_event_type(Pointer calendar, SizeT event);
    String schoolimp_calendar_event_reason(Pointer calendar, SizeT event);
    int schoolimp_calendar_event_first(Pointer calendar, SizeT event);
    int schoolimp_calendar_event_last(Pointer calendar, SizeT event);
    int schoolimp_calendar_event_status(Pointer calendar, SizeT event);
    SizeT schoolimp_calendar_undated_count(Pointer calendar);
    String schoolimp_calendar_undated_title(Pointer calendar, SizeT index);
    String schoolimp_calendar_undated_message(Pointer calendar, SizeT index);
    int schoolimp_calendar_issues(PointerByReference out, Pointer calendar, PointerByReference error);
    void schoolimp_icalendar_options_init(Structures.IcalendarOptions options, SizeT structSize);
    int schoolimp_calendar_to_icalendar(PointerByReference out, Pointer calendar, Structures.IcalendarOptions options, PointerByReference error);
    long schoolimp_table_rows(Pointer table);
    int schoolimp_table_column_names(PointerByReference out, Pointer table, PointerByReference error);
    int schoolimp_table_type_name(PointerByReference out, Pointer table, SizeT column, PointerByReference error);
    void schoolimp_table_free(Pointer table);
    int schoolimp_table_builder_new(PointerByReference out, long rows, PointerByReference error);
    int schoolimp_table_builder_add_numbers(Pointer builder, String name, int type, Pointer values, byte[] validity, PointerByReference error);
    int schoolimp_table_builder_add_texts(Pointer builder, String name, StringArray texts, PointerByReference error);
    int schoolimp_table_builder_build(PointerByReference out, Pointer builder, PointerByReference error);
    void schoolimp_table_builder_free(Pointer builder);
    int schoolimp_table_request_new(PointerByReference out, int valid, int known, PointerByReference error);
    int schoolimp_table_request_set_key(Pointer request, String column, PointerByReference error);
    int schoolimp_table_request_set_column(Pointer request, String cell, String column, PointerByReference error);
    int schoolimp_table_request_set_constant(Pointer request, String cell, int kind, String value, PointerByReference error);
    int schoolimp_table_request_set_progress(Pointer request, ProgressCallback callback, Pointer payload, PointerByReference error);
    void schoolimp_table_request_free(Pointer request);
    int schoolimp_judge_table(PointerByReference out, Pointer framework, Pointer table, Pointer request, PointerByReference error);
    long schoolimp_table_judgement_rows(Pointer judged);
    Pointer schoolimp_table_judgement_suggested(Pointer judged, SizeT judgement);
    Pointer schoolimp_table_judgement_possible(Pointer judged, SizeT judgement);
    long schoolimp_table_judgement_failed(Pointer judged);
    int schoolimp_table_judgement_absent(PointerByReference out, Pointer judged, PointerByReference error);
    int schoolimp_table_judgement_explain(PointerByReference out, Pointer judged, long row, PointerByReference error);
    int schoolimp_table_judgement_to_table(PointerByReference out, Pointer judged, PointerByReference error);
    void schoolimp_table_judgement_free(Pointer judged);
}
