using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>研判定级.</summary>
/// <param name="Level"><c>general</c> or <c>major</c>.</param>
/// <param name="Basis">What the level rests on.</param>
/// <param name="CoUnits">Codes of co-operating units.</param>
public sealed record GradeForm(string? Level, string? Basis, IReadOnlyList<string?>? CoUnits) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new Grade(r.Choice<Level>(Level, "level"), ActReading.Optional(Basis),
        [.. (CoUnits ?? []).Where(u => !string.IsNullOrWhiteSpace(u)).Select(u => r.Unit(u, "coUnits").Id)]);
}
