using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Web.Cases;
using Duban.Web.Cases.HandOvers;
using Duban.Web.Documents.Import;
using Duban.Web.Procedures;

namespace Duban.Web.Demo;

/// <summary>2 March 2021: 114 hazards handed over to 16 units in one meeting, and what became of them until the 15th.</summary>
internal sealed class DemoHazards(DemoTown town, ScriptClock clock, CaseImport import, HandOverDesk desk, Campaigns campaigns, City city)
{
    /// <summary>Tells it.</summary>
    public async Task Tell()
    {
        clock.At(2021, 3, 2, 9);
        var campaign = (await campaigns.Find(city.Code, "AQ"))!;
        var clerk = town["safety-clerk"];
        var draft = await import.Read(DemoFile.Source("hazard-ledger-114.xlsx"));
        await import.Import(draft, campaign, clerk);

        clock.At(2021, 3, 2, 10, 30);
        var waiting = await desk.Waiting(clerk, "AQ");
        // 2021.2.30 is no day: the meeting gave that case the end of March.
        var march = new CommonDay(new(2021, 3, 31), null);
        var batch = waiting.Select(l => march.For(new Allotment(new CaseId(l.Case), new UnitId(l.Unit!), l.ProposedDue, DaysToSettle.OwnReason(l)))).ToList();
        if (await desk.HandOver(clerk, "AQ", batch, "市安委会集中交办会", "市安委办督查科") is not BatchAnswer.Done)
            throw new InvalidOperationException("the meeting could not hand over its list");

        var rows = draft.Ready.Zip(waiting.OrderBy(w => w.Case, StringComparer.Ordinal)).ToList();
        for (var i = 0; i < rows.Count; i++) await Follow(new CaseId(rows[i].Second.Case), town.Units.Find(new UnitId(rows[i].Second.Unit!))!, rows[i].First, i);
    }

    // Every thirty-seventh case is still unsigned; one was returned and went elsewhere; the rest follow what the list says of their progress.
    private async Task Follow(CaseId id, Unit unit, DraftRow row, int i)
    {
        if (i % 37 == 36) return;
        var liaison = town.Of(Role.Liaison, unit.Path)!;
        clock.At(2021, 3, 3, 9, i % 60);
        if (i == 23) (unit, liaison) = await Returned(id, liaison);
        await town.Do(liaison, id, new SignFor());
        var progress = row[LedgerField.Progress];
        if (progress is not null && progress != "未启动")
        {
            clock.At(2021, 3, 5 + i % 5, 15, i % 60);
            await town.Do(liaison, id, new ReportProgress(progress, new Dictionary<string, int>()));
        }
        if (progress != "已完成整改") return;
        clock.At(2021, 3, 10 + i % 3, 10, i % 60);
        await town.Photograph(liaison, id, EvidenceKind.After, "现场", 1000 + i);
        await town.Do(liaison, id, new ApplyForStrikeOff("隐患已消除，现场复核无误，申请销号。"));
        if (Verifier(unit) is not { } verifier || i % 3 == 0) return;
        clock.At(2021, 3, 13, 14, i % 60);
        if (i % 11 == 5)
        {
            await town.Do(verifier, id, new VerifyForCounty(false, new SiteRecord(new(2021, 3, 13), "现场仍有隐患，整改不到位。", "不通过，限期重新整改", [])));
            return;
        }
        await town.Do(verifier, id, new VerifyForCounty(true, new SiteRecord(new(2021, 3, 13), "现场核查，隐患已消除，与照片一致。", "同意销号", [])));
        if (i % 2 == 0) await town.Do("city-clerk", id, new StrikeOff("资料齐全，予以销号。"));
    }

    private async Task<(Unit, Actor)> Returned(CaseId id, Actor liaison)
    {
        await town.Do(liaison, id, new AskReturn("点位不在我辖区，属常宁市。"));
        clock.At(2021, 3, 3, 16);
        await town.Do("city-head", id, new DecideReturn(true, "情况属实，改派常宁市。"));
        var unit = town.Units.Find(new UnitId("430482"))!;
        // Taken from the campaign's numbers, so that the next meeting does not issue it again.
        var number = (await campaigns.TakeSlips(city.Code, "AQ", 1))[0];
        var slip = (await campaigns.Find(city.Code, "AQ"))!.SlipNumber(2021, number);
        await town.Do("safety-clerk", id, new HandOver(unit, slip, new(2021, 3, 31), "改派", "市安委办督查科", LaterWhy: "退单改派，整改时间从改派之日算起"));
        return (unit, town.Of(Role.Liaison, unit.Path)!);
    }

    private Actor? Verifier(Unit unit) => town.Of(Role.Verifier, new UnitPath($"{unit.Path}{unit.Id}-yjj/"));
}
