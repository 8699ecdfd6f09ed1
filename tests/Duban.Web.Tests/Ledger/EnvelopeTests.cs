using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Duban.Ledger;
using static Duban.Web.Tests.Ledger.Writings;

namespace Duban.Web.Tests.Ledger;

/// <summary>The envelope as docs/decisions/envelope.md tells a stranger to check it, written here once more from that page alone.</summary>
public sealed class EnvelopeTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task A_stranger_can_verify_a_stream_from_the_page_alone()
    {
        await using var store = await database.Open(new() { Clock = new At(Morning), Node = "节点" });
        await store.Append(new Entry(Hengyang, new("p1", null, Morning.AddTicks(10)), [new("case/页", 0, [Fact(), Fact("handed_over", """{"to":"衡东县"}""")])]));
        await store.Append(new Entry(Hengyang, new("p2", "p3", Morning, Guid.CreateVersion7()), [new("case/页", 2, [Fact("signed", "{}")])]));
        var previous = new byte[32];
        foreach (var e in await store.Read(Hengyang, "case/页"))
        {
            previous = Chain(previous,
                e.Jurisdiction, e.Stream, $"{e.Version}", e.Id.ToString(), e.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff") + "Z",
                e.RecordedOn.ToString("yyyy-MM-dd"), e.By, e.OnBehalfOf, e.Node, e.Cause?.ToString(), e.Type, $"{e.TypeVersion}", Encoding.UTF8.GetString(e.Payload.Span));
            Assert.Equal(previous, e.Hash.ToArray());
        }
    }

    [Fact]
    public void The_frozen_example_holds_for_ever() => Assert.Equal(
        "8d7652ea40ae88eb67140e1ee2cc29548d375da1af9608df042813fe07bbd1be",
        Convert.ToHexStringLower(Chain(new byte[32], "430400", "case/1", "1", "01783344-5566-7788-99aa-bbccddeeff00", "2021-03-15T00:30:00.000001Z",
            "2021-03-15", "p1", null, "节点", null, "registered", "1", """{"title":"衡阳"}""")));

    private static byte[] Chain(byte[] previous, params string?[] fields)
    {
        var bytes = new List<byte>([.. previous, 1]);
        foreach (var field in fields)
        {
            var text = field is null ? [] : Encoding.UTF8.GetBytes(field);
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : text.Length);
            bytes.AddRange([.. length, .. text]);
        }
        return SHA256.HashData(bytes.ToArray());
    }
}
