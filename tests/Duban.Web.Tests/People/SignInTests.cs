using System.Net;
using Duban.Domain.People;
using Duban.Web.Demo;
using Duban.Web.People;

namespace Duban.Web.Tests.People;

public sealed class SignInTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_post_signs_in_and_the_frame_names_it(On on)
    {
        await using var town = await Town.Start(on);
        var browser = await town.SignIn("hengdong-liaison");
        var page = await browser.Get("/account");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("衡东县 · 联络员", page.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(true, 9), InlineData(false, 0)]
    public async Task Only_a_demo_shows_accounts_to_try(bool demo, int accounts)
    {
        await using var town = await Town.Start(demo: demo);
        Assert.Equal(accounts, (await town.Open().Get("/sign-in")).Page.QuerySelectorAll("code").Length);
    }

    [Fact]
    public async Task A_page_behind_sign_in_is_reached_afterwards()
    {
        await using var town = await Town.Start();
        var browser = town.Open();
        var refused = await browser.Get("/people?text=%E8%A1%A1");
        Assert.Equal(HttpStatusCode.Redirect, refused.Status);
        var page = await browser.Get(new Uri(refused.Location!, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } whole ? whole.PathAndQuery : refused.Location!);
        var entered = await browser.Submit(page, "/sign-in", ("name", "administrator"), ("password", DemoPeople.Password));
        Assert.Equal("/people?text=%E8%A1%A1", entered.Location);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task After_five_wrong_passwords_the_right_one_waits_fifteen_minutes(On on)
    {
        await using var town = await Town.Start(on);
        var browser = town.Open();
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SignIn("city-clerk", $"wrong {i}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SignIn("city-clerk", DemoPeople.Password)).Status);
        town.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SignIn("city-clerk", DemoPeople.Password)).Status);
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignIn("city-clerk", DemoPeople.Password)).Status);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Strangers_who_lock_a_name_do_not_lock_out_the_browser_its_owner_works_with(On on)
    {
        await using var town = await Town.Start(on);
        var own = await town.SignIn("city-clerk");
        var neighbour = await town.SignIn("reader");
        await own.Submit(await own.Get("/account"), "/sign-out");
        var stranger = town.Open();
        for (var i = 0; i < 5; i++) await stranger.SignIn("city-clerk", $"wrong {i}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.SignIn("city-clerk", DemoPeople.Password)).Status);
        await neighbour.Submit(await neighbour.Get("/account"), "/sign-out");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await neighbour.SignIn("city-clerk", DemoPeople.Password)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await own.SignIn("city-clerk", DemoPeople.Password)).Status);
    }

    [Fact]
    public async Task A_known_browser_has_five_tries_of_its_own_at_a_locked_name()
    {
        await using var town = await Town.Start();
        var own = await town.SignIn("city-clerk");
        await own.Submit(await own.Get("/account"), "/sign-out");
        for (var i = 0; i < 5; i++) await town.Open().SignIn("city-clerk", $"wrong {i}");
        for (var i = 0; i < KnownBrowsers.Tries; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.SignIn("city-clerk", $"typed wrongly {i}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.SignIn("city-clerk", DemoPeople.Password)).Status);
        town.Clock.Advance(KnownBrowsers.Window);
        Assert.Equal(HttpStatusCode.Redirect, (await own.SignIn("city-clerk", DemoPeople.Password)).Status);
    }

    [Fact]
    public async Task On_a_shared_computer_signing_in_as_oneself_buys_no_tries_at_a_neighbours_name()
    {
        await using var town = await Town.Start();
        var shared = await town.SignIn("city-clerk");
        await shared.Submit(await shared.Get("/account"), "/sign-out");
        for (var i = 0; i < 5; i++) await town.Open().SignIn("city-clerk", $"wrong {i}");
        for (var i = 0; i < KnownBrowsers.Tries; i++)
        {
            await shared.SignIn("city-clerk", $"guess {i}");
            Assert.Equal(HttpStatusCode.Redirect, (await shared.SignIn("reader", DemoPeople.Password)).Status);
            await shared.Submit(await shared.Get("/account"), "/sign-out");
        }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await shared.SignIn("city-clerk", DemoPeople.Password)).Status);
    }

    [Fact]
    public async Task A_new_password_makes_strangers_of_the_browsers_that_knew_the_old_one()
    {
        await using var town = await Town.Start();
        var (own, stolen) = (await town.SignIn("hengdong-leader"), await town.SignIn("hengdong-leader"));
        await stolen.Submit(await stolen.Get("/account"), "/sign-out");
        const string Wanted = "石湾大桥-2021-hd";
        var changed = await own.Submit(await own.Get("/account"), "/account/password", ("current", DemoPeople.Password), ("password", Wanted), ("again", Wanted));
        Assert.Equal(HttpStatusCode.Redirect, changed.Status);
        for (var i = 0; i < 5; i++) await town.Open().SignIn("hengdong-leader", $"wrong {i}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stolen.SignIn("hengdong-leader", Wanted)).Status);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Guesses_made_at_once_are_all_counted(On on)
    {
        await using var town = await Town.Start(on);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => town.Open().SignIn("reader", $"guess {i}")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Open().SignIn("reader", DemoPeople.Password)).Status);
    }

    [Fact]
    public async Task A_wrong_name_a_wrong_password_and_a_dismissal_look_alike()
    {
        await using var town = await Town.Start();
        await town.The<PeopleRegister>().Disable(new("songmu-leader"), "administrator");
        var nobody = await town.Open().SignIn("nobody-at-all", "wrong password");
        var wrong = await town.Open().SignIn("songmu-liaison", "wrong password");
        var dismissed = await town.Open().SignIn("songmu-leader", DemoPeople.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Status);
        Assert.Equal((nobody.Status, nobody.Text), (wrong.Status, wrong.Text));
        Assert.Equal((nobody.Status, nobody.Text), (dismissed.Status, dismissed.Text));
    }

    [Theory]
    [InlineData("//evil.example"), InlineData("/\\evil.example"), InlineData("https://evil.example"), InlineData("\\\\evil"), InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)"), InlineData("evil"), InlineData("")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        await using var town = await Town.Start();
        Assert.Equal("/", (await town.Open().SignIn("reader", DemoPeople.Password, back)).Location);
    }

    [Fact]
    public async Task A_sign_in_without_the_pages_token_is_refused()
    {
        await using var town = await Town.Start();
        var answer = await town.Open().Post("/sign-in", ("name", "reader"), ("password", DemoPeople.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_dismissed_person_is_out_at_the_next_click(On on)
    {
        await using var town = await Town.Start(on);
        var browser = await town.SignIn("qidong-leader");
        Assert.Empty(await town.The<PeopleRegister>().Disable(new PersonId("qidong-leader"), "administrator"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SignIn("qidong-leader", DemoPeople.Password)).Status);
    }

    [Fact]
    public async Task A_browser_left_alone_for_half_a_day_is_signed_out_and_a_used_one_is_not()
    {
        await using var town = await Town.Start();
        var (used, left) = (await town.SignIn("reader"), await town.SignIn("reader"));
        for (var i = 0; i < 2; i++)
        {
            town.Clock.Advance(TimeSpan.FromHours(7));
            Assert.Equal(HttpStatusCode.OK, (await used.Get("/account")).Status);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await left.Get("/account")).Status);
    }

    [Fact]
    public async Task Signing_out_is_a_form_and_leaves_nothing_behind()
    {
        await using var town = await Town.Start();
        var browser = await town.SignIn("reader");
        var page = await browser.Get("/account");
        Assert.Equal("/sign-in", (await browser.Submit(page, "/sign-out")).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/account")).Status);
    }
}
