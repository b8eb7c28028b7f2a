namespace GovReportSchema.Generators.Model;

/// <summary>
/// One checked definition: everything that is emitted, nothing else. It holds no position, syntax or symbol, so that an
/// edit that does not change what is emitted (a comment, white space) leaves it equal and every later stage cached.
/// </summary>
internal sealed record ReportModel(
    string FormatId,
    string Namespace,
    string TypeName,
    LabelModel Title,
    SourceModel Source,
    YearsModel Years,
    EquatableArray<HeaderModel> Header,
    LabelModel YearLabel,
    EquatableArray<SectionModel> Sections,
    EquatableArray<RuleModel> Rules,
    int CellCount,
    int FirstHeaderCell)
{
    /// <summary>The format ids of the definitions that it extends, the nearest first.</summary>
    public EquatableArray<string> Bases { get; init; }
}

/// <summary>A text in Chinese and English, as printed on the form.</summary>
internal sealed record LabelModel(string Zh, string En);

/// <summary>The document that lays the format down: its number, title and date (<c>yyyy-MM-dd</c>), where known.</summary>
internal sealed record SourceModel(string? Number, string? Title, string? Date);

/// <summary>The report years for which the format is in force; either end may be open.</summary>
internal sealed record YearsModel(int? First, int? Last);

/// <summary>A text of the header: <c>agency</c> first, then those that the definition adds. <c>year</c> is its own.</summary>
/// <param name="Cell">What it holds where that is a date or a choice: it is a cell then, behind those of the tables. Null for a text.</param>
internal sealed record HeaderModel(string Member, LabelModel Label, BlankPolicy Blank, CellTypeModel? Cell = null);

/// <summary>A section of the report: a narrative or a table.</summary>
internal abstract record SectionModel(string Member, LabelModel Label);

internal sealed record NarrativeModel(string Member, LabelModel Label, BlankPolicy Blank) : SectionModel(Member, Label);

/// <summary>A table: one block, or several that share the section but differ in columns.</summary>
internal sealed record TableModel(string Member, LabelModel Label, EquatableArray<BlockModel> Blocks) : SectionModel(Member, Label);

/// <summary>
/// Rows and columns of one table or of one block of it. Its cells lie in one run from <see cref="FirstCell"/>: leaf rows in
/// document order, and in each the leaf columns in document order. Rows that repeat are left out: their cells lie behind those
/// of all blocks, one entry of each in document order.
/// </summary>
/// <param name="Name">The key of the block in the definition, which names its row class; null where the table has one block only.</param>
/// <param name="Heading">The label printed over the block; null where the table has one block only.</param>
internal sealed record BlockModel(
    string? Name,
    LabelModel? Heading,
    EquatableArray<NodeModel> Columns,
    EquatableArray<NodeModel> Rows,
    int FirstCell);

/// <summary>A row or a column, or a group of them.</summary>
/// <param name="Member">The JSON member; of a heading, only its key in the definition.</param>
/// <param name="IsHeading">A group that is printed but is no JSON member (法人或其他组织).</param>
/// <param name="Children">Empty for a leaf.</param>
/// <param name="IsTotal">Whether this leaf is the total of its siblings.</param>
/// <param name="Repeat">How this row repeats; null where it stands once.</param>
/// <param name="Cell">What the cells of this leaf hold; null for a group, and for a leaf whose cells take their type from
/// the other axis. Of a cell's row and column at most one has it; where neither has, it is <see cref="CellTypeModel.Count"/>.</param>
internal sealed record NodeModel(
    string Member,
    LabelModel Label,
    bool IsHeading,
    bool IsTotal,
    EquatableArray<NodeModel> Children,
    CellTypeModel? Cell,
    RepeatModel? Repeat = null);

/// <summary>How a row repeats, keyed by data: the member of an entry that names it, and how many entries there may be.</summary>
internal sealed record RepeatModel(string Key, LabelModel Label, int Minimum, int Maximum)
{
    public const int MostByDefault = 1000;
}

/// <summary>
/// What a cell may hold. Bounds are in units of the last decimal (scale 2: 150 is 1.50), as cells are stored: a date as the days since
/// 0001-01-01, a choice as its place among the choices, a text as its length.
/// </summary>
internal sealed record CellTypeModel(CellKind Kind, int Scale, string? Unit, long Minimum, long Maximum, BlankPolicy Blank)
{
    /// <summary>The day 9999-12-31, counted as <c>DateOnly.DayNumber</c> does.</summary>
    public const long LastDay = 3_652_058;

    public const long LargestCount = 1L << 53;
    public const long LargestDecimal = 999_999_999_999_999_999;

    public static readonly CellTypeModel Count = new(CellKind.Count, 0, null, 0, LargestCount, BlankPolicy.Warning);

    /// <summary>Of a choice, what there is to choose from.</summary>
    public ChoicesModel? Choices { get; init; }

    public bool IsNumber => Kind is CellKind.Count or CellKind.Signed or CellKind.Decimal;
}

/// <param name="Items">In the order of the definition.</param>
/// <param name="OfTable">Whether the table's <c>cells</c> say them, so that its cells share one enum.</param>
internal sealed record ChoicesModel(EquatableArray<ChoiceModel> Items, bool OfTable);

internal sealed record ChoiceModel(string Member, LabelModel Label);

internal enum CellKind
{
    /// <summary>A whole number from 0 on.</summary>
    Count,

    /// <summary>A whole number with a sign.</summary>
    Signed,

    /// <summary>An exact decimal number of a fixed scale.</summary>
    Decimal,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of some named choices.</summary>
    Choice,

    /// <summary>A text.</summary>
    Text,
}

/// <summary>What a blank is taken for.</summary>
internal enum BlankPolicy
{
    Warning,
    Allowed,
    Error,
}

internal enum RuleSeverity
{
    Error,
    Warning,
    Info,
}

internal enum RuleRelation
{
    Equal,
    AtMost,
    AtLeast,
    NotEqual,
}

/// <summary>
/// A rule: on each of its axes, at each of its places, <c>sum of terms + constant</c> stands in <see cref="Relation"/> to 0.
/// Terms of the left side come first, as written; those of the right side follow with their sign turned. Terms of one cell
/// are added up where the first stands, and none has coefficient 0. Over cells within their bounds no sum passes 10^28, so
/// that <c>decimal</c> and <c>Int128</c> hold each exactly.
/// </summary>
/// <param name="Id">Section and rule: <c>applications.rowTotal</c>; of a rule of the whole report, the rule alone.</param>
/// <param name="Scale">The decimals in which the sum is taken: the terms' coefficients, the constant and the tolerance bring
/// every cell to it.</param>
/// <param name="IsTotal">Drawn from a tree: the subject is the total of the other terms, and can be filled from them.</param>
internal sealed record RuleModel(
    string Id,
    RuleSeverity Severity,
    LabelModel Message,
    string? Source,
    RuleRelation Relation,
    bool IsTotal,
    int Scale,
    long Tolerance,
    EquatableArray<AxisModel> Axes);

/// <summary>The places at which a rule holds with the same shape: cell of term = place + the term's offset.</summary>
/// <param name="Places">The cells counted from; one for each instance.</param>
/// <param name="Subject">The offset of the cell that the rule is about (the total; of a balance <c>results.total</c>).</param>
internal sealed record AxisModel(
    EquatableArray<int> Places,
    int Subject,
    EquatableArray<TermModel> Terms,
    long Constant,
    ConditionModel? When);

/// <summary>Where a rule is checked: the terms' sum plus the constant stands in the relation to 0, at the rule's scale.</summary>
internal sealed record ConditionModel(EquatableArray<TermModel> Terms, RuleRelation Relation, long Constant);

/// <param name="Offset">The cell, counted from the place.</param>
/// <param name="Previous">Whether the cell is that of last year's report.</param>
/// <param name="AllEntries">Of a cell in a row that repeats: whether it stands for the cells of all entries, or for that of one.</param>
internal sealed record TermModel(int Offset, long Coefficient, bool Previous, bool AllEntries = false);
