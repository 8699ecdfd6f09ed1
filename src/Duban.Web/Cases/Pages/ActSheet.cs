using System.Text.RegularExpressions;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.Pages;

/// <summary>The page of an act: what stands against it, the fields with what was typed, and what happened meanwhile.</summary>
/// <param name="Name">The act's name in the address, e.g. <c>hand-over</c>.</param>
/// <param name="Title">Its name in words.</param>
/// <param name="Action">Where the form goes.</param>
/// <param name="Fields">What is asked.</param>
/// <param name="Typed">What was typed, or prefilled.</param>
public sealed partial record ActSheet(string Name, string Title, string Action, IReadOnlyList<ActField> Fields, TypedForm Typed)
{
    /// <summary>Which act it is.</summary>
    public CaseAct Kind { get; init; }

    /// <summary>The case; null while something is registered that is not there yet.</summary>
    public OneCase? One { get; init; }

    /// <summary>What stands against the act before anything is typed.</summary>
    public IReadOnlyList<Reason> Standing { get; init; } = [];

    /// <summary>Why what was typed is refused.</summary>
    public IReadOnlyList<Reason> Refused { get; init; } = [];

    /// <summary>What is to be known before the form is filled in, and does not stand against it.</summary>
    public IReadOnlyList<ActNote> Notes { get; init; } = [];

    /// <summary>What happened while the form was filled in; null when nothing did.</summary>
    public IReadOnlyList<Happened>? Meanwhile { get; init; }

    /// <summary>What somebody without an account reported, beside the form that registers it; else null.</summary>
    public ReporterSaid? Reporter { get; init; }

    /// <summary>What residents added to their answers, by reference; for those who may read it.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>The words of objections, by reference; for those who decide them.</summary>
    public IReadOnlyDictionary<string, string> Objections { get; init; } = new Dictionary<string, string>();

    /// <summary>A random key: pressing twice is answered once.</summary>
    public string Once { get; init; } = "";

    /// <summary>True when it is not the moment for the act: there is nothing to fill in.</summary>
    public bool Closed => Standing.Any(r => r.Code == "case.stage");

    /// <summary>A field's label, the form's own before the general one, rows by their column (<c>measures[2].due</c>); null when nobody has written one.</summary>
    public string? Label(string field, Words w)
    {
        var plain = RowNumber().Replace(field, "");
        return new[] { $"field.{Name}.{plain}", $"field.{plain}" }.Where(w.Knows).Select(key => w[key]).FirstOrDefault();
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex RowNumber();

    /// <summary>True when files go with it.</summary>
    public bool Files => Fields.Any(f => f is ActField.Files);
}

/// <summary>Something to be known before a form is filled in.</summary>
/// <param name="Text">The words.</param>
public sealed record ActNote(string Text)
{
    /// <summary>True for what may go wrong, which is marked.</summary>
    public bool Warns { get; init; }

    /// <summary>Where something can be done about it, or null.</summary>
    public WayStep? Way { get; init; }
}
