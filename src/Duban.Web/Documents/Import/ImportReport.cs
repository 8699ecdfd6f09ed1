using System.Text.Json.Serialization;
using Duban.Web.Shell;

namespace Duban.Web.Documents.Import;

/// <summary>What an import did or would do, as <c>duban import --json</c> and <c>POST /api/imports</c> tell it.</summary>
/// <param name="Rows">Data rows of the list.</param>
/// <param name="Cases">Rows that are cases now, or would be.</param>
/// <param name="Created">Cases made now, or to be made.</param>
/// <param name="Duplicates">Rows that were cases already.</param>
/// <param name="PerUnit">Rows by the unit's name.</param>
/// <param name="DeadlinesUnderstood">Rows whose deadline was read as a day.</param>
/// <param name="Problems">Everything that was odd, by sheet and cell.</param>
public sealed record ImportReport(
    int Rows, int Cases, int Created, int Duplicates, IReadOnlyDictionary<string, int> PerUnit, int DeadlinesUnderstood, IReadOnlyList<ReportedProblem> Problems)
{
    /// <summary>Deadlines that are over already, by sheet and cell: a remark of the API and no problem; the terminal says it in a sentence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PassedDeadline>? PassedDeadlines { get; init; }

    /// <summary>How the columns of each sheet were understood; for programs that keep a mapping of their own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MappingView>? Sheets { get; init; }

    /// <summary>The report in the reader's words.</summary>
    public static ImportReport Of(Imported done, Words words) => new(
        done.Draft.Rows.Count, done.Created + done.Duplicates, done.Created, done.Duplicates, done.Draft.PerUnit, done.Draft.DeadlinesUnderstood,
        [.. done.Draft.Problems.Select(p => new ReportedProblem(p.Sheet, p.Cell, p.Code, ProblemWords.Whole(p, words), p.Severity.ToString().ToLowerInvariant()))]);
}

/// <summary>Something odd in a list.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Cell">The cell, e.g. <c>K57</c>, or empty for the whole sheet.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is odd and what becomes of it.</param>
/// <param name="Severity">note, warning or error.</param>
public sealed record ReportedProblem(string Sheet, string Cell, string Code, string Message, string Severity);
