using System.Security.Cryptography;
using System.Text;

namespace Duban.Web.Shell.Machines;

/// <summary>What makes two requests the same: the door, and what was sent through it.</summary>
internal static class RequestPrint
{
    /// <summary>SHA-256 of method, address and body; a form counts by its fields and files, for its boundary is another each time.</summary>
    public static async Task<byte[]> Of(HttpRequest request, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.Method, request.Path, request.QueryString.Value ?? "");
        if (request.HasFormContentType) await AddForm(hash, await request.ReadFormAsync(ct), ct);
        else
        {
            request.EnableBuffering();
            await AddAll(hash, request.Body, ct);
            request.Body.Position = 0;
        }
        return hash.GetHashAndReset();
    }

    private static async Task AddForm(IncrementalHash hash, IFormCollection form, CancellationToken ct)
    {
        foreach (var (name, values) in form)
            foreach (var value in values) Add(hash, name, value ?? "");
        foreach (var file in form.Files)
        {
            Add(hash, file.Name, file.FileName);
            await using var content = file.OpenReadStream();
            await AddAll(hash, content, ct);
        }
    }

    private static async Task AddAll(IncrementalHash hash, Stream content, CancellationToken ct)
    {
        var some = new byte[16 * 1024];
        for (int read; (read = await content.ReadAsync(some, ct)) > 0;) hash.AppendData(some, 0, read);
    }

    // Lengths keep two texts apart from one.
    private static void Add(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
