using Duban.Web.People;

namespace Duban.Web.Tests.People;

/// <summary>Length protects; rules about signs only make people write passwords down.</summary>
public sealed class PasswordTests
{
    [Theory]
    [InlineData("four plain words"), InlineData("0123456789"), InlineData("密码要长一点才好记得住")]
    public void A_long_password_is_taken_whatever_signs_it_is_made_of(string password) => Assert.Empty(Password.Judge(password, "city-clerk"));

    [Theory]
    [InlineData("", "password.too_short"), InlineData("123456789", "password.too_short"), InlineData("aaaabbbbcccc", "password.too_plain")]
    [InlineData("City-Clerk-2021", "password.holds_name")]
    public void A_short_or_plain_one_or_one_that_holds_the_name_is_not(string password, string code) =>
        Assert.Equal([(code, "password")], Password.Judge(password, "city-clerk").Select(r => (r.Code, r.Field!)));

    [Fact]
    public void A_text_without_end_is_not_hashed_but_refused() =>
        Assert.Equal("password.too_long", Assert.Single(Password.Judge(string.Concat(Enumerable.Repeat("abcdefgh", 40)), "x-y")).Code);

    [Fact]
    public void Everything_against_a_password_is_told_at_once() => Assert.Equal(["password.too_short", "password.holds_name", "password.too_plain"], Password.Judge("ww", "w").Select(r => r.Code));

    [Fact]
    public void A_one_time_password_passes_its_own_judge_and_comes_once()
    {
        var made = Enumerable.Range(0, 500).Select(_ => Password.OneTime()).ToList();
        Assert.Equal(made.Count, made.Distinct().Count());
        // Signs that look alike on paper are left out: 0 and o, 1 and l and i.
        Assert.All(made, p => Assert.Matches("^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}$", p));
        Assert.All(made.Where(p => p.Distinct().Count() >= 5), p => Assert.Empty(Password.Judge(p, "city-clerk")));
    }
}
