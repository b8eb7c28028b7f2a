namespace GovReportSchema;

/// <summary>A section of a report: a <see cref="Narrative"/> or a <see cref="Table"/>.</summary>
/// <param name="Member">Its JSON member.</param>
/// <param name="Label">Its heading on the form.</param>
public abstract record Section(string Member, Label Label);

/// <summary>A section of running text.</summary>
/// <param name="Member">Its JSON member.</param>
/// <param name="Label">Its heading on the form.</param>
/// <param name="Blank">What a blank is taken for.</param>
public sealed record Narrative(string Member, Label Label, BlankPolicy Blank = BlankPolicy.Warning) : Section(Member, Label);

/// <summary>A section of cells.</summary>
/// <param name="Member">Its JSON member.</param>
/// <param name="Label">Its heading on the form.</param>
/// <param name="Blocks">One block, or several that share the section but differ in columns.</param>
public sealed record Table(string Member, Label Label, IReadOnlyList<Block> Blocks) : Section(Member, Label);

/// <summary>Rows and columns: of a whole table, or of one block of it.</summary>
/// <param name="Heading">The label printed over the block; null where the table has only this one.</param>
/// <param name="Columns">The tree of columns.</param>
/// <param name="Rows">The tree of rows.</param>
public sealed record Block(Label? Heading, IReadOnlyList<Node> Columns, IReadOnlyList<Node> Rows)
{
    internal int CellCount => CountLeaves(Rows) * CountLeaves(Columns);

    /// <summary>Counted without LINQ: it is done before the first submission, and each operator would be compiled for it.</summary>
    private static int CountLeaves(IReadOnlyList<Node> nodes)
    {
        var count = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            count += nodes[i].Children.Count == 0 ? 1 : CountLeaves(nodes[i].Children);
        }

        return count;
    }
}

/// <summary>A row or a column, or a group of them.</summary>
/// <param name="Member">Its JSON member; a heading has none in the JSON, and this is its key in the definition.</param>
/// <param name="Label">Its label on the form.</param>
public sealed record Node(string Member, Label Label)
{
    /// <summary>The rows or columns under this group; empty for a leaf.</summary>
    public IReadOnlyList<Node> Children { get; init; } = [];

    /// <summary>Whether this is a group that is printed but is no JSON member (法人或其他组织).</summary>
    public bool IsHeading { get; init; }

    /// <summary>Whether this leaf is the total of its siblings.</summary>
    public bool IsTotal { get; init; }

    /// <summary>What the cells of this leaf hold; null where the other axis says it, or nothing does: a count.</summary>
    public CellType? Cell { get; init; }

    /// <summary>How this row repeats, with what is under it: one entry for each body that is listed. Null where it stands once.</summary>
    public Repeat? Repeat { get; init; }

    /// <summary>The leaves under this node, itself if it is one, in document order.</summary>
    public IEnumerable<Node> Leaves() => Children.Count == 0 ? [this] : Children.SelectMany(child => child.Leaves());
}

/// <summary>How a row repeats: once for each body, region or subject that the report lists. A submission has it as an array.</summary>
/// <param name="Key">The JSON member of an entry that names it.</param>
/// <param name="Label">The label of that name on the form.</param>
/// <param name="Minimum">The least number of entries.</param>
/// <param name="Maximum">The greatest number of entries; those beyond it are not read.</param>
public sealed record Repeat(string Key, Label Label, int Minimum = 0, int Maximum = 1000);

/// <summary>A text of the header beside <c>agency</c> and <c>year</c>, or <c>agency</c> itself.</summary>
/// <param name="Member">Its JSON member.</param>
/// <param name="Label">Its label on the form.</param>
/// <param name="Blank">What a blank is taken for.</param>
public sealed record HeaderText(string Member, Label Label, BlankPolicy Blank)
{
    /// <summary>What it holds where that is a date or a choice: it is a cell then, behind those of the tables. Null for a text.</summary>
    public CellType? Cell { get; init; }
}

/// <summary>The document that lays a format down.</summary>
/// <param name="Number">Its number, such as 国办公开办函〔2021〕30号; null where it has none.</param>
/// <param name="Title">Its title; null where the definition gives none.</param>
/// <param name="Date">Its date; null where the definition gives none.</param>
public sealed record LegalSource(string? Number, string? Title, DateOnly? Date);

/// <summary>The report years for which a format is in force.</summary>
/// <param name="First">The first year; null where it is open.</param>
/// <param name="Last">The last year; null where it is open.</param>
public readonly record struct YearRange(int? First, int? Last)
{
    /// <summary>Whether the format is in force for a report year.</summary>
    /// <param name="year">The year reported on.</param>
    public bool Contains(int year) => !(year < First) && !(year > Last);

    /// <summary>The years as written in a definition: <c>2019-2020</c>, <c>2021-</c>, <c>2020</c>.</summary>
    public override string ToString() =>
        First == Last ? FormattableString.Invariant($"{First}") : FormattableString.Invariant($"{First}-{Last}");
}
