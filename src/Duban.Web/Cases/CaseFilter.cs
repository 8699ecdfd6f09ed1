using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Web.Cases;

/// <summary>Which cases are asked for: all conditions hold at once; the address of the list carries them.</summary>
public sealed record CaseFilter
{
    /// <summary>Cases shown on one page, at most.</summary>
    public const int Most = 200;

    /// <summary>A campaign's code.</summary>
    public string? Campaign { get; init; }

    /// <summary>A unit; its whole subtree is meant.</summary>
    public UnitPath? Unit { get; init; }

    /// <summary>Stages; any of them.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>The step it waits for.</summary>
    public Step? Awaits { get; init; }

    /// <summary>In whose hands it is today; any of them, or all when none is named.</summary>
    public IReadOnlyList<Hand> Hands { get; init; } = [];

    /// <summary>A light as of today.</summary>
    public Light? Light { get; init; }

    /// <summary>Only cases whose decisive due date is on this day or later.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Only cases whose decisive due date is on this day or earlier.</summary>
    public DateOnly? DueTo { get; init; }

    /// <summary>Words in number, title, description, place or sector, or the number of a slip.</summary>
    public string? Text { get; init; }

    /// <summary>A level.</summary>
    public Level? Level { get; init; }

    /// <summary>True: open ones; false: ended ones; null: both, when stages say which.</summary>
    public bool? Open { get; init; } = true;

    /// <summary>
    /// A side track that waits for a decision: its name, or <c>any</c>; or <c>not_fixed</c>: a reporter says so of a case that is struck off;
    /// or <c>objection</c>: one to its notice waits.
    /// </summary>
    public string? Request { get; init; }

    /// <summary>Where the page begins: after this due date and case.</summary>
    public CaseKey? After { get; init; }

    /// <summary>Rows on a page, 1 to <see cref="Most"/>.</summary>
    public int Size { get; init; } = 50;
}

/// <summary>A place in the order of the list: by due date, then by name.</summary>
public sealed record CaseKey(DateOnly Due, string Case)
{
    /// <summary>As it stands in an address, e.g. <c>2021-03-15~AQ-020</c>.</summary>
    public override string ToString() => $"{Due:yyyy-MM-dd}~{Case}";

    /// <summary>The place, or null when the text is none.</summary>
    public static CaseKey? Parse(string? text) =>
        text?.Split('~', 2) is [var due, var name] && DateOnly.TryParseExact(due, "yyyy-MM-dd", out var day) && name.Length is > 0 and <= 64 ? new(day, name) : null;
}
