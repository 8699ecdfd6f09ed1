using Microsoft.AspNetCore.Components;

namespace Duban.Web.Shell;

/// <summary>A component rendered as a whole answer: nothing is written until the whole page stands, so a fault gives a whole error page.</summary>
internal sealed class View(Type page, object? model, int status) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext http)
    {
        var frame = await Frame.Of(http);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Frame"] = frame, ["Model"] = model });
        await using var renderer = new ViewRenderer(http.RequestServices);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = renderer.BeginRenderingComponent(page, parameters);
            await root.QuiescenceTask;
            using var writer = new PageWriter();
            root.WriteHtmlTo(writer);
            http.Response.StatusCode = status;
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.ContentLanguage = frame.Words.Culture.Name;
            writer.Send(http.Response.BodyWriter);
        });
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
