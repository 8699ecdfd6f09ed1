using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Cases;

/// <summary>One case on its way: <c>When(person).Does(act)</c>, <c>When(person).IsRefused(act)</c>, days passing, and the straight road to any stage.</summary>
internal sealed class Story(Procedure procedure)
{
    public static readonly Procedure FullPath = ProcedureFile.Shipped[0];
    public static readonly Procedure ShortPath = ProcedureFile.Shipped[1];

    public Case Case { get; private set; } = new(new CaseId("JL-001"), procedure);

    public DateOnly Today { get; private set; } = Do.FirstDay;

    public List<CaseEvent> Past { get; } = [];

    /// <summary>The same with their signatures.</summary>
    public List<Happened> History { get; } = [];

    /// <summary>The rounds as they are told afterwards.</summary>
    public IReadOnlyList<CaseRound> Rounds => Domain.Cases.Rounds.Of(new Case(Case.Id, Case.Procedure), History);

    public static Story Full(Stage stage = Stage.None) => new Story(FullPath).WalkTo(stage);

    public static Story Short(Stage stage = Stage.None) => new Story(ShortPath).WalkTo(stage);

    public Turn When(Actor by) => new(this, by);

    public Story Later(int days)
    {
        Today = Today.AddDays(days);
        return this;
    }

    /// <summary>Walks the straight road, one act at a time, each by the person whose post it is.</summary>
    public Story WalkTo(Stage stage)
    {
        while (Case.Stage != stage) Onward();
        return this;
    }

    /// <summary>Residents answer, each with a code of their own.</summary>
    public Story Answered(Answer answer, int times)
    {
        for (var i = 0; i < times; i++) When(Town.Villager).Does(new AnswerSurvey($"c{Past.Count}", answer));
        return this;
    }

    public Act ActOf(Actor by) => new(by, new DateTimeOffset(Today, new TimeOnly(9, 0), TimeSpan.FromHours(8)), WorkCalendar.China);

    /// <summary>One step on the straight road.</summary>
    public void Onward()
    {
        _ = Case.Stage switch
        {
            Stage.None or Stage.Reported => When(Town.Clerk).Does(Do.Register),
            Stage.Registered => When(Town.Clerk).Does(Do.Grade),
            Stage.Graded or Stage.Returned => When(Town.Clerk).Does(Do.HandOver(Town.Township)),
            Stage.HandedOver => When(Town.Liaison).Does(new SignFor()),
            Stage.Accepted when Case.Round > 1 => When(Town.Liaison).Does(Do.Plan(Do.PlanOf() with { Measures = [new("M1", "重修处理站", Today)] })),
            Stage.Accepted => When(Town.Liaison).Does(Do.Plan()),
            Stage.Planned => When(Town.Head).Does(Do.ApprovePlan),
            Stage.Rectifying => Work().When(Town.Liaison).Does(Do.Apply),
            Stage.Applied => When(Town.Verifier).Does(Do.Verify(Today)),
            Stage.CountyVerified when Case.Procedure.Has(Step.Survey) =>
                When(Town.Clerk).Does(new DrawSample(200, 30)).Answered(Answer.Yes, 30).When(Town.Clerk).Does(new CloseSurvey()),
            Stage.Satisfied => When(Town.Clerk).Does(Do.Publish),
            Stage.OnNotice => Later(10).When(Town.Clerk).Does(new EndNotice()),
            Stage.Noticed => When(Town.Acceptor).Does(Do.Accept()),
            Stage.CityAccepted or Stage.CountyVerified => When(Town.SecondClerk).Does(Do.StrikeOff),
            _ => throw new InvalidOperationException($"the road does not lead on from {Case.Stage}"),
        };
    }

    /// <summary>Everything the unit must show before it may apply.</summary>
    public Story Work()
    {
        if (!Case.Evidence.Any(e => e.Kind == EvidenceKind.Before)) When(Town.Liaison).Does(Do.Photo(EvidenceKind.Before, "before"));
        if (!Case.Evidence.Any(e => e.Kind == EvidenceKind.After)) When(Town.Liaison).Does(Do.Photo(EvidenceKind.After, $"after-{Case.Round}"));
        if (Case.Plan is not null) When(Town.Liaison).Does(Do.Done);
        return this;
    }

    /// <summary>One person's turn in the story.</summary>
    internal sealed class Turn(Story story, Actor by)
    {
        /// <summary>The act is allowed and happens.</summary>
        public Story Does(ICaseAct rule)
        {
            var act = story.ActOf(by);
            var ruling = rule.PutTo(story.Case, act);
            Assert.True(ruling.Allowed, $"{by.Person} may not {rule.Kind} at {story.Case.Stage}: {string.Join(", ", ruling.Reasons.Select(r => $"{r.Code} {r.Field}"))}");
            var happened = ruling.Facts.Select(f => new Happened(f, by, act.At, act.Today)).ToList();
            story.Past.AddRange(ruling.Facts);
            story.History.AddRange(happened);
            story.Case = story.Case.Fold(happened);
            return story;
        }

        /// <summary>The act is refused for exactly these reasons, in any order: a code, or a code and its field as <c>code@field</c>.</summary>
        public Story IsRefused(ICaseAct rule, params string[] reasons)
        {
            var ruling = rule.PutTo(story.Case, story.ActOf(by));
            Assert.False(ruling.Allowed, $"{by.Person} was let {rule.Kind} at {story.Case.Stage}");
            Assert.Equal(reasons.Order(), ruling.Reasons.Select(r => reasons.Contains($"{r.Code}@{r.Field}") ? $"{r.Code}@{r.Field}" : r.Code).Order());
            Assert.Empty(ruling.Facts);
            return story;
        }
    }
}
