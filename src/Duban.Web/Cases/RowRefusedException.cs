namespace Duban.Web.Cases;

/// <summary>A row written with the facts was refused by the database, most often because its key is taken; nothing was written.</summary>
public sealed class RowRefusedException(string detail) : Exception($"a row was refused: {detail}");
