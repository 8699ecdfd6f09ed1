using System.Text;
using System.Text.Json.Nodes;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Procedures;

public sealed class ProcedureFileTests
{
    [Fact]
    public void Both_shipped_procedures_are_sound_and_survive_writing()
    {
        Assert.Equal(["full", "short"], ProcedureFile.Shipped.Select(p => p.Code));
        foreach (var procedure in ProcedureFile.Shipped)
        {
            Assert.Empty(ProcedureCheck.Of(procedure));
            var again = Read(ProcedureFile.Write(procedure));
            Assert.Empty(again.Reasons);
            Assert.Equal(ProcedureFile.Write(procedure), ProcedureFile.Write(again.Facts[0]));
        }
    }

    [Fact]
    public void A_procedure_hears_everything_that_is_wrong_with_it_at_once()
    {
        var bad = ProcedureFile.Shipped[1] with
        {
            Version = 0,
            Steps = [new(Step.HandOver), new(Step.Register), new(Step.Plan), new(Step.Survey), new(Step.Notice)],
            SelfCheck = new SelfCheckGuards { MeasuresDone = true },
            Survey = new SurveyRule(0, 5, 0.5m, 0),
        };
        Assert.Equal(
            [
                "procedure.answer_days", "procedure.evidence", "procedure.minimum", "procedure.notice_days", "procedure.order", "procedure.plan_and_approval", "procedure.sample",
                "procedure.step_missing", "procedure.step_missing", "procedure.step_missing", "procedure.step_missing", "procedure.step_missing", "procedure.threshold", "procedure.version",
            ],
            ProcedureCheck.Of(bad).Select(r => r.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("register"), InlineData("hand_over"), InlineData("sign"), InlineData("self_check"), InlineData("county_verify"), InlineData("strike_off"), InlineData("look_back")]
    public void No_procedure_leaves_out_a_step_without_which_the_loop_is_open(string step) =>
        Assert.Equal(["procedure.step_missing"], Wrong(1, p => Steps(p).Remove(Steps(p).Single(s => (string)s!["step"]! == step))));

    [Fact]
    public void No_procedure_does_without_a_picture_of_the_state_after() => Assert.Equal(["procedure.evidence"], Wrong(1, p => p["selfCheck"] = new JsonObject()));

    [Theory]
    [InlineData(0.5), InlineData(0), InlineData(1.1)]
    public void Satisfied_means_more_than_half(double threshold) => Assert.Equal(["procedure.threshold"], Wrong(0, p => p["survey"]!["threshold"] = threshold));

    [Fact]
    public void A_survey_has_its_rule_and_a_rule_its_survey()
    {
        Assert.Equal(["procedure.survey"], Wrong(0, p => p.Remove("survey")));
        Assert.Equal(["procedure.survey"], Wrong(1, p => p["survey"] = JsonNode.Parse("""{"sample":5,"minimumAnswers":3,"threshold":0.9,"answerDays":7}""")));
    }

    [Fact]
    public void A_step_is_taken_once_in_order_with_a_clock_that_can_run()
    {
        Assert.Equal(["procedure.order"], Wrong(1, p => Steps(p).Add(JsonNode.Parse("""{"step":"look_back"}"""))));
        Assert.Equal(["procedure.clock"], Wrong(1, p => Steps(p)[1]!["clock"]!["days"] = -1));
        Assert.Equal(["procedure.expected.object"], Wrong(1, p => Steps(p).Add(null)));
    }

    [Theory]
    [InlineData("colour", "\"red\"", "procedure.unknown_member", "colour"), InlineData("steps", "[{\"step\":\"fly\"}]", "procedure.expected.word", "steps[0].step")]
    [InlineData("name", "null", "procedure.expected.object", "name"), InlineData("version", "\"two\"", "procedure.expected.whole", "version")]
    [InlineData("from", "\"2021-02-30\"", "procedure.expected.day", "from"), InlineData("steps", "{}", "procedure.expected.list", "steps")]
    [InlineData("steps", "[{\"step\":\"plan\",\"clock\":10}]", "procedure.expected.object", "steps[0].clock")]
    [InlineData("survey", "{\"sample\":30,\"minimumAnswers\":20,\"threshold\":\"0.9\",\"answerDays\":7}", "procedure.expected.number", "survey.threshold")]
    [InlineData("name", "{\"zh\":\"程序\"}", "procedure.member_missing", "name.en"), InlineData("unverified", "1", "procedure.expected.yes_no", "unverified")]
    [InlineData("unverified", "null", "procedure.expected.yes_no", "unverified"), InlineData("extensionNoticeDays", "null", "procedure.expected.whole", "extensionNoticeDays")]
    public void An_unknown_member_or_value_is_refused_at_its_path_with_what_is_expected(string member, string value, string code, string path)
    {
        var json = JsonNode.Parse(ProcedureFile.Write(ProcedureFile.Shipped[1]))!.AsObject();
        json[member] = JsonNode.Parse(value);
        var reason = Assert.Single(Read(json.ToJsonString()).Reasons);
        Assert.Equal((code, path), (reason.Code, reason.Field));
    }

    [Fact]
    public void A_member_left_out_is_a_reason_at_its_path_or_counts_as_what_stands_for_it()
    {
        var whole = ProcedureFile.Write(ProcedureFile.Shipped[0]);
        foreach (var name in JsonNode.Parse(whole)!.AsObject().Select(m => m.Key))
            foreach (var (json, isNull) in new[] { (JsonNode.Parse(whole)!.AsObject(), true), (JsonNode.Parse(whole)!.AsObject(), false) })
            {
                json.Remove(name);
                if (isNull) json[name] = null;
                var read = Read(json.ToJsonString());
                if (read.Allowed) Assert.True(read.Facts[0] is { SelfCheck: not null, Lights: not null } && ProcedureFile.Write(read.Facts[0]).Length > 0);
                else Assert.All(read.Reasons, r => Assert.StartsWith(name, r.Field, StringComparison.Ordinal));
            }
    }

    [Fact]
    public void A_procedure_of_almost_nothing_hears_of_every_step_and_guard_at_once()
    {
        var reasons = Read("""{"code":"y","version":1,"from":"2021-01-01","name":{"zh":"甲","en":"A"},"source":"无","steps":[]}""").Reasons;
        Assert.Equal([("procedure.evidence", "selfCheck.afterEvidence"), .. ProcedureCheck.Always.Select(_ => ("procedure.step_missing", "steps"))],
            reasons.Select(r => (r.Code, r.Field!)));
        Assert.Equal(["code", "version", "from", "name", "source", "steps"], Read("{}").Reasons.Select(r => r.Field));
    }

    [Fact]
    public void All_faults_of_a_shape_are_told_at_once_and_an_endless_list_of_them_is_cut()
    {
        var json = JsonNode.Parse(ProcedureFile.Write(ProcedureFile.Shipped[0]))!.AsObject();
        (json["version"], json["source"]) = ("two", 7);
        Assert.Equal(["version", "source"], Read(json.ToJsonString()).Reasons.Select(r => r.Field));
        json["steps"] = new JsonArray([.. Enumerable.Range(0, 10_000).Select(_ => JsonNode.Parse("1"))]);
        Assert.InRange(Read(json.ToJsonString()).Reasons.Count, 10, 100);
        Assert.Equal("procedure.json", Assert.Single(Read("{\"code\":\"\\ud800\"}{}").Reasons).Code);
    }

    [Fact]
    public void A_place_is_counted_in_characters() =>
        Assert.Equal([2L, 8L], Assert.Single(Read("{\n \"程序\": oops }").Reasons).Args.Take(2));

    [Fact]
    public void Bad_JSON_is_refused_with_its_line()
    {
        var reason = Assert.Single(Read("{\n  \"code\": \"x\",\n  oops\n}").Reasons);
        Assert.Equal(("procedure.json", 3L), (reason.Code, reason.Args[0]));
        Assert.Equal("procedure.expected.object", Assert.Single(Read("null").Reasons).Code);
        Assert.Equal("procedure.json", Assert.Single(Read("").Reasons).Code);
    }

    private static JsonArray Steps(JsonObject procedure) => procedure["steps"]!.AsArray();

    private static string[] Wrong(int shipped, Action<JsonObject> spoil)
    {
        var json = JsonNode.Parse(ProcedureFile.Write(ProcedureFile.Shipped[shipped]))!.AsObject();
        spoil(json);
        var ruling = Read(json.ToJsonString());
        Assert.Empty(ruling.Facts);
        return [.. ruling.Reasons.Select(r => r.Code)];
    }

    private static Ruling<Procedure> Read(string json) => ProcedureFile.Read(Encoding.UTF8.GetBytes(json));
}
