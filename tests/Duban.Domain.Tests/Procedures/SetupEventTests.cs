using System.Text;
using System.Text.Json;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Procedures;

public sealed class SetupEventTests
{
    /// <summary>Frozen: what was once written is read for ever, and is written so again to the letter, for verify holds text against text.</summary>
    public static TheoryData<string, string> Samples => new()
    {
        { "setup_changed", """{"body":"{\"id\":\"430424\",\"name\":\"衡东县\"}"}""" },
    };

    [Theory, MemberData(nameof(Samples))]
    public void An_old_fact_of_setup_is_read_for_ever_and_nothing_of_it_is_lost(string name, string json)
    {
        var (written, version, payload) = SetupEventJson.Write(SetupEventJson.Read(name, Encoding.UTF8.GetBytes(json)));
        Assert.Equal((name, 1, json), (written, version, Encoding.UTF8.GetString(payload)));
    }

    [Fact]
    public void Every_event_of_setup_has_a_stored_name_and_a_frozen_sample()
    {
        var family = typeof(SetupEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(SetupEvent))).ToHashSet();
        Assert.Equal(family, [.. SetupEventJson.Names.Select(n => n.Type)]);
        Assert.Equal(SetupEventJson.Names.Select(n => n.Name), Samples.Select(s => s.Data.Item1));
    }

    [Fact]
    public void A_name_nobody_knows_and_a_payload_without_its_body_are_damage()
    {
        Assert.Throws<JsonException>(() => SetupEventJson.Read("setup_dropped", "{}"u8));
        Assert.Throws<JsonException>(() => SetupEventJson.Read("setup_changed", "{}"u8));
    }
}
