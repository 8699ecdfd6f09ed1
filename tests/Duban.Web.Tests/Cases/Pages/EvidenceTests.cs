using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Duban.Domain.Cases;
using Duban.Web.Cases;
using Duban.Web.People;
using Microsoft.AspNetCore.TestHost;

namespace Duban.Web.Tests.Cases.Pages;

/// <summary>Photos and documents: judged by what they are, kept by their fingerprint, shown only with their case.</summary>
public sealed class EvidenceTests
{
    [Fact]
    public async Task A_photo_says_where_and_when_and_both_points_are_compared()
    {
        await using var walk = await (await Walk.Begin()).Rectifying();
        foreach (var (kind, east) in new[] { ("before", 1200u), ("after", 1222u) })
            Assert.Equal(HttpStatusCode.Redirect, (await walk.SendFiles("hengdong-liaison", "evidence", "files", [($"{kind}.jpg", Photos.Noted(east, kind == "after"))], ("kind", kind), ("point", "出水口"), ("takenOn", ""))).Status);
        var c = await Case(walk);
        Assert.All(c.Evidence, e => Assert.Equal(new DateOnly(2021, 3, 12), e.TakenOn));
        Assert.Equal(27.083m, Math.Round(c.Evidence[0].Latitude!.Value, 4));
        var page = await walk.See("hengdong-liaison");
        Assert.Contains("相距 6 米", page.Page.QuerySelector("#evidence")!.TextContent, StringComparison.Ordinal);
        var thumb = page.Page.QuerySelectorAll("#evidence img").Select(i => i.GetAttribute("src")!).ToList();
        Assert.Equal(2, thumb.Count);
        Assert.All(thumb, t => Assert.EndsWith("/thumb", t, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await walk.See("hengdong-liaison", thumb[0])).Status);
    }

    [Fact]
    public async Task A_file_comes_back_as_it_was_sent_shut_in_and_only_with_its_case()
    {
        await using var walk = await (await Walk.Begin()).Rectifying();
        var photo = Photos.Jpeg();
        await walk.SendFiles("hengdong-liaison", "evidence", "files", [("整改前 1.jpg", photo)], ("kind", "before"), ("point", "出水口"));
        var address = $"/cases/{walk.Id}/files/{(await Case(walk)).Evidence[0].Sha256}";
        using var answer = await Answer(walk, "hengdong-liaison", address);
        Assert.Equal(photo, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Contains("filename*=UTF-8''", answer.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await walk.See("qidong-liaison", address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await walk.See("hengdong-liaison", $"files/{new string('b', 64)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await walk.See("hengdong-liaison", "files/..%2f..%2fduban.db")).Status);
    }

    [Fact]
    public async Task A_photo_that_is_not_a_photo_is_refused_by_name_and_nothing_is_filed()
    {
        await using var walk = await (await Walk.Begin()).Rectifying();
        var refused = await walk.SendFiles("hengdong-liaison", "evidence", "files",
        [
            ("真.jpg", Photos.Jpeg()), ("假.jpg", [0xFF, 0xD8, 0xFF, .. Encoding.UTF8.GetBytes(new string('x', 500))]), ("网页.jpg", "<html><script>1</script>"u8.ToArray()),
            ("半张.jpg", Photos.Jpeg()[..2000]), ("空.jpg", []),
        ], ("kind", "after"), ("point", "出水口"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var said = refused.Page.QuerySelector(".du-errors")!.TextContent;
        foreach (var words in new[] { "“假.jpg”不是照片", "“网页.jpg”不是可以收的照片或文件", "“半张.jpg”不是照片", "“空.jpg”是空文件" }) Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("真.jpg", said, StringComparison.Ordinal);
        Assert.Equal("出水口", refused.Page.QuerySelector("input[name=point]")!.GetAttribute("value"));
        var document = await walk.SendFiles("hengdong-liaison", "evidence", "files", [("报告.pdf", "%PDF-1.7 "u8.ToArray())], ("kind", "after"), ("point", "出水口"));
        Assert.Contains("“报告.pdf”不是照片", document.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await Case(walk)).Evidence);
    }

    [Fact]
    public async Task What_is_too_large_or_too_many_is_named_and_what_is_cut_off_leaves_nothing()
    {
        await using var walk = await (await Walk.Begin()).Rectifying();
        var large = await walk.SendFiles("hengdong-liaison", "evidence", "files", [("大.jpg", [.. Photos.Jpeg(), .. new byte[12 << 20]])], ("kind", "before"), ("point", "出水口"));
        Assert.Contains("“大.jpg”超过 12 MB", large.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        var many = await walk.SendFiles("hengdong-liaison", "evidence", "files", Enumerable.Range(0, 21).Select(i => ($"{i}.jpg", Photos.Jpeg())), ("kind", "before"), ("point", "出水口"));
        Assert.Contains("一次最多 20 个文件", many.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);

        using var cut = new ByteArrayContent(Encoding.UTF8.GetBytes("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.jpg\"\r\n\r\nhalf a pho"));
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        Assert.Equal(HttpStatusCode.BadRequest, (await (await walk.As("hengdong-liaison")).Send(new(HttpMethod.Post, $"/cases/{walk.Id}/evidence") { Content = cut })).Status);
        using var machine = walk.Town.App.GetTestClient();
        machine.DefaultRequestHeaders.Authorization = new("Bearer", await walk.Town.Token("hengdong-liaison", TokenScope.Write));
        foreach (var boundary in new[] { "; boundary=b", "" })
        {
            using var broken = new ByteArrayContent(await cut.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data" + boundary);
            using var told = await machine.PostAsync($"/api/cases/{walk.Id}/evidence", broken, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, told.StatusCode);
        }
        Assert.Empty((await Case(walk)).Evidence);
    }

    [Fact]
    public async Task A_machine_files_evidence_and_fetches_it_and_photos_go_with_a_verification()
    {
        await using var walk = await (await Walk.Begin()).Rectifying();
        using var machine = walk.Town.App.GetTestClient();
        machine.DefaultRequestHeaders.Authorization = new("Bearer", await walk.Town.Token("hengdong-liaison", TokenScope.Write));
        using var body = new MultipartFormDataContent { { new StringContent("before"), "kind" }, { new StringContent("出水口"), "point" }, { new ByteArrayContent(Photos.Jpeg()), "files", "a.jpg" } };
        using var filed = await machine.PostAsync($"/api/cases/{walk.Id}/evidence", body, TestContext.Current.CancellationToken);
        Assert.True(filed.IsSuccessStatusCode, await filed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var sha = (await Case(walk)).Evidence[0].Sha256;
        Assert.Equal(Photos.Jpeg(), await machine.GetByteArrayAsync($"/api/cases/{walk.Id}/files/{sha}", TestContext.Current.CancellationToken));

        await walk.Do("hengdong-liaison", "progress", ("text", "完成"), ("percent.M1", "100"), ("percent.M2", "100"));
        await walk.SendFiles("hengdong-liaison", "evidence", "files", [("b.jpg", Photos.Jpeg(clear: true))], ("kind", "after"), ("point", "出水口"));
        await walk.Do("hengdong-liaison", "apply", ("statement", "完成"));
        var onSpot = Photos.Jpeg(clear: true, width: 400);
        Assert.Equal(HttpStatusCode.Redirect, (await walk.SendFiles("hengdong-verifier", "verify", "photos", [("现场.jpg", onSpot)], ("passed", "yes"), ("findings", "清"), ("opinion", "同意"))).Status);
        var fingerprint = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(onSpot));
        using var seen = await Answer(walk, "city-clerk", $"/cases/{walk.Id}/files/{fingerprint}");
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
    }

    private static async Task<Case> Case(Walk walk) => (await walk.Town.The<CaseLedger>().Load("430400", new CaseId(walk.Id)))!;

    private static async Task<HttpResponseMessage> Answer(Walk walk, string user, string address)
    {
        var client = walk.Town.App.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await walk.Town.Token(user, TokenScope.Read));
        return await client.GetAsync("/api" + address, TestContext.Current.CancellationToken);
    }
}
