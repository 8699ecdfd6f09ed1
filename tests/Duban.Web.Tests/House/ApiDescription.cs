using System.Text.Json;
using Microsoft.AspNetCore.TestHost;

namespace Duban.Web.Tests.House;

/// <summary>The description of the API is whole: a program can be written from it alone.</summary>
public sealed class ApiDescription
{
    private static readonly string[] Open = ["answer", "notices", "notice", "objection", "objection-state", "report", "report-state", "case-step", "report-not-fixed", "seals"];

    [Fact]
    public async Task Every_operation_says_what_it_does_who_may_and_what_comes_back()
    {
        await using var town = await Town.Start();
        using var client = town.App.GetTestClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var root = document.RootElement;
        Assert.Equal(["apiKey", "http"], root.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(s => s.Value.GetProperty("type").GetString()).Order());
        var operations = (from path in root.GetProperty("paths").EnumerateObject()
                          from operation in path.Value.EnumerateObject()
                          select (Path: path.Name, Method: operation.Name, Told: operation.Value)).ToList();
        Assert.True(operations.Count > 60, $"{operations.Count} operations");
        Repository.None("An operation is not described in full:", operations.SelectMany(o => Missing(o.Method, o.Told).Select(m => $"{o.Method} {o.Path}: {m}")));
        Repository.None("A name stands for two operations:", operations.GroupBy(o => o.Told.GetProperty("operationId").GetString()).Where(g => g.Count() > 1).Select(g => g.Key!));
        Repository.None("An id is an object somewhere; it should be a text everywhere:", root.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(s => s.Name is "CaseId" or "PersonId" or "UnitId" or "UnitPath" && !(s.Value.TryGetProperty("type", out var type) && type.GetString() == "string")).Select(s => s.Name));
    }

    [Fact]
    public async Task The_reference_loads_nothing_from_elsewhere_and_offers_no_service_of_others()
    {
        await using var town = await Town.Start();
        using var client = town.App.GetTestClient();
        var html = await client.GetStringAsync("/api/reference/", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("//", html.Replace("<!--", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var off in new[] { "\"hideClientButton\":true", "\"withDefaultFonts\":false", "\"telemetry\":false", "\"showDeveloperTools\":\"never\"", "\"disabled\":true" })
            Assert.Contains(off, html.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Missing(string method, JsonElement operation)
    {
        var name = operation.TryGetProperty("operationId", out var id) ? id.GetString()! : "";
        if (name.Length == 0) yield return "no name";
        if (!operation.TryGetProperty("summary", out var summary) || !summary.GetString()!.EndsWith('.')) yield return "no summary that ends with a full stop";
        if (!operation.TryGetProperty("tags", out var tags) || tags.GetArrayLength() != 1) yield return "not one tag";
        var answers = operation.GetProperty("responses");
        if (!answers.TryGetProperty("200", out var done) || !done.TryGetProperty("content", out var content) || content.EnumerateObject().All(c => !c.Value.TryGetProperty("schema", out _)))
            yield return "no type of success";
        var signedIn = operation.TryGetProperty("security", out var security) && security.GetArrayLength() == 2;
        if (signedIn == Open.Contains(name)) yield return signedIn ? "wants somebody signed in" : "no way of signing in";
        foreach (var status in new[] { "401", "403" })
            if (answers.TryGetProperty(status, out _) != signedIn) yield return $"{status} {(signedIn ? "is missing" : "cannot be")}";
        var headers = operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "header").Select(p => p.GetProperty("name").GetString()!).ToList() : [];
        if (headers.Contains("Idempotency-Key") != (method != "get")) yield return "Idempotency-Key";
        var onWhatWasSeen = name is "campaign-change" or "calendar-replace" || method == "post" && name.StartsWith("case-", StringComparison.Ordinal) && name != "case-new";
        if (headers.Contains("If-Match") != onWhatWasSeen) yield return "If-Match";
        if (method != "get" && !answers.TryGetProperty("409", out _)) yield return "409 is missing";
    }
}
