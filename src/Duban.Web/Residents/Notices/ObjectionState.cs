using Duban.Domain.Cases;
using Duban.Web.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.Shell;

namespace Duban.Web.Residents.Notices;

/// <summary>What became of an objection.</summary>
public enum ObjectionOutcome
{
    /// <summary>Nobody has decided it; the case cannot be struck off before.</summary>
    Waiting,
    /// <summary>Upheld: the work begins anew.</summary>
    Upheld,
    /// <summary>Not upheld.</summary>
    Dismissed,
    /// <summary>The case went back, or another way, before it was decided by itself.</summary>
    Overtaken,
}

/// <summary>An objection as everybody may read it: what the office decided and why, never who objected nor in which words.</summary>
/// <param name="RaisedOn">The day it was raised.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="DecidedOn">The day it was decided, or null.</param>
/// <param name="Opinion">The office's reason, or null.</param>
public sealed record PublicObjection(DateOnly RaisedOn, ObjectionOutcome Outcome, DateOnly? DecidedOn, string? Opinion)
{
    internal static PublicObjection Of(OneCase one, DateOnly raisedOn, string reference) =>
        one.Last(e => e is CaseEvent.ObjectionUpheld u && u.Reference == reference || e is CaseEvent.ObjectionDismissed d && d.Reference == reference) switch
        {
            { Event: CaseEvent.ObjectionUpheld e } on => new(raisedOn, ObjectionOutcome.Upheld, on.On, e.Opinion),
            { Event: CaseEvent.ObjectionDismissed e } on => new(raisedOn, ObjectionOutcome.Dismissed, on.On, e.Opinion),
            _ => new(raisedOn, one.Case.Notice?.Open.Contains(reference) == true ? ObjectionOutcome.Waiting : ObjectionOutcome.Overtaken, null, null),
        };

    /// <summary>The outcome in one sentence.</summary>
    public string Said(Words w) => DecidedOn is { } on ? w[$"residents.outcome.{CaseRow.Word(Outcome)}", on] : w[$"residents.outcome.{CaseRow.Word(Outcome)}"];
}

/// <summary>What became of an objection, for whoever kept its number.</summary>
/// <param name="Notice">The notice it was raised against.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Objection">What became of it.</param>
public sealed record ObjectionState(PublicNotice Notice, string Reference, PublicObjection Objection)
{
    /// <summary>Null when nobody raised an objection of this number.</summary>
    public static ObjectionState? Of(PublicNotice notice, string reference)
    {
        var raised = notice.One.History.FirstOrDefault(h => h.Event is CaseEvent.ObjectionRaised r && r.Reference == reference);
        return raised is null ? null : new(notice, reference, PublicObjection.Of(notice.One, raised.On, reference));
    }
}

/// <summary>What became of an objection, as a program reads it.</summary>
/// <param name="Reference">Its number.</param>
/// <param name="Case">The name of the case on notice.</param>
/// <param name="RaisedOn">The day it was raised.</param>
/// <param name="Outcome"><c>waiting</c>, <c>upheld</c>, <c>dismissed</c> or <c>overtaken</c>.</param>
/// <param name="Said">The same in a sentence.</param>
/// <param name="DecidedOn">The day it was decided, or null.</param>
/// <param name="Opinion">The office's reason, or null.</param>
public sealed record ObjectionStateAnswer(string Reference, string Case, DateOnly RaisedOn, string Outcome, string Said, DateOnly? DecidedOn, string? Opinion)
{
    internal static ObjectionStateAnswer Of(ObjectionState s, Words w) => new(
        s.Reference, s.Notice.One.Case.Id.Value, s.Objection.RaisedOn, CaseRow.Word(s.Objection.Outcome), s.Objection.Said(w), s.Objection.DecidedOn, s.Objection.Opinion);
}
