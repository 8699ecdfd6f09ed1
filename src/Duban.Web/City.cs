namespace Duban.Web;

/// <summary>The city this process serves; its code is the first column of every key.</summary>
/// <param name="Code">Division code, six digits, e.g. <c>430400</c>.</param>
/// <param name="Name">The city's name, e.g. 衡阳市.</param>
public sealed record City(string Code, string Name);
