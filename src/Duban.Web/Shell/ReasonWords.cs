using Duban.Domain;

namespace Duban.Web.Shell;

/// <summary>A reason in the reader's language: what is missing, on what basis, who can supply it.</summary>
public static class ReasonWords
{
    /// <summary>The sentence; the page, the API and the phone show the same.</summary>
    public static string Of(Reason reason, Words words) => words["reason." + reason.Code, [.. reason.Args]];

    /// <summary>The rule it rests on, or null.</summary>
    public static string? Basis(Reason reason, Words words) => reason.Basis is { } key ? words[key, [.. reason.Args]] : null;

    /// <summary>Who can supply it, or null when the reader can.</summary>
    public static string? Who(Reason reason, Words words) => reason.Who is { } key ? words[key, [.. reason.Args]] : null;
}
