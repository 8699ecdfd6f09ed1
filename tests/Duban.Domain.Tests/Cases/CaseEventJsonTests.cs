using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Duban.Domain.Cases;
using Duban.Domain.People;

namespace Duban.Domain.Tests.Cases;

public sealed class CaseEventJsonTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Cases", "Samples");
    private static readonly Actor[] Signers = [Town.Clerk, Town.Liaison, Town.Verifier, Town.Acceptor, Town.Villager];

    /// <summary>File names: the stored name, and after a dot what is special about the sample.</summary>
    public static TheoryData<string> Samples => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Samples))]
    public void An_old_fact_is_read_for_ever_and_nothing_of_it_is_lost(string sample)
    {
        var json = File.ReadAllText(Path.Combine(Folder, sample + ".json"));
        var name = sample.Split('.')[0];
        var (fact, by) = CaseEventJson.Read(name, Encoding.UTF8.GetBytes(json), new("p"));
        var (written, version, payload) = CaseEventJson.Write(fact, by);
        Assert.Equal((name, CaseEventJson.Names.Single(n => n.Name == name).Version), (written, version));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(payload)), $"{json} became {Encoding.UTF8.GetString(payload)}");
    }

    [Fact]
    public void Every_event_has_a_stored_name_and_a_frozen_sample()
    {
        var family = typeof(CaseEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(CaseEvent))).ToHashSet();
        Assert.Equal(family, [.. CaseEventJson.Names.Select(n => n.Type)]);
        Assert.Equal(family.Count, CaseEventJson.Names.Select(n => n.Name).Distinct().Count());
        Assert.Equal(CaseEventJson.Names.Select(n => n.Name).Order(StringComparer.Ordinal), Samples.Select(s => s.Data.Split('.')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_nobody_knows_and_a_payload_of_another_shape_are_damage()
    {
        var payload = """{"post":{"role":"clerk","unit":"430400/430400-dbs/","kind":"office"},"fact":{}}""";
        Assert.Throws<JsonException>(() => Read("teleported", payload));
        Assert.Throws<JsonException>(() => Read("signed_for", """{"fact":{}}"""));
        Assert.Throws<JsonException>(() => Read("signed_for", """{"post":{"role":"clerk","unit":"430400/","kind":"office"}}"""));
        Assert.Throws<JsonException>(() => Read("signed_for", payload.Replace("clerk", "emperor", StringComparison.Ordinal)));
        Assert.Throws<JsonException>(() => Read("graded", payload.Replace("{}", """{"level":"harmless"}""", StringComparison.Ordinal)));
        Assert.ThrowsAny<JsonException>(() => Read("signed_for", payload[..^3]));
    }

    [Fact]
    public void Chinese_is_stored_as_it_is_written()
    {
        var (_, _, payload) = CaseEventJson.Write(new CaseEvent.Chased("请尽快签收“急”"), Town.Clerk);
        Assert.Contains("请尽快签收“急”", Encoding.UTF8.GetString(payload), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_was_written_reads_back_the_same() =>
        Gen.Select(AnyEvent.Gen, Gen.Int[0, Signers.Length - 1].Select(i => Signers[i])).Sample((fact, by) =>
        {
            var (name, _, payload) = CaseEventJson.Write(fact, by);
            var (again, signer) = CaseEventJson.Read(name, payload, by.Person);
            var (_, _, rewritten) = CaseEventJson.Write(again, signer);
            return again.GetType() == fact.GetType() && signer.Person == by.Person && (signer.Role, signer.Unit, signer.UnitKind) == (by.Role, by.Unit, by.UnitKind)
                && payload.AsSpan().SequenceEqual(rewritten);
        }, iter: 3000);

    private static (CaseEvent, Actor) Read(string name, string payload) => CaseEventJson.Read(name, Encoding.UTF8.GetBytes(payload), new("p"));
}
