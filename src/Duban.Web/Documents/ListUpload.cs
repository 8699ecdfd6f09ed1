using Duban.Domain;
using Duban.Domain.Procedures;
using Duban.Web.Documents.Import;

namespace Duban.Web.Documents;

/// <summary>A list as it is sent by a page or by a program: the campaign it is for, and the file.</summary>
public static class ListUpload
{
    /// <summary>Everything wrong with it before the file is opened; empty when it can be read.</summary>
    /// <param name="code">The campaign's code as sent.</param>
    /// <param name="campaign">That campaign, or null when there is none.</param>
    /// <param name="files">What came with it.</param>
    public static Reasons Judge(string code, Campaign? campaign, IFormFileCollection files) => new Reasons()
        .When(campaign is null, code.Length == 0 ? "field.required" : "campaign.unknown", "campaign", code)
        .When(files is [] or [{ Length: 0 }], "evidence.none", "file")
        .When(files.Count > 0 && files[0].Length > ReadLimits.Usual.FileBytes, "import.file_too_large", "file", ReadLimits.Usual.FileBytes >> 20);

    /// <summary>The file, taken in whole.</summary>
    public static async Task<WorkbookSource> Take(IFormFileCollection files, CancellationToken ct)
    {
        await using var stream = files[0].OpenReadStream();
        return await WorkbookSource.Take(Path.GetFileName(files[0].FileName), stream, ct: ct);
    }
}
