namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// The driver's limits: a wait long enough counts as rest; otherwise a rest is taken on the road when the spell of driving
/// reaches its limit, which lengthens that leg.
/// </summary>
internal sealed class DriverWatch(DriverRules rules)
{
    private double spell, byNight;

    /// <summary>Lengthens the legs by the rests they need: false if none had to grow, null if the limit in all is exceeded.</summary>
    public bool? Stretch(double[] time, double[] drive, int[] node, Model model, int length)
    {
        var (grown, inAll) = (false, 0.0);
        (spell, byNight) = (0, 0);
        for (var k = 1; k < length; k++)
        {
            var wheel = model.Duration(node[k - 1], node[k]);
            inAll += wheel;
            var ready = time[k - 1] + model.Service[node[k - 1]];

            // The first departure is as late as the first stop allows, so no rest is due before it.
            var leave = k == 1 ? Math.Max(ready, time[1] - drive[1]) : ready;
            if (k > 1 && time[k] - drive[k] - ready >= rules.Rest)
            {
                (spell, byNight) = (0, 0);
                leave = time[k] - drive[k];
            }
            var needed = Drive(leave, wheel) - leave;
            if (needed <= drive[k] + 1e-9) continue;
            drive[k] = needed;
            grown = true;
        }
        return inAll > rules.InAll + 1e-9 ? null : grown;
    }

    /// <summary>The arrival after a stretch at the wheel that begins at a time, rests included.</summary>
    private double Drive(double clock, double left)
    {
        while (left > 1e-9)
        {
            var ofDay = clock - Math.Floor(clock / rules.Day) * rules.Day;
            var night = ofDay >= rules.NightBegins || ofDay < rules.NightEnds;
            var border = night
                ? (ofDay >= rules.NightBegins ? rules.Day - ofDay + rules.NightEnds : rules.NightEnds - ofDay)
                : rules.NightBegins - ofDay;
            var may = rules.OnEnd - spell;
            if (night) may = Math.Min(may, rules.OnEndByNight - byNight);
            if (may <= 1e-9)
            {
                clock += rules.Rest;
                (spell, byNight) = (0, 0);
                continue;
            }
            var step = Math.Min(Math.Min(left, may), border);
            clock += step;
            left -= step;
            spell += step;
            if (night) byNight += step;
        }
        return clock;
    }
}
