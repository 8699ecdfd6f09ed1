using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.Documents;
using Duban.Web.Shell;

namespace Duban.Web.Cases.HandOvers;

/// <summary>A waiting case whose deadline a meeting settles, because the list names no day or one that has passed.</summary>
/// <param name="Line">The case.</param>
/// <param name="Matter">What it is about, as registered.</param>
/// <param name="Due">The day as typed.</param>
public abstract record DayToSettle(CaseLine Line, Matter? Matter, string? Due)
{
    /// <summary>Where the list says what it says: file, sheet, row and cell, as far as they are known.</summary>
    public string? Where(Words w) => Matter is { } matter ? OriginWords.Of(matter.Origin, matter.DueCell, w) : null;

    /// <summary>The list names no day: one is given, or the reason why there is none.</summary>
    public sealed record Unnamed(CaseLine Line, Case Case, string? Due, string? Reason) : DayToSettle(Line, Case.Matter, Due)
    {
        /// <summary>The deadline in the list's own words, or null.</summary>
        public string? Said => Line.DueWords;

        /// <summary>The reason that goes with the case: a typed day comes before the list's own word that nobody has touched.</summary>
        public string? Instead => !string.IsNullOrWhiteSpace(Due) && Reason == DaysToSettle.OwnReason(Line) ? null : Reason;

        /// <summary>True while neither the list nor anybody has said what is to hold.</summary>
        public bool Unsaid => string.IsNullOrWhiteSpace(Due) && string.IsNullOrWhiteSpace(Reason);

        /// <summary>The time it gets if it is handed over for that reason; null when it gets none.</summary>
        public Span? AtOnce => string.IsNullOrWhiteSpace(Due) ? HandOver.AtOnce(Case.Procedure, null, Reason) : null;
    }

    /// <summary>The list's day has passed: left as it is, the case is overdue at once; another needs a reason.</summary>
    public sealed record Passed(CaseLine Line, Matter? Matter, DateOnly Day, string? Due, string? LaterWhy) : DayToSettle(Line, Matter, Due);
}

/// <summary>The cases of a meeting for which the list names no day that can still be kept.</summary>
public sealed class DaysToSettle(CaseLedger ledger, City city)
{
    /// <summary>Those among the waiting, first those about which nothing is said yet, last those whose day has passed.</summary>
    /// <param name="waiting">The list of the meeting.</param>
    /// <param name="today">The day of the meeting.</param>
    /// <param name="typed">The form as it came, so that nothing typed is lost.</param>
    public async Task<IReadOnlyList<DayToSettle>> Among(IReadOnlyList<CaseLine> waiting, DateOnly today, MeetingForm typed)
    {
        var days = new List<DayToSettle>();
        foreach (var line in waiting.Where(l => l.ProposedDue is null || l.HasPassed(today)))
            if (await ledger.Known(city.Code, new CaseId(line.Case)) is { } c)
                days.Add(line.ProposedDue is { } day
                    ? new DayToSettle.Passed(line, c.Matter, day, typed.Of(line.Case)?.Due, typed.Of(line.Case)?.LaterWhy)
                    : new DayToSettle.Unnamed(line, c, typed.Of(line.Case)?.Due, typed.Of(line.Case)?.NoDueReason ?? OwnReason(line)));
        return [.. days.OrderBy(d => d is DayToSettle.Passed).ThenBy(d => OwnReason(d.Line) is not null).ThenBy(d => d.Line.Case, StringComparer.Ordinal)];
    }

    /// <summary>The list's own word where it says by itself why there is no day: 立行立改, 长期坚持.</summary>
    public static string? OwnReason(CaseLine line) => line.ProposedDue is null && DateWords.IsReason(line.DueWords) ? line.DueWords : null;
}
