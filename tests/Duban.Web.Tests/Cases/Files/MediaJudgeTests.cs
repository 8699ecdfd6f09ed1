using System.IO.Compression;
using System.Text;
using Duban.Web.Cases.Files;
using Duban.Web.Tests.Documents;

namespace Duban.Web.Tests.Cases.Files;

/// <summary>What an office file handed in as evidence really is.</summary>
public sealed class MediaJudgeTests
{
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Text = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Fact]
    public void A_workbook_is_a_workbook_under_the_usual_name_and_under_another()
    {
        Assert.Equal(Sheet, Of(new Xlsx().Sheet("台账", [["责任单位"]]).Bytes()));
        Assert.Equal(Sheet, Of(Xlsx.Zip(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", Leading("/xl/book.xml")), ("xl/book.xml", "<x:workbook xmlns:x=\"a\"/>"))));
    }

    [Theory]
    [InlineData("ppt/presentation.xml", "<presentation/>")]
    [InlineData("word/document2.xml", "<document/>")]
    [InlineData("xl/workbook.bin", "\u0001\u0002")]
    [InlineData("xl/workbook.xml", "")]
    [InlineData("xl/workbook.xml", "<!DOCTYPE workbook [<!ENTITY a \"b\">]><workbook>&a;</workbook>")]
    public void What_only_begins_like_one_is_none(string path, string content) =>
        Assert.Null(Of(Xlsx.Zip(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", Leading(path)), (path, content))));

    [Fact]
    public void A_list_of_parts_that_unpacks_to_no_end_is_not_unpacked() =>
        Assert.Null(Of(Xlsx.Zip(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", Leading("xl/workbook.xml") + new string(' ', 2 << 20)), ("xl/workbook.xml", "<workbook/>"))));

    [Fact]
    public void A_text_document_stays_one_and_a_plain_archive_is_neither()
    {
        Assert.Equal(Text, Of(Xlsx.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>"))));
        Assert.Null(Of(Xlsx.Zip(("readme.txt", "a"))));
    }

    private static string Leading(string target) => $"<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"{target}\"/></Relationships>";

    private static string? Of(byte[] file) => MediaJudge.Of(new MemoryStream(file));
}
