namespace Duban.Domain.Cases;

/// <summary>What a case is about, as registered.</summary>
/// <param name="Title">Short: the site or the problem in a few words, at most 200 characters.</param>
/// <param name="Description">The problem in full, at most 10,000 characters.</param>
/// <param name="Place">Where.</param>
/// <param name="Sector">Field of work (行业领域), e.g. 非煤矿山; empty when not given.</param>
/// <param name="Source">Where it came from (来源), e.g. 市领导现场督导.</param>
public sealed record Matter(string Title, string Description, Place Place, string Sector, string Source)
{
    /// <summary>Goal of the rectification (整改目标), when given.</summary>
    public string? Goal { get; init; }

    /// <summary>Measures as the list gave them (整改措施); a plan replaces them.</summary>
    public string? Measures { get; init; }

    /// <summary>Responsible person's post as the list gave it (责任人).</summary>
    public string? Responsible { get; init; }

    /// <summary>The unit the list names, before it is handed over.</summary>
    public People.UnitId? ProposedUnit { get; init; }

    /// <summary>The deadline the list names, before it is handed over.</summary>
    public DateOnly? ProposedDue { get; init; }

    /// <summary>The deadline in the list's own words when it is no date, e.g. 立行立改.</summary>
    public string? DueWords { get; init; }

    /// <summary>The cell the day or those words stand in, e.g. K37; null where it is not known.</summary>
    public string? DueCell { get; init; }

    /// <summary>Everything else the list said, by column heading; nothing is lost.</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();

    /// <summary>File, sheet and row it was imported from, or null.</summary>
    public string? Origin { get; init; }
}

/// <summary>An inspection on the spot.</summary>
/// <param name="On">The day.</param>
/// <param name="Findings">What was seen.</param>
/// <param name="Opinion">The conclusion.</param>
/// <param name="Evidence">Fingerprints of the files filed with it.</param>
public sealed record SiteRecord(DateOnly On, string Findings, string Opinion, IReadOnlyList<string> Evidence);

/// <summary>A resident's answer to: is it really fixed?</summary>
public enum Answer
{
    /// <summary>解决了.</summary>
    Yes,
    /// <summary>解决了一部分.</summary>
    Partly,
    /// <summary>没有解决.</summary>
    No,
}

/// <summary>The seven columns of a strike-off notice (domain facts §8) that are not in the case already.</summary>
/// <param name="Completion">What was done (整改完成情况), with readings before and after.</param>
/// <param name="Opinion">Acceptance and strike-off opinion (验收销号意见).</param>
/// <param name="Channel">Where to object (意见反馈渠道).</param>
public sealed record NoticeText(string Completion, string Opinion, string Channel);
