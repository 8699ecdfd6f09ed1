using Duban.Web.Shell.Forms;

namespace Duban.Web.Cases.Pages;

/// <summary>A field of an act's form; its label, hint and message follow from its name.</summary>
/// <param name="Name">Its name in the form's record, camel case.</param>
public abstract record ActField(string Name)
{
    /// <summary>True when it may stay empty.</summary>
    public bool Optional { get; init; }

    /// <summary>One line.</summary>
    public sealed record Line(string Name, int Most = 200) : ActField(Name);

    /// <summary>Several lines.</summary>
    public sealed record Area(string Name, int Rows = 3) : ActField(Name);

    /// <summary>A day.</summary>
    public sealed record Day(string Name) : ActField(Name);

    /// <summary>A whole number.</summary>
    public sealed record Number(string Name) : ActField(Name);

    /// <summary>One of a few, all in sight.</summary>
    public sealed record Choice(string Name, IReadOnlyList<Option> Options) : ActField(Name);

    /// <summary>One of many, in groups.</summary>
    public sealed record Pick(string Name, IReadOnlyList<OptionGroup> Groups) : ActField(Name);

    /// <summary>Any of some.</summary>
    public sealed record Several(string Name, IReadOnlyList<Option> Options) : ActField(Name);

    /// <summary>Words with those that were used before to choose from.</summary>
    public sealed record Known(string Name, IReadOnlyList<string> Suggestions) : ActField(Name);

    /// <summary>The measures of a plan, row by row.</summary>
    public sealed record Measures() : ActField("measures");

    /// <summary>How far each measure is.</summary>
    public sealed record Percents(IReadOnlyList<Duban.Domain.Cases.Measure> Of) : ActField("percent");

    /// <summary>Photos and documents.</summary>
    public sealed record Files(string Name, string Accept) : ActField(Name);
}
