namespace Duban.Web.Cases.Pages;

/// <summary>传佐证: what the files show; the files come beside it.</summary>
/// <param name="Kind"><c>before</c>, <c>after</c> or <c>document</c>.</param>
/// <param name="Point">The point, the same word for before and after.</param>
/// <param name="Measure">Code of the measure it proves, or nothing.</param>
/// <param name="TakenOn">The day; nothing leaves it to the photo.</param>
public sealed record EvidenceForm(string? Kind, string? Point, string? Measure, string? TakenOn)
{
    /// <summary>What a browser offers to choose.</summary>
    public const string Photos = "image/jpeg,image/png,image/webp,image/gif,image/heic,.heic";

    /// <summary>Photos and documents.</summary>
    public const string Accept = Photos + ",application/pdf,.pdf,.docx,.xlsx";
}
