using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.Cases.Pages;
using Duban.Web.People;
using Duban.Web.Shell;
using Microsoft.Net.Http.Headers;

namespace Duban.Web.Cases.Files;

/// <summary>Gives out the files of a case to those who may see the case, and no other file.</summary>
public sealed class CaseFiles(CaseReader reader, BlobStore store, Thumbnails thumbnails)
{
    /// <summary>A stranger's document opened here is shut in: it runs nothing and loads nothing.</summary>
    public static readonly ContentPolicy Shut = new("default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox");

    /// <summary>The file as it was sent; a photo is shown, anything else is saved.</summary>
    public async Task<IResult> Original(HttpContext http, string id, string sha256)
    {
        if (await Named(http, id, sha256) is not { } name || store.Open(sha256) is not { } content) return Results.NotFound();
        var mediaType = MediaJudge.Of(content) ?? "application/octet-stream";
        content.Position = 0;
        Mark(http, mediaType.StartsWith("image/", StringComparison.Ordinal) ? "inline" : "attachment", name);
        return Results.Stream(content, mediaType, entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>A photo small enough for a page.</summary>
    public async Task<IResult> Small(HttpContext http, string id, string sha256)
    {
        if (await Named(http, id, sha256) is null || await thumbnails.Open(sha256, http.RequestAborted) is not { } content) return Results.NotFound();
        Mark(http, "inline", null);
        return Results.Stream(content, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{sha256}-s\""));
    }

    /// <summary>Every file that ever belonged to a case: filed, or taken along to the spot.</summary>
    public static IEnumerable<(string Sha256, string? Name)> Of(OneCase one) => one.History.SelectMany(h => Of(h.Event));

    /// <summary>The files that came with one fact.</summary>
    public static IEnumerable<(string Sha256, string? Name)> Of(CaseEvent fact) => fact switch
    {
        CaseEvent.EvidenceFiled e => [(e.Evidence.Sha256, e.Evidence.Name)],
        CaseEvent.VerifiedByCounty { Record: var r } => OnSpot(r),
        CaseEvent.RejectedByCounty { Record: var r } => OnSpot(r),
        CaseEvent.LookedBack { Record: var r } => OnSpot(r),
        _ => [],
    };

    private static (string, string?)[] OnSpot(SiteRecord record) => [.. record.Evidence.Select(sha => (sha, (string?)null))];

    private async Task<string?> Named(HttpContext http, string id, string sha256)
    {
        if (await reader.Read(SignedIn.ActorOf(http), id) is not { } one) return null;
        var found = Of(one).FirstOrDefault(f => f.Sha256 == sha256);
        return found.Sha256 is null ? null : found.Name ?? $"{one.Number}-{sha256[..8]}";
    }

    private static void Mark(HttpContext http, string disposition, string? name)
    {
        var headers = http.Response.Headers;
        var mark = new ContentDispositionHeaderValue(disposition);
        if (name is not null) mark.SetHttpFileName(name);
        headers.ContentDisposition = mark.ToString();
        // The name is the content's fingerprint, so it never changes; but it is for this reader alone.
        headers.CacheControl = "private, max-age=31536000, immutable";
    }
}
