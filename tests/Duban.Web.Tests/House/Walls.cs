using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Duban.Web.Tests.House;

/// <summary>Who may mention whom: projects, and the module folders inside Domain and Web.</summary>
public sealed partial class Walls
{
    /// <summary>What each project may mention of the others.</summary>
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["Domain"] = [],
        ["Dispatch"] = [],
        ["Ledger"] = [],
        ["Web"] = ["Domain", "Dispatch", "Ledger"],
    };

    /// <summary>
    /// What each module may mention of the others, in Domain and Web alike. What lies in no folder is the house itself: it may
    /// mention all, and all may mention it.
    /// </summary>
    private static readonly Dictionary<string, string[]> Modules = new()
    {
        ["Calendar"] = ["Clock", "Documents", "People", "Shell"],
        ["Clock"] = ["Calendar", "Shell"],
        // Rights are a table of the acts on a case; accounts are read from lists; a demo's door shows whom one may be.
        ["People"] = ["Calendar", "Cases", "Clock", "Demo", "Documents", "Shell"],
        ["Procedures"] = ["Calendar", "Cases", "Clock", "Documents", "People", "Shell"],
        ["Cases"] = ["Calendar", "Clock", "Documents", "People", "Procedures", "Shell"],
        // Sheets and slips are made of cases; the reading and writing of files below them knows nobody.
        ["Documents"] = ["Calendar", "Cases", "Clock", "People", "Procedures", "Shell"],
        ["Residents"] = ["Calendar", "Cases", "Clock", "Documents", "People", "Procedures", "Shell"],
        ["Seals"] = ["Shell"],
        // The frame and its parts know who looks, when, and how a light or a step is called; nobody's rules, nobody's tables.
        ["Shell"] = ["Calendar", "Cases", "Clock", "People"],
        ["Demo"] = ["Calendar", "Cases", "Clock", "CommandLine", "Documents", "People", "Procedures", "Residents", "Shell"],
        ["CommandLine"] = ["Calendar", "Cases", "Clock", "Demo", "Documents", "People", "Procedures", "Residents", "Shell"],
    };

    /// <summary>Folders of Web that hold no code of their own.</summary>
    private static readonly string[] NoModules = ["Migrations", "wwwroot"];

    [Fact]
    public void A_project_mentions_only_those_it_may() => Repository.None(
        "A project mentions another one that it may not know (see the table in Walls.cs):",
        from file in Repository.Below(["src/"], ".cs", ".razor", ".csproj")
        let own = Project(file)
        from line in Repository.Lines(file)
        from Match match in Mention().Matches(line.Text)
        let other = match.Groups["project"].Value
        where other != own && Projects.ContainsKey(other) && !Projects[own].Contains(other)
        select $"{file}:{line.Number}: {match.Value}");

    [Fact]
    public void A_module_mentions_only_those_it_may() => Repository.None(
        "A module mentions another one that it may not know (see the table in Walls.cs):",
        from file in Repository.Below(["src/Duban.Domain/", "src/Duban.Web/"], ".cs", ".razor")
        let own = Module(file)
        where own is not null
        from line in Repository.Lines(file)
        from Match match in Mention().Matches(line.Text)
        let other = match.Groups["module"].Value
        where other != own && Modules.ContainsKey(other) && !Modules.GetValueOrDefault(own, []).Contains(other)
        select $"{file}:{line.Number}: {match.Value}");

    [Fact]
    public void Every_module_has_its_row_in_the_table() => Repository.None(
        "A folder of Domain or Web is missing from the table in Walls.cs, or a row has no folder:",
        Repository.Below(["src/Duban.Domain/", "src/Duban.Web/"], ".cs", ".razor").Select(Module).OfType<string>().Distinct()
            .Except(NoModules).Where(m => !Modules.ContainsKey(m))
            .Concat(Modules.Values.SelectMany(m => m).Where(m => !Modules.ContainsKey(m))));

    [Fact]
    public void The_rules_and_the_solver_know_nothing_but_the_system() => Repository.None(
        "Duban.Domain and Duban.Dispatch use only System.* and themselves:",
        from file in Repository.Below(["src/Duban.Domain/", "src/Duban.Dispatch/"], ".cs")
        from line in Repository.Lines(file)
        let match = Using().Match(line.Text)
        where match.Success
        let name = match.Groups["name"].Value
        where name != "System" && !name.StartsWith("System.", StringComparison.Ordinal)
            && !name.StartsWith($"Duban.{Project(file)}", StringComparison.Ordinal)
        select $"{file}:{line.Number}: {name}");

    [Fact]
    public void A_project_file_refers_to_what_the_table_allows_and_the_pure_ones_to_no_package()
    {
        var projects = Repository.Below(["src/"], ".csproj").ToList();
        Assert.Equal(Projects.Keys.Order(), projects.Select(Project).Order());
        foreach (var file in projects)
        {
            var xml = XDocument.Parse(Repository.Text(file));
            Assert.Equal(Projects[Project(file)].Order(), xml.Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!)["Duban.".Length..]).Order());
            if (Project(file) is "Domain" or "Dispatch")
                Assert.Equal(["Microsoft.CodeAnalysis.BannedApiAnalyzers"], xml.Descendants("PackageReference").Select(r => (string)r.Attribute("Include")!));
        }
    }

    private static string Project(string file) => file.Split('/')[1]["Duban.".Length..];

    private static string? Module(string file) => file.Split('/') is [_, _, var folder, _, ..] ? folder : null;

    [GeneratedRegex(@"\bDuban\.(?<project>[A-Z]\w+)(\.(?<module>[A-Z]\w+))?")]
    private static partial Regex Mention();

    [GeneratedRegex(@"^\s*(global\s+)?using\s+(static\s+)?(\w+\s*=\s*)?(?<name>[A-Z][\w.]*)")]
    private static partial Regex Using();
}
