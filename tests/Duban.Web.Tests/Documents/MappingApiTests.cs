using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Duban.Web.Tests.Cases;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Documents;

/// <summary>A program that knows its own list's columns better than their headings say.</summary>
public sealed class MappingApiTests
{
    private const string Csv = "编号,隐患描述,责任单位,杂项\n1,消防通道堵塞,衡东县,2021-03-31\n2,电线老化,石鼓区,2021-04-30\n";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_mapping_is_told_by_a_dry_run_corrected_kept_used_and_forgotten(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        var clerk = await Machine.Of(walk.Town, "city-clerk");
        var looked = await Look(clerk);
        Assert.Equal("0", looked["deadlinesUnderstood"]);
        var sheet = looked.Body.GetProperty("sheets")[0];
        var address = $"/api/imports/mappings/{sheet.GetProperty("signature").GetString()}";
        var columns = sheet.GetProperty("columns").EnumerateArray().Select(c => new { column = Text(c, "column"), heading = Text(c, "heading"), field = Text(c, "column") == "D" ? "Deadline" : Text(c, "field") }).ToList();
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Get(address)).Status);

        var kept = await clerk.Send(HttpMethod.Put, address, JsonContent.Create(new { columns }), once: "k1");
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.Equal(kept.Text, (await clerk.Get(address)).Text);
        Assert.Equal($"[{kept.Text}]", (await clerk.Get("/api/imports/mappings")).Text);
        Assert.Equal("2", (await Look(clerk))["deadlinesUnderstood"]);

        Assert.Equal(kept.Text, (await clerk.Send(HttpMethod.Delete, address)).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Send(HttpMethod.Delete, address)).Status);
        Assert.Equal("0", (await Look(clerk))["deadlinesUnderstood"]);
    }

    [Fact]
    public async Task A_mapping_of_another_layout_or_with_two_columns_of_a_kind_is_refused_and_a_unit_keeps_none()
    {
        await using var walk = await Walk.Begin();
        var clerk = await Machine.Of(walk.Town, "city-clerk");
        const string address = "/api/imports/mappings/0123456789abcdef";
        (await Put(clerk, [new { column = "A", heading = "编号", field = "Number" }])).IsRefusedFor("import.mapping_layout");
        (await Put(clerk, [new { column = "A", heading = "编号", field = "Unit" }, new { column = "B", heading = "单位", field = "Unit" }])).IsRefusedFor("import.field_twice");
        (await Put(clerk, [new { column = "A", heading = "编号", field = "Nothing" }, new { column = "??", heading = "单位", field = "Unit" }])).IsRefusedFor("field.no_choice", "field.no_choice");
        (await Put(clerk, [])).IsRefusedFor("field.required");
        var unit = await Machine.Of(walk.Town, "hengdong-liaison");
        foreach (var told in new[] { await unit.Get("/api/imports/mappings"), await unit.Get(address), await unit.Send(HttpMethod.Delete, address), await Put(unit, []) })
            Assert.Equal(HttpStatusCode.Forbidden, told.Status);

        static Task<Told> Put(Machine machine, object[] columns) => machine.Send(HttpMethod.Put, address, JsonContent.Create(new { columns }));
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;

    private static async Task<Told> Look(Machine machine)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("JL"), "campaign" }, { new StringContent("true"), "dryRun" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(Csv)), "file", "list.csv" },
        };
        return await machine.Send(HttpMethod.Post, "/api/imports", form);
    }
}
