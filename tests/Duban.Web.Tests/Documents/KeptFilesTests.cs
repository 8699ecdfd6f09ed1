using System.Text;
using Duban.Domain.People;
using Duban.Web.Clock;
using Duban.Web.Documents.Import;
using Microsoft.Extensions.Time.Testing;

namespace Duban.Web.Tests.Documents;

/// <summary>A list that was looked at and not yet imported is kept for a day, each clerk's corrections beside it.</summary>
public sealed class KeptFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("duban-").FullName;
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private readonly KeptFiles kept;

    public KeptFilesTests() => kept = new(new Settings(folder, Path.Combine(folder, "duban.db"), new("http://127.0.0.1:0"), null, []), new RealTime(clock));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_list_comes_back_under_its_fingerprint_as_it_was_sent()
    {
        var name = await kept.Keep(List("台账 (1).csv", "编号,隐患描述\n"), Ct);
        var again = await kept.Find(name, Ct);
        Assert.Equal(("台账 (1).csv", "编号,隐患描述\n"), (again!.Name, Encoding.UTF8.GetString(again.Content.Span)));
        Assert.Equal(name, again.Fingerprint);
    }

    [Fact]
    public async Task What_two_clerks_correct_in_one_list_is_each_ones_own()
    {
        var name = await kept.Keep(List("台账.csv", "1"), Ct);
        var (first, second) = (new PersonId("city-clerk"), new PersonId("safety-clerk"));
        await kept.Keep(name, first, new Corrections { Units = { ["东县"] = "430424" }, Skipped = { Corrections.Row(3, "台账") } }, Ct);
        var mine = await kept.CorrectionsOf(name, first, Ct);
        Assert.Equal(("430424", true), (mine.UnitFor("东县"), mine.Skipped.Contains("3!台账")));
        Assert.Empty((await kept.CorrectionsOf(name, second, Ct)).Units);
        await kept.Keep(name, first, Corrections.None, Ct);
        Assert.Empty((await kept.CorrectionsOf(name, first, Ct)).Units);
    }

    [Fact]
    public async Task After_a_day_a_list_goes_when_the_next_one_comes()
    {
        var old = await kept.Keep(List("old.csv", "1"), Ct);
        clock.Advance(TimeSpan.FromHours(23));
        await kept.Keep(List("next.csv", "2"), Ct);
        Assert.NotNull(await kept.Find(old, Ct));
        clock.Advance(TimeSpan.FromHours(2));
        await kept.Keep(List("last.csv", "3"), Ct);
        Assert.Null(await kept.Find(old, Ct));
    }

    [Theory]
    [InlineData(""), InlineData("../duban.db"), InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/..")]
    public async Task No_other_name_opens_anything(string name)
    {
        await kept.Keep(List("台账.csv", "1"), Ct);
        Assert.Null(await kept.Find(name, Ct));
    }

    private static WorkbookSource List(string name, string content) => new(name, Encoding.UTF8.GetBytes(content));
}
