using System.Text.RegularExpressions;
using Duban.Domain.Cases;
using Duban.Domain.People;

namespace Duban.Domain.Tests.Cases;

public sealed partial class EventsPageTests
{
    [Fact]
    public void The_page_of_events_has_one_line_for_each_in_the_order_of_the_loop_and_then_the_register()
    {
        var listed = Repository.Text("docs/events.md").Split('\n').Select(l => Row().Match(l)).Where(m => m.Success).ToArray();
        Assert.Equal([.. CaseEventJson.Names.Select(n => n.Name), .. PersonEventJson.Names.Select(n => n.Name), "setup_changed"], listed.Select(m => m.Groups[1].Value));
        Assert.All(listed, m => Assert.All(m.Groups[2].Value.Split('|', StringSplitOptions.TrimEntries)[..3], cell => Assert.NotEmpty(cell)));
    }

    [GeneratedRegex(@"^\| `(\w+)` \| (.+)$")]
    private static partial Regex Row();
}
