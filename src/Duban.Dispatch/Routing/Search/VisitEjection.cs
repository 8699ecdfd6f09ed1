namespace Duban.Dispatch.Routing.Search;

/// <summary>Ejection for single visits: in state 0 the new visit is still to come, in state 1 it has been made. A label's load is the excess that remains.</summary>
internal sealed class VisitEjection(Model model) : Ejection(model)
{
    protected override void Run(int[] amount, int[] weight, int most)
    {
        var (slow, span, open, close, service) = (Model.Slow, Model.Span, Model.Open, Model.Close, Model.Service);
        var (seq, latest, length, visit) = (Tour.Seq, Tour.Latest, Tour.Length, Job + 1);
        var timed = Model.Timed;
        Add(0, new Label { Depart = timed ? Tour.Depart[0] : 0, From = -1, Load = Math.Max(0, Tour.Load + amount[Job] - Model.Coaches.MostSeats) });
        for (var k = 0; k <= length; k++)
            for (var state = 0; state < 2; state++)
                for (var l = First(k, state); l >= 0; l = Labels[l].Next)
                {
                    var label = Labels[l];
                    var a = seq[k];
                    var made = double.PositiveInfinity;
                    if (state == 0)
                    {
                        var start = timed ? Math.Max(open[visit], label.Depart + slow[a * span + visit]) : 0;
                        if (start > close[visit]) continue;
                        made = start + service[visit];
                    }
                    for (var n = k + 1; label.Weight <= Weight; n++)
                    {
                        var b = seq[n];
                        var arrival = timed ? Math.Max(open[b], label.Depart + slow[a * span + b]) : 0;
                        var on = label with { At = n, From = l, Put = 0 };
                        if (state == 1) Reach(arrival, on);
                        else
                        {
                            if (n <= length && arrival <= close[b])
                            {
                                on.Depart = arrival + service[b];
                                Add(0, on);
                            }
                            on.Put = 1;
                            Reach(timed ? Math.Max(open[b], made + slow[visit * span + b]) : 0, on);
                        }
                        if (n > length || label.Ejected == most) break;
                        label.Ejected++;
                        label.Weight += weight[b - 1];
                        label.Load = Math.Max(0, label.Load - amount[b - 1]);
                    }
                }

        void Reach(double arrival, Label on)
        {
            var b = seq[on.At];
            if ((!timed || arrival <= latest[on.At]) && on.Load == 0) Take(on.From, on.At, on.Put, on.Weight);
            else if (on.At <= length && arrival <= close[b])
            {
                on.Depart = arrival + service[b];
                Add(1, on);
            }
        }
    }
}
