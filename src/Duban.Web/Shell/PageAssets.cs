using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.StaticAssets.Infrastructure;

namespace Duban.Web.Shell;

/// <summary>Style sheets and pictures under their fingerprinted names: <c>/@Assets["dist/duban.css"]</c>.</summary>
internal sealed class PageAssets
{
    public ResourceAssetCollection All { get; private set; } = ResourceAssetCollection.Empty;

    public void Read(IEndpointRouteBuilder app) => All = new(
    [
        .. from file in StaticAssetsEndpointDataSourceHelper.ResolveStaticAssetDescriptors(app, null)
           let label = file.Properties.FirstOrDefault(p => p.Name == "label")?.Value
           where label is not null && file.Selectors.Count == 0
           select new ResourceAsset(file.Route, [new("label", label)]),
    ]);
}
