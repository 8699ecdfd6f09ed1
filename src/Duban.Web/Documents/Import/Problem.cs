using Duban.Domain;

namespace Duban.Web.Documents.Import;

/// <summary>How much a problem matters.</summary>
public enum Severity
{
    /// <summary>Something was understood or left out; nothing to mend.</summary>
    Note,
    /// <summary>The row is kept and becomes a case; somebody should look.</summary>
    Warning,
    /// <summary>The row is kept back, or a file or sheet could not be read.</summary>
    Error,
}

/// <summary>One thing to tell the clerk, with its place.</summary>
/// <param name="Sheet">Name of the sheet, empty for the whole file.</param>
/// <param name="Cell">The cell, e.g. <c>K37</c>, empty for the whole sheet.</param>
/// <param name="Code">Stable code, e.g. <c>import.date_impossible</c>.</param>
/// <param name="Original">What the cell says, at most 200 characters.</param>
/// <param name="Proposal">What it is taken as, or should probably say; null when there is none.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Args">Further places, numbers and names for the words.</param>
public sealed record Problem(string Sheet, string Cell, string Code, string Original, string? Proposal, Severity Severity, params IReadOnlyList<object?> Args)
{
    /// <summary>The code under which the import tells what a cell was understood as: <c>date.impossible</c> is <c>import.date_impossible</c>.</summary>
    internal static string CodeOf(string understanding) => "import." + understanding.Replace('.', '_');
}

/// <summary>Problems as they are met; after many of one kind with one wording, the rest is counted.</summary>
internal sealed class ProblemLog
{
    private const int MostAlike = 500, MostOriginal = 200;
    private readonly List<Problem> problems = [];
    private readonly Dictionary<(string, string, string), int> alike = [];

    /// <summary>Everything told so far, in reading order.</summary>
    internal IEnumerable<Problem> All => problems.Concat(alike.Where(a => a.Value > MostAlike)
        .Select(a => new Problem(a.Key.Item1, "", "import.and_more", a.Key.Item3, null, Severity.Note, a.Key.Item2, a.Value - MostAlike)));

    /// <summary>Tells one.</summary>
    internal void Tell(string sheet, string cell, string code, string original, string? proposal, Severity severity, params IReadOnlyList<object?> args)
    {
        original = original.Within(MostOriginal);
        var key = (sheet, code, severity == Severity.Error || code.StartsWith("import.unit", StringComparison.Ordinal) ? original : "");
        var count = alike[key] = alike.GetValueOrDefault(key) + 1;
        if (count <= MostAlike) problems.Add(new(sheet, cell, code, original, proposal, severity, args));
    }

    /// <summary>Drops what was told of a sheet that is left out after all.</summary>
    internal void Forget(string sheet)
    {
        problems.RemoveAll(p => p.Sheet == sheet);
        foreach (var key in alike.Keys.Where(k => k.Item1 == sheet).ToList()) alike.Remove(key);
    }

    /// <summary>Takes back what was told of one cell.</summary>
    internal void Withdraw(string sheet, string cell, string code) => problems.RemoveAll(p => p.Sheet == sheet && p.Cell == cell && p.Code == code);

    /// <summary>Tells what the reader of the file could not read.</summary>
    internal void Tell(ReadFailure failure, Severity severity) =>
        problems.Add(new(failure.Sheet ?? "", failure.Cell ?? "", failure.Code, "", null, severity, failure.Args));
}
