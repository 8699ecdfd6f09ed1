using Duban.Domain.Cases;
using Duban.Web.Cases;
using Duban.Web.Shell;

namespace Duban.Web.Residents.Reports;

/// <summary>How far a registered case is, and nothing else of it: whoever guesses a number learns no place, no unit, no name and no words.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Stage">How far.</param>
/// <param name="Notice">The case, when it has a public notice to read; else null.</param>
public sealed record CaseStep(string Number, StageInRound Stage, CaseId? Notice)
{
    /// <summary>True while a public notice lies ahead of it; a short procedure has none, and what is struck off is past it.</summary>
    public bool NoticeToCome { get; init; }

    /// <summary>Where it stands, in a few words.</summary>
    public string Now(Words w) => Stage.BeginsAgain ? w["report.now.again"] : w[$"report.now.{CaseRow.Word(Stage.Stage)}"];
}

/// <summary>How far a registered case is, as a program reads it.</summary>
/// <param name="Case">Its number.</param>
/// <param name="Now">Where it stands, in words.</param>
/// <param name="Notice">Address of its public notice, or null.</param>
public sealed record CaseStepAnswer(string Case, string Now, string? Notice)
{
    internal static CaseStepAnswer Of(CaseStep step, Words w) => new(step.Number, step.Now(w), step.Notice is { } id ? $"/api/notices/{id}" : null);
}
