using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Files that are broken, hostile or something else: always an answer with a reason, in bounded time and memory.</summary>
public sealed class FileGuardTests
{
    private static readonly byte[] Good = new Xlsx().Sheet("台账", [["序号", "责任单位", "问题描述", "整改时限"], [1, "衡东县", "甲", "3月底"]]).Bytes();

    [Theory]
    [InlineData("", "file.empty")]
    [InlineData(" \r\n ", "file.empty")]
    [InlineData("%PDF-1.7 …", "file.is_pdf")]
    [InlineData("Rar!\u001A\u0007", "file.is_archive")]
    [InlineData("RIFF....WEBPVP8 ", "file.is_picture")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><table></table></html>", "file.is_web_archive")]
    [InlineData("<?xml version=\"1.0\"?><feed><entry/></feed>", "file.is_xml")]
    [InlineData("ID;PWXL;N;E\r\nC;Y1;X1;K\"a\"", "file.not_a_workbook")]
    [InlineData("TABLE\r\n0,1\r\n\"EXCEL\"", "file.not_a_workbook")]
    [InlineData("[{\"序号\":1,\"责任单位\":\"衡东县\"}]", "file.not_a_workbook")]
    [InlineData("<html><body><p>登录超时</p></body></html>", "file.is_html")]
    [InlineData("<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Workbook>&a;</Workbook>", "file.dtd")]
    public void What_is_no_workbook_is_named_for_what_it_is(string content, string code) =>
        Assert.Equal(code, Hengyang.Read(Encoding.UTF8.GetBytes(content)).Failure?.Code);

    [Fact]
    public void A_plain_archive_a_letter_and_an_open_document_are_named()
    {
        Assert.Equal("file.is_archive", Code(("a.txt", "x")));
        Assert.Equal("file.is_word", Code(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>")));
        Assert.Equal("file.is_opendocument", Code(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")));
        Assert.Equal("file.is_word", Code(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")));
        Assert.Equal("file.is_numbers", Code(("Index/Document.iwa", "x"), ("Metadata/Properties.plist", "x")));
        Assert.Equal("file.is_ofd", Code(("OFD.xml", "<OFD/>"), ("Doc_0/Document.xml", "<a/>")));
        Assert.Equal("file.is_binary_workbook", Code(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")));
        static string? Code(params (string, string)[] parts) => Hengyang.Read(Xlsx.Zip(parts)).Failure?.Code;
    }

    [Fact]
    public void An_encrypted_workbook_asks_for_its_password_to_be_taken_off() =>
        Assert.Equal("file.encrypted", Hengyang.Read(CompoundWith("EncryptedPackage")).Failure?.Code);

    [Fact]
    public void An_old_letter_is_named() => Assert.Equal("file.is_word", Hengyang.Read(CompoundWith("WordDocument")).Failure?.Code);

    [Fact]
    public void Zeros_at_the_end_of_a_text_file_are_no_content() =>
        Assert.Single(Hengyang.Read(Encoding.UTF8.GetBytes("序号,责任单位,问题描述,整改时限\n1,衡东县,甲,3月底\n\0\0\0"), "a.csv").Ready);

    [Fact]
    public void A_workbook_saved_as_strict_open_xml_is_the_same_workbook()
    {
        using var stream = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(Good)))
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, true))
            foreach (var part in from.Entries)
            {
                using var reader = new StreamReader(part.Open());
                using var writer = new StreamWriter(to.CreateEntry(part.FullName).Open());
                writer.Write(reader.ReadToEnd().Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
                    .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal));
            }
        Assert.Single(Hengyang.Read(stream.ToArray()).Ready);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_before_it_is_looked_at()
    {
        var small = Hengyang.Options with { Limits = ReadLimits.Usual with { FileBytes = 1000 } };
        Assert.Equal("file.too_large", Hengyang.Read(Good, options: small).Failure?.Code);
    }

    [Fact]
    public void A_zip_bomb_is_refused_by_its_directory()
    {
        var bomb = Bomb();
        Assert.InRange(bomb.Length, 1, 200_000);
        Assert.Equal("file.zip_bomb", Hengyang.Read(bomb).Failure?.Code);
    }

    [Fact]
    public void A_bomb_whose_directory_lies_unpacks_no_further_than_it_says()
    {
        var bomb = Bomb();
        for (var at = 0; at < bomb.Length - 4; at++)
            if (BinaryPrimitives.ReadInt32LittleEndian(bomb.AsSpan(at)) is > 40 << 20 and < (40 << 20) + 1000)
                BinaryPrimitives.WriteInt32LittleEndian(bomb.AsSpan(at), 5000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(Hengyang.Read(bomb).Failure);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 << 20);
    }

    [Fact]
    public void A_part_with_a_document_type_is_refused()
    {
        var file = new Xlsx().Sheet("台账", [["序号"]]).Part("xl/sharedStrings.xml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><sst/>").Bytes();
        Assert.Equal("file.dtd", Hengyang.Read(file).Failure?.Code);
    }

    [Fact]
    public void Macros_and_links_are_left_aside_and_said_so()
    {
        var file = new Xlsx().Sheet("台账", [["序号", "责任单位", "问题描述", "整改时限"], [1, "衡东县", "甲", "3月底"]])
            .Part("xl/vbaProject.bin", "x").Part("xl/externalLinks/externalLink1.xml", "<externalLink/>").Bytes();
        var draft = Hengyang.Read(file, "台账.xlsm");
        Assert.Single(draft.Rows);
        Assert.Equal(["file.macros_ignored", "file.links_ignored"], draft.Problems.Take(2).Select(p => p.Code));
    }

    [Fact]
    public void A_sheet_that_declares_a_million_rows_and_all_columns_ends_where_its_content_ends()
    {
        var rows = string.Concat(Enumerable.Range(3, 300_000).Select(r => $"<row r=\"{r}\"/>"));
        var file = new Xlsx().SheetXml("台账", $"<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\">{Text("A1", "责任单位")}{Text("B1", "问题描述")}{Text("C1", "整改时限")}</row><row r=\"2\">{Text("A2", "衡东县")}{Text("B2", "甲")}{Text("C2", "3月底")}</row>{rows}<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>").Bytes();
        var draft = Hengyang.Read(file);
        Assert.Single(draft.Rows);
        Assert.Contains(draft.Problems, p => p.Code == "sheet.columns_cut");
        static string Text(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
    }

    [Fact]
    public void A_merge_over_the_whole_sheet_costs_nothing()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["责任单位", "问题描述", "整改时限"], ["衡东县", "甲", "3月底"]], ["A3:XFD1048576"]).Bytes());
        Assert.Single(draft.Rows);
    }

    [Fact]
    public void A_workbook_cut_short_anywhere_is_answered()
    {
        for (var length = 0; length < Good.Length; length += 37)
            Assert.NotNull(Hengyang.Read(Good[..length]).Failure);
    }

    [Fact]
    public void Any_bytes_are_answered_never_thrown() => Gen.Byte.Array[0, 400].Sample(bytes => Hengyang.Read(bytes).Sheets.Count >= 0, iter: 500);

    [Theory]
    [InlineData("hand-over-114.xls")]
    [InlineData("epoch-1904.xls")]
    public void A_damaged_old_workbook_is_answered_never_thrown(string name)
    {
        var whole = OldWorkbookTests.File(name);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[1, 600]).Array[1, 6].Sample(
            damage => Hengyang.Read(Damaged(whole, damage), name).Sheets.Count >= 0, iter: 25, threads: 1);
    }

    [Fact]
    public void A_damaged_workbook_is_answered_never_thrown() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte, Gen.Int[1, 20]).Array[1, 4].Sample(
            damage => Hengyang.Read(Damaged(Good, damage)).Sheets.Count >= 0, iter: 400);

    private static byte[] Bomb() =>
        new Xlsx().SheetXml("台账", $"<sheetData>{new string(' ', 40 << 20)}</sheetData>").Bytes(CompressionLevel.Optimal);

    private static byte[] Damaged(byte[] whole, (int At, byte Value, int Length)[] damage)
    {
        var copy = (byte[])whole.Clone();
        foreach (var (at, value, length) in damage) copy.AsSpan(at, Math.Min(length, copy.Length - at)).Fill(value);
        return copy;
    }

    // The smallest compound file: a header, one sector of allocation table, one of directory.
    private static byte[] CompoundWith(string name)
    {
        var file = new byte[512 * 3];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        file[30] = 9;
        file.AsSpan(68, 4).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        file.AsSpan(80, 432).Fill(0xFF);
        file.AsSpan(512, 512).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512), 0xFFFFFFFD);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(516), 0xFFFFFFFE);
        Encoding.Unicode.GetBytes(name, file.AsSpan(1024));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(1024 + 64), (ushort)(name.Length * 2 + 2));
        return file;
    }
}
