using System.Text.Json;
using System.Text.Json.Nodes;

namespace Duban.Web.Shell.Forms;

/// <summary>A form is text until it has been read: a page's fields and the API's JSON arrive in the same record of texts and lists.</summary>
public static class FormText
{
    /// <summary>Reads a page's form. Files stay where they are, in <c>form.Files</c>.</summary>
    public static FormRead<TForm> Read<TForm>(IFormCollection form, FormLimits? limits = null) where TForm : class
    {
        var refusals = new Refusals();
        limits ??= FormLimits.Ordinary;
        var tree = new FormTree(refusals);
        foreach (var (name, values) in form.Take(limits.Fields * 2))
            tree.Add(name, values);
        return Fit<TForm>(tree.ToJson(), refusals, limits, strict: false);
    }

    /// <summary>Reads a body of JSON.</summary>
    public static FormRead<TForm> Read<TForm>(JsonElement body, FormLimits? limits = null) where TForm : class
    {
        var refusals = new Refusals();
        if (body.ValueKind is not JsonValueKind.Object)
            refusals.Add("form.not_json", null);
        return Fit<TForm>(new JsonText(refusals).Of(body, "") as JsonObject ?? [], refusals, limits ?? FormLimits.Ordinary, strict: true);
    }

    /// <summary>Reads either, as the request says.</summary>
    public static async Task<FormRead<TForm>> Read<TForm>(HttpRequest request, FormLimits? limits = null) where TForm : class
    {
        if (!request.HasJsonContentType())
            return Read<TForm>(request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty, limits);
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return Read<TForm>(body.RootElement, limits);
        }
        catch (JsonException)
        {
            return Read<TForm>(default(JsonElement), limits);
        }
    }

    private static FormRead<TForm> Fit<TForm>(JsonObject tree, Refusals refusals, FormLimits limits, bool strict) where TForm : class
    {
        var fitted = new FormFit(refusals, limits, strict).To(typeof(TForm), tree, "");
        return new(fitted.Deserialize<TForm>(FormFit.Options)!, refusals.All);
    }
}
