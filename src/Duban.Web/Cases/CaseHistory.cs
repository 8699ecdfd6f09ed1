using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Ledger;

namespace Duban.Web.Cases;

/// <summary>Stored envelopes as the domain reads them.</summary>
public static class CaseHistory
{
    /// <summary>An envelope with its payload read.</summary>
    public static Happened Of(StoredEvent e, WorkCalendar calendar)
    {
        var (fact, by) = CaseEventJson.Read(e.Type, e.Payload.Span, new PersonId(e.By));
        return new Happened(fact, by, e.At, calendar.LocalDate(e.At));
    }
}
