using System.Text;
using Duban.Ledger;

namespace Duban.Web.Tests.Ledger;

public sealed class AppendTests
{
    [Fact]
    public async Task What_is_written_is_read_back()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("duban").FullName, "l.db");
        await using var store = await EventStore.Open(path);
        await store.Migrate([], TestContext.Current.CancellationToken);
        var at = new DateTimeOffset(2021, 3, 15, 8, 30, 0, TimeSpan.FromHours(8));
        var entry = new Entry("430400", new("p1", null, at), [new("case/1", 0, [new("registered", 1, Encoding.UTF8.GetBytes("{\"a\":\"衡阳\"}"))])]);
        Assert.Equal([1L], Assert.IsType<Receipt.Written>(await store.Append(entry)).Versions);
        Assert.Equal(new Receipt.Conflict("case/1", 0, 1), await store.Append(entry));
        var e = Assert.Single(await store.Read("430400", "case/1"));
        Assert.Equal(at, e.At);
        Assert.Equal("{\"a\":\"衡阳\"}", Encoding.UTF8.GetString(e.Payload.Span));
    }
}
