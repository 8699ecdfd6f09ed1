using System.Net;
using Duban.Web.Demo;

namespace Duban.Web.Tests.People;

public sealed class PeoplePagesTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task An_administrator_enters_a_person_who_then_chooses_a_password(On on)
    {
        await using var town = await Town.Start(on);
        var keeper = await town.SignIn("administrator");
        var added = await keeper.Submit(await keeper.Get("/people/new"), "/people",
            ("userName", "nanyue-second"), ("name", "南岳区第二联络员"), ("unit", "南岳区"), ("role", "Liaison"));
        Assert.Equal("/people/nanyue-second", added.Location);
        var said = (await keeper.Get(added.Location!)).Page.QuerySelector("[role=status]")!.TextContent;
        var person = await town.SignIn("nanyue-second", said[(said.IndexOf('：') + 1)..]);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Get("/api/me")).Status);
        Assert.Contains("一次性密码", (await person.Get("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_the_unit_cannot_give_is_refused_and_what_was_typed_stays()
    {
        await using var town = await Town.Start();
        var keeper = await town.SignIn("administrator");
        var refused = await keeper.Submit(await keeper.Get("/people/new"), "/people",
            ("userName", "bad name"), ("name", "甲"), ("unit", "衡东县"), ("role", "Clerk"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("衡东县", refused.Page.QuerySelector("input[name=unit]")!.GetAttribute("value"));
        Assert.Contains("衡东县 不能设此角色，可设：查阅员、联络员、责任领导", refused.Text, StringComparison.Ordinal);
        Assert.Contains("登录名只能用字母", refused.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("city-clerk", 200, 403), InlineData("hengdong-liaison", 403, 403), InlineData("administrator", 200, 200)]
    public async Task The_office_looks_at_people_and_only_the_administrator_keeps_them(string user, int looking, int keeping)
    {
        await using var town = await Town.Start();
        var browser = await town.SignIn(user);
        Assert.Equal(looking, (int)(await browser.Get("/people")).Status);
        Assert.Equal(looking, (int)(await browser.Get("/people/units?below=430424")).Status);
        Assert.Equal(keeping, (int)(await browser.Get("/people/new")).Status);
        Assert.Equal(looking, (int)(await browser.Get("/people/changes")).Status);
        var person = await browser.Get("/people/hengdong-leader");
        Assert.Equal(looking, (int)person.Status);
        Assert.Equal(keeping == 200, person.Page.QuerySelector("form[action='/people/hengdong-leader/password']") is not null);
        Assert.Equal(keeping == 200, person.Page.QuerySelector("form[action='/people/hengdong-leader/posts']") is not null);
    }

    [Fact]
    public async Task The_last_administrator_cannot_leave()
    {
        await using var town = await Town.Start();
        var keeper = await town.SignIn("administrator");
        var page = await keeper.Get("/people/administrator");
        await keeper.Submit(page, "/people/administrator/disable");
        var after = await keeper.Get("/people/administrator");
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Contains("最后一位系统管理员", after.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await town.Open().SignIn("administrator", DemoPeople.Password)).Status);
    }

    [Fact]
    public async Task A_list_of_units_with_a_bad_line_loads_nothing_and_says_which()
    {
        await using var town = await Town.Start();
        var keeper = await town.SignIn("administrator");
        var token = (await keeper.Get("/people/units")).Page.QuerySelector("form[action='/people/units'] input[type=hidden]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("code,parent,name,kind\n430424999,430424,新镇,Township\n430424998,430424,又一镇,Hamlet\n"), "file", "units.csv" },
        };
        var refused = await keeper.Send(new(HttpMethod.Post, "/people/units") { Content = form });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("第 3 行：没有类别“Hamlet”", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("新镇", (await keeper.Get("/people/units?below=430424")).Text, StringComparison.Ordinal);
    }
}
