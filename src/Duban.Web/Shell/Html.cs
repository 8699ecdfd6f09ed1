using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Duban.Web.Shell;

/// <summary>Small pieces of HTML that stand on a page a hundred times, written at once and not as a tree: <c>Html.Of($"&lt;b&gt;{word}&lt;/b&gt;")</c> encodes every hole.</summary>
public static class Html
{
    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The literal parts as they stand; texts in the holes are encoded, other pieces of HTML are not.</summary>
    public static MarkupString Of(Piece piece) => new(piece.ToString());

    /// <summary>The same straight into a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="written">Its parts, which write themselves as they come.</param>
    public static void Write(TextWriter page, [InterpolatedStringHandlerArgument(nameof(page))] Written written)
    {
    }

    /// <summary>Pieces one after the other.</summary>
    public static MarkupString Each<T>(IEnumerable<T> several, Func<T, MarkupString> piece)
    {
        // Its room is lent, where a builder's blocks were a twentieth of a page with long selects.
        var all = new DefaultInterpolatedStringHandler(0, 0);
        foreach (var one in several) all.AppendLiteral(piece(one).Value);
        return new(all.ToStringAndClear());
    }

    /// <summary>What the compiler makes of the interpolated text.</summary>
    [InterpolatedStringHandler]
    public ref struct Piece(int literalLength, int formattedCount)
    {
        private DefaultInterpolatedStringHandler text = new(literalLength, formattedCount);

        /// <summary>A literal part.</summary>
        public void AppendLiteral(string html) => text.AppendLiteral(html);

        /// <summary>A text.</summary>
        public void AppendFormatted(string? words)
        {
            if (words is not null) text.AppendLiteral(encoder.Encode(words));
        }

        /// <summary>Another piece.</summary>
        public void AppendFormatted(MarkupString html) => text.AppendLiteral(html.Value ?? "");

        /// <inheritdoc />
        public override string ToString() => text.ToStringAndClear();
    }

    /// <summary>What the compiler makes of a text that is written into a page.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Written
    {
        private readonly TextWriter page;

        /// <summary>Begins it.</summary>
        public Written(int literalLength, int formattedCount, TextWriter page) => this.page = page;

        /// <summary>A literal part.</summary>
        public void AppendLiteral(string html) => page.Write(html);

        /// <summary>A text.</summary>
        public void AppendFormatted(string? words)
        {
            if (words is not null) encoder.Encode(page, words);
        }

        /// <summary>A piece.</summary>
        public void AppendFormatted(MarkupString html) => page.Write(html.Value);
    }
}
