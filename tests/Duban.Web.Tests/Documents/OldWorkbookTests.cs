using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Workbooks of old Excels (.xls).</summary>
public sealed class OldWorkbookTests
{
    internal static byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "Files", name));

    [Fact]
    public void The_hand_over_list_saved_as_xls_reads_like_the_new_one()
    {
        var (old, now) = (Hengyang.Read(File("hand-over-114.xls"), "hand-over-114.xls"), Hengyang.Read(Hengyang.Demo("hazard-ledger-114.xlsx")));
        Assert.Null(old.Failure);
        Assert.Equal(now.Rows.Select(r => r.Fingerprint), old.Rows.Select(r => r.Fingerprint));
        Assert.Equal(now.Rows.Select(r => r.Deadline), old.Rows.Select(r => r.Deadline));
        Assert.Equal(Told(now), Told(old));
        static IEnumerable<string> Told(LedgerDraft draft) => draft.Problems.Where(p => p.Severity != Severity.Note).Select(p => p.Cell + p.Code);
    }

    [Fact]
    public void A_workbook_whose_structure_alone_is_locked_is_open_to_read_and_one_with_a_password_is_not()
    {
        var locked = File("structure-locked.xls");
        Assert.Equal(60, Hengyang.Read(locked, "structure-locked.xls").Ready.Count());
        // The password's own check stands behind the name of the cipher.
        locked[locked.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x2F, 0x00, 0x36, 0x00]) + 30] ^= 0xFF;
        Assert.Equal("file.encrypted", Hengyang.Read(locked, "structure-locked.xls").Failure?.Code);
    }

    [Fact]
    public void Formulas_that_nothing_ever_calculated_are_told_and_one_that_came_to_no_text_is_blank()
    {
        var draft = Hengyang.Read(File("uncalculated.xls"), "uncalculated.xls");
        Assert.Equal(["D2", "D3"], draft.Problems.Where(p => p.Code == "import.formula_without_value").Select(p => p.Cell));
        Assert.Equal((3, 0), (draft.Ready.Count(), draft.DeadlinesUnderstood));
    }

    [Fact]
    public void An_old_workbook_counts_from_1904_hides_sheets_and_names_its_errors()
    {
        var draft = Hengyang.Read(File("epoch-1904.xls"), "epoch-1904.xls");
        Assert.Equal([new(2021, 3, 31), new(2021, 3, 31), new DateOnly(2021, 4, 30)], draft.Rows.Select(r => r.Deadline.Value));
        Assert.Contains(draft.Problems, p => p is { Cell: "E4", Code: "import.cell_error", Original: "#REF!" });
    }
}
