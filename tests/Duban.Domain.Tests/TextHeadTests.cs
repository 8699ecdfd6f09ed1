namespace Duban.Domain.Tests;

public sealed class TextHeadTests
{
    [Theory, InlineData("甲乙丙", 2, "甲乙"), InlineData("甲乙", 2, "甲乙"), InlineData("甲𠮷", 2, "甲"), InlineData("甲𠮷乙", 3, "甲𠮷"), InlineData("𠮷", 1, ""), InlineData("甲", 0, "")]
    public void The_beginning_of_a_text_ends_between_characters(string text, int most, string head) => Assert.Equal(head, text.Head(most));

    [Theory, InlineData("甲乙丙", 2, "甲…"), InlineData("甲乙", 2, "甲乙"), InlineData("甲𠮷乙丙", 3, "甲…"), InlineData("", 1, "")]
    public void What_does_not_fit_is_shown_by_its_beginning(string text, int most, string shown) => Assert.Equal(shown, text.Within(most));
}
