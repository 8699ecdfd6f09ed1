using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Duban.Web.Tests.Shell;

/// <summary>Characters that no database can keep are stopped at the door, on both databases alike.</summary>
public sealed class SoundRequestTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_nul_in_a_query_or_a_form_is_a_bad_request_and_harms_nobody_after_it(On on)
    {
        await using var town = await Town.Start(on);
        var clerk = await town.SignIn("city-clerk");
        for (var i = 0; i < 3; i++)
        {
            foreach (var address in new[] { "/cases?campaign=%00", "/slips?campaign=AQ%00", "/cases?text=a%00b", "/api/cases?text=%00" })
                Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Get(address)).Status);
            foreach (var address in new[] { "/cases?campaign=AQ", "/slips?campaign=AQ" })
                Assert.Equal(HttpStatusCode.OK, (await clerk.Get(address)).Status);
        }
        var page = await clerk.Get("/import");
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.Page.QuerySelectorAll("form[action='/import'] input[type=hidden]")) form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        form.Add(new StringContent("A\0Q"), "campaign");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("编号\n1")), "file", "a.csv");
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Send(new(HttpMethod.Post, "/import") { Content = form })).Status);
    }

    [Theory, InlineData("/sign-in"), InlineData("/report"), InlineData("/a"), InlineData("/lookup")]
    public async Task A_form_in_an_encoding_that_is_not_read_here_is_no_fault_of_ours(string address)
    {
        await using var town = await Town.Start();
        using var whole = new ByteArrayContent("a=b"u8.ToArray());
        whole.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=utf-7");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await town.Open().Send(new(HttpMethod.Post, address) { Content = whole })).Status);
        using var parts = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"Words\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\na\r\n--b--\r\n"u8.ToArray());
        parts.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        Assert.InRange((int)(await town.Open().Send(new(HttpMethod.Post, address) { Content = parts })).Status, 400, 499);
    }

    [Fact]
    public async Task A_form_without_its_token_or_with_nobodys_is_refused_and_leaves_no_line_in_the_log()
    {
        using var log = new Traces();
        // The test server knows no limit of a body's size, and says so.
        await using var town = await Town.Start(adjust: builder => builder.Logging.AddProvider(log).AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Error));
        foreach (var address in new[] { "/sign-in", "/report", "/lookup" })
        {
            foreach (var token in new (string, string)[][] { [], [("__RequestVerificationToken", "")], [("__RequestVerificationToken", "CfDJ8none")] })
            {
                var visitor = town.Open();
                Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post(address, token)).Status);
                // With the cookie of a page, too; and with a cookie that is none.
                await visitor.Get(address);
                Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post(address, token)).Status);
            }
            using var forged = new HttpRequestMessage(HttpMethod.Get, address);
            forged.Headers.Add("Cookie", "duban-token=CfDJ8none");
            Assert.Equal(HttpStatusCode.OK, (await town.Open().Send(forged)).Status);
        }
        Assert.Empty(log.Complaints);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_is_no_character_finds_nothing_and_breaks_nothing(On on)
    {
        await using var town = await Town.Start(on);
        var clerk = await town.SignIn("city-clerk");
        foreach (var address in new[] { "/cases?text=%EF%BF%BE", "/slips?number=%EF%BF%BF", "/cases?text=a%EF%BF%BEb" })
            Assert.Equal(HttpStatusCode.OK, (await clerk.Get(address)).Status);
        var machine = await Cases.Machine.Of(town, "city-clerk");
        foreach (var address in new[] { "/api/cases?text=%EF%BF%BE", "/api/slips?number=%EF%BF%BE" }) Assert.Equal(HttpStatusCode.OK, (await machine.Get(address)).Status);
        Assert.Equal("甲乙1", Domain.PlainText.Of("甲\uFFFE乙\uD800１"));
    }

    [Fact]
    public async Task The_error_page_has_no_address_of_its_own()
    {
        await using var town = await Town.Start();
        foreach (var address in new[] { "/oops", "/status/500" }) Assert.Equal(HttpStatusCode.NotFound, (await town.Open().Get(address)).Status);
    }
}
