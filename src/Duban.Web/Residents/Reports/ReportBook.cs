using System.Data.Common;
using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Cases.Files;
using Duban.Web.Cases.Pages;
using Duban.Web.Residents.Codes;

namespace Duban.Web.Residents.Reports;

/// <summary>What residents reported, outside the ledger: found by the number that only they hold, or by the lead it began.</summary>
public sealed class ReportBook(EventStore store, ResidentWords words, ResidentKey key, City city)
{
    private static readonly Statement Add = new(
        """
        insert into resident_reports (jurisdiction, case_id, hash, unit_id, place, longitude, latitude, datum)
        values (@jurisdiction, @case, @hash, @unit, @place, @longitude, @latitude, @datum)
        """, "jurisdiction", "case", "hash", "unit", "place", "longitude", "latitude", "datum");

    private static readonly Statement AddPhoto = new(
        "insert into report_photos (jurisdiction, case_id, position, taken_on, content) values (@jurisdiction, @case, @position, @taken, @content)",
        "jurisdiction", "case", "position", "taken", "content");

    /// <summary>The rows of a report, written with the lead it begins.</summary>
    public IEnumerable<RowWrite> Rows(CaseId lead, ReportNumber number, Reported said, IReadOnlyList<SmallPhoto> photos, DateTimeOffset at)
    {
        // Without a position of the reporter's own the camera's counts.
        var noted = photos.FirstOrDefault(p => p.Facts is { Longitude: not null, Latitude: not null })?.Facts;
        var place = said.Place.Longitude is null && noted is not null ? new Place(said.Place.Text, noted.Longitude, noted.Latitude, "WGS-84") : said.Place;
        yield return words.Report(lead, said.Words, said.Contact, at);
        yield return new RowWrite(Add, city.Code, lead.Value, key.Hash(number), said.Unit!.Id.Value, place.Text, (double?)place.Longitude, (double?)place.Latitude, place.Datum);
        foreach (var (i, photo) in photos.Index()) yield return new RowWrite(AddPhoto, city.Code, lead.Value, i + 1, photo.Facts.TakenOn, photo.Jpeg);
    }

    /// <summary>The lead a number began, or null: never given out, or erased.</summary>
    public async Task<CaseId?> Find(ReportNumber number)
    {
        await using var db = await store.Connect();
        return await db.ExecuteScalarAsync<string?>("select case_id from resident_reports where jurisdiction = @Code and hash = @hash", new { city.Code, hash = key.Hash(number) }) is { } id ? new CaseId(id) : null;
    }

    /// <summary>What was reported as a lead, or null.</summary>
    public async Task<ReporterSaid?> Of(CaseId lead)
    {
        if ((await words.Of(lead)).FirstOrDefault(s => s.Kind == ResidentWords.KindReport) is not { } said) return null;
        await using var db = await store.Connect();
        var row = await db.QuerySingleOrDefaultAsync<Row>("select unit_id, place, longitude, latitude, datum from resident_reports where jurisdiction = @Code and case_id = @Value", new { city.Code, lead.Value });
        var photos = await db.QueryAsync<int>("select position from report_photos where jurisdiction = @Code and case_id = @Value order by position", new { city.Code, lead.Value });
        return new(said.Words, said.SaidAt)
        {
            ErasedAt = said.ErasedAt,
            Contact = said.Contact,
            Unit = row is null ? null : new UnitId(row.Unit_id),
            Place = row is null ? null : new Place(row.Place, Degrees(row.Longitude), Degrees(row.Latitude), row.Datum),
            Photos = [.. photos],
        };
    }

    /// <summary>One of a report's photos, JPEG; null when there is none.</summary>
    public async Task<byte[]?> Photo(CaseId lead, int position)
    {
        await using var db = await store.Connect();
        return await db.ExecuteScalarAsync<byte[]?>("select content from report_photos where jurisdiction = @Code and case_id = @Value and position = @position", new { city.Code, lead.Value, position });
    }

    /// <summary>Erases what was reported: place, position, photos, and the number with them.</summary>
    internal static async Task Erase(DbConnection db, DbTransaction tx, string jurisdiction, CaseId lead)
    {
        await db.ExecuteAsync("delete from report_photos where jurisdiction = @jurisdiction and case_id = @Value", new { jurisdiction, lead.Value }, tx);
        await db.ExecuteAsync("delete from resident_reports where jurisdiction = @jurisdiction and case_id = @Value", new { jurisdiction, lead.Value }, tx);
    }

    private static decimal? Degrees(double? degrees) => degrees is { } given ? Math.Round((decimal)given, 6) : null;

    private sealed class Row
    {
        public string Unit_id { get; init; } = "";
        public string Place { get; init; } = "";
        public double? Longitude { get; init; }
        public double? Latitude { get; init; }
        public string? Datum { get; init; }
    }
}
