using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Procedures;

namespace Duban.Web.Cases;

/// <summary>Stored envelopes as the domain reads and folds them.</summary>
public static class CaseHistory
{
    /// <summary>An envelope with its payload read.</summary>
    public static Happened Of(StoredEvent e, WorkCalendar calendar)
    {
        var (fact, by) = CaseEventJson.Read(e.Type, e.Payload.Span, new PersonId(e.By));
        return new Happened(fact, by, e.At, calendar.LocalDate(e.At));
    }

    /// <summary>A case before its first event; the procedure it is walked by is known once it is registered.</summary>
    public static Case Begin(CaseId id) => new(id, ProcedureFile.Shipped[0]);

    /// <summary>The case after these envelopes of its stream; one that is registered among them goes on by the procedure named there.</summary>
    public static async ValueTask<Case> After(this Case c, IEnumerable<StoredEvent> events, string jurisdiction, WorkCalendar calendar, ProcedureCatalog procedures)
    {
        foreach (var e in events) c = await c.After(e, jurisdiction, calendar, procedures);
        return c;
    }

    /// <summary>The case after one more envelope.</summary>
    public static async ValueTask<Case> After(this Case c, StoredEvent e, string jurisdiction, WorkCalendar calendar, ProcedureCatalog procedures)
    {
        var happened = Of(e, calendar);
        if (happened.Event is CaseEvent.Registered registered)
            c = c with { Procedure = await procedures.Find(jurisdiction, registered.Procedure, registered.ProcedureVersion) };
        return c.After(happened);
    }
}
