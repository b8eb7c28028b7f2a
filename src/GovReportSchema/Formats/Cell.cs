namespace GovReportSchema;

/// <summary>One cell of a format.</summary>
public sealed class Cell
{
    private readonly LabelPath? _row;
    private readonly LabelPath _column;

    internal Cell(int index, string path, CellType type, LabelPath? row, LabelPath column) =>
        (Index, Path, Type, _row, _column) = (index, path, type, row, column);

    /// <summary>Its place in the run of cells.</summary>
    public int Index { get; }

    /// <summary>Its JSON Pointer in a submission.</summary>
    public string Path { get; }

    /// <summary>What it may hold.</summary>
    public CellType Type { get; }

    /// <summary>The labels that lead to it: section, row and its groups, column and its headings; of a cell of the header, its own.</summary>
    /// <param name="language">The language of the labels.</param>
    public string GetLabelPath(Language language) =>
        _row is null ? _column.Write(language) : _row.Write(language) + LabelPath.Separator + _column.Write(language);

    /// <summary>Its JSON Pointer.</summary>
    public override string ToString() => Path;
}

/// <summary>A label and the labels over it.</summary>
internal sealed record LabelPath(LabelPath? Parent, Label Label)
{
    public const string Separator = " › ";

    public string Write(Language language) =>
        Parent is null ? Label.In(language) : Parent.Write(language) + Separator + Label.In(language);
}
