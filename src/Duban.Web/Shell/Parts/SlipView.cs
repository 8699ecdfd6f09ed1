namespace Duban.Web.Shell.Parts;

/// <summary>A hand-over slip, the same on the screen and on paper.</summary>
/// <param name="Office">The issuing body.</param>
/// <param name="Number">Its number, e.g. 衡安办交〔2021〕9 号.</param>
/// <param name="Addressee">To whom.</param>
/// <param name="Opening">The sentence before the table.</param>
/// <param name="Day">When it was issued.</param>
/// <param name="Rows">What is handed over.</param>
public sealed record SlipView(string Office, string Number, string Addressee, string Opening, DateOnly Day, IReadOnlyList<SlipRow> Rows)
{
    /// <summary>Until when it must be signed for.</summary>
    public string? SignBy { get; init; }

    /// <summary>Facts in two columns under the opening: label and text.</summary>
    public IReadOnlyList<(string Label, string Text)> Keys { get; init; } = [];

    /// <summary>Lines over the issuer's seal: label and post.</summary>
    public IReadOnlyList<(string Label, string Text)> IssuedBy { get; init; } = [];

    /// <summary>Lines over the receiver's seal.</summary>
    public IReadOnlyList<(string Label, string Text)> ReceivedBy { get; init; } = [];

    /// <summary>The code that signs for it on the site.</summary>
    public string? Code { get; init; }

    /// <summary>True while nothing is handed over: a preview says so on its face.</summary>
    public bool Draft { get; init; }

    /// <summary>Copy to.</summary>
    public string? CopyTo { get; init; }

    /// <summary>First digits of the content's hash and the short address that checks it.</summary>
    public string? Check { get; init; }
}

/// <summary>One case on a slip.</summary>
/// <param name="Number">Its number, the same everywhere.</param>
/// <param name="Place">Where.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Level">Its level in words.</param>
/// <param name="Major">True prints the level bold.</param>
/// <param name="Measure">What is to be done.</param>
/// <param name="Due">Until when, in words.</param>
public sealed record SlipRow(string Number, string Place, string Problem, string Level, bool Major, string Measure, string Due)
{
    /// <summary>True when that day had passed before the slip was issued.</summary>
    public bool Past { get; init; }
}
