using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases.Files;
using Duban.Web.Residents.Reports;

namespace Duban.Web.Demo;

/// <summary>Two problems that residents reported without an account; the office has not registered them yet.</summary>
internal sealed class DemoReports(Reporting reporting, DemoTown town, ScriptClock clock)
{
    /// <summary>The numbers they are looked up by: fixed and printed, as the demo's password is.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["R-2345-6789-ABCD", "R-2345-6789-EFGH"];

    public async Task Tell()
    {
        clock.At(2021, 3, 13, 19, 20);
        await Report(0, "甘溪镇", "村口小桥下面的沟里又流黄水，下雨以后更多，菜地边上的泥都发黄了。", "石岗村口小桥往下约 50 米", null, new SmallPhoto(DemoPicture.Draw(false, 901), new(new(2021, 3, 13), 112.9508m, 27.0842m)));
        clock.At(2021, 3, 14, 21, 5);
        await Report(1, "杨桥镇", "拉矿渣的车夜里十点以后还在跑，路面压坏了，灰大得不敢开窗。", "集市到矿区的那条路", "村口小店转告");
    }

    private async Task Report(int i, string township, string words, string place, string? contact, params IReadOnlyList<SmallPhoto> photos)
    {
        var said = new Reported(words, town.Units.Named(township).First(u => u.Kind == UnitKind.Township), new Place(place), contact);
        var answer = await reporting.Begin(ReportNumber.Read(Numbers[i])!, said, photos);
        if (answer is not Cases.CaseAnswer.Done) throw new InvalidOperationException($"the report of {township}: {answer.GetType().Name}");
    }
}
