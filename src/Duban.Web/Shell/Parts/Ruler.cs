using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Duban.Web.Shell.Parts;

/// <summary>A clock's ruler: time gone, pauses hatched, today, due; the second, thin bar is the work done. The same facts stand as text beside it.</summary>
public static class Ruler
{
    /// <summary>The drawing, an SVG; Razor keeps the tag <c>text</c> for itself, so it is written here.</summary>
    /// <param name="face">The clock.</param>
    /// <param name="w">The reader's words.</param>
    /// <param name="id">Unlike any other id on the page.</param>
    public static MarkupString Of(ClockFace face, Words w, string id)
    {
        var r = new RulerDrawing(face, w.Today);
        var svg = new StringBuilder(2_000);
        svg.Append("<svg class=\"ruler\" viewBox=\"0 0 440 52\" role=\"img\" aria-label=\"")
            .Append(Encoded(w["clock.ruler", face.Title, w.ShortDay(face.Start), w.ShortDay(w.Today), w.ShortDay(face.Due)])).Append("\">");
        if (r.Pauses.Count > 0)
            svg.Append($"<defs><pattern id=\"{id}\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0H4V4H0Z\" fill=\"#fff\"/><path d=\"M0 0V4\" stroke=\"#474c54\" stroke-width=\"1.4\"/></pattern></defs>");

        // One path for all ticks of a kind: a fifth of the bytes of a line each.
        Path(svg, "tick", string.Concat(r.Ticks.Where(t => t.Long).Select(t => $"M{N(t.At)} 22V28")));
        Path(svg, "tick rest", string.Concat(r.Ticks.Where(t => !t.Long).Select(t => $"M{N(t.At)} 25V28")));
        Path(svg, "tick", string.Concat(r.Months.Select(m => $"M{N(m.At)} 19V28")));
        foreach (var (at, first) in r.Months.Where(m => m.At < 415))
            Label(svg, null, at + 3, 48, "start", w.Month(first));

        Bar(svg, "left", 1, RulerDrawing.Right - 1, 28, 7);
        Bar(svg, "gone", 1, r.Gone, 28, 7);
        Bar(svg, "late", r.Due, r.Late, 28, 7);
        foreach (var (from, to) in r.Pauses)
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"pause\" x=\"{N(from)}\" y=\"28\" width=\"{N(to - from)}\" height=\"7\" fill=\"url(#{id})\"/>");
        Bar(svg, "prog", 1, r.Done, 36, 3);

        Path(svg, "today", $"M{N(r.Today)} 15V38");
        Label(svg, "todayt", RulerDrawing.Label(r.Today), 11, "middle", w["clock.today_mark", w.ShortDay(w.Today)]);
        Path(svg, "due", $"M{N(r.Due)} 15V{(r.Crowded ? 41 : 38)}");
        // A label that ends at its mark would begin outside the drawing when the mark is near its left edge.
        var (dueAt, anchor) = r.Crowded ? (RulerDrawing.Label(r.Due), "middle")
            : r.Due < RulerDrawing.Label(0) * 2 ? (RulerDrawing.Left, "start")
            : (Math.Min(r.Due + 4, RulerDrawing.Right), "end");
        Label(svg, "duet", dueAt, r.Crowded ? 51 : 11, anchor, w["clock.due_mark", w.ShortDay(face.Due)]);
        if (r.ByDay && !(r.Crowded && r.Due < 110))
            Label(svg, null, 1, 51, "start", w.ShortDay(face.Start));
        return new(svg.Append("</svg>").ToString());
    }

    private static void Path(StringBuilder svg, string name, string path)
    {
        if (path.Length > 0)
            svg.Append("<path class=\"").Append(name).Append("\" d=\"").Append(path).Append("\"/>");
    }

    private static void Bar(StringBuilder svg, string name, double x, double width, int y, int height)
    {
        if (width > 0)
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{name}\" x=\"{N(x)}\" y=\"{y}\" width=\"{N(width)}\" height=\"{height}\"/>");
    }

    private static void Label(StringBuilder svg, string? name, double x, int y, string anchor, string words) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{name}\" x=\"{N(x)}\" y=\"{y}\" text-anchor=\"{anchor}\">{Encoded(words)}</text>");

    private static string Encoded(string words) => WebUtility.HtmlEncode(words);

    private static string N(double at) => at.ToString("0.#", CultureInfo.InvariantCulture);
}
