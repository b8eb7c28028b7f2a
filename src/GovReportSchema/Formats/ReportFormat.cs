using System.Diagnostics.CodeAnalysis;
using GovReportSchema.Checking;
using GovReportSchema.Json;
using GovReportSchema.Locating;

namespace GovReportSchema;

/// <summary>
/// The descriptor of a report format: the name, label, kind and place of each cell, and the rules over them. Reading, checking,
/// writing and everything else is done by engines that know no format but through this.
/// </summary>
/// <remarks>Immutable, safe for use by many threads. Generated classes hand out theirs as <c>Descriptor</c>.</remarks>
public sealed class ReportFormat
{
    private readonly Func<int, Report> _create;
    private LocatePlan? _locatePlan;

    /// <summary>Describes a format. Called by generated code.</summary>
    /// <param name="id">The value of the <c>format</c> member.</param>
    /// <param name="title">The report's title.</param>
    /// <param name="source">The document that lays the format down.</param>
    /// <param name="years">The report years for which it is in force.</param>
    /// <param name="header">The texts of the header, <c>agency</c> first.</param>
    /// <param name="yearLabel">The label of <c>year</c>.</param>
    /// <param name="sections">Narratives and tables, in order.</param>
    /// <param name="rules">The rules, in order.</param>
    /// <param name="create">Makes an empty report of this format, with room for so many bytes of text.</param>
    public ReportFormat(
        string id,
        Label title,
        LegalSource source,
        YearRange years,
        IReadOnlyList<HeaderText> header,
        Label yearLabel,
        IReadOnlyList<Section> sections,
        IReadOnlyList<Rule> rules,
        Func<int, Report> create)
    {
        (Id, Title, Source, Years, Header, YearLabel, Sections, Rules) =
            (id, title, source, years, header, yearLabel, sections, rules);
        _create = create;
        Pattern = this;
        Family = EntryFamily.Of(this);
        Entries = Family?.Pattern;
        Shape = new JsonShape(this);
        Plan = new CheckPlan(this);
    }

    /// <summary>The format for given numbers of entries of its repeating rows.</summary>
    internal ReportFormat(ReportFormat pattern, EntryLayout entries)
    {
        (Id, Title, Source, Years, Header, YearLabel, Sections) =
            (pattern.Id, pattern.Title, pattern.Source, pattern.Years, pattern.Header, pattern.YearLabel, pattern.Sections);
        (_create, Pattern, Family, Entries) = (pattern._create, pattern, pattern.Family, entries);
        Bases = pattern.Bases;
        Rules = EntryRules.For(entries, pattern.Rules);
        Shape = new JsonShape(this);
        Plan = new CheckPlan(this);
    }

    /// <summary>The value of the <c>format</c> member.</summary>
    public string Id { get; }

    /// <summary>The ids of the formats that this one extends, the nearest first; mostly none.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>The report's title.</summary>
    public Label Title { get; }

    /// <summary>The document that lays the format down.</summary>
    public LegalSource Source { get; }

    /// <summary>The report years for which it is in force.</summary>
    public YearRange Years { get; }

    /// <summary>The texts of the header, <c>agency</c> first.</summary>
    public IReadOnlyList<HeaderText> Header { get; }

    /// <summary>The label of <c>year</c>, the year reported on.</summary>
    public Label YearLabel { get; }

    /// <summary>Narratives and tables, in order.</summary>
    public IReadOnlyList<Section> Sections { get; }

    /// <summary>The rules, in order.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>
    /// The cells, in document order: sections, blocks, rows, columns; then those of the header (dates and choices). Those of rows that
    /// repeat follow all others, entry by entry.
    /// </summary>
    public IReadOnlyList<Cell> Cells => Shape.Cells;

    /// <summary>
    /// The format as its definition has it. One with rows that repeat stands for many formats, one for each number of entries: as the
    /// definition has it, it shows one entry of each; the format of a report has those of the report. Any other is its own pattern.
    /// </summary>
    public ReportFormat Pattern { get; }

    /// <summary>The rows that repeat, in the order of the form; mostly none.</summary>
    public IReadOnlyList<RepeatingRow> Repeats => Family?.Rows ?? [];

    /// <summary>How many entries each of the <see cref="Repeats"/> has.</summary>
    public IReadOnlyList<int> EntryCounts => Entries?.Counts ?? [];

    internal EntryFamily? Family { get; }

    internal EntryLayout? Entries { get; }

    internal JsonShape Shape { get; }

    internal CheckPlan Plan { get; }

    internal LayoutCache Layouts { get; } = new();

    /// <summary>Made when first asked for: most programs only check. Two threads may both make it; both are the same.</summary>
    internal LocatePlan LocatePlan => _locatePlan ??= new LocatePlan(this);

    /// <summary>Finds a cell by its JSON Pointer.</summary>
    /// <param name="path">Such as <c>/applications/received/total</c>.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetCell(string path, [NotNullWhen(true)] out Cell? cell) => Shape.TryGetCell(path, out cell);

    /// <summary>Finds the format of reports that have so many entries in their repeating rows.</summary>
    /// <param name="counts">A number for each of the <see cref="Repeats"/>.</param>
    /// <returns>The format; this one, where no row of it repeats.</returns>
    /// <exception cref="ArgumentException">There is not one number for each, or one is not from 0 to the greatest allowed.</exception>
    public ReportFormat WithEntries(params IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Family is not null ? Family.Format(Family.Layout(counts))
            : counts.Count == 0 ? this
            : throw new ArgumentException($"The format {Id} has no repeating rows.", nameof(counts));
    }

    /// <summary>Makes an empty report: every cell blank. The format of a definition makes one without entries, that of a report one with as many as it has.</summary>
    public Report CreateReport() => CreateReport(0);

    /// <summary>Makes an empty report with room for so many bytes of text: one array in place of two.</summary>
    internal Report CreateReport(int textBytes)
    {
        var report = _create(textBytes);
        if (Entries is not null && !ReferenceEquals(this, Pattern))
        {
            report.LayFor(Entries);
        }

        return report;
    }

    /// <summary>Whether reports of both have the same cells and texts at the same places.</summary>
    internal bool HasSameCells(ReportFormat other) => ReferenceEquals(this, other)
        || (Entries is not null && other.Entries is not null && Entries.HasSamePlaces(other.Entries));

    /// <summary>The format's id.</summary>
    public override string ToString() => Id;
}
