using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Duban.Web.People;
using Microsoft.AspNetCore.TestHost;

namespace Duban.Web.Tests.Cases;

/// <summary>A machine with a person's token, speaking to the doors below /api.</summary>
public sealed class Machine(HttpClient client)
{
    /// <summary>A machine that acts in this person's post.</summary>
    public static async Task<Machine> Of(Town town, string user, TokenScope scope = TokenScope.Write)
    {
        var client = town.App.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await town.Token(user, scope));
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return new(client);
    }

    /// <summary>A machine with this token.</summary>
    public static Machine Bearing(Town town, string token)
    {
        var client = town.App.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(client);
    }

    /// <summary>A machine without a token.</summary>
    public static Machine Stranger(Town town) => new(town.App.GetTestClient());

    /// <summary>Puts an act to a case.</summary>
    public Task<Told> Act(string id, string act, object? body = null, string? once = null, long? seen = null) => Post($"/api/cases/{id}/{act}", body ?? new { }, once, seen);

    /// <summary>Posts anything.</summary>
    public Task<Told> Post(string address, object body, string? once = null, long? seen = null) => Send(HttpMethod.Post, address, JsonContent.Create(body), once, seen);

    /// <summary>Sends anything.</summary>
    public async Task<Told> Send(HttpMethod method, string address, HttpContent? body = null, string? once = null, long? seen = null, string? mark = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        if (once is not null) request.Headers.Add("Idempotency-Key", once);
        if (seen is not null) request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        if (mark is not null) request.Headers.TryAddWithoutValidation("If-Match", mark);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Told.Of(answer);
    }

    /// <summary>Asks.</summary>
    public async Task<Told> Get(string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return await Told.Of(answer);
    }
}

/// <summary>What a machine was told.</summary>
public sealed record Told(HttpStatusCode Status, JsonElement Body)
{
    /// <summary>The bytes as they came.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The content's type.</summary>
    public string? Type { get; private init; }

    /// <summary>The mark of what was read, as it is sent back with a change; null without one.</summary>
    public string? Mark { get; private init; }

    /// <summary>The methods the address takes, when it was asked by another.</summary>
    public IReadOnlyCollection<string> Allow { get; private init; } = [];

    /// <summary>True when the answer had been given before.</summary>
    public bool Replayed { get; private init; }

    /// <summary>The codes of the reasons against it.</summary>
    public IReadOnlyList<string> Codes => Body.TryGetProperty("reasons", out var reasons) ? [.. reasons.EnumerateArray().Select(r => r.GetProperty("code").GetString()!)] : [];

    /// <summary>A member as text.</summary>
    public string? this[string member] => Body.GetProperty(member).ToString();

    /// <summary>The act was done and the case is now at this stage.</summary>
    public Told IsNow(string stage)
    {
        Assert.True(Status == HttpStatusCode.OK, $"{Status}: {Body}");
        Assert.Equal(stage, this["stage"]);
        return this;
    }

    /// <summary>It was refused with these reasons, in any order, and no others.</summary>
    public Told IsRefusedFor(params string[] codes)
    {
        Assert.Equal(codes.Order(), Codes.Order());
        return this;
    }

    internal static async Task<Told> Of(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone())
        {
            Text = text,
            Type = answer.Content.Headers.ContentType?.MediaType,
            Mark = answer.Headers.ETag?.Tag,
            Allow = [.. answer.Content.Headers.Allow],
            Replayed = answer.Headers.Contains("Idempotency-Replayed"),
        };
    }
}
