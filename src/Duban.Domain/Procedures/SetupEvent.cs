namespace Duban.Domain.Procedures;

/// <summary>What happened to a unit, a campaign, a procedure or a year: what cases are walked by. One stream a subject, e.g. <c>setup/campaign/AQ</c>.</summary>
public abstract record SetupEvent
{
    private SetupEvent() { }

    /// <summary>It is otherwise than before, or new.</summary>
    /// <param name="Body">The whole of it from then on: the very text that is in force.</param>
    public sealed record Changed(string Body) : SetupEvent;
}
