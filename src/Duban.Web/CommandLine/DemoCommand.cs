using System.CommandLine;
using Duban.Web.Demo;

namespace Duban.Web.CommandLine;

/// <summary><c>duban demo [--load-only]</c>: the demo city in a ledger of its own, served with its accounts printed.</summary>
public static class DemoCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var loadOnly = new Option<bool>("--load-only") { Description = terminal.Words("只装载，不启动", "load and stop") };
        var command = new Command("demo", terminal.Words("装载演示城市并启动", "load the demo city and serve it")) { loadOnly };
        command.SetAction((line, ct) => place.Guarded(line, terminal, async settings =>
        {
            var loading = await DemoCity.Load(settings, ct);
            if (loading == DemoLoading.OtherCity)
            {
                terminal.Complain("这里已有别的城市的台账，没有动它。演示请另用一个文件夹：--data 文件夹", "The ledger here is another city's and was left alone; give the demo a folder of its own: --data FOLDER");
                return Exit.Nothing;
            }
            if (loading == DemoLoading.ThereAlready)
                terminal.Say("演示城市已在台账中，保持原样。", "The demo city is in the ledger already and stays as it is.");
            else
                terminal.Say(
                    "演示城市衡阳已装载：114 件安全隐患、金龙矿区 10 个问题，演示时间从 2021年3月15日 8:30 起走。",
                    "The demo city Hengyang is loaded: 114 hazards and the ten Jinlong problems; its clock starts on 15 March 2021, 8:30.");
            terminal.Say($"演示账号（密码都是 {DemoPeople.Password}）：", $"Demo accounts (password of all: {DemoPeople.Password}):");
            foreach (var account in DemoPeople.Shown) terminal.Out.WriteLine($"  {account}");
            return line.GetValue(loadOnly) ? Exit.Done : await ServeCommand.Serve(settings, terminal, ct);
        }));
        return command;
    }
}
