using Duban.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Duban.Web.Tests.Shell;

/// <summary>The smallest page: a heading in the frame; it breaks when asked to.</summary>
public sealed class SamplePage : PageOf<SamplePage, string>
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Page>(0);
        builder.AddComponentParameter(1, "Frame", Frame);
        builder.AddComponentParameter(2, "Title", Model);
        builder.AddComponentParameter(3, "ChildContent", (RenderFragment)(inner =>
        {
            inner.OpenElement(0, "h1");
            inner.AddContent(1, Model is "break" ? throw new InvalidOperationException("a fault in the view") : Model);
            inner.CloseElement();
        }));
        builder.CloseComponent();
    }
}
