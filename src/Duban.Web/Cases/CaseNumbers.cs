using System.Globalization;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Web.Procedures;

namespace Duban.Web.Cases;

/// <summary>The number of a case as it is typed and said on the telephone: AQ-20, aq020 and ＡＱ—０２０ name one.</summary>
public sealed class CaseNumbers(Campaigns campaigns, City city)
{
    /// <summary>The case that is meant: a campaign's code, or that of leads, and a running number, however they are joined and with or without the noughts
    /// before it; null for what can be no number of a case. Whether there is such a case is not asked.</summary>
    public async Task<CaseId?> Read(string? typed)
    {
        var plain = TypedNumber.Plain(typed).ToUpperInvariant();
        // One code may begin another, so the longest is asked first.
        foreach (var code in (await campaigns.All(city.Code)).Select(c => c.Code).Append(Campaign.Leads).OrderByDescending(c => c.Length))
            if (plain.StartsWith(code, StringComparison.Ordinal)
                && long.TryParse(plain[code.Length..].TrimStart('-'), NumberStyles.None, CultureInfo.InvariantCulture, out var running))
                return CaseId.Numbered(code, running);
        return CaseId.TryParse(plain, null, out var id) ? id : null;
    }
}
