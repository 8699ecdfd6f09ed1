using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Duban.Domain.People;

namespace Duban.Domain.Tests.People;

public sealed class PersonEventTests
{
    private static readonly PersonId Liaison = new("hengdong-liaison");

    /// <summary>Frozen: what was once written is read for ever.</summary>
    public static TheoryData<string, string> Samples => new()
    {
        { "person_entered", """{"post":"hengdong-liaison.1","unit":"430424","role":"liaison","since":"2021-03-01"}""" },
        { "post_given", """{"post":"hengdong-liaison.2","unit":"430424-yjj","role":"verifier","since":"2021-03-02"}""" },
        { "post_ended", """{"post":"hengdong-liaison.1","until":"2021-03-09"}""" },
        { "shut_out", "{}" },
        { "let_in", "{}" },
        { "password_set", """{"oneTime":true}""" },
        { "token_made", """{"token":"0195","name":"大屏“甲”","post":"hengdong-liaison.1","writes":false,"expiresAt":"2021-06-01T00:00:00+00:00","hash":"00ff"}""" },
        { "token_revoked", """{"token":"0195"}""" },
    };

    [Theory, MemberData(nameof(Samples))]
    public void An_old_fact_of_the_register_is_read_for_ever_and_nothing_of_it_is_lost(string name, string json)
    {
        var fact = PersonEventJson.Read(name, Encoding.UTF8.GetBytes(json));
        var (written, version, payload) = PersonEventJson.Write(fact);
        Assert.Equal((name, 1), (written, version));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(payload)), $"{json} became {Encoding.UTF8.GetString(payload)}");
    }

    [Fact]
    public void Every_event_of_the_register_has_a_stored_name_and_a_frozen_sample()
    {
        var family = typeof(PersonEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(PersonEvent))).ToHashSet();
        Assert.Equal(family, [.. PersonEventJson.Names.Select(n => n.Type)]);
        Assert.Equal(PersonEventJson.Names.Select(n => n.Name), Samples.Select(s => s.Data.Item1));
    }

    [Fact]
    public void A_name_nobody_knows_and_a_payload_that_lacks_something_are_damage()
    {
        Assert.Throws<JsonException>(() => PersonEventJson.Read("crowned", "{}"u8));
        Assert.Throws<JsonException>(() => PersonEventJson.Read("post_ended", """{"post":"hengdong-liaison.1"}"""u8));
        Assert.Throws<JsonException>(() => PersonEventJson.Read("post_given", """{"post":"a.1","unit":"430424","role":"emperor","since":"2021-03-02"}"""u8));
    }

    [Fact]
    public void The_record_says_who_holds_what_and_through_which_tokens()
    {
        var record = Samples.Aggregate(new PersonRecord(Liaison), (r, sample) => r.After(PersonEventJson.Read(sample.Data.Item1, Encoding.UTF8.GetBytes(sample.Data.Item2))));
        Assert.False(record.IsShutOut);
        Assert.Equal([new DateOnly(2021, 3, 9), null], record.Posts.Values.Select(p => p.Until));
        Assert.Equal([Role.Liaison, Role.Verifier], record.Posts.Values.Select(p => p.Role));
        Assert.Equal(("大屏“甲”", false, true), (record.Tokens["0195"].Made!.Name, record.Tokens["0195"].Made!.Writes, record.Tokens["0195"].Revoked));
    }
}
