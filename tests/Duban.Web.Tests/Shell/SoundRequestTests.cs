using System.Net;
using System.Text;

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

    [Fact]
    public async Task The_error_page_has_no_address_of_its_own()
    {
        await using var town = await Town.Start();
        foreach (var address in new[] { "/oops", "/status/500" }) Assert.Equal(HttpStatusCode.NotFound, (await town.Open().Get(address)).Status);
    }
}
