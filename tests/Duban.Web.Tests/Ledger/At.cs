namespace Duban.Web.Tests.Ledger;

/// <summary>A clock that stands where it was put.</summary>
internal sealed class At(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
