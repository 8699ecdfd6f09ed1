using Duban.Domain.Documents;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Cases.Acts;

/// <summary>交办: to one unit, with a slip, the receipt clock and a due date.</summary>
/// <param name="To">The unit.</param>
/// <param name="Slip">The assignment slip's number (交办单号).</param>
/// <param name="Due">The last day of the total clock; null only when <paramref name="NoDueReason"/> says why.</param>
/// <param name="Basis">What the deadline rests on.</param>
/// <param name="Contact">Whom the unit may call.</param>
/// <param name="NoDueReason">Why there is no date: 立行立改 gets the procedure's clock for what is to be fixed at once, 长期坚持 none.</param>
/// <param name="LaterWhy">Why the day is later than the list demands; passed over where it is not.</param>
public sealed record HandOver(
    Unit To, string Slip, DateOnly? Due, string? Basis = null, string? Contact = null, string? NoDueReason = null, string? LaterWhy = null) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.HandOver;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .Words(Slip, "slip", 64)
        .With(Deadline(DueOrReason.Of(c.Matter), c.Procedure, act))
        .With(Later(Exceeds(c, act)))
        .When(To.Kind is UnitKind.City or UnitKind.Office, "handover.not_to_office", "to", To.Name)
        .When(!To.Active, "unit.dissolved", "to", To.Name)
        .Else<CaseEvent>(() => new CaseEvent.HandedOver(To.Path, To.Kind, Slip, SignBy(c.Procedure, act), Due, Basis, Contact)
        {
            NoDueReason = NoDueReason,
            AtOnce = AtOnce(c.Procedure, Due, NoDueReason),
            Later = Exceeds(c, act) is { } listed ? new(listed, LaterWhy!) : null,
        });

    /// <summary>The time a case gets that is handed over without a date and for that reason; null when it has a date, or the reason is another.</summary>
    public static Calendar.Span? AtOnce(Procedure procedure, DateOnly? due, string? reason) => due is null && DateWords.IsAtOnce(reason) ? procedure.FixAtOnce : null;

    // A day the list itself names may have passed before it was entered; its words are asked about whoever wrote them, for now they go out on a slip.
    private Reasons Deadline(DueOrReason listed, Procedure procedure, Act act)
    {
        var given = new DueOrReason(Due, NoDueReason);
        return new Reasons()
            .When(given.IsBlank, "handover.due_or_reason", "due")
            .With(given.Against(listed with { Words = null }, act.Today, "due", "noDueReason"))
            // What the list dates, or wants at once, is not made long-term by a stroke: a correction says why, or a leader grants what the unit asks for.
            .When(listed.SetsClock && !given.SetsClock && !given.IsBlank, "handover.clock_dropped", "noDueReason", (object?)listed.Due ?? listed.Words, NoDueReason)
            // Where the procedure gives no time for it, 立行立改 would leave the case without any clock.
            .When(listed.SetsClock && given.SetsClock && Due is null && AtOnce(procedure, Due, NoDueReason) is null, "handover.at_once_without_clock", "noDueReason", NoDueReason);
    }

    // A deadline that moves away is an extension, and no extension is granted without a reason that stands in the ledger.
    private Reasons Later(DateOnly? listed) => new Reasons()
        .When(listed is not null && string.IsNullOrWhiteSpace(LaterWhy), "handover.later_without_why", "laterWhy", listed, Due)
        .When(LaterWhy?.Length > LaterDay.Longest, "field.too_long", "laterWhy", LaterDay.Longest, LaterWhy?.Length);

    // The last day if it were handed over as listed, when the named one is later; else null.
    private DateOnly? Exceeds(Case c, Act act)
    {
        var listed = DueOrReason.Of(c.Matter);
        var last = listed.Due ?? (AtOnce(c.Procedure, null, listed.Words) is { } given ? Calendar.Clock.For(act.Today, given).DueDate(act.Calendar)?.Date : null);
        return Due > last ? last : null;
    }

    /// <summary>The day by which the unit is to sign: the receipt clock of the procedure, one working day when it has none.</summary>
    public static DateOnly SignBy(Procedure procedure, Act act) =>
        Calendar.Clock.For(act.Today, procedure.Find(Step.Sign)?.Clock ?? new Calendar.Span(1, Calendar.DayKind.Working)).DueDate(act.Calendar)!.Value.Date;
}
