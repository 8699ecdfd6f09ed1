using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>线索上报: anybody reports a problem; a place and a description are demanded, the channel is kept.</summary>
public sealed record ReportLead(string Channel, string Title, string Description, Place Place) : ICaseAct
{
    /// <summary>The channel of what somebody without an account reported; their own words stay outside the ledger, behind the lead's number.</summary>
    public const string FromResident = "resident";

    /// <inheritdoc />
    public CaseAct Kind => CaseAct.Report;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .Words(Title, "title", 200).Words(Description, "description", 10_000).Words(Place.Text, "place", 500).Words(Channel, "channel", 100)
        .Else<CaseEvent>(() => new CaseEvent.Reported(Channel, Title, Description, Place));
}
