using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Web.Cases;

namespace Duban.Web.Shell;

/// <summary>A reason in the reader's language: what is missing, on what basis, who can supply it.</summary>
public static class ReasonWords
{
    /// <summary>The sentence; the page, the API and the phone show the same.</summary>
    public static string Of(Reason reason, Words words) => words["reason." + reason.Code, [.. reason.Args]];

    /// <summary>The rule it rests on, or null.</summary>
    public static string? Basis(Reason reason, Words words) => reason.Basis is { } key ? words[key, [.. reason.Args]] : null;

    /// <summary>Who can supply it, or null when the reader can.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="words">The reader's words.</param>
    /// <param name="names">How a hand is called on the case that is meant; null where no one case is.</param>
    public static string? Who(Reason reason, Words words, Func<Hand, string>? names = null) => reason.Who is { } hand ? names?.Invoke(hand) ?? HandWords.Of(hand, words) : null;

    /// <summary>How many there are: things that are missing, or reasons that no filling in removes.</summary>
    public static string Count(IReadOnlyList<Reason> reasons, Words words) => words[reasons.All(Missing) ? "error.count" : "error.count_reasons", reasons.Count];

    /// <summary>What became of the form, and whether filling it in is enough.</summary>
    public static string Kept(IReadOnlyList<Reason> reasons, Words words) => words[reasons.All(Fillable) ? "error.kept" : "error.kept_reasons", reasons.Count];

    // A year whose holidays nobody has announced is wrong in no field.
    private static bool Fillable(Reason reason) => reason.Field is not null && reason.Code != "calendar.not_announced";

    private static bool Missing(Reason reason) => Fillable(reason) || reason.Code.StartsWith("guard.", StringComparison.Ordinal);
}
