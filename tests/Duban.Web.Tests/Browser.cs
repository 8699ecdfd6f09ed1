using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Duban.Web.Tests;

/// <summary>What came back.</summary>
/// <param name="Status">The status.</param>
/// <param name="Location">Where it sends the browser, or null.</param>
/// <param name="Html">The body.</param>
public sealed record Seen(HttpStatusCode Status, string? Location, string Html)
{
    private readonly Lazy<IHtmlDocument> document = new(() => new HtmlParser().ParseDocument(Html));

    /// <summary>The page.</summary>
    public IHtmlDocument Page => document.Value;

    /// <summary>The page's words.</summary>
    public string Text => Page.Body!.TextContent;
}

/// <summary>A browser: keeps its cookies, does not follow redirects by itself, posts forms as they stand on a page.</summary>
public sealed class Browser(HttpMessageHandler server)
{
    private readonly CookieContainer jar = new();
    private readonly HttpClient client = new(server) { BaseAddress = new("http://localhost") };

    /// <summary>Opens an address.</summary>
    public Task<Seen> Get(string address) => Send(new(HttpMethod.Get, address));

    /// <summary>Sends the form with that action from a page, hidden fields and token included, with these fields over them.</summary>
    public Task<Seen> Submit(Seen from, string action, params IEnumerable<(string Name, string Value)> fields)
    {
        var form = from.Page.QuerySelectorAll("form[method=post]").FirstOrDefault(f => f.GetAttribute("action") == action)
            ?? from.Page.QuerySelectorAll("form[method=post] button[formaction]").FirstOrDefault(b => b.GetAttribute("formaction")!.Split('?')[0] == action)?.Closest("form")
            ?? throw new InvalidOperationException($"no form for {action} on the page: {from.Status} {from.Html[..Math.Min(from.Html.Length, 300)]}");
        var given = fields.ToList();
        var standing = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>()
            .Where(i => i.Type == "hidden" && given.All(f => f.Name != i.Name)).Select(i => (i.Name!, i.Value));
        return Post(action, standing.Concat(given));
    }

    /// <summary>Posts fields without a page; without a token unless one is among them.</summary>
    public Task<Seen> Post(string address, params IEnumerable<(string Name, string Value)> fields) =>
        Send(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) });

    /// <summary>Signs in on the page, going back to an address.</summary>
    public async Task<Seen> SignIn(string user, string password, string? back = null)
    {
        var page = await Get("/sign-in" + (back is null ? "" : "?back=" + Uri.EscapeDataString(back)));
        return await Submit(page, "/sign-in", ("name", user), ("password", password));
    }

    /// <summary>Sends any request with the browser's cookies.</summary>
    public async Task<Seen> Send(HttpRequestMessage request)
    {
        var address = new Uri(client.BaseAddress!, request.RequestUri!);
        if (jar.GetCookieHeader(address) is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set) jar.SetCookies(address, cookie);
        return new(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
