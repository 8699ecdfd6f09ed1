using System.Text.Json;
using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

public sealed class ColumnMappingTests
{
    private static readonly byte[] File = new Xlsx().Sheet("台账",
        [["序号", "责任单位", "问题描述", "整改时限", "完成时限", "神秘列"], [1, "衡东县", "甲", "3月底", "4月底", "x"]]).Bytes();

    [Fact]
    public void Two_columns_for_one_field_are_doubtful_and_the_clerk_decides()
    {
        var draft = Hengyang.Read(File);
        Assert.Equal(["D1", "E1"], draft.Problems.Where(p => p.Code == "import.column_doubtful").Select(p => p.Cell));
        Assert.Equal(["完成时限", "神秘列"], draft.Rows[0].Other.Select(o => o.Key));

        var corrected = draft.Sheets[0].Header!.Mapping.With(4, LedgerField.Deadline);
        var again = Hengyang.Read(File, options: Hengyang.Options with { Mappings = [corrected] });
        Assert.Equal(new DateOnly(2021, 4, 30), again.Rows[0].Deadline.Value);
        Assert.DoesNotContain(again.Problems, p => p.Code == "import.column_doubtful" && p.Cell == "E1");
    }

    [Fact]
    public void A_mapping_is_saved_as_json_and_found_again_by_its_signature()
    {
        var mapping = Hengyang.Read(File).Sheets[0].Header!.Mapping;
        var restored = JsonSerializer.Deserialize<ColumnMapping>(JsonSerializer.Serialize(mapping))!;
        Assert.Equal(mapping.Columns, restored.Columns);
        Assert.Equal(mapping.Signature, Hengyang.Read(new Xlsx().Sheet("别的",
            [["标题"], ["序 号", "责任\n单位", "问题描述", "整改时限", "完成时限", "神秘列"], [1, "衡东县", "乙", null, null, null]]).Bytes()).Sheets[0].Header!.Mapping.Signature);
    }

    [Theory]
    [InlineData("整改责任单位（人）", LedgerField.Unit)]
    [InlineData("存在的主要问题和隐患", LedgerField.Description)]
    [InlineData("隐患整改完成时限", LedgerField.Deadline)]
    [InlineData("*隐患等级（一般/重大）", LedgerField.Level)]
    [InlineData("企业（单位）名称", LedgerField.Site)]
    [InlineData("投入资金（万元）", LedgerField.Funds)]
    [InlineData("隐患数（处）", LedgerField.Other)]
    [InlineData("整改率", LedgerField.Other)]
    public void A_heading_is_known_by_the_words_in_it(string heading, LedgerField field)
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [["序号", heading, "反馈问题详述", "完成限期"], [1, "x", "甲", "3月底"]]).Bytes());
        var others = draft.Sheets[0].Header?.Mapping.Columns[1].Field;
        Assert.Equal(field, others);
    }
}
