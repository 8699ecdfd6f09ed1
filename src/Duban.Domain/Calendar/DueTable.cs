using System.Globalization;

namespace Duban.Domain.Calendar;

/// <summary>A line of a table as it was typed.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Cells">Its cells in order.</param>
public sealed record DueLine(int Line, IReadOnlyList<string> Cells);

/// <summary>One question of a table of due dates.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Start">The day that is not counted.</param>
/// <param name="WorkingDays">0 to <see cref="DueTable.MostDays"/>.</param>
public sealed record DueRow(int Line, DateOnly Start, int WorkingDays);

/// <summary>What a table of due dates held: the good rows, and every bad cell by line and column.</summary>
/// <param name="Rows">Rows that can be answered, in order.</param>
/// <param name="Problems">Reasons whose first two arguments are line and column, both from 1.</param>
public sealed record DueReading(IReadOnlyList<DueRow> Rows, IReadOnlyList<Reason> Problems);

/// <summary>Reads a table with the columns <c>start</c> and <c>working_days</c>; without a header they come in that order.</summary>
public static class DueTable
{
    /// <summary>Nobody sets a deadline a lifetime ahead: more days than this (about 40 years) are a slip of the keyboard.</summary>
    public const int MostDays = 10_000;

    private const string StartName = "start", DaysName = "working_days";

    /// <summary>The rows and the problems; blank lines are passed over, and a table without rows has a problem too.</summary>
    /// <param name="table">Its lines.</param>
    /// <param name="calendar">By which the rows will be counted: one whose answer lies past the end of time has none.</param>
    public static DueReading Read(IEnumerable<DueLine> table, WorkCalendar calendar)
    {
        var (rows, problems) = (new List<DueRow>(), new List<Reason>());
        var lines = table.Select(l => l with { Cells = [.. l.Cells.Select(c => c.Trim())] }).Where(l => l.Cells.Any(c => c.Length > 0)).ToList();
        if (Columns(lines, problems) is not { } columns) return new(rows, problems);
        foreach (var line in lines.Skip(columns.HasHeader ? 1 : 0))
        {
            var start = Cell(line, columns.Start, StartName, problems) is { } s ? StartOf(s, line.Line, columns.Start, problems) : null;
            var days = Cell(line, columns.Days, DaysName, problems) is { } d ? DaysOf(d, line.Line, columns.Days, problems) : null;
            if (start is not { } from || days is not { } n) continue;
            if (calendar.Reaches(from, n)) rows.Add(new(line.Line, from, n));
            else problems.Add(new("due.beyond", DaysName, line.Line, columns.Days + 1, n));
        }
        if (rows.Count == 0 && problems.Count == 0) problems.Add(new("due.no_rows", null, 1, 1));
        return new(rows, problems);
    }

    /// <summary>A day as <c>yyyy-MM-dd</c>.</summary>
    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>A number of working days, 0 to <see cref="MostDays"/>.</summary>
    public static bool TryDays(string text, out int days) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days <= MostDays;

    private static (int Start, int Days, bool HasHeader)? Columns(List<DueLine> lines, List<Reason> problems)
    {
        if (lines is not [var first, ..]) return (0, 1, false);
        var names = first.Cells.Select(c => c.ToLowerInvariant()).ToList();
        if (!names.Contains(StartName) && !names.Contains(DaysName)) return (0, 1, false);
        foreach (var name in (string[])[StartName, DaysName])
            if (names.Count(n => n == name) != 1)
                problems.Add(new(names.Contains(name) ? "due.column_twice" : "due.column_missing", name, first.Line, Math.Max(1, names.LastIndexOf(name) + 1), name));
        return problems.Exists(p => p.Code is "due.column_twice" or "due.column_missing") ? null : (names.IndexOf(StartName), names.IndexOf(DaysName), true);
    }

    private static string? Cell(DueLine line, int column, string name, List<Reason> problems)
    {
        if (column < line.Cells.Count && line.Cells[column].Length > 0) return line.Cells[column];
        problems.Add(new("due.cell_missing", name, line.Line, column + 1, name));
        return null;
    }

    private static DateOnly? StartOf(string cell, int line, int column, List<Reason> problems)
    {
        if (TryDay(cell, out var day)) return day;
        problems.Add(new("due.not_a_day", StartName, line, column + 1, cell));
        return null;
    }

    private static int? DaysOf(string cell, int line, int column, List<Reason> problems)
    {
        if (TryDays(cell, out var days)) return days;
        problems.Add(new("due.not_a_number_of_days", DaysName, line, column + 1, cell, MostDays));
        return null;
    }
}
