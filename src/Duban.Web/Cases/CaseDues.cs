using Duban.Domain.Calendar;
using Duban.Domain.Cases;

namespace Duban.Web.Cases;

/// <summary>The due dates of a case as its row keeps them, by one state of the calendar.</summary>
/// <param name="Node">Of the step it waits for, or null.</param>
/// <param name="Total">Of the whole, or null.</param>
/// <param name="Sort">The earlier of both; far away without any.</param>
/// <param name="Lights">The days on which its light changes.</param>
public sealed record CaseDues(DateOnly? Node, DateOnly? Total, DateOnly Sort, LightDates Lights)
{
    /// <summary>Those of a case; an ended one has none.</summary>
    public static CaseDues Of(Case c, WorkCalendar calendar)
    {
        var ended = c.Stage.IsEnd();
        var node = ended ? null : c.StepClock(calendar)?.DueDate(calendar)?.Date;
        var total = ended ? null : c.RunningTotal?.DueDate(calendar)?.Date;
        var due = node < total || total is null ? node : total;
        return new(node, total, due ?? CaseRow.Never, c.Procedure.Lights.For(due, calendar));
    }
}
