-- Attendance (attendance 2026)
-- framework 0123
-- Null is unknown. Conditions are 1 and 0, levels are numbered from 0 (the worst), numbers are read in units of 10^-6.
with
inputs as materialized (
  select
    t."urn" as ":key",
    -- absence.overall
    case
      when t."absence.overall" between 0 and 100 then cast(round(cast(t."absence.overall" as decimal(26, 6)) * 1000000, 0) as bigint)
      end as "absence.overall",
    case
      when t."national(absence.overall)" between -1000000000 and 1000000000 then cast(round(cast(t."national(absence.overall)" as decimal(26, 6)) * 1000000, 0) as bigint)
      end as "national(absence.overall)",
    -- review.attendance
    case t."review.attendance" when 'concern' then 0 when 'secure' then 1 end as "review.attendance",
    nullif(t."school.phase", '') as "school.phase",
    -- cells that hold something else than they can
    case when t."absence.overall" not between 0 and 100 then 1 else 0 end
      + case when t."national(absence.overall)" not between -1000000000 and 1000000000 then 1 else 0 end
      + case when t."review.attendance" not in ('concern', 'secure') then 1 else 0 end as ":unreadable"
  from "cells" t
),
step_1 as materialized (
  select
    s.*,
    -- criterion: Absence at or below national
    case
      when "absence.overall" <= "national(absence.overall)" then 1
      when "absence.overall" > "national(absence.overall)" then 0
      end as "absence.low",
    -- criterion: Absence of 8.5% or more
    case when "absence.overall" >= 8500000 then 1 when "absence.overall" < 8500000 then 0 end as "absence.high",
    -- criterion: Secondary schools: attendance is secure
    case
      when "school.phase" = 'secondary' then case when "review.attendance" = 1 then 1 when "review.attendance" <> 1 then 0 end
      end as "review.sound",
    case when "school.phase" <> 'secondary' then 1 else 0 end as "review.sound:not applicable"
  from inputs s
),
step_2 as materialized (
  select
    s.*,
    case
      when "absence.high" = 1 then 1
      when ("absence.low" = 1 and ("review.sound" = 1 or "review.sound:not applicable" = 1)) then 2
      else 3
      end as "by_attendance:rule that holds",
    case
      when "absence.high" = 1 then 1
      when "absence.high" is null then 1
      when ("absence.low" = 1 and ("review.sound" = 1 or "review.sound:not applicable" = 1)) then 2
      when case when ("absence.low" = 1 and ("review.sound" = 1 or "review.sound:not applicable" = 1)) then 0 when ("absence.low" = 0 or "review.sound" = 0) then 0 else 1 end = 1 then 2
      else 3
      end as "by_attendance:first open rule"
  from step_1 s
),
step_3 as materialized (
  select
    s.*,
    case
      when "by_attendance:first open rule" = 1 then 0
      when "by_attendance:first open rule" = 2 then 2
      when "by_attendance:first open rule" = 3 then 1
      end as "by_attendance:its outcome"
  from step_2 s
),
step_4 as materialized (
  select
    s.*,
    -- measure: Need by attendance
    case
      when ("by_attendance:first open rule" = "by_attendance:rule that holds" or ("by_attendance:first open rule" < "by_attendance:rule that holds" and ("by_attendance:rule that holds" < 1 or "absence.high" = 0 or 0 = "by_attendance:its outcome") and ("by_attendance:rule that holds" < 2 or ("absence.low" = 0 or "review.sound" = 0) or 2 = "by_attendance:its outcome") and ("by_attendance:rule that holds" < 3 or 1 = "by_attendance:its outcome"))) then "by_attendance:its outcome"
      end as "by_attendance"
  from step_3 s
)
select
  ":key" as "urn",
  -- judgement: Support needed
  case
    when "school.phase" not in ('primary', 'secondary') then null
    when "by_attendance" = 2 then 'none'
    when "by_attendance" = 1 then 'some'
    when "by_attendance" = 0 then 'much'
    end as "judgement:support",
  case when "school.phase" not in ('primary', 'secondary') then 1 else 0 end as "judgement:support:not_applicable",
  -- Absence at or below national
  case when "absence.low" = 1 then 'met' when "absence.low" = 0 then 'not_met' else 'unknown' end as "criterion:absence.low",
  -- Absence of 8.5% or more
  case when "absence.high" = 1 then 'met' when "absence.high" = 0 then 'not_met' else 'unknown' end as "criterion:absence.high",
  -- Secondary schools: attendance is secure
  case
    when "review.sound" = 1 then 'met'
    when "review.sound" = 0 then 'not_met'
    when "review.sound:not applicable" = 1 then 'not_applicable'
    else 'unknown'
    end as "criterion:review.sound",
  ":unreadable" as "unreadable"
from step_4
