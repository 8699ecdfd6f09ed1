using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.Documents;

namespace Duban.Web.Cases.HandOvers;

/// <summary>A waiting case for which the list names no day, or one that has passed: what is to hold instead is asked before it is handed over.</summary>
/// <param name="Line">The case.</param>
/// <param name="Case">The same as its rules see it.</param>
/// <param name="Due">The day as typed.</param>
/// <param name="Reason">The reason as typed; before anything was, the list's own word where it is one.</param>
public sealed record OpenDay(CaseLine Line, Case Case, string? Due, string? Reason)
{
    /// <summary>The day of the list that has passed; null where it names none. Left as it is, the case is overdue at once.</summary>
    public DateOnly? Passed => Line.ProposedDue;

    /// <summary>The deadline in the list's own words, or null.</summary>
    public string? Said => Line.DueWords;

    /// <summary>Where those words stand: file, sheet, row and cell, as far as they are known.</summary>
    public string? Where => Case.Matter is { Origin: { } origin } matter ? matter.DueCell is { } cell ? $"{origin[..Math.Max(0, origin.LastIndexOf(' '))]} {cell}".Trim() : origin : null;

    /// <summary>True while neither the list nor anybody has said what is to hold.</summary>
    public bool Open => Passed is null && string.IsNullOrWhiteSpace(Due) && string.IsNullOrWhiteSpace(Reason);

    /// <summary>The time it gets if it is handed over for that reason; null when it gets none.</summary>
    public Span? AtOnce => string.IsNullOrWhiteSpace(Due) ? HandOver.AtOnce(Case.Procedure, null, Reason) : null;
}

/// <summary>The cases of a meeting for which the list names no day that can still be kept.</summary>
public sealed class OpenDays(CaseLedger ledger, City city)
{
    /// <summary>Those among the waiting, first those about which nothing is said yet, last those whose day has passed.</summary>
    /// <param name="waiting">The list of the meeting.</param>
    /// <param name="today">The day of the meeting.</param>
    /// <param name="typed">The form as it came, so that nothing typed is lost.</param>
    public async Task<IReadOnlyList<OpenDay>> Among(IReadOnlyList<CaseLine> waiting, DateOnly today, MeetingForm typed)
    {
        var open = new List<OpenDay>();
        foreach (var line in waiting.Where(l => l.ProposedDue is null || l.ProposedDue < today))
            if (await ledger.Known(city.Code, new CaseId(line.Case)) is { } c)
                open.Add(typed.Of(line.Case) is { } said ? new(line, c, said.Due, said.NoDueReason ?? OwnReason(line)) : new(line, c, null, OwnReason(line)));
        return [.. open.OrderBy(o => o.Passed is not null).ThenBy(o => OwnReason(o.Line) is not null).ThenBy(o => o.Line.Case, StringComparer.Ordinal)];
    }

    /// <summary>The list's own word where it says by itself why there is no day: 立行立改, 长期坚持.</summary>
    public static string? OwnReason(CaseLine line) => line.ProposedDue is null && DateWords.IsReason(line.DueWords) ? line.DueWords : null;
}
