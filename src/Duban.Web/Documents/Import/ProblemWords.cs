using Duban.Web.Shell;

namespace Duban.Web.Documents.Import;

/// <summary>A problem of a file in the reader's language: what is wrong, and what is done about it.</summary>
public static class ProblemWords
{
    /// <summary>What is wrong; <c>{0}</c> is what the cell says, <c>{1}</c> the proposal, further arguments follow.</summary>
    public static string Of(Problem problem, Words words) => words["problem." + problem.Code, Arguments(problem)];

    /// <summary>What is done with the cell, or what the reader can do; null when nothing needs doing.</summary>
    public static string? Then(Problem problem, Words words) =>
        words.Knows($"problem.{problem.Code}.then") ? words[$"problem.{problem.Code}.then", Arguments(problem)] : null;

    /// <summary>Both in one line, for readers without a page.</summary>
    public static string Whole(Problem problem, Words words) => Then(problem, words) is { } then ? words["problem_and_then", Of(problem, words), then] : Of(problem, words);

    /// <summary>A column's meaning.</summary>
    public static string Of(LedgerField field, Words words) => words["ledger_field." + field];

    private static object?[] Arguments(Problem problem) => [problem.Original, problem.Proposal, .. problem.Args];
}
