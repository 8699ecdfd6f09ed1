using System.Text;
using Duban.Domain.Documents;
using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Lists that come as text, as XML of 2003, or as a web page under the name .xls.</summary>
public sealed class TextFileTests
{
    private const string List = "序号,责任单位,问题描述,整改时限\n1,衡东县,\"护栏缺失,\n长约\"\"20\"\"米\",3月底\n2,衡山县,通道堵塞,2021/4/15\n";

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("GB18030", ',')]
    [InlineData("utf-16", '\t')]
    [InlineData("utf-16BE", ';')]
    [InlineData("GB18030", '\t')]
    public void A_text_file_is_read_in_its_own_encoding_and_separator(string encoding, char separator)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Encoding.GetEncoding(encoding);
        var draft = Hengyang.Read([.. text.GetPreamble(), .. text.GetBytes(List.Replace(",", $"{separator}", StringComparison.Ordinal))], "台账.csv");
        Assert.Equal(2, draft.Ready.Count());
        Assert.Equal($"护栏缺失{separator}\n长约\"20\"米", draft.Rows[0][LedgerField.Description]);
        Assert.Equal(3, draft.Rows[1].Row);
        Assert.Equal(new DateOnly(2021, 4, 15), draft.Rows[1].Deadline.Value);
    }

    [Fact]
    public void A_quote_that_never_closes_is_named_by_its_cell() => Assert.Contains(
        Hengyang.Read(Encoding.UTF8.GetBytes(List + "3,衡东县,\"甲,3月底\n4,衡东县,乙,3月底\n"), "a.csv").Problems, p => p is { Sheet: "a", Cell: "C4", Code: "sheet.quote_open" });

    [Fact]
    public void English_headings_are_known()
    {
        var draft = Hengyang.Read(Encoding.UTF8.GetBytes("case_enquiry_id,open_dt,target_dt,case_status,case_title,reason,department,location,latitude,longitude,source\n101,2011-07-01 01:32:33,2011-07-15 01:32:32,Closed,Street Light Out,Street Lights,衡东县,\"Groveland St\",27.05,112.95,Self Service\n"), "cases.csv");
        Assert.Equal("Number FoundOn Deadline Status Description Sector Unit Site Latitude Longitude Source",
            string.Join(' ', draft.Sheets[0].Header!.Mapping.Columns.Select(c => c.Field)));
        var row = Assert.Single(draft.Ready);
        Assert.Equal((new DateOnly(2011, 7, 15), NamedProgress.Done, 112.95m), (row.Deadline.Value, row.Progress!.Value, row.Point!.Value.Longitude));
    }

    [Fact]
    public void Spreadsheet_xml_under_the_name_xls_is_read()
    {
        const string xml = """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="台账"><Table>
            <Row><Cell ss:MergeAcross="3"><Data ss:Type="String">隐患台账</Data></Cell></Row>
            <Row><Cell><Data ss:Type="String">序号</Data></Cell>
                    <Cell><Data ss:Type="String">责任单位</Data></Cell>
                    <Cell><Data ss:Type="String">问题描述</Data></Cell>
                    <Cell><Data ss:Type="String">整改时限</Data></Cell></Row>
            <Row><Cell><Data ss:Type="Number">1</Data></Cell>
                    <Cell ss:MergeDown="1"><Data ss:Type="String">衡东县</Data><Comment><ss:Data>请核实</ss:Data></Comment></Cell>
                    <Cell><Data ss:Type="String">甲</Data></Cell>
                    <Cell><Data ss:Type="DateTime">2021-03-31T00:00:00.000</Data></Cell></Row>
            <Row><Cell><Data ss:Type="Number">2</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">乙</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>
            </Table></Worksheet></Workbook>
            """;
        var draft = Hengyang.Read(Encoding.UTF8.GetBytes(xml), "导出.xls");
        Assert.Equal(["衡东县", "衡东县"], draft.Ready.Select(r => r.Unit!.Name));
        Assert.Equal(new DateOnly(2021, 3, 31), draft.Rows[0].Deadline.Value);
        Assert.Contains(draft.Problems, p => p is { Cell: "D4", Code: "import.cell_error" });
    }

    [Fact]
    public void A_web_page_under_the_name_xls_is_read()
    {
        const string page = """
            <html><head><meta charset="gb2312"><style>td{x:y}</style></head><body><table border=1><tr><th>序号</th><th>责任单位</th><th>问题&nbsp;描述</th><th>整改时限</th></tr>
            <tr><td>1<td rowspan=2>衡东县</td><td>甲<br>乙 &lt;5米</td><td>3月底</td></tr><tr><td>2</td><td>丙</td><td>4月底</td></tr></table></body></html>
            """;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var draft = Hengyang.Read(Encoding.GetEncoding("GB18030").GetBytes(page), "导出.xls");
        Assert.Equal(["衡东县", "衡东县"], draft.Ready.Select(r => r.Unit!.Name));
        Assert.Equal("甲\n乙 <5米", draft.Rows[0][LedgerField.Description]);
        Assert.Equal(new DateOnly(2021, 4, 30), draft.Rows[1].Deadline.Value);
    }

    [Fact]
    public void Text_that_is_written_as_a_formula_to_stay_text_is_text()
    {
        var draft = Hengyang.Read(System.Text.Encoding.UTF8.GetBytes("序号,责任单位,问题描述,整改时限\r\n=\"001\",=\"珠晖区\",=\"电线私拉\",\"=\"\"2021-04-01\"\"\"\r\n"), "台账.csv");
        Assert.Equal(["珠晖区 电线私拉 2021-04-01"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]} {r.Deadline.Value:yyyy-MM-dd}"));
    }

    [Fact]
    public void The_headings_say_what_parts_the_columns()
    {
        var commas = string.Concat(Enumerable.Range(1, 30).Select(i => $"{i},衡东县,问题{i}：护栏，路灯，井盖，标线，边沟，挡墙，缺失,3月底\n"));
        Assert.Equal(30, Hengyang.Read(Encoding.UTF8.GetBytes("序号,责任单位,问题描述,整改时限\n" + commas), "台账.csv").Ready.Count());
        var semicolons = string.Concat(Enumerable.Range(1, 30).Select(i => $"{i};衡东县;护栏,路灯,井盖,标线,边沟缺失;3月底\n"));
        Assert.Equal(30, Hengyang.Read(Encoding.UTF8.GetBytes("序号;责任单位;问题描述;整改时限\n" + semicolons), "台账.csv").Ready.Count());
    }

    [Fact]
    public void A_list_in_big5_is_told_by_its_headings()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var draft = Hengyang.Read(Encoding.GetEncoding("Big5").GetBytes("序號,責任單位,問題描述,整改時限\n1,衡東縣,護欄缺失,3月31日\n"), "清冊.csv");
        Assert.Equal(["衡东县 護欄缺失 2021-03-31"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]} {r.Deadline.Value:yyyy-MM-dd}"));
    }

    [Fact]
    public void A_line_in_another_encoding_costs_that_line_alone()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var draft = Hengyang.Read([.. Encoding.UTF8.GetBytes(List), .. Encoding.GetEncoding("GB18030").GetBytes("3,珠晖区,标线模糊,4月1日\n")], "台账.csv");
        Assert.Equal(["衡东县", "衡山县"], draft.Ready.Select(r => r.Unit!.Name));
        Assert.Contains(draft.Problems, p => p is { Code: "import.unit_unknown", Cell: "B4", Severity: Severity.Error });
    }

    [Fact]
    public void A_table_inside_one_that_lays_out_the_page_is_the_list()
    {
        const string page = "<html><body><table><tr><td>导出结果</td></tr><tr><td><table><tr><td>序号</td><td>责任单位</td><td>问题描述</td></tr>"
            + "<tr><td>1</td><td>衡东县</td><td>甲</td></tr></table></td></tr></table></body></html>";
        Assert.Equal(["衡东县 甲"], Hengyang.Read(Encoding.UTF8.GetBytes(page), "导出.xls").Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]}"));
    }

    [Fact]
    public void Signs_inside_cells_over_several_lines_do_not_part_the_columns()
    {
        var text = "序号;责任单位;问题描述\n1;珠晖区;\"护栏\n| 缺失 | 破损 |\n| 五米 |\"\n2;\"衡东县\";\"甲 | 乙\n| 丙\"\n";
        Assert.Equal(["珠晖区", "衡东县"], Hengyang.Read(Encoding.UTF8.GetBytes(text), "台账.csv").Ready.Select(r => r.Unit?.Name));
        text = "责任单位|问题描述\n\"珠晖区\"|\"护栏;路灯;井盖\"\n";
        Assert.Equal(["护栏;路灯;井盖"], Hengyang.Read(Encoding.UTF8.GetBytes(text), "台账.csv").Ready.Select(r => r[LedgerField.Description]));
    }
}
