using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Web.Cases;
using Duban.Web.Residents;

namespace Duban.Web.Tests.Cases.Pages;

/// <summary>Whoever signs has before them what they sign for.</summary>
public sealed class JudgedTests
{
    [Fact]
    public async Task Whoever_closes_a_survey_sees_every_answer_and_what_was_added_to_it()
    {
        await using var walk = await Answered(Answer.Yes, Answer.Partly, Answer.No);
        var page = (await walk.See("city-clerk", "close-survey")).Page.QuerySelector("#answers")!.TextContent;
        Assert.Contains("已答复 3 / 3 户", page, StringComparison.Ordinal);
        Assert.Contains("“雨天还有红水”", page, StringComparison.Ordinal);
        Assert.Contains("33.3%，要求不低于 90%", page, StringComparison.Ordinal);
        Assert.NotNull((await walk.See("city-clerk", "close-survey")).Page.QuerySelector("#evidence"));
    }

    [Fact]
    public async Task Whoever_strikes_off_sees_checklist_clocks_answers_and_pictures_and_words_only_where_they_may()
    {
        await using var walk = await Answered(Answer.Yes, Answer.Yes, Answer.Yes);
        await walk.Do("city-clerk", "close-survey");
        await walk.Do("city-clerk", "notice");
        walk.Days(10);
        var ending = await walk.See("city-clerk", "end-notice");
        Assert.NotNull(ending.Page.QuerySelector("#notice"));
        await walk.Do("city-clerk", "end-notice");
        await walk.Do("acceptor-ecology", "accept", ("passed", "yes"), ("opinion", "符合标准"));
        var page = (await walk.See("safety-clerk", "strike-off")).Page;
        foreach (var part in new[] { ".du-clocks", "#check", "#answers", "#plan", "#evidence" }) Assert.True(page.QuerySelector(part) is not null, part);
        Assert.Contains("“雨天还有红水”", page.QuerySelector("#answers")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("两项措施全部完成", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("出水清", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_decides_an_objection_sees_its_words_and_the_last_application()
    {
        await using var walk = await Answered(Answer.Yes, Answer.Yes, Answer.Yes);
        await walk.Do("city-clerk", "close-survey");
        await walk.Do("city-clerk", "notice");
        var words = walk.Town.The<ResidentWords>();
        var asked = new Asked(new CaseId(walk.Id), new RaiseObjection("YY-1")) { Rows = [words.Objection(new CaseId(walk.Id), "YY-1", "沟里又红了", null, walk.Town.Time.GetUtcNow())] };
        Assert.IsType<CaseAnswer.Done>(await walk.Town.The<CaseLedger>().Ask("430400", asked, walk.Town.The<CaseDoor>().ActOf(Resident)));
        var page = (await walk.See("city-clerk", "decide-objection")).Page;
        Assert.Contains("沟里又红了", page.QuerySelector("#objections")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("两项措施全部完成", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#evidence"));
    }

    private static Actor Resident { get; } = new(new PersonId("resident"), Role.Resident, new UnitPath("430400/"), UnitKind.City);

    private static async Task<Walk> Answered(params Answer[] answers)
    {
        var walk = await (await Walk.Begin()).Verified();
        await walk.Do("city-clerk", "draw-sample", ("affected", $"{answers.Length}"));
        foreach (var (i, answer) in answers.Index())
            Assert.IsType<CaseAnswer.Done>(await walk.Town.The<CaseLedger>().Ask("430400",
                new Asked(new CaseId(walk.Id), new AnswerSurvey($"c{i}", answer)), walk.Town.The<CaseDoor>().ActOf(Resident)));
        await walk.Town.The<ResidentWords>().AddToAnswer(walk.Id, "c1", "雨天还有红水", walk.Town.Time.GetUtcNow());
        return walk;
    }
}
