using System.Text;

namespace Duban.Web.Shell.Machines;

/// <summary>A text that a program sends as the whole body of its request, e.g. a procedure.</summary>
public static class SentText
{
    /// <summary>The text, in UTF-8.</summary>
    public static async Task<string> Read(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }
}
