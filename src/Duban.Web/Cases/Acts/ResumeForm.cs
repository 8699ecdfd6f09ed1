using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>提前恢复.</summary>
/// <param name="Why">Why the pause ends.</param>
public sealed record ResumeForm(string? Why) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new Resume(ActReading.Words(Why));
}
