using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;

namespace Duban.Web.Tests.Residents;

/// <summary>Somebody without an account at the form for problems.</summary>
internal static class Reporter
{
    /// <summary>A sound report from a village of 衡东县.</summary>
    public static (string Name, string Value)[] Sound { get; } =
        [("Words", "村口小桥下又流黄水，<b>菜地</b>也黄了"), ("Unit", "430424105"), ("Place", "石岗村王家门口"), ("Position", ""), ("Contact", "村口小店 13900000000")];

    /// <summary>Opens the form and sends it, with photos when there are any.</summary>
    public static async Task<Seen> Report(this Browser browser, IEnumerable<(string Name, string Value)> fields, params IReadOnlyList<byte[]> photos) =>
        await browser.Send(await browser.Get("/report"), fields, photos);

    /// <summary>Sends a form that is open: its hidden fields as they stand.</summary>
    public static async Task<Seen> Send(this Browser browser, Seen page, IEnumerable<(string Name, string Value)> fields, params IReadOnlyList<byte[]> photos)
    {
        using var body = new MultipartFormDataContent();
        foreach (var hidden in page.Page.QuerySelectorAll("form[action='/report'] input[type=hidden]").OfType<IHtmlInputElement>()) body.Add(new StringContent(hidden.Value), hidden.Name!);
        foreach (var (name, value) in fields) body.Add(new StringContent(value), name);
        foreach (var (i, content) in photos.Index())
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            body.Add(part, "Photos", $"p{i}.jpg");
        }
        return await browser.Send(new HttpRequestMessage(HttpMethod.Post, "/report") { Content = body });
    }

    /// <summary>A report that is taken: its number.</summary>
    public static async Task<string> Reported(this Town town, params (string Name, string Value)[] fields)
    {
        var sent = await town.Open().Report(fields.Length == 0 ? Sound : fields);
        Assert.True(sent.Status == HttpStatusCode.Redirect, $"{sent.Status} {sent.Page.QuerySelector(".errors")?.TextContent}");
        return sent.Location!.Split('/')[^1];
    }
}
