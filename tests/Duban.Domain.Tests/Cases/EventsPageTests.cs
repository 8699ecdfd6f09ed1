using System.Text.RegularExpressions;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Cases;

public sealed partial class EventsPageTests
{
    [Fact]
    public void The_page_of_events_has_one_line_for_each_in_the_order_of_the_loop_then_the_register_and_the_setup()
    {
        var listed = Repository.Text("docs/events.md").Split('\n').Select(l => Row().Match(l)).Where(m => m.Success).ToArray();
        var stored = CaseEventJson.Names.Concat(PersonEventJson.Names).Concat(SetupEventJson.Names).Select(n => n.Name);
        Assert.Equal(stored, listed.Select(m => m.Groups[1].Value));
        Assert.All(listed, m => Assert.All(m.Groups[2].Value.Split('|', StringSplitOptions.TrimEntries)[..3], cell => Assert.NotEmpty(cell)));
    }

    [GeneratedRegex(@"^\| `(\w+)` \| (.+)$")]
    private static partial Regex Row();
}
