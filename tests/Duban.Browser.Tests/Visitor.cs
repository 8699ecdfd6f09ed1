using Duban.Web.Demo;
using Microsoft.Playwright;

namespace Duban.Browser.Tests;

/// <summary>Somebody at a browser, who notices every complaint of its console.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    internal Visitor(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, said) => { if (said.Type is "error" or "warning") complaints.Add($"{page.Url}: {said.Text}"); };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url}: {request.Failure}");
    }

    /// <summary>The page that is open.</summary>
    public IPage Page { get; }

    /// <summary>Errors, warnings and violations of the content policy since the browser was opened.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>The path of the page that is open.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    /// <summary>Opens an address, which must answer.</summary>
    public async Task Open(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path}: {answer.Status}");
    }

    /// <summary>Signs in on the page for it.</summary>
    public async Task SignIn(string user)
    {
        await Open("/sign-in");
        await Fill(("name", user), ("password", DemoPeople.Password));
        await Press("form[action='/sign-in']");
        Assert.NotEqual("/sign-in", Path);
    }

    /// <summary>Types, chooses or ticks what the main column's fields are called.</summary>
    public async Task Fill(params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            var field = Page.Locator($"main [name='{name}']:not([type=hidden])");
            var kind = await field.First.EvaluateAsync<string>("e => e.tagName === 'SELECT' ? 'select' : e.type");
            if (kind == "select") await field.SelectOptionAsync(value);
            else if (kind is "radio" or "checkbox") await Page.Locator($"main [name='{name}'][value='{value}']").CheckAsync();
            else await field.FillAsync(value);
        }
    }

    /// <summary>Presses the button of a form and waits for the page that answers.</summary>
    public Task Press(string form) => Follow($"{form} button.btn-primary");

    /// <summary>Clicks on what leads to another page and waits for it.</summary>
    public async Task Follow(string what)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.DOMContentLoaded += Arrive;
        await Page.Locator(what).ClickAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Page.DOMContentLoaded -= Arrive;
    }

    /// <summary>Follows a case's act from the case's page, fills its form and sends it.</summary>
    public async Task Do(string id, string act, params (string Name, string Value)[] fields)
    {
        await Open($"/cases/{id}");
        await Follow($"#acts a[href='/cases/{id}/{act}']");
        await Fill(fields);
        await Press("form#act");
    }

    /// <summary>All text of the main column.</summary>
    public Task<string> Main() => Page.Locator("main").InnerTextAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => context.DisposeAsync();
}
