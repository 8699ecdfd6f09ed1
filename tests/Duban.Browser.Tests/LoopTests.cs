using Microsoft.Playwright;
using SkiaSharp;

namespace Duban.Browser.Tests;

/// <summary>A case once round the loop, by five people at five screens, none of whose browsers runs a script.</summary>
public sealed class LoopTests(Hengyang city)
{
    [Fact]
    public async Task A_case_is_signed_for_refused_proved_verified_struck_off_and_comes_back_for_a_second_round()
    {
        await using var clerk = await city.SignIn("city-clerk");
        await using var liaison = await city.SignIn("hengdong-liaison");
        await using var verifier = await city.SignIn("hengdong-verifier");
        var id = await Registered(clerk);
        await clerk.Do(id, "hand-over");
        await Says(clerk, "待签收");

        await liaison.Do(id, "sign");
        await liaison.Open($"/cases/{id}/apply");
        await liaison.Fill(("statement", "护栏已修复，自查合格。"));
        await liaison.Press("form#act");
        await Assertions.Expect(liaison.Page.Locator(".du-errors li")).Not.ToHaveCountAsync(0);
        Assert.Equal("护栏已修复，自查合格。", await liaison.Page.Locator("[name=statement]").InputValueAsync());

        await liaison.Open($"/cases/{id}/evidence");
        await liaison.Fill(("kind", "after"), ("point", "护栏"));
        await liaison.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "after.jpg", MimeType = "image/jpeg", Buffer = Photo() });
        await liaison.Press("form#act");
        await Assertions.Expect(liaison.Page.Locator("#evidence img")).ToHaveCountAsync(1);
        await liaison.Do(id, "apply", ("statement", "护栏已修复，自查合格。"));

        await verifier.Do(id, "verify", ("passed", "yes"), ("findings", "护栏牢固，与照片一致。"), ("opinion", "同意销号"));
        await clerk.Do(id, "strike-off", ("opinion", "资料齐全，予以销号。"));
        await Says(clerk, "已销号");

        await verifier.Do(id, "look-back", ("holds", "no"), ("findings", "护栏再次损坏。"), ("opinion", "反弹，重新整改"), ("newDue", "2021-06-30"));
        await clerk.Open($"/cases/{id}");
        await Says(clerk, "整改中");
        await Says(clerk, "第 2 轮");
        Assert.Empty(clerk.Complaints);
        Assert.Empty(verifier.Complaints);
    }

    private static async Task<string> Registered(Visitor clerk)
    {
        await clerk.Open("/cases/new");
        await clerk.Fill(
            ("campaign", "AQ"), ("title", "洣水大桥护栏缺损"), ("description", "桥面东侧护栏缺失三米，夜间无警示。"), ("place", "衡东县城关镇洣水大桥"),
            ("source", "市领导现场督导"), ("level", "general"), ("proposedUnit", "430424"), ("proposedDue", "2021-03-31"));
        await clerk.Press("form#act");
        return clerk.Path.Split('/')[^1];
    }

    private static Task Says(Visitor visitor, string chip) => Assertions.Expect(visitor.Page.Locator(".du-chips")).ToContainTextAsync(chip);

    internal static byte[] Photo()
    {
        using var surface = SKSurface.Create(new SKImageInfo(640, 480));
        surface.Canvas.Clear(new SKColor(0x6f, 0xa8, 0xc8));
        using var image = surface.Snapshot();
        return image.Encode(SKEncodedImageFormat.Jpeg, 85).ToArray();
    }
}
