namespace Duban.Dispatch.Routing.Search;

/// <summary>The order in which jobs are put back: by chance, large, far, near, narrow, early or late first, drawn by weight.</summary>
internal sealed class Queue
{
    private readonly double[][] keys;
    private readonly int[] weights;
    private readonly int total;
    private readonly double[] key;

    public Queue(Model model)
    {
        key = new double[model.Jobs];
        double Away(int job) => Math.Max(model.Distance(0, model.First(job)), model.Distance(0, model.Last(job)));
        double Window(int node) => model.Close[node] - model.Open[node];
        double Width(int job) => Math.Min(Window(model.First(job)), Window(model.Last(job)));
        double[] Keys(Func<int, double> rule) => [.. Enumerable.Range(0, model.Jobs).Select(rule)];
        keys = [[], Keys(j => -model.Load[j]), Keys(j => -Away(j)), Keys(Away)];
        weights = [4, 4, 2, 1];
        if (model.Timed)
        {
            keys = [.. keys, Keys(Width), Keys(j => model.Open[model.First(j)]), Keys(j => -model.Close[model.Last(j)])];
            weights = [4, 4, 2, 1, 2, 2, 2];
        }
        total = weights.Sum();
    }

    public void Sort(Span<int> jobs, Rng rng)
    {
        var draw = rng.Below(total);
        var rule = 0;
        while (draw >= weights[rule]) draw -= weights[rule++];
        for (var i = jobs.Length - 1; i > 0; i--)
        {
            var j = rng.Below(i + 1);
            (jobs[i], jobs[j]) = (jobs[j], jobs[i]);
        }
        if (rule == 0) return;
        var values = keys[rule];
        if (jobs.Length > 64)
        {
            for (var i = 0; i < jobs.Length; i++) key[i] = values[jobs[i]];
            key.AsSpan(0, jobs.Length).Sort(jobs);
            return;
        }
        for (var i = 1; i < jobs.Length; i++)
        {
            var (job, value) = (jobs[i], values[jobs[i]]);
            var j = i - 1;
            for (; j >= 0 && values[jobs[j]] > value; j--) jobs[j + 1] = jobs[j];
            jobs[j + 1] = job;
        }
    }
}
