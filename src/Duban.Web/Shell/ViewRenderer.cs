using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;

namespace Duban.Web.Shell;

/// <summary>The framework's static renderer with our fingerprinted assets: no circuit, no streaming, no script.</summary>
internal sealed class ViewRenderer(IServiceProvider services) : StaticHtmlRenderer(services, services.GetRequiredService<ILoggerFactory>())
{
    private readonly PageAssets assets = services.GetRequiredService<PageAssets>();

    protected override ResourceAssetCollection Assets => assets.All;
}
