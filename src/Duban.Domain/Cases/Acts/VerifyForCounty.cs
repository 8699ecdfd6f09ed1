using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>县级核查: on the spot, after the application, by somebody who did not do the work.</summary>
public sealed record VerifyForCounty(bool Passed, SiteRecord Record) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.VerifyForCounty;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).With(Check(Record, c, act))
        .Else<CaseEvent>(() => Passed ? new CaseEvent.VerifiedByCounty(Record) : new CaseEvent.RejectedByCounty(Record));

    /// <summary>What is wrong with a site record of a visit that must lie between the case's last step and today.</summary>
    internal static Reasons Check(SiteRecord record, Case c, Act act) => new Reasons()
        .Words(record.Findings, "findings", 4000).Words(record.Opinion, "opinion")
        .When(record.On > act.Today, "date.future", "on", record.On)
        .When(record.On < c.Since, "record.before_step", "on", record.On, c.Since);
}
