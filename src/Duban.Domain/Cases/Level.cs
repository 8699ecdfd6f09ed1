namespace Duban.Domain.Cases;

/// <summary>The level of a hazard (domain facts §6).</summary>
public enum Level
{
    /// <summary>一般: fixable at once.</summary>
    General,
    /// <summary>重大: work stops, it takes time, or it is beyond the unit.</summary>
    Major,
}
