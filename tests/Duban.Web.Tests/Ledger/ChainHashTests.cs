using System.Text;
using Duban.Ledger;
using static Duban.Web.Tests.Ledger.Writings;

namespace Duban.Web.Tests.Ledger;

public abstract class ChainHashTests(Database database)
{
    // GB/T 32905-2016, appendix A; FIPS 180-4 for the other.
    [Theory]
    [InlineData("sm3", "abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("sm3", "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    [InlineData("sha256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void A_hash_is_the_standard_s(string name, string text, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(ChainHash.Named(name).Of(Encoding.ASCII.GetBytes(text))));

    [Theory, InlineData("sm3"), InlineData("sha256")]
    public async Task A_root_can_be_computed_by_whoever_reads_the_decision_on_seals(string name)
    {
        await using var own = await database.Another();
        var (clock, hash) = (new At(Morning), ChainHash.Named(name));
        await using var store = await own.Open(new() { Clock = clock, Hash = hash });
        await store.Append(One("case/1", 0));
        clock.Now = Morning.AddDays(1);
        var seal = Assert.Single(await new DailySeals(store).SealFinishedDays());
        var last = (await store.Read(Hengyang, "case/1"))[0];
        byte[] root = [.. new byte[32], 1, .. Item("430400"), .. Item("2021-03-15"), .. Item("case/1"), .. Item("1"), 0, 0, 0, 32, .. last.Hash.Span, .. Item("1")];
        Assert.Equal(Convert.ToHexStringLower(hash.Of(root)), Convert.ToHexStringLower(seal.Root));

        static byte[] Item(string text) => [0, 0, 0, (byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
    }

    [Fact]
    public void An_unknown_hash_is_refused() => Assert.Throws<InvalidDataException>(() => ChainHash.Named("md5"));

    [Fact]
    public async Task A_city_keeps_the_hash_it_began_with_and_another_in_the_same_ledger_may_have_its_own()
    {
        await using var own = await database.Another();
        var clock = new At(Morning);
        await using (var store = await own.Open(new() { Clock = clock, Hash = ChainHash.Sm3 }))
            await store.Append(One("case/1", 0));
        clock.Now = Morning.AddDays(1);
        await using var later = await own.Open(new() { Clock = clock });
        await later.Append(One("case/1", 1));
        await later.Append(One("case/1", 0, "430500"));
        clock.Now = Morning.AddDays(2);
        Assert.Equal(3, (await new DailySeals(later).SealFinishedDays()).Count);
        Assert.Equal(["sm3", "sha256"], [await later.Ask<string>("select hash from jurisdictions where jurisdiction = '430400'"), await later.Ask<string>("select hash from jurisdictions where jurisdiction = '430500'")]);
        Assert.True((await new Verifier(later).Verify()).Whole);
        await later.Tamper("update events set payload = '{}' where jurisdiction = '430400' and version = 1");
        Assert.Equal(new Breach(Hengyang, "case/1", 1, null, Flaw.Changed), (await new Verifier(later).Verify()).First);
    }
}

public sealed class ChainHashOnSqlite(SqliteDatabase database) : ChainHashTests(database), IClassFixture<SqliteDatabase>;

public sealed class ChainHashOnPostgres(PostgresDatabase database) : ChainHashTests(database), IClassFixture<PostgresDatabase>;
