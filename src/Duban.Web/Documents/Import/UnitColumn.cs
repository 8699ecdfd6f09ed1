using Duban.Domain.Documents;
using Duban.Domain.People;

namespace Duban.Web.Documents.Import;

/// <summary>
/// Finds every row's unit when the whole sheet is known: a list that names a unit once per group is filled downwards, a
/// single blank in a full column is a slip. A row without a unit is kept back, never guessed.
/// </summary>
internal sealed class UnitColumn(string sheet, Header header, IReadOnlyList<DraftRow> rows, ImportOptions options, ProblemLog log)
{
    private readonly UnitDirectory units = options.Units;
    private readonly DoerColumn? doer = header.Has(LedgerField.Unit) ? null : DoerColumn.Of(header, rows, options.Units);
    private readonly bool grouped = IsGrouped(rows), unnamed = rows.All(r => r[LedgerField.Unit] is null);
    private readonly Unit? only = OnlyCounty(rows, options.Units);
    private (string Text, Unit? Unit, string Cell)? above;
    private bool carried;

    /// <summary>Gives every row its unit, or keeps it back.</summary>
    internal void Resolve()
    {
        foreach (var row in rows)
        {
            var written = row[LedgerField.Unit];
            // A row that names who helps has forgotten who leads.
            if (written is null && !IsUnder(row) && grouped && row[LedgerField.CoUnit] is null && above is { } group)
            {
                CarryDown(row, group);
                continue;
            }
            if (written is null && IsUnder(row)) OfHeading(row, row.Around!.Value.Text);
            else row.Unit = written is null && doer?.UnitOf(row) is { } said ? OfDoer(row, said) : Judge(row, written);
            if (row.Unit is null) row.Missing |= Missing.Unit;
            above = (row[LedgerField.Unit] ?? "", row.Unit, row.CellOf(LedgerField.Unit));
        }
    }

    private bool IsUnder(DraftRow row) => row.Around is { } around && (unnamed || around.Group);

    private void OfHeading(DraftRow row, string heading)
    {
        row.Unit = units.Find(heading).Value;
        row[LedgerField.Unit] = row.Unit is { } over && options.Corrections.UnitFor(heading) is null ? over.Name : heading;
        if (row.Unit is null) Unknown(row, heading);
    }

    private void CarryDown(DraftRow row, (string Text, Unit? Unit, string Cell) group)
    {
        (row.Unit, row[LedgerField.Unit]) = (group.Unit, group.Text);
        if (row.Unit is null)
        {
            row.Missing |= Missing.Unit;
            Unknown(row, group.Text);
        }
        if (!carried) log.Tell(sheet, row.CellOf(LedgerField.Unit), "import.unit_carried_down", "", group.Text, Severity.Note, group.Cell);
        carried = true;
    }

    private Unit OfDoer(DraftRow row, Unit said)
    {
        log.Tell(sheet, row.CellAt(doer!.Column.Index), "import.unit_from_column", doer.TextOf(row) ?? "", said.Name, Severity.Warning, row.Row, doer.Column.Heading);
        return said;
    }

    private void Unknown(DraftRow row, string text) =>
        log.Tell(sheet, row.CellOf(LedgerField.Unit), "import.unit_unknown", text, units.Find(text).Proposal, Severity.Error, row.Row);

    private Unit? Judge(DraftRow row, string? written)
    {
        var read = units.Find(written);
        if (read is { Known: true, Value.Kind: UnitKind.Bureau } && Titled(row) is { } titled && IsWithin(ClerkText.Dense(written), titled))
        {
            var own = Own(titled, written);
            Tell("import.unit_from_title", own.Name, Severity.Warning);
            return own;
        }
        if (read is { Known: true })
        {
            row.UnitRead = read.Code;
            if (read.Code is { } how && how != "unit.abbreviated")
                Tell(Problem.CodeOf(how), read.Proposal, how == "unit.several" ? Severity.Warning : Severity.Note);
            return read.Value;
        }
        if (OfPlace(row, written, units) is { } county)
        {
            var own = Own(county, written);
            Tell("import.unit_from_place", own.Name, Severity.Note);
            return own;
        }
        if (only is not null && IsRelative(written))
        {
            var own = Own(only, written);
            Tell("import.unit_from_sheet", own.Name, Severity.Warning);
            return own;
        }
        // Where nobody is to be handed the case, the one who does the work may be known.
        if (written is null && units.Find(row[LedgerField.Handler]) is { Known: true } handler)
        {
            Tell("import.unit_from_handler", handler.Value!.Name, Severity.Warning);
            return handler.Value;
        }
        if (written is not null) Tell(Problem.CodeOf(read.Code!), read.Proposal, Severity.Error);
        else Tell("import.unit_missing", header.Has(LedgerField.Unit) && above is { Text.Length: > 0 } last ? last.Text : null, Severity.Error);
        return null;

        void Tell(string code, string? proposal, Severity severity) =>
            log.Tell(sheet, row.CellOf(LedgerField.Unit), code, written ?? "", proposal, severity, row.Row);
    }

    // 县应急管理局 in a list of 衡东县 is 衡东县应急管理局 where the register has it, and the county where it has not.
    private Unit Own(Unit county, string? written) =>
        written is { Length: >= 3 } && units.Find(county.Name + Unprefixed(written)) is { Known: true, Code: null, Value: { Kind: UnitKind.Department } department }
            ? department : county;

    private static string Unprefixed(string written) =>
        ClerkText.Dense(written) is var dense && (IsRelative(written) || written[0] == '市') ? dense[1..] : dense;

    // The county that the sheet or its title is about.
    private Unit? Titled(DraftRow row) =>
        row.Around is { Group: false } around && units.Find(around.Text) is { Known: true, Value: { } about }
        && units.CountyOf(about) is { Kind: UnitKind.County } county ? county : null;

    // 应急局 in 耒阳市问题清单 is that county's, and 市应急局 as well where the county is a city itself.
    private bool IsWithin(string written, Unit county) =>
        written[0] == '市' ? county.Name.EndsWith('市')
        : written[0] != '省' && !(units.Units.FirstOrDefault(u => u.Kind == UnitKind.City) is { } city && written.StartsWith(city.Name.TrimEnd('市'), StringComparison.Ordinal));

    private static bool IsRelative(string? written) => written is { Length: > 0 } && written[0] is ('县' or '区' or '镇' or '乡' or '街');

    // The one county that all rows of a sheet belong to, as far as they name any: its 县生态环境部门 is that county's.
    private static Unit? OnlyCounty(IReadOnlyList<DraftRow> rows, UnitDirectory known)
    {
        Unit? CountyOf(DraftRow r) => known.Find(r[LedgerField.Unit]).Value is { } named ? known.CountyOf(named) : OfPlace(r, r[LedgerField.Unit], known);
        return rows.Select(CountyOf).OfType<Unit>().Distinct().Take(2).ToList() is [var one] ? one : null;
    }

    // 县农业农村部门 beside 杨桥镇香花村 is a department of the county that 杨桥镇 belongs to.
    private static Unit? OfPlace(DraftRow row, string? written, UnitDirectory known)
    {
        if (written is { Length: > 0 } && !IsRelative(written)) return null;
        if (written is not null && row.Around is { } around && known.Find(around.Text) is { Known: true } over && known.CountyOf(over.Value!) is { } own) return own;
        foreach (var text in (string?[])[row[LedgerField.Place], row[LedgerField.Site]])
        {
            if (text is null || text.Length > 60) continue;
            var dense = ClerkText.Dense(text);
            if (dense.Length <= 6 && known.Find(dense) is { Known: true, Code: "unit.abbreviated", Value: { Kind: UnitKind.Township } bare } && known.CountyOf(bare) is { } above) return above;
            for (var length = Math.Min(dense.Length, 12); length >= 3; length--)
                if (dense[length - 1] is '镇' or '乡' or '道' or '县' or '区' or '市' && known.Find(dense[..length]) is { Known: true, Code: null } place
                    && known.CountyOf(place.Value!) is { } county)
                    return county;
        }
        return null;
    }

    // Once per group: the column names a unit only where it changes, and leaves most other rows blank.
    private static bool IsGrouped(IReadOnlyList<DraftRow> rows)
    {
        var (blank, repeated, named) = (0, 0, 0);
        string? last = null;
        foreach (var row in rows)
        {
            var text = row[LedgerField.Unit];
            if (text is null) blank++;
            else
            {
                named++;
                if (last is not null && ClerkText.Dense(last) == ClerkText.Dense(text)) repeated++;
            }
            last = text ?? last;
        }
        return blank > 0 && named > 0 && repeated == 0 && (blank >= named || blank >= 2);
    }
}
