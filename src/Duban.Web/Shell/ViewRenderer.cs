using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;

namespace Duban.Web.Shell;

/// <summary>The framework's static renderer with our fingerprinted assets: no circuit, no streaming, no script.</summary>
internal sealed class ViewRenderer(IServiceProvider services) : StaticHtmlRenderer(services, services.GetRequiredService<ILoggerFactory>())
{
    private readonly PageAssets assets = services.GetRequiredService<PageAssets>();

    protected override ResourceAssetCollection Assets => assets.All;

    // Which component is to be written, only the framework's own renderer tells, and its type is not promised to stay: if it goes, this does not build.
#pragma warning disable BL0006
    protected override void WriteComponentHtml(int componentId, TextWriter output)
    {
        if (GetComponentState(componentId).Component is WrittenPart part) part.Write(output);
        else base.WriteComponentHtml(componentId, output);
    }
#pragma warning restore BL0006
}
