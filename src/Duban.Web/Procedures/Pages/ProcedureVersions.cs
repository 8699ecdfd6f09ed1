using Duban.Domain.Procedures;

namespace Duban.Web.Procedures.Pages;

/// <summary>Which version of a procedure is the one to begin with.</summary>
/// <param name="All">All versions of all procedures.</param>
/// <param name="Today">The day.</param>
public sealed record ProcedureVersions(IReadOnlyList<Procedure> All, DateOnly Today)
{
    /// <summary>The newest version in force of each procedure, by code; before any is, the newest.</summary>
    public IReadOnlyList<Procedure> Current { get; } =
        [.. All.GroupBy(p => p.Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.OrderByDescending(p => p.From <= Today).ThenByDescending(p => p.Version).First())];

    /// <summary>Those that are older, by code, newest first.</summary>
    public IReadOnlyList<Procedure> Earlier => [.. Others.Where(p => p.Version < Of(p.Code).Version)];

    /// <summary>Those that are to be in force on a later day.</summary>
    public IReadOnlyList<Procedure> Coming => [.. Others.Where(p => p.Version > Of(p.Code).Version)];

    /// <summary>All of them, the current ones first.</summary>
    public IReadOnlyList<Procedure> Sorted => [.. Current, .. Coming, .. Earlier];

    /// <summary>The key of the words that say which it is.</summary>
    public string Key(Procedure p) => Current.Contains(p) ? "procedure.current" : p.Version < Of(p.Code).Version ? "procedure.earlier" : "procedure.coming";

    /// <summary>The version before it, or null for the first there is.</summary>
    public Procedure? Before(Procedure p) => All.Where(other => other.Code == p.Code && other.Version < p.Version).MaxBy(other => other.Version);

    private IEnumerable<Procedure> Others => All.Except(Current).OrderBy(p => p.Code, StringComparer.Ordinal).ThenByDescending(p => p.Version);

    private Procedure Of(string code) => Current.First(p => p.Code == code);
}
