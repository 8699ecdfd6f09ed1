using Duban.Domain.Cases;

namespace Duban.Web.Residents.Codes;

/// <summary>A code that was given out, as it is kept.</summary>
public sealed record IssuedCode
{
    /// <summary>The case it asks about.</summary>
    public required string CaseId { get; init; }

    /// <summary>The round it asks about.</summary>
    public int Round { get; init; }

    /// <summary>What the ledger knows it by.</summary>
    public required string Reference { get; init; }

    /// <summary>The last day to answer.</summary>
    public DateOnly AnswerBy { get; init; }

    /// <summary>When it was answered, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>True while an answer is taken.</summary>
    public bool IsOpen(Case c, DateOnly today) => AnsweredAt is null && Runs(c, today) && !c.Survey!.Answers.ContainsKey(Reference);

    /// <summary>True while the survey it belongs to runs.</summary>
    public bool Runs(Case c, DateOnly today) => today <= AnswerBy && c.Round == Round && c.Survey is { Passed: null };
}

/// <summary>Codes that were made together.</summary>
public sealed record Sheet
{
    /// <summary>Its name in the address.</summary>
    public required string Id { get; init; }

    /// <summary>How many.</summary>
    public int Codes { get; init; }

    /// <summary>Who drew them.</summary>
    public required string DrawnBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset DrawnAt { get; init; }

    /// <summary>The codes, sealed; null once they are gone.</summary>
    public string? Sealed { get; init; }

    /// <summary>So long whoever drew them may print them.</summary>
    public static readonly TimeSpan Printable = TimeSpan.FromHours(24);

    /// <summary>True when this person may print it now.</summary>
    public bool IsFor(string person, DateTimeOffset now) => Sealed is not null && DrawnBy == person && now - DrawnAt < Printable;
}
