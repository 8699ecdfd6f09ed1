using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Duban.Web.Tests.Shell;

/// <summary>Parts drawn alone, on 15 March 2021, 08:30 in Hengyang.</summary>
internal static class Rendered
{
    private static readonly IServiceProvider services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    public static Words Zh { get; } = Words("zh-CN");

    public static Words En { get; } = Words("en");

    public static Frame Frame { get; } = new() { Words = Zh, Path = "/", Token = "token", TokenName = "__RequestVerificationToken", City = "衡阳市" };

    /// <summary>The only element a fragment draws.</summary>
    public static async Task<IElement> One(RenderFragment fragment) => Assert.Single((await All(fragment)).Body!.Children);

    public static Task<IElement> One(MarkupString piece) => One(builder => builder.AddContent(0, piece));

    public static async Task<IHtmlDocument> All(RenderFragment fragment) => ShellHost.Read(await Html<Bare>(new() { ["Content"] = fragment }));

    public static async Task<IElement> Component<T>(Dictionary<string, object?> parameters) where T : IComponent =>
        Assert.Single(ShellHost.Read(await Html<T>(parameters)).Body!.Children);

    private static async Task<string> Html<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    private static Words Words(string culture) =>
        new(CultureInfo.GetCultureInfo(culture), new(2021, 3, 15, 0, 30, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private sealed class Bare : ComponentBase
    {
        [Parameter] public RenderFragment? Content { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, Content);
    }
}
