using System.Xml.Linq;
using Dapper;
using Duban.Ledger;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Duban.Web.People;

/// <summary>Keeps the keys of cookies and form tokens in the database, so that every node opens what another has sealed.</summary>
public sealed class ProtectionKeys(EventStore store, City city) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements() => Read().GetAwaiter().GetResult();

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName) => KeyClaim.Outside(() => store.Write((connection, transaction) => connection.ExecuteAsync(
        """
        INSERT INTO protection_key (jurisdiction, name, xml) VALUES (@Code, @friendlyName, @xml)
        ON CONFLICT (jurisdiction, name) DO UPDATE SET xml = excluded.xml
        """, new { city.Code, friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) }, transaction))).GetAwaiter().GetResult();

    private async Task<List<XElement>> Read()
    {
        await using var connection = await store.Connect();
        return [.. (await connection.QueryAsync<string>("SELECT xml FROM protection_key WHERE jurisdiction = @Code ORDER BY name", new { city.Code })).Select(XElement.Parse)];
    }
}
