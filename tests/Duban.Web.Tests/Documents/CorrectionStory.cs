using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.Documents;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.People;
using Duban.Web.Procedures;

namespace Duban.Web.Tests.Documents;

/// <summary>A clerk mends single cells at the dry run; the list stays as it came, and both are kept.</summary>
public sealed class CorrectionStory
{
    private static readonly object?[] Head = ["序号", "责任单位", "隐患点位", "问题描述", "整改时限"];

    private static readonly byte[] List = new Xlsx().Sheet("台账",
    [
        Head,
        [1, "火星基地", "甲处", "护栏缺失", "2021年4月1日"],
        [2, "火星基地", "乙处", "路灯损坏", "2021.2.30"],
        [3, "衡山县", "丙处", "井盖破损", "汛期前"],
        [4, "衡山县", "丁处", null, "2021年4月2日"],
        [5, "衡南县", "戊处", "标牌掉落", "2021年4月3日"],
    ]).Bytes();

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Cells_are_corrected_where_they_stand_and_the_registration_keeps_both(On on)
    {
        await using var town = await Opened(on);
        var clerk = await town.SignIn("safety-clerk");
        var look = await Upload(clerk);
        var dry = await clerk.Get(look.Location!);
        var kept = Kept(look);
        // An example in a field looks typed: it stands below, and the field names it.
        Assert.Empty(dry.Page.QuerySelectorAll("[placeholder]:not([type=search])"));
        Assert.Contains(dry.Page.QuerySelectorAll(".du-fix input[aria-describedby]"),
            i => dry.Page.GetElementById(i.GetAttribute("aria-describedby")!)?.TextContent == "写成 2021-04-30 这样");

        var typed = Fill(dry, ("火星基地", "衡东县"), ("E3", "下个世纪"), ("D5", "栏杆锈蚀"));
        var again = await Press(clerk, dry, kept, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("下个世纪", Value(again, "E3"));
        Assert.Equal("栏杆锈蚀", Value(again, "D5"));
        Assert.Equal("衡东县", Value(again, "火星基地"));
        Assert.Contains("原表：2021.2.30", again.Html);
        Assert.Equal(0, await Cases(town));

        var looked = await Press(clerk, again, kept + "/look", Fill(again, ("E3", "2021-04-30")));
        Assert.Equal(HttpStatusCode.Redirect, looked.Status);
        var ready = await clerk.Get(looked.Location!);
        Assert.Equal("2021-04-30", Value(ready, "E3"));
        var done = await Press(clerk, ready, kept, [.. Fill(ready), Tick(ready, "火星基地", 'r')]);
        Assert.Equal("/hand-over?campaign=AQ", done.Location);
        Assert.Equal(5, await Cases(town));

        var matter = (await town.The<CaseLedger>().Load("430400", await CaseOf(town, "路灯损坏")))!.Matter!;
        Assert.Equal(("430424", new DateOnly(2021, 4, 30)), (matter.ProposedUnit!.Value.Value, matter.ProposedDue!.Value));
        Assert.Equal(("火星基地", "2021.2.30"), (matter.Other["责任单位（原表）"], matter.Other["整改时限（原表）"]));
        Assert.Equal("衡东县", new UnitDirectory((await town.The<UnitRegister>().Tree(TestContext.Current.CancellationToken)).All).Find("火星基地").Value?.Name);
        var second = await clerk.Get((await Upload(clerk)).Location!);
        Assert.DoesNotContain(second.Page.QuerySelectorAll("form"), f => f.GetAttribute("action") == kept);
    }

    [Fact]
    public async Task Two_clerks_at_one_file_do_not_mix_and_a_row_left_out_is_said_so()
    {
        await using var town = await Opened(On.Sqlite);
        var (one, other) = (await town.SignIn("safety-clerk"), await town.SignIn("city-clerk"));
        var look = await Upload(one);
        var dry = await one.Get(look.Location!);
        var kept = Kept(look);
        await Press(one, dry, kept + "/look", [.. Fill(dry, ("E3", "2021-04-30")), Tick(dry, "E4", 's')]);
        var mine = await one.Get(look.Location!);
        Assert.Equal("2021-04-30", Value(mine, "E3"));
        Assert.Contains("按你的选择不导入 1 行", mine.Html);
        Assert.Null(Value(await other.Get(look.Location!), "E3"));
    }

    private static async Task<Town> Opened(On on)
    {
        var town = await Town.Start(on);
        var procedure = ProcedureFile.Shipped.Single(p => p.Code == "short");
        await town.The<Campaigns>().Save("430400", new Campaign("AQ", new("安全隐患集中整改", "Safety hazards"), "short", procedure.Version, new UnitId("430400-awb"), new(2021, 3, 2), null), new("test", DateTimeOffset.UnixEpoch));
        return town;
    }

    private static string Kept(Seen look) => new Uri("http://localhost" + look.Location).AbsolutePath;

    // A button of the one form of the page, wherever that button sends it.
    private static Task<Seen> Press(Browser clerk, Seen page, string to, IReadOnlyList<(string Name, string Value)> fields) => clerk.Post(to,
        page.Page.QuerySelectorAll("form:has([name=campaign]) input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Concat(fields));

    // The form's places with what is typed into some of them, by their cell or by the name that is written there.
    private static List<(string, string)> Fill(Seen page, params (string Place, string Value)[] typed)
    {
        var fields = new List<(string, string)>();
        foreach (var row in page.Page.QuerySelectorAll(".du-fix tbody tr"))
            if (row.QuerySelector("[name^=v]") is { } input)
            {
                var now = typed.FirstOrDefault(t => IsOf(row, t.Place));
                fields.Add((input.GetAttribute("name")!, now.Value ?? Written(input)));
            }
        return fields;
    }

    private static (string, string) Tick(Seen page, string place, char sign) =>
        (page.Page.QuerySelectorAll(".du-fix tbody tr").First(r => IsOf(r, place)).QuerySelector($"[name^={sign}]")!.GetAttribute("name")!, "true");

    private static string? Value(Seen page, string place) =>
        page.Page.QuerySelectorAll(".du-fix tbody tr").First(r => IsOf(r, place)).QuerySelector("[name^=v]") is { } input && Written(input) is { Length: > 0 } value ? value : null;

    private static string Written(IElement input) => input is IHtmlTextAreaElement area ? area.Value : input.GetAttribute("value") ?? "";

    private static bool IsOf(IElement row, string place) => row.QuerySelector(".cell")!.TextContent == place || row.QuerySelector("[name^=k]")!.GetAttribute("value") == "u!" + place;

    private static async Task<int> Cases(Town town)
    {
        await using var db = await town.The<EventStore>().Connect(TestContext.Current.CancellationToken);
        return (await db.QueryAsync<string>("select case_id from import_rows where campaign = 'AQ'")).Distinct().Count();
    }

    private static async Task<CaseId> CaseOf(Town town, string description)
    {
        await using var db = await town.The<EventStore>().Connect(TestContext.Current.CancellationToken);
        foreach (var id in (await db.QueryAsync<string>("select case_id from import_rows where campaign = 'AQ'")).Distinct())
            if ((await town.The<CaseLedger>().Load("430400", new(id)))!.Matter!.Description == description) return new(id);
        throw new InvalidOperationException(description);
    }

    private static async Task<Seen> Upload(Browser clerk)
    {
        var page = await clerk.Get("/import");
        var form = new MultipartFormDataContent();
        foreach (var hidden in page.Page.QuerySelectorAll("form[action='/import'] input[type=hidden]")) form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        form.Add(new StringContent("AQ"), "campaign");
        var file = new ByteArrayContent(List);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", "台账.xlsx");
        return await clerk.Send(new(HttpMethod.Post, "/import") { Content = form });
    }
}
