using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>A row or column as read, or a group of them: with the places that checks and rules need for their messages.</summary>
internal sealed class AxisNode(string member, TextRange at)
{
    public string Member { get; } = member;

    public TextRange At { get; } = at;

    public LabelModel Label { get; set; } = new("", "");

    public bool IsGroup { get; set; }

    public bool IsHeading { get; set; }

    public List<AxisNode> Children { get; } = [];

    public CellTypeModel? Cell { get; set; }

    /// <summary>How this row repeats; null where it stands once.</summary>
    public RepeatModel? Repeat { get; set; }

    /// <summary>Where <c>repeat</c> stands.</summary>
    public TextRange RepeatAt { get; set; }

    /// <summary>The row that repeats and in which this one stands, or this one itself; null where it stands once.</summary>
    public AxisNode? Repeating { get; set; }

    /// <summary>The rule that this leaf is the total of; null where it is no total.</summary>
    public ScalarNode? TotalRule { get; set; }

    /// <summary>The rule by which this node is a part of the sibling before it (其中); null where it stands for itself.</summary>
    public ScalarNode? OfWhichRule { get; set; }

    /// <summary>Whether a sum of its group counts it: a total does not count, nor does a part of what is counted.</summary>
    public bool IsCounted => TotalRule is null && OfWhichRule is null;

    /// <summary>The members from the outermost group to this one, joined by dots: how rules name it.</summary>
    public string Path { get; set; } = "";

    /// <summary>Where a leaf stands among the leaves of its axis.</summary>
    public int Index { get; set; }

    /// <summary>Of a leaf row, its first cell: of one that repeats, that of the first entry.</summary>
    public int FirstCell { get; set; }

    public NodeModel ToModel() => new(
        Member,
        Label,
        IsHeading,
        TotalRule is not null,
        Children.Select(child => child.ToModel()).ToEquatableArray(),
        Cell,
        Repeat);
}
