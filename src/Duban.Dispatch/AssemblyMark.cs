namespace Duban.Dispatch;

internal static class AssemblyMark;
