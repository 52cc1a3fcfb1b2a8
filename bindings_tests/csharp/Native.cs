using System;
using System.Runtime.InteropServices;

namespace SchoolImp
{
    /// <summary>The functions of schoolimp_c.h this wrapper uses. Every text goes in as UTF-8 bytes and comes out as a borrowed pointer; size_t is UIntPtr.</summary>
    internal static class Native
    {
        private const string Library = "schoolimp_c";

        /// <summary>Given to native code: whoever passes it on keeps it alive until the last call.</summary>
        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        internal delegate int ProgressCallback(IntPtr payload, long done, long rows);

        internal const int NoDate = int.MinValue;
        internal const int None = -1;

        internal static UIntPtr Size(long value) { return new UIntPtr((ulong)value); }
        internal static int Count(UIntPtr value) { return checked((int)value.ToUInt64()); }

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_abi_version();
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_api_level();
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_version();
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_status_name(int status);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_issues_count(IntPtr issues);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_issues_pointer(IntPtr issues, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_issues_code(IntPtr issues, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_issues_message(IntPtr issues, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_issues_hint(IntPtr issues, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_issues_severity(IntPtr issues, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_issues_free(IntPtr issues);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_error_status(IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_error_message(IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_error_issues(IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_error_free(IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_text_data(TextHandle text);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_text_size(TextHandle text);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_text_free(IntPtr text);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_strings_count(StringsHandle strings);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_strings_at(StringsHandle strings, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_strings_free(IntPtr strings);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_parse_options_init(out ParseOptionsStruct options, UIntPtr structSize);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_content_hash(out TextHandle result, IntPtr bytes, UIntPtr size, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_framework_builtin(out FrameworkHandle result, byte[] id, byte[] edition, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_framework_parse(out FrameworkHandle result, byte[] json, UIntPtr size, ref ParseOptionsStruct options,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_framework_to_json(out TextHandle result, FrameworkHandle framework, int style, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_framework_free(IntPtr framework);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_framework_id(FrameworkHandle framework);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_framework_title(FrameworkHandle framework);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_framework_hash(FrameworkHandle framework);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_framework_warnings(out IssuesHandle result, FrameworkHandle framework, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_framework_part_count(FrameworkHandle framework, int part);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_framework_part_id(FrameworkHandle framework, int part, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_framework_part_title(FrameworkHandle framework, int part, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_framework_find_part(FrameworkHandle framework, int part, byte[] id);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_framework_scale_order(FrameworkHandle framework, UIntPtr scale);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_framework_level_count(FrameworkHandle framework, UIntPtr scale);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_framework_level_id(FrameworkHandle framework, UIntPtr scale, UIntPtr level);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_framework_judgement_scale(FrameworkHandle framework, UIntPtr judgement);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_framework_indicator_type(FrameworkHandle framework, UIntPtr indicator);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_framework_indicator_unit(FrameworkHandle framework, UIntPtr indicator);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_framework_criterion_expression(FrameworkHandle framework, UIntPtr criterion);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_framework_cells(out StringsHandle result, FrameworkHandle framework, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_evidence_parse(out EvidenceHandle result, byte[] json, UIntPtr size, ref ParseOptionsStruct options,
            out IssuesHandle warnings, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_evidence_parse_csv(out EvidenceHandle result, byte[] csv, UIntPtr size, ref ParseOptionsStruct options,
            out IssuesHandle warnings, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_evidence_to_csv(out TextHandle result, EvidenceHandle evidence, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_evidence_free(IntPtr evidence);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_evidence_size(EvidenceHandle evidence);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_evidence_schools(out StringsHandle result, EvidenceHandle evidence, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_evidence_merged(out EvidenceHandle result, EvidenceHandle evidence, EvidenceHandle other,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_evidence_check(out IssuesHandle result, EvidenceHandle evidence, FrameworkHandle framework,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_observation_init(out ObservationStruct observation, UIntPtr structSize);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_evidence_builder_new(out EvidenceBuilderHandle result, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_evidence_builder_add(EvidenceBuilderHandle builder, ref ObservationStruct observation,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_evidence_builder_build(out EvidenceHandle result, EvidenceBuilderHandle builder, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_evidence_builder_free(IntPtr builder);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_trust_parse(out TrustHandle result, byte[] json, UIntPtr size, ref ParseOptionsStruct options,
            out IssuesHandle warnings, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_trust_school_count(TrustHandle trust);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_trust_school_id(TrustHandle trust, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_trust_school_name(TrustHandle trust, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_trust_free(IntPtr trust);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_benchmarks_builtin(out BenchmarksHandle result, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_benchmarks_free(IntPtr benchmarks);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_school_year_parse(out SchoolYearHandle result, byte[] json, UIntPtr size, byte[] bank_holidays,
            UIntPtr bank_holidays_size, ref ParseOptionsStruct options, out IssuesHandle warnings, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_school_year_id(SchoolYearHandle year);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_school_year_describe(out TextHandle result, SchoolYearHandle year, int date, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_school_year_school_days(SchoolYearHandle year, int[] days, UIntPtr capacity, out UIntPtr count,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_school_year_next_day(SchoolYearHandle year, int date);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_school_year_half_term_title(out TextHandle result, SchoolYearHandle year, UIntPtr index,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_school_year_free(IntPtr year);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_judge_options_init(out JudgeOptionsStruct options, UIntPtr structSize);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judge(out JudgementHandle result, FrameworkHandle framework, EvidenceHandle evidence, byte[] school,
            TrustHandle trust, BenchmarksHandle benchmarks, ref JudgeOptionsStruct options, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judgement_parse(out JudgementHandle result, byte[] json, UIntPtr size, ref ParseOptionsStruct options,
            out IssuesHandle warnings, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judgement_to_json(out TextHandle result, JudgementHandle judgement, int style, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judgement_to_markdown(out TextHandle result, JudgementHandle judgement, FrameworkHandle framework,
            TrustHandle trust, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_judgement_free(IntPtr judgement);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_school(JudgementHandle judgement);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judgement_known_cells(JudgementHandle judgement);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judgement_missing_cells(JudgementHandle judgement);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_answer_count(JudgementHandle judgement);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_find_answer(JudgementHandle judgement, byte[] id);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_answer_id(JudgementHandle judgement, UIntPtr answer);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_suggested(JudgementHandle judgement, UIntPtr answer);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern uint schoolimp_judgement_answer_flags(JudgementHandle judgement, UIntPtr answer);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_possible_count(JudgementHandle judgement, UIntPtr answer);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_possible(JudgementHandle judgement, UIntPtr answer, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_reason_count(JudgementHandle judgement, UIntPtr answer);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_reason(JudgementHandle judgement, UIntPtr answer, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_missing_count(JudgementHandle judgement, UIntPtr answer);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_missing(JudgementHandle judgement, UIntPtr answer, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_criterion_count(JudgementHandle judgement);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_criterion_id(JudgementHandle judgement, UIntPtr criterion);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judgement_criterion_result(JudgementHandle judgement, UIntPtr criterion);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_comparison_count(JudgementHandle judgement, UIntPtr criterion);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_comparison_text(JudgementHandle judgement, UIntPtr criterion, UIntPtr comparison);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_comparison_left(JudgementHandle judgement, UIntPtr criterion, UIntPtr comparison);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_comparison_comparator(JudgementHandle judgement, UIntPtr criterion, UIntPtr comparison);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_comparison_right(JudgementHandle judgement, UIntPtr criterion, UIntPtr comparison);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judgement_comparison_result(JudgementHandle judgement, UIntPtr criterion, UIntPtr comparison);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_criterion_reading_count(JudgementHandle judgement, UIntPtr criterion);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_criterion_waiting_count(JudgementHandle judgement, UIntPtr criterion);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_measure_count(JudgementHandle judgement);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_measure_id(JudgementHandle judgement, UIntPtr measure);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judgement_measure_state(JudgementHandle judgement, UIntPtr measure);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_measure_value(JudgementHandle judgement, UIntPtr measure);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_reading_indicator(JudgementHandle judgement, UIntPtr reading);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern uint schoolimp_judgement_reading_flags(JudgementHandle judgement, UIntPtr reading);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_reading_group(JudgementHandle judgement, UIntPtr reading);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_reading_period(JudgementHandle judgement, UIntPtr reading);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_reading_value(JudgementHandle judgement, UIntPtr reading);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_judgement_reading_missing(JudgementHandle judgement, UIntPtr reading);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_decision_init(out DecisionStruct decision, UIntPtr structSize);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_decide(out JudgementHandle result, FrameworkHandle framework, JudgementHandle judgement,
            ref DecisionStruct decision, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_judgement_decision_count(JudgementHandle judgement);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judgement_decision(ref DecisionStruct result, JudgementHandle judgement, UIntPtr index,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judgement_level_in_force(out TextHandle result, JudgementHandle judgement, byte[] id, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_plan_options_init(out PlanOptionsStruct options, UIntPtr structSize);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_plan_make(out PlanHandle result, FrameworkHandle framework, JudgementHandle judgement,
            SchoolYearHandle year, TrustHandle trust, ref PlanOptionsStruct options, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_plan_free(IntPtr plan);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_plan_id(PlanHandle plan);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_plan_start(PlanHandle plan);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_plan_end(PlanHandle plan);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_plan_item_count(PlanHandle plan, int item);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_plan_item_id(PlanHandle plan, int item, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_plan_item_title(PlanHandle plan, int item, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_plan_item_start(PlanHandle plan, int item, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_plan_item_due(PlanHandle plan, int item, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_plan_item_status(PlanHandle plan, int item, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_progress_init(out ProgressStruct progress, UIntPtr structSize);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_plan_record_progress(out PlanHandle result, PlanHandle plan, ref ProgressStruct progress,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_plan_rate(out RatingsHandle result, PlanHandle plan, int on, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_ratings_count(RatingsHandle ratings);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_ratings_objective(RatingsHandle ratings, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_ratings_rag(RatingsHandle ratings, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_ratings_people(RatingsHandle ratings, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_ratings_reason(RatingsHandle ratings, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_ratings_free(IntPtr ratings);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_calendar_request_new(out CalendarRequestHandle result, long stamp, int from, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_calendar_request_add_school_year(CalendarRequestHandle request, SchoolYearHandle year,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_calendar_request_add_judgement(CalendarRequestHandle request, JudgementHandle judgement,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_calendar_request_add_plan(CalendarRequestHandle request, PlanHandle plan, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_cadence_init(out CadenceStruct cadence, UIntPtr structSize);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_calendar_request_add_cadence(CalendarRequestHandle request, ref CadenceStruct cadence,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_calendar_request_free(IntPtr request);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_calendar_make(out CalendarHandle result, FrameworkHandle framework, TrustHandle trust,
            CalendarRequestHandle request, CalendarHandle previous, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_calendar_free(IntPtr calendar);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_calendar_event_count(CalendarHandle calendar);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_calendar_event_school(CalendarHandle calendar, UIntPtr @event);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_calendar_event_title(CalendarHandle calendar, UIntPtr @event);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_calendar_event_type(CalendarHandle calendar, UIntPtr @event);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_calendar_event_reason(CalendarHandle calendar, UIntPtr @event);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_calendar_event_first(CalendarHandle calendar, UIntPtr @event);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_calendar_event_last(CalendarHandle calendar, UIntPtr @event);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_calendar_event_status(CalendarHandle calendar, UIntPtr @event);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr schoolimp_calendar_undated_count(CalendarHandle calendar);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_calendar_undated_title(CalendarHandle calendar, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_calendar_undated_message(CalendarHandle calendar, UIntPtr index);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_calendar_issues(out IssuesHandle result, CalendarHandle calendar, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_icalendar_options_init(out IcalendarOptionsStruct options, UIntPtr structSize);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_calendar_to_icalendar(out TextHandle result, CalendarHandle calendar,
            ref IcalendarOptionsStruct options, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern long schoolimp_table_rows(TableHandle table);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_column_names(out StringsHandle result, TableHandle table, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_type_name(out TextHandle result, TableHandle table, UIntPtr column, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_table_free(IntPtr table);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_builder_new(out TableBuilderHandle result, long rows, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_builder_add_numbers(TableBuilderHandle builder, byte[] name, int type, IntPtr values,
            byte[] validity, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_builder_add_texts(TableBuilderHandle builder, byte[] name, IntPtr[] texts, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_builder_build(out TableHandle result, TableBuilderHandle builder, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_table_builder_free(IntPtr builder);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_request_new(out TableRequestHandle result, int valid, int known, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_request_set_key(TableRequestHandle request, byte[] column, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_request_set_column(TableRequestHandle request, byte[] cell, byte[] column, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_request_set_constant(TableRequestHandle request, byte[] cell, int kind, byte[] value,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_request_set_progress(TableRequestHandle request, ProgressCallback callback, IntPtr payload,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_table_request_free(IntPtr request);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_judge_table(out TableJudgementHandle result, FrameworkHandle framework, TableHandle table,
            TableRequestHandle request, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern long schoolimp_table_judgement_rows(TableJudgementHandle judged);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_table_judgement_suggested(TableJudgementHandle judged, UIntPtr judgement);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr schoolimp_table_judgement_possible(TableJudgementHandle judged, UIntPtr judgement);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern long schoolimp_table_judgement_failed(TableJudgementHandle judged);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_judgement_absent(out StringsHandle result, TableJudgementHandle judged, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_judgement_explain(out JudgementHandle result, TableJudgementHandle judged, long row,
            out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int schoolimp_table_judgement_to_table(out TableHandle result, TableJudgementHandle judged, out IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void schoolimp_table_judgement_free(IntPtr judged);
    }
}
