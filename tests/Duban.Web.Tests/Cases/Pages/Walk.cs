using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.Procedures;
using Duban.Web.Tests.Residents;

namespace Duban.Web.Tests.Cases.Pages;

/// <summary>A case walked on its pages by the people of the demo city, every form sent as it stands.</summary>
public sealed class Walk(Town town) : IAsyncDisposable
{
    private readonly Dictionary<string, Browser> browsers = [];

    /// <summary>The town.</summary>
    public Town Town { get; } = town;

    /// <summary>The case's number.</summary>
    public string Id { get; private set; } = "";

    /// <summary>What its reporter looks it up by, where it began as a report.</summary>
    public string Report { get; private set; } = "";

    /// <summary>A town with one case that the clerk has registered on the page.</summary>
    public static async Task<Walk> Begin(string title = "银矿坪矿洞涌水", On on = On.Sqlite, string source = "市领导现场督导")
    {
        var walk = await Empty(on);
        var begun = await walk.Send("city-clerk", "/cases/new",
            ("campaign", "JL"), ("title", title), ("description", "矿洞涌水呈酸性，直排沟渠"), ("place", "甘溪镇银矿坪"), ("source", source),
            ("level", "major"), ("proposedUnit", "430424"), ("proposedDue", "2021-06-30"));
        Assert.Equal((HttpStatusCode.Redirect, "/cases/JL-001"), (begun.Status, begun.Location));
        walk.Id = "JL-001";
        return walk;
    }

    /// <summary>A town with one case that began as a resident's report: XS-001, under the number JL-001.</summary>
    public static async Task<Walk> OfLead(On on = On.Sqlite)
    {
        var walk = await Empty(on);
        walk.Report = await walk.Town.Reported();
        walk.Id = "XS-001";
        return await walk.Do("city-clerk", "register", ("campaign", "JL"), ("title", "甘溪镇桥下黄水"), ("description", "沟内出水发黄"), ("level", "major"), ("proposedDue", "2021-06-30"));
    }

    /// <summary>A person's browser, signed in.</summary>
    public async Task<Browser> As(string user) => browsers.TryGetValue(user, out var open) ? open : browsers[user] = await Town.SignIn(user);

    /// <summary>So many days pass; everybody has to sign in again.</summary>
    public void Days(int days)
    {
        Town.Clock.Advance(TimeSpan.FromDays(days));
        browsers.Clear();
    }

    /// <summary>What a person sees at an address; a page of the case when it begins with no slash.</summary>
    public async Task<Seen> See(string user, string address = "") => await (await As(user)).Get(At(address));

    /// <summary>Opens a form and sends it with everything prefilled in it, these fields over it.</summary>
    public async Task<Seen> Send(string user, string address, params (string Name, string Value)[] fields)
    {
        var page = await See(user, address);
        Assert.True(page.Status == HttpStatusCode.OK, $"{user} {address}: {page.Status} {page.Text}");
        return await (await As(user)).Submit(page, At(address), [.. Prefilled(page).Where(p => fields.All(f => f.Name != p.Name)), .. fields]);
    }

    /// <summary>An act that is done.</summary>
    public async Task<Walk> Do(string user, string act, params (string Name, string Value)[] fields)
    {
        var answer = await Send(user, act, fields);
        Assert.True(answer.Status == HttpStatusCode.Redirect, $"{user} {act}: {answer.Status} {answer.Page.QuerySelector(".du-errors")?.TextContent}");
        return this;
    }

    /// <summary>Sends files with a form.</summary>
    public async Task<Seen> SendFiles(string user, string act, string field, IEnumerable<(string Name, byte[] Content)> files, params (string Name, string Value)[] fields)
    {
        var page = await See(user, act);
        using var body = new MultipartFormDataContent();
        foreach (var hidden in page.Page.QuerySelectorAll($"form[action='{At(act)}'] input[type=hidden]").OfType<IHtmlInputElement>()) body.Add(new StringContent(hidden.Value), hidden.Name!);
        foreach (var (name, value) in Prefilled(page).Where(p => fields.All(f => f.Name != p.Name)).Concat(fields)) body.Add(new StringContent(value), name);
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            body.Add(part, field, name);
        }
        return await (await As(user)).Send(new HttpRequestMessage(HttpMethod.Post, At(act)) { Content = body });
    }

    /// <summary>Handed over and signed for.</summary>
    public async Task<Walk> Signed() => await (await Do("city-clerk", "hand-over")).Do("hengdong-liaison", "sign");

    /// <summary>With an approved plan of two measures.</summary>
    public async Task<Walk> Rectifying()
    {
        await Signed();
        await Do("hengdong-liaison", "plan", Plan);
        return await Do("city-head", "decide-plan", ("approve", "yes"), ("opinion", "方案可行"));
    }

    /// <summary>With everything done and proved, verified by the county.</summary>
    public async Task<Walk> Verified() => await (await Applied()).Do("hengdong-verifier", "verify", ("passed", "yes"), ("findings", "出水清"), ("opinion", "同意"));

    /// <summary>With everything done and proved.</summary>
    public async Task<Walk> Applied()
    {
        await Rectifying();
        await Do("hengdong-liaison", "progress", ("text", "全部完成"), ("percent.M1", "100"), ("percent.M2", "100"));
        foreach (var kind in new[] { "before", "after" })
            Assert.Equal(HttpStatusCode.Redirect, (await SendFiles("hengdong-liaison", "evidence", "files", [($"{kind}.jpg", Photos.Jpeg(kind == "after"))], ("kind", kind), ("point", "处理站出水口"))).Status);
        return await Do("hengdong-liaison", "apply", ("statement", "两项措施全部完成，同类矿洞排查 3 处"));
    }

    /// <summary>The residents have answered and the clerk has counted.</summary>
    public async Task<Walk> Satisfied()
    {
        await Do("city-clerk", "draw-sample", ("affected", "60"), ("size", "30"));
        var resident = new Actor(new PersonId("resident"), Role.Resident, new UnitPath("430400/"), UnitKind.City);
        for (var i = 0; i < 30; i++)
            Assert.IsType<CaseAnswer.Done>(await Town.The<CaseLedger>().Ask("430400",
                new Asked(new CaseId(Id), new AnswerSurvey($"c{i}", Answer.Yes)), Town.The<CaseDoor>().ActOf(resident)));
        return await Do("city-clerk", "close-survey");
    }

    /// <summary>The notice hangs.</summary>
    public Task<Walk> Published() => Do("city-clerk", "notice", ("completion", "出水达标"), ("opinion", "同意公示"), ("channel", "0734-0000000"));

    /// <summary>What the plan form is filled with.</summary>
    public static (string, string)[] Plan { get; } =
    [
        ("leader", "hengdong-leader"), ("team", "jinlong-adit-liaison"), ("goals", "出水达标"), ("funds", "960 万元"), ("duty", "涌水专班"), ("contingency", "应急中和预案"),
        ("interimSafety", "每日巡查"), ("measures[0].text", "涌水收集导流"), ("measures[0].due", "2021-04-30"), ("measures[1].text", "处理站扩建"), ("measures[1].due", "2021-06-15"),
    ];

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Town.DisposeAsync();

    private static async Task<Walk> Empty(On on)
    {
        var walk = new Walk(await Town.Start(on));
        var full = ProcedureFile.Shipped.Single(p => p.Code == "full");
        await walk.Town.The<Campaigns>().Save("430400", new Campaign("JL", new("金龙矿区整改", "Jinlong"), "full", full.Version, new UnitId("430400-zgb"), new(2021, 1, 1), null), new("test", DateTimeOffset.UnixEpoch));
        return walk;
    }

    private string At(string address) => address.StartsWith('/') ? address : address.Length == 0 ? $"/cases/{Id}" : $"/cases/{Id}/{address}";

    private static IEnumerable<(string Name, string Value)> Prefilled(Seen page)
    {
        if (page.Page.QuerySelector("form#act") is not { } form) yield break;
        foreach (var input in form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>())
            if (input.Type is "text" or "date" || (input.Type is "radio" or "checkbox" && input.IsChecked)) yield return (input.Name!, input.Value);
        foreach (var area in form.QuerySelectorAll("textarea[name]").OfType<IHtmlTextAreaElement>()) yield return (area.Name!, area.Value);
        foreach (var select in form.QuerySelectorAll("select[name]").OfType<IHtmlSelectElement>()) yield return (select.Name!, select.Value ?? "");
    }
}
