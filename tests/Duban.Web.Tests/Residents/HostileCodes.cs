using System.Net;
using Duban.Web.Residents.Codes;

namespace Duban.Web.Tests.Residents;

/// <summary>Codes under attack.</summary>
public sealed class HostileCodes
{
    [Fact]
    public void A_code_is_read_as_people_type_it_and_a_slip_of_the_finger_is_found()
    {
        for (var i = 0; i < 200; i++)
        {
            var code = Code.New();
            Assert.Equal(code, Code.Read($" {code.Shown.ToLowerInvariant().Replace(' ', '-')} "));
            Assert.Equal(code, Code.Read(string.Concat(code.Value.Select(c => (char)(c + 0xFEE0)))));
            for (var at = 0; at < 9; at++)
            {
                var wrong = code.Value.ToCharArray();
                wrong[at] = wrong[at] == 'A' ? 'B' : 'A';
                Assert.Null(Code.Read(new(wrong)));
                if (at == 8 || code.Value[at] == code.Value[at + 1]) continue;
                var swapped = code.Value.ToCharArray();
                (swapped[at], swapped[at + 1]) = (swapped[at + 1], swapped[at]);
                Assert.Null(Code.Read(new(swapped)));
            }
        }
        Assert.Equal(2000, Enumerable.Range(0, 2000).Select(_ => Code.New()).Distinct().Count());
    }

    [Theory, InlineData(null), InlineData(""), InlineData("' or 1=1 --"), InlineData("\0\0\0\0\0\0\0\0\0"), InlineData("督督督督督督督督督"), InlineData("00000000000000000000000000000000000000000000000")]
    public void What_is_no_code_is_not_looked_up(string? typed) => Assert.Null(Code.Read(typed));

    [Fact]
    public async Task Guessing_is_slowed_down_and_a_guess_learns_nothing()
    {
        await using var town = await Town.Start();
        var browser = town.Open();
        var page = await browser.Get("/a");
        var wrong = await browser.Submit(page, "/a", ("Code", "hello"));
        var never = await browser.Submit(page, "/a", ("Code", Code.New().Value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(wrong.Page.QuerySelector("main .msg")!.TextContent, never.Page.QuerySelector("main .msg")!.TextContent);
        for (var i = 0; i < 19; i++) await browser.Get($"/a/{Code.New().Value}");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Get($"/a/{Code.New().Value}")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Submit(page, "/a", ("Code", "hello"))).Status);
        Assert.Equal("residents.code_wait", Assert.Single((await Duban.Web.Tests.Cases.Machine.Stranger(town).Post($"/api/answers/{Code.New().Value}", new { answer = "yes" })).Codes));
    }

    [Fact]
    public async Task An_answer_without_the_pages_token_is_not_taken_and_an_unknown_notice_does_not_exist()
    {
        await using var town = await Town.Start();
        var browser = town.Open();
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Post($"/a/{Code.New().Value}", ("Answer", "yes"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/notices/JL-001")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/notices/%27--")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/notices")).Status);
    }
}
