using System.Globalization;
using Duban.Domain;
using Duban.Ledger;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Cases.Files;

/// <summary>A file that was taken into the store.</summary>
/// <param name="Blob">Its fingerprint and size.</param>
/// <param name="Name">The name it came with.</param>
/// <param name="MediaType">What it really is.</param>
/// <param name="Photo">What the photo says about itself.</param>
public sealed record TakenFile(Blob Blob, string Name, string MediaType, PhotoFacts Photo);

/// <summary>Takes files into the content-addressed store once their content has been judged; a refused one is named.</summary>
public sealed class FileIntake(BlobStore store) : IDisposable
{
    // A photo of a few kilobytes may unfold to hundreds of megabytes: two at a time, whoever sends them.
    private readonly SemaphoreSlim decoders = new(2);

    /// <summary>The files that can be taken, and why the others cannot.</summary>
    /// <param name="files">As they were sent, already whole.</param>
    /// <param name="field">The field a reason names.</param>
    /// <param name="photosOnly">True refuses documents.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(IReadOnlyList<TakenFile> Taken, IReadOnlyList<Reason> Reasons)> Take(IFormFileCollection files, string field, bool photosOnly, CancellationToken ct)
    {
        var given = Given(files, field);
        if (given.Count > FileLimits.Files) return ([], [new Reason("evidence.too_many", field, FileLimits.Files)]);
        var (taken, reasons) = (new List<TakenFile>(given.Count), new List<Reason>());
        foreach (var file in given)
        {
            var name = NameOf(file);
            await using var content = file.OpenReadStream();
            var (mediaType, reason) = await Judge(file, content, name, field, photosOnly, ct);
            if (reason is not null)
            {
                reasons.Add(reason);
                continue;
            }
            var photo = mediaType.StartsWith("image/", StringComparison.Ordinal) ? PhotoFacts.Of(content) : new(null, null, null);
            content.Position = 0;
            if (await store.Put(content, ct) is { } blob) taken.Add(new(blob, name, mediaType, photo));
            else reasons.Add(TooLarge(name, field));
        }
        return (taken, reasons);
    }

    /// <summary>The form with the photos that came beside it, when it is one that photos may come with.</summary>
    public async Task<FormRead<TForm>> WithPhotos<TForm>(HttpContext http, FormRead<TForm> read) where TForm : class
    {
        if (read.Form is not IPhotoForm form || !http.Request.HasFormContentType) return read;
        var (taken, reasons) = await Take((await http.Request.ReadFormAsync(http.RequestAborted)).Files, "photos", photosOnly: true, http.RequestAborted);
        return new((TForm)form.With([.. taken.Select(t => t.Blob.Sha256)]), [.. read.Reasons, .. reasons]);
    }

    /// <summary>Photos that are not kept as they came: judged alike, then made small, without what the camera noted of its owner.</summary>
    /// <param name="files">As they were sent, already whole.</param>
    /// <param name="field">The field a reason names.</param>
    /// <param name="most">How many are taken.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(IReadOnlyList<SmallPhoto> Taken, IReadOnlyList<Reason> Reasons)> Shrunk(IFormFileCollection files, string field, int most, CancellationToken ct)
    {
        var given = Given(files, field);
        if (given.Count > most) return ([], [new Reason("evidence.too_many", field, most)]);
        var (taken, reasons) = (new List<SmallPhoto>(given.Count), new List<Reason>());
        foreach (var file in given)
        {
            var name = NameOf(file);
            await using var content = file.OpenReadStream();
            var (mediaType, reason) = await Judge(file, content, name, field, photosOnly: true, ct);
            if (reason is null && await Decoding(() => Thumbnails.Shrink(content, SmallPhoto.Width, SmallPhoto.Quality), ct) is { } jpeg)
                taken.Add(new(jpeg, PhotoFacts.Of(content)));
            else reasons.Add(reason ?? new Reason(mediaType == "image/heic" ? "evidence.heic" : "evidence.not_a_photo", field, name));
        }
        return (taken, reasons);
    }

    /// <inheritdoc />
    public void Dispose() => decoders.Dispose();

    private async Task<(string MediaType, Reason? Reason)> Judge(IFormFile file, Stream content, string name, string field, bool photosOnly, CancellationToken ct)
    {
        if (file.Length == 0) return ("", new Reason("evidence.empty", field, name));
        if (file.Length > FileLimits.Bytes) return ("", TooLarge(name, field));
        if (MediaJudge.Of(content) is not { } found) return ("", new Reason("evidence.unknown_kind", field, name));
        var sound = found.StartsWith("image/", StringComparison.Ordinal) ? await Decoding(() => MediaJudge.IsPicture(content, found), ct) : !photosOnly;
        return (found, sound ? null : new Reason("evidence.not_a_photo", field, name));
    }

    private static List<IFormFile> Given(IFormFileCollection files, string field) =>
        [.. files.Where(f => string.Equals(f.Name, field, StringComparison.OrdinalIgnoreCase) && (f.FileName.Length > 0 || f.Length > 0))];

    private async Task<T> Decoding<T>(Func<T> work, CancellationToken ct)
    {
        await decoders.WaitAsync(ct);
        try
        {
            return work();
        }
        finally
        {
            decoders.Release();
        }
    }

    private static Reason TooLarge(string name, string field) => new("evidence.too_large", field, name, FileLimits.Bytes >> 20);

    // Some browsers send a path; control characters, quotes and marks that turn the reading direction have no business in a name.
    private static string NameOf(IFormFile file)
    {
        var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && c is not ('"' or '<' or '>'))).Trim();
        return name.Length switch { 0 => "file", > 120 => name[^120..], _ => name };
    }
}
