using System;
using System.Runtime.InteropServices;

namespace SchoolImp
{
    // The structures of schoolimp_c.h. Their texts are IntPtr, not string: the marshaller would free the ones the library lends.

    [StructLayout(LayoutKind.Sequential)]
    internal struct ParseOptionsStruct
    {
        internal UIntPtr StructSize;
        internal UIntPtr MaxBytes;
        internal UIntPtr MaxDepth;
        internal UIntPtr MaxElements;
        internal UIntPtr MaxString;
        internal UIntPtr MaxIssues;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct JudgeOptionsStruct
    {
        internal UIntPtr StructSize;
        internal IntPtr Period;
        internal IntPtr Cohort;
        internal int Valid;
        internal int Known;
        internal int SearchLimit;
        internal int Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ObservationStruct
    {
        internal UIntPtr StructSize;
        internal IntPtr School;
        internal IntPtr Indicator;
        internal IntPtr Period;
        internal IntPtr Group;
        internal IntPtr Value;
        internal IntPtr Source;
        internal IntPtr Note;
        internal IntPtr Lower;
        internal IntPtr Upper;
        internal double Number;
        internal int Kind;
        internal int ObservedOn;
        internal int RecordedAt;
        internal int Cohort;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct DecisionStruct
    {
        internal UIntPtr StructSize;
        internal IntPtr School;
        internal IntPtr Judgement;
        internal IntPtr Level;
        internal IntPtr By;
        internal IntPtr Person;
        internal IntPtr Reason;
        internal IntPtr Suggested;
        internal IntPtr FrameworkHash;
        internal int DecidedOn;
        internal int Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct PlanOptionsStruct
    {
        internal UIntPtr StructSize;
        internal int MadeOn;
        internal int Start;
        internal int End;
        internal int Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ProgressStruct
    {
        internal UIntPtr StructSize;
        internal IntPtr Item;
        internal IntPtr By;
        internal IntPtr Note;
        internal IntPtr Value;
        internal int On;
        internal int Rag;
        internal int Status;
        internal int Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct CadenceStruct
    {
        internal UIntPtr StructSize;
        internal IntPtr Activity;
        internal IntPtr ReportTo;
        internal IntPtr Every;
        internal IntPtr Position;
        internal IntPtr Event;
        internal IntPtr OffsetUnit;
        internal IntPtr Reason;
        internal int Times;
        internal int Offset;
        internal uint Flags;
        internal int Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct IcalendarOptionsStruct
    {
        internal UIntPtr StructSize;
        internal IntPtr Name;
        internal IntPtr Description;
        internal IntPtr School;
        internal IntPtr Participant;
        internal IntPtr Type;
        internal IntPtr Colour;
        internal IntPtr SourceUrl;
        internal IntPtr EventUrl;
        internal int AlarmDaysBefore;
        internal int RefreshHours;
        internal int LeaveTrustWide;
        internal int LeaveCancelled;
    }
}
