using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases.Acts;

namespace Duban.Web.Tests.Cases.Acts;

/// <summary>A form is text until it has been read: what cannot be read is told by its field, and nothing typed breaks anything.</summary>
public sealed class ActReadingTests
{
    private static readonly Unit City = new(new("430400"), new("430400/"), "衡阳市", UnitKind.City);
    private static readonly Unit County = new(new("430424"), new("430400/430424/"), "衡东县", UnitKind.County);
    private static readonly Unit Gone = new(new("430499"), new("430400/430499/"), "旧区", UnitKind.County) { Active = false };

    [Theory]
    [InlineData("2021-03-15"), InlineData("2021-3-15"), InlineData("2021/3/15"), InlineData("2021.03.15"), InlineData("2021年3月15日"), InlineData("20210315"), InlineData(" ２０２１－０３－１５ ")]
    public void A_day_is_read_in_every_shape_people_type(string typed)
    {
        var reading = Reading();
        Assert.Equal(new DateOnly(2021, 3, 15), reading.Day(typed, "due"));
        Assert.Empty(reading.Reasons);
    }

    [Theory, InlineData("2021-02-30"), InlineData("15/3/2021"), InlineData("tomorrow"), InlineData("1948-12-31"), InlineData("2201-01-01"), InlineData("2021-3"), InlineData("-1")]
    public void What_is_no_day_is_told_by_its_field(string typed) => Assert.Equal([("field.no_day", "due")], Told(r => Assert.Null(r.Day(typed, "due"))));

    [Fact]
    public void A_day_left_out_is_missed_only_where_one_is_wanted()
    {
        Assert.Empty(Told(r => Assert.Null(r.Day(" ", "due"))));
        Assert.Equal([("field.required", "due")], Told(r => Assert.Null(r.Day(null, "due", required: true))));
    }

    [Theory, InlineData("30", 30), InlineData(" ３０ ", 30), InlineData("-5", -5), InlineData("+5", 5)]
    public void A_whole_number_is_read(string typed, int number)
    {
        var reading = Reading();
        Assert.Equal(number, reading.Number(typed, "size"));
        Assert.Empty(reading.Reasons);
    }

    [Theory, InlineData("1e3"), InlineData("30.0"), InlineData("三十"), InlineData("99999999999"), InlineData("1,000")]
    public void What_is_no_whole_number_is_told_by_its_field(string typed) => Assert.Equal([("field.no_number", "size")], Told(r => r.Number(typed, "size")));

    [Theory, InlineData("yes", true), InlineData("TRUE", true), InlineData("on", true), InlineData("no", false), InlineData(" false ", false)]
    public void Yes_and_no_are_read(string typed, bool yes)
    {
        var reading = Reading();
        Assert.Equal(yes, reading.YesNo(typed, "passed"));
        Assert.Empty(reading.Reasons);
    }

    [Theory, InlineData("maybe", "field.no_choice"), InlineData("1", "field.no_choice"), InlineData("", "field.required"), InlineData(null, "field.required")]
    public void Neither_yes_nor_no_is_told_and_is_never_yes(string? typed, string code) => Assert.Equal([(code, "passed")], Told(r => Assert.False(r.YesNo(typed, "passed"))));

    [Theory, InlineData("huge", "field.no_choice"), InlineData("Major", "field.no_choice"), InlineData("1", "field.no_choice"), InlineData(" ", "field.required")]
    public void A_choice_is_one_of_its_words(string typed, string code) => Assert.Equal([(code, "level")], Told(r => r.Choice<Level>(typed, "level")));

    [Theory, InlineData("430499", "unit.unknown"), InlineData("999999", "unit.unknown"), InlineData("衡东县", "unit.unknown"), InlineData("", "field.required")]
    public void A_unit_is_one_of_the_city_that_is_in_being(string typed, string code)
    {
        Assert.Equal(County, Reading().Unit(" 430424 ", "to"));
        Assert.Equal([(code, "to")], Told(r => r.Unit(typed, "to")));
    }

    [Theory, InlineData("nobody", "person.unknown"), InlineData("two words", "person.unknown"), InlineData(null, "field.required")]
    public void A_person_is_one_of_the_register(string? typed, string code)
    {
        Assert.Equal(new PersonId("leader"), Reading().Person("leader", "leader"));
        Assert.Equal([(code, "leader")], Told(r => r.Person(typed, "leader")));
    }

    [Fact]
    public void An_empty_form_of_any_act_is_answered_and_never_breaks()
    {
        foreach (var door in ActDoor.All)
        {
            var constructor = door.Form.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
            var form = (IActForm)constructor.Invoke(new object?[constructor.GetParameters().Length]);
            var reading = Reading();
            var rule = form.Read(reading);
            var ruling = rule.Decide(reading.Case, reading.Act);
            Assert.Equal((door.Name, door.Kind, false), (door.Name, rule.Kind, ruling.Allowed));
            if (constructor.GetParameters().Length > 0) Assert.Contains([.. reading.Reasons, .. ruling.Reasons], r => r.Field is not null);
        }
    }

    [Fact]
    public void Every_door_has_a_name_of_its_own_that_stands_well_in_an_address()
    {
        Assert.Equal(ActDoor.All.Count, ActDoor.All.Select(d => d.Name).Distinct().Count());
        Assert.Equal(ActDoor.All.Count, ActDoor.All.Select(d => d.Form).Distinct().Count());
        Assert.All(ActDoor.All, d => Assert.Matches("^[a-z]+(-[a-z]+)*$", d.Name));
    }

    private static List<(string, string?)> Told(Action<ActReading> read)
    {
        var reading = Reading();
        read(reading);
        return [.. reading.Reasons.Select(r => (r.Code, r.Field))];
    }

    private static ActReading Reading()
    {
        var by = new Actor(new("clerk"), Role.Clerk, new("430400/430400-dcs/"), UnitKind.Office);
        var act = new Act(by, new(2021, 3, 15, 8, 30, 0, TimeSpan.FromHours(8)), WorkCalendar.China);
        return new(new Case(new("AQ-001"), ProcedureFile.Shipped[0]), act, new UnitTree([City, County, Gone]), new Dictionary<PersonId, Named> { [new("leader")] = new(new("leader"), "责任领导", []) });
    }
}
