namespace Duban.Dispatch.Matching;

/// <summary>Seekers, posts and the arcs between them that pass the hard filters: the input of both ways of matching.</summary>
public sealed class Market
{
    private readonly int[] first;
    private readonly int[] post;
    private readonly float[] fit;
    private readonly float[] wish;

    /// <summary>
    /// Takes the arcs in rows: seeker s has the arcs <paramref name="first"/>[s] to <paramref name="first"/>[s + 1]. A fit is above 0 and says
    /// how well a post suits in the office's eyes; a wish says how much the seeker wants it (null = as much as it suits).
    /// </summary>
    public Market(int[] quotas, int[] first, int[] post, float[] fit, float[]? wish = null)
    {
        if (first.Length == 0 || first[^1] != post.Length || post.Length != fit.Length || (wish is not null && wish.Length != fit.Length))
            throw new ArgumentException("The rows do not fit the arcs.", nameof(first));
        if (post.Any(p => p < 0 || p >= quotas.Length)) throw new ArgumentException("An arc leads to a post that does not exist.", nameof(post));
        if (fit.Any(f => !(f > 0) || !float.IsFinite(f))) throw new ArgumentException("A fit is a finite number above 0.", nameof(fit));
        if (quotas.Any(q => q < 0)) throw new ArgumentException("A quota is negative.", nameof(quotas));
        (Quotas, this.first, this.post, this.fit, this.wish) = (quotas, first, post, fit, wish ?? fit);
    }

    /// <summary>The number of seekers.</summary>
    public int Seekers => first.Length - 1;

    /// <summary>The seats of each post.</summary>
    public IReadOnlyList<int> Quotas { get; }

    /// <summary>Each seeker's priority class, 0 before 1 before 2; null = all alike.</summary>
    public int[]? Class { get; init; }

    /// <summary>The post each seeker has already and may keep, -1 = none; null = nobody is placed.</summary>
    public int[]? Placed { get; init; }

    /// <summary>Seats kept for a priority class as long as it asks for them.</summary>
    public IReadOnlyList<Reserve> Reserves { get; init; } = [];

    internal ReadOnlySpan<int> PostsOf(int seeker) => post.AsSpan(first[seeker], first[seeker + 1] - first[seeker]);

    internal ReadOnlySpan<float> FitsOf(int seeker) => fit.AsSpan(first[seeker], first[seeker + 1] - first[seeker]);

    internal ReadOnlySpan<float> WishesOf(int seeker) => wish.AsSpan(first[seeker], first[seeker + 1] - first[seeker]);

    internal int ClassOf(int seeker) => Class?[seeker] ?? 0;

    internal bool Keeps(int seeker, int at) => Placed is not null && Placed[seeker] == at;

    /// <summary>The fit of a seeker at a post; 0 if no arc joins them.</summary>
    public float Fit(int seeker, int at)
    {
        var index = PostsOf(seeker).IndexOf(at);
        return index < 0 ? 0 : FitsOf(seeker)[index];
    }

    /// <summary>How much a seeker wants a post; negative infinity if no arc joins them.</summary>
    public float Wish(int seeker, int at)
    {
        var index = PostsOf(seeker).IndexOf(at);
        return index < 0 ? float.NegativeInfinity : WishesOf(seeker)[index];
    }

    /// <summary>True if the post ranks the first seeker before the second: the one placed there, then the class, then the fit, then the earlier number.</summary>
    internal bool Prefers(int at, int one, float fitOne, int other, float fitOther)
    {
        var (keepsOne, keepsOther) = (Keeps(one, at), Keeps(other, at));
        if (keepsOne != keepsOther) return keepsOne;
        var (classOne, classOther) = (ClassOf(one), ClassOf(other));
        if (classOne != classOther) return classOne < classOther;
        return fitOne != fitOther ? fitOne > fitOther : one < other;
    }
}

/// <summary>Seats of a post kept for a priority class.</summary>
/// <param name="Post">The post's index.</param>
/// <param name="Class">The priority class.</param>
/// <param name="Seats">How many seats.</param>
public readonly record struct Reserve(int Post, int Class, int Seats);
