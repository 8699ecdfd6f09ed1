using Duban.Web.CommandLine;

return await Root.Run(args, Terminal.OfThisProcess());
