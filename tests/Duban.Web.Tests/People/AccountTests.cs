using System.Net;
using Duban.Domain.People;
using Duban.Web.Demo;
using Duban.Web.People;

namespace Duban.Web.Tests.People;

public sealed class AccountTests
{
    private const string Better = "four plain words here";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_new_password_puts_every_other_browser_out(On on)
    {
        await using var town = await Town.Start(on);
        var (desk, phone) = (await town.SignIn("city-clerk"), await town.SignIn("city-clerk"));
        var changed = await desk.Submit(await desk.Get("/account"), "/account/password", ("current", DemoPeople.Password), ("password", Better));
        Assert.Equal(HttpStatusCode.Redirect, changed.Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.Get("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.Get("/account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Open().SignIn("city-clerk", DemoPeople.Password)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await town.Open().SignIn("city-clerk", Better)).Status);
    }

    [Fact]
    public async Task A_bad_new_password_is_refused_with_every_reason()
    {
        await using var town = await Town.Start();
        var browser = await town.SignIn("city-clerk");
        var refused = await browser.Submit(await browser.Get("/account"), "/account/password", ("current", "not it"), ("password", "aaa"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(3, refused.Page.QuerySelectorAll(".du-field .msg").Length);
    }

    [Fact]
    public async Task With_a_one_time_password_nothing_works_before_an_own_one_is_chosen()
    {
        await using var town = await Town.Start();
        var once = Password.OneTime();
        await town.The<PeopleRegister>().SetPassword(new("administrator"), once, mustChange: true, "administrator");
        var browser = await town.SignIn("administrator", once);
        Assert.Equal("/account", (await browser.Get("/people")).Location);
        await browser.Submit(await browser.Get("/account"), "/account/password", ("current", once), ("password", Better));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/people")).Status);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_person_of_two_posts_chooses_the_one_to_act_in(On on)
    {
        await using var town = await Town.Start(on);
        Assert.Empty(await town.The<PeopleRegister>().AddPost(new("hengdong-liaison"), new("430424-yjj"), Role.Verifier, "administrator"));
        var browser = await town.SignIn("hengdong-liaison");
        var page = await browser.Get("/account");
        Assert.Contains("衡东县 · 联络员", page.Text, StringComparison.Ordinal);
        Assert.Equal("/", (await browser.Submit(page, "/account/post", ("post", "hengdong-liaison.2"))).Location);
        Assert.Contains("衡东县应急管理局 · 核查人", (await browser.Get("/account")).Page.QuerySelector(".who")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_acts_in_anothers_post()
    {
        await using var town = await Town.Start();
        Assert.Empty(await town.The<PeopleRegister>().AddPost(new("hengdong-liaison"), new("430424-yjj"), Role.Verifier, "administrator"));
        var browser = await town.SignIn("hengdong-liaison");
        var answer = await browser.Submit(await browser.Get("/account"), "/account/post", ("post", "administrator.1"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("联络员", (await browser.Get("/account")).Page.QuerySelector(".who")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_ended_puts_its_browser_out()
    {
        await using var town = await Town.Start();
        var browser = await town.SignIn("hengdong-leader");
        Assert.Empty(await town.The<PeopleRegister>().EndPost(new("hengdong-leader"), "hengdong-leader.1", "administrator"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/account")).Status);
    }
}
